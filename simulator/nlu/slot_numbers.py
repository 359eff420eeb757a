"""Numbers as people say them, read the way AMAZON.NUMBER reports them."""
from __future__ import annotations

from collections.abc import Sequence

from .words import NUMBER_WORDS

_SCALES = {"hundred": 100, "thousand": 1000}


def read_number(words: Sequence[str]) -> str | None:
    """The digits for a spoken number, or None where the words are no number.

    >>> read_number(["two", "hundred", "and", "five"])
    '205'
    >>> read_number(["a", "cat"]) is None
    True
    """
    if not words or words[0] == "and" or words[-1] == "and":
        return None
    if len(words) == 1 and words[0].isdecimal():
        return str(int(words[0]))
    total = current = 0
    previous = ""
    for word in words:
        if word in NUMBER_WORDS:
            if not _may_follow(previous, word):
                return None
            current += NUMBER_WORDS[word]
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            total, current = (total + current, 0) if word == "thousand" else (total, current)
        elif word != "and" or previous not in _SCALES:
            return None
        previous = word
    return str(total + current)


def _may_follow(previous: str, word: str) -> bool:
    if previous not in NUMBER_WORDS:
        return True
    return NUMBER_WORDS[previous] >= 20 and NUMBER_WORDS[word] in range(1, 10)
