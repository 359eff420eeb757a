"""Of several reasons against an active the gravest is said, and that one alone; what is said beside an active that may be tried.

The order and the tables are written down here a second time, as a dermatologist would put them: who the person is, then an unborn
child, then an allergy, then the place, then the medicine, then the skin, and last what else is in use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import pytest

from rules_core import KnowledgeBase, Result

Facts = Mapping[str, object]

KB = KnowledgeBase.load("milia")

CLEAR: Facts = {
    "age_group": "adult", "site": ["face"], "pregnancy": "no", "medicines": ["none"], "allergies": ["none"], "skin_conditions": ["none"],
    "actives": ["none"], "irritation": "none", "blister_fragile": "no", "injury": "none", "recent_skin_event": "none",
}

RETINOID, SALICYLATE, ACID, OTHER = "retinoid", "salicylate", "acid", "other"
ASKED: dict[str, tuple[str, Facts, tuple[str, ...]]] = {
    # what is asked: its family, the question, and beside what it would be a second active
    "retinol": (RETINOID, {"topic": "product", "ingredient": ["retinol"]}, ("aha", "bha", "benzoyl_peroxide", "scrub")),
    "adapalene": (RETINOID, {"topic": "product", "ingredient": ["adapalene"]}, ("aha", "bha", "benzoyl_peroxide", "scrub")),
    "tretinoin": (RETINOID, {"topic": "product", "ingredient": ["tretinoin"]}, ("aha", "bha", "benzoyl_peroxide", "scrub")),
    **{f"plan {name}": (RETINOID, {"topic": "action", "considering": [name]}, ("aha", "bha", "benzoyl_peroxide", "scrub"))
       for name in ("retinoid", "retinol", "adapalene", "tretinoin")},
    "salicylic acid": (
        SALICYLATE, {"topic": "product", "ingredient": ["salicylic_acid"]}, ("retinoid", "aha", "benzoyl_peroxide", "scrub")),
    "plan salicylic_acid": (
        SALICYLATE, {"topic": "action", "considering": ["salicylic_acid"]}, ("retinoid", "aha", "benzoyl_peroxide", "scrub")),
    **{f"{name}": (ACID, {"topic": "product", "ingredient": [name]}, ("retinoid", "bha", "benzoyl_peroxide", "scrub"))
       for name in ("glycolic_acid", "lactic_acid", "mandelic_acid", "succinic_acid")},
    **{f"plan {name}": (ACID, {"topic": "action", "considering": [name]}, ("retinoid", "bha", "benzoyl_peroxide", "scrub"))
       for name in ("acid", "glycolic_acid", "lactic_acid")},
    "azelaic acid": (OTHER, {"topic": "product", "ingredient": ["azelaic_acid"]}, ("retinoid", "aha", "bha", "benzoyl_peroxide", "scrub")),
    "benzoyl peroxide": (OTHER, {"topic": "product", "ingredient": ["benzoyl_peroxide"]}, ("retinoid", "aha", "bha", "scrub")),
}
EVERYTHING = (RETINOID, SALICYLATE, ACID, OTHER)

# The reasons, gravest first: what is known, whom it concerns, what is said.
REASONS: list[tuple[str, Facts, tuple[str, ...], str]] = [
    ("baby", {"who": "baby"}, EVERYTHING, "avoid_active_baby"),
    ("child", {"age_group": "child"}, EVERYTHING, "avoid_active_child"),
    ("expecting", {"pregnancy": "pregnant"}, (RETINOID,), "avoid_retinoid"),
    ("retinoid allergy", {"allergies": ["retinoid"]}, (RETINOID,), "avoid_retinoid_allergy"),
    ("aspirin allergy", {"allergies": ["aspirin_nsaid"]}, (SALICYLATE,), "avoid_salicylate_allergy"),
    ("by the eye", {"site": ["under_eye"]}, EVERYTHING, "avoid_active_near_eye"),
    ("mucosa", {"site": ["lips"]}, EVERYTHING, "avoid_active_mucosa"),
    ("isotretinoin", {"medicines": ["isotretinoin_now"]}, EVERYTHING, "see_prescriber_isotretinoin"),
    ("sore", {"irritation": "severe"}, EVERYTHING, "avoid_active_sore_skin"),
    ("recent peel", {"recent_skin_event": "laser_peel"}, EVERYTHING, "avoid_active_sore_skin"),
    ("rosacea", {"skin_conditions": ["rosacea"]}, EVERYTHING, "see_clinician_reactive_skin"),
    ("expecting", {"pregnancy": "planning"}, (SALICYLATE, ACID, OTHER), "see_professional_before_acid"),
    ("second", {}, EVERYTHING, "avoid_active_on_top"),
]
AGAIN = "avoid_second_of_kind"
SAYS = {says for _, _, _, says in REASONS} | {"avoid_two_actives", AGAIN}

# Whatever else is the same reason.
SAME_REASON: dict[str, list[Facts]] = {
    "avoid_active_baby": [
        {"age_group": "newborn"}, {"age_group": "infant"}, {"age_group": "unknown", "age_weeks": 0},
        {"who": "baby", "age_group": "unknown"}, {"age_group": "child", "age_weeks": 40},
    ],
    "avoid_active_near_eye": [{"site": [name]} for name in ("eyelid_edge", "eyelid_skin", "under_eye")],
    "avoid_active_mucosa": [{"site": [name]} for name in ("lips", "mouth", "genital")],
    "see_prescriber_isotretinoin": [{"medicines": [name]} for name in ("isotretinoin_now", "isotretinoin_6m")],
    "avoid_active_sore_skin": [
        *({"skin_conditions": [name]} for name in ("eczema", "blistering_disease")), {"irritation": "severe"}, {"blister_fragile": "yes"},
        *({"injury": name} for name in ("picked", "needle", "scald", "chemical_burn")),
        *({"recent_skin_event": name} for name in KB.facts["recent_skin_event"].values if name != "none"),
        {"recent_skin_event": "burn", "event_weeks_ago": 11}, {"recent_skin_event": "waxing", "event_weeks_ago": 1},
    ],
    "see_clinician_reactive_skin": [{"skin_conditions": [name]} for name in ("rosacea", "perioral_dermatitis")],
}
NO_REASON: list[Facts] = [
    {"age_group": "teen"}, {"age_group": "older"}, {"pregnancy": "breastfeeding"}, {"pregnancy": "not_applicable"},
    {"site": ["hands_back"]}, {"site": ["trunk_scalp"]}, {"medicines": ["photosensitiser"]}, {"medicines": ["blood_thinner"]},
    {"allergies": ["fragrance"]}, {"allergies": ["bee_honey"]}, {"skin_conditions": ["keloid"]}, {"skin_conditions": ["cold_sores"]},
    {"skin_conditions": ["skin_cancer_history"]}, {"irritation": "mild"}, {"recent_skin_event": "burn", "event_weeks_ago": 12},
    {"recent_skin_event": "waxing", "event_weeks_ago": 2}, {"recent_skin_event": "sunburn", "event_weeks_ago": 2},
]


def refusals(result: Result) -> set[str]:
    """Why an active is refused, as far as that is said."""
    return {one.id for one in result.conclusions if one.id in SAYS}


def in_use(what: str) -> Facts:
    """Everything beside which this would be a second active."""
    return {"actives": list(ASKED[what][2])}


@pytest.mark.parametrize("what", ASKED)
def test_the_gravest_reason_is_said_alone(what: str) -> None:
    family, question, _ = ASKED[what]
    concern = [(name, in_use(what) if name == "second" else facts, says) for name, facts, whom, says in REASONS if family in whom]
    for (name, first, says), (other, second, _) in combinations(concern, 2):
        for base in (CLEAR, {}, {**CLEAR, "recent_skin_event": "burn", "event_weeks_ago": 12}):
            facts = {**base, **second, **first}
            if facts.get("recent_skin_event") == "laser_peel":
                facts["event_weeks_ago"] = 11
            assert refusals(KB.infer({**facts, **question})) == {says}, (name, other)


@pytest.mark.parametrize("what", ASKED)
def test_every_form_of_a_reason_counts_and_nothing_else_does(what: str) -> None:
    question = ASKED[what][1]
    for says, forms in SAME_REASON.items():
        for facts in forms:
            assert refusals(KB.infer({**CLEAR, **facts, **question})) == {says}, facts
    for facts in NO_REASON:
        assert refusals(KB.infer({**CLEAR, **facts, **question})) == set(), facts


@pytest.mark.parametrize("what", ASKED)
def test_each_active_in_use_is_a_second_one_and_the_same_again_is_one_too(what: str) -> None:
    _, question, beside = ASKED[what]
    for name in KB.facts["actives"].values:
        expected = {"avoid_active_on_top"} if name in beside else set() if name == "none" else {AGAIN}
        assert refusals(KB.infer({**CLEAR, "actives": [name], **question})) == expected, name


@pytest.mark.parametrize(("topic", "what"), [("retinoids", "retinol"), ("acids", "glycolic_acid"), ("step_exfoliate", "glycolic_acid")])
def test_who_asks_about_the_whole_family_hears_the_same_reason(topic: str, what: str) -> None:
    family = ASKED[what][0]
    for name, facts, whom, says in REASONS:
        if family in whom and name not in ("second",):
            assert says in refusals(KB.infer({**CLEAR, **facts, "topic": topic})), (topic, name)
    assert not refusals(KB.infer({**CLEAR, "topic": topic}))


# --- Two in one breath -----------------------------------------------------------------------------------------------------

SORTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # a sort of active: ingredients of it, and plans for it
    "retinol": (("retinol", "retinal"), ("retinoid", "retinol")), "adapalene": (("adapalene",), ("adapalene",)),
    "tretinoin": (("tretinoin", "tazarotene"), ("tretinoin",)),
    "salicylic": (("salicylic_acid", "willow_bark_extract"), ("salicylic_acid",)),
    "glycolic": (("glycolic_acid",), ("glycolic_acid",)), "lactic": (("lactic_acid",), ("lactic_acid",)),
    "another acid": (("mandelic_acid", "polyhydroxy_acids", "succinic_acid"), ("acid",)), "azelaic": (("azelaic_acid",), ()),
    "benzoyl": (("benzoyl_peroxide",), ()),
}
ROUGH = (("face_scrubs", ""), ("", "scrub"), ("trichloroacetic_acid_peels", ""))
"""No active, and yet one too many beside an active."""


def together(ingredients: Iterable[str], plans: Iterable[str]) -> Facts:
    """A question that names all of these in one breath."""
    named, planned = [one for one in ingredients if one], [one for one in plans if one]
    asked = {"topic": "product" if named else "action", "ingredient": named, "considering": planned}
    return {name: value for name, value in asked.items() if value}


def spoken_pairs() -> Iterable[tuple[str, str, Facts, bool]]:
    """Every two things that can be named together, with whether they are two actives."""
    for one, other in combinations(SORTS, 2):
        for left in SORTS[one][0]:
            yield from ((one, other, together((left, right), ()), True) for right in SORTS[other][0])
            yield from ((one, other, together((left,), (right,)), True) for right in SORTS[other][1])
        for left in SORTS[one][1]:
            yield from ((one, other, together((right,), (left,)), True) for right in SORTS[other][0])
            yield from ((one, other, together((), (left, right)), True) for right in SORTS[other][1])
    for one, (named, planned) in SORTS.items():
        yield from ((one, one, together((left, right), ()), False) for left, right in combinations(named, 2))
        yield from ((one, one, together((left,), (right,)), False) for left in named for right in planned)
        yield from ((one, one, together((), (left, right)), False) for left, right in combinations(planned, 2))


def test_two_actives_in_one_breath_are_told_apart_from_one_named_twice() -> None:
    for one, other, question, two in spoken_pairs():
        for base in (CLEAR, {}):
            result = KB.infer({**base, **question})
            assert ("avoid_two_actives" in result) == two, (one, other, question)
            assert not two or not [item for item in result.conclusions if item.kind == "treatment"], question


def test_a_scrub_or_a_strong_peel_is_one_too_many_beside_any_active() -> None:
    for named, planned in SORTS.values():
        for rough, plan in ROUGH:
            for question in (*(together((one, rough), (plan,)) for one in named), *(together((rough,), (one, plan)) for one in planned)):
                result = KB.infer({**CLEAR, **question})
                assert "avoid_two_actives" in result and not [one for one in result.conclusions if one.kind == "treatment"], question


def test_a_reason_of_ones_own_comes_before_two_at_once() -> None:
    """With something against every active, that is said, and not that two are too many."""
    for name, facts, whom, says in REASONS:
        if whom == EVERYTHING and name != "second":
            for pair in (("retinol", "glycolic_acid"), ("salicylic_acid", "benzoyl_peroxide")):
                assert refusals(KB.infer({**CLEAR, **facts, **together(pair, ())})) == {says}, (name, pair)
    expecting = KB.infer({**CLEAR, "pregnancy": "pregnant", **together(("salicylic_acid", "azelaic_acid"), ())})
    assert refusals(expecting) == {"see_professional_before_acid"}
    allergic = KB.infer({**CLEAR, "allergies": ["aspirin_nsaid"], **together(("salicylic_acid", "azelaic_acid"), ())})
    assert refusals(allergic) == {"avoid_salicylate_allergy"}


def test_two_in_one_breath_come_before_one_in_use() -> None:
    for _, _, question, two in spoken_pairs():
        if two:
            for name in ("retinoid", "aha", "bha", "benzoyl_peroxide", "scrub"):
                assert refusals(KB.infer({**CLEAR, "actives": [name], **question})) == {"avoid_two_actives"}, (question, name)


# --- What is said beside ------------------------------------------------------------------------------------------------------

INGREDIENT = {
    "use_retinoid": "retinol", "use_adapalene": "adapalene", "use_tretinoin": "tretinoin", "use_salicylic_acid": "salicylic_acid",
    "use_glycolic_acid": "glycolic_acid", "use_lactic_acid": "lactic_acid", "use_other_acid": "mandelic_acid",
    "use_azelaic_acid": "azelaic_acid", "use_benzoyl_peroxide": "benzoyl_peroxide",
}
ALL = tuple(INGREDIENT)
RETINOIDS = ALL[:3]
ACIDS = ALL[3:7]

BESIDE: list[tuple[Facts, str, tuple[str, ...], bool]] = [
    # what is known, what is said beside, beside which active, and whether also while more has to be asked
    ({"pregnancy": "breastfeeding"}, "explain_condition_breastfeeding", ALL, True),
    ({"medicines": ["photosensitiser"]}, "explain_condition_sun_medicine", (*RETINOIDS, *ACIDS[1:]), True),
    ({"sun_protection": "sometimes"}, "explain_condition_sun", (*RETINOIDS, *ACIDS), False),
    ({"sun_protection": "never"}, "explain_condition_sun", (*RETINOIDS, *ACIDS), False),
    ({"skin_tone": "brown_black"}, "explain_condition_marks", ALL, False),
    ({"skin_conditions": ["keloid"]}, "explain_condition_marks", ALL, False),
    ({"age_group": "teen"}, "explain_condition_teen_salicylate", ("use_salicylic_acid",), True),
    ({"irritation": "mild"}, "explain_condition_wait_until_calm", ALL, False),
    ({"allergies": ["aspirin_nsaid"]}, "explain_condition_maybe_salicylate", ("use_other_acid",), False),
    ({}, "explain_allergy_watch", ("use_salicylic_acid", "use_benzoyl_peroxide"), False),
    ({}, "explain_patch_test_first", ALL, False),
]
CONDITIONS = {condition for _, condition, _, _ in BESIDE}


@pytest.mark.parametrize("treatment", ALL)
@pytest.mark.parametrize(("facts", "condition", "beside", "while_open"), BESIDE, ids=str)
def test_what_is_said_beside_an_active(facts: Facts, condition: str, beside: tuple[str, ...], while_open: bool, treatment: str) -> None:
    asked = {"topic": "product", "ingredient": [INGREDIENT[treatment]]}
    result = KB.infer({**CLEAR, **facts, **asked})
    stands = result.state(treatment) == "concluded"
    assert (condition in result) == (stands and treatment in beside)
    waiting = {name: value for name, value in {**CLEAR, **facts}.items() if name in facts or name not in ("pregnancy", "site")}
    held = KB.infer({**waiting, **asked})
    if held.state(treatment) == "withheld":
        assert (condition in held) == (while_open and treatment in beside)


@pytest.mark.parametrize("treatment", ALL)
def test_a_well_adult_hears_no_condition_that_is_not_theirs(treatment: str) -> None:
    plain = {**CLEAR, "skin_tone": "medium", "sun_protection": "daily"}
    result = KB.infer({**plain, "topic": "product", "ingredient": [INGREDIENT[treatment]]})
    own = {condition for facts, condition, beside, _ in BESIDE if not facts and treatment in beside}
    assert {one.id for one in result.conclusions} & CONDITIONS == own


@pytest.mark.parametrize("topic", ["retinoids", "acids", "step_exfoliate"])
def test_who_breastfeeds_hears_so_with_the_family_and_a_child_does_not(topic: str) -> None:
    nursing = {"pregnancy": "breastfeeding", "topic": topic}
    assert "explain_condition_breastfeeding" in KB.infer({**CLEAR, **nursing})
    for young in ({"age_group": "child"}, {"who": "baby"}):
        assert "explain_condition_breastfeeding" not in KB.infer({**CLEAR, **young, **nursing})
    assert "explain_condition_breastfeeding" not in KB.infer({**CLEAR, "topic": topic})
