"""Words of one family ("exfoliation", "exfoliate"), told by the groups of letters they share."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_ENOUGH = 0.62
_SHORTEST = 5


class Kin:
    """Known stems, found by letter groups of three."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = frozenset(stems)
        self._grams = {word: _grams(word) for word in sorted(self._stems) if len(word) >= _SHORTEST}
        self._by_gram: dict[str, list[str]] = defaultdict(list)
        for word, grams in self._grams.items():
            for gram in sorted(grams):
                self._by_gram[gram].append(word)
        self.nearest = lru_cache(maxsize=4096)(self._nearest)

    def _nearest(self, word: str) -> str:
        """The known stem most like the word; the word itself where none is like enough."""
        if word in self._stems or len(word) < _SHORTEST:
            return word
        grams = _grams(word)
        hits: dict[str, int] = defaultdict(int)
        for gram in grams:
            for other in self._by_gram.get(gram, ()):
                if other[0] == word[0]:
                    hits[other] += 1
        likeness = {other: 2 * shared / (len(grams) + len(self._grams[other])) for other, shared in hits.items()}
        best = max(likeness, key=lambda other: (likeness[other], other), default=word)
        return best if likeness.get(best, 0.0) >= _ENOUGH else word


def _grams(word: str) -> frozenset[str]:
    padded = f"^{word}"
    return frozenset(padded[place:place + 3] for place in range(len(padded) - 2))
