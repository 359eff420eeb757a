"""Words of a locale made ready to be looked for, longer ones before those they begin with, and sentences to be looked into."""

from __future__ import annotations

import re
from collections.abc import Iterable


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each once and before every shorter one; of one length in the order of the alphabet."""
    return tuple(sorted(set(words), key=lambda one: (-len(one), one)))


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits.

    >>> either(("no", "nope"))
    'nope|no'
    """
    return "|".join(map(re.escape, longest_first(words)))


def plain(text: str) -> str:
    """The words of a sentence in small letters, without commas and what ends it.

    >>> plain("No, my aunt has it!")
    'no my aunt has it'
    """
    return " ".join(text.lower().replace(",", " ").strip(" .!?").split())
