"""Figures in slots: ages, counts and lengths of time, by the slot, by the question, or by what is still to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rules_core import FactSpec, SlotType, Term

from ..lexicon import numbers
from ..lexicon.mentions import Mention
from ..lexicon.own_years import OLDEST
from ..remembering.session import BABY, SELF, TOO_YOUNG, WEEKS_OLD
from .ages import WEEKS_A_YEAR, Age, AgeReader, band
from .people import WHO, named
from .slots import AGE, OWN_AGE, Reading

_WEEKS = "weeks"
_PERSONS = ("CIRCUMSTANCE", "WHO")
_DURATION = "DURATION"
_HOW_MANY = "number"
_NUMBERS = ("NUMBER", _DURATION)
_YEARS = (AGE, OWN_AGE)
MEASURED = "measured_words"
"""The slot of what a thermometer reads."""
_YOUNGEST_SPEAKER = 4
"""Nobody younger says how old they are: "I'm one of those" is no age."""

Count = tuple[str, int]
"""A fact and its number."""


class Figures:
    """Reads what slots hold in figures, for one vocabulary and one language."""

    def __init__(self, vocabulary: Iterable[SlotType], specs: Mapping[str, FactSpec], ages: AgeReader) -> None:
        self._specs, self._ages = specs, ages
        terms = [term for kind in vocabulary for term in kind.terms]
        self._banded = [(spec, {term.value: term for term in terms if term.fact == spec.id}) for spec in specs.values() if spec.bands]

    @staticmethod
    def may_be_age(reading: Reading) -> bool:
        """Whether a slot may hold an age in figures: "six weeks old" is a baby, and six weeks."""
        says_age = reading.type in _PERSONS and all(term.fact in WHO for term in reading.terms)
        return reading.name == WEEKS_OLD or reading.type in _NUMBERS or says_age

    def age(self, reading: Reading, asked: tuple[str, ...], weeks_of: str) -> tuple[list[Term], list[Count | None]]:
        """The band of an age given in years, or the number of one given in weeks or months."""
        bare = len(asked) != 1 and not any(name == _HOW_MANY or self._specs[name].type == "int" for name in asked)
        for spec, terms in self._banded:
            if reading.name in _YEARS:
                return _of_years(terms, spec, reading), []
            words = self._ages.carried(reading.name, _spoken(reading))
            asks = spec.id in asked or (weeks_of == spec.id and reading.type in _NUMBERS)
            age = _as_age(reading, asks or weeks_of == WEEKS_OLD) or self._ages.find(words, asks, bare)
            if age and age.years is not None and band(spec, age.years) in terms:
                if not asks and age.bare and band(spec, age.years) in TOO_YOUNG:
                    return [], []  # "I have five" is no age, nor is "five" to a question that asks for something else
                return [_whose_age(terms[band(spec, age.years)], own=age.own or (age.bare and not (asked or asks)))], []
            if age and age.weeks is not None and WEEKS_OLD in self._specs and age.weeks <= self._specs[WEEKS_OLD].max:
                return [], [(WEEKS_OLD, age.weeks)]
        counted = weeks_of in self._specs and self._specs[weeks_of].type == "int" and weeks_of not in asked
        alone = self._ages.alone(reading.words) if counted else None
        if alone is not None and alone <= self._specs[weeks_of].max:
            return [], [(weeks_of, alone)]
        return [], []

    def number(self, reading: Reading, asking: tuple[str, ...], weeks_of: str) -> Count | None:
        """The number that a slot tells: by the slot's name, by the question, or as the weeks that are still to be told."""
        lasts = (weeks_of,) if reading.type == _DURATION else ()
        for name in (reading.name, *asking, *lasts):
            spec = self._specs.get(name)
            if spec and spec.type == "int" and (name == reading.name or reading.type in _NUMBERS):
                value = _as_number(name, reading.words)
                return (name, value) if value is not None and spec.min <= value <= spec.max else None
        return None


def without_babys_years(readings: Iterable[Reading], mentions: Iterable[Mention]) -> Iterator[Reading]:
    """The readings but for a temperature, and for a number without a unit said of a baby: three may be days, weeks or months."""
    is_baby = any(named(one.term) == BABY for one in mentions)
    return (reading for reading in readings if reading.name not in ((*_YEARS, MEASURED) if is_baby else (MEASURED,)))


def _of_years(terms: Mapping[str, Term], spec: FactSpec, reading: Reading) -> list[Term]:
    """The band of an age in a slot for years; of the speaker, however young, in the slot for their own."""
    years, own = numbers.whole_number(reading.words), reading.name == OWN_AGE
    if years is None or years > OLDEST or (own and years < _YOUNGEST_SPEAKER) or band(spec, years) not in terms:
        return []
    term = terms[band(spec, years)]
    return [term._replace(subject=SELF)] if own else [_whose_age(term, own=False)]


def _as_age(reading: Reading, asked: bool) -> Age | None:
    """The age that a length of time tells, in the slot for it or where an age was asked for: in years from the second on."""
    weeks = numbers.weeks(reading.words) if reading.name == WEEKS_OLD or (asked and reading.type == _DURATION) else None
    if weeks is None or (weeks <= WEEKS_A_YEAR and reading.name == WEEKS_OLD):
        return None
    return Age(years=weeks // WEEKS_A_YEAR) if weeks > WEEKS_A_YEAR else Age(weeks=weeks)


def _spoken(reading: Reading) -> str:
    """The words of a slot; none where the voice service put a length of time into figures of its own."""
    return "" if reading.type == _DURATION else reading.words


def _as_number(fact: str, words: str) -> int | None:
    number = numbers.whole_number(words)
    return numbers.weeks(words) if number is None and _WEEKS in fact else number


def _whose_age(term: Term, own: bool) -> Term:
    """An age in years names nobody else, except that small children do not speak for themselves; "I am" is the speaker."""
    if term.value in TOO_YOUNG:
        return term
    return Term(term.id, term.fact, term.value, term.name, term.says, term.classes, SELF if own else "")
