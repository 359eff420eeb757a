"""The years that somebody tells of themselves, of which else bumps might be counted: "I am thirty four, white bumps"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .numbers import spoken

OLDEST = 120
_YOUNGEST = 10
"""Below, a number behind "I am" may be anything ("I'm one of those"), and needs the words that end an age."""
_GROWN = 18
_BREAK = ","


@dataclass(frozen=True)
class OwnYears:
    """The age of who speaks, by one locale's words: a number behind `am`, before no other and none of `not_before` ("thirty minutes").

    A word of `first` leads to one where nothing is said before it ("ME, twenty two, white bumps")."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    am: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()

    @classmethod
    def from_locale(cls, numbers: Mapping[str, int], entry: Mapping[str, Any]) -> OwnYears:
        """The reader of a locale file."""
        lists = (frozenset(entry[name]) for name in ("am", "not_before", "first", "having", "years", "not_after"))
        return cls(numbers, *lists)

    def ends(self, words: Sequence[str], place: int) -> int:
        """Where the years end that begin at a place; 0 where none do.

        >>> OwnYears({"thirty": 30}, frozenset({"am"}), frozenset({"minutes"})).ends(["i", "am", "thirty", "white", "bumps"], 2)
        3
        """
        if not place or words[place - 1] not in (self.am | self.first if place == 1 else self.am):
            return 0
        number, end = spoken(words, place, self.numbers)
        goes_on = spoken(words, end, self.numbers)[0] is not None or not self.not_before.isdisjoint(words[end : end + 1])
        return end if number is not None and _YOUNGEST <= number <= OLDEST and not goes_on else 0

    def had(self, words: Sequence[str], place: int) -> int:
        """Where years end that are told as something one has, as in many languages ("I HAVE forty five YEARS"); 0 where none are.

        How long something has been there may be told so, too: whoever has had it for so many years is grown up either way.

        >>> having, years = frozenset({"i have"}), frozenset({"years"})
        >>> reader = OwnYears({"forty": 40}, having=having, years=years, not_after=frozenset({"ago"}))
        >>> [reader.had(text.split(), 2) for text in ("i have forty years white bumps", "i have forty years ago", "i have forty bumps")]
        [4, 0, 0]
        """
        if not place or " ".join(words[:place]) not in self.having:
            return 0
        number, end = spoken(words, place, self.numbers)
        told = self.years.issuperset(words[end : end + 1]) and self.not_after.isdisjoint(words[end + 1 : end + 2])
        return end + 1 if told and number is not None and _GROWN <= number <= OLDEST and end < len(words) else 0

    def put_plainly(self, words: Sequence[str]) -> Sequence[str]:
        """The words with a break for each age.

        >>> reader = OwnYears({"forty": 40}, frozenset({"am"}))
        >>> reader.put_plainly(["i", "am", "forty", "white", "bumps"]), reader.put_plainly(["forty", "bumps"])
        (['i', 'am', ',', 'white', 'bumps'], ['forty', 'bumps'])
        """
        found: list[str] = []
        place = 0
        while place < len(words):
            end = self.ends(words, place) or self.had(words, place)
            found.append(_BREAK if end else words[place])
            place = end or place + 1
        return found
