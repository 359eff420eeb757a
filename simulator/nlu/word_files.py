"""The word lists of this folder: paraphrases of samples, and lines of words."""
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .interaction_model import InteractionModel
from .reading import FALLBACK
from .templates import Template, known_slots
from .text import normal_words

_HERE = Path(__file__).parent


def lines_of(name: str) -> list[str]:
    """The lines of a word list, without comments."""
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def paraphrases(model: InteractionModel) -> Iterable[Template]:
    """The paraphrases of the model's samples, and what is like some sample but means nothing the skill knows."""
    for line in lines_of("paraphrases.txt"):
        name, _, sample = line.partition(":")
        intent = model.intents.get(name.strip())
        if intent and known_slots(intent, sample):
            yield Template(intent.name, sample.strip(), normal_words(sample))
    yield from (Template(FALLBACK, line, normal_words(line)) for line in lines_of("negatives.txt"))


def surface_words(model: InteractionModel) -> set[str]:
    """All words of the values of slots."""
    values = [value for kind in model.types.values() for value in kind]
    return {word for value in values for surface in value.surfaces for word in normal_words(surface)}
