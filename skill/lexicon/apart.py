"""Signs told in many words: the parts of a sign found near each other, in any order, whatever is said in between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from rules_core import Term

Stems = tuple[str, ...]
Places = tuple[int, ...]
Content = Sequence[tuple[int, str]]

MOST_BETWEEN = 12
"""Words that may stand between two neighbouring parts ("his EYE the left one it is like totally CLOSED")."""
MOST_TOLD = 6
"""Times that one pattern is taken from one sentence."""


@dataclass(frozen=True)
class _Pattern:
    term: Term
    parts: tuple[int, ...]


class Apart:
    """The patterns of a vocabulary, ready to be looked for. Safe to share between threads."""

    def __init__(self, terms: Iterable[Term], stems_of: Callable[[str], Stems]) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        self._patterns = tuple(
            _Pattern(term, tuple(numbers.setdefault(part, len(numbers)) for part in pattern)) for term in terms for pattern in term.apart)
        self._parts: Mapping[Stems, frozenset[int]] = _by_stems(numbers, stems_of)
        self._longest = max(map(len, self._parts), default=0)

    @property
    def stems(self) -> frozenset[str]:
        """Every stem of every wording."""
        return frozenset(stem for stems in self._parts for stem in stems)

    def find(self, content: Content) -> list[tuple[Term, Places]]:
        """Each term with the places of the words that tell it; `content` holds place and stem, no stem where a clause ends."""
        found: list[tuple[Term, Places]] = []
        for clause in _clauses(content):
            seen = self._seen(clause)
            for pattern in self._patterns:
                if all(part in seen for part in pattern.parts):
                    found += ((pattern.term, places) for places in _near([seen[part] for part in pattern.parts]))
        return found

    def _seen(self, clause: Content) -> dict[int, list[Places]]:
        """For each part the places where one of its wordings stands in a clause."""
        seen: dict[int, list[Places]] = defaultdict(list)
        for start in range(len(clause)):
            for end in range(start + 1, min(start + self._longest, len(clause)) + 1):
                window = clause[start:end]
                for part in self._parts.get(tuple(stem for _, stem in window), ()):
                    seen[part].append(tuple(place for place, _ in window))
        return seen


def _by_stems(numbers: Mapping[tuple[str, ...], int], stems_of: Callable[[str], Stems]) -> dict[Stems, frozenset[int]]:
    found: dict[Stems, set[int]] = defaultdict(set)
    for part, number in numbers.items():
        for wording in part:
            if stems := stems_of(wording):
                found[stems].add(number)
    return {stems: frozenset(parts) for stems, parts in found.items()}


def _clauses(content: Content) -> Iterable[Content]:
    clause: list[tuple[int, str]] = []
    for place, stem in content:
        if stem:
            clause.append((place, stem))
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _near(choices: Sequence[Sequence[Places]]) -> list[Places]:
    """The choices of one place for each part that do not share a word and stand near enough, no more than a few of them.

    One may be denied and the next said ("it never burned before, now it burned"). The rarest part is placed first,
    so that a long sentence costs little.
    """
    reach = sum(MOST_BETWEEN + max(map(len, several)) for several in choices)
    chosen: list[list[Places]] = [[]]
    for several in sorted(choices, key=len):
        chosen = [[*before, places] for before in chosen for places in _within(several, before, reach)
                  if all(set(places).isdisjoint(one) for one in before)]
    near = (row for row in chosen if all(after[0] - before[-1] - 1 <= MOST_BETWEEN for before, after in pairwise(sorted(row))))
    return [tuple(sorted(place for places in row for place in places)) for row in islice(near, MOST_TOLD)]


def _within(several: Sequence[Places], before: Sequence[Places], reach: int) -> Sequence[Places]:
    """Those that can still be near enough to the first chosen; `several` stand in the order of speaking."""
    if not before:
        return several
    start = before[0][0]
    return several[bisect_left(several, (start - reach,)) : bisect_right(several, (start + reach + 1,))]
