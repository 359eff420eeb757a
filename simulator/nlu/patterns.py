"""Samples made ready for comparison with sentences, and the few worth comparing with a given one."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from .interaction_model import InteractionModel
from .mood import moods
from .slot_filling import Kind, kind_of
from .slot_values import SEARCH_QUERY
from .templates import Template
from .vocabulary_weights import Weights
from .words import STOP_WORDS, stem

SLOT_WEIGHT = 1.1
YOUNG = frozenset(map(stem, ["baby", "babies", "newborn", "newborns", "infant", "milk"]))
"""A sample that says one of these speaks of the very young: it is nothing like a sentence that names nobody and none of these."""
_SHORTLIST = 240
_OF_EACH = 6
"""Samples of each intent that are compared in any case, so that many alike of one leave room for the others."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sample: its stems, neighbouring stems, slot kinds, kind of sentence, and how much all that weighs."""

    intent: str
    sample: str
    stems: tuple[tuple[str, float], ...]
    """Each stem with what it weighs."""
    pairs: frozenset[tuple[str, str]]
    kinds: tuple[Kind, ...]
    moods: frozenset[str]
    weight: float
    is_bare: bool
    """True where the sample says nothing of its own beside its slots."""
    is_of_young: bool = False


class Patterns:
    """All samples, with the weight of every word and an index from words to samples."""

    def __init__(self, model: InteractionModel, templates: Iterable[Template], words_of: Callable[[str], tuple[str, ...]],
                 common: frozenset[str]) -> None:
        parsed = [(template, *_parts(model, template, words_of(template.sample))) for template in templates]
        parsed = [entry for entry in parsed if (SEARCH_QUERY, False) not in entry[2]]
        self.weights = Weights(((template.intent, (*map(stem, words), *(kind for kind, _ in kinds)))
                                for template, words, kinds in parsed), common)
        self._patterns = [self._pattern(template, words, kinds) for template, words, kinds in parsed]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self._patterns):
            for word in {*(word for word, _ in pattern.stems), *(kind for kind, _ in pattern.kinds)}:
                self._by_word[word].append(number)

    @property
    def stems(self) -> set[str]:
        """Every stem of every sample."""
        return {word for pattern in self._patterns for word, _ in pattern.stems}

    def shortlist(self, words: Iterable[str], total: float) -> list[Pattern]:
        """The samples that share the most telling words or slot types with a sentence of that total weight, some of each intent."""
        hits: dict[int, float] = defaultdict(float)
        for word in sorted(words):
            weight = self.weights.of(word)
            for number in self._by_word.get(word, ()):
                hits[number] += weight
        shares = [(hit / (self._patterns[number].weight + total), -number) for number, hit in hits.items()]
        shares.sort(reverse=True)
        chosen, of_each = [], Counter[str]()
        for place, (_, number) in enumerate(shares):
            pattern = self._patterns[-number]
            of_each[pattern.intent] += 1
            if place < _SHORTLIST or of_each[pattern.intent] <= _OF_EACH:
                chosen.append(pattern)
        return chosen

    def _pattern(self, template: Template, words: tuple[str, ...], kinds: tuple[Kind, ...]) -> Pattern:
        stems = tuple(map(stem, words))
        weighed = tuple((word, self.weights.of(word)) for word in sorted(set(stems)))
        weight = sum(weight for _, weight in weighed) + sum(SLOT_WEIGHT * self.weights.of(kind) for kind, _ in kinds)
        return Pattern(template.intent, template.sample, weighed, frozenset(pairwise(stems)), tuple(sorted(kinds)), moods(words),
                       weight or 1.0, STOP_WORDS.issuperset(stems), not YOUNG.isdisjoint(stems))


def _parts(model: InteractionModel, template: Template, parts: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Kind, ...]]:
    """The sample's own words, and the kinds of its slots."""
    intent = model.intents.get(template.intent)
    slots = [intent.slot(part[1:-1]) for part in parts if part.startswith("{")] if intent else []
    return tuple(part for part in parts if not part.startswith("{")), tuple(kind_of(slot) for slot in slots if slot)
