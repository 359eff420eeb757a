"""What Alexa may send and what the skill answers are the same intents."""

from __future__ import annotations

import json

from skill.app import HANDLERS
from skill.hearing.slots import MOST_AT_ONCE


def test_every_intent_has_a_handler_and_every_handler_an_intent(committed: str) -> None:
    sent = {intent["name"] for intent in json.loads(committed)["interactionModel"]["languageModel"]["intents"]}
    answered = {name for handler in HANDLERS for name in getattr(handler, "intents", ())}
    assert sent - answered == set()
    assert answered - sent == set()


def test_a_question_about_products_has_room_for_as_many_as_the_skill_checks_at_once(committed: str) -> None:
    model = json.loads(committed)["interactionModel"]["languageModel"]
    slots = next(intent["slots"] for intent in model["intents"] if intent["name"] == "ProductIntent")
    assert sum(slot["type"] == "INGREDIENT" and not slot["name"].startswith("wrong_") for slot in slots) == MOST_AT_ONCE
