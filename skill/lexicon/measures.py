"""Sizes told by a measure, put as what they come to: "seven millimeters" is as big as a pea, "half a millimeter" like a pinhead."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .numbers import spoken

_LONGEST_SHARE = 4


@dataclass(frozen=True)
class Measures:
    """How one language tells how big something is.

    `units` are the millimeters of each unit, `shares` what stands for a number ("half a", "a couple of"), `sizes` the words put in place
    and from how many millimeters on. What `apart` follows is a distance ("two inches FROM my eye"), and no size.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    sizes: Mapping[str, float] = field(default_factory=dict)
    apart: Collection[str] = ()

    @classmethod
    def from_locale(cls, numbers: Mapping[str, int], entry: Mapping[str, Any]) -> Measures:
        """The measures of a locale file."""
        return cls(numbers, entry["units"], entry["shares"], entry["sizes"], frozenset(entry["apart"]))

    def put_plainly(self, words: Sequence[str]) -> list[str]:
        """The words with each size in figures replaced by what it comes to.

        >>> reader = Measures({"seven": 7, "two": 2}, {"inches": 25, "millimeters": 1}, {}, {"tiny": 0, "pea sized": 6}, {"from"})
        >>> " ".join(reader.put_plainly("they are seven millimeters wide and two inches from my eye".split()))
        'they are pea sized wide and two inches from my eye'
        """
        if self.units.keys().isdisjoint(words):
            return list(words)
        found: list[str] = []
        place = 0
        while place < len(words):
            size, end = self._size(words, place)
            found += size.split() if size else [words[place]]
            place = end if size else place + 1
        return found

    def _size(self, words: Sequence[str], start: int) -> tuple[str, int]:
        """What the size that begins here comes to, and where it ends; empty where none does."""
        amount, end = self._amount(words, start)
        unit, after = (*words[end : end + 2], "", "")[:2]
        if amount is None or unit not in self.units or after in self.apart:
            return "", start
        reached = [(least, size) for size, least in self.sizes.items() if amount * self.units[unit] >= least]
        return (max(reached)[1], end + 1) if reached else ("", start)

    def _amount(self, words: Sequence[str], start: int) -> tuple[float | None, int]:
        """The number or share of a unit that begins here, and where it ends."""
        for length in range(_LONGEST_SHARE, 0, -1):
            share = self.shares.get(" ".join(words[start : start + length]))
            if share is not None:
                return share, start + length
        number, end = spoken(words, start, self.numbers)
        if number is None:
            return (1.0, 0) if start == 0 else (None, start)  # "inch wide": one of them
        if tuple(words[end : end + 3]) == ("and", "a", "half"):
            return number + 0.5, end + 3
        if tuple(words[end : end + 1]) == ("point",):
            tenths, after = spoken(words, end + 1, self.numbers)
            return (number + tenths / 10, after) if tenths is not None and tenths < 10 else (number, end)
        later = end + 1 if tuple(words[end : end + 1]) in (("or",), ("to",)) else end  # "two or three millimeters"
        more, after = spoken(words, later, self.numbers) if later > end else (None, end)
        return (float(more), after) if more is not None else (float(number), end)
