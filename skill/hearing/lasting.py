"""How long it has been there, told in passing: "hard white bumps on my cheeks for six months"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from rules_core import FactSpec

from ..lexicon.kinds import OF_BUMPS, TOPIC
from ..lexicon.mentions import Mention, Told
from ..remembering.fact_values import NONE
from .ages import AgeReader
from .amounts import Amounts
from .lengths import Length
from .slots import Reading

_BESIDE = OF_BUMPS | {"onset", "symptoms", "who", "age_group", "pregnancy", TOPIC}
"""What may be told beside it, a pregnancy whose own months are left out. Of anything else the length might be meant: a fever, or what was
taken, for three days."""
_YOUNGEST = 4
"""The years from which on an age is told in years, and no length of time with it is one."""


@dataclass(frozen=True)
class Lasting:
    """Reads a length of time in free words that tell nothing else than whose bumps they are, and how and where."""

    amounts: Amounts
    ages: AgeReader
    spec: FactSpec

    def heard(
        self, readings: Iterable[Reading], free: Mapping[Reading, Told], read: Callable[[Reading], Told],
        mentioned: Callable[[Reading, Told], Iterable[Mention]], asked: bool,
    ) -> tuple[tuple[Reading, ...], dict[Reading, Told], dict[str, int]]:
        """The readings, those in `free` words without the length of time they tell, as they are `read` then; these; and its weeks.

        Where something was `asked`, they may tell no more than who it is besides ("I'm thirty, I've had them for two years").
        """
        kept: dict[Reading, Told] = {}
        weeks: dict[str, int] = {}
        for reading, told in free.items():
            length = self._length(reading.words) or (self._beside_onset(reading, read, mentioned) if asked else None)
            bare = replace(reading, words=length.rest) if length else reading
            rest = read(bare) if length else told
            if length and length.weeks is not None and self._is_of_bumps(bare.words, rest, mentioned(bare, rest), asked):
                weeks[self.spec.id] = length.weeks
                reading, told = bare, rest
            kept[reading] = told
        return (*(one for one in readings if one not in free), *kept), kept, weeks

    def _length(self, words: str) -> Length | None:
        """A length of time that is said to last, or that stands beside an age in years."""
        length = self.amounts.lasting_length(words)
        if length is None and (other := self.amounts.length(words)) and (age := self.ages.find(other.rest, asked=True)):
            length = other if age.years and age.years >= _YOUNGEST else None
        is_one = length is not None and length.weeks is not None and self.spec.min <= length.weeks <= self.spec.max
        return length if is_one else None

    def _beside_onset(self, reading: Reading, read: Callable[[Reading], Told],
                      mentioned: Callable[[Reading, Told], Iterable[Mention]]) -> Length | None:
        """A length of time beside which an answer tells how it started and nothing else ("two years, slowly")."""
        length = self.amounts.length(reading.words)
        if length is None or length.weeks is None or self.ages.find(reading.words, asked=False):
            return None
        bare = replace(reading, words=length.rest)
        told = read(bare)
        facts = {one.term.fact for one in mentioned(bare, told) if not one.denied}
        return length if facts == {"onset"} and not told.left else None

    def _is_of_bumps(self, words: str, told: Told, mentions: Iterable[Mention], asked: bool) -> bool:
        """Whether bumps are told of and nothing else, understood or not."""
        facts = {one.term.fact for one in mentions if not (one.denied or one.term.value in (NONE, "no"))}
        return (asked or not OF_BUMPS.isdisjoint(facts)) and facts <= _BESIDE and not self.ages.beside(words, told.left, asked=True)
