"""Sentences that set one thing right, or the talk itself, and are known whole: "you didn't answer me", "the bottle is still full"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .corrections import Corrections
from .wordings import plain


@dataclass(frozen=True)
class Whole:
    """What kind of sentence it is, its words, and those that its pattern wants."""

    kind: str
    words: str
    wanted: Mapping[str, str] = field(default_factory=dict)


class Wholes:
    """Reads by patterns of the grammar of corrections: those that are said `alone`, and those that are `opened` as corrections are."""

    def __init__(self, corrections: Corrections, kinds: Mapping[str, Sequence[str]]) -> None:
        self._corrections = corrections
        self._alone, self._opened = tuple(kinds["alone"]), tuple(kinds["opened"])

    def read(self, text: str) -> Whole | None:
        """The sentence; None where it is none of these."""
        words = plain(text)
        rest = self._corrections.after_opening(words)
        ways = [(kind, said) for kind in self._alone for said in (words, rest) if said]
        ways += [(kind, rest) for kind in self._opened if rest]
        read = self._corrections.grammar.read
        return next((Whole(kind, words, found) for kind, said in ways if (found := read(kind, said)) is not None), None)
