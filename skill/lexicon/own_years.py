"""The years that somebody tells of themselves, of which else bumps might be counted: "I am thirty four, white bumps"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .numbers import spoken

OLDEST = 120
_YOUNGEST = 10
"""Below, a number behind "I am" may be anything ("I'm one of those"), and needs the words that end an age."""
_BREAK = ","


@dataclass(frozen=True)
class OwnYears:
    """The age of who speaks, by one locale's words: a number behind `am`, before no other and none of `not_before` ("thirty minutes")."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    am: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()

    @classmethod
    def from_locale(cls, numbers: Mapping[str, int], entry: Mapping[str, Any]) -> OwnYears:
        """The reader of a locale file."""
        return cls(numbers, frozenset(entry["am"]), frozenset(entry["not_before"]))

    def ends(self, words: Sequence[str], place: int) -> int:
        """Where the years end that begin at a place; 0 where none do.

        >>> OwnYears({"thirty": 30}, frozenset({"am"}), frozenset({"minutes"})).ends(["i", "am", "thirty", "white", "bumps"], 2)
        3
        """
        if not place or words[place - 1] not in self.am:
            return 0
        number, end = spoken(words, place, self.numbers)
        goes_on = spoken(words, end, self.numbers)[0] is not None or not self.not_before.isdisjoint(words[end : end + 1])
        return end if number is not None and _YOUNGEST <= number <= OLDEST and not goes_on else 0

    def put_plainly(self, words: Sequence[str]) -> Sequence[str]:
        """The words with a break for each age.

        >>> reader = OwnYears({"forty": 40}, frozenset({"am"}))
        >>> reader.put_plainly(["i", "am", "forty", "white", "bumps"]), reader.put_plainly(["forty", "bumps"])
        (['i', 'am', ',', 'white', 'bumps'], ['forty', 'bumps'])
        """
        found: list[str] = []
        place = 0
        while place < len(words):
            end = self.ends(words, place)
            found.append(_BREAK if end else words[place])
            place = end or place + 1
        return found
