"""Body temperatures in words, put as what they mean: "thirty nine point two" is a fever, "ninety eight six" is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_BEFORE, _AFTER = 5, 3
"""Words before and after a number among which what it measures is named."""


@dataclass(frozen=True)
class Temperatures:
    """How one language tells a temperature.

    `scales` are, for each unit, the lowest reading, the first normal one, the first that is so no longer, the first that is a fever,
    and the highest; what lies between normal and fever stays as it is said. A number is one
    where a word of `told_by` stands near or, with tenths, one of `reads` before it or of `felt_by` near it ("like ice so I checked
    thirty five point five"); never before `counts` ("thirty eight bumps").
    `low`, `normal` and `high` are put in its place, and `reading` in place of the `measured` that a normal one was told by.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    scales: Sequence[tuple[float, float, float, float, float]] = ()
    told_by: Collection[str] = ()
    reads: Collection[str] = ()
    felt_by: Collection[str] = ()
    counts: Collection[str] = ()
    measured: Collection[str] = ()
    low: str = ""
    normal: str = ""
    high: str = ""
    reading: str = ""

    @classmethod
    def from_locale(cls, numbers: Mapping[str, int], entry: Mapping[str, Any]) -> Temperatures:
        """The temperatures of a locale file."""
        scales = tuple(tuple(float(limit) for limit in limits) for limits in entry["scales"])
        lists = {name: frozenset(entry[name]) for name in ("told_by", "reads", "felt_by", "counts", "measured")}
        words = {name: entry[name] for name in ("low", "normal", "high", "reading")}
        return cls(numbers, scales, **lists, **words)  # type: ignore[arg-type]

    def put_plainly(self, words: Sequence[str]) -> list[str]:
        """The words with each temperature replaced by what it means.

        >>> spoken = {"thirty": 30, "eight": 8, "nine": 9, "six": 6}
        >>> words = {"normal": "no fever", "high": "fever", "reading": "reading"}
        >>> reader = Temperatures(spoken, [(30, 36, 37.8, 38, 43)], {"temp"}, measured={"temp"}, **words)
        >>> " ".join(reader.put_plainly("her temp is thirty eight point six and she has thirty eight bumps".split()))
        'her temp is fever and she has thirty eight bumps'
        >>> " ".join(reader.put_plainly("her temp is thirty six point nine".split()))
        'her reading is no fever'
        """
        found: list[str] = []
        place = 0
        while place < len(words):
            value, end = self._number(words, place) if self.scales else (None, place)
            meaning = self._meaning(words, place, end, value) if value is not None else ""
            if meaning == self.normal and meaning:
                found = [self.reading if word in self.measured else word for word in found]
            found += meaning.split() if meaning else [words[place]]
            place = end if meaning else place + 1
        return found

    def _meaning(self, words: Sequence[str], start: int, end: int, value: float) -> str:
        near = (*words[max(0, start - _BEFORE) : start], *words[end : end + _AFTER])
        read = start > 0 and words[start - 1] in self.reads
        led = value % 1 > 0 and (read or any(word in self.felt_by for word in near))
        if (words[end : end + 1] and words[end] in self.counts) or not (led or any(word in self.told_by for word in near)):
            return ""
        for lowest, normal, above, fever, highest in self.scales:
            if lowest <= value <= highest:
                return self.low if value < normal else self.normal if value < above else self.high if value >= fever else ""
        return ""

    def _number(self, words: Sequence[str], start: int) -> tuple[float | None, int]:
        """The number that begins here, tenths included ("thirty eight point five", "thirty eight five"), and where it ends."""
        whole, end = self._hundreds(words, start)
        if whole is None:
            return None, start
        point = tuple(words[end : end + 1]) == ("point",)
        tenths = self._value(words, end + point)
        if tenths is not None and tenths < 10 and (point or whole >= 30):
            return whole + tenths / 10, end + point + 1
        return float(whole), end

    def _hundreds(self, words: Sequence[str], start: int) -> tuple[int | None, int]:
        first = self._value(words, start)
        if first == 100 or (first == 1 and self._value(words, start + 1) == 100):
            end = start + (1 if first == 100 else 2)
            joined = end + (tuple(words[end : end + 1]) == ("and",))
            rest = self._value(words, joined)
            return (100 + rest, joined + 1) if rest is not None and rest < 10 else (100, end)
        if first == 1 and tuple(words[start + 1 : start + 2]) in (("oh",), ("zero",)):
            rest = self._value(words, start + 2)
            return (100 + rest, start + 3) if rest is not None and rest < 10 else (None, start)
        if first is None or not 20 <= first < 100 or first % 10:
            return None, start
        ones = self._value(words, start + 1)
        return (first + ones, start + 2) if ones is not None and 0 < ones < 10 else (first, start + 1)

    def _value(self, words: Sequence[str], place: int) -> int | None:
        return self.numbers.get(words[place]) if place < len(words) else None
