"""The words by which people turn to what they mean instead: "hold on", "no, I mean", "scratch that"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Turns:
    """Phrases in four grades: `sure` ones are said for nothing else; `pausing` ones may stand before anything ("sorry to ask") but answer
    nothing; `telling` ones tell something themselves ("false alarm", "rather red"); `answering` ones may be a plain answer."""

    sure: tuple[str, ...] = ()
    pausing: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()

    @classmethod
    def of(cls, grades: Mapping[str, Sequence[str]], spread: Callable[[Iterable[str]], tuple[str, ...]]) -> Turns:
        """The turns of a locale, its patterns written out."""
        return cls(**{grade: spread(ways) for grade, ways in grades.items()})

    @property
    def all(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.aside, *self.telling, *self.answering)

    @property
    def aside(self) -> tuple[str, ...]:
        """Those that are no part of what is meant."""
        return (*self.sure, *self.pausing)

    @property
    def no_answer(self) -> tuple[str, ...]:
        """Those that answer no question."""
        return (*self.aside, *self.telling)
