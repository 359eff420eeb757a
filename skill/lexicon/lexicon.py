"""Finds facts in free words: the pack's vocabulary, compiled into one index.

What is found is what was said and how: as present, denied, past or only supposed. Recall comes first for what a person
states as present; endings, small words between and single misspellings do not matter.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from rules_core import SlotType

from .clauses import beside_eyes, bumps_beside_eyes, figures, of_bumps, tales
from .cues import Cues
from .figures import Figures
from .matches import Match, in_eyes, less_of_larger, named, of, on_bumps, yellow_beside
from .mentions import Mention, Told, mention_of, says_more
from .naming import Stems
from .scattered import nearest_places, runs
from .scope import CUE, DENIED, INTENDED, LONG_AGO, PAST, statuses
from .surfaces import Content, Fillers, Surfaces
from .words import Spelling

_NONE = frozenset({"none", "no", "not_applicable"})
"""What says that there is nothing: its words tell no sign besides ("no blisters or burns", "not pregnant or breastfeeding")."""


class Lexicon:
    """The vocabulary of a pack, ready to be looked for in sentences. Safe to share between threads."""

    def __init__(self, vocabulary: Iterable[SlotType], spelling: Spelling, fillers: Fillers, cues: Cues,
                 figures: Iterable[Figures] = ()) -> None:
        """`figures` read temperatures, sizes and ages, each in what the one before leaves."""
        self._surfaces = Surfaces(vocabulary, spelling, fillers, cues, figures)
        self._cues = cues

    def find(self, text: str, facts: Container[str] | None = None) -> tuple[Mention, ...]:
        """Every term the text states as present or denies, in the order of speaking, each once; only of these `facts` if given."""
        return self.read(text, facts).found

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text as the places of mentions count them."""
        return self._surfaces.heard(text)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of the words that mean something."""
        _, lean = self._surfaces.contents(self._surfaces.words(text))
        return frozenset(part for _, part in lean if part)

    def plainly(self, text: str) -> str:
        """The text without what is no more than a way of speaking, or a tale or a dream; a dot stands in its place."""
        words = self._surfaces.heard(text)
        ways = (*figures(words, self._cues), *tales(words, self._cues))
        ends = {end - 1 for _, end in ways}
        return text if not ways else " ".join("." if place in ends else word for place, word in enumerate(words)
                                              if not any(start <= place < end - 1 for start, end in ways))

    def read(self, text: str, facts: Container[str] | None = None) -> Told:
        """All that a text tells, and how; only of these `facts` if given. The dear part of hearing: what is needed twice is kept."""
        words = self._surfaces.heard(text)
        _, lean = self._surfaces.contents(words)
        matches = self._matches(words, facts)
        colours = self._colours(words, matches, lean)
        bumps = of_bumps(words, self._cues)
        on_bump = on_bumps(matches, bumps) | yellow_beside(matches, beside_eyes(words, self._cues))
        on_bump |= in_eyes(matches, bumps_beside_eyes(words, self._cues))
        if asked := on_bump | frozenset(match.places for match in matches if match.is_asked(colours)):
            matches = [match for match in self._matches(words, facts, asked) if match.places not in on_bump]
            colours = self._colours(words, matches, lean)
        telling = less_of_larger(matches)
        found: dict[str, Mention] = {}
        used = {place for place, held in enumerate(colours) if CUE in held}
        for match in sorted(telling, key=lambda match: (match.places, match.terms[0].id)):
            held = match.held(colours)
            places = tuple(place for place in match.places if INTENDED not in colours[place]) or match.places
            for term in match.terms:
                mention = mention_of(term, held, places)
                if mention:
                    used.update(places)
                if mention and (term.id not in found or says_more(mention, found[term.id])):
                    found[term.id] = mention
        left = (words[place] for place, part in lean if part and place not in used)
        return Told(tuple(found.values()), tuple(word for word in left if not self._surfaces.is_everyday(word)),
                    named(matches, bumps),
                    any(not match.held(colours).isdisjoint((PAST, LONG_AGO)) for match in matches),
                    any(figures(words, self._cues)))

    def _matches(self, words: Sequence[str], facts: Container[str] | None, but: Container[tuple[int, ...]] = ()) -> list[Match]:
        """Where the words stand for terms, but for those at some places: there the terms within them count."""
        full, lean = self._surfaces.contents(words)
        matches = self._side_by_side(facts, self._word_for_word(words, facts), but, full, lean)
        matches += [match for match in self._scattered(lean, matches, facts) if match.places not in but]
        none = _nothing(matches)
        told = (one for one in self._surfaces.apart.find(self._surfaces.run_on(words)) if none.isdisjoint(one[1]))
        matches += [Match(terms, places, is_apart=True) for term, places in told if (terms := of(facts, (term,)))]
        return matches

    def _colours(self, words: Sequence[str], matches: Sequence[Match], lean: Content) -> tuple[frozenset[str], ...]:
        """How each word is meant."""
        none = _nothing(matches)
        spans = [[place for place in match.places if not (match.is_apart and self._parts(words, place))] for match in matches]
        colours = statuses(words, spans, (place for place, part in lean if part), self._cues)
        listed = self._listed(words, none)
        return tuple(held | {DENIED} if place in listed else held for place, held in enumerate(colours))

    def _parts(self, words: Sequence[str], place: int) -> bool:
        """Whether a word still parts clauses where it is one of those that tell a sign in many words."""
        return words[place] in self._cues.joins or bool(self._cues.at("cut", words, place))

    def _listed(self, words: Sequence[str], none: Container[int]) -> frozenset[int]:
        """The words that go on a list of what is not there: the burns of "no blisters or burns", and what another "or" adds to them."""
        listed: set[int] = set()
        for place in range(2, len(words)):
            before = place - 1
            while before > 1 and words[before] in self._cues.meanwhile:
                before -= 1
            if words[before] in self._cues.listing and (before - 1 in none or before - 1 in listed):
                listed.add(place)
        return frozenset(listed)

    def _word_for_word(self, words: Sequence[str], facts: Container[str] | None) -> list[Match]:
        """Terms told by a phrase of small words, which counts only as it stands ("out of it")."""
        return [Match(terms, places) for place in range(len(words)) for term, places in self._surfaces.phrase_at(words, place)
                if (terms := of(facts, (term,)))]

    def _side_by_side(
        self, facts: Container[str] | None, phrases: list[Match], but: Container[tuple[int, ...]], *contents: Content
    ) -> list[Match]:
        """Terms whose words follow each other, small words aside; the longest win, none overlap."""
        found = [*phrases, *(match for content in contents for match in self._windows(content, facts))]
        found.sort(key=lambda match: (-len(match.places), match.places))
        taken: set[int] = set()
        kept = []
        for match in found:
            if taken.isdisjoint(match.places) and match.places not in but:
                taken.update(match.places)
                kept.append(match)
        return kept

    def _windows(self, content: Content, facts: Container[str] | None) -> Iterator[Match]:
        for start in range(len(content)):
            stems: Stems = ()
            for _, part in content[start : start + self._surfaces.longest]:
                if not part:
                    break
                stems += (part,)
                if terms := of(facts, self._surfaces.terms(stems)):
                    yield Match(terms, tuple(where for where, _ in content[start : start + len(stems)]))

    def _scattered(self, content: Content, matches: Sequence[Match], facts: Container[str] | None) -> list[Match]:
        """Terms of several words in any order, with nothing but words of other terms in between."""
        sizes = {place: len(match.places) for match in matches for place in match.places}
        found = []
        for run in runs(content, self._surfaces.bridges):
            at: dict[str, list[int]] = {}
            for index, (_, part) in enumerate(run):
                at.setdefault(part, []).append(index)
            for stems in (stems for part in at for stems in self._surfaces.loose.get(part, ())):
                places = nearest_places(stems, at, run)
                terms = of(facts, self._surfaces.terms(stems))
                if places and terms and any(sizes.get(place, 0) < len(stems) for place in places):
                    found.append(Match(terms, places))
        return found


def _nothing(matches: Iterable[Match]) -> frozenset[int]:
    """The places of words that say there is nothing."""
    return frozenset(place for match in matches if all(term.value in _NONE for term in match.terms) for place in match.places)
