"""The phrases of a language that tell how words are meant: denied, past, only supposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Cues:
    """Phrases of a language that colour what is said, each a sequence of words; by kind and first word."""

    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    subjects: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    skips: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    helping: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    meanwhile: frozenset[str] = frozenset()
    nominative: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    trifles: frozenset[str] = frozenset()
    advising: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()

    @classmethod
    def from_locale(cls, entry: Mapping[str, Sequence[str]]) -> Cues:
        """The cues of a locale file; longer phrases come first, so that "not only" beats "not"."""
        lists = {one.name: frozenset(entry.get(one.name, ())) for one in fields(cls) if one.name != "phrases"}
        return cls({kind: _by_first_word(texts) for kind, texts in entry.items() if kind not in lists}, **lists)

    def at(self, kind: str, words: Sequence[str], index: int) -> int:
        """How many words the longest phrase of this kind takes up at this place; 0 when there is none."""
        for phrase in self.phrases.get(kind, {}).get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def anywhere(self, kind: str, words: Sequence[str]) -> bool:
        """Whether any phrase of this kind stands in the words."""
        return any(self.at(kind, words, index) for index in range(len(words)))

    def first_words(self, *kinds: str) -> frozenset[str]:
        """The words with which the phrases of these kinds begin: they colour, what follows may be any word."""
        return frozenset(word for kind in kinds for word in self.phrases.get(kind, {}))


def _by_first_word(texts: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for phrase in sorted((tuple(text.split()) for text in texts), key=len, reverse=True):
        grouped.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in grouped.items()}
