"""A number set right: an age, how long it is there, or how many there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import statement, words_of
from ..guide import Guide
from ..hearing.ages import WEEKS_A_YEAR
from ..hearing.correction import Age
from ..hearing.slots import AGE, OWN_AGE
from ..lexicon.kinds import CALM
from ..lexicon.numbers import spoken
from ..remembering.session import SELF, WEEKS_OLD, Session

_AGE, _COUNT, _LASTS, _CIRCUMSTANCE, _WRONG_AGE = "age_group", "number", "duration_weeks", "circumstance", "wrong_age"
_ABOUT = "AboutMeIntent"
_A_MONTH, _MONTHS_BY_NOW = 4.35, 13
"""From so many weeks on people count in months: of fewer alone it is known in which unit they were told."""
_MY_SON_IS = 3
"""From so many words on what comes before an age names somebody."""


def counted(intent: Intent, session: Session, guide: Guide) -> Intent | None:
    """A number in place of another, where bumps were told of last and no age is known: "not ten, two"."""
    numbers = words_of(intent)
    told = {fact for _, fact, _ in session.told}
    if set(numbers) != {_WRONG_AGE, AGE} or _AGE in session.known or told.isdisjoint({_COUNT} | CALM):
        return None
    return statement(f"{numbers[AGE]} {guide.language.heard['amends']['bumps']}")


def so_old(age: Age, session: Session, guide: Guide) -> Intent | None:
    """The age as it would be told by itself, or where none was told last the count or the time that was; in no unit that is a guess."""
    heard, told = guide.language.heard, {fact: whose for whose, fact, _ in session.told}
    lead = age.lead
    years, _ = spoken(age.count.split(), 0, heard["numbers"])
    if not age.unit and not {WEEKS_OLD, _LASTS}.isdisjoint(told):
        return None
    if not lead and {WEEKS_OLD, _AGE}.isdisjoint(told):
        number = {_LASTS: f"P{years}{age.unit[:1].upper()}"} if _LASTS in told else {_COUNT: str(years)} if _COUNT in told else {}
        return _intent(_ABOUT, number) if number else None
    own = lead.startswith(tuple(heard["amends"]["i_am"])) or (not lead and told.get(_AGE) == SELF)
    if heard["ages"].get(age.unit, WEEKS_A_YEAR) == WEEKS_A_YEAR and len(lead.split()) < _MY_SON_IS:
        return _intent(_ABOUT, {OWN_AGE if own else AGE: str(years)})
    return _intent(_ABOUT, {_CIRCUMSTANCE: f"{lead} {age.count} {age.unit} {heard['amends']['after_age'][0]}".strip()})


def told_last(session: Session, wrong: str, right: str, heard: Mapping[str, Any]) -> str:
    """The length of time told last in the wrong unit, or where none is named in weeks or months, in the right one; empty for none."""
    fact, value = next(((fact, int(value)) for _, fact, value in session.told if fact in (WEEKS_OLD, _LASTS)), ("", 0))
    weeks, (old, *_) = heard["ages"], heard["amends"]["after_age"]
    were_weeks = weeks[right] == 1 and not wrong  # "I mean weeks" sets right what was told in months
    length = _A_MONTH if were_weeks else weeks.get(wrong, 1)
    if not length or value < int(length) or (not wrong and not were_weeks and value >= _MONTHS_BY_NOW):
        return ""
    return f"{round(value / length) if were_weeks else int(value // length)} {right} {old if fact == WEEKS_OLD else ''}".strip()


def _intent(name: str, slots: dict[str, str]) -> Intent:
    return Intent(name=name, slots={slot: Slot(name=slot, value=value) for slot, value in slots.items()})
