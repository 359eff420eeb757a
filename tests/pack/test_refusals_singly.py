"""Each reason against an active by itself, the same active twice, and what has to be looked at or asked before any of them."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase

from .test_refusals import AGAIN, ASKED, CLEAR, INGREDIENT, REASONS, SAYS, Facts, in_use, refusals

KB = KnowledgeBase.load("milia")
OWN_KIND = {"retinoid": ["retinoid"], "salicylate": ["bha"], "acid": ["aha"]}
"""What is in use already when somebody asks for one more of the same."""
BASES: list[Facts] = [
    {}, CLEAR, {**CLEAR, "recent_skin_event": "home_treatment", "event_weeks_ago": 12},
    {**CLEAR, "recent_skin_event": "sunburn", "event_weeks_ago": 2},
]
LATELY = {"recent peel": {"event_weeks_ago": 11}}
"""A peel heals for twelve weeks; what happened in `BASES` is over."""


def kind(what: str) -> list[str]:
    """What is of the same kind as the active asked about."""
    return ["benzoyl_peroxide"] if what == "benzoyl peroxide" else OWN_KIND.get(ASKED[what][0], [])


@pytest.mark.parametrize("what", ASKED)
def test_each_reason_is_enough_by_itself(what: str) -> None:
    family, question, _ = ASKED[what]
    for base in BASES:
        for name, told, whom, says in REASONS:
            facts = {**base, **(in_use(what) if name == "second" else told), **LATELY.get(name, {}), **question}
            if family in whom:
                assert refusals(KB.infer(facts)) == {says}, (name, base)
            elif name != "expecting":
                assert refusals(KB.infer(facts)) == set(), (name, base)


@pytest.mark.parametrize("what", [what for what in ASKED if kind(what)])
def test_the_same_again_is_said_after_every_other_reason(what: str) -> None:
    family, question, _ = ASKED[what]
    again = {"actives": kind(what)}
    for base in BASES:
        assert refusals(KB.infer({**base, **again, **question})) == {AGAIN}, base
        for name, facts, whom, says in REASONS:
            if family in whom and name != "second":
                assert refusals(KB.infer({**base, **again, **facts, **LATELY.get(name, {}), **question})) == {says}, (name, base)


@pytest.mark.parametrize("active", [one for one in KB.facts["actives"].values if one != "none"])
def test_what_is_in_use_alone_is_no_reason_to_refuse_anything(active: str) -> None:
    for asked in ({}, {"topic": "symptoms"}, {"topic": "product", "ingredient": ["ceramides"]}, {"considering": ["honey"]}):
        assert not refusals(KB.infer({"actives": [active], **asked})), asked


def test_breastfeeding_or_a_steroid_is_no_reason_against_azelaic_acid_or_benzoyl_peroxide() -> None:
    for what in ("azelaic acid", "benzoyl peroxide"):
        for facts in ({"pregnancy": "breastfeeding"}, {"steroid_cream": "short"}, {"allergies": ["aspirin_nsaid"]}):
            assert not refusals(KB.infer({**CLEAR, **facts, **ASKED[what][1]}))


# --- What it is comes before what to put on it -----------------------------------------------------------------------------------

LOOK_FIRST = "avoid_active_before_diagnosis"
DIMPLE: dict[str, Any] = {"age_group": "adult", "site": ["face"], "surface": "dimple"}
ROUGH: dict[str, Any] = {
    "age_group": "teen", "site": ["arms_thighs"], "feel": "rough", "surface": "hair_in_centre", "number": "many", "colour": "skin",
}
ACTIVES = (
    "retinol", "retinal", "adapalene", "tretinoin", "tazarotene", "salicylic_acid", "willow_bark_extract", "glycolic_acid", "lactic_acid",
    "mandelic_acid", "malic_acid", "citric_acid", "polyhydroxy_acids", "succinic_acid", "azelaic_acid", "benzoyl_peroxide",
)
NO_ACTIVES = ("ceramides", "glycerin", "petrolatum", "urea", "honey", "tea_tree_oil", "vitamin_c", "face_scrubs", "zinc_oxide_sunscreens")
PLANS = ("retinoid", "retinol", "adapalene", "tretinoin", "acid", "salicylic_acid", "glycolic_acid", "lactic_acid")
GENTLE = ("lactic_acid",)
"""R11: rough bumps around hairs are what a lactic acid cream is made for; nothing stronger."""
WAITS = [{}, {"care_weeks": 12}, {"skin_conditions": ["keloid"], "wants": "removal"}]
DOES_NOT = [{"change": ["growing"]}, {"unwell": ["fever"]}, {"allergy_signs": ["faint"]}]


def test_before_it_has_a_name_every_active_is_refused() -> None:
    for name in ACTIVES:
        assert LOOK_FIRST in KB.infer({**DIMPLE, "topic": "product", "ingredient": [name]}), name
    for name in KB.facts["considering"].values:
        assert (LOOK_FIRST in KB.infer({**DIMPLE, "topic": "action", "considering": [name]})) == (name in PLANS), name
    for topic in KB.facts["topic"].values:
        expected = topic in ("retinoids", "acids", "step_exfoliate", "habit_exfoliate")
        assert (LOOK_FIRST in KB.infer({**DIMPLE, "topic": topic})) == expected, topic


def test_rough_hair_roots_get_nothing_stronger_than_lactic_acid() -> None:
    for name in ACTIVES:
        refused = LOOK_FIRST in KB.infer({**ROUGH, "topic": "product", "ingredient": [name]})
        assert refused == (name not in GENTLE), name
    for name in KB.facts["considering"].values:
        refused = LOOK_FIRST in KB.infer({**ROUGH, "topic": "action", "considering": [name]})
        assert refused == (name in PLANS and name not in GENTLE), name
    for topic in KB.facts["topic"].values:
        assert (LOOK_FIRST in KB.infer({**ROUGH, "topic": topic})) == (topic == "habit_exfoliate"), topic
    for treatment, name in INGREDIENT.items():
        held = KB.infer({**ROUGH, "topic": "product", "ingredient": [name]}).state(treatment)
        assert held == ("withheld" if name in GENTLE else ""), name


@pytest.mark.parametrize("base", [DIMPLE, ROUGH], ids=["dimple", "rough"])
def test_what_is_no_active_is_not_refused_for_that(base: Facts) -> None:
    known = [name for name in NO_ACTIVES if name in KB.facts["ingredient"].values]
    assert len(known) >= 5
    for name in known:
        assert LOOK_FIRST not in KB.infer({**base, "topic": "product", "ingredient": [name]}), name


@pytest.mark.parametrize("base", [DIMPLE, ROUGH], ids=["dimple", "rough"])
@pytest.mark.parametrize("asked", [
    {"topic": "product", "ingredient": ["salicylic_acid"]}, {"topic": "action", "considering": ["retinol"]}, {"topic": "habit_exfoliate"},
], ids=str)
def test_where_a_doctor_comes_first_that_is_said_instead(base: Facts, asked: Facts) -> None:
    for more in WAITS:
        assert LOOK_FIRST in KB.infer({**base, **more, **asked}), more
    for more in DOES_NOT:
        assert LOOK_FIRST not in KB.infer({**base, **more, **asked}), more


def test_a_typical_bead_is_not_looked_at_first() -> None:
    bead = {"feel": "hard_bead", "colour": "white", "size": "pinhead", "surface": "smooth", "site": ["face"]}
    for name in ACTIVES:
        assert LOOK_FIRST not in KB.infer({**bead, "topic": "product", "ingredient": [name]}), name
    assert LOOK_FIRST not in KB.infer({**bead, "topic": "habit_exfoliate"})


# --- What is not known holds an active back, each question by itself --------------------------------------------------------------

NEEDED = ("age_group", "pregnancy", "site", "medicines", "skin_conditions", "actives", "irritation", "blister_fragile", "injury",
          "recent_skin_event")
ALLERGY = {"use_salicylic_acid": "aspirin_nsaid", "use_retinoid": "retinoid", "use_adapalene": "retinoid", "use_tretinoin": "retinoid"}


@pytest.mark.parametrize("treatment", INGREDIENT)
def test_every_question_must_be_answered_before_an_active_is_allowed(treatment: str) -> None:
    asked = {"topic": "product", "ingredient": [INGREDIENT[treatment]]}
    assert KB.infer({**CLEAR, **asked}).state(treatment) == "concluded"
    for fact in (*NEEDED, *(("allergies",) if treatment in ALLERGY else ())):
        left = {name: value for name, value in CLEAR.items() if name != fact}
        assert KB.infer({**left, **asked}).state(treatment) == "withheld", fact
    assert KB.infer({**CLEAR, "allergies": ["fragrance"], **asked}).state(treatment) == "concluded"
    nothing = KB.infer(asked)
    (held,) = [one for one in nothing.withheld if one.conclusion.id == treatment]
    expected = {*NEEDED, "age_weeks", "who", "event_weeks_ago", *(["allergies"] if treatment in ALLERGY else [])}
    assert set(held.facts) == expected


@pytest.mark.parametrize("treatment", INGREDIENT)
@pytest.mark.parametrize("age", ["teen", "adult", "older"])
def test_of_a_grown_up_no_weeks_are_asked(treatment: str, age: str) -> None:
    well = KB.infer({**CLEAR, "age_group": age, "topic": "product", "ingredient": [INGREDIENT[treatment]]})
    assert well.state(treatment) == "concluded"
    assert not SAYS & well.standing


STOPS: list[Facts] = [
    *({"age_group": name} for name in ("newborn", "infant", "child")), {"age_weeks": 0}, {"who": "baby"},
    {"pregnancy": "pregnant"}, {"pregnancy": "planning"}, {"irritation": "severe"}, {"irritation": "burning"}, {"blister_fragile": "yes"},
    *({"site": [name]} for name in ("eyelid_edge", "eyelid_skin", "under_eye", "lips", "mouth", "genital")),
    *({"skin_conditions": [name]} for name in ("eczema", "blistering_disease", "rosacea", "perioral_dermatitis")),
    *({"injury": name} for name in ("picked", "needle", "scald", "chemical_burn")),
    *({"recent_skin_event": name} for name in (
        "home_treatment", "laser_peel", "dermabrasion", "removal", "waxing", "burn", "blistering_rash", "sunburn", "radiotherapy",
        "tattoo")),
    *({"medicines": [name]} for name in ("isotretinoin_now", "isotretinoin_6m")),
    *({"actives": [name]} for name in ("retinoid", "aha", "bha", "benzoyl_peroxide", "scrub")),
]


@pytest.mark.parametrize("treatment", INGREDIENT)
def test_one_stop_is_enough_whatever_else_is_not_known(treatment: str) -> None:
    asked = {"topic": "product", "ingredient": [INGREDIENT[treatment]]}
    for stop in STOPS:
        assert KB.infer({**stop, **asked}).state(treatment) == "vetoed", stop
    if treatment in ALLERGY:
        assert KB.infer({"allergies": [ALLERGY[treatment]], **asked}).state(treatment) == "vetoed"


@pytest.mark.parametrize("what", ASKED)
def test_of_two_places_the_one_by_the_eye_counts(what: str) -> None:
    for place in ("lips", "mouth", "genital"):
        for lid in ("eyelid_edge", "eyelid_skin", "under_eye"):
            assert refusals(KB.infer({"site": [place, lid], **ASKED[what][1]})) == {"avoid_active_near_eye"}, (place, lid)


@pytest.mark.parametrize("base", BASES, ids=range(len(BASES)))
def test_two_in_one_breath_are_too_many_for_everybody(base: Facts) -> None:
    for pair in (["retinol", "glycolic_acid"], ["salicylic_acid", "benzoyl_peroxide"], ["azelaic_acid", "lactic_acid"]):
        assert refusals(KB.infer({**base, "topic": "product", "ingredient": pair})) == {"avoid_two_actives"}, pair
