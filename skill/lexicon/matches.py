"""What was found in free words, before it is known how it was meant."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from rules_core import Term

from .kinds import BREATH, IN_EYE, IN_USE, JAUNDICE, NOSE_SHUT, OF_WOUNDS, SWOLLEN_FACE, TOPIC, WOUND
from .scope import HEARD, INTENDED, LONG_AGO, PAST


@dataclass(frozen=True)
class Match:
    """A term, or several of one wording, and the places of its words."""

    terms: tuple[Term, ...]
    places: tuple[int, ...]
    is_apart: bool = False
    """True of a sign told in many words: it is over only where all of it is, denied or but intended where any of it is."""

    def held(self, colours: Sequence[frozenset[str]]) -> frozenset[str]:
        """The colours that hold for it."""
        held = frozenset().union(*(colours[place] for place in self.places))
        if self.is_apart:
            held -= frozenset({PAST, LONG_AGO, HEARD}) - frozenset.intersection(*(colours[place] for place in self.places))
        return held

    def is_asked(self, colours: Sequence[frozenset[str]]) -> bool:
        """Whether it tells of something in use that the words only ask about."""
        return INTENDED in self.held(colours) and all(term.fact in IN_USE for term in self.terms)


_ACCOUNTS: tuple[tuple[Callable[[Term], bool], Callable[[Term], bool]], ...] = (
    (lambda term: term.fact == TOPIC, lambda term: True),
    (lambda term: term.id == WOUND, lambda term: term.fact in OF_WOUNDS),
    (lambda term: term.id == NOSE_SHUT, lambda term: term.id == BREATH),
)
"""Which term told in many words accounts for which that is told by some of these words."""


def less_of_larger(matches: Sequence[Match]) -> list[Match]:
    """The matches without those that something larger accounts for, every word of theirs being one of its own.

    The toner that a dog drank is asked about; the blood of a bump that was squeezed is a small wound, and no bump that bleeds; and breath
    that does not go through the nose is no trouble breathing.
    """
    larger = [(set(one.places), accounts_for) for one in matches if one.is_apart
              for accounts, accounts_for in _ACCOUNTS if accounts(one.terms[0])]
    return [match for match in matches
            if not any(set(match.places) < places and accounts_for(match.terms[0]) for places, accounts_for in larger)]


def on_bumps(matches: Sequence[Match], places: Container[int]) -> frozenset[tuple[int, ...]]:
    """Where a face is told to swell that only tells where a bump is, these being the `places` of such words."""
    return _of_term(SWOLLEN_FACE, matches, places)


def yellow_beside(matches: Sequence[Match], places: Container[int]) -> frozenset[tuple[int, ...]]:
    """Where eyes are told to be yellow that only tell where something yellow is, these being the `places` of words beside the eyes."""
    return _of_term(JAUNDICE, matches, places)


def in_eyes(matches: Sequence[Match], bumps: Iterable[tuple[int, range]]) -> frozenset[tuple[int, ...]]:
    """Where something is told to have got into an eye by words that tell of `bumps`: "I've GOT bumps under my EYES, can I use an ACID"."""
    told = [match.places for match in matches if any(term.id in IN_EYE for term in match.terms)]
    return frozenset(places for having, eyes in bumps for places in told
                     if having in places and any(place in eyes for place in places)
                     and not any(having < place < eyes.start for place in places))


def _of_term(name: str, matches: Sequence[Match], places: Container[int]) -> frozenset[tuple[int, ...]]:
    return frozenset(match.places for match in matches
                     if any(term.id == name for term in match.terms) and any(place in places for place in match.places))


def named(matches: Sequence[Match], of_bumps: Container[int]) -> frozenset[str]:
    """The ids of all terms that are named, that of a swollen face among them where something is told of a bump on it."""
    ids = frozenset(term.id for match in matches for term in match.terms)
    return ids | {SWOLLEN_FACE} if of_bumps else ids


def of(facts: Container[str] | None, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of these facts; all where none are named."""
    return terms if facts is None else tuple(term for term in terms if term.fact in facts)
