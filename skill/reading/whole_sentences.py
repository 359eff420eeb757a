"""Sentences that are known whole, put as the requests to which they amount."""

from __future__ import annotations

from collections.abc import Mapping

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import statement
from ..guide import Guide
from ..hearing.ages import WEEKS_A_YEAR, band
from ..hearing.slots import SUPPOSED
from ..hearing.wholes import Whole
from ..lexicon.numbers import spoken
from ..remembering.memory import retract
from ..remembering.session import BABY, TOO_YOUNG, Session
from ..standing import DANGER, tells_of_despair
from .other_place import is_other_place
from .sight import VEILED, told_of_sight
from .supposing import IS_SO, NOT_SO

OF_THE_TALK = ("unanswered", "repeated", "told_already", "other_side")
"""What is said of the talk itself, and that it is the other side: no intents of the model."""
_DOSED, _FOUND, _ONCE, _IF_SO_OLD = "dosed", "found_it", ("was_once", "stopped"), "supposed_age"
_ENDS: Mapping[str, tuple[str, ...]] = {
    _FOUND: ("object",), "took_it_out": ("object",), _DOSED: ("overdose",), "it_was_harmless": ("swallowed",),
    "still_full": ("swallowed", "overdose")
}
"""Which danger each of them says not to be: a thing that was found, a dose that was taken as the doctor said."""
_LATELY, _YEARS_AGO = "stopped_lately", "years_over"
_RETRACT, _SUPPOSED, _AGE = "RetractIntent", "SupposedTalkIntent", "age_group"


def put_whole(words: str, session: Session, guide: Guide) -> Intent | None:
    """What the sentence amounts to; None where it is none of these, or means nothing here."""
    whole = guide.wholes.read(words) if words else None
    if whole is None or whole.kind in (IS_SO, NOT_SO):
        return None
    if whole.kind in OF_THE_TALK:
        return Intent(name=whole.kind, slots={})
    if whole.kind == _IF_SO_OLD:
        return _if_so_old(whole, guide)
    if whole.kind == _LATELY:
        return _stopped(whole, session, guide)
    if whole.kind == _YEARS_AGO:
        is_so = bool(session.told) and not tells_of_despair(session)
    else:
        is_so = _was_once(session, guide) if whole.kind in _ONCE else _ends(whole, session, guide)
    return Intent(name=_RETRACT, slots={}) if is_so else None


def takes_back(words: str, session: Session, guide: Guide) -> bool:
    """Whether the sentence says that a danger was none, or was elsewhere."""
    whole = guide.wholes.read(words) if words else None
    if is_other_place(words, session, guide) or guide.relief.is_jest(words):
        return True
    return whole is not None and whole.kind in (*_ENDS, _YEARS_AGO, VEILED)


def _ends(whole: Whole, session: Session, guide: Guide) -> bool:
    """Whether what was told last is the danger that the sentence ends; only that is taken back then.

    A thing that came out again was swallowed, and what a child takes is no dose of the child's doctor.
    """
    told = _told_of(whole, session)
    came_out = whole.kind == _FOUND and not set(guide.language.heard["amends"]["not_found_in"]).isdisjoint(whole.words.split())
    young = whole.kind == _DOSED and any(one[0] == BABY or session.facts[one[0]].get(_AGE) in TOO_YOUNG for one in told)
    if not told or came_out or young or tells_of_despair(session):
        return False
    session.told = told
    return True


def _told_of(whole: Whole, session: Session) -> tuple[tuple[str, str, str], ...]:
    """What the sentence concerns of what was told last."""
    if whole.kind == VEILED:
        return told_of_sight(session)
    return tuple(one for one in session.told if one[1] == DANGER and one[2] in _ENDS[whole.kind])


def _was_once(session: Session, guide: Guide) -> bool:
    """Whether what was told last is no sign: a pregnancy or a medicine that was once is no more, a fever may be."""
    told = [fact for whose, fact, _ in session.told if whose == session.subject]
    return bool(told) and guide.ear.signs.isdisjoint(told)


def _stopped(whole: Whole, session: Session, guide: Guide) -> Intent | None:
    """That what was told last is taken no more, put by its name: some of it counts for months. What has no such name is taken back."""
    if not _was_once(session, guide):
        return None
    last = ".".join(session.told[-1][1:])
    name = next((term.says[0] for kind in guide.kb.vocabulary() for term in kind.terms if term.id == last and term.says), "")
    named = statement(" ".join(name if word in guide.language.heard["amends"]["it"] else word for word in whole.words.split()))
    if not (name and guide.ear.hear(named).said):
        return Intent(name=_RETRACT, slots={})
    retract(session, guide.kb.facts)
    return named


def _if_so_old(whole: Whole, guide: Guide) -> Intent | None:
    """What if somebody were of the age: supposed by the name of those who are."""
    heard, wanted = guide.language.heard, whole.wanted
    count, _ = spoken(wanted["count"].split(), 0, heard["numbers"])
    weeks = count * heard["ages"].get(wanted.get("unit") or "", WEEKS_A_YEAR)
    value = band(guide.kb.facts[_AGE], weeks // WEEKS_A_YEAR)
    name = heard["amends"]["of_age"].get(value, "")
    return Intent(name=_SUPPOSED, slots={SUPPOSED: Slot(name=SUPPOSED, value=name)}) if name else None
