"""Opening, help, repeat, stop, start over: in every state of the conversation."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from skill.language import language
from tests.skill.talk import Talk

Prepare = Callable[[Talk], object]

STATES: dict[str, Prepare] = {
    "opened": lambda talk: talk.launch(),
    "answered": lambda talk: talk("ActionIntent", action="pop them"),
    "offered": lambda talk: talk("ExplainIntent"),
    "asking": lambda talk: talk("ProductIntent", ingredient="retinol"),
    "flagged": lambda talk: talk("SymptomIntent", symptom="hot"),
    "lost": lambda talk: talk("AMAZON.FallbackIntent"),
    "about a baby": lambda talk: talk("BabyIntent", who="newborn"),
}
state = pytest.mark.parametrize("prepare", STATES.values(), ids=STATES)


def test_launch_says_what_it_is_and_is_not(talk: Talk) -> None:
    said = talk.launch()
    assert "Milia Guide" in said
    assert "not a doctor" in said
    assert "not medical advice" in said
    assert "emergency" in said
    assert "not medical advice" in talk.card
    assert not talk.ended


@state
@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent"])
def test_stop_and_cancel_end_at_once(talk: Talk, prepare: Prepare, intent: str) -> None:
    prepare(talk)
    talk(intent)
    assert talk.ended
    assert talk.attributes == {}


@state
def test_help_keeps_the_pending_question(talk: Talk, prepare: Prepare) -> None:
    prepare(talk)
    asking, offer = talk.attributes.get("asking"), talk.attributes.get("offer")
    said = talk("AMAZON.HelpIntent")
    assert talk.attributes.get("asking") == asking
    assert not talk.ended
    if asking:
        assert "I ask because" in said
    if offer == {"kind": "again", "facts": {}}:
        assert "start over" in said


def _but_the_offer(said: str) -> str:
    """What is said without the offer to say it again, which is put in other words each time."""
    return said.removesuffix(next((one for one in language().said["ask_again"] if said.endswith(one)), ""))


@state
def test_repeat_says_the_same_again(talk: Talk, prepare: Prepare) -> None:
    prepare(talk)
    talk("TimelineIntent")
    first, asking, offer = talk.said, talk.attributes.get("asking"), talk.attributes.get("offer")
    for _ in range(2):
        assert _but_the_offer(talk("AMAZON.RepeatIntent")) == _but_the_offer(first)
        assert (talk.attributes.get("asking"), talk.attributes.get("offer")) == (asking, offer)


def test_repeat_with_nothing_said(talk: Talk) -> None:
    assert "not said anything" in talk("AMAZON.RepeatIntent")


def test_repeat_survives_not_understanding(talk: Talk) -> None:
    first = talk("ActionIntent", action="pop them")
    talk("AMAZON.FallbackIntent")
    assert talk("AMAZON.RepeatIntent") == first


@state
def test_start_over_forgets(talk: Talk, prepare: Prepare) -> None:
    prepare(talk)
    talk("AboutMeIntent", circumstance="pregnant")
    talk("AMAZON.StartOverIntent")
    assert talk.attributes.keys() <= {"v", "subject", "last", "variants"}
    assert talk.attributes["subject"] == "self"
    assert not talk.ended


@state
def test_home_keeps_what_was_told(talk: Talk, prepare: Prepare) -> None:
    prepare(talk)
    facts = talk.attributes.get("facts")
    talk("AMAZON.NavigateHomeIntent")
    assert talk.attributes.get("facts") == facts
    assert not talk.ended


def test_goodbyes_and_closing_questions_take_turns(talk: Talk) -> None:
    closings = [talk("TimelineIntent").rpartition(". ")[2] for _ in range(8)]
    assert all(one != other for one, other in itertools.pairwise(closings))


def test_the_ladder_of_not_understanding(talk: Talk) -> None:
    steps = [talk("AMAZON.FallbackIntent") for _ in range(4)]
    assert len(set(steps)) == 4
    assert '"what are milia"' in steps[1]
    assert "list" in steps[2]
    talk("TimelineIntent")
    assert talk("AMAZON.FallbackIntent") not in steps[1:]


def test_the_ladder_with_a_question_pending(talk: Talk) -> None:
    ask = talk("ProductIntent", ingredient="retinol").rpartition(". ")[2]
    first, second = talk("AMAZON.FallbackIntent"), talk("AMAZON.FallbackIntent")
    assert first.endswith(ask)
    assert second.endswith(ask)
    assert "because" in second
    assert talk.attributes["asking"]
    assert ask not in talk("AMAZON.FallbackIntent")
    assert "asking" not in talk.attributes


@pytest.mark.parametrize("intent", ["SomethingNewIntent", "AMAZON.PauseIntent", "AMAZON.ScrollUpIntent"])
def test_unknown_intents_are_not_understood_politely(talk: Talk, intent: str) -> None:
    talk(intent)
    assert not talk.ended
