"""Which treatments by a clinician are held out, and to whom: not to the young, on sore skin, before a doctor, or before it has a name."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase

Facts = dict[str, Any]

KB = KnowledgeBase.load("milia")
REMOVALS = {
    "extraction": "see_clinician_extraction", "cryo": "see_clinician_freezing", "laser": "see_specialist_laser",
    "curettage": "see_clinician_scraping",
}
NAME_FIRST = "see_diagnosis_first"
SPOKEN = {*REMOVALS.values(), NAME_FIRST}

MAY: list[Facts] = [
    {}, {"age_group": "teen"}, {"age_group": "older"}, {"pregnancy": "pregnant"}, {"irritation": "mild"}, {"care_weeks": 12},
    {"wants": "removal"}, {"skin_tone": "brown_black"}, {"skin_conditions": ["keloid"]}, {"site": ["eyelid_skin"]},
    {"family_syndrome": "yes", "number": "few"}, {"recent_skin_event": "sunburn", "event_weeks_ago": 2},
    {"recent_skin_event": "burn", "event_weeks_ago": 12}, {"recent_skin_event": "blistering_rash", "event_weeks_ago": 12},
    {"recent_skin_event": "laser_peel"}, {"recent_skin_event": "tattoo"}, {"medicines": ["blood_thinner"]},
]
REFUSED: list[Facts] = [
    # the young
    {"age_group": "newborn"}, {"age_group": "infant"}, {"age_group": "child"}, {"who": "baby"}, {"age_weeks": 0}, {"age_weeks": 30},
    # sore or healing skin
    {"irritation": "severe"}, {"irritation": "burning"}, {"injury": "scald"}, {"recent_skin_event": "sunburn", "event_weeks_ago": 1},
    {"recent_skin_event": "sunburn"}, {"recent_skin_event": "burn", "event_weeks_ago": 11},
    {"recent_skin_event": "blistering_rash", "event_weeks_ago": 11},
]
NO_NAME: list[Facts] = [
    {"surface": "dimple"}, {"surface": "flat_top"}, {"surface": "dark_dot"}, {"colour": "brown"}, {"colour": "red"}, {"size": "pea_plus"},
    {"feel": "flat_patch"}, {"colour": "pearly_clear", "number": "few"},
    {"number": "single", "skin_conditions": ["skin_cancer_history"]},
]
DOCTOR_FIRST: list[Facts] = [
    {"change": ["growing"]}, {"symptoms": ["pain"]}, {"steroid_cream": "long_or_potent"}, {"symptoms": ["pus"]},
    {"symptoms": ["hot_swollen"]}, {"symptoms": ["spreading_red"]}, {"injury": "chemical_burn"}, {"unwell": ["fever"]},
    {"allergy_signs": ["faint"]}, {"danger_signs": ["bleeding_on"]},
]


def said(facts: Facts, plan: str) -> set[str]:
    """What is held out to somebody who plans this."""
    return KB.infer({**facts, "topic": "action", "considering": [plan]}).standing & SPOKEN


@pytest.mark.parametrize("plan", REMOVALS)
def test_each_treatment_is_held_out_to_those_who_may_have_it(plan: str) -> None:
    for facts in MAY:
        assert said(facts, plan) == {REMOVALS[plan]}, facts


@pytest.mark.parametrize("plan", REMOVALS)
def test_a_bump_without_a_name_gets_one_first(plan: str) -> None:
    for unnamed in NO_NAME:
        for facts in MAY:
            if "skin_conditions" not in unnamed:
                assert said({**facts, **unnamed}, plan) == {NAME_FIRST}, (facts, unnamed)
        assert said(unnamed, plan) == {NAME_FIRST}, unnamed


def test_fluid_gets_a_name_first_but_beside_freezing_it_may_be_a_burn() -> None:
    """R96: what freezes can blister; who plans a freeze kit may have used it."""
    for plan in REMOVALS:
        result = KB.infer({"feel": "fluid", "topic": "action", "considering": [plan]})
        assert result.standing & SPOKEN == (set() if plan == "cryo" else {NAME_FIRST}), plan
        assert ("see_same_day_maybe_burn" in result) == (plan == "cryo"), plan


@pytest.mark.parametrize("plan", REMOVALS)
def test_nothing_is_held_out_where_it_is_refused_or_a_doctor_comes_first(plan: str) -> None:
    for facts in (*REFUSED, *DOCTOR_FIRST):
        assert said(facts, plan) == set(), facts
        for unnamed in NO_NAME:
            assert said({**unnamed, **facts}, plan) == set(), (facts, unnamed)


@pytest.mark.parametrize("medicine", ["isotretinoin_now", "isotretinoin_6m"])
def test_isotretinoin_is_against_the_laser_alone(medicine: str) -> None:
    for plan, words in REMOVALS.items():
        assert said({"medicines": [medicine]}, plan) == (set() if plan == "laser" else {words})
        assert said({"medicines": [medicine], "surface": "dimple"}, plan) == (set() if plan == "laser" else {NAME_FIRST})


def test_no_other_plan_and_no_plan_at_all_brings_it_up() -> None:
    for facts in ({}, *NO_NAME):
        for plan in KB.facts["considering"].values:
            if plan not in REMOVALS:
                assert said(facts, plan) == set(), (facts, plan)
        assert not KB.infer({**facts, "topic": "action"}).standing & SPOKEN


@pytest.mark.parametrize("unnamed", NO_NAME, ids=str)
def test_without_a_plan_a_bump_without_a_name_is_no_question_of_removal(unnamed: Facts) -> None:
    assert not KB.infer(unnamed).standing & SPOKEN


@pytest.mark.parametrize("plan", REMOVALS)
def test_thick_scars_are_spoken_of_where_it_is_not_refused(plan: str) -> None:
    keloid = {"skin_conditions": ["keloid"], "topic": "action", "considering": [plan]}
    assert "explain_keloid_risk" in KB.infer(keloid)
    for facts in REFUSED:
        assert "explain_keloid_risk" not in KB.infer({**facts, **keloid}), facts


THREE = {"medicines": ["blood_thinner"], "skin_conditions": ["cold_sores"], "pregnancy": "pregnant"}


@pytest.mark.parametrize("topic", ["prevention", "symptoms", "home_care", "harmless"])
def test_nothing_is_to_be_told_where_no_removal_is_asked_about(topic: str) -> None:
    assert "see_tell_everything" not in KB.infer({**THREE, "topic": topic})
    assert "see_tell_everything" in KB.infer({**THREE, "topic": "extraction"})


def test_thick_scars_count_among_what_is_to_be_told() -> None:
    two = {"medicines": ["blood_thinner"], "pregnancy": "pregnant", "topic": "extraction"}
    assert {"see_tell_blood_thinner", "see_tell_pregnant"} <= KB.infer(two).standing
    assert "see_tell_everything" in KB.infer({**two, "skin_conditions": ["keloid"]})
