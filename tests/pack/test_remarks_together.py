"""What one remark decides by itself, and what two decide together: causes, milk spots that last, a bead known by sight."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase

from .test_lookalikes import LOOKALIKES, TYPES
from .test_who_hears_what import PEOPLE, PERSON
from .triage_spoken import EVERYTHING
from .who_hears_what import BLISTERS, CAUSING_MEDICINE, HEAVY, INJURED, STEROID, Whom, either, says

KB = KnowledgeBase.load("milia")
CAUSES: dict[str, Whom] = {
    # R03, R05, R22: where the skin was hurt; R07: heavy products; R18: sun; R08, R22, R75: illness; R20, R92: medicines
    "cause_injury": INJURED,
    "cause_heavy_products": HEAVY,
    "cause_sun": either(says("sun_protection", "sometimes", "never"), says("recent_skin_event", "sunburn")),
    "cause_medical": either(BLISTERS, says("family_syndrome", "yes"), says("skin_conditions", "blistering_disease")),
    "cause_medicines": either(STEROID, CAUSING_MEDICINE),
    "cause_age_hormones": says("age_group", "older"),
}


@pytest.mark.parametrize("fact", PERSON)
def test_each_cause_fits_those_who_said_so(fact: str) -> None:
    for remark, facts in PEOPLE:
        if remark[0] == fact:
            assert KB.infer(facts).standing & set(CAUSES) == {cause for cause, whom in CAUSES.items() if whom(remark)}, remark


@pytest.mark.parametrize("fact", PERSON)
def test_who_asked_nothing_hears_of_signs_alone(fact: str) -> None:
    for (name, _), facts in PEOPLE:
        if name == fact:
            spoken = {one.id for one in KB.infer(facts).conclusions if one.role != "silent"}
            assert spoken <= EVERYTHING, facts


NAMED_UP_TO_ROUTINE = ("typical_milia", "newborn_milia")
"""What is harmless is named so only where no doctor is needed soon; what is not is named at any level."""
WORSE: list[dict[str, Any]] = [{}, {"care_weeks": 12}, {"change": ["changing_look"]}, {"allergy_signs": ["hives"]}]


@pytest.mark.parametrize("name", [*LOOKALIKES, *TYPES])
def test_what_it_sounds_like_is_said_where_that_is_asked(name: str) -> None:
    profile = {**LOOKALIKES, **TYPES}[name]
    for topic in KB.facts["topic"].values:
        for worse in WORSE if topic in ("symptoms", "lookalikes") else ({},):
            facts = {**profile, **worse, "topic": topic}
            result = KB.infer(facts)
            asked = topic in ("symptoms", "lookalikes") and f"is_{name}" in result
            calm = name not in NAMED_UP_TO_ROUTINE or result.level in ("self_care", "routine")
            assert (f"explain_sounds_like_{name}" in result) == (asked and calm), facts


@pytest.mark.parametrize("weeks", [12, 13])
def test_milk_spots_are_still_named_where_a_routine_visit_is_due(weeks: int) -> None:
    result = KB.infer({"age_weeks": weeks, "onset": "birth", "age_group": "newborn", "topic": "symptoms"})
    assert result.level == ("routine" if weeks == 13 else "self_care")
    assert "explain_sounds_like_newborn_milia" in result


LASTING = ("newborn_milia", "timeline", "milk_spots_last", "harmless", "what_are_milia")


@pytest.mark.parametrize("topic", KB.facts["topic"].values)
def test_milk_spots_that_last_are_spoken_of_where_they_are_the_subject(topic: str) -> None:
    for facts, lasting in (
        ({"age_group": "infant", "duration_weeks": 13}, True), ({"age_group": "infant", "duration_weeks": 12}, False),
        ({"age_group": "infant", "age_weeks": 13}, True), ({"age_group": "infant", "age_weeks": 12}, False),
        ({"age_group": "child", "duration_weeks": 13}, False), ({"age_group": "adult", "duration_weeks": 40}, False),
    ):
        assert ("explain_newborn_lasting" in KB.infer({**facts, "topic": topic})) == (lasting and topic in LASTING), facts


BEAD: dict[str, Any] = {
    "colour": "white", "surface": "smooth", "site": ["face"], "number": "few", "symptoms": ["none"], "change": ["stable"],
}


def test_a_bead_is_known_by_touch_or_by_sight_and_not_by_its_color_alone() -> None:
    """R03, R13: hard like a grain, or white and the size of a pinhead."""
    assert "is_typical_milia" in KB.infer({**BEAD, "feel": "hard_bead"})
    assert "is_typical_milia" in KB.infer({**BEAD, "size": "pinhead"})
    assert "is_typical_milia" not in KB.infer(BEAD)
    assert "is_typical_milia" not in KB.infer({**BEAD, "size": "lentil"})
    assert "is_typical_milia" not in KB.infer({**BEAD, "colour": "yellow", "size": "pinhead"})
    assert "is_typical_milia" in KB.infer({**BEAD, "colour": "yellow", "size": "pinhead", "feel": "hard_bead"})


def test_skin_cancer_before_makes_a_single_growing_bump_more_like_one() -> None:
    """R66, R67: each further sign counts, and none of them alone is enough."""
    growing: dict[str, Any] = {"age_group": "adult", "number": "single", "change": ["growing"]}
    before = {"skin_conditions": ["skin_cancer_history"]}
    assert "is_basal_cell" in KB.infer({**growing, **before})
    for facts in (growing, {**growing, "skin_conditions": ["none"]}, {**growing, "skin_conditions": ["keloid"]}, before):
        assert "is_basal_cell" not in KB.infer(facts), facts
