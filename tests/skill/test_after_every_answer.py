"""After any answer: why, why not, what would change it, from where, how sure, more, repeat, next, back, help, thanks."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from rules_core import KnowledgeBase
from skill.app import Handler, create_skill
from skill.language import language
from tests.skill.talk import Talk
from tests.skill.test_every_answer import PEOPLE, answer, questions

FOLLOWED_BY = (
    "WhyIntent", "WhyNotIntent", "SourceIntent", "SureIntent", "MoreIntent", "AMAZON.RepeatIntent", "AMAZON.NextIntent",
    "AMAZON.PreviousIntent", "AMAZON.HelpIntent", "ThanksIntent", "AMAZON.YesIntent", "UnsureIntent", "AMAZON.FallbackIntent",
    "AMAZON.StartOverIntent", "RetractIntent", "UrgencyIntent",
)
WHO = ("nobody known", "a newborn", "pregnant", "on the lid", "hot and swollen", "all well")
CHANGES_OF = ("nobody known", "pregnant", "hot and swollen")
"""What would change an answer is found by trying, which takes its time."""


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def lost_lines() -> list[str]:
    said: Mapping[str, Any] = language().said
    return [said["why_nothing"], said["repeat_nothing"], said["apology"]]


def every(milia: KnowledgeBase, step: int) -> dict[str, Mapping[str, Any]]:
    """All topics and actions, and some of the products."""
    return {
        name: asked for number, (name, asked) in enumerate(questions(milia).items()) if asked["topic"] != "product" or number % step == 0
    }


def followed(handler: Handler, milia: KnowledgeBase, person: str, asked: Mapping[str, Any], intents: tuple[str, ...]) -> None:
    first = answer(handler, PEOPLE[person], asked, opened=True)
    for intent in intents:
        talk = Talk(handler, milia)
        talk.attributes = copy.deepcopy(first["sessionAttributes"])
        said = talk(intent)
        assert not talk.ended, (intent, said)
        assert not any(line in said for line in lost_lines()), (intent, dict(asked), said)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(6))
def test_every_answer_can_be_asked_about(handler: Handler, milia: KnowledgeBase, part: int) -> None:
    """Every question once, people taking turns."""
    for number, asked in enumerate(every(milia, 12).values()):
        if number % 6 == part:
            followed(handler, milia, WHO[(number // 6) % len(WHO)], asked, FOLLOWED_BY)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(3))
def test_what_would_change_any_answer(handler: Handler, milia: KnowledgeBase, part: int) -> None:
    for number, asked in enumerate(every(milia, 20).values()):
        if number % 3 == part:
            followed(handler, milia, CHANGES_OF[(number // 3) % 3], asked, ("ChangeIntent",))


def test_a_warning_is_never_talked_down(handler: Handler, milia: KnowledgeBase) -> None:
    """What would change it names no further sign to wish for: what to do stands, and a mistake can be set right."""
    for sign in ("hot_swollen", "pus", "spreading_red"):
        first = answer(handler, {"symptoms": [sign, "unknown"]}, {"topic": "symptoms"}, opened=True)
        talk = Talk(handler, milia)
        talk.attributes = first["sessionAttributes"]
        said = talk("ChangeIntent")
        assert "less urgent" in said
        assert "today" in said
        assert "confused" not in said
