"""The authored test sentences, understood well enough and answered with the care they need."""
from __future__ import annotations

from collections.abc import Sequence

import pytest
from nlu_measure import BATCHES, BLIND, Outcome, false_alarms, inside, marked, outside, red_flag_recall, share, slot_share
from nlu_report import REPORT, measured, report, without_times

INTENTS, SLOTS, RECALL, FALSE_ALARMS = 0.89, 0.91, 0.97, 0.02
HELD = {
    "sixth": (0.86, 0.89, 0.09), "seventh": (0.83, 0.90, 0.14), "eighth": (0.91, 0.92, 0.06), "ninth": (0.72, 0.87, 0.07),
    "tenth": (0.75, 0.81, 0.16), "eleventh": (0.80, 0.94, 0.05), "twelfth": (0.90, 0.96, 0.04),
    "thirteenth": (0.92, 0.92, 0.11), "fourteenth": (0.92, 0.93, 0.04), "fifteenth": (0.94, 0.88, 0.07),
    "sixteenth": (0.90, 0.84, 0.07),
}
"""Of each blind batch the shares reached of intents and of red flags at their level, and the share of false alarms."""


@pytest.fixture(scope="module")
def batches() -> dict[str, list[Outcome]]:
    return measured(BATCHES)


@pytest.fixture(scope="module")
def blind() -> dict[str, list[Outcome]]:
    return measured(BLIND)


@pytest.fixture(scope="module")
def outcomes(batches: dict[str, list[Outcome]]) -> list[Outcome]:
    return [outcome for some in batches.values() for outcome in some]


def said(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.entry["say"], outcome.found.intent) for outcome in outcomes]


def test_most_sentences_of_each_batch_find_their_intent(batches: dict[str, list[Outcome]]) -> None:
    for name, outcomes in batches.items():
        assert share(inside(outcomes)) >= INTENTS, (name, said([outcome for outcome in outcomes if not outcome.right]))


def test_most_words_that_matter_arrive(outcomes: list[Outcome]) -> None:
    assert slot_share(outcomes) >= SLOTS


def test_danger_is_hardly_ever_missed(outcomes: list[Outcome]) -> None:
    missed = [outcome for outcome in marked(outcomes, "red_flag") if not outcome.raised]
    assert red_flag_recall(outcomes) >= RECALL, said(missed)


def test_quiet_sentences_hardly_ever_alarm(outcomes: list[Outcome]) -> None:
    alarmed = [outcome for outcome in marked(outcomes, "quiet") if outcome.alarmed]
    assert false_alarms(outcomes) <= FALSE_ALARMS, said(alarmed)


def test_other_business_is_refused(outcomes: list[Outcome]) -> None:
    assert share(outside(outcomes)) >= 0.9, said([outcome for outcome in outside(outcomes) if not outcome.right])
    assert not any(outcome.alarmed for outcome in outside(outcomes))


def test_blind_sentences_do_not_get_worse(blind: dict[str, list[Outcome]]) -> None:
    """What was reached is held: these are no aims, which stand above."""
    for name, outcomes in blind.items():
        intents, recall, alarms = HELD[name]
        assert share(inside(outcomes)) >= intents, name
        assert red_flag_recall(outcomes) >= recall, name
        assert false_alarms(outcomes) <= alarms, name


def test_the_report_is_up_to_date(batches: dict[str, list[Outcome]], blind: dict[str, list[Outcome]]) -> None:
    assert without_times(report(batches, blind)) == without_times(REPORT.read_text("utf-8")), "run python tools/nlu_report.py"


def test_times_do_not_make_the_report_stale() -> None:
    assert without_times("| exact | 7 | 12.0 ms | 14.7 ms |") == without_times("| exact | 7 | 9.1 ms | 101.3 ms |")
