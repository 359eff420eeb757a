"""Years in words: "in 2010", "back in nineteen ninety nine", "twenty fifteen"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_WORD = re.compile(r"[a-z]+|\d+")
_DIGITS = re.compile(r"(?:19|20)\d\d")
_SMALLEST, _CENTURIES = 10, (19, 20)


class YearReader:
    """Reads years by one locale's numbers; `thousand` is its word for one, `small` words say nothing beside a year."""

    def __init__(self, numbers: Mapping[str, int], thousand: str, small: Collection[str]) -> None:
        self._numbers, self._thousand, self._small = numbers, thousand, frozenset(small)

    def is_year(self, text: str) -> bool:
        """Whether a text tells a year and nothing besides.

        >>> reader = YearReader({"two": 2, "five": 5, "nineteen": 19, "twenty": 20, "ninety": 90}, "thousand", ["in", "sorry", "and"])
        >>> [reader.is_year(text) for text in ("in 2010 sorry", "nineteen ninety two", "two thousand and five", "twenty five", "sorry")]
        [True, True, True, False, False]
        """
        words = [word for word in _WORD.findall(text.lower()) if word not in self._small]
        if len(words) == 1:
            return bool(_DIGITS.fullmatch(words[0]))
        if self._thousand in words[1:2]:
            return self._numbers.get(words[0]) == 2 and all(word in self._numbers for word in words[2:])
        told = [self._numbers.get(word, 0) for word in words]
        return len(told) > 1 and told[0] in _CENTURIES and told[1] >= _SMALLEST and all(told)
