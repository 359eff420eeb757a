"""A grave word said in place of a mild one that is denied."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import clause_end
from .cues import Cues


def says_worse(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a grave word ends a clause behind the mild one it takes the place of: "not sleepy UNCONSCIOUS", where no comma is heard."""
    length = cues.at("graver", words, index)
    return length > 0 and clause_end(words, index, cues) == index + length and index > 0 and cues.at("milder", words, index - 1) > 0
