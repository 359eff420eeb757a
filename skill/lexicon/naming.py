"""Sayings that shrink to the name of something else: "on retinol" tells of one in use, "retinol" alone only names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules_core import Term

from .kinds import APPLIED

Stems = tuple[str, ...]
Named = Mapping[Stems, frozenset[str]]
"""The facts that are named in full by some stems."""


def named_in_full(sayings: Iterable[tuple[Sequence[str], Stems, Term]]) -> Named:
    """What is named by sayings of which no word is left out: the facts by the stems."""
    named: dict[Stems, frozenset[str]] = {}
    for words, stems, term in sayings:
        if len(stems) == len(words):
            named[stems] = named.get(stems, frozenset()) | {term.fact}
    return named


def names_another(named: Named, stems: Stems, term: Term) -> bool:
    """Whether what is left of a saying about something in use is the whole name of what may be asked about."""
    return term.fact in APPLIED and bool(named.get(stems, frozenset()) - {term.fact})
