"""Over every topic and every single remark: each answer is heard by whom it is for, and by nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from rules_core import KnowledgeBase
from tests.safety.profiles import universe

from .who_hears_what import LINES, Remark, fits_level, is_knowledge

KB = KnowledgeBase.load("milia")
PERSON = [spec.id for spec in KB.facts.values() if spec.scope == "person" and not spec.derived_from]
TOPICS = KB.facts["topic"].values
LISTED = {conclusion for conclusion, _, _ in LINES}
SOON = ("doctor_soon", "same_day", "emergency")
SIGNS = {
    "see_bump": "see_doctor_soon_bump", "see_lid_lump": "see_doctor_soon_lid", "see_blister": "see_doctor_soon_blister",
    "see_pregnancy_retinoid": "see_doctor_soon_pregnancy_retinoid", "see_pregnancy_isotretinoin": "see_doctor_soon_isotretinoin",
    "see_steroid": "see_doctor_soon_steroid", "see_medicine": "see_doctor_soon_medicine", "see_crop": "see_doctor_soon_crop",
    "see_family": "see_doctor_soon_family", "see_baby_skin": "see_doctor_soon_baby_skin", "see_pain": "see_doctor_soon_pain",
    "see_vomiting": "see_doctor_soon_unwell",
}
"""What carries the level, and the words that say so."""

GROUPS = [
    {"number": "many", "onset": "sudden_crop"}, {"number": "many", "family_syndrome": "yes"}, {"who": "baby", "symptoms": ["redness"]},
    {"pregnancy": "pregnant", "actives": ["retinoid"]}, {"pregnancy": "planning", "medicines": ["isotretinoin_now"]},
    {"symptoms": ["pain"]}, {"site": ["eyelid_edge"], "number": "single"}, {"steroid_cream": "long_or_potent"},
]
"""Signs that take more than one remark."""


def people() -> Iterator[tuple[Remark, dict[str, Any]]]:
    """Whoever makes one remark, or none."""
    yield ("", ""), {}
    for fact, value in universe(KB, PERSON):
        as_list = KB.facts[fact].type == "multi" and value != "unknown"
        yield (fact, value), {fact: [value] if as_list else value}


PEOPLE = list(people())


@pytest.mark.parametrize("topic", TOPICS)
def test_each_answer_is_for_those_it_is_for(topic: str) -> None:
    lines = [(conclusion, whom) for conclusion, topics, whom in LINES if topic in topics]
    for remark, facts in PEOPLE:
        result = KB.infer({**facts, "topic": topic})
        heard = {one.id for one in result.conclusions} & LISTED
        assert heard == {conclusion for conclusion, whom in lines if whom(remark) and fits_level(conclusion, result.level)}, remark


@pytest.mark.parametrize("topic", TOPICS)
def test_a_doctor_soon_sign_is_a_reminder_beside_knowledge_and_comes_first_elsewhere(topic: str) -> None:
    for facts in (*(facts for _, facts in PEOPLE), *GROUPS):
        result = KB.infer({**facts, "topic": topic})
        assert ("see_doctor_soon_reminder" in result) == (is_knowledge(topic) and result.level == "doctor_soon"), facts
        assert ("explain_symptoms_routine" in result) == (topic == "symptoms" and result.level == "routine"), facts
        for sign, words in SIGNS.items():
            assert (words in result) == (sign in result and not is_knowledge(topic)), (facts, sign)


def test_every_doctor_soon_sign_occurs_here() -> None:
    found = {sign for facts in (*(facts for _, facts in PEOPLE), *GROUPS) for sign in SIGNS if sign in KB.infer(facts)}
    assert found == set(SIGNS)
