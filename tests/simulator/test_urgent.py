"""A phrase of danger outside the subject decides alone, unless it is denied, over, heard of or only supposed."""
from __future__ import annotations

import pytest

from simulator.composition import MODEL_PATH
from simulator.nlu import Nlu, load_model
from simulator.nlu.text import read
from simulator.nlu.urgent import Urgent

URGENT = Urgent(("AlarmIntent: want to die, stopped breathing", "GoneIntent: ring bell"), ("AlarmIntent",))


@pytest.mark.parametrize(("sentence", "expected"), [
    ("my skin makes me want to die", True),
    ("i really just want to die because of my face", True),
    ("he has suddenly stopped breathing", True),
    ("i do not want to die", False),
    ("he never stopped breathing", False),
    ("years ago a friend of mine stopped breathing", False),
    ("what if she stopped breathing", False),
    ("i want to dye my hair", False),
])
def test_a_phrase_decides_where_it_is_said_as_being_so(sentence: str, expected: bool) -> None:
    reading = URGENT.reading(read(sentence))
    assert (reading is not None) is expected
    assert reading is None or reading.intent == "AlarmIntent"


def test_a_phrase_for_an_intent_the_model_lacks_is_left_out() -> None:
    assert URGENT.reading(read("ring the bell")) is None


@pytest.fixture(scope="module")
def nlu() -> Nlu:
    return Nlu(load_model(MODEL_PATH))


@pytest.mark.parametrize(("sentence", "intent"), [
    ("i hate my cheeks so much i want to hurt myself", "EmergencyIntent"),
    ("because of these spots i think about ending it", "EmergencyIntent"),
    ("does it hurt when they take them out", "ExplainIntent"),
])
def test_the_words_of_the_milia_model(nlu: Nlu, sentence: str, intent: str) -> None:
    assert nlu.understand(sentence).intent == intent


@pytest.mark.parametrize(("sentence", "slots"), [
    ("he's two months and he keeps throwing up every feed", {"age_weeks": "P2M"}),
    ("my eyelid has been really puffy and sore for three weeks now", {"duration_weeks": "P3W"}),
    ("my lid got red and puffy last year", {}),
])
def test_lengths_of_time_reach_their_slot(nlu: Nlu, sentence: str, slots: dict[str, str]) -> None:
    found = {slot.name: slot.text for slot in nlu.understand(sentence).reading.slots if slot.type == "AMAZON.DURATION"}
    assert found == slots


@pytest.mark.parametrize(("sentence", "value"), [
    ("there is some swelling on both my lips", "allergy_signs.face_swelling"),
    ("my lips and tongue have ballooned", "allergy_signs.face_swelling"),
    ("he was 38.5 when i took it this morning", "unwell.fever"),
    ("the rash keeps on creeping up my neck", "symptoms.spreading_red"),
])
def test_a_sign_is_known_in_any_order_of_words(nlu: Nlu, sentence: str, value: str) -> None:
    slots = nlu.understand(sentence).reading.slots
    assert value in {one.id for slot in slots for one in slot.values or ()}


@pytest.mark.parametrize("sentence", [
    "how do i pop it with a needle", "i want to pop my milia with a needle", "can i use retinol and lactic acid"])
def test_what_is_only_intended_is_no_fact(nlu: Nlu, sentence: str) -> None:
    ids = {one.id or "" for slot in nlu.understand(sentence).reading.slots for one in slot.values or ()}
    assert not {one for one in ids if one.startswith(("injury.", "actives."))}
