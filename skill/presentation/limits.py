"""How much a voice may say at once, and how it is counted."""

from __future__ import annotations

import re

WORDS_A_TURN = 90
SPEECH_CHARACTERS = 8000
CARD_CHARACTERS = 8000
VERDICTS_AT_ONCE = 3

_WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019][A-Za-z]+)*")


def word_count(text: str) -> int:
    """Spoken words; the parts of a hyphenated compound count one by one.

    >>> word_count("Don't pop them. A pea-sized amount!")
    7
    """
    return len(_WORD.findall(text))
