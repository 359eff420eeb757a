"""Source and vocabulary become the JSON that Alexa reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from interaction_model.build import serialise
from interaction_model.model import assemble
from interaction_model.source import read_source
from tests.interaction_model.tea import VOCABULARY


def language(model: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = model["interactionModel"]["languageModel"]
    return found


def test_slot_types_come_from_the_vocabulary_with_its_ids(tea: dict[str, Any]) -> None:
    types = {t["name"]: t["values"] for t in language(tea)["types"]}
    assert types["TEA"] == [
        {"id": "tea.green", "name": {"value": "green tea", "synonyms": ["sencha", "matcha"]}},
        {"id": "tea.black", "name": {"value": "black tea"}},
    ]


def test_only_types_that_an_intent_uses_are_written(tea: dict[str, Any]) -> None:
    assert [t["name"] for t in language(tea)["types"]] == ["POT", "TEA"]


def test_intents_keep_their_slots_and_samples(tea: dict[str, Any]) -> None:
    brew = language(tea)["intents"][0]
    assert brew["slots"][1] == {"name": "pot", "type": "POT"}
    assert "make me {tea} in {pot} please" in brew["samples"]
    assert language(tea)["intents"][3] == {"name": "AMAZON.StopIntent", "samples": []}


def test_a_slot_to_ask_for_has_a_dialog_entry_a_prompt_and_answers(tea: dict[str, Any]) -> None:
    (entry,) = tea["interactionModel"]["dialog"]["intents"]
    assert entry["name"] == "BrewIntent"
    assert entry["delegationStrategy"] == "SKILL_RESPONSE"
    assert [(s["name"], s["elicitationRequired"], s["prompts"]) for s in entry["slots"]] == [
        ("tea", True, {"elicitation": "Elicit.Slot.BrewIntent.tea"}),
        ("pot", False, {}),
    ]
    assert tea["interactionModel"]["prompts"] == [
        {"id": "Elicit.Slot.BrewIntent.tea", "variations": [{"type": "PlainText", "value": "Which tea would you like?"}]},
    ]
    assert language(tea)["intents"][0]["slots"][0]["samples"] == ["{tea}", "some {tea}"]


def test_the_same_input_gives_the_same_text_whatever_the_order_of_types(tea_path: Path) -> None:
    source = read_source(tea_path)
    assert serialise(assemble(source, VOCABULARY)) == serialise(assemble(source, reversed(VOCABULARY)))
