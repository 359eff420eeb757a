"""Finds facts in free words: the pack's vocabulary, compiled into one index.

What is found is what was said and how: as present, denied, past or only supposed. Recall comes first for what a person
states as present; endings, small words between and single misspellings do not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rules_core import SlotType, Term

from .misspelling import Speller
from .scope import CUE, DENIED, LONG_AGO, PAST, SUPPOSED, Cues, statuses
from .words import Spelling, is_break, stem, tokens

Stems = tuple[str, ...]

# A past event is what these facts are about, so "I had a peel" counts; long ago it does not.
_EVENTS = frozenset({"injury", "recent_skin_event", "event_weeks_ago", "onset", "medicines", "steroid_cream", "actives"})
# These do not wear off.
_LASTING = frozenset({"skin_conditions", "allergies", "family_syndrome", "skin_tone", "who", "age_group"})

_MOST_BETWEEN = 3
"""Words of other terms that may stand between the words of one ("my eye is red and swollen")."""


@dataclass(frozen=True)
class Mention:
    """A term found in free words, whether it was denied rather than said, and the places of its words."""

    term: Term
    denied: bool
    places: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Match:
    terms: tuple[Term, ...]
    places: tuple[int, ...]


class Lexicon:
    """The vocabulary of a pack, ready to be looked for in sentences. Safe to share between threads."""

    def __init__(self, vocabulary: Iterable[SlotType], spelling: Spelling, fillers: Iterable[str], cues: Cues) -> None:
        self._vocabulary = tuple(vocabulary)
        self._spelling = spelling
        self._fillers = frozenset(fillers)
        self._cues = cues

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every term the text states as present or denies, in the order of speaking, each once."""
        words = tokens(text, self._spelling)
        content = self._content(words)
        matches = [*self._side_by_side(content)]
        matches += self._scattered(content, matches)
        colours = statuses(words, [match.places for match in matches], (place for place, part in content if part), self._cues)
        found: dict[str, Mention] = {}
        for match in sorted(matches, key=lambda match: (match.places, match.terms[0].id)):
            held = frozenset().union(*(colours[place] for place in match.places))
            for term in match.terms:
                mention = _mention(term, held, match.places)
                if mention and (term.id not in found or not mention.denied):
                    found[term.id] = mention
        return tuple(found.values())

    @cached_property
    def _index(self) -> Mapping[Stems, tuple[Term, ...]]:
        index: dict[Stems, dict[str, Term]] = {}
        for slot_type in self._vocabulary:
            for term in slot_type.terms:
                for surface in (term.name, *term.says):
                    if stems := self._stems(surface):
                        index.setdefault(stems, {})[term.id] = term
        return {stems: tuple(terms.values()) for stems, terms in index.items()}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._index), default=0)

    @cached_property
    def _by_stem(self) -> Mapping[str, tuple[Stems, ...]]:
        """For each stem the terms of several words that begin with it; those with a "not" in them keep their order."""
        by_stem: dict[str, list[Stems]] = {}
        for stems in self._index:
            if 1 < len(stems) <= 4 and not self._cues.anywhere("deny", stems):
                by_stem.setdefault(stems[0], []).append(stems)
        return {first: tuple(several) for first, several in by_stem.items()}

    @cached_property
    def _bridges(self) -> frozenset[str]:
        """What may stand between the words of a term: other terms' words and joins, never a "not" or an "if"."""
        cues = {word for kind in ("deny", "suppose") for phrase in self._cues.phrases.get(kind, ()) for word in phrase}
        return (self._speller.known - cues) | self._cues.joins

    @cached_property
    def _speller(self) -> Speller:
        return Speller({part for stems in self._index for part in stems}, self._spelling.irregular)

    def _stems(self, surface: str) -> Stems:
        words = [word for word in tokens(surface, self._spelling) if word.isalnum()]
        kept = [word for word in words if word not in self._fillers] or words
        return tuple(stem(word, self._spelling) for word in kept)

    def _content(self, words: Sequence[str]) -> list[tuple[int, str]]:
        """Place and stem of every word that carries meaning; breaks stay in as empty stems."""
        kept = []
        for place, word in enumerate(words):
            if is_break(word) or word == "," or self._cues.at("cut", words, place):
                kept.append((place, ""))
            elif word not in self._fillers:
                kept.append((place, self._speller.nearest(word, stem(word, self._spelling))))
        return kept

    def _side_by_side(self, content: Sequence[tuple[int, str]]) -> Iterator[_Match]:
        """Terms whose words follow each other, small words aside; the longest win, none overlap."""
        taken: set[int] = set()
        for length in range(min(self._longest, len(content)), 0, -1):
            for start in range(len(content) - length + 1):
                window = content[start : start + length]
                terms = self._index.get(tuple(part for _, part in window))
                places = tuple(place for place, _ in window)
                if terms and taken.isdisjoint(places):
                    taken.update(places)
                    yield _Match(terms, places)

    def _scattered(self, content: Sequence[tuple[int, str]], matches: Sequence[_Match]) -> Iterator[_Match]:
        """Terms of several words in any order, with nothing but words of other terms in between."""
        sizes = {place: len(match.places) for match in matches for place in match.places}
        for run in _runs(content, self._bridges):
            at: dict[str, list[int]] = {}
            for index, (_, part) in enumerate(run):
                at.setdefault(part, []).append(index)
            for part in at:
                for stems in self._by_stem.get(part, ()):
                    places = _nearest_places(stems, at, run)
                    if places and any(sizes.get(place, 0) < len(stems) for place in places):
                        yield _Match(self._index[stems], places)


def _runs(content: Sequence[tuple[int, str]], known: frozenset[str]) -> Iterator[list[tuple[int, str]]]:
    """Stretches of words that all belong to the vocabulary."""
    run: list[tuple[int, str]] = []
    for place, part in content:
        if part in known:
            run.append((place, part))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _nearest_places(stems: Stems, at: Mapping[str, Sequence[int]], run: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    """Where the stems stand close together, or nothing."""
    if any(part not in at for part in stems):
        return ()
    for start in at[stems[0]]:
        chosen = {min(at[part], key=lambda index: abs(index - start)) for part in stems}
        if len(chosen) == len(stems) and max(chosen) - min(chosen) < len(stems) + _MOST_BETWEEN:
            return tuple(run[index][0] for index in sorted(chosen))
    return ()


def _mention(term: Term, colours: frozenset[str], places: tuple[int, ...]) -> Mention | None:
    """What a term with these colours comes to; nothing when it is past or only supposed."""
    if SUPPOSED in colours or CUE in colours:
        return None
    if LONG_AGO in colours and term.fact not in _LASTING:
        return None
    if PAST in colours and term.fact not in _LASTING | _EVENTS:
        return None
    return Mention(term, DENIED in colours, places)
