"""What free words set right of what was told before, put as the slots in which a correction is heard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from .fact_values import NONE, listed
from .free_words import TALK, WORDS, said, statement
from .guide import Guide
from .hearing.ages import WEEKS_A_YEAR
from .hearing.corrections import Age, Correction
from .hearing.slots import AGE, MOVED, OWN_AGE
from .hearing.wordings import plain
from .lexicon.kinds import CALM
from .lexicon.numbers import spoken
from .memory import retract
from .other_place import other_place
from .session import SELF, WEEKS_OLD, Session
from .standing import OF_DESPAIR

_PREGNANCY, _PREGNANT = "pregnancy", "pregnant"
_WAS, _OVER = "CorrectionTalkIntent", "corrected_words"
_AGE, _COUNT, _CIRCUMSTANCE = "age_group", "number", "circumstance"
_MONTHS_BY_NOW = 13
"""From so many weeks on people count in months: of fewer alone it is known in which unit they were told."""
_MY_SON_IS = 3
"""From so many words on what comes before an age names somebody."""
_TOPIC, _LASTS, _OF_THINGS = "topic", "duration_weeks", ("product", "action")
_USED = ("ingredient", "considering")
_LIKE, _LIKENS, _EXPLAINS = "lookalike_", ("LookAlikeIntent", "lookalike"), ("ExplainIntent", "topic")
"""The facts of what may be used or done, and in which intents and slots anything else is asked about."""
_ABOUT, _RETRACT, _WHO_TWO = "AboutMeIntent", "RetractIntent", "who_two"


def corrected(intent: Intent, session: Session, guide: Guide, in_danger: Callable[[], Collection[str]]) -> Intent:
    """The intent, or the one that its free words amount to where they set something right.

    What is denied whole is taken back in `session`; but a bare denial answers the question that is open, and ends nobody's emergency.
    """
    words = said(intent)
    found = guide.corrections.read(words)
    if other := _asked_instead(words, session, guide) or other_place(words, session, guide, in_danger) or _tested(words, session, guide):
        return other
    if found is None:
        return _turned(words, guide) or intent
    if so_now := _plainly(found, session, guide):
        return so_now
    if found.maybe:
        return statement(guide.language.heard["amends"]["maybe_pregnant"]) if _denies_pregnancy(session) else intent
    if found.over:
        return _intent(_WAS, {_OVER: found.over})
    if found.now or found.instead or found.unit or found.weaned or found.aged:
        return intent
    if found.own and _is_told_of_others(session):
        return statement(found.told) if _tells(found.told, guide) else intent
    if not found.retracts:
        return _about({MOVED: found.moved}, _news(found, session, guide))
    return _taken_back(found, intent, session, guide, in_danger)


def _taken_back(found: Correction, intent: Intent, session: Session, guide: Guide, in_danger: Callable[[], Collection[str]]) -> Intent:
    """What was denied whole, taken back, and what is so instead; the intent as it is where that would end too much."""
    if (session.asking and not found.is_sure) or any(told[1:] in OF_DESPAIR for told in session.told):
        return intent
    instead = found.told if found.told and _tells(found.told, guide) else ""
    if session.subject in in_danger() and (not found.is_sure or _tells_more(said(intent), session, guide)):
        return intent
    if found.of and not _narrowed(session, guide.language.heard["amends"]["concerns"], found.of):
        return intent
    if not instead or session.subject in in_danger():
        return _intent(_RETRACT, {})
    retract(session, guide.kb.facts)
    return statement(instead)


def _tested(words: str, session: Session, guide: Guide) -> Intent | None:
    """That nobody is pregnant, where a test was negative of whoever was told to be; of nobody else is it known what was tested."""
    is_negative = session.known.get(_PREGNANCY) == _PREGNANT and guide.corrections.grammar.read("tested", plain(words)) is not None
    return statement(guide.language.heard["amends"]["not_pregnant"]) if is_negative else None


def _turned(words: str, guide: Guide) -> Intent | None:
    """Somebody else whom the talk turns to, with what is told of them."""
    turned = guide.corrections.turns_to(words)
    return _about({_WHO_TWO: turned[0]}, turned[1]) if turned else None


def _asked_instead(words: str, session: Session, guide: Guide) -> Intent | None:
    """The question about a thing that is named in place of the one that was asked about; None where that was none of it."""
    exchange = guide.instead.read(words) if words else None
    if exchange is None or not any(value in listed(session.turn.get(fact)) for fact, value in exchange.wrong):
        return None
    if any(fact in _USED for fact, _ in exchange.meant):
        return statement(f"{guide.language.heard['amends']['asked']} {exchange.right}")
    name, slot = _LIKENS if any(value.startswith(_LIKE) for _, value in exchange.meant) else _EXPLAINS
    return _intent(name, {slot: exchange.right})


def _plainly(found: Correction, session: Session, guide: Guide) -> Intent | None:
    """What is so now, put as it would be told or asked by itself; None where it is not clear what that is."""
    amends = guide.language.heard["amends"]
    if found.now:
        return statement(found.now)
    if found.unit:
        length = _told_last(session, *found.unit, guide.language.heard)
        return statement(length) if length else None
    if found.aged:
        return _so_old(found.aged, session, guide)
    if found.weaned and _nursed(found.weaned, session, guide):
        return _intent(_WAS, {_OVER: amends["nursing"]})
    if not found.instead or session.turn.get(_TOPIC) not in _OF_THINGS or session.check:
        return None
    asked = statement(f"{amends['asked']} {found.instead}")
    heard = guide.ear.hear(asked)
    return asked if heard.said and not heard.denied and all(guide.kb.facts[term.fact].scope == "turn" for term in heard.said) else None


def _so_old(age: Age, session: Session, guide: Guide) -> Intent | None:
    """The age as it would be told by itself, or where none was told last the count or the time that was; in no unit that is a guess."""
    heard, told = guide.language.heard, {fact: whose for whose, fact, _ in session.told}
    lead = age.lead
    years, _ = spoken(age.count.split(), 0, heard["numbers"])
    if not age.unit and not {WEEKS_OLD, _LASTS}.isdisjoint(told):
        return None
    if not lead and {WEEKS_OLD, _AGE}.isdisjoint(told):
        counted = {_LASTS: f"P{years}{age.unit[:1].upper()}"} if _LASTS in told else {_COUNT: str(years)} if _COUNT in told else {}
        return _intent(_ABOUT, counted) if counted else None
    own = lead.startswith(tuple(heard["amends"]["i_am"])) or (not lead and told.get(_AGE) == SELF)
    if heard["ages"].get(age.unit, WEEKS_A_YEAR) == WEEKS_A_YEAR and len(lead.split()) < _MY_SON_IS:
        return _intent(_ABOUT, {OWN_AGE if own else AGE: str(years)})
    return _intent(_ABOUT, {_CIRCUMSTANCE: f"{lead} {age.count} {age.unit} {heard['amends']['after_age'][0]}".strip()})


def _nursed(who: str, session: Session, guide: Guide) -> bool:
    """Whether it is a woman who stopped breastfeeding, not a baby that stopped drinking."""
    amends, named = guide.language.heard["amends"], who.rpartition(" ")[2]
    if who in amends["speaker"]:
        return session.subject == SELF
    return guide.ear.is_grown(named) or (session.subject != SELF and session.known.get(_PREGNANCY) == amends["nursing"])


def _told_last(session: Session, wrong: str, right: str, heard: Mapping[str, Any]) -> str:
    """The length of time told last in the wrong unit, or in weeks where none is named, in the right one; empty where none was."""
    fact, value = next(((fact, int(value)) for _, fact, value in session.told if fact in (WEEKS_OLD, _LASTS)), ("", 0))
    weeks, (old, *_) = heard["ages"], heard["amends"]["after_age"]
    length = weeks.get(wrong, 1)
    if not length or value < length or (not wrong and (value >= _MONTHS_BY_NOW or weeks[right] == 1)):
        return ""
    return f"{value // length} {right} {old if fact == WEEKS_OLD else ''}".strip()


def _denies_pregnancy(session: Session) -> bool:
    return session.known.get(_PREGNANCY) == "no"


def _is_told_of_others(session: Session) -> bool:
    """Whether nothing of what was told last is the speaker's: "my husband is ill", "oh wait, I'm not" takes back none of it."""
    return bool(session.told) and all(whose != SELF for whose, _, _ in session.told)


def _about(person: dict[str, str], told: str) -> Intent:
    """Who is meant, with what is told of them where anything is."""
    return _intent(TALK, person | {WORDS: told}) if told else _intent(_ABOUT, person)


def _tells(words: str, guide: Guide) -> bool:
    return bool(guide.ear.hear(statement(words)).said)


def _tells_more(words: str, session: Session, guide: Guide) -> bool:
    """Whether words tell a complaint that was not told last: with that, a danger is not over."""
    told, complaints = {one[1:] for one in session.told}, guide.ear.complaints - CALM
    said = (term for term in guide.ear.hear(statement(words)).said if term.value != NONE)
    return any(term.fact in complaints and (term.fact, term.value) not in told for term in said)


def _narrowed(session: Session, concerns: Mapping[str, Collection[str]], word: str) -> bool:
    """Whether what was told last is, in part, what the word concerns; nothing but that part is taken back then."""
    told = tuple(one for one in session.told if not {word}.isdisjoint({*concerns.get(one[1], ()), *concerns.get(".".join(one[1:]), ())}))
    if told:
        session.told = told
    return bool(told)


def _news(found: Correction, session: Session, guide: Guide) -> str:
    """What is told besides who it is; nothing where that was told last ("no, my husband has the fever") or it tells nothing."""
    heard = guide.ear.hear(statement(found.told)) if found.told else None
    known = {(fact, value) for _, fact, value in session.told}
    personal = {(term.fact, term.value) for term in heard.said if guide.kb.facts[term.fact].scope == "person"} if heard else set()
    return found.told if heard and (heard.numbers or heard.denied or not personal <= known) else ""


def _intent(name: str, slots: dict[str, str]) -> Intent:
    return Intent(name=name, slots={slot: Slot(name=slot, value=value) for slot, value in slots.items()})
