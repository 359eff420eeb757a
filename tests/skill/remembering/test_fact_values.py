"""What a new mention makes of what was known."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.remembering import fact_values as values


def test_what_is_volunteered_stays_open(kb: KnowledgeBase) -> None:
    spec = kb.facts["symptoms"]
    assert values.told(spec, None, ["pain"]) == ["pain", "unknown"]
    assert values.told(spec, ["pain", "unknown"], ["pus"]) == ["pain", "pus", "unknown"]
    assert values.told(spec, ["none"], ["pus"]) == ["pus", "unknown"]
    assert values.told(spec, ["pain"], ["itch"]) == ["itch", "pain", "unknown"]
    assert values.told(spec, None, ["none"]) == ["none"]
    assert values.told(spec, ["pain", "unknown"], ["none"]) == ["pain"]


def test_what_answers_a_question_is_complete(kb: KnowledgeBase) -> None:
    spec = kb.facts["symptoms"]
    assert values.answered(spec, None, ["pain"]) == ["pain"]
    assert values.answered(spec, ["pus", "unknown"], ["pain"]) == ["pain", "pus"]
    assert values.answered(spec, None, ["none"]) == ["none"]
    assert values.answered(kb.facts["pregnancy"], "no", ["pregnant"]) == "pregnant"


def test_one_value_replaces_another_and_care_wins(kb: KnowledgeBase) -> None:
    spec = kb.facts["pregnancy"]
    assert values.told(spec, "pregnant", ["breastfeeding"]) == "breastfeeding"
    assert values.told(spec, None, ["breastfeeding", "pregnant"]) == "pregnant"
    assert values.told(spec, "pregnant", ["no"]) == "no"


def test_denials(kb: KnowledgeBase) -> None:
    symptoms, pregnancy, immune = kb.facts["symptoms"], kb.facts["pregnancy"], kb.facts["immune_weak"]
    assert values.denied(symptoms, ["pain", "pus", "unknown"], "pus", asked=False) == ["pain", "unknown"]
    assert values.denied(symptoms, ["pus", "unknown"], "pus", asked=False) is None
    assert values.denied(symptoms, ["none"], "pus", asked=False) == ["none"]
    assert values.denied(symptoms, None, "pus", asked=False) is None
    assert values.denied(symptoms, None, "pus", asked=True) == ["none"]
    assert values.denied(pregnancy, "pregnant", "pregnant", asked=False) == "unknown"
    assert values.denied(pregnancy, "breastfeeding", "pregnant", asked=False) == "breastfeeding"
    assert values.denied(pregnancy, None, "pregnant", asked=True) == "no"
    assert values.denied(immune, "yes", "yes", asked=False) == "no"


def test_a_plain_no(kb: KnowledgeBase) -> None:
    facts = kb.facts
    assert values.none_of(facts["symptoms"]) == ["none"]
    assert values.none_of(facts["symptoms"], ["pus", "unknown"]) == ["pus"]
    assert values.none_of(facts["pregnancy"]) == "no"
    assert values.none_of(facts["injury"]) == "none"
    assert values.none_of(facts["immune_weak"]) == "no"
    assert values.none_of(facts["site"]) == "unknown"
    assert values.none_of(facts["age_weeks"]) == "unknown"


@pytest.mark.parametrize(
    ("fact", "value", "valid"),
    [
        ("symptoms", ["pain"], True),
        ("symptoms", ["pain", "unknown"], True),
        ("symptoms", "unknown", True),
        ("symptoms", [], False),
        ("symptoms", ["none", "pain"], False),
        ("symptoms", ["plague"], False),
        ("symptoms", "pain", False),
        ("symptoms", [["pain"]], False),
        ("pregnancy", "pregnant", True),
        ("pregnancy", ["pregnant"], False),
        ("pregnancy", 3, False),
        ("immune_weak", "yes", True),
        ("immune_weak", True, False),
        ("age_weeks", 3, True),
        ("age_weeks", 53, False),
        ("age_weeks", True, False),
        ("age_weeks", "3", False),
        ("age_weeks", "unknown", True),
        ("pregnancy", None, False),
    ],
)
def test_only_what_the_rules_take_is_valid(kb: KnowledgeBase, fact: str, value: object, valid: bool) -> None:
    assert values.is_valid(kb.facts[fact], value) is valid
    if valid:
        kb.infer({fact: value})
