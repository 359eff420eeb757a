"""Nothing that gets worse lowers the level, and not knowing is never safer than a plain no."""

from __future__ import annotations

import random
from typing import Any

import pytest

from rules_core import KnowledgeBase

CALM = "self_care"

WORSE: dict[str, list[list[Any]]] = {
    # chains of values, each worse than the one before
    "unwell": [[["none"], [v]] for v in (
        "fever", "chills", "ill", "drowsy_floppy", "poor_feeding", "fast_breathing", "confusion", "vomiting", "fit")],
    "danger_signs": [[["none"], [v]] for v in ("blue_skin", "grunting", "rash_not_fading", "cold_clammy", "severe_headache")],
    "allergy_signs": [[["none"], ["hives"], ["hives", "throat_tight"]], [["none"], ["faint"]]],
    "eye_signs": [[["none"], [v], [v, "lid_swelling"]] for v in ("vision_change", "pain_moving", "bulging", "lash_loss", "product_in_eye")],
    "symptoms": [[["none"], [v], [v, "redness"], [v, "redness", "spreading_red"]] for v in ("itch", "pain", "hot_swollen", "pus")],
    "change": [[["stable"], [v]] for v in ("growing", "bleeding", "not_healing", "more_lesions")],
    "blister_fragile": [["no", "yes"]],
    "injury": [["none", "picked"], ["none", "needle"], ["none", "scald"], ["none", "chemical_burn"]],
    "irritation": [["none", "mild", "burning", "severe"]],
    "steroid_cream": [["none", "short", "long_or_potent"]],
    "immune_weak": [["no", "yes"]],
    "family_syndrome": [["no", "yes"]],
    "medicines": [[["none"], [v]] for v in ("isotretinoin_now", "ciclosporin", "immunosuppressant", "cancer_drug", "blood_thinner")],
    "pregnancy": [["no", "planning"], ["no", "pregnant"], ["no", "breastfeeding"]],
    "surface": [["smooth", "crust_ulcer"], ["smooth", "visible_vessels"]],  # a dimple is another bump, not a worse one
    "colour": [["white", "pearly_clear"], ["white", "brown"]],
    "size": [["pinhead", "lentil", "pea_plus"]],
    "duration_weeks": [[0, 2, 3, 12, 13, 60]],
    "care_weeks": [[0, 11, 12, 30]],
    "actives": [[["none"], ["retinoid"], ["retinoid", "aha"]]],
    "skin_conditions": [[["none"], [v]] for v in ("keloid", "blistering_disease", "skin_cancer_history")],
}
BACKGROUND: dict[str, list[Any]] = {
    "age_group": ["newborn", "infant", "child", "teen", "adult", "older", "unknown"],
    "age_weeks": [1, 12, 13, 40, "unknown"],
    "who": ["self", "baby", "other"],
    "site": [["face"], ["eyelid_edge"], ["eyelid_skin"], ["under_eye"], ["hands_back"], ["trunk_scalp"], "unknown"],
    "number": ["single", "few", "many", "plaque", "unknown"],
    "onset": ["birth", "gradual", "sudden_crop"],
    "wants": ["understand", "removal"],
    "skin_tone": ["light", "brown_black"],
    "considering": [["none"], ["cryo"]],
}


@pytest.fixture(scope="module")
def ranks(kb: KnowledgeBase) -> dict[str, int]:
    return {name: number for number, name in enumerate(kb.levels)}


def random_profile(dice: random.Random) -> dict[str, Any]:
    profile = {fact: dice.choice(values) for fact, values in BACKGROUND.items() if dice.random() < 0.6}
    for fact, chains in WORSE.items():
        chance = dice.random()
        if chance < 0.25:
            profile[fact] = dice.choice(dice.choice(chains))
        elif chance < 0.6:
            profile[fact] = chains[0][0]
    return profile


def test_nothing_that_gets_worse_lowers_the_level(kb: KnowledgeBase, ranks: dict[str, int]) -> None:
    dice = random.Random(4)
    for _ in range(150):
        profile = random_profile(dice)
        for fact, chains in WORSE.items():
            for chain in chains:
                levels = [ranks[kb.infer({**profile, fact: value}).level or CALM] for value in chain]
                assert levels == sorted(levels), (profile, fact, chain, levels)


def test_not_knowing_is_never_safer_than_no(kb: KnowledgeBase, ranks: dict[str, int]) -> None:
    dice = random.Random(5)
    for _ in range(300):
        profile = random_profile(dice)
        for fact, chains in WORSE.items():
            if fact in ("duration_weeks", "care_weeks"):
                continue
            rest = {name: value for name, value in profile.items() if name != fact}
            calm = ranks[kb.infer({**rest, fact: chains[0][0]}).level or CALM]
            assert ranks[kb.infer({**rest, fact: "unknown"}).level or CALM] >= calm, (profile, fact)
            if rest:
                assert ranks[kb.infer(rest).level or CALM] >= calm, (profile, fact)
