"""Questions: the right topic, for the right person, open or one-shot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from skill.handlers.knowledge import TOPICS
from tests.skill.talk import Talk


@pytest.mark.parametrize(("intent", "topic"), TOPICS.items())
def test_each_intent_has_its_topic(talk: Talk, seen: list[Mapping[str, Any]], intent: str, topic: str) -> None:
    talk(intent)
    assert talk.attributes["turn"]["topic"] == topic
    assert seen[-1]["facts"]["topic"] == topic


@pytest.mark.parametrize("intent", TOPICS)
def test_each_intent_survives_words_that_match_nothing(talk: Talk, intent: str) -> None:
    slots = ("topic", "cause", "action", "ingredient", "step", "procedure", "habit", "lookalike", "who", "site", "circumstance")
    talk(intent, **dict.fromkeys(slots, "flumtious"))


@pytest.mark.parametrize(
    ("intent", "slots", "topic"),
    [
        ("ExplainIntent", {"topic": "the eye area"}, "eyes"),
        ("CauseIntent", {"cause": "sun damage"}, "cause_sun"),
        ("HomeCareIntent", {"step": "exfoliating"}, "step_exfoliate"),
        ("ProcedureIntent", {"procedure": "cryotherapy"}, "cryotherapy"),
        ("PreventionIntent", {"habit": "sunscreen"}, "habit_sun"),
        ("LookAlikeIntent", {"lookalike": "whiteheads"}, "lookalike_whitehead"),
    ],
)
def test_a_slot_names_the_topic(talk: Talk, intent: str, slots: dict[str, str], topic: str) -> None:
    talk(intent, **slots)
    assert talk.attributes["turn"]["topic"] == topic


@pytest.mark.parametrize("intent", TOPICS)
def test_the_first_answer_is_said_with_a_disclaimer_and_every_card_shows_it(talk: Talk, intent: str) -> None:
    assert "general information" in talk(intent, action="pop them", ingredient="lanolin")
    assert "not medical advice" in talk.card
    assert "general information" not in talk("ContagiousIntent")
    assert "not medical advice" in talk.card


def test_what_was_said_in_passing_counts_now_and_later(talk: Talk) -> None:
    said = talk("ProductIntent", ingredient="retinol", circumstance="pregnant")
    assert "Do not use retinol" in said
    talk("ExplainIntent")
    assert "Do not use adapalene" in talk("ProductIntent", ingredient="adapalene")


def test_a_held_answer_carries_its_conditions_and_asks(talk: Talk, seen: list[Mapping[str, Any]]) -> None:
    said = talk("ProductIntent", ingredient="retinol")
    assert "skip it if you are pregnant or trying" in said
    assert seen[-1]["withheld"][0]["conclusion"] == "use_retinoid"
    assert seen[-1]["asked"] == ["age_group"] == talk.attributes["asking"]


def test_several_ingredients_are_judged_in_one_answer(talk: Talk) -> None:
    said = talk("ProductIntent", ingredient="retinol", ingredient_two="lanolin", ingredient_three="zork", circumstance="pregnant")
    assert said.index("Do not use retinol") < said.index("Lanolin is a heavy product") < said.index("I do not know that ingredient")


def test_only_what_is_asked_now_is_answered(talk: Talk) -> None:
    talk("ProductIntent", ingredient="lanolin")
    assert "heavy" not in talk("ExplainIntent")


def test_conditions_are_said_with_a_permission(talk: Talk) -> None:
    talk("ProductIntent", ingredient="salicylic acid", site="cheek", who="myself")
    assert "asking" in talk.attributes
    talk("AboutMeIntent", who="newborn")
    assert "on a baby" in talk("ProductIntent", ingredient="salicylic acid")


def test_the_carried_subject_is_named(talk: Talk) -> None:
    assert "For your baby" not in talk("BabyIntent", who="newborn")
    assert talk("ProductIntent", ingredient="retinol").startswith("For your baby: Use no acids")
    assert "For your baby" not in talk("ProductIntent", ingredient="retinol", who="myself")


def test_a_one_shot_answer_can_be_asked_about(one_shot: Callable[[], Talk]) -> None:
    talk = one_shot()
    assert talk("ActionIntent", action="pop them").endswith("?")
    assert not talk.ended
    assert "not given you an answer" not in talk("WhyIntent")


def test_a_one_shot_answer_stays_where_something_was_told_of_somebody(one_shot: Callable[[], Talk]) -> None:
    talk = one_shot()
    assert talk("BabyIntent", who="newborn").endswith("?")
    assert not talk.ended
    assert talk.facts("baby")["age_group"] == "newborn"


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("ExplainIntent", {}),
        ("ProductIntent", {"ingredient": "retinol"}),
        ("ProductIntent", {}),
        ("ActionIntent", {}),
        ("SymptomIntent", {"symptom": "hot"}),
        ("AboutMeIntent", {"circumstance": "pregnant"}),
        ("AMAZON.HelpIntent", {}),
        ("EmergencyIntent", {}),
        ("AMAZON.FallbackIntent", {}),
        ("WhyIntent", {}),
        ("AMAZON.YesIntent", {}),
        ("MoreIntent", {}),
        ("AMAZON.RepeatIntent", {}),
    ],
)
def test_a_one_shot_stays_open_when_something_must_be_asked(one_shot: Callable[[], Talk], intent: str, slots: dict[str, str]) -> None:
    talk = one_shot()
    talk(intent, **slots)
    assert not talk.ended


def test_what_has_no_answer_is_said_to_have_none(talk: Talk) -> None:
    assert "do not have a checked answer" in talk("ActionIntent", action="steam my face") + talk("ActionIntent", action="steam my face")
    assert "which product" in talk("ProductIntent")
    assert "what you would like to do" in talk("ActionIntent")
