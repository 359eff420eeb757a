"""What the matcher makes of a sentence: an intent, how sure, by which layer, with which slots."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .interaction_model import Value

FALLBACK = "AMAZON.FallbackIntent"


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled slot. values is None for built-in types, empty when the words are in no entry of a custom type."""

    name: str
    type: str
    text: str
    values: tuple[Value, ...] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand the sentence."""

    intent: str
    score: float
    slots: tuple[Filled, ...] = ()
    sample: str = ""
    words: int = 0
    """Tokens taken by the sample's own words and by known slot values; the rest is free text."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The chosen reading, the layer that found it, and the best readings of the first three intents."""

    reading: Reading
    layer: str
    candidates: tuple[Reading, ...]

    @property
    def intent(self) -> str:
        """The name of the chosen intent."""
        return self.reading.intent


def first_of_each(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The best reading of each of the first three intents."""
    best: dict[str, Reading] = {}
    for reading in readings:
        best.setdefault(reading.intent, reading)
    return tuple(best.values())[:3]
