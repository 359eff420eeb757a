"""The words of a vocabulary, compiled for looking them up in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rules_core import SlotType, Term

from .apart import Apart
from .cues import Cues
from .figures import Figures, put_plainly
from .misspelling import Speller
from .naming import Named, Stems, named_in_full, names_another
from .words import Spelling, is_break, stem, tokens

Content = Sequence[tuple[int, str]]
"""Place and stem of the words that carry meaning; an empty stem is a break."""

_LOOSE_TYPES = frozenset({"SYMPTOM"})  # where missing something is worse than hearing too much, the words of a term may stand apart
_LONGEST_LOOSE = 4
_PERSONS = ("who", "age_group")
"""Facts whose words name a person: "newborn" goes on naming the newborn in "my newborn is yellow"."""
_SPEAKER = "self"  # the subject of what people tell of themselves: "I had a baby" is not about the baby


@dataclass(frozen=True)
class Fillers:
    """Small words. Those in `always` never carry meaning; those in `light` may ("having a baby" is no "baby").
    `plain` are everyday words that look like a misspelling of a term and are none. `everyday` words change nothing that is
    said with them ("bumps", "near", "since"). Of `weak` words alone no term can be made: "out of it" and "on the move" count only as said.
    """

    always: frozenset[str]
    light: frozenset[str]
    plain: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    intensifiers: frozenset[str] = frozenset()


class Surfaces:
    """Every way the vocabulary says something, by the stems of its words."""

    def __init__(self, vocabulary: Iterable[SlotType], spelling: Spelling, fillers: Fillers, cues: Cues,
                 figures: Iterable[Figures]) -> None:
        self._figures = tuple(figures)
        self._vocabulary, self._spelling = tuple(vocabulary), spelling
        self._roots: dict[str, str] = {}
        self._fillers = fillers
        self._cues, self._numerals = cues, frozenset(spelling.numbers.values())

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text, as they are compared."""
        return tokens(text, self._spelling)

    def heard(self, text: str) -> tuple[str, ...]:
        """The words of what somebody said, figures put as what they mean."""
        return put_plainly(self.words(text), self._figures)

    def contents(self, words: Sequence[str]) -> tuple[Content, Content]:
        """The words that carry meaning, once with light words and once without."""
        full = list(self._content(words))
        return full, [(place, part) for place, part in full if not part or words[place] not in self._fillers.light]

    def run_on(self, words: Sequence[str]) -> Content:
        """The words that carry meaning, light words among them, parted only where a sentence ends: a story goes on after a "now"."""
        return [(place, self._stem(word)) for place, word in enumerate(words) if is_break(word) or self._carries(word)]

    def is_everyday(self, word: str) -> bool:
        """Whether a word says nothing by itself."""
        return word in self._fillers.everyday or word in self._cues.prepositions or word in self._cues.joins

    def terms(self, stems: Stems) -> tuple[Term, ...]:
        """What these stems, in this order, stand for."""
        return self._index.get(stems, ())

    def phrase_at(self, words: Sequence[str], place: int) -> Iterator[tuple[Term, tuple[int, ...]]]:
        """The terms told word for word from this place on, with the places of their words; a "so" or "very" may stand between."""
        for phrase, term in self._phrases.get(words[place], ()):
            places = [place]
            for word in phrase[1:]:
                following = places[-1] + 1
                while words[following : following + 1] and words[following] != word and words[following] in self._fillers.intensifiers:
                    following += 1
                if tuple(words[following : following + 1]) != (word,):
                    break
                places.append(following)
            else:
                yield term, tuple(at for at in places if term.subject == _SPEAKER or not self._names_somebody(words[at]))

    def _names_somebody(self, word: str) -> bool:
        return any(term.fact in _PERSONS for term in self._index.get((self._root(word),), ()))

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
        """By their first word the sayings that count only word for word."""
        found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for _, words, term in self._sayings:
            if self._is_weak(words, term):
                found.setdefault(words[0], []).append((words, term))
        return {first: tuple(several) for first, several in found.items()}

    @cached_property
    def longest(self) -> int:
        """Stems of the longest term."""
        return max(map(len, self._index), default=0)

    @cached_property
    def loose(self) -> Mapping[str, tuple[Stems, ...]]:
        """By their first stem the terms whose words may stand apart; a "not" inside keeps its place."""
        loose: dict[str, list[Stems]] = {}
        for kind, stems, _ in self._entries:
            apart = kind in _LOOSE_TYPES and 1 < len(stems) <= _LONGEST_LOOSE and not self._cues.anywhere("deny", stems)
            if apart and sum(part in self._digits for part in stems) < 2:  # "thirty six point eight" is no thirty eight
                loose.setdefault(stems[0], []).append(stems)
        return {first: tuple(dict.fromkeys(several)) for first, several in loose.items()}

    @cached_property
    def _digits(self) -> frozenset[str]:
        return frozenset(self._root(word) for word in self._numerals)

    @cached_property
    def apart(self) -> Apart:
        """Terms that are told in many words."""
        return Apart((term for kind in self._vocabulary for term in kind.terms), self._whole)

    @cached_property
    def bridges(self) -> frozenset[str]:
        """What may stand between the words of a loose term: words of others and joins, never a "not" or an "if"."""
        return (self._known - self._cues.first_words("deny", "suppose")) | self._cues.joins

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(part for stems in self._index for part in stems)

    @cached_property
    def _index(self) -> Mapping[Stems, tuple[Term, ...]]:
        index: dict[Stems, dict[str, Term]] = {}
        for _, stems, term in self._entries:
            index.setdefault(stems, {})[term.id] = term
        return {stems: tuple(terms.values()) for stems, terms in index.items()}

    @cached_property
    def _speller(self) -> Speller:
        plain = {self._root(word) for word in self._fillers.plain}
        return Speller(self._known | self.apart.stems, self._spelling.irregular, plain)

    @cached_property
    def _entries(self) -> tuple[tuple[str, Stems, Term], ...]:
        told = ((kind, self._stems(words), term) for kind, words, term in self._sayings if not self._is_weak(words, term))
        return tuple(entry for entry in told if entry[1])

    @cached_property
    def _sayings(self) -> tuple[tuple[str, tuple[str, ...], Term], ...]:
        said = ((kind.id, tuple(word for word in self.words(saying) if word.isalnum()), term)
                for kind in self._vocabulary for term in kind.terms for saying in (term.name, *term.says))
        return tuple(entry for entry in said if entry[1])

    def _is_weak(self, words: Sequence[str], term: Term) -> bool:
        """Whether a saying of several words holds none that tells by itself, or numbers alone, or what is left names another thing."""
        telling = [word for word in words if word not in self._fillers.always and word not in self._fillers.light]
        says_little = self._fillers.weak.issuperset(telling) or (len(telling) > 1 and self._numerals.issuperset(telling))
        return len(words) > 1 and (says_little or names_another(self._named, self._stems(words), term))

    @cached_property
    def _named(self) -> Named:
        return named_in_full((words, self._stems(words), term) for _, words, term in self._sayings)

    def _whole(self, wording: str) -> Stems:
        """The stems of a wording, light words included."""
        words = [word for word in self.words(wording) if word.isalnum() and word not in self._fillers.always]
        return tuple(self._root(word) for word in words)

    def _stems(self, words: Sequence[str]) -> Stems:
        """The stems a surface is found by: without light words only where two others are left."""
        full = [word for word in words if word not in self._fillers.always]
        lean = [word for word in full if word not in self._fillers.light]
        return tuple(self._root(word) for word in (lean if len(lean) > 1 else full))

    def _content(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        for place, word in enumerate(words):
            if is_break(word) or word == "," or self._cues.at("cut", words, place):
                yield place, ""
            elif self._carries(word):
                yield place, self._stem(word)

    def _root(self, word: str) -> str:
        """The stem of a word of the vocabulary, where most words come again and again."""
        if word not in self._roots:
            self._roots[word] = stem(word, self._spelling)
        return self._roots[word]

    def _carries(self, word: str) -> bool:
        return word != "," and word not in self._fillers.always

    def _stem(self, word: str) -> str:
        return "" if is_break(word) else self._speller.nearest(word, self._roots.get(word) or stem(word, self._spelling))
