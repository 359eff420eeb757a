"""Triage of the milia pack: each sign beside its near miss, and that nothing that gets worse ever lowers the level.

The profiles are complete enough to be a person, so that a level comes from the sign named and not from what was left out.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest

from rules_core import KnowledgeBase, Result

Facts = Mapping[str, Any]

# A well adult with a few typical beads on the cheeks, every warning sign asked and denied.
ADULT: Facts = {
    "age_group": "adult", "unwell": ["none"], "danger_signs": ["none"], "allergy_signs": ["none"], "eye_signs": ["none"],
    "symptoms": ["none"], "site": ["face"], "number": "few", "change": ["stable"], "pregnancy": "no", "blister_fragile": "no",
    "injury": "none", "irritation": "none", "medicines": ["none"], "skin_conditions": ["none"], "steroid_cream": "none",
    "immune_weak": "no", "family_syndrome": "no", "colour": "white", "size": "pinhead", "feel": "hard_bead", "surface": "smooth",
    "onset": "gradual", "duration_weeks": 8, "actives": ["none"],
}
# A well newborn with milk spots on the nose.
NEWBORN: Facts = {
    "age_group": "newborn", "age_weeks": 2, "unwell": ["none"], "danger_signs": ["none"], "allergy_signs": ["none"],
    "eye_signs": ["none"], "symptoms": ["none"], "site": ["face"], "number": "many", "change": ["stable"], "blister_fragile": "no",
    "injury": "none", "colour": "white", "size": "pinhead", "feel": "hard_bead", "surface": "smooth", "onset": "birth",
    "duration_weeks": 2,
}
INFANT: Facts = {**NEWBORN, "age_group": "infant", "age_weeks": 30, "onset": "gradual", "number": "few"}
CHILD: Facts = {**ADULT, "age_group": "child", "pregnancy": "not_applicable"}
LID_EDGE: Facts = {**ADULT, "site": ["eyelid_edge"], "number": "single", "duration_weeks": 20}
STYE: Facts = {**LID_EDGE, "duration_weeks": 0, "symptoms": ["pain"]}

E, D, S, R, C = "emergency", "same_day", "doctor_soon", "routine", "self_care"

PROFILES: dict[str, tuple[Facts, Facts, str]] = {
    # name: (base, changes, level)
    "typical adult": (ADULT, {}, C),
    "typical adult, many": (ADULT, {"number": "many"}, C),
    "typical older person": (ADULT, {"age_group": "older"}, C),
    "typical teen": (ADULT, {"age_group": "teen"}, C),
    "typical child": (CHILD, {"duration_weeks": 4}, C),
    "pregnant and typical": (ADULT, {"pregnancy": "pregnant"}, C),
    "under the eye, typical": (ADULT, {"site": ["under_eye"]}, C),
    "single typical bead": (ADULT, {"number": "single"}, C),
    "itch alone": (ADULT, {"symptoms": ["itch"]}, C),
    "newborn with milk spots": (NEWBORN, {}, C),
    "newborn with pearls in the mouth": (NEWBORN, {"site": ["mouth"]}, C),
    # emergency: allergy
    "throat closing": (ADULT, {"allergy_signs": ["throat_tight"]}, E),
    "trouble breathing": (ADULT, {"allergy_signs": ["breathing_trouble"]}, E),
    "face swelling": (ADULT, {"allergy_signs": ["face_swelling"]}, E),
    "faint": (ADULT, {"allergy_signs": ["faint"]}, E),
    "hives only": (ADULT, {"allergy_signs": ["hives"]}, D),
    # emergency: eye
    "swollen lid, pain on moving": (ADULT, {"eye_signs": ["lid_swelling", "pain_moving"]}, E),
    "swollen lid, bulging": (ADULT, {"eye_signs": ["lid_swelling", "bulging"]}, E),
    "swollen lid, vision": (ADULT, {"eye_signs": ["lid_swelling", "vision_change"]}, E),
    "swollen lid, fever": (ADULT, {"eye_signs": ["lid_swelling"], "unwell": ["fever"]}, E),
    "swollen lid, bad headache": (ADULT, {"eye_signs": ["lid_swelling"], "danger_signs": ["severe_headache"]}, E),
    "red lid, pain on moving": (ADULT, {"site": ["eyelid_skin"], "symptoms": ["redness"], "eye_signs": ["pain_moving"]}, E),
    "red lid, fever": (ADULT, {"site": ["eyelid_skin"], "symptoms": ["redness"], "unwell": ["fever"]}, E),
    "bulging and painful": (ADULT, {"eye_signs": ["bulging"], "symptoms": ["pain"]}, E),
    "bulging and worse sight": (ADULT, {"eye_signs": ["bulging", "vision_change"]}, E),
    "swollen lid alone": (ADULT, {"eye_signs": ["lid_swelling"]}, D),
    "red lid alone": (ADULT, {"site": ["eyelid_skin"], "symptoms": ["redness"]}, D),
    "pain on moving alone": (ADULT, {"eye_signs": ["pain_moving"]}, D),
    "vision alone": (ADULT, {"eye_signs": ["vision_change"]}, D),
    "light hurts alone": (ADULT, {"eye_signs": ["light_sensitive"]}, D),
    "headache alone": (ADULT, {"danger_signs": ["severe_headache"]}, D),
    "product in eye, pain": (ADULT, {"eye_signs": ["product_in_eye"], "symptoms": ["pain"]}, E),
    "product in eye, vision": (ADULT, {"eye_signs": ["product_in_eye", "vision_change"]}, E),
    "strong acid in eye": (ADULT, {"eye_signs": ["product_in_eye"], "injury": "chemical_burn"}, E),
    "product in eye, raw": (ADULT, {"eye_signs": ["product_in_eye"], "irritation": "severe"}, E),
    "product in eye, pain not known": (ADULT, {"eye_signs": ["product_in_eye"], "symptoms": "unknown"}, E),
    "product in eye, no pain": (ADULT, {"eye_signs": ["product_in_eye"]}, D),
    # emergency: spreading infection
    "spreading, fever": (ADULT, {"symptoms": ["redness", "hot_swollen", "spreading_red"], "unwell": ["fever"]}, E),
    "spreading, vomiting": (ADULT, {"symptoms": ["spreading_red"], "unwell": ["vomiting"]}, E),
    "spreading, fast breathing": (ADULT, {"symptoms": ["spreading_red"], "unwell": ["fast_breathing"]}, E),
    "spreading, racing heart": (ADULT, {"symptoms": ["spreading_red"], "danger_signs": ["fast_heartbeat"]}, E),
    "spreading, clammy": (ADULT, {"symptoms": ["spreading_red"], "danger_signs": ["cold_clammy"]}, E),
    "spreading, well": (ADULT, {"symptoms": ["spreading_red"]}, D),
    "hot and swollen, fever, not spreading": (ADULT, {"symptoms": ["hot_swollen"], "unwell": ["fever"]}, D),
    "confusion": (ADULT, {"unwell": ["confusion"]}, E),
    "seizure": (ADULT, {"unwell": ["fit"]}, E),
    "blue lips": (ADULT, {"danger_signs": ["blue_skin"]}, E),
    "rash that stays under a glass": (ADULT, {"danger_signs": ["rash_not_fading"]}, E),
    "fever alone": (ADULT, {"unwell": ["fever"]}, D),
    "drowsy grown-up": (ADULT, {"unwell": ["drowsy_floppy"]}, D),
    "fast breathing grown-up": (ADULT, {"unwell": ["fast_breathing"]}, D),
    "racing heart alone": (ADULT, {"danger_signs": ["fast_heartbeat"]}, D),
    "vomiting alone": (ADULT, {"unwell": ["vomiting"]}, S),
    # emergency: babies
    "floppy baby": (NEWBORN, {"unwell": ["drowsy_floppy"]}, E),
    "baby not feeding": (NEWBORN, {"unwell": ["poor_feeding"]}, E),
    "baby breathing fast": (NEWBORN, {"unwell": ["fast_breathing"]}, E),
    "fitting baby": (NEWBORN, {"unwell": ["fit"]}, E),
    "blue baby": (NEWBORN, {"danger_signs": ["blue_skin"]}, E),
    "grunting baby": (NEWBORN, {"danger_signs": ["grunting"]}, E),
    "clammy baby": (INFANT, {"danger_signs": ["cold_clammy"]}, E),
    "floppy infant": (INFANT, {"unwell": ["drowsy_floppy"]}, E),
    "infant not feeding": (INFANT, {"unwell": ["poor_feeding"]}, E),
    "child breathing fast": (CHILD, {"unwell": ["fast_breathing"]}, E),
    "floppy child": (CHILD, {"unwell": ["drowsy_floppy"]}, E),
    "newborn fever": (NEWBORN, {"unwell": ["fever"]}, E),
    "newborn too cold": (NEWBORN, {"danger_signs": ["low_temperature"]}, E),
    "12 weeks, fever": (INFANT, {"age_weeks": 12, "unwell": ["fever"]}, E),
    "13 weeks, fever": (INFANT, {"age_weeks": 13, "unwell": ["fever"]}, D),
    "infant of unknown weeks, fever": (INFANT, {"age_weeks": "unknown", "unwell": ["fever"]}, E),
    "infant too cold": (INFANT, {"danger_signs": ["low_temperature"]}, D),
    "newborn blisters and vomiting": (NEWBORN, {"blister_fragile": "yes", "unwell": ["vomiting"]}, E),
    "infant blisters and vomiting": (INFANT, {"blister_fragile": "yes", "unwell": ["vomiting"]}, D),
    "newborn vomiting": (NEWBORN, {"unwell": ["vomiting"]}, D),
    "newborn blisters": (NEWBORN, {"blister_fragile": "yes"}, D),
    "newborn pus": (NEWBORN, {"symptoms": ["pus"]}, D),
    "newborn sores": (NEWBORN, {"surface": "crust_ulcer"}, D),
    "newborn fluid": (NEWBORN, {"feel": "fluid"}, D),
    "newborn widespread red": (NEWBORN, {"symptoms": ["redness"]}, D),
    "newborn a little red": (NEWBORN, {"symptoms": ["redness"], "number": "few"}, S),
    "newborn red on the body": (NEWBORN, {"symptoms": ["redness"], "number": "few", "site": ["trunk_scalp"]}, D),
    "newborn red and more coming": (NEWBORN, {"symptoms": ["redness"], "number": "few", "change": ["more_lesions"]}, D),
    "newborn red bumps": (NEWBORN, {"colour": "red"}, R),
    "newborn, illness not known": (NEWBORN, {"unwell": "unknown"}, D),
    "newborn, danger not known": (NEWBORN, {"danger_signs": "unknown"}, D),
    "newborn, blisters not known": (NEWBORN, {"blister_fragile": "unknown"}, D),
    "newborn, skin not known": (NEWBORN, {"symptoms": "unknown"}, D),
    "infant itching": (INFANT, {"symptoms": ["itch"]}, S),
    "milk spots since 13 weeks": (INFANT, {"duration_weeks": 13}, R),
    "milk spots since 12 weeks": (INFANT, {"duration_weeks": 12}, C),
    "infant since birth at 13 weeks": (INFANT, {"onset": "birth", "age_weeks": 13}, R),
    "infant since birth at 12 weeks": (INFANT, {"onset": "birth", "age_weeks": 12}, C),
    "infant, how long not known": (INFANT, {"duration_weeks": "unknown"}, R),
    "child since birth": (CHILD, {"onset": "birth"}, R),
    "child, lasting": (CHILD, {"duration_weeks": 13}, R),
    # burns
    "acid burn with blisters": (ADULT, {"injury": "chemical_burn", "blister_fragile": "yes"}, E),
    "acid burn, raw": (ADULT, {"injury": "chemical_burn", "irritation": "severe"}, E),
    "acid burn on the lid": (ADULT, {"injury": "chemical_burn", "site": ["eyelid_skin"]}, E),
    "acid burn with swelling": (ADULT, {"injury": "chemical_burn", "symptoms": ["hot_swollen"]}, D),
    "acid burn with pain": (ADULT, {"injury": "chemical_burn", "symptoms": ["pain"]}, D),
    "scalded face with blisters": (ADULT, {"injury": "scald", "blister_fragile": "yes"}, E),
    "scalded arm with blisters": (ADULT, {"injury": "scald", "blister_fragile": "yes", "site": ["arms_thighs"]}, D),
    "scalded lid": (ADULT, {"injury": "scald", "site": ["eyelid_skin"]}, D),
    "scald without blisters": (ADULT, {"injury": "scald"}, C),
    "scalded child": (CHILD, {"injury": "scald"}, D),
    "scalded in pregnancy": (ADULT, {"injury": "scald", "pregnancy": "pregnant"}, D),
    "scalded infant": (INFANT, {"injury": "scald"}, E),
    "over-exfoliated": (ADULT, {"irritation": "severe", "symptoms": ["redness"], "actives": ["retinoid", "aha"]}, C),
    # same day
    "picked and red": (ADULT, {"injury": "picked", "symptoms": ["redness"]}, D),
    "picked and sore": (ADULT, {"injury": "picked", "symptoms": ["pain"]}, D),
    "needle and pus": (ADULT, {"injury": "needle", "symptoms": ["pus"]}, D),
    "picked and calm": (ADULT, {"injury": "picked"}, C),
    "red, not picked": (ADULT, {"symptoms": ["redness"]}, C),
    "pus": (ADULT, {"symptoms": ["pus"]}, D),
    "painful blisters": (ADULT, {"blister_fragile": "yes", "symptoms": ["pain"]}, D),
    "isotretinoin and pregnant": (ADULT, {"medicines": ["isotretinoin_now"], "pregnancy": "pregnant"}, D),
    "isotretinoin and planning": (ADULT, {"medicines": ["isotretinoin_now"], "pregnancy": "planning"}, S),
    "isotretinoin, pregnancy not known": (ADULT, {"medicines": ["isotretinoin_now"], "pregnancy": "unknown"}, S),
    "isotretinoin before pregnancy": (ADULT, {"medicines": ["isotretinoin_6m"], "pregnancy": "pregnant"}, S),
    "isotretinoin, not pregnant": (ADULT, {"medicines": ["isotretinoin_now"]}, C),
    # doctor soon
    "single growing": (ADULT, {"number": "single", "change": ["growing"]}, S),
    "single bleeding": (ADULT, {"number": "single", "change": ["bleeding"]}, S),
    "single not healing": (ADULT, {"number": "single", "change": ["not_healing"]}, S),
    "single crusting": (ADULT, {"number": "single", "surface": "crust_ulcer"}, S),
    "single pearly": (ADULT, {"number": "single", "colour": "pearly_clear"}, S),
    "single with vessels": (ADULT, {"number": "single", "surface": "visible_vessels"}, S),
    "many pearly": (ADULT, {"number": "many", "colour": "pearly_clear"}, C),
    "pearly, number not known": (ADULT, {"number": "unknown", "colour": "pearly_clear"}, S),
    "few with vessels": (ADULT, {"surface": "visible_vessels"}, R),
    "single, change not known": (ADULT, {"number": "single", "change": "unknown"}, S),
    "number and change not known": (ADULT, {"number": "unknown", "change": "unknown"}, S),
    "few, change not known": (ADULT, {"change": "unknown"}, C),
    "single shrinking": (ADULT, {"number": "single", "change": ["shrinking"]}, C),
    "single after skin cancer": (ADULT, {"number": "single", "skin_conditions": ["skin_cancer_history"]}, R),
    "lid edge lump for months": (LID_EDGE, {}, S),
    "lid edge lump, three weeks": (LID_EDGE, {"duration_weeks": 3}, S),
    "lid edge lump, how long not known": (LID_EDGE, {"duration_weeks": "unknown"}, S),
    "stye": (STYE, {}, C),
    "stye, red": (STYE, {"symptoms": ["pain", "redness"]}, C),
    "stye, two weeks": (STYE, {"duration_weeks": 2}, C),
    "stye with swollen lid": (STYE, {"eye_signs": ["lid_swelling"]}, D),
    "stye with worse sight": (STYE, {"eye_signs": ["vision_change"]}, D),
    "stye red with fever": (STYE, {"symptoms": ["pain", "redness"], "unwell": ["fever"]}, E),
    "stye, hot": (STYE, {"symptoms": ["hot_swollen"]}, D),
    "few on the lid edge": (LID_EDGE, {"number": "few"}, R),
    "lashes lost": (ADULT, {"eye_signs": ["lash_loss"]}, S),
    "eye not known": (ADULT, {"eye_signs": "unknown"}, S),
    "lid, eye not known": (ADULT, {"site": ["eyelid_skin"], "eye_signs": "unknown"}, D),
    "lid, skin not known": (ADULT, {"site": ["eyelid_skin"], "symptoms": "unknown"}, D),
    "lid, change not known": (ADULT, {"site": ["eyelid_skin"], "change": "unknown"}, S),
    "fragile skin": (ADULT, {"blister_fragile": "yes"}, S),
    "back of hands, blisters not asked": (ADULT, {"site": ["hands_back"], "blister_fragile": "unknown"}, S),
    "back of hands, no blisters": (ADULT, {"site": ["hands_back"]}, R),
    "sudden crop of many": (ADULT, {"onset": "sudden_crop", "number": "many"}, S),
    "sudden crop, number not known": (ADULT, {"onset": "sudden_crop", "number": "unknown"}, R),
    "sudden, few": (ADULT, {"onset": "sudden_crop"}, C),
    "newborn, many at once": (NEWBORN, {"onset": "sudden_crop"}, C),
    "many and more coming": (ADULT, {"number": "many", "change": ["more_lesions"]}, R),
    "many and family": (ADULT, {"number": "many", "family_syndrome": "yes"}, S),
    "few and family": (ADULT, {"family_syndrome": "yes"}, R),
    "immune medicine": (ADULT, {"medicines": ["immunosuppressant"]}, S),
    "cancer medicine": (ADULT, {"medicines": ["cancer_drug"]}, S),
    "cyclosporine": (ADULT, {"medicines": ["ciclosporin"]}, S),
    "blood thinner": (ADULT, {"medicines": ["blood_thinner"]}, C),
    "long steroid": (ADULT, {"steroid_cream": "long_or_potent"}, S),
    "short steroid": (ADULT, {"steroid_cream": "short"}, C),
    "short steroid with vessels": (ADULT, {"steroid_cream": "short", "surface": "visible_vessels"}, S),
    "pregnant on retinoid": (ADULT, {"pregnancy": "pregnant", "actives": ["retinoid"]}, S),
    "planning on retinoid": (ADULT, {"pregnancy": "planning", "actives": ["retinoid"]}, S),
    "breastfeeding on retinoid": (ADULT, {"pregnancy": "breastfeeding", "actives": ["retinoid"]}, C),
    "sore": (ADULT, {"symptoms": ["pain"]}, S),
    # routine
    "lid skin": (ADULT, {"site": ["eyelid_skin"]}, R),
    "raised patch": (ADULT, {"number": "plaque"}, R),
    "twelve weeks of care": (ADULT, {"care_weeks": 12}, R),
    "eleven weeks of care": (ADULT, {"care_weeks": 11}, C),
    "wants removal": (ADULT, {"wants": "removal"}, R),
    "wants prevention": (ADULT, {"wants": "prevention"}, C),
    "newborn, removal wanted": (NEWBORN, {"wants": "removal"}, C),
    "dimple": (ADULT, {"surface": "dimple"}, R),
    "flat top": (ADULT, {"surface": "flat_top"}, R),
    "brown": (ADULT, {"colour": "brown"}, R),
    "pea size": (ADULT, {"size": "pea_plus"}, R),
    "flat patch": (ADULT, {"feel": "flat_patch"}, R),
    "yellowish": (ADULT, {"colour": "yellow"}, C),
    "dark skin, freezing": (ADULT, {"skin_tone": "brown_black", "considering": ["cryo"]}, R),
    "keloid, laser": (ADULT, {"skin_conditions": ["keloid"], "considering": ["laser"]}, R),
    "dark skin, waiting": (ADULT, {"skin_tone": "brown_black", "considering": ["wait"]}, C),
    "light skin, freezing": (ADULT, {"skin_tone": "light", "considering": ["cryo"]}, C),
    "blistering disease": (ADULT, {"skin_conditions": ["blistering_disease"]}, R),
}


@pytest.fixture(scope="module")
def ranks(kb: KnowledgeBase) -> dict[str, int]:
    return {name: number for number, name in enumerate(kb.levels)}


@pytest.mark.parametrize("name", PROFILES)
def test_level_of_a_person(kb: KnowledgeBase, name: str) -> None:
    base, changes, level = PROFILES[name]
    result = kb.infer({**base, **changes})
    assert result.level == level, [str(firing) for firing in result.trace if "level" in str(firing)]


# What is said in passing is an open list without anything else: it must be enough.
SAID: dict[str, tuple[Facts, str, str]] = {
    "hot, red, spreading, fever": (
        {"symptoms": ["redness", "hot_swollen", "spreading_red", "unknown"], "unwell": ["fever", "unknown"]}, E, "see_emergency_spreading"),
    "cannot breathe": ({"allergy_signs": ["breathing_trouble", "unknown"]}, E, "see_emergency_allergy"),
    "floppy": ({"unwell": ["drowsy_floppy", "unknown"]}, E, "see_emergency_danger"),
    "will not feed": ({"unwell": ["poor_feeding", "unknown"]}, E, "see_emergency_baby"),
    "my baby has a fever": ({"who": "baby", "unwell": ["fever", "unknown"]}, E, "see_emergency_baby_fever"),
    "my newborn has a fever": ({"age_group": "newborn", "unwell": ["fever", "unknown"]}, E, "see_emergency_baby_fever"),
    "my baby of seven months has a fever": (
        {"who": "baby", "age_weeks": 30, "unwell": ["fever", "unknown"]}, D, "see_same_day_baby_unwell"),
    "my newborn has blisters": ({"age_group": "newborn", "blister_fragile": "yes"}, D, "see_same_day_baby_skin"),
    "my eyelid is red and it hurts to move": (
        {"eye_signs": ["lid_swelling", "pain_moving", "unknown"]}, E, "see_emergency_eye"),
    "it bleeds": ({"change": ["bleeding", "unknown"]}, S, "see_doctor_soon_bump"),
    "it is growing": ({"change": ["growing", "unknown"]}, S, "see_doctor_soon_bump"),
    "lump on the edge of the lid": ({"site": ["eyelid_edge", "unknown"], "number": "single"}, S, "see_doctor_soon_lid"),
    "sore": ({"symptoms": ["pain", "unknown"]}, S, "see_doctor_soon_pain"),
    "steroid for months": ({"steroid_cream": "long_or_potent"}, S, "see_doctor_soon_steroid"),
    "pregnant and using retinol": (
        {"pregnancy": "pregnant", "actives": ["retinoid", "unknown"]}, S, "see_doctor_soon_pregnancy_retinoid"),
    "on chemotherapy": ({"medicines": ["cancer_drug", "unknown"]}, S, "see_doctor_soon_medicine"),
    "picked and hot": ({"injury": "picked", "symptoms": ["hot_swollen", "unknown"]}, D, "see_same_day_picked"),
    "peel burned and blistered": ({"injury": "chemical_burn", "blister_fragile": "yes"}, E, "see_emergency_burn"),
    "chest pain": ({"topic": "out_of_scope_emergency"}, E, "see_emergency_other"),
    "retinol in the eye": ({"eye_signs": ["product_in_eye", "unknown"]}, D, "see_same_day_product_in_eye"),
}


@pytest.mark.parametrize("name", SAID)
def test_sign_said_in_passing(kb: KnowledgeBase, name: str) -> None:
    facts, level, flag = SAID[name]
    result = kb.infer(facts)
    assert (result.level, flag in result) == (level, True), result.conclusions
    assert kb.entry(flag).role == "flag"


@pytest.mark.parametrize("topic", ["product", "action", "home_care", "red_flags", "symptoms", "what_are_milia", "cryotherapy"])
@pytest.mark.parametrize("name", [n for n, (_, level, _) in SAID.items() if level in (E, D) and n != "chest pain"])
def test_urgent_sign_speaks_in_every_topic(kb: KnowledgeBase, name: str, topic: str) -> None:
    facts, level, flag = SAID[name]
    result = kb.infer({**facts, "topic": topic})
    assert result.level == level
    assert flag in result
    assert not [c.id for c in result.conclusions if c.kind == "treatment"]


def test_doctor_soon_stands_beside_knowledge_and_before_advice(kb: KnowledgeBase) -> None:
    sign = {"number": "single", "change": ["growing", "unknown"]}
    beside = kb.infer({**sign, "topic": "what_are_milia"})
    assert "see_doctor_soon_reminder" in beside and "see_doctor_soon_bump" not in beside
    before = kb.infer({**sign, "topic": "product", "ingredient": ["retinol"]})
    assert "see_doctor_soon_bump" in before and "see_doctor_soon_reminder" not in before


def highest_flag(kb: KnowledgeBase, result: Result) -> str:
    return next(c.id for c in result.conclusions if c.role == "flag")


@pytest.mark.parametrize("name", [n for n, (_, _, level) in PROFILES.items() if level in (E, D)])
def test_the_flag_spoken_belongs_to_the_level(kb: KnowledgeBase, name: str) -> None:
    base, changes, level = PROFILES[name]
    assert highest_flag(kb, kb.infer({**base, **changes})).startswith(f"see_{level}")


def flags(kb: KnowledgeBase) -> list[str]:
    return [c for c in (u.id for u in map(kb.entry, entry_ids(kb))) if kb.entry(c).role == "flag"]


def entry_ids(kb: KnowledgeBase) -> list[str]:
    """Every spoken flag, found by running the profiles."""
    found: set[str] = set()
    for base, changes, _ in PROFILES.values():
        found.update(c.id for c in kb.infer({**base, **changes}).conclusions)
    for facts, _, _ in SAID.values():
        found.update(c.id for c in kb.infer(facts).conclusions)
    return sorted(found)


def test_emergencies_say_where_help_is(kb: KnowledgeBase) -> None:
    emergencies = [f for f in flags(kb) if f.startswith("see_emergency")]
    assert len(emergencies) == 9
    for flag in emergencies:
        text = kb.text(flag)
        assert "local emergency number" in text.say, flag
        assert kb.entry(flag).evidence, flag


def test_flags_fit_one_breath(kb: KnowledgeBase) -> None:
    for flag in flags(kb):
        text = kb.text(flag)
        assert len(text.say.split()) <= 60, flag
        assert all(len(sentence.split()) <= 25 for sentence in f"{text.say} {text.because}".split(". ")), flag


# --- Monotone: from calm to worse, value by value -------------------------------------------------------------------------
WORSE: dict[str, list[list[Any]]] = {
    # chains of values, each worse than the one before
    "unwell": [[["none"], [v]] for v in ("fever", "drowsy_floppy", "poor_feeding", "fast_breathing", "confusion", "vomiting", "fit")],
    "danger_signs": [[["none"], [v]] for v in ("blue_skin", "grunting", "rash_not_fading", "cold_clammy", "severe_headache")],
    "allergy_signs": [[["none"], ["hives"], ["hives", "throat_tight"]], [["none"], ["faint"]]],
    "eye_signs": [[["none"], [v], [v, "lid_swelling"]] for v in ("vision_change", "pain_moving", "bulging", "lash_loss", "product_in_eye")],
    "symptoms": [[["none"], [v], [v, "redness"], [v, "redness", "spreading_red"]] for v in ("itch", "pain", "hot_swollen", "pus")],
    "change": [[["stable"], [v]] for v in ("growing", "bleeding", "not_healing", "more_lesions")],
    "blister_fragile": [["no", "yes"]],
    "injury": [["none", "picked"], ["none", "needle"], ["none", "scald"], ["none", "chemical_burn"]],
    "irritation": [["none", "mild", "severe"]],
    "steroid_cream": [["none", "short", "long_or_potent"]],
    "immune_weak": [["no", "yes"]],
    "family_syndrome": [["no", "yes"]],
    "medicines": [[["none"], [v]] for v in ("isotretinoin_now", "ciclosporin", "immunosuppressant", "cancer_drug", "blood_thinner")],
    "pregnancy": [["no", "planning"], ["no", "pregnant"], ["no", "breastfeeding"]],
    "surface": [["smooth", "crust_ulcer"], ["smooth", "visible_vessels"], ["smooth", "dimple"]],
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
                levels = [ranks[kb.infer({**profile, fact: value}).level or C] for value in chain]
                assert levels == sorted(levels), (profile, fact, chain, levels)


def test_not_knowing_is_never_safer_than_no(kb: KnowledgeBase, ranks: dict[str, int]) -> None:
    dice = random.Random(5)
    for _ in range(300):
        profile = random_profile(dice)
        for fact, chains in WORSE.items():
            if fact in ("duration_weeks", "care_weeks"):
                continue
            rest = {name: value for name, value in profile.items() if name != fact}
            calm = ranks[kb.infer({**rest, fact: chains[0][0]}).level or C]
            assert ranks[kb.infer({**rest, fact: "unknown"}).level or C] >= calm, (profile, fact)
            if rest:
                assert ranks[kb.infer(rest).level or C] >= calm, (profile, fact)


# --- Answers that cannot both be true ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("facts", "asks"), [
    ({"age_group": "newborn", "pregnancy": "pregnant"}, "explain_ask_whose"),
    ({"age_weeks": 3, "pregnancy": "breastfeeding"}, "explain_ask_whose"),
    ({"age_group": "older", "pregnancy": "pregnant"}, "explain_ask_whose"),
    ({"age_group": "adult", "unwell": ["poor_feeding"]}, "explain_ask_whose"),
    ({"age_group": "adult", "age_weeks": 3}, "explain_ask_age"),
    ({"age_group": "newborn", "age_weeks": 20}, "explain_ask_age"),
    ({"age_group": "infant", "age_weeks": 2}, "explain_ask_age"),
])
def test_contradiction_is_said_aloud(kb: KnowledgeBase, facts: Facts, asks: str) -> None:
    result = kb.infer({**facts, "topic": "symptoms"})
    assert asks in result
    assert kb.entry(asks).role == "condition"


@pytest.mark.parametrize("facts", [
    {"age_group": "newborn", "age_weeks": 4, "pregnancy": "not_applicable"},
    {"age_group": "infant", "age_weeks": 4},
    {"age_group": "child", "age_weeks": 52},
    {"age_group": "adult", "pregnancy": "pregnant", "unwell": ["vomiting"]},
])
def test_what_fits_together_is_not_questioned(kb: KnowledgeBase, facts: Facts) -> None:
    result = kb.infer({**facts, "topic": "symptoms"})
    assert "explain_ask_whose" not in result and "explain_ask_age" not in result


def test_contradiction_takes_the_safer_reading(kb: KnowledgeBase) -> None:
    assert kb.infer({"age_group": "newborn", "age_weeks": 20, "unwell": ["fever"]}).level == E
    assert kb.infer({"age_group": "adult", "age_weeks": 3, "unwell": ["fever"]}).level == E
    both = kb.infer({"age_group": "newborn", "pregnancy": "pregnant", "topic": "product", "ingredient": ["retinol"]})
    assert not [c.id for c in both.conclusions if c.kind == "treatment"]


# --- What is said to a plain statement, and on request -----------------------------------------------------------------------
@pytest.mark.parametrize(("facts", "said"), [
    ({"colour": "white"}, "explain_symptoms"),
    ({"age_group": "newborn", "colour": "white"}, "explain_symptoms_baby"),
    ({"site": ["eyelid_skin"]}, "see_lid_clinician"),
    ({"site": ["eyelid_skin"]}, "explain_symptoms_routine"),
    ({"number": "plaque"}, "see_dermatologist_patch"),
    ({"wants": "removal"}, "see_dermatologist_removal"),
    ({"age_group": "infant", "duration_weeks": 20}, "see_doctor_baby_lasting"),
    ({"number": "many", "change": ["more_lesions"]}, "see_dermatologist_crop"),
    ({"surface": "dimple"}, "see_doctor_doubt"),
    ({"skin_tone": "brown_black", "wants": "removal"}, "see_dermatologist_marks"),
    ({"skin_conditions": ["blistering_disease"]}, "see_doctor_fragile"),
    ({"family_syndrome": "yes", "number": "few"}, "see_doctor_family"),
    ({"irritation": "severe"}, "explain_symptoms_irritation"),
    ({"injury": "scald"}, "explain_symptoms_scald"),
    ({"colour": "white"}, "explain_safety_net"),
    ({"who": "baby"}, "explain_safety_net_baby"),
])
def test_answer_to_a_plain_statement(kb: KnowledgeBase, facts: Facts, said: str) -> None:
    result = kb.infer({**facts, "topic": "symptoms"})
    assert said in result
    assert not any(c.role == "flag" for c in result.conclusions)


@pytest.mark.parametrize(("facts", "said"), [
    ({}, "explain_red_flags"),
    ({"who": "baby"}, "explain_red_flags_baby"),
    ({"site": ["eyelid_skin"]}, "explain_red_flags_eye"),
])
def test_warning_signs_on_request_fit_the_person(kb: KnowledgeBase, facts: Facts, said: str) -> None:
    result = kb.infer({**facts, "topic": "red_flags"})
    first = next(c.id for c in result.conclusions if c.role == "verdict")
    assert first == said


def test_every_level_has_words(kb: KnowledgeBase) -> None:
    assert all(kb.text(f"level_{name}").say for name in kb.levels)


def test_silence_has_no_level(kb: KnowledgeBase) -> None:
    assert kb.infer({}).level is None
    assert kb.infer({"topic": "what_are_milia"}).level == C


def test_every_fact_can_be_asked(kb: KnowledgeBase) -> None:
    for spec in kb.facts.values():
        if spec.scope == "person":
            assert spec.ask.rstrip().endswith("?") or spec.type == "int", spec.id
            assert spec.because and spec.unsure, spec.id
            assert all(len(sentence.split()) <= 25 for sentence in spec.ask.split("? ")), spec.id
            if spec.type in ("enum", "multi"):
                assert set(spec.labels) == set(spec.values), spec.id
