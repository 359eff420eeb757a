"""Over every plan and every class of ingredient, and every single remark: each answer for those it is for, and for nobody else."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from rules_core import KnowledgeBase
from tests.safety.test_small_spaces import INGREDIENTS, OF_EACH_KIND

from .test_who_hears_what import PEOPLE, SOON
from .who_hears_what import BABY, BY_EYE, PROCEDURES, Remark, either, fits_level
from .who_hears_what_of_what import BEE, CLASS_LINES, HEAVY, OWN, PLAN_LINES, PLANS

KB = KnowledgeBase.load("milia")
OF_PLANS = {conclusion for conclusion, _, _ in PLAN_LINES}
OF_CLASSES = {line.conclusion for line in CLASS_LINES} | {HEAVY}
TWICE: list[dict[str, Any]] = [
    {"site": ["eyelid_skin"]}, {"allergies": ["fragrance", "bee_honey"]}, {"pregnancy": "pregnant"},
    {"site": ["under_eye"], "age_group": "child"},
]
"""What does not count beside "it is my baby"."""


@pytest.mark.parametrize("plan", PLANS)
def test_each_answer_to_a_plan_is_for_those_it_is_for(plan: str) -> None:
    for remark, facts in PEOPLE:
        result = KB.infer({**facts, "topic": "action", "considering": [plan]})
        heard = {one.id for one in result.conclusions} & OF_PLANS
        fit = {conclusion for conclusion, plans, whom in PLAN_LINES if plan in plans and whom(remark)}
        assert heard == {conclusion for conclusion in fit if fits_level(conclusion, result.level)}, remark


def expected(ingredient: str, remark: Remark, level: str | None) -> set[str]:
    """What is said of one ingredient to somebody who makes one remark."""
    classes = INGREDIENTS[ingredient]
    found = {
        line.conclusion for line in CLASS_LINES
        if classes & set(line.classes) and line.whom(remark) and not (line.only_calm and level in SOON)
    }
    if ("bee" in classes and BEE(remark)) or any(made_of in classes and whom(remark) for made_of, whom in OWN.items()):
        found -= {"explain_product_heavy_near_eye"}
    elif "heavy" in classes and not either(BABY, BY_EYE)(remark) and level not in SOON:
        found.add(HEAVY)
    return found


@pytest.mark.parametrize("ingredient", OF_EACH_KIND)
def test_each_answer_on_a_product_is_for_those_it_is_for(ingredient: str) -> None:
    asked = {"topic": "product", "ingredient": [ingredient]}
    for remark, facts in PEOPLE:
        result = KB.infer({**facts, **asked})
        assert {one.id for one in result.conclusions} & OF_CLASSES == expected(ingredient, remark, result.level), remark


@pytest.mark.parametrize("ingredient", OF_EACH_KIND)
def test_for_a_baby_nothing_else_counts(ingredient: str) -> None:
    asked = {"topic": "product", "ingredient": [ingredient], "who": "baby"}
    alone = {one.id for one in KB.infer(asked).conclusions} & OF_CLASSES
    for facts in TWICE:
        assert {one.id for one in KB.infer({**facts, **asked}).conclusions} & OF_CLASSES == alone, facts


@pytest.mark.parametrize("ingredient", ["beeswax", "rose_water", "essential_oils", "honey", "unlisted"])
def test_by_the_eye_an_allergy_still_comes_first(ingredient: str) -> None:
    result = KB.infer({"topic": "product", "ingredient": [ingredient], "site": ["under_eye"], "allergies": ["fragrance", "bee_honey"]})
    assert not {"explain_product_heavy_near_eye", "avoid_irritant_near_eye"} & result.standing
    refused = {"avoid_bee_allergy", "avoid_fragrance_allergy"} & result.standing
    assert len(refused) == (ingredient != "unlisted")


def test_an_allergy_to_bees_counts_only_against_what_bees_make() -> None:
    for site, words in (("under_eye", "explain_product_heavy_near_eye"), ("face", HEAVY)):
        for ingredient in ("petrolatum", "shea_butter", "beeswax"):
            result = KB.infer({"topic": "product", "ingredient": [ingredient], "site": [site], "allergies": ["bee_honey"]})
            assert (words in result) == (ingredient != "beeswax"), (site, ingredient)


@pytest.mark.parametrize(("facts", "refused"), [
    ({}, True), ({"age_group": "child"}, True), ({"age_group": "adult"}, True), ({"who": "other"}, True), ({"pregnancy": "pregnant"}, True),
    ({"who": "baby"}, False), ({"age_group": "infant"}, False), ({"age_weeks": 52}, False), ({"age_group": "teen", "age_weeks": 52}, False),
], ids=str)
def test_vitamin_a_pills_are_one_too_many_beside_isotretinoin(facts: dict[str, Any], refused: bool) -> None:
    """Beside the pill itself; to a baby's carer everything by mouth is refused in other words."""
    asked = {**facts, "topic": "product", "ingredient": ["vitamin_a_supplements"]}
    assert ("avoid_vitamin_a_with_isotretinoin" in KB.infer({**asked, "medicines": ["isotretinoin_now"]})) == refused
    for medicines in (["isotretinoin_6m"], ["blood_thinner"], ["none"]):
        assert "avoid_vitamin_a_with_isotretinoin" not in KB.infer({**asked, "medicines": medicines}), medicines


@pytest.mark.parametrize("active", KB.facts["actives"].values)
def test_beside_what_is_in_use_no_exfoliant_is_added(active: str) -> None:
    for topic in ("habit_exfoliate", "habit_products"):
        result = KB.infer({"topic": topic, "actives": [active]})
        assert ("avoid_adding_active" in result) == (active != "none" and topic == "habit_exfoliate"), topic


def test_a_product_without_a_name_is_asked_for_unless_a_doctor_comes_first() -> None:
    for _, facts in PEOPLE:
        result = KB.infer({**facts, "topic": "product"})
        assert ("explain_product_check" in result) == (result.level not in SOON), facts
    for ingredient in OF_EACH_KIND:
        assert "explain_product_check" not in KB.infer({"topic": "product", "ingredient": [ingredient]}), ingredient


# --- What the clinician must hear ---------------------------------------------------------------------------------------------------

TO_TELL: dict[str, dict[str, Any]] = {
    "see_tell_blood_thinner": {"medicines": ["blood_thinner"]}, "see_tell_pregnant": {"pregnancy": "pregnant"},
    "see_tell_cold_sores": {"skin_conditions": ["cold_sores"]}, "see_tell_blistering": {"skin_conditions": ["blistering_disease"]},
    "see_tell_past_procedure": {"recent_skin_event": "dermabrasion"}, "see_tell_weak_immunity": {"immune_weak": "yes"},
    "see_tell_isotretinoin": {"medicines": ["isotretinoin_6m"]},
}
ANOTHER = {"see_tell_past_procedure": {"recent_skin_event": "laser_peel"}, "see_tell_isotretinoin": {"medicines": ["isotretinoin_now"]}}
ALL_TELLING = {*TO_TELL, "see_tell_medicine", "see_tell_everything"}


def joined(*parts: dict[str, Any]) -> dict[str, Any]:
    """All of these remarks; lists put together."""
    facts: dict[str, Any] = {}
    for part in parts:
        for name, value in part.items():
            facts[name] = [*facts.get(name, []), *value] if isinstance(value, list) else value
    return facts


@pytest.mark.parametrize("topic", PROCEDURES)
def test_one_or_two_things_to_tell_are_said_and_more_become_one_line(topic: str) -> None:
    for number in (1, 2, 3, 4):
        for names in combinations(TO_TELL, number):
            for told in (TO_TELL, {**TO_TELL, **ANOTHER}):
                result = KB.infer(joined(*(told[name] for name in names), {"topic": topic}))
                heard = {one.id for one in result.conclusions} & ALL_TELLING
                if not (result.level in SOON or (topic == "laser" and "see_tell_isotretinoin" in names)):
                    assert heard == (set(names) if number <= 2 else {"see_tell_everything"}), names


@pytest.mark.parametrize("topic", PROCEDURES)
def test_where_a_doctor_comes_first_only_the_medicines_to_keep_are_named(topic: str) -> None:
    soon = {"number": "single", "change": ["growing"]}
    for medicine in ("blood_thinner", "ciclosporin", "immunosuppressant", "cancer_drug"):
        for more in ({}, TO_TELL["see_tell_weak_immunity"], joined(*(TO_TELL[name] for name in tuple(TO_TELL)[1:6]))):
            result = KB.infer(joined(soon, {"medicines": [medicine]}, more, {"topic": topic}))
            assert {one.id for one in result.conclusions} & ALL_TELLING == {"see_tell_medicine"}, (medicine, more)
    for name, facts in TO_TELL.items():
        if name not in ("see_tell_blood_thinner", "see_tell_isotretinoin"):
            assert not {one.id for one in KB.infer(joined(soon, facts, {"topic": topic})).conclusions} & ALL_TELLING, name


@pytest.mark.parametrize("topic", PROCEDURES)
def test_where_a_procedure_is_refused_there_is_nothing_to_tell(topic: str) -> None:
    for reason in ({"age_group": "child"}, {"who": "baby"}, {"irritation": "severe"}, {"recent_skin_event": "burn"}):
        for facts in (*TO_TELL.values(), *({"medicines": [name]} for name in ("ciclosporin", "immunosuppressant", "cancer_drug"))):
            result = KB.infer({**facts, **reason, "topic": topic})
            assert not {one.id for one in result.conclusions} & ALL_TELLING, (reason, facts)


@pytest.mark.parametrize("topic", ["habit_sun", "mistake_sunscreen"])
@pytest.mark.parametrize("weeks", [10, 30])
def test_a_scrub_for_a_baby_is_refused_before_sun_care_is_spoken_of(topic: str, weeks: int) -> None:
    result = KB.infer({"who": "baby", "age_weeks": weeks, "topic": topic, "considering": ["scrub"]})
    assert next(one.id for one in result.conclusions if one.role == "verdict") == "avoid_scrub_child"
