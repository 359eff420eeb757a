"""Lengths of time in a sentence, and which slot each belongs to by the words around it: an age, how long since, how long ago."""
from __future__ import annotations

from collections.abc import Iterator

from .interaction_model import Intent
from .placing import placed
from .reading import Filled
from .slot_times import read_duration
from .text import Sentence
from .words import word_list

_DURATION = "AMAZON.DURATION"
_LONGEST = 5
_AGE, _LASTING, _AGO = "age_weeks", "duration_weeks", "event_weeks_ago"
_AFTER = {"old": _AGE, "ago": _AGO, "back": _AGO}
_BEFORE = {"for": _LASTING, "past": _LASTING, "last": _LASTING, "been": _LASTING, "born": _AGO}
_DATING = frozenset(("last", "past"))
_ONLY = frozenset(word_list("only just about nearly almost around barely now over"))
_WHO = frozenset(word_list("he she baby son daughter newborn twins they boy girl infant kid child toddler lad lass niece nephew",
                           "grandson granddaughter"))
_BEING = frozenset(("is", "are", "was", "turned"))


def lengths(sentence: Sentence, intent: Intent, taken: frozenset[int]) -> Iterator[Filled]:
    """The slots for lengths of time that the intent declares and the sentence fills, with the values Alexa reports."""
    slots = (slot for slot in intent.slots if slot.type == _DURATION)
    return placed(sentence, slots, taken, _LONGEST, _length, _role)


def _length(words: tuple[str, ...]) -> str | None:
    return read_duration(words) if words[0] != "and" else None


def _role(words: tuple[str, ...], start: int, end: int) -> str:
    """Which slot the words around ask for, empty where they do not tell."""
    if end < len(words) and words[end] in _AFTER:
        return _AFTER[words[end]]
    before = start - 1
    while before >= 0 and words[before] in _ONLY:
        before -= 1
    if before >= 0 and words[before] in _BEFORE and (end - start > 1 or words[before] not in _DATING):
        return _BEFORE[words[before]]
    return _AGE if before >= 1 and words[before] in _BEING and words[before - 1] in _WHO else ""
