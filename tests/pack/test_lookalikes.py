"""Look-alikes and kinds of milia: each is recognised by its textbook profile, and typical milia by none of theirs."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase, Result

Facts = dict[str, Any]

LOOKALIKES: dict[str, Facts] = {
    "whitehead": {
        "age_group": "teen", "site": ["face"], "colour": "white", "feel": "soft", "size": "pinhead", "surface": "smooth", "number": "many",
        "onset": "gradual", "duration_weeks": 2, "change": ["more_lesions", "shrinking"], "symptoms": ["redness"],
    },
    "sebaceous_hyperplasia": {
        "age_group": "older", "site": ["face"], "colour": "yellow", "feel": "soft", "size": "lentil", "surface": "dimple", "number": "few",
        "onset": "gradual", "duration_weeks": 100, "change": ["stable"], "symptoms": ["none"],
    },
    "syringoma": {
        "age_group": "adult", "site": ["under_eye"], "colour": "skin", "feel": "hard_bead", "size": "pinhead", "surface": "flat_top",
        "number": "many", "onset": "gradual", "duration_weeks": 300, "change": ["stable"], "symptoms": ["none"],
    },
    "xanthelasma": {
        "age_group": "adult", "site": ["eyelid_skin"], "colour": "yellow", "feel": "flat_patch", "size": "pea_plus", "surface": "smooth",
        "number": "few", "onset": "gradual", "duration_weeks": 60, "change": ["growing"], "symptoms": ["none"],
    },
    "keratosis_pilaris": {
        "age_group": "teen", "site": ["arms_thighs"], "colour": "skin", "feel": "rough", "size": "pinhead", "surface": "hair_in_centre",
        "number": "many", "onset": "gradual", "duration_weeks": 100, "change": ["stable"], "symptoms": ["none"],
    },
    "molluscum": {
        "age_group": "child", "site": ["trunk_scalp"], "colour": "pearly_clear", "feel": "soft", "size": "lentil", "surface": "dimple",
        "number": "many", "onset": "sudden_crop", "duration_weeks": 6, "change": ["more_lesions"], "symptoms": ["itch"],
    },
    "epidermoid_cyst": {
        "age_group": "adult", "site": ["trunk_scalp"], "colour": "skin", "feel": "soft", "size": "pea_plus", "surface": "dark_dot",
        "number": "single", "onset": "gradual", "duration_weeks": 50, "change": ["stable"], "symptoms": ["none"],
    },
    "flat_wart": {
        "age_group": "child", "site": ["face", "hands_back"], "colour": "brown", "feel": "rough", "size": "pinhead", "surface": "flat_top",
        "number": "many", "onset": "after_injury", "duration_weeks": 20, "change": ["more_lesions"], "symptoms": ["none"],
    },
    "basal_cell": {
        "age_group": "older", "site": ["face"], "colour": "pearly_clear", "feel": "soft", "size": "lentil", "surface": "visible_vessels",
        "number": "single", "onset": "gradual", "duration_weeks": 40, "change": ["growing", "bleeding"], "symptoms": ["none"],
    },
    "stye": {
        "age_group": "adult", "site": ["eyelid_edge"], "colour": "red", "feel": "soft", "size": "pea_plus", "surface": "smooth",
        "number": "single", "onset": "sudden_crop", "duration_weeks": 0, "change": ["growing"], "symptoms": ["pain", "redness"],
    },
    "fordyce": {
        "age_group": "adult", "site": ["lips"], "colour": "yellow", "feel": "soft", "size": "pinhead", "surface": "smooth",
        "number": "many", "onset": "gradual", "duration_weeks": 500, "change": ["stable"], "symptoms": ["none"],
    },
    "baby_acne": {
        "age_group": "newborn", "age_weeks": 3, "site": ["face"], "colour": "red", "feel": "soft", "size": "pinhead", "surface": "smooth",
        "number": "many", "onset": "gradual", "duration_weeks": 1, "change": ["more_lesions"], "symptoms": ["redness"],
    },
    "folliculitis": {
        "age_group": "adult", "site": ["arms_thighs"], "colour": "red", "feel": "soft", "size": "pinhead", "surface": "hair_in_centre",
        "number": "many", "onset": "sudden_crop", "duration_weeks": 1, "change": ["more_lesions"], "symptoms": ["pus", "itch"],
    },
    "erythema_toxicum": {
        "age_group": "newborn", "age_weeks": 0, "site": ["trunk_scalp", "face"], "colour": "red", "feel": "flat_patch", "size": "lentil",
        "surface": "smooth", "number": "many", "onset": "sudden_crop", "duration_weeks": 0, "change": ["more_lesions"],
        "symptoms": ["redness"],
    },
    "neonatal_herpes": {
        "age_group": "newborn", "age_weeks": 1, "site": ["trunk_scalp"], "colour": "pearly_clear", "feel": "fluid", "size": "pinhead",
        "surface": "crust_ulcer", "number": "many", "onset": "sudden_crop", "duration_weeks": 0, "change": ["more_lesions"],
        "symptoms": ["redness", "pus"], "unwell": ["poor_feeding"], "blister_fragile": "yes",
    },
    "colloid_milium": {
        "age_group": "older", "site": ["face", "hands_back"], "colour": "yellow", "feel": "soft", "size": "lentil", "surface": "smooth",
        "number": "many", "onset": "gradual", "duration_weeks": 200, "change": ["stable"], "symptoms": ["none"], "sun_protection": "never",
    },
    "miliaria": {
        "age_group": "adult", "site": ["trunk_scalp"], "colour": "red", "feel": "soft", "size": "pinhead", "surface": "smooth",
        "number": "many", "onset": "sudden_crop", "duration_weeks": 0, "change": ["more_lesions"], "symptoms": ["itch"],
    },
}

BEADS: Facts = {
    "age_group": "adult", "site": ["face"], "colour": "white", "feel": "hard_bead", "size": "pinhead", "surface": "smooth", "number": "few",
    "onset": "gradual", "duration_weeks": 20, "change": ["stable"], "symptoms": ["none"],
}

TYPES: dict[str, Facts] = {
    "typical_milia": BEADS,
    "newborn_milia": {**BEADS, "age_group": "newborn", "age_weeks": 2, "onset": "birth", "number": "many", "duration_weeks": 2},
    "secondary_milia": {**BEADS, "onset": "after_injury", "recent_skin_event": "laser_peel"},
    "milia_en_plaque": {**BEADS, "site": ["behind_ear"], "number": "plaque", "symptoms": ["itch", "redness"]},
    "eruptive_milia": {**BEADS, "number": "many", "onset": "sudden_crop", "change": ["more_lesions"], "duration_weeks": 8},
    "drug_induced_milia": {**BEADS, "age_group": "older", "number": "many", "steroid_cream": "long_or_potent"},
    "genetic_milia": {**BEADS, "age_group": "child", "number": "many", "family_syndrome": "yes"},
}

TYPICAL: list[Facts] = [
    BEADS,
    {**BEADS, "site": ["under_eye"], "colour": "yellow", "number": "many", "duration_weeks": 60},
    {**BEADS, "site": ["eyelid_skin"], "age_group": "teen"},
    {**BEADS, "site": ["face"], "age_group": "child", "number": "single"},
    {**BEADS, "age_group": "older", "number": "many", "duration_weeks": 500},
    {**BEADS, "onset": "after_injury", "recent_skin_event": "burn"},
]

REMARKS: list[tuple[str, Any]] = [
    ("surface", "dimple"), ("surface", "dark_dot"), ("surface", "visible_vessels"), ("surface", "hair_in_centre"), ("surface", "flat_top"),
    ("feel", "soft"), ("feel", "rough"), ("feel", "flat_patch"), ("feel", "hard_bead"), ("colour", "yellow"), ("colour", "pearly_clear"),
    ("number", "single"), ("number", "plaque"), ("onset", "sudden_crop"), ("site", ["lips", "unknown"]), ("site", ["under_eye", "unknown"]),
    ("symptoms", ["itch", "unknown"]), ("change", ["growing", "unknown"]), ("steroid_cream", "long_or_potent"), ("family_syndrome", "yes"),
]


def recognised(result: Result) -> set[str]:
    """What the description fits, without the prefix."""
    return {item.id.removeprefix("is_") for item in result.conclusions if item.kind in ("type", "lookalike")}


@pytest.mark.parametrize(("name", "facts"), LOOKALIKES.items())
def test_a_textbook_profile_is_recognised_and_is_not_milia(kb: KnowledgeBase, name: str, facts: Facts) -> None:
    found = recognised(kb.infer(facts))
    assert name in found
    assert not found & set(TYPES)


@pytest.mark.parametrize(("name", "facts"), TYPES.items())
def test_each_kind_of_milia_is_recognised(kb: KnowledgeBase, name: str, facts: Facts) -> None:
    found = recognised(kb.infer(facts))
    assert name in found
    assert not found & set(LOOKALIKES)


@pytest.mark.parametrize("facts", TYPICAL)
def test_typical_milia_look_like_nothing_else(kb: KnowledgeBase, facts: Facts) -> None:
    found = recognised(kb.infer(facts))
    assert "typical_milia" in found
    assert not found & set(LOOKALIKES)


@pytest.mark.parametrize(("name", "facts"), [*LOOKALIKES.items(), *TYPES.items()])
@pytest.mark.parametrize("topic", ["symptoms", "lookalikes"])
def test_what_it_sounds_like_is_said_when_that_is_the_question(kb: KnowledgeBase, topic: str, name: str, facts: Facts) -> None:
    result = kb.infer({**facts, "topic": topic})
    sounds = [item.id for item in result.conclusions if item.id.startswith("explain_sounds_like_")]
    assert sounds[0] == f"explain_sounds_like_{name}"
    assert "explain_cannot_see" in result


@pytest.mark.parametrize(("name", "facts"), [*LOOKALIKES.items(), *TYPES.items()])
def test_what_it_sounds_like_is_silent_otherwise(kb: KnowledgeBase, name: str, facts: Facts) -> None:
    for question in ({}, {"topic": "product", "ingredient": ["retinol"]}, {"topic": "timeline"}):
        result = kb.infer({**facts, **question})
        assert not [item.id for item in result.conclusions if item.id.startswith("explain_sounds_like_")]
        assert not [item.id for item in result.conclusions if item.kind in ("type", "lookalike") and item.role != "silent"]


@pytest.mark.parametrize(("fact", "value"), REMARKS)
def test_one_remark_is_never_enough(kb: KnowledgeBase, fact: str, value: Any) -> None:
    assert not recognised(kb.infer({fact: value}))


@pytest.mark.parametrize("name", sorted(LOOKALIKES))
def test_each_look_alike_has_an_answer_of_its_own(kb: KnowledgeBase, name: str) -> None:
    result = kb.infer({"topic": f"lookalike_{name}"})
    verdicts = [item.id for item in result.conclusions if item.role == "verdict"]
    assert verdicts[0] == f"explain_lookalike_{name}"
    assert "explain_cannot_see" in result
    assert any(word in kb.text(verdicts[0]).say + kb.text(verdicts[0]).because for word in ("Milia", "milium", "Milk spots"))


def test_the_general_answer_says_that_it_cannot_see(kb: KnowledgeBase) -> None:
    assert "explain_cannot_see" in kb.infer({"topic": "lookalikes"})
    assert "cannot see" in kb.text("explain_cannot_see").say


def test_a_possible_cancer_is_said_before_anything_else(kb: KnowledgeBase) -> None:
    facts = {**LOOKALIKES["basal_cell"], "colour": "yellow", "surface": "dimple", "number": "single", "change": ["growing", "not_healing"]}
    result = kb.infer({**facts, "topic": "lookalikes"})
    verdicts = [item.id for item in result.conclusions if item.role == "verdict"]
    assert verdicts[0] == "explain_sounds_like_basal_cell"


def test_blisters_in_a_newborn_never_pass_for_milk_spots(kb: KnowledgeBase) -> None:
    for sign in ({"feel": "fluid"}, {"blister_fragile": "yes"}, {"symptoms": ["pus", "unknown"]}, {"surface": "crust_ulcer"}):
        assert "newborn_milia" not in recognised(kb.infer({**TYPES["newborn_milia"], **sign}))


def test_an_unasked_feature_counts_for_nothing(kb: KnowledgeBase) -> None:
    asked = kb.infer({"colour": "white", "feel": "unknown", "size": "unknown"}).scores
    unasked = kb.infer({"colour": "white"}).scores
    assert dict(asked) == dict(unasked)
