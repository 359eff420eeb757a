"""How much each word and slot type tells about the intent."""
from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from .words import STOP_WORDS, stem

_SMALL = 0.25
_UNSEEN = 2.2
_COMMON = 0.5


class Weights:
    """Inverse intent frequency: a word of one intent weighs most, a word of all of them least."""

    def __init__(self, features: Iterable[tuple[str, Iterable[str]]], common: frozenset[str]) -> None:
        intents: dict[str, set[str]] = defaultdict(set)
        names: set[str] = set()
        for intent, words in features:
            names.add(intent)
            for word in words:
                intents[word].add(intent)
        total = max(len(names), 2)
        self._weights = {word: math.log(1 + total / len(where)) / math.log(1 + total) for word, where in intents.items()}
        self._common = frozenset(map(stem, common))

    def __contains__(self, word: str) -> bool:
        return word in self._weights

    @property
    def words(self) -> frozenset[str]:
        """Every word that a sample uses."""
        return frozenset(self._weights)

    def of(self, word: str) -> float:
        """The weight of a stem or slot type: small words count a little, words nobody listed count against."""
        weight = self._weights.get(word)
        if word in STOP_WORDS:
            return _SMALL * (weight if weight is not None else 0.5)
        if weight is not None:
            return weight
        return _COMMON if word in self._common else _UNSEEN
