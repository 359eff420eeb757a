"""What one slot mentions: by resolution, by the words in it, or as free speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rules_core import FactSpec, SlotType, Term

from ..lexicon import numbers
from ..lexicon.lexicon import Lexicon
from ..lexicon.mentions import Mention, Told
from .people import PRONOUN, person_first
from .slots import Reading

_INGREDIENT, _CIRCUMSTANCE, _PRODUCT = "INGREDIENT", "CIRCUMSTANCE", "ingredient"
_DANGER, _ILLNESS = "DANGER", "unwell"
UNLISTED = ("ingredient.unlisted", "topic.cause_unlisted")
"""The terms for a product and for a cause that the vocabulary does not list."""
_CAUSE = "CAUSE"


class SlotMentions:
    """Finds the terms of single slots; `nameless` are words for a product that name none ("it", "that")."""

    def __init__(self, vocabulary: tuple[SlotType, ...], specs: Mapping[str, FactSpec], lexicon: Lexicon, nameless: Iterable[str]) -> None:
        self._types = {kind.id: frozenset(term.fact for term in kind.terms) for kind in vocabulary}
        self._surfaces = {surface for kind in vocabulary for term in kind.terms for surface in (term.name, *term.says)}
        self._unlisted = {kind.id: [term for term in kind.terms if term.id in UNLISTED] for kind in vocabulary}
        self._specs = specs
        self._personal = frozenset(spec.id for spec in specs.values() if spec.scope == "person")
        self._lexicon = lexicon
        self._nameless = frozenset(nameless)

    def of_free_words(self, sentence: str, told: Told, answers: bool) -> Iterator[Mention]:
        """What free words tell; where they answer a question, what tells about a person is no part of a name ("bumps under my eyes")."""
        personal = self._lexicon.find(sentence, self._personal) if answers else ()
        return person_first(tuple(dict.fromkeys((*personal, *told.found))), self._specs)

    def of(self, reading: Reading, listed: bool = False) -> Iterator[Mention]:
        """What a slot that is no free speech mentions; where products are `listed`, what somebody uses is one of them too."""
        if reading.type == PRONOUN:
            return
        if ill := self._ill(reading):
            yield from ill
            return
        found = self._in_words(reading)
        turned = {mention.term.id for mention in found if mention.denied}
        terms = reading.terms or tuple(mention.term for mention in found)
        for term in terms or self._not_listed(reading):
            yield Mention(term, denied=reading.denies or term.id in turned)
        if listed and reading.type == _CIRCUMSTANCE and not reading.denies:
            yield from (one for one in self._lexicon.find(reading.words, (_PRODUCT,)) if not one.denied)

    def _ill(self, reading: Reading) -> tuple[Mention, ...]:
        """The illness that words for a danger tell where they tell nothing else: "won't wake" is not "don't want to wake"."""
        if reading.type != _DANGER or reading.words.lower() in self._names(reading.terms):
            return ()
        told = self._lexicon.find(reading.words, self._personal)
        return told if all(one.term.fact == _ILLNESS and not one.denied for one in told) else ()

    @staticmethod
    def _names(terms: Iterable[Term]) -> frozenset[str]:
        return frozenset(name for term in terms for name in (term.name, *term.says))

    def _in_words(self, reading: Reading) -> tuple[Mention, ...]:
        """What the spoken words hold of the slot's own kind, when resolution gave nothing or several words besides.

        An ingredient counts only by its full name: a "tiger butter" is not the butter the vocabulary knows. A bare number
        means what the question asks for, so it is no word.
        """
        if numbers.whole_number(reading.words) is not None:
            return ()
        if reading.terms and (" " not in reading.words or reading.words.lower() in self._surfaces):
            return ()
        facts = self._types.get(reading.type)
        if facts is not None and not reading.terms:  # "for me" in the slot for a place, "I have blisters" in that for a circumstance
            facts |= self._personal if reading.type == _CIRCUMSTANCE else {"who"}
        found = self._lexicon.find(reading.words)
        kept = tuple(one for one in found if facts is None or one.term.fact in facts)
        return tuple(one for one in kept if one.term.name in reading.words.lower()) if reading.type == _INGREDIENT else kept

    def _not_listed(self, reading: Reading) -> Iterable[Term]:
        """What is named and not listed; as a cause only where its words tell nothing else: "the burn" is an injury, not unknown."""
        if reading.type not in (_INGREDIENT, _CAUSE) or reading.words.lower() in self._nameless:
            return ()
        return () if reading.type == _CAUSE and self._lexicon.find(reading.words) else self._unlisted[reading.type]


def lists_products(readings: Iterable[Reading]) -> bool:
    """Whether several products are told one after the other."""
    return sum(reading.type == _INGREDIENT for reading in readings) > 1
