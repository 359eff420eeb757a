"""Reads a misspelt word as the known word it comes closest to, when there is just one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

_SHORTEST = 5
_SHORTEST_EXCHANGE = 6
"""Below this a changed letter makes another word ("fewer" is not "fever"), only a lost or doubled one counts."""


class Speller:
    """Known stems, and their near misses: one letter lost, added, changed or swapped; the first letter is right."""

    def __init__(self, known: Iterable[str], forms: Mapping[str, str], plain: Iterable[str] = ()) -> None:
        """`forms` are irregular words and their stems: a near miss of "swollen" is one of "swell".

        `plain` are the stems of everyday words, which are never misspellings.
        """
        self.known = frozenset(known)
        self._plain = frozenset(plain)
        self._forms = {form: stem for form, stem in forms.items() if stem in self.known}

    def nearest(self, word: str, stem: str) -> str:
        """The stem itself when it is known or nothing is near; else the one known stem near it."""
        if stem in self.known or stem in self._plain or len(stem) < _SHORTEST - 1 or not word.isalpha():
            return stem
        near = {form for key in _shortened(stem) for form in self._near.get(key, ()) if _alike(stem, form)}
        stems = {self._forms.get(form, form) for form in near}
        return stems.pop() if len(stems) == 1 else stem

    @cached_property
    def _near(self) -> dict[str, list[str]]:
        near: dict[str, list[str]] = {}
        for form in self.known.union(self._forms):
            if len(form) >= _SHORTEST:
                for key in _shortened(form):
                    near.setdefault(key, []).append(form)
        return near


def _shortened(stem: str) -> Iterator[str]:
    """The stem, and the stem with any one letter but the first left out."""
    yield stem
    for place in range(1, len(stem)):
        yield stem[:place] + stem[place + 1 :]


def _alike(said: str, known: str) -> bool:
    """Whether one letter lost, added or swapped, or in longer words changed, lies between the two."""
    if len(said) != len(known):
        return abs(len(said) - len(known)) == 1
    differing = [place for place, (one, other) in enumerate(zip(said, known, strict=True)) if one != other]
    if len(differing) == 1:
        return len(known) >= _SHORTEST_EXCHANGE
    if len(differing) != 2:
        return False
    first, second = differing
    return second == first + 1 and said[first] == known[second] and said[second] == known[first]
