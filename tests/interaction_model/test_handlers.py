"""What Alexa may send and what the skill answers are the same intents."""

from __future__ import annotations

import json

from skill.app import HANDLERS


def test_every_intent_has_a_handler_and_every_handler_an_intent(committed: str) -> None:
    sent = {intent["name"] for intent in json.loads(committed)["interactionModel"]["languageModel"]["intents"]}
    answered = {name for handler in HANDLERS for name in getattr(handler, "intents", ())}
    assert sent - answered == set()
    assert answered - sent == set()
