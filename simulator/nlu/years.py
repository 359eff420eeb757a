"""Ages told as a number of years, and whose they are: "I'm twelve", "my son is nine", "a ten year old"."""
from __future__ import annotations

from collections.abc import Iterator

from .interaction_model import Intent
from .placing import placed
from .reading import Filled
from .slot_numbers import read_number
from .text import Sentence
from .words import word_list

_NUMBER = "AMAZON.NUMBER"
_OWN, _OTHER = "own_age", "age"
_LONGEST, _OLDEST = 2, 120
_BEING = frozenset(word_list("is am are turned aged at"))
_HEDGES = frozenset(word_list("only just about nearly almost around barely now over both already still"))
_SELF = frozenset(("i", "we"))
_UNITS = frozenset(word_list("year years yo"))
_COUNTS = frozenset(word_list(
    "week weeks month months day days hour hour minute minutes second seconds percent point degree degrees times time of or to bump bumps",
    "spot spots milia lump lumps kid kids child children pound pounds dollar dollars product products cream creams thing things more in"))
"""What comes after a number that is no age: "I am six weeks pregnant", "I'm one of those"."""


def years(sentence: Sentence, intent: Intent, taken: frozenset[int]) -> Iterator[Filled]:
    """The slots for ages in years that the intent declares and the sentence fills."""
    slots = (slot for slot in intent.slots if slot.type == _NUMBER and slot.name in (_OWN, _OTHER))
    return placed(sentence, slots, taken, _LONGEST, _age, _role)


def _age(words: tuple[str, ...]) -> str | None:
    value = read_number(words)
    return value if value is not None and int(value) <= _OLDEST else None


def _role(words: tuple[str, ...], start: int, end: int) -> str:
    """Whose age the number is, empty where it is none."""
    after = words[end] if end < len(words) else ""
    before = start - 1
    while before >= 0 and words[before] in _HEDGES:
        before -= 1
    told = before >= 0 and words[before] in _BEING
    if after in _UNITS:
        spoken_of = words[end + 1:end + 2] == ("old",) and not told
        if not (told or spoken_of):
            return ""
    elif not told or after in _COUNTS:
        return ""
    whose = words[max(0, before - 2):before]
    return _OWN if told and not _SELF.isdisjoint(whose[-2:]) else _OTHER if words[before] != "at" else _OWN
