"""Whatever else people add to what they have: the level, every sign and all that triage says are what a clinician's list says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from rules_core import KnowledgeBase
from tests.safety.profiles import universe

from .triage_person import Person
from .triage_settings import SETTINGS
from .triage_spoken import BY_LEVEL, EVERYTHING, NET, VISITS, triaged

KB = KnowledgeBase.load("milia")
WEEKS = {
    "duration_weeks": (0, 1, 2, 3, 4, 5, 12, 13, 52, 53), "age_weeks": (0, 1, 2, 3, 4, 5, 12, 13, 16, 17, 51, 52),
    "event_weeks_ago": (0, 1, 2, 12, 13), "care_weeks": (11, 12),
}
WEIGHTLESS = ("allergies", "heavy_products")
REMARKS = [
    *universe(KB, [
        spec.id for spec in KB.facts.values()
        if spec.scope == "person" and not spec.derived_from and spec.type != "int" and spec.id not in WEIGHTLESS]),
    *((fact, value) for fact, numbers in WEEKS.items() for value in (*numbers, "unknown")),
    *(("considering", plan) for plan in ("peel", "cryo", "laser", "extraction", "curettage", "squeeze")),
    *(("ingredient", name) for name in ("trichloroacetic_acid_peels", "wart_and_skin_tag_removers", "garlic", "retinol")),
]
FURTHER = 15
"""So many times three further remarks are added at once."""
DENIALS = ("none", "unknown", "stable")
NAMED = {*NET, "symptoms", "red_flags", "newborn_milia", "professional", *(topic for _, topics in VISITS.values() for topic in topics)}
"""Subjects beside which triage says something of its own also to those who can wait."""


def added(facts: dict[str, Any], fact: str, value: Any) -> dict[str, Any]:
    """What was told, with one more remark: it joins a list, or takes the place of what was told before."""
    if KB.facts[fact].type != "multi":
        return {**facts, fact: value}
    if value == "unknown":
        return {**facts, fact: value}
    before = facts.get(fact, [])
    others = [one for one in before if one not in DENIALS and one != value] if isinstance(before, list) and value not in DENIALS else []
    return {**facts, fact: [*others, value]}


def told(name: str) -> Iterator[dict[str, Any]]:
    """Somebody as in the setting, with each remark added, alone instead of a list, and with several at once."""
    facts = SETTINGS[name].facts
    yield facts
    for fact, value in REMARKS:
        yield added(facts, fact, value)
        if isinstance(facts.get(fact), list) and value not in DENIALS and not set(facts[fact]) <= {value, *DENIALS}:
            yield {**facts, fact: [value]}
    dice = random.Random(name)
    for _ in range(FURTHER):
        several = facts
        for fact, value in dice.sample(REMARKS, 3):
            several = added(several, fact, value)
        yield several


def assert_triaged(facts: dict[str, Any], topic: str) -> None:
    """The level and all of triage, for somebody who asked about a topic; nothing more is to be told."""
    asked = {**facts, "topic": topic, "more_signs": "no"}
    result = KB.infer(asked)
    assert (result.level, result.standing & EVERYTHING) == triaged(Person(asked), topic), asked


@pytest.mark.parametrize("name", SETTINGS)
def test_the_setting_is_what_it_says(name: str) -> None:
    level, sign, facts = SETTINGS[name]
    result = KB.infer(facts)
    assert result.level == level
    assert sign in result if sign else level == "self_care"


@pytest.mark.parametrize("name", SETTINGS)
def test_every_further_remark_has_its_own_weight_and_no_other(name: str) -> None:
    for facts in told(name):
        assert_triaged(facts, "symptoms")


@pytest.mark.parametrize("topic", KB.facts["topic"].values)
def test_what_was_asked_decides_what_is_said_and_never_the_level(topic: str) -> None:
    for level, _, facts in SETTINGS.values():
        if level == "doctor_soon" or topic in NAMED:
            assert_triaged(facts, topic)


@pytest.mark.parametrize("topic", KB.facts["topic"].values)
def test_to_nobody_in_particular_triage_says_its_least(topic: str) -> None:
    assert_triaged({}, topic)
    more = KB.infer({"topic": topic, "more_signs": "yes"})
    assert ("explain_more_signs" in more) == (topic == "symptoms")


@pytest.mark.parametrize("fact", sorted({fact for fact, _ in REMARKS}))
def test_one_remark_by_itself_has_its_own_weight(fact: str) -> None:
    for name, value in REMARKS:
        if name == fact:
            assert_triaged(added({}, name, value), "symptoms")


def test_every_sign_is_somebodys() -> None:
    """No line of the list is there for nobody."""
    for signs in BY_LEVEL.values():
        for sign, has in signs.items():
            assert any(has(Person(facts)) for name in SETTINGS for facts in (SETTINGS[name].facts, *told(name))) or (
                sign == "see_emergency_other"), sign
