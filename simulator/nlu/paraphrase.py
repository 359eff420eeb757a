"""The paraphrase layer: which sample is most like the sentence, once slot surfaces are recognised."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from .asked import only_asked
from .gazetteer import Gazetteer, Span
from .interaction_model import InteractionModel
from .lengths import lengths
from .likeness import Kin
from .mood import TOLD, agreement, moods, question_start
from .patterns import SLOT_WEIGHT, YOUNG, Pattern, Patterns
from .phrases import Rewriter
from .reading import FALLBACK, Reading
from .slot_filling import Filling, Kind, deniable_types, fill, supposable_types
from .templates import Template
from .text import Sentence
from .words import STOP_WORDS, stem
from .years import years

_IN_SLOT = 0.93
"""A word taken by a slot counts a little less than one the sample says itself."""
_BARE = 0.88
"""A sample of nothing but slots is like too many sentences."""
_ORDER = 0.1
"""The part of the score that the order of words decides."""
_SURFACE, _SMALL_SURFACE = 0.9, 0.2
"""The least that a word of a slot surface weighs, and a small word in one."""
_UNHEARD = 0.4
"""The part of the score that is lost when nothing of what was told would arrive."""
_SUPPOSED = 0.6
"""The most that a word weighs that tells of something only supposed."""
_HOLLOW = 0.7
"""What is left of a denial that denies nothing."""
_PERSONS = ("WHO", "PRONOUN")
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
    told: frozenset[int]
    """The places of what the person tells as being there."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """How much of a sentence the filled slots take, and what each stem adds when the sample says it."""

    filling: Filling
    said: float
    """What the wanted slots that are filled weigh."""
    taken: float
    gains: dict[str, float]
    unheard: frozenset[str]
    """The stems of what was told and fills no slot."""
    is_hollow: bool
    """True where the sample denies something and the sentence names nothing that is denied."""


class ParaphraseMatcher:
    """Compares a sentence with every sample, authored paraphrase and negative example."""

    def __init__(self, model: InteractionModel, templates: list[Template], rewriter: Rewriter, common: frozenset[str],
                 fixed: frozenset[str] = frozenset()) -> None:
        """`fixed` are intents whose samples are slot by slot what they say: a sample without slots has none."""
        self._fixed = fixed
        self._intents = model.intents
        self._rewriter = rewriter
        self._reported = supposable_types(model.intents.values())
        self._personal = deniable_types(model.intents.values())
        self._gazetteer = Gazetteer(model.types, rewriter.words, self._personal, self._reported)
        self._patterns = Patterns(model, templates, rewriter.words, common)
        self._kin = Kin(self._patterns.stems)

    def rank(self, sentence: Sentence) -> list[Reading]:
        """The best reading of each intent, best first; the score lies between 0 and 1."""
        heard = self._hear(sentence)
        covers: dict[tuple[str, tuple[Kind, ...]], _Cover] = {}
        best: dict[str, tuple[float, Pattern, _Cover]] = {}
        named = not YOUNG.isdisjoint(heard.stems) or any(span.type in _PERSONS for span in heard.spans)
        for pattern in self._patterns.shortlist({*heard.stems, *(span.type for span in heard.spans)}, heard.total):
            if pattern.is_of_young and not named:
                continue
            key = pattern.intent, pattern.kinds
            if key not in covers:
                covers[key] = self._cover(heard, *key)
            score = _score(heard, pattern, covers[key])
            if pattern.intent not in best or score > best[pattern.intent][0]:
                best[pattern.intent] = score, pattern, covers[key]
        readings = [self._reading(heard, score, pattern, cover.filling) for score, pattern, cover in best.values() if score]
        return sorted(readings, key=lambda reading: (-reading.score, reading.intent))

    def _hear(self, sentence: Sentence) -> _Heard:
        as_said, sentence = sentence, self._rewriter.rewrite(sentence)
        found = self._gazetteer.spans(sentence, as_said)
        asked = only_asked(sentence.words, found, self._personal - self._reported)
        spans = tuple(span for span in found if span not in asked)
        covered = _places(span for span in spans if not span.supposed)
        supposed = _places(span for span in spans if span.supposed) - covered
        stems = tuple(stem(word) if place in covered else self._kin.nearest(stem(word)) for place, word in enumerate(sentence.words))
        weights = tuple(min(self._weight(word, place in covered), _SUPPOSED if place in supposed else 9.9)
                        for place, word in enumerate(stems))
        return _Heard(sentence, stems, frozenset(pairwise(stems)), moods(sentence.words), weights, sum(weights) or 1.0, spans,
                      self._told(sentence, spans))

    def _told(self, sentence: Sentence, spans: Iterable[Span]) -> frozenset[int]:
        """Where types that a person reports are mentioned as being there, before any question begins."""
        end = question_start(sentence.words)
        return frozenset(_places(span for span in spans if span.type in self._reported and span.telling and span.end <= end
                                 and not span.negated and not span.supposed))

    def _weight(self, word: str, in_surface: bool) -> float:
        least = (_SMALL_SURFACE if word in STOP_WORDS else _SURFACE) if in_surface else 0.0
        return max(self._patterns.weights.of(word), least)

    def _cover(self, heard: _Heard, name: str, kinds: tuple[Kind, ...]) -> _Cover:
        intent = self._intents.get(name)
        filling = fill(intent, kinds, heard.spans, heard.sentence.words) if intent and (kinds or name not in self._fixed) else _NOTHING
        gains: dict[str, float] = defaultdict(float)
        for place, (word, weight) in enumerate(zip(heard.stems, heard.weights, strict=True)):
            gains[word] += (1 - _IN_SLOT) * weight if place in filling.places else weight
        filled = filling.kinds & Counter(kinds)
        arrived = _places(span for _, span in filling.pairs if span.type in self._personal)
        said = sum(SLOT_WEIGHT * self._patterns.weights.of(kind) * count for (kind, _), count in sorted(filled.items()))
        return _Cover(filling, said, _IN_SLOT * sum(heard.weights[place] for place in sorted(filling.places)), gains,
                      frozenset(heard.stems[place] for place in heard.told - arrived),
                      any(denied and not filled[kind, denied] for kind, denied in kinds))


    def _reading(self, heard: _Heard, score: float, pattern: Pattern, filling: Filling) -> Reading:
        intent = self._intents.get(pattern.intent) if pattern.intent != FALLBACK else None
        slots = (*filling.slots(heard.sentence), *lengths(heard.sentence, intent, filling.places),
                 *years(heard.sentence, intent, filling.places)) if intent else ()
        return Reading(pattern.intent, min(score, 1.0), slots, pattern.sample, len(filling.places))


def _places(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


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
    if cover.is_hollow:
        fitting *= _HOLLOW
    if cover.unheard:
        said_in_words = {word for word, _ in pattern.stems} if pattern.moods <= TOLD else set()
        fitting *= 1 - _UNHEARD * len(cover.unheard - said_in_words) / len(heard.told)
    return round(fitting * 2 * of_sample * of_sentence / (of_sample + of_sentence), 6)


