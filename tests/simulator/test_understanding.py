"""The authored test sentences, understood well enough."""
from __future__ import annotations

import pytest

from tools.nlu_report import Outcome, measure, read_sentences, red_flag_recall, report, share


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return measure(read_sentences())


def test_most_sentences_find_their_intent(outcomes: list[Outcome]) -> None:
    assert share(outcomes) >= 0.9, [(outcome.say, outcome.found.intent) for outcome in outcomes if not outcome.right]


def test_danger_is_hardly_ever_missed(outcomes: list[Outcome]) -> None:
    missed = [outcome.say for outcome in outcomes if outcome.red_flag and not (outcome.right and outcome.reached)]
    assert red_flag_recall(outcomes) >= 0.95, missed


def test_other_business_is_refused(outcomes: list[Outcome]) -> None:
    assert [outcome.say for outcome in outcomes if outcome.wanted == "AMAZON.FallbackIntent" and not outcome.right] == []


def test_the_report_names_every_intent(outcomes: list[Outcome]) -> None:
    text = report(outcomes)
    assert all(outcome.wanted in text for outcome in outcomes)
    assert "| exact |" in text or "| paraphrase |" in text
