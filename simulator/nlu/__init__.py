"""Understands typed sentences by the interaction model, as a stand-in for Alexa's own language understanding."""
from __future__ import annotations

from .expectation import NOTHING, Expectation, expected_after
from .interaction_model import InteractionModel, load_model, read_model
from .reading import FALLBACK, Filled, Interpretation, Reading
from .understand import Nlu
from .weighing import Urgency, no_urgency

__all__ = ["FALLBACK", "NOTHING", "Expectation", "Filled", "InteractionModel", "Interpretation", "Nlu", "Reading", "Urgency",
           "expected_after", "load_model", "no_urgency", "read_model"]
