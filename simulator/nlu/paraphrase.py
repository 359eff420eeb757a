"""The paraphrase layer: which sample is most like the sentence, once slot surfaces are recognised."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from .gazetteer import Gazetteer, Span
from .interaction_model import InteractionModel
from .likeness import Kin
from .mood import agreement, moods
from .phrases import Rewriter
from .reading import FALLBACK, Reading
from .slot_filling import Filling, Kind, deniable_types, fill, kind_of
from .slot_values import SEARCH_QUERY
from .templates import Template
from .text import Sentence
from .vocabulary_weights import Weights
from .words import STOP_WORDS, stem

_SHORTLIST = 240
_SLOT = 1.1
_ORDER = 0.1
_IN_SLOT = 0.93
_BARE = 0.88
_NOTHING = Filling((), frozenset(), Counter())


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sample made ready for comparison."""

    intent: str
    sample: str
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    kinds: Counter[Kind]
    moods: frozenset[str]
    weight: float
    is_bare: bool
    """True where the sample says nothing of its own beside its slots."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A sentence made ready for comparison."""

    sentence: Sentence
    stems: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    moods: frozenset[str]
    weights: tuple[float, ...]
    total: float
    spans: tuple[Span, ...]


class ParaphraseMatcher:
    """Compares a sentence with every sample, authored paraphrase and negative example."""

    def __init__(self, model: InteractionModel, templates: list[Template], rewriter: Rewriter, common: frozenset[str]) -> None:
        self._model = model
        self._rewriter = rewriter
        self._gazetteer = Gazetteer(model.types, rewriter.words, deniable_types(model.intents.values()))
        prepared = [(template, *self._parts(template)) for template in templates]
        prepared = [entry for entry in prepared if (SEARCH_QUERY, False) not in entry[2]]
        self._weights = Weights(((template.intent, (*stems, *(kind for kind, _ in kinds))) for template, stems, kinds in prepared), common)
        self._kin = Kin(word for _, stems, _ in prepared for word in stems)
        self._patterns = [self._pattern(template, stems, kinds) for template, stems, kinds in prepared]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self._patterns):
            for word in (*pattern.stems, *(kind for kind, _ in pattern.kinds)):
                self._by_word[word].append(number)

    def rank(self, sentence: Sentence) -> list[Reading]:
        """The best reading of each intent, best first; the score lies between 0 and 1."""
        heard = self._hear(sentence)
        fillings: dict[tuple[str, frozenset[tuple[Kind, int]]], Filling] = {}
        best: dict[str, tuple[float, _Pattern, Filling]] = {}
        for pattern in self._shortlist(heard):
            key = pattern.intent, frozenset(pattern.kinds.items())
            if key not in fillings:
                intent = self._model.intents.get(pattern.intent)
                fillings[key] = fill(intent, pattern.kinds.elements(), heard.spans) if intent else _NOTHING
            score = self._score(heard, pattern, fillings[key])
            if score > best.get(pattern.intent, (0.0,))[0]:
                best[pattern.intent] = score, pattern, fillings[key]
        readings = [self._reading(heard, score, pattern, filling) for score, pattern, filling in best.values()]
        return sorted(readings, key=lambda reading: (-reading.score, reading.intent))

    def _parts(self, template: Template) -> tuple[tuple[str, ...], tuple[Kind, ...]]:
        intent = self._model.intents.get(template.intent)
        parts = self._rewriter.words(template.sample)
        slots = [intent.slot(part[1:-1]) for part in parts if part.startswith("{")] if intent else []
        stems = tuple(stem(part) for part in parts if not part.startswith("{"))
        return stems, tuple(kind_of(slot) for slot in slots if slot)

    def _pattern(self, template: Template, stems: tuple[str, ...], kinds: tuple[Kind, ...]) -> _Pattern:
        weight = sum(self._weights.of(word) for word in set(stems)) + sum(_SLOT * self._weights.of(kind) for kind, _ in kinds)
        return _Pattern(template.intent, template.sample, frozenset(stems), frozenset(pairwise(stems)), Counter(kinds),
                        moods(self._rewriter.words(template.sample)), weight, STOP_WORDS.issuperset(stems))

    def _hear(self, sentence: Sentence) -> _Heard:
        sentence = self._rewriter.rewrite(sentence)
        spans = tuple(self._gazetteer.spans(sentence))
        covered = {place for span in spans for place in range(span.start, span.end)}
        stems = tuple(self._kin.nearest(stem(word)) if place not in covered else stem(word)
                      for place, word in enumerate(sentence.words))
        weights = tuple(self._weights.of(word) if place not in covered else max(self._weights.of(word), _SMALL_IN_SPAN[word in STOP_WORDS])
                        for place, word in enumerate(stems))
        return _Heard(sentence, stems, frozenset(pairwise(stems)), moods(sentence.words), weights, sum(weights) or 1.0, spans)

    def _shortlist(self, heard: _Heard) -> Iterable[_Pattern]:
        """The samples that share the most telling words or slot types with the sentence."""
        hits: dict[int, float] = defaultdict(float)
        for word in {*heard.stems, *(span.type for span in heard.spans)}:
            weight = self._weights.of(word)
            for number in self._by_word.get(word, ()):
                hits[number] += weight
        ranked = sorted(hits, key=lambda number: -hits[number] / (self._patterns[number].weight + heard.total))
        return [self._patterns[number] for number in ranked[:_SHORTLIST]]

    def _score(self, heard: _Heard, pattern: _Pattern, filling: Filling) -> float:
        shared = pattern.stems.intersection(heard.stems)
        filled = pattern.kinds & filling.kinds
        said = sum(self._weights.of(word) for word in shared)
        said += sum(_SLOT * self._weights.of(kind) * count for (kind, _), count in filled.items())
        of_sample = said / (pattern.weight or 1.0)
        of_sentence = sum(weight if word in shared else _IN_SLOT * weight
                          for place, (word, weight) in enumerate(zip(heard.stems, heard.weights, strict=True))
                          if word in shared or place in filling.places) / heard.total
        if not of_sample or not of_sentence:
            return 0.0
        order = len(pattern.pairs & heard.pairs) / (len(pattern.pairs) or 1)
        fitting = agreement(pattern.moods, heard.moods) * (1 - _ORDER + _ORDER * order) * (_BARE if pattern.is_bare else 1.0)
        return fitting * 2 * of_sample * of_sentence / (of_sample + of_sentence)

    def _reading(self, heard: _Heard, score: float, pattern: _Pattern, filling: Filling) -> Reading:
        slots = filling.slots(heard.sentence) if pattern.intent != FALLBACK else ()
        return Reading(pattern.intent, score, slots, pattern.sample, len(filling.places))


_SMALL_IN_SPAN = {True: 0.2, False: 0.9}

