"""Samples of the interaction model as sequences of normal words and slots."""
from __future__ import annotations

import re
from dataclasses import dataclass

from .interaction_model import Intent, InteractionModel
from .text import normal_words

_SLOT = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Template:
    """One sample: its parts are words or "{slot}"."""

    intent: str
    sample: str
    parts: tuple[str, ...]

    @property
    def literal_length(self) -> int:
        """How many characters the sample itself says: the more, the more specific."""
        return sum(len(part) for part in self.parts if not part.startswith("{"))


def templates_of(model: InteractionModel) -> list[Template]:
    """Every sample of every intent, in the model's order."""
    return [Template(intent.name, sample, normal_words(sample)) for intent in model.intents.values() for sample in intent.samples
            if known_slots(intent, sample)]


def known_slots(intent: Intent, sample: str) -> bool:
    """True where the intent declares every slot that the sample names."""
    return all(intent.slot(name) for name in _SLOT.findall(sample))
