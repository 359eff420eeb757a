"""From one request to facts: the only code that reads what slots hold.

Every slot of every request is read, whatever the intent, so that nothing said in passing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ask_sdk_model.intent import Intent

from rules_core import FactSpec, SlotType, Term

from . import numbers
from .ages import WEEKS_A_YEAR, Age, AgeReader, band
from .heard import Heard
from .lexicon import Lexicon, Mention
from .people import PRONOUN, WHO, called, mode, named, whose
from .session import SELF, TOO_YOUNG
from .slots import Reading, SlotReader

_INGREDIENT = "INGREDIENT"
UNLISTED = "ingredient.unlisted"
"""The term for a product that the vocabulary does not list."""
_WEEKS = "_weeks"
_AGE_WEEKS, _CIRCUMSTANCE, _SYMPTOM = "age_weeks", "CIRCUMSTANCE", "SYMPTOM"
_CORRECTION = "corrected_words"
"""The slot of words that set right what was said before: there even a sign may turn out to be long over."""
_NUMBERS = ("NUMBER", "DURATION")


class Ear:
    """Understands the slots of intents in terms of one vocabulary and one language."""

    def __init__(
        self, vocabulary: tuple[SlotType, ...], specs: Mapping[str, FactSpec], lexicon: Lexicon, carriers: Mapping[str, str],
        ages: AgeReader,
    ) -> None:
        self._slots = SlotReader(vocabulary)
        self._types = {kind.id: frozenset(term.fact for term in kind.terms) for kind in vocabulary}
        self._surfaces = {surface for kind in vocabulary for term in kind.terms for surface in (term.name, *term.says)}
        self._unlisted = [term for kind in vocabulary for term in kind.terms if term.id == UNLISTED]
        self._specs = specs
        self._personal = frozenset(spec.id for spec in specs.values() if spec.scope == "person")
        self._lexicon = lexicon
        self._carriers = carriers
        self._ages = ages
        self._banded = [
            (spec, {term.value: term for kind in vocabulary for term in kind.terms if term.fact == spec.id})
            for spec in specs.values() if spec.bands
        ]

    def hear(self, intent: Intent | None, asking: Iterable[str] = ()) -> Heard:
        """Everything the slots of an intent say; `asking` tells what a bare number answers."""
        readings = self._slots.read(intent) if intent else ()
        asked = tuple(asking)
        found = [(reading, tuple(self._mentions(reading, answers=bool(asked)))) for reading in readings]
        mentions = [mention for _, several in found for mention in several]
        counts = [self._number(reading, asked) for reading in readings]
        for reading in readings:
            if reading.name in self._carriers or reading.type in _NUMBERS or self._may_be_age(reading):
                terms, weeks = self._age(reading, asked)
                mentions += [Mention(term, denied=False) for term in terms if not any(one.term.fact == term.fact for one in mentions)]
                counts += weeks
        said = _unique(mention.term for mention in mentions if not mention.denied)
        subject = next((person for term in said if (person := named(term))), "")
        return Heard(
            said=said,
            denied=tuple(term for term in _unique(one.term for one in mentions if one.denied) if term not in said),
            over=tuple(term for reading in readings for term in self._over(reading) if term not in said),
            whose=whose(found),
            numbers=dict(count for count in counts if count),
            subject=subject,
            mode=mode(found, subject),
            called=called(found),
            words=bool(readings),
        )

    def _over(self, reading: Reading) -> Iterable[Term]:
        """What free words say is over. A sign is taken back only by a correction: a fever of last week rules out none of today."""
        if reading.name not in self._carriers:
            return ()
        over = self._lexicon.over(f"{self._carriers[reading.name]} {reading.words}")
        return over if reading.name == _CORRECTION else (term for term in over if term.fact not in self._types[_SYMPTOM])

    @staticmethod
    def _may_be_age(reading: Reading) -> bool:
        return reading.name == _AGE_WEEKS or (reading.type == _CIRCUMSTANCE and not reading.terms)

    def _age(self, reading: Reading, asked: tuple[str, ...]) -> tuple[list[Term], list[tuple[str, int] | None]]:
        """The band of an age given in years, or the number of one given in weeks or months."""
        bare = len(asked) != 1
        for spec, terms in self._banded:
            age = _in_years(reading) or self._ages.find(reading.words, spec.id in asked, bare)
            if age and age.years is not None and band(spec, age.years) in terms:
                if not asked and age.bare and band(spec, age.years) in TOO_YOUNG:
                    return [], []  # "I have five" is no age
                return [_whose_age(terms[band(spec, age.years)], own=age.own or (age.bare and not asked))], []
            if age and age.weeks is not None and _AGE_WEEKS in self._specs and age.weeks <= self._specs[_AGE_WEEKS].max:
                return [], [(_AGE_WEEKS, age.weeks)]
        return [], []

    def _mentions(self, reading: Reading, answers: bool = False) -> Iterator[Mention]:
        """In words that answer a question, what tells about a person is no part of a question's name ("bumps under my eyes")."""
        if reading.type == PRONOUN:
            return
        if reading.name in self._carriers:
            words = f"{self._carriers[reading.name]} {reading.words}"
            told = self._lexicon.find(words, self._personal) if answers else ()
            yield from _person_first(tuple(dict.fromkeys((*told, *self._lexicon.find(words)))), self._specs)
            return
        found = self._in_words(reading)
        turned = {mention.term.id for mention in found if mention.denied}
        terms = reading.terms or tuple(mention.term for mention in found)
        for term in terms or self._not_listed(reading):
            yield Mention(term, denied=reading.denies or term.id in turned)

    def _in_words(self, reading: Reading) -> tuple[Mention, ...]:
        """What the spoken words hold of the slot's own kind, when resolution gave nothing or several words besides.

        An ingredient counts only by its full name: a "tiger butter" is not the butter the vocabulary knows.
        """
        if reading.terms and (" " not in reading.words or reading.words.lower() in self._surfaces):
            return ()
        facts = self._types.get(reading.type)
        if facts is not None and not reading.terms:
            facts |= {"who"}  # "for me" may end up in the slot for a place
        found = self._lexicon.find(reading.words)
        kept = tuple(one for one in found if facts is None or one.term.fact in facts)
        return tuple(one for one in kept if one.term.name in reading.words.lower()) if reading.type == _INGREDIENT else kept

    def _not_listed(self, reading: Reading) -> Iterable[Term]:
        return self._unlisted if reading.type == _INGREDIENT else ()

    def _number(self, reading: Reading, asking: tuple[str, ...]) -> tuple[str, int] | None:
        for name in (reading.name, *asking):
            spec = self._specs.get(name)
            if spec and spec.type == "int" and (name == reading.name or reading.type in ("NUMBER", "DURATION")):
                value = _as_number(name, reading.words)
                return (name, value) if value is not None and spec.min <= value <= spec.max else None
        return None


def _in_years(reading: Reading) -> Age | None:
    """An age that the voice service gives as a length of time, where it is more than a year."""
    weeks = numbers.weeks(reading.words) if reading.name == _AGE_WEEKS else None
    return Age(years=weeks // WEEKS_A_YEAR) if weeks is not None and weeks > WEEKS_A_YEAR else None


def _as_number(fact: str, words: str) -> int | None:
    number = numbers.whole_number(words)
    return numbers.weeks(words) if number is None and (fact.endswith(_WEEKS) or "weeks" in fact) else number


def _person_first(mentions: tuple[Mention, ...], specs: Mapping[str, FactSpec]) -> Iterator[Mention]:
    """In free talk about oneself, words that tell something about a person ask nothing besides.

    "I take isotretinoin" is no question about isotretinoin, and beside a symptom no topic counts.
    """
    personal = [one for one in mentions if specs[one.term.fact].scope == "person"]
    told = {place for one in personal for place in one.places}
    tells = any(one.term.fact not in WHO for one in personal)
    for one in mentions:
        asks = specs[one.term.fact].scope != "person"
        if not (asks and (told.intersection(one.places) or (tells and one.term.fact == "topic"))):
            yield one


def _whose_age(term: Term, own: bool) -> Term:
    """An age in years names nobody else, except that small children do not speak for themselves; "I am" is the speaker."""
    if term.value in TOO_YOUNG:
        return term
    return Term(term.id, term.fact, term.value, term.name, term.says, term.classes, SELF if own else "")


def _unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple({term.id: term for term in terms}.values())
