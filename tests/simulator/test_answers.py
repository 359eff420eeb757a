"""Answers to the skill's own questions."""
from __future__ import annotations

import pytest

from simulator.nlu import Expectation, Nlu, expected_after

from .test_exact import ids, texts

COLOUR = Expectation("CheckIntent", "colour")
ELICIT = {"type": "Dialog.ElicitSlot", "slotToElicit": "colour", "updatedIntent": {"name": "CheckIntent"}}


@pytest.mark.parametrize("said", ["green", "it is green", "I think it's dark green", "a kind of green", "grean"])
def test_a_bare_value_answers_the_elicited_slot(nlu: Nlu, said: str) -> None:
    found = nlu.understand(said, COLOUR)
    assert (found.intent, found.layer, ids(found)) == ("CheckIntent", "state", {"colour": ["colour.green"]})


def test_several_values_fill_the_sister_slots(nlu: Nlu) -> None:
    found = nlu.understand("green and some brown", COLOUR)
    assert texts(found) == {"colour": "green", "colour_two": "brown"}


@pytest.mark.parametrize(("said", "intent"), [
    ("tell me about roses", "PlantIntent"), ("help", "AMAZON.HelpIntent"), ("tell me a joke", "AMAZON.FallbackIntent")])
def test_another_question_is_not_taken_for_the_answer(nlu: Nlu, said: str, intent: str) -> None:
    assert nlu.understand(said, COLOUR).intent == intent


def test_a_number_and_a_duration_answer_too(nlu: Nlu) -> None:
    assert texts(nlu.understand("about nineteen", Expectation("AgeIntent", "count"))) == {"count": "19"}
    assert texts(nlu.understand("for three weeks", Expectation("AgeIntent", "span"))) == {"span": "P3W"}


def test_free_words_answer_a_phrase_slot(nlu: Nlu) -> None:
    assert texts(nlu.understand("blue with spots", Expectation("TalkIntent", "words"))) == {"words": "blue with spots"}


def test_an_unknown_slot_or_intent_expects_nothing(nlu: Nlu) -> None:
    assert nlu.understand("help", Expectation("NoSuchIntent", "x")).intent == "AMAZON.HelpIntent"
    assert nlu.understand("help", Expectation("CheckIntent", "x")).intent == "AMAZON.HelpIntent"


@pytest.mark.parametrize(("said", "intent"), [
    ("yeah sure I do", "AMAZON.YesIntent"), ("yep I would like that", "AMAZON.YesIntent"), ("nope I don't think so", "AMAZON.NoIntent"),
    ("no it has mould", "WoundIntent")])
def test_yes_and_no_in_many_words(nlu: Nlu, said: str, intent: str) -> None:
    assert nlu.understand(said, Expectation(yes_no=True)).intent == intent


@pytest.mark.parametrize(("speech", "yes_no"), [
    ("Fine. Shall I go on?", True), ("What colour is it?", False), ("Are you there? Good.", False), ("", False), ("Ok?", False)])
def test_which_speech_asks_for_yes_or_no(speech: str, yes_no: bool) -> None:
    assert expected_after({}, speech).yes_no is yes_no


def test_the_directive_says_what_is_elicited() -> None:
    assert expected_after({"directives": [ELICIT]}, "Which colour?") == Expectation("CheckIntent", "colour", False)
