"""Ages in words: "thirty five", "she is four years old", "nineteen"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rules_core import FactSpec

from ..lexicon.numbers import spoken
from ..lexicon.own_years import OLDEST, OwnYears

_WORD = re.compile(r"[a-z]+|\d+")
WEEKS_A_YEAR = 52
_LONGEST_LEAD, _FEW = 4, 12


@dataclass(frozen=True)
class Age:
    """An age in whole years, or in weeks where it was given in months, weeks or days; `own` in "I am thirty", `bare` in "thirty"."""

    years: int | None = None
    weeks: int | None = None
    own: bool = False
    bare: bool = False


class AgeReader:
    """Finds ages by one locale's number words and units (unit -> weeks, 0 for days)."""

    def __init__(
        self,
        numbers: Mapping[str, int],
        units: Mapping[str, int],
        leads: Mapping[str, Collection[str]],
        ends: Collection[str] = (),
        around: Mapping[str, Collection[str]] | None = None,
        carriers: Mapping[str, str] | None = None,
        own_years: OwnYears | None = None,
    ) -> None:
        """`leads` stand before an age and `ends` after one; `around` has words that may come between ("he is BARELY three weeks").

        It also has the people whose age is told in years (`people`) and what tells it (`being`), who a baby is (`babies`; `grown_too` are
        those of them who may be grown), of which grown women weeks tell how far along they are (`grown`), the words for
        one (`ones`), what comes before a day of birth (`births`), what after a length of time tells that it is no age (`not_ends`:
        "three weeks LATE"), and before one that it is (`holding`) and is not (`lasting`). `carriers` are the words said before a slot.
        """
        self._carriers = carriers or {}
        self._numbers, self._units, self._own_years = numbers, units, own_years or OwnYears(numbers)
        self._leads = {tuple(lead.split()): whose == "own" for whose, listed in leads.items() for lead in listed}
        self._ends = frozenset(ends)
        given = around or {}
        (self._hedges, self._people, self._being, self._babies, self._ones, self._births, self._not_ends, self._holding, self._counts,
         self._lasting) = (frozenset(given.get(name, ())) for name in (
             "hedges", "people", "being", "babies", "ones", "births", "not_ends", "holding", "counts", "lasting"))
        self._grown = tuple(tuple(name.split()) for name in given.get("grown", ()))
        self._only_babies = self._babies - frozenset(given.get("grown_too", ()))

    def find(self, text: str, asked: bool, bare: bool = False) -> Age | None:
        """The age in a text; a number without a unit is one where an age was `asked` for.

        It is one too after "I am" or "she is", and, where a `bare` number can mean nothing else, at the start.
        """
        words = _WORD.findall(text.lower())
        for place in range(len(words)):
            number, end = self._number(words, place)
            if number is None:
                continue
            unit = words[end] if end < len(words) else ""
            own = self._led(words, place) or False
            if unit in self._units and self._lasts(words, place, end):
                continue
            told = unit in self._units and (
                asked
                or self._own_years.had(words, place)
                or "old" in words[end : end + 2]
                or (not self._is_along(words, place) and self._is_in_weeks(words, place, end, own))
            )
            if told:
                return self._in_units(number, unit, own or bool(self._own_years.had(words, place)))
            answers = asked and not self._may_count(words, place, end, number)
            if number <= OLDEST and unit not in self._counts and (answers or self._is_said(words, place, end, bare)):
                return Age(years=number, own=own, bare=place == 0)
        return None

    def carried(self, slot: str, words: str) -> str:
        """The words of a slot with those said before it: "two weeks old and hot" after "he is"."""
        return f"{self._carriers[slot]} {words}" if slot in self._carriers else words

    def beside(self, text: str, words: Iterable[str], asked: bool = False) -> tuple[str, ...]:
        """Those of the words that are no part of an age which the text tells."""
        if not self.find(text, asked):
            return tuple(words)
        return tuple(word for word in words if not (word.isdigit() or word in self._numbers or word in self._units or word == "old"))

    def alone(self, text: str) -> int | None:
        """The weeks of a length of time that is all the text says ("two weeks"); None for years and for anything else.

        >>> AgeReader({"two": 2}, {"weeks": 1}, {}).alone("two weeks"), AgeReader({"two": 2}, {"weeks": 1}, {}).alone("two weeks ago")
        (2, None)
        """
        words = _WORD.findall(text.lower())
        number, end = self._number(words, 0) if words else (None, 0)
        if number is None or words[end:] not in ([unit] for unit in self._units):
            return None
        age = self._in_units(number, words[end], own=False)
        return age.weeks if age else None

    def word(self, number: int) -> str:
        """How a number is said in one word; empty where it takes more.

        >>> AgeReader({"one": 1}, {}, {}).word(1)
        'one'
        """
        return next((word for word, value in self._numbers.items() if value == number), "")

    def _is_said(self, words: list[str], place: int, end: int, bare: bool = False) -> bool:
        """Whether what ends at `end` stands where an age is told: "I'm thirty five", "she is four and ..."."""
        led = (bare and place == 0) or self._led(words, place) is not None or self._is_somebodys(words, place)
        return (led and (end == len(words) or words[end] in self._ends)) or self._own_years.ends(words, place) == end

    def _may_count(self, words: list[str], place: int, end: int, number: int) -> bool:
        """Whether a small number counts what is named after it, and is no age: "ONE white bump", but not "she's TWO today"."""
        tells_age = end == len(words) or words[end] in self._ends or words[end] in self._hedges
        return number <= _FEW and not (tells_age or self._led(words, place) is not None or self._is_somebodys(words, place))

    def _led(self, words: list[str], place: int) -> bool | None:
        """Whether the words before an age say that it is the speaker's own; None where they lead to no age."""
        leads = (self._leads.get(tuple(words[max(0, place - size) : place])) for size in (_LONGEST_LEAD, 2))
        return next((own for own in leads if own is not None), None)

    def _lasts(self, words: list[str], place: int, end: int) -> bool:
        """Whether a length of time is said to last: "for about three weeks" is no age, whatever was asked."""
        if "old" in words[end : end + 2]:
            return False
        while place and words[place - 1] in self._hedges:
            place -= 1
        return bool(place) and words[place - 1] in self._lasting

    def _is_somebodys(self, words: list[str], place: int) -> bool:
        """Whether a number without a unit tells the years of one who is not a baby: "my lad is only eleven"."""
        start = place
        while start and words[start - 1] in self._hedges:
            start -= 1
        before = words[max(0, start - 2) : start]
        return len(before) == 2 and before[0] in self._people and before[1] in self._being

    def _is_babys(self, words: list[str], place: int, end: int) -> bool:
        """Whether days, weeks or months are an age: "she's barely six days new", "my little one is three weeks", "born nine days ago"."""
        start = place
        while start and words[start - 1] in self._hedges:
            start -= 1
        after = words[end + 1] if end + 1 < len(words) else ""
        if start and words[start - 1] in self._births:
            return after == "ago"
        return (
            self._units[words[end]] < WEEKS_A_YEAR and self._leads_a_baby(words[max(0, start - 3) : start]) and after not in self._not_ends
        )

    def _is_in_weeks(self, words: list[str], place: int, end: int, own: bool) -> bool:
        """Whether a number with a unit stands where somebody else's age is told."""
        return (not own and self._is_said(words, place, end + 1)) or self._is_babys(words, place, end)

    def _is_along(self, words: list[str], place: int) -> bool:
        """Whether weeks tell how far along a woman is who was named, and no baby: "my sister's thirty weeks"."""
        named = any(tuple(words[at:at + len(name)]) == name for name in self._grown for at in range(place))
        return named and self._only_babies.isdisjoint(words[:place])

    def _leads_a_baby(self, before: list[str]) -> bool:
        if " ".join(before[-2:]) in self._holding:  # "he has two months" is how some tell an age
            return True
        if self._leads.get(tuple(before[-2:])) is False or self._leads.get(tuple(before[-1:])) is False:
            return True
        is_said = tuple(before[-1:]) in {lead[1:] for lead in self._leads}
        return is_said and not self._babies.isdisjoint((" ".join(before[:-1]), " ".join(before[-2:-1])))

    def _in_units(self, number: int, unit: str, own: bool) -> Age | None:
        weeks = self._units[unit]
        if weeks == WEEKS_A_YEAR:
            return Age(years=number, own=own) if number <= OLDEST else None
        return Age(weeks=number * weeks if weeks else number // 7)

    def _number(self, words: list[str], place: int) -> tuple[int | None, int]:
        """The number that starts at a place, and where it ends: digits, "nineteen", "thirty five"."""
        is_one = words[place] in self._ones and words[place + 1 : place + 2] and words[place + 1] in self._units
        return (1, place + 1) if is_one else spoken(words, place, self._numbers)


def band(spec: FactSpec, years: int) -> str:
    """The value that holds at this age; empty where the fact has no bands.

    >>> band(FactSpec("age", "enum", ("child", "adult"), bands={"child": 0, "adult": 18}), 19)
    'adult'
    """
    reached = [(start, value) for value, start in spec.bands.items() if years >= start]
    return max(reached)[1] if reached else ""
