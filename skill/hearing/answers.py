"""What an answer gives only because it was asked for: a length of time, a number of things, a short word ("same")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rules_core import FactSpec, SlotType, Term

from ..lexicon import numbers
from ..remembering.session import WEEKS_OLD
from .amounts import Amounts
from .slots import Reading

_WEEKS, LASTS, _DURATION, _NUMBER = "weeks", "duration_weeks", "DURATION", "number"

Short = Mapping[str, Mapping[str, Sequence[str]]]


class Answers:
    """Reads answers by what they answer; `short` lists, by fact and value, whole answers that mean nothing elsewhere.

    `openers` are the words by which a question begins.
    """

    def __init__(
        self, vocabulary: Iterable[SlotType], specs: Mapping[str, FactSpec], amounts: Amounts, short: Short, openers: Iterable[str] = ()
    ) -> None:
        self._openers = tuple(f"{opener} " for opener in openers)
        self._terms = {(term.fact, term.value): term for kind in vocabulary for term in kind.terms}
        self._lengths = [spec for spec in specs.values() if spec.type == "int" and _WEEKS in spec.id]
        self.amounts = self._amounts = amounts
        self._specs = specs
        self._short = {
            (fact, self._plain(words)): value for fact, values in short.items() for value, ways in values.items() for words in ways
        }

    def lengths(
        self, readings: Sequence[Reading], carriers: Collection[str], asked: Collection[str], weeks_of: str = ""
    ) -> tuple[tuple[Reading, ...], dict[str, int], bool]:
        """The readings without the length of time they tell where one was asked for, its weeks, and whether it has no number.

        One that is all that was said tells how long it has been there, unless it tells `weeks_of` something else.
        """
        kept: list[Reading] = []
        weeks: dict[str, int] = {}
        is_open = False
        spec = next((one for one in self._lengths if one.id in asked), None)
        for reading in readings:
            if spec and self._amounts.is_bare(reading.words):  # "six": weeks, or months?
                is_open = True
                continue
            measured = spec and spec.id != WEEKS_OLD and reading.name in carriers
            length = self._amounts.length(reading.words) if measured else None
            if spec and length and length.weeks is not None and spec.min <= length.weeks <= spec.max:
                weeks[spec.id] = length.weeks
                reading = replace(reading, words=length.rest)
            is_open = is_open or (length is not None and length.weeks is None)
            kept.append(reading)
        weeks = weeks or ({} if spec or weeks_of else self._lasts(readings, asked))
        return tuple(kept), weeks, is_open and not weeks

    def _lasts(self, readings: Sequence[Reading], asked: Collection[str]) -> dict[str, int]:
        """How long it has been there, where a length of time is all that is said to a question that asks for something else."""
        spec = next((one for one in self._lengths if one.id == LASTS), None)
        asks_for_number = any(self._specs[name].type == "int" or self._specs[name].bands for name in asked)
        if spec is None or not asked or len(readings) != 1 or asks_for_number:
            return {}
        weeks = self._amounts.only_length(readings[0].words)
        weeks = numbers.weeks(readings[0].words) if weeks is None and readings[0].type == _DURATION else weeks
        return {spec.id: weeks} if weeks is not None and spec.min <= weeks <= spec.max else {}

    def asks(self, words: str) -> bool:
        """Whether a sentence begins as a question."""
        return f"{words.lower().strip()} ".startswith(self._openers)

    def is_choice(self, words: str, asked: Collection[str]) -> bool:
        """Whether a whole answer is the short word for a choice of what is asked for: "a bit" of irritation is no yes."""
        return any((fact, self._plain(words)) in self._short for fact in asked)

    def chosen(self, readings: Iterable[Reading], asked: Collection[str], told: Collection[str]) -> list[Term]:
        """The choices that the words give of facts that are asked for and not `told` otherwise; a number alone tells how many there are."""
        found = [(fact, self._choice(fact, reading.words)) for reading in readings for fact in self._answered(reading, asked, told)
                 if fact not in told]
        return [self._terms[one] for one in found if one in self._terms]

    def _answered(self, reading: Reading, asked: Collection[str], told: Collection[str]) -> tuple[str, ...]:
        """The facts that an answer may tell by its being one: those asked for, and how many there are where a number tells no more."""
        counts = self._amounts.is_bare(reading.words) and not (told or any(self._specs[name].bands for name in asked))
        return (*asked, *(fact for fact in self._amounts.counted if fact not in asked)) if counts else tuple(asked)

    def _choice(self, fact: str, text: str) -> str:
        words = self._plain(text)
        bare = self._plain(self._amounts.without_things(fact, words))
        short = self._short.get((fact, words), "") or self._short.get((fact, bare), "")
        return short or self._amounts.counted_as(fact, self._guessed(words))

    def _guessed(self, words: str) -> str:
        """The number of things that ends an answer as a guess, beside what else it tells ("tiny and hard, maybe eight"); else all of it."""
        said = words.split()
        place = max((at for at, word in enumerate(said) if word in self._amounts.guesses), default=0)
        is_length = place and said[place - 1] in self._amounts.holds
        guess = " ".join(said[place:])
        return guess if place and not is_length and self._amounts.is_bare(self._amounts.without_things(_NUMBER, guess)) else words

    def _plain(self, text: str) -> str:
        """A whole answer, its first article left out: the voice service may do so before the slot is filled."""
        words = text.lower().strip(" .,!?").split()
        return " ".join(words[1:] if len(words) > 1 and words[0] in self._amounts.articles else words)
