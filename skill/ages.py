"""Ages in words: "thirty five", "she is four years old", "nineteen"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rules_core import FactSpec

_WORD = re.compile(r"[a-z]+|\d+")
_WEEKS_A_YEAR = 52
_OLDEST = 120


@dataclass(frozen=True)
class Age:
    """An age in whole years, or in weeks where it was given in months, weeks or days."""

    years: int | None = None
    weeks: int | None = None


class AgeReader:
    """Finds ages by one locale's number words and units (unit -> weeks, 0 for days)."""

    def __init__(self, numbers: Mapping[str, int], units: Mapping[str, int]) -> None:
        self._numbers, self._units = numbers, units

    def find(self, text: str, asked: bool) -> Age | None:
        """The age in a text; a bare number is one only where an age was `asked` for."""
        words = _WORD.findall(text.lower())
        for place in range(len(words)):
            number, end = self._number(words, place)
            if number is None:
                continue
            unit = words[end] if end < len(words) else ""
            if unit in self._units and (asked or "old" in words[end : end + 2]):
                return self._in_units(number, unit)
            if asked and number <= _OLDEST:
                return Age(years=number)
        return None

    def _in_units(self, number: int, unit: str) -> Age | None:
        weeks = self._units[unit]
        if weeks == _WEEKS_A_YEAR:
            return Age(years=number) if number <= _OLDEST else None
        return Age(weeks=number * weeks if weeks else number // 7)

    def _number(self, words: list[str], place: int) -> tuple[int | None, int]:
        """The number that starts at a place, and where it ends: digits, "nineteen", "thirty five"."""
        word = words[place]
        if word.isdigit():
            return (int(word) if len(word) < 5 else None), place + 1
        value = self._numbers.get(word)
        if value is None:
            return None, place
        following = self._numbers.get(words[place + 1]) if place + 1 < len(words) else None
        if value >= 20 and following is not None and 0 < following < 10:
            return value + following, place + 2
        return value, place + 1


def band(spec: FactSpec, years: int) -> str:
    """The value that holds at this age; empty where the fact has no bands.

    >>> band(FactSpec("age", "enum", ("child", "adult"), bands={"child": 0, "adult": 18}), 19)
    'adult'
    """
    reached = [(start, value) for value, start in spec.bands.items() if years >= start]
    return max(reached)[1] if reached else ""
