"""Phrases that decide by themselves which intent it is ("my skin makes me WANT TO DIE"), so that no other word outweighs them."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .bygone import bygone_places
from .negation import Place, negated_places
from .reading import Reading
from .supposition import supposed_places
from .text import Sentence, normal_words
from .words import DETERMINERS, word_list

_BETWEEN = DETERMINERS | frozenset(word_list("really just all so own some badly seriously literally even of like suddenly completely"))


class Urgent:
    """The phrases, by the words that count."""

    def __init__(self, lines: Sequence[str], intents: Iterable[str]) -> None:
        known = frozenset(intents)
        self.names = frozenset(line.partition(":")[0] for line in lines) & known
        self._intents: dict[tuple[str, ...], str] = {}
        for line in lines:
            name, _, phrases = line.partition(":")
            if name in known:
                self._intents |= {_counting(normal_words(phrase)): name for phrase in phrases.split(",")}
        self.intents = frozenset(self._intents.values())
        self._longest = max(map(len, self._intents), default=0)

    def reading(self, sentence: Sentence) -> Reading | None:
        """The intent of a phrase that is said as being so, or None."""
        words = sentence.words
        at = [place for place, word in enumerate(words) if word not in _BETWEEN]
        found: dict[Place, str] = {}
        for first in range(len(at)):
            for size in range(min(self._longest, len(at) - first), 0, -1):
                intent = self._intents.get(tuple(words[place] for place in at[first:first + size]))
                if intent:
                    found[at[first], at[first + size - 1] + 1] = intent
                    break
        unsaid = negated_places(words, found) | bygone_places(words, found) | supposed_places(words, found)
        told = [place for place in found if place not in unsaid]
        return Reading(found[told[0]], 1.0, (), sentence.spoken(*told[0]), told[0][1] - told[0][0]) if told else None


def _counting(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _BETWEEN)
