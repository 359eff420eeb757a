"""A length of time that was told, and where it stands among words."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int, float]
"""Where a length of time begins and ends among words, and its days."""


@dataclass(frozen=True)
class Length:
    """A length of time that was told. `weeks` is None where no number can be made of it ("a while"); `rest` is what else was said."""

    weeks: int | None
    rest: str
