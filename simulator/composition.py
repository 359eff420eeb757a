"""Puts the skill of this repository and its interaction model together for the simulator."""
from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from .client import Client, LambdaHandler
from .envelopes import DEFAULT_APPLICATION
from .nlu import InteractionModel, Nlu, Urgency, load_model, no_urgency
from .recorder import InferenceRecorder
from .urgency import urgency_of

MODEL_PATH = Path(__file__).parent.parent / "interaction_model/skill-package/interactionModels/custom/en-US.json"


@dataclass(frozen=True, slots=True)
class Composition:
    """A skill ready to be spoken to."""

    handler: LambdaHandler
    model: InteractionModel
    recorder: InferenceRecorder
    application_id: str
    urgency: Urgency = no_urgency

    def client(self, device: str = "echo_dot") -> Client:
        """A new conversation with the skill."""
        return self.client_of(Nlu(self.model, urgency=self.urgency), device)

    def client_of(self, nlu: Nlu, device: str = "echo_dot") -> Client:
        """A new conversation that shares the understanding of others."""
        return Client(self.handler, nlu, device=device, recorder=self.recorder, application_id=self.application_id)


def compose() -> Composition:
    """The milia skill with its committed interaction model; SKILL_ID in the environment names the application."""
    from rules_core import KnowledgeBase
    from skill.app import create_skill

    recorder = InferenceRecorder()
    kb = KnowledgeBase.load("milia")
    handler = create_skill(kb, observer=recorder)
    return Composition(handler, load_model(MODEL_PATH), recorder, os.environ.get("SKILL_ID") or DEFAULT_APPLICATION, urgency_of(kb))
