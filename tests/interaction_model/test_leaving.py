"""A slot type leaves shared words to another type, and no value is lost with its name."""

from __future__ import annotations

from typing import Any

from interaction_model.leaving import left_to_others


def slot_type(name: str, **values: list[str]) -> dict[str, Any]:
    return {"name": name, "values": [
        {"id": identifier, "name": {"value": says[0], **({"synonyms": says[1:]} if says[1:] else {})}}
        for identifier, says in values.items()
    ]}


CARE = slot_type("CARE", laser=["laser", "laser treatment"])


def test_words_of_the_other_type_go_and_the_rest_stays() -> None:
    action = slot_type("ACTION", zap=["zap them", "laser", "use laser treatment", "the laser"])
    found = left_to_others([CARE, action], {"ACTION": ["{CARE}", "use {CARE}"]})
    assert found == [CARE, slot_type("ACTION", zap=["zap them", "the laser"])]


def test_the_next_saying_becomes_the_name_and_a_value_without_sayings_goes() -> None:
    action = slot_type("ACTION", zap=["laser", "zap them"], beam=["laser treatment"])
    assert left_to_others([CARE, action], {"ACTION": ["{CARE}"]})[1] == slot_type("ACTION", zap=["zap them"])


def test_spelling_does_not_matter_and_an_unknown_type_leaves_all_as_it_is() -> None:
    action = slot_type("ACTION", zap=["laser-treatment", "zap them"])
    assert left_to_others([CARE, action], {"ACTION": ["{CARE}"]})[1] == slot_type("ACTION", zap=["zap them"])
    assert left_to_others([action], {"ACTION": ["{CARE}"]}) == [action]
