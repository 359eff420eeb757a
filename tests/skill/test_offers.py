"""Asked beforehand whether it could answer: a verdict on intent and slots, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase
from skill.app import create_skill
from tests.skill.talk import Vocabulary

REPLIES = {"canUnderstand": "YES", "canFulfill": "YES"}


def asked(kb: KnowledgeBase, intent: str, skin_check: bool = True, **slots: str) -> dict[str, Any]:
    """The verdict on an intent; such a request comes without a session and may come without a user."""
    heard: list[Any] = []
    vocabulary = Vocabulary(kb)
    body = {"name": intent, "slots": {name: vocabulary.slot(name, words) for name, words in slots.items()}}
    event = {
        "version": "1.0",
        "context": {"System": {"application": {"applicationId": "amzn1.ask.skill.test"}}},
        "request": {"type": "CanFulfillIntentRequest", "requestId": "1", "timestamp": "2026-01-01T00:00:00Z", "intent": body},
    }
    answer = create_skill(kb, observer=heard.append, skin_check=skin_check)(event, None)
    assert not answer.get("sessionAttributes")
    assert answer["response"].keys() == {"canFulfillIntent"}
    assert heard == []
    verdict = answer["response"]["canFulfillIntent"]
    assert isinstance(verdict, dict)
    return verdict


def test_a_question_whose_slots_are_known_can_be_answered(kb: KnowledgeBase) -> None:
    assert asked(kb, "ProductIntent", ingredient="retinol") == {"canFulfill": "YES", "slots": {"ingredient": REPLIES}}


def test_a_question_without_slots_can_be_answered(kb: KnowledgeBase) -> None:
    assert asked(kb, "ContagiousIntent") == {"canFulfill": "YES", "slots": {}}


def test_a_product_nobody_lists_may_be_answered(kb: KnowledgeBase) -> None:
    verdict = asked(kb, "ProductIntent", ingredient="zorbex")
    assert verdict["canFulfill"] == "MAYBE"
    assert verdict["slots"]["ingredient"] == {"canUnderstand": "MAYBE", "canFulfill": "NO"}


@pytest.mark.parametrize("intent", ["AMAZON.YesIntent", "WhyIntent", "TalkIntent", "NoSuchIntent"])
def test_what_needs_a_conversation_around_it_cannot_start_one(kb: KnowledgeBase, intent: str) -> None:
    assert asked(kb, intent)["canFulfill"] == "NO"


def test_the_skin_check_is_offered_only_where_it_is_on(kb: KnowledgeBase) -> None:
    assert asked(kb, "SkinCheckIntent")["canFulfill"] == "YES"
    assert asked(kb, "SkinCheckIntent", skin_check=False)["canFulfill"] == "NO"
