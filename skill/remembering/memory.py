"""Takes what was heard into the session: for the right person, as an addition, an answer or a correction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rules_core import FactSpec, Term

from ..hearing.ages import WEEKS_A_YEAR, band
from ..hearing.focus import focus
from ..hearing.heard import Heard
from ..hearing.kin import OWN
from ..hearing.minds import GROWN
from ..hearing.people import BESIDES, INSTEAD, WHO
from . import fact_values, near
from .amends import BABIES, grown_up, noted, set_right, told_with
from .changes import Change, Update, ruled_out_in, told_in
from .session import BABY, GAVE_BIRTH, OTHER, SELF, SUBJECTS, TOO_YOUNG, WEEKS_OLD, Facts, Session

_TOPIC, _PREGNANCY, _NEVER = "topic", "pregnancy", "not_applicable"
_AGE, _CHILD = "age_group", "child"
_ONSET, _BIRTH, _LASTS = "onset", "birth", "duration_weeks"


def take_in(heard: Heard, session: Session, specs: Mapping[str, FactSpec], about: str = "", asks: bool = False) -> Update:
    """Change the session's facts and subject by what was heard.

    `about` is whom the intent itself speaks of; it `asks` where the speaker asks what to do ("can I use ...").
    """
    before, session.subject = session.subject, focus(heard, session, about, asks)
    heard, person = grown_up(_moved_over(_by_weeks(heard), session, before), session, before), session.subject
    _remember_third(heard, session, specs, before)
    changes: list[Change] = [*_moved(heard, session, specs, before), *set_right(heard, session, specs, before)]

    def of(subject: str, terms: Iterable[Term]) -> list[Term]:
        return [term for term in terms if specs[term.fact].scope == "person" and subject in _whose(term, heard, person)]

    for subject in SUBJECTS:
        facts = session.facts[subject]
        for term in of(subject, heard.over):
            changes += take_back(term.fact, term.value, session, specs, subject)
        for term in of(subject, heard.denied):
            changes += _deny(term, facts, specs, session.asking, subject)
        for name, values in _by_fact(of(subject, heard.said)).items():
            merge = fact_values.answered if name in session.asking else fact_values.told
            facts[name] = merge(specs[name], facts.get(name), values)
            changes += [Change(subject, name, value) for value in values if value in fact_values.listed(facts[name])]
    if set(heard.values(_AGE)).difference(BABIES) and WEEKS_OLD not in heard.numbers:
        session.known.pop(WEEKS_OLD, None)  # "two months, no, two years"
    changes += _counted(heard, session, specs)
    _since_birth(session.known, specs)
    _remember_who({session.subject, *(one.subject for one in changes)}, session, specs)
    changes += near.noted(session.facts, specs, changes)
    session.told, session.ruled_out = told_in(changes) or session.told, ruled_out_in(changes) or session.ruled_out
    return Update(tuple(changes), tuple(name for name in session.asking if any(one.fact == name for one in changes)))


def _by_weeks(heard: Heard) -> Heard:
    """Whoever is so many weeks old is a baby, whatever else they are called: "my little GIRL is ten days old"."""
    if WEEKS_OLD not in heard.numbers:
        return heard
    return replace(heard, said=tuple(one for one in heard.said if (one.fact, one.value) != (_AGE, _CHILD)))


def _moved_over(heard: Heard, session: Session, before: str) -> Heard:
    """What one has not, the other has: "no, HE has no fever, I meant his sister"."""
    if heard.mode != INSTEAD or session.subject == before:
        return heard
    return replace(heard, said=(*heard.said, *heard.denied), denied=())


def _counted(heard: Heard, session: Session, specs: Mapping[str, FactSpec]) -> list[Change]:
    """The numbers that were said, kept of whoever the talk is about."""
    for name, number in heard.numbers.items():
        session.known[name] = number
        if name == WEEKS_OLD:
            session.known.update(_band_of(number, session.known, specs))
    return [Change(session.subject, name, str(number)) for name, number in heard.numbers.items()]


def _band_of(weeks: int, known: Facts, specs: Mapping[str, FactSpec]) -> Facts:
    """The age group of an age in weeks, where none is known: nobody who told the weeks is asked how old the baby is.

    A word for the young names no more than that ("my CHILD is five weeks old"): the weeks tell it better.
    """
    found: Facts = {}
    for spec in (spec for spec in specs.values() if spec.bands):
        told = band(spec, weeks // WEEKS_A_YEAR)
        group = known.get(spec.id)
        if not fact_values.is_known(group) or (group in TOO_YOUNG and told in TOO_YOUNG and _is_younger(spec, told, str(group))):
            found[spec.id] = told
    return found


def _since_birth(known: Facts, specs: Mapping[str, FactSpec]) -> None:
    """What a baby was born with is as old as the baby, and what a baby has had "always" came with birth."""
    weeks, lasts = known.get(WEEKS_OLD), known.get(_LASTS)
    if _ONSET not in specs or _LASTS not in specs:
        return
    if known.get(_AGE) in BABIES and isinstance(lasts, int) and lasts > specs[WEEKS_OLD].max:
        known.pop(_LASTS)
        known.setdefault(_ONSET, _BIRTH)
    if known.get(_ONSET) == _BIRTH and isinstance(weeks, int) and not isinstance(known.get(_LASTS), int):
        known[_LASTS] = weeks


def _is_younger(spec: FactSpec, group: str, than: str) -> bool:
    return list(spec.values).index(group) < list(spec.values).index(than)


def turn_facts(heard: Heard, specs: Mapping[str, FactSpec], topic: str = "") -> Facts:
    """What is being asked about right now; `topic` stands in when no slot named one."""
    facts: Facts = {}
    for name in dict.fromkeys(term.fact for term in heard.said if specs[term.fact].scope == "turn"):
        values = heard.values(name)
        facts[name] = list(values) if specs[name].type == "multi" else values[0]
    if topic and topic in specs[_TOPIC].values:
        facts.setdefault(_TOPIC, topic)
    return facts


def retract(session: Session, specs: Mapping[str, FactSpec]) -> Update:
    """Take back what was told last; whether it is so is not known then, and may be asked again."""
    changes = [take_back(fact, value, session, specs, subject) for subject, fact, value in session.told if fact in specs]
    session.told = session.words = ()
    return Update(tuple(change for several in changes for change in several))


def _moved(heard: Heard, session: Session, specs: Mapping[str, FactSpec], before: str) -> list[Change]:
    """"No, my sister is pregnant": what is somebody else's instead is not the other's any more, nor what was told with it of an alarm."""
    if heard.mode != INSTEAD or session.subject == before:
        return []
    named = {(term.fact, term.value) for term in heard.said if specs[term.fact].scope == "person" and term.fact not in WHO}
    along = told_with(named, session, specs, before)
    gone = [change for one in sorted(named | along) for change in take_back(*one, session, specs, before)]
    return gone + [change for one in sorted(along) for change in noted(session, specs, session.subject, *one)]


def _remember_third(heard: Heard, session: Session, specs: Mapping[str, FactSpec], before: str) -> None:
    """Who "she" will be, and how the speaker calls them."""
    third = session.subject if session.subject != SELF else heard.subject
    if heard.values(GAVE_BIRTH) and session.subject == SELF:
        third = session.third or BABY
    if third in (BABY, OTHER):
        session.third = third
    if heard.subject == OTHER and (heard.called or before != OTHER or heard.mode in (BESIDES, INSTEAD)):
        session.called = heard.called  # "he is four" is the son who was named
    if heard.is_man and _PREGNANCY in specs:
        session.facts[OTHER].setdefault(_PREGNANCY, _NEVER)
    if heard.kin or heard.subject in (BABY, OTHER):
        kept = session.kin if heard.subject == BABY or session.kin == OWN else ""
        session.kin = heard.kin or kept


def _whose(term: Term, heard: Heard, subject: str) -> tuple[str, ...]:
    """Whom a term is about: whom the words say, else the subject; a pregnancy, or a wish to harm, is never the baby's."""
    if term.fact in WHO and term.subject == SELF:
        return (SELF,)
    people = heard.whose.get(term.id, (subject,))
    return tuple(SELF if term.subject in (SELF, GROWN) and one == BABY else one for one in people)


def take_back(fact: str, value: str, session: Session, specs: Mapping[str, FactSpec], subject: str) -> list[Change]:
    """Forget what turns out not to be so: what is so instead is not known, and may be asked again."""
    facts = session.facts[subject]
    left = fact_values.without(specs[fact], facts.get(fact), value)
    if left == facts.get(fact):
        return []
    if left is None:
        facts.pop(fact)
        session.skipped = tuple(name for name in session.skipped if name != fact)
        if session.check:
            session.check = replace(session.check, closed=tuple(name for name in session.check.closed if name != fact))
    else:
        facts[fact] = left
    return [Change(subject, fact, value, denied=True)]


def _deny(term: Term, facts: Facts, specs: Mapping[str, FactSpec], asking: Iterable[str], subject: str) -> list[Change]:
    value = fact_values.denied(specs[term.fact], facts.get(term.fact), term.value, term.fact in asking)
    if value is None:
        facts.pop(term.fact, None)
    else:
        facts[term.fact] = value
    return [Change(subject, term.fact, term.value, denied=True)]


def _by_fact(terms: Iterable[Term]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for term in terms:
        grouped.setdefault(term.fact, []).append(term.value)
    return grouped


def _remember_who(subjects: Iterable[str], session: Session, specs: Mapping[str, FactSpec]) -> None:
    """Rules may ask whom it is about."""
    for subject in subjects:
        if subject != SELF and subject in getattr(specs.get("who"), "values", ()):
            session.facts[subject]["who"] = subject
