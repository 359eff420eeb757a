"""Typing slips in long words: the nearest word the model knows, one or two letters away."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .text import Sentence
from .words import stem

_SHORTEST = 5
_LONG = 8
_MOST = 24


class Speller:
    """Words of the model, found again with a letter missing, added, changed or swapped."""

    def __init__(self, targets: Iterable[str], known: Iterable[str]) -> None:
        everyday = frozenset(known)
        self._known = everyday | frozenset(targets)
        self._stems = frozenset(map(stem, everyday))
        self._shortened: dict[str, set[str]] = defaultdict(set)
        for word in sorted(set(targets)):
            if len(word) >= _SHORTEST and word.isalpha():
                for short in _shortenings(word, _slips(word)):
                    self._shortened[short].add(word)

    def correct(self, sentence: Sentence) -> Sentence:
        """The same sentence with unknown long words replaced by the nearest known one, where there is one."""
        unknown = [(place, token.word) for place, token in enumerate(sentence.tokens)
                   if len(token.word) >= _SHORTEST and token.word.isalpha() and not self._knows(token.word)]
        changed = {place: nearest for place, word in unknown[:_MOST] if len(word) <= 30 and (nearest := self._nearest(word))}
        return sentence.with_words(changed) if changed else sentence

    def _knows(self, word: str) -> bool:
        return word in self._known or stem(word) in self._stems

    def _nearest(self, word: str) -> str | None:
        slips = _slips(word)
        candidates = {target for short in _shortenings(word, slips) for target in self._shortened.get(short, ())}
        rated = sorted((distance(word, target), target) for target in candidates if target[0] in word[:2])
        if not rated or rated[0][0] > min(slips, _slips(rated[0][1])):
            return None
        return rated[0][1]


def distance(left: str, right: str) -> int:
    """Letters to add, drop, change or swap to make one word of the other.

    >>> distance("sunscreen", "sunscren"), distance("retinol", "retniol")
    (1, 1)
    """
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if before and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _shortenings(word: str, letters: int) -> set[str]:
    found = {word}
    edge = {word}
    for _ in range(letters):
        edge = {short[:place] + short[place + 1:] for short in edge for place in range(len(short))}
        found |= edge
    return found
