"""Figures in free words: each kind is put as what it means before the words are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Figures(Protocol):
    """What reads one kind of figures: temperatures, sizes, ages."""

    def put_plainly(self, words: Sequence[str]) -> Sequence[str]:
        """The words with each figure of the kind put as what it means."""


def put_plainly(words: Sequence[str], kinds: Iterable[Figures]) -> tuple[str, ...]:
    """The words with all figures put as what they mean, each kind read in what the one before leaves."""
    for figures in kinds:
        words = figures.put_plainly(words)
    return tuple(words)
