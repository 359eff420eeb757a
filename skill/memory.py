"""Takes what was heard into the session: for the right person, as an addition, an answer or a correction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rules_core import FactSpec, Term

from . import fact_values
from .facts import Heard
from .session import BABY, SELF, SUBJECTS, Facts, Session

_TOPIC = "topic"


@dataclass(frozen=True)
class Change:
    """One fact that was stated or taken back, and about whom."""

    subject: str
    fact: str
    value: str
    denied: bool = False


@dataclass(frozen=True)
class Update:
    """What a request changed. `answered` are the facts of the pending question that are now known."""

    changes: tuple[Change, ...] = ()
    answered: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Everybody something was said about."""
        return tuple(dict.fromkeys(change.subject for change in self.changes))


def take_in(heard: Heard, session: Session, specs: Mapping[str, FactSpec], about: str = "") -> Update:
    """Change the session's facts and subject by what was heard; `about` is whom the intent itself speaks of."""
    session.subject = _focus(heard, session, about)
    changes: list[Change] = []
    said = [term for term in heard.said if specs[term.fact].scope == "person"]
    denied = [term for term in heard.denied if specs[term.fact].scope == "person"]
    for subject in SUBJECTS:
        facts = session.facts[subject]
        for term in (term for term in denied if _whose(term, session.subject) == subject):
            changes += _deny(term, facts, specs, session.asking, subject)
        for name, values in _by_fact(term for term in said if _whose(term, session.subject) == subject).items():
            merge = fact_values.answered if name in session.asking else fact_values.told
            facts[name] = merge(specs[name], facts.get(name), values)
            changes += [Change(subject, name, value) for value in values]
    for name, number in heard.numbers.items():
        session.known[name] = number
        changes.append(Change(session.subject, name, str(number)))
    _remember_who(session, specs)
    return Update(tuple(changes), tuple(name for name in session.asking if any(one.fact == name for one in changes)))


def turn_facts(heard: Heard, specs: Mapping[str, FactSpec], topic: str = "") -> Facts:
    """What is being asked about right now; `topic` stands in when no slot named one."""
    facts: Facts = {}
    for name in dict.fromkeys(term.fact for term in heard.said if specs[term.fact].scope == "turn"):
        values = heard.values(name)
        facts[name] = list(values) if specs[name].type == "multi" else values[0]
    if topic and topic in specs[_TOPIC].values:
        facts.setdefault(_TOPIC, topic)
    return facts


def _focus(heard: Heard, session: Session, about: str) -> str:
    """Whom this request is about: whom it names, else the speaker of "I am pregnant", else whoever it was before."""
    named = heard.subject or about
    if named in SUBJECTS:
        return named
    speaks_of_self = any(term.subject == SELF and term.fact not in session.asking for term in heard.said)
    return SELF if speaks_of_self and session.subject == BABY else session.subject


def _whose(term: Term, subject: str) -> str:
    """A pregnancy is never the baby's."""
    return SELF if term.subject == SELF and subject == BABY else subject


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


def _remember_who(session: Session, specs: Mapping[str, FactSpec]) -> None:
    """Rules may ask whom it is about."""
    if session.subject != SELF and session.subject in getattr(specs.get("who"), "values", ()):
        session.known["who"] = session.subject
