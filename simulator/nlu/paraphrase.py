"""The paraphrase layer: which sample is most like the sentence, once slot surfaces are recognised."""
from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from .gazetteer import Gazetteer, Span
from .interaction_model import InteractionModel
from .likeness import Kin
from .mood import agreement, moods
from .patterns import SLOT_WEIGHT, Pattern, Patterns
from .phrases import Rewriter
from .reading import FALLBACK, Reading
from .slot_filling import Filling, Kind, deniable_types, fill
from .templates import Template
from .text import Sentence
from .words import STOP_WORDS, stem

_IN_SLOT = 0.93
"""A word taken by a slot counts a little less than one the sample says itself."""
_BARE = 0.88
"""A sample of nothing but slots is like too many sentences."""
_ORDER = 0.1
"""The part of the score that the order of words decides."""
_SURFACE, _SMALL_SURFACE = 0.9, 0.2
"""The least that a word of a slot surface weighs, and a small word in one."""
_NOTHING = Filling((), frozenset(), Counter())


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


@dataclass(frozen=True, slots=True)
class _Cover:
    """How much of a sentence the filled slots take, and what each stem adds when the sample says it."""

    filling: Filling
    said: float
    """What the wanted slots that are filled weigh."""
    taken: float
    gains: dict[str, float]


class ParaphraseMatcher:
    """Compares a sentence with every sample, authored paraphrase and negative example."""

    def __init__(self, model: InteractionModel, templates: list[Template], rewriter: Rewriter, common: frozenset[str]) -> None:
        self._intents = model.intents
        self._rewriter = rewriter
        self._gazetteer = Gazetteer(model.types, rewriter.words, deniable_types(model.intents.values()))
        self._patterns = Patterns(model, templates, rewriter.words, common)
        self._kin = Kin(self._patterns.stems)

    def rank(self, sentence: Sentence) -> list[Reading]:
        """The best reading of each intent, best first; the score lies between 0 and 1."""
        heard = self._hear(sentence)
        covers: dict[tuple[str, tuple[Kind, ...]], _Cover] = {}
        best: dict[str, tuple[float, Pattern, _Cover]] = {}
        for pattern in self._patterns.shortlist({*heard.stems, *(span.type for span in heard.spans)}, heard.total):
            key = pattern.intent, pattern.kinds
            if key not in covers:
                covers[key] = self._cover(heard, *key)
            score = _score(heard, pattern, covers[key])
            if pattern.intent not in best or score > best[pattern.intent][0]:
                best[pattern.intent] = score, pattern, covers[key]
        readings = [_reading(heard, score, pattern, cover.filling) for score, pattern, cover in best.values() if score]
        return sorted(readings, key=lambda reading: (-reading.score, reading.intent))

    def _hear(self, sentence: Sentence) -> _Heard:
        sentence = self._rewriter.rewrite(sentence)
        spans = tuple(self._gazetteer.spans(sentence))
        covered = {place for span in spans for place in range(span.start, span.end)}
        stems = tuple(stem(word) if place in covered else self._kin.nearest(stem(word)) for place, word in enumerate(sentence.words))
        weights = tuple(self._weight(word, place in covered) for place, word in enumerate(stems))
        return _Heard(sentence, stems, frozenset(pairwise(stems)), moods(sentence.words), weights, sum(weights) or 1.0, spans)

    def _weight(self, word: str, in_surface: bool) -> float:
        least = (_SMALL_SURFACE if word in STOP_WORDS else _SURFACE) if in_surface else 0.0
        return max(self._patterns.weights.of(word), least)

    def _cover(self, heard: _Heard, name: str, kinds: tuple[Kind, ...]) -> _Cover:
        intent = self._intents.get(name)
        filling = fill(intent, kinds, heard.spans) if intent else _NOTHING
        gains: dict[str, float] = defaultdict(float)
        for place, (word, weight) in enumerate(zip(heard.stems, heard.weights, strict=True)):
            gains[word] += (1 - _IN_SLOT) * weight if place in filling.places else weight
        filled = filling.kinds & Counter(kinds)
        said = sum(SLOT_WEIGHT * self._patterns.weights.of(kind) * count for (kind, _), count in sorted(filled.items()))
        return _Cover(filling, said, _IN_SLOT * sum(heard.weights[place] for place in sorted(filling.places)), gains)


def _score(heard: _Heard, pattern: Pattern, cover: _Cover) -> float:
    """The balance of how much of the sample was said and how much of the sentence the sample explains."""
    said, explained = cover.said, cover.taken
    for word, weight in pattern.stems:
        if word in cover.gains:
            said += weight
            explained += cover.gains[word]
    if not said or not explained:
        return 0.0
    of_sample, of_sentence = said / pattern.weight, explained / heard.total
    order = len(pattern.pairs & heard.pairs) / (len(pattern.pairs) or 1)
    fitting = agreement(pattern.moods, heard.moods) * (1 - _ORDER + _ORDER * order) * (_BARE if pattern.is_bare else 1.0)
    return round(fitting * 2 * of_sample * of_sentence / (of_sample + of_sentence), 6)


def _reading(heard: _Heard, score: float, pattern: Pattern, filling: Filling) -> Reading:
    slots = filling.slots(heard.sentence) if pattern.intent != FALLBACK else ()
    return Reading(pattern.intent, min(score, 1.0), slots, pattern.sample, len(filling.places))
