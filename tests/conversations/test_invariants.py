"""The house rules find what breaks them: a rule that never fails checks nothing."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase

from .invariants import Invariants

SAID = "This is general information, not medical advice. What else would you like to know?"
GOOD = {
    "speech": SAID, "reprompt": "Anything else?", "ended": False, "intent": None, "inference": None,
    "response": {"response": {"card": {"title": "Milia Guide", "content": "plain"}}},
}
NO_ADVICE = {"level": "same_day", "conclusions": ["see_same_day_infection"], "asked": None}


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load("milia")


@pytest.fixture(scope="module")
def rules(kb: KnowledgeBase) -> Invariants:
    return Invariants(kb)


def test_a_good_turn_passes(rules: Invariants) -> None:
    rules.check(GOOD, "")


@pytest.mark.parametrize(
    ("change", "before"),
    [
        ({"speech": ""}, ""),
        ({"speech": "word " * 90 + SAID}, ""),
        ({"speech": "All is said."}, ""),
        ({"ended": True}, ""),
        ({"reprompt": ""}, ""),
        ({"reprompt": SAID + " Well?"}, ""),
        ({"speech": "<b>Well</b>. " + SAID}, ""),
        ({"response": {"response": {"card": {"content": "<speak>well</speak>"}}}}, ""),
        ({}, "Something before. What else would you like to know?"),
    ],
)
def test_a_turn_that_breaks_a_rule_is_found(rules: Invariants, change: dict[str, Any], before: str) -> None:
    with pytest.raises(AssertionError):
        rules.check({**GOOD, **change}, before)


def test_a_clinical_reply_without_a_disclaimer_is_found(rules: Invariants, kb: KnowledgeBase) -> None:
    said = kb.text("explain_contagious").say
    with pytest.raises(AssertionError, match="disclaimer"):
        rules.check({**GOOD, "speech": f"{said} Anything more for today?"}, "")


def test_advice_on_products_beside_a_warning_is_found(rules: Invariants, kb: KnowledgeBase) -> None:
    texts = [kb.text(one) for one in kb.entries if one.startswith("use_")]
    said = next(text.say for text in texts if "{" not in text.say and len(text.say.split()) > 8)
    with pytest.raises(AssertionError, match="beside a warning"):
        rules.check({**GOOD, "speech": f"{said} {SAID}", "inference": NO_ADVICE}, "")
