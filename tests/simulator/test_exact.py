"""The exact layer: samples, slots, open words, and which sample wins."""
from __future__ import annotations

from datetime import date

import pytest

from simulator.nlu import Interpretation, Nlu, read_model
from simulator.nlu.interaction_model import InteractionModel


def ids(found: Interpretation) -> dict[str, list[str | None]]:
    return {slot.name: [value.id for value in slot.values or ()] for slot in found.reading.slots}


def texts(found: Interpretation) -> dict[str, str]:
    return {slot.name: slot.text for slot in found.reading.slots}


@pytest.mark.parametrize("sentence", ["Tell me about the rose bush.", "tell me about rose bush", "TELL ME ABOUT A ROSE BUSH!"])
def test_a_sample_matches_whatever_its_case_punctuation_and_articles(nlu: Nlu, sentence: str) -> None:
    found = nlu.understand(sentence)
    assert (found.intent, found.layer, ids(found)) == ("PlantIntent", "exact", {"plant": ["plant.rose"]})


def test_every_sample_of_the_model_finds_its_own_intent(nlu: Nlu, model: InteractionModel) -> None:
    words = {"PLANT": "fern", "STUFF": "copper", "SIGN": "wilting", "STATE": "indoors", "COLOUR": "green", "AMAZON.NUMBER": "seven",
             "AMAZON.DURATION": "two weeks", "AMAZON.DATE": "tomorrow", "AMAZON.SearchQuery": "something odd going on"}
    for intent in model.intents.values():
        for sample in intent.samples:
            sentence = sample
            for slot in intent.slots:
                sentence = sentence.replace(f"{{{slot.name}}}", words[slot.type])
            assert nlu.understand(sentence).intent == intent.name, sentence


def test_two_values_that_share_a_word_are_both_reported(nlu: Nlu) -> None:
    assert ids(nlu.understand("what is peace plant")) == {"plant": ["plant.lily", "plant.calathea"]}


def test_the_plural_and_a_word_before_it_are_understood(nlu: Nlu) -> None:
    found = nlu.understand("can i use soap on my ferns")
    assert texts(found) == {"stuff": "soap", "plant": "ferns"}
    assert ids(found)["plant"] == ["plant.fern"]


def test_spelled_letters_and_a_written_abbreviation_are_one(nlu: Nlu) -> None:
    assert ids(nlu.understand("is NPK ok")) == ids(nlu.understand("is n. p. k. okay")) == {"stuff": ["stuff.npk"]}


def test_an_unlisted_word_fills_a_slot_without_a_match(nlu: Nlu) -> None:
    found = nlu.understand("can i spray bleach")
    assert (found.intent, texts(found), ids(found)) == ("SprayIntent", {"stuff": "bleach"}, {"stuff": []})


def test_an_unlisted_word_does_not_take_a_question_about_anything(nlu: Nlu) -> None:
    assert nlu.understand("what is the meaning of life").intent == "AMAZON.FallbackIntent"


def test_a_phrase_slot_takes_the_rest_as_it_was_said(nlu: Nlu) -> None:
    found = nlu.understand("I have something that's Odd, really")
    assert (found.intent, texts(found)) == ("TalkIntent", {"words": "something that's odd really"})


def test_a_phrase_slot_needs_a_word(nlu: Nlu) -> None:
    assert nlu.understand("i have").intent != "TalkIntent"


@pytest.mark.parametrize(("sentence", "slots"), [
    ("it has thirty four leaves", {"count": "34"}), ("it has 34 leaves", {"count": "34"}),
    ("I have had it for three weeks", {"span": "P3W"}), ("i bought it tomorrow", {"day": "2026-11-23"}),
])
def test_built_in_slots_carry_values_not_words(model: InteractionModel, sentence: str, slots: dict[str, str]) -> None:
    found = Nlu(model, today=lambda: date(2026, 11, 22)).understand(sentence)
    assert (found.intent, texts(found)) == ("AgeIntent", slots)


def test_the_sample_that_says_more_itself_wins() -> None:
    model = read_model({"interactionModel": {"languageModel": {"invocationName": "x y", "types": [
        {"name": "T", "values": [{"id": "t.a", "name": {"value": "dry leaf"}}, {"id": "t.b", "name": {"value": "leaf"}}]}], "intents": [
        {"name": "A", "slots": [{"name": "t", "type": "T"}], "samples": ["look at {t}"]},
        {"name": "B", "slots": [{"name": "t", "type": "T"}], "samples": ["look at dry {t}"]}]}}})
    assert Nlu(model).understand("look at a dry leaf").intent == "B"


def test_candidates_name_up_to_three_intents_with_their_samples(nlu: Nlu) -> None:
    found = nlu.understand("can i use copper on the wilting rose")
    assert 1 <= len(found.candidates) <= 3
    assert found.candidates[0].intent == found.intent
    assert all(candidate.sample for candidate in found.candidates)
