"""People in the middle of one sign, or just beside it, with the level each deserves and the sign that carries it.

To each of them every other remark is added in turn (`test_triage_settings`), so that a list or a limit is met from all sides.
"""

from __future__ import annotations

from typing import Any, NamedTuple

C, R, S, D, E = "self_care", "routine", "doctor_soon", "same_day", "emergency"


class Setting(NamedTuple):
    """What somebody told, the level, and the sign that carries it (none where nothing is wrong)."""

    level: str
    sign: str
    facts: dict[str, Any]


RED_BABY: dict[str, Any] = {
    "age_group": "newborn", "colour": "red", "unwell": ["none"], "blister_fragile": "no", "symptoms": ["redness"], "number": "many",
    "site": ["face"],
}
OLD_SHINE: dict[str, Any] = {"colour": "pearly_clear", "surface": "visible_vessels", "age_group": "older", "site": ["eyelid_skin"]}
STYE: dict[str, Any] = {
    "age_group": "adult", "site": ["eyelid_edge"], "number": "single", "duration_weeks": 1, "symptoms": ["pain", "redness"],
    "colour": "red",
}
PIMPLES: dict[str, Any] = {
    "age_group": "teen", "site": ["face"], "feel": "soft", "number": "many", "duration_weeks": 4, "symptoms": ["pain"], "colour": "red",
}
HAIR: dict[str, Any] = {
    "site": ["arms_thighs"], "surface": "hair_in_centre", "symptoms": ["pus", "pain"], "duration_weeks": 4, "colour": "red",
}
CROP: dict[str, Any] = {"age_group": "adult", "onset": "sudden_crop", "number": "many", "duration_weeks": 2}
HOME: dict[str, Any] = {"age_group": "adult", "recent_skin_event": "home_treatment"}

SETTINGS: dict[str, Setting] = {
    "bleeding on a blood thinner": Setting(
        D, "see_same_day_bleeding", {"age_group": "adult", "medicines": ["blood_thinner"], "change": ["bleeding"]}),
    "somebody who may jump": Setting(
        E, "see_emergency_crisis_other", {"who": "other", "danger_signs": ["self_harm"]}),
    "may harm a child": Setting(E, "see_emergency_harm_child", {"age_group": "adult", "danger_signs": ["harm_child"]}),
    "somebody may harm a child": Setting(E, "see_emergency_harm_child_other", {"who": "other", "danger_signs": ["harm_child"]}),
    "hurt by somebody": Setting(E, "see_emergency_violence", {"age_group": "adult", "danger_signs": ["violence"]}),
    "a swollen face with chills": Setting(
        E, "see_emergency_face_infection", {"age_group": "adult", "allergy_signs": ["face_swelling"], "unwell": ["chills"]}),
    "sores of the mouth on a new medicine": Setting(
        E, "see_emergency_drug_rash", {"age_group": "adult", "rash_medicine": "yes", "site": ["mouth"], "symptoms": ["pain"]}),
    "sight worse all at once": Setting(
        E, "see_emergency_eye", {"age_group": "adult", "eye_signs": ["vision_change"], "onset": "sudden_crop"}),
    "poked in the eye, and it hurts": Setting(
        E, "see_emergency_eye_injury", {"age_group": "adult", "eye_signs": ["blow"], "symptoms": ["pain"]}),
    "a newborn without a wet diaper": Setting(E, "see_emergency_baby", {"age_group": "newborn", "danger_signs": ["no_urine"]}),
    "a navel whose redness spreads": Setting(
        E, "see_emergency_baby", {"age_group": "newborn", "symptoms": ["spreading_red", "pus"]}),
    "hears voices": Setting(E, "see_emergency_voices", {"age_group": "adult", "danger_signs": ["voices"]}),
    "somebody hears voices": Setting(E, "see_emergency_voices_other", {"who": "other", "danger_signs": ["voices"]}),
    "a child sees what is not there": Setting(E, "see_emergency_danger", {"age_group": "child", "danger_signs": ["voices"]}),
    "crust after a removal": Setting(C, "", {"age_group": "adult", "surface": "crust_ulcer", "recent_skin_event": "removal"}),
    "crust four weeks after a removal": Setting(
        S, "see_bump", {"age_group": "adult", "surface": "crust_ulcer", "recent_skin_event": "removal", "event_weeks_ago": 4}),
    "waters broke": Setting(E, "see_emergency_maternity", {"danger_signs": ["maternity"]}),
    "pregnant and bleeding from below": Setting(
        E, "see_emergency_maternity", {"pregnancy": "pregnant", "danger_signs": ["bleeding_below"]}),
    "pregnant and bleeding": Setting(E, "see_emergency_maternity", {"pregnancy": "pregnant", "change": ["bleeding"]}),
    "bleeding goes on after a birth": Setting(E, "see_emergency_maternity", {"gave_birth": "yes", "danger_signs": ["bleeding_on"]}),
    "pregnant, a bump bleeds": Setting(S, "see_bump", {"pregnancy": "pregnant", "change": ["bleeding"], "number": "few"}),
    "fever after a birth": Setting(E, "see_emergency_maternity", {"gave_birth": "yes", "unwell": ["fever"]}),
    "pregnant, sees worse": Setting(E, "see_emergency_maternity", {"pregnancy": "pregnant", "eye_signs": ["vision_change"]}),
    "pregnant, hands and feet itch": Setting(
        D, "see_same_day_pregnancy_itch", {"pregnancy": "pregnant", "danger_signs": ["itchy_palms"]}),
    "a hard belly": Setting(D, "see_same_day_body", {"age_group": "adult", "danger_signs": ["belly"]}),
    "a swollen calf": Setting(D, "see_same_day_body", {"age_group": "adult", "danger_signs": ["leg_swollen"]}),
    "drain cleaner on the skin": Setting(E, "see_emergency_caustic", {"age_group": "adult", "danger_signs": ["caustic"]}),
    "bleeding for minutes": Setting(
        E, "see_emergency_bleeding_long", {"age_group": "adult", "danger_signs": ["minutes_on"], "change": ["bleeding"]}),
    # --- babies
    "baby near a cold sore": Setting(D, "see_same_day_baby_cold_sore", {"who": "baby", "near_cold_sore": "yes"}),
    "12 weeks old near a cold sore": Setting(D, "see_same_day_baby_cold_sore", {"age_weeks": 12, "near_cold_sore": "yes"}),
    "13 weeks old near a cold sore": Setting(C, "", {"age_weeks": 13, "near_cold_sore": "yes"}),
    "weeks not known, cold sore on it": Setting(
        D, "see_same_day_baby_cold_sore", {"age_weeks": "unknown", "skin_conditions": ["cold_sores"]}),
    "infant near a cold sore with one on it": Setting(
        D, "see_same_day_baby_cold_sore", {"age_group": "infant", "near_cold_sore": "yes", "skin_conditions": ["cold_sores"]}),
    "baby near chickenpox": Setting(D, "see_same_day_baby_pox", {"who": "baby", "near_pox": "yes"}),
    "12 weeks old near chickenpox": Setting(D, "see_same_day_baby_pox", {"age_weeks": 12, "near_pox": "yes"}),
    "13 weeks old near chickenpox": Setting(C, "", {"age_weeks": 13, "near_pox": "yes"}),
    "newborn with chickenpox": Setting(D, "see_same_day_baby_pox", {"age_group": "newborn", "danger_signs": ["pox"]}),
    "newborn who throws up": Setting(D, "see_same_day_baby_unwell", {"age_group": "newborn", "unwell": ["vomiting"]}),
    "12 weeks old with pus who throws up": Setting(
        E, "see_emergency_baby", {"age_weeks": 12, "unwell": ["vomiting"], "symptoms": ["pus"]}),
    "baby that cannot breathe through the nose": Setting(E, "see_emergency_baby", {"who": "baby", "unwell": ["nose_shut"]}),
    "blocked nose of an adult": Setting(C, "", {"age_group": "adult", "unwell": ["nose_shut"]}),
    "lid that is shut and hurts to move": Setting(
        E, "see_emergency_lid", {"age_group": "adult", "eye_signs": ["lid_swelling", "pain_moving"]}),
    "hot lid, eye swollen shut": Setting(
        E, "see_emergency_lid",
        {"age_group": "adult", "eye_signs": ["lid_swelling"], "symptoms": ["hot_swollen"], "allergy_signs": ["face_swelling"]}),
    "baby with a fever": Setting(E, "see_emergency_baby_fever_age_open", {"who": "baby", "unwell": ["fever"]}),
    "weeks not known, fever": Setting(E, "see_emergency_baby_fever_age_open", {"age_weeks": "unknown", "unwell": ["fever"]}),
    "baby that is off its feeds": Setting(E, "see_emergency_baby", {"unwell": ["poor_feeding"]}),
    "floppy, age not told": Setting(E, "see_emergency_danger", {"unwell": ["drowsy_floppy"]}),
    "child that breathes fast": Setting(E, "see_emergency_baby", {"age_group": "child", "unwell": ["fast_breathing"]}),
    "baby whose yellow skin is told": Setting(D, "see_same_day_baby_signs", {"who": "baby", "unwell": ["jaundice"]}),
    "yellow spots of a baby": Setting(C, "", {"who": "baby", "colour": "yellow"}),
    "baby with a blister": Setting(D, "see_same_day_baby_skin", {"age_group": "infant", "blister_fragile": "yes"}),
    "well newborn with blotches": Setting(R, "see_routine_doubt", {**RED_BABY, "age_weeks": 1}),
    "well newborn with a few blotches on the body": Setting(
        R, "see_routine_doubt", {**RED_BABY, "age_weeks": 0, "number": "few", "site": ["trunk_scalp"], "change": ["more_lesions"]}),
    "well baby with baby acne at two weeks": Setting(R, "see_routine_doubt", {**RED_BABY, "age_weeks": 2}),
    "well baby with a little acne at 16 weeks": Setting(
        R, "see_routine_doubt", {**RED_BABY, "age_group": "infant", "age_weeks": 16, "number": "few", "change": ["more_lesions"]}),
    "red bumps at 17 weeks": Setting(S, "see_baby_skin", {**RED_BABY, "age_group": "infant", "age_weeks": 17}),
    "newborn red all over": Setting(
        D, "see_same_day_baby_skin", {"age_group": "newborn", "symptoms": ["redness"], "site": ["trunk_scalp"]}),
    "newborn with many red bumps, place not told": Setting(
        D, "see_same_day_baby_skin", {"age_group": "newborn", "symptoms": ["redness"], "number": "many"}),
    "infant that scratches": Setting(S, "see_baby_skin", {"age_group": "infant", "symptoms": ["itch"]}),
    "milk spots for 13 weeks": Setting(R, "see_routine_baby_lasting", {"age_group": "infant", "duration_weeks": 13}),
    "13 weeks old, since birth": Setting(R, "see_routine_baby_lasting", {"age_weeks": 13, "onset": "birth"}),
    "child with beads for months, start not known": Setting(
        R, "see_routine_baby_lasting", {"age_group": "child", "duration_weeks": 14, "onset": "unknown"}),
    "adult with beads since birth for months": Setting(C, "", {"age_group": "adult", "duration_weeks": 14, "onset": "birth"}),
    "many at once at 12 weeks": Setting(C, "", {"age_weeks": 12, "number": "many", "onset": "sudden_crop", "change": ["more_lesions"]}),
    # --- infection
    "spreading redness": Setting(D, "see_same_day_infection", {"age_group": "adult", "symptoms": ["spreading_red"]}),
    "hot and swollen with a fever": Setting(
        D, "see_same_day_infection_fever", {"age_group": "adult", "symptoms": ["hot_swollen"], "unwell": ["fever"]}),
    "hot and full of pus with a fever": Setting(
        E, "see_emergency_germs", {"age_group": "adult", "symptoms": ["hot_swollen", "pus"], "unwell": ["fever"]}),
    "a baby burned the mouth": Setting(E, "see_emergency_burn_mouth", {"who": "baby", "injury": "scald", "site": ["mouth"]}),
    "a child burned the tongue": Setting(D, "see_same_day_scald_mouth", {"age_group": "child", "injury": "scald", "site": ["mouth"]}),
    "a needle by the eye, and blurry": Setting(
        E, "see_emergency_eye_injury", {"age_group": "adult", "injury": "needle", "eye_signs": ["vision_change"]}),
    "sore blisters": Setting(D, "see_same_day_blisters", {"age_group": "adult", "blister_fragile": "yes", "symptoms": ["pain"]}),
    "child with sore blisters on the face and a fever": Setting(
        D, "see_same_day_blisters_child",
        {"age_group": "child", "blister_fragile": "yes", "symptoms": ["pain"], "unwell": ["fever"], "site": ["face"]}),
    "child with sore blisters and a fever": Setting(
        E, "see_emergency_blisters", {"age_group": "child", "blister_fragile": "yes", "symptoms": ["pain"], "unwell": ["fever"]}),
    "child with eczema, sore blisters on the face and a fever": Setting(
        E, "see_emergency_blisters",
        {"age_group": "child", "blister_fragile": "yes", "symptoms": ["pain"], "unwell": ["fever"], "site": ["face"],
         "skin_conditions": ["eczema"]}),
    "pregnant, chickenpox": Setting(D, "see_same_day_pregnancy_pox", {"pregnancy": "pregnant", "danger_signs": ["pox"]}),
    "an itchy throat": Setting(D, "see_same_day_throat_itch", {"age_group": "adult", "allergy_signs": ["throat_itch"]}),
    "an itchy throat with hives": Setting(E, "see_emergency_allergy", {"age_group": "adult", "allergy_signs": ["throat_itch", "hives"]}),
    "retinol on a baby, peeling": Setting(
        D, "see_same_day_baby_product", {"who": "baby", "irritation": "mild", "actives": ["retinoid"]}),
    "a cut on a hand": Setting(D, "see_same_day_cut", {"age_group": "adult", "danger_signs": ["cut"]}),
    "a knock on the head": Setting(D, "see_same_day_head_knock", {"age_group": "adult", "danger_signs": ["head_knock"]}),
    "a knock on the head, throws up": Setting(
        E, "see_emergency_head_knock", {"age_group": "child", "danger_signs": ["head_knock"], "unwell": ["vomiting"]}),
    "pregnant, near shingles": Setting(D, "see_same_day_pregnancy_pox", {"pregnancy": "pregnant", "near_pox": "yes"}),
    "burning skin that blisters": Setting(
        D, "see_same_day_raw_blisters", {"age_group": "adult", "irritation": "burning", "blister_fragile": "yes"}),
    "picked": Setting(C, "", {"age_group": "adult", "injury": "picked"}),
    "pricked": Setting(C, "", {"age_group": "adult", "injury": "needle"}),
    "pus": Setting(D, "see_same_day_infection", {"age_group": "adult", "symptoms": ["pus"]}),
    "inflamed hair roots": Setting(C, "", HAIR),
    "inflamed hair roots of five weeks": Setting(S, "see_pain", {**HAIR, "duration_weeks": 5}),
    "inflamed hair roots on the hands and by the eye": Setting(
        D, "see_same_day_infection", {**HAIR, "site": ["hands_back", "under_eye"]}),
    "inflamed hair roots, place not told": Setting(
        D, "see_same_day_infection", {"surface": "hair_in_centre", "symptoms": ["pus"], "duration_weeks": 1}),
    "pimples": Setting(C, "", PIMPLES),
    "a few pimples on the back": Setting(C, "", {**PIMPLES, "site": ["trunk_scalp"], "number": "few"}),
    "pimples of five weeks": Setting(S, "see_pain", {**PIMPLES, "duration_weeks": 5}),
    "pimples on the back of the hands": Setting(S, "see_pain", {**PIMPLES, "site": ["hands_back"]}),
    # --- eyes
    "swollen lid": Setting(D, "see_same_day_eye", {"age_group": "adult", "eye_signs": ["lid_swelling"]}),
    "eye that hurts to move": Setting(D, "see_same_day_eye", {"age_group": "adult", "eye_signs": ["pain_moving"]}),
    "bulging eye": Setting(D, "see_same_day_eye", {"age_group": "adult", "eye_signs": ["bulging"]}),
    "retinol in the eye": Setting(D, "see_same_day_product_in_eye", {"age_group": "adult", "eye_signs": ["product_in_eye"]}),
    "eyes that burn since a cream": Setting(
        D, "see_same_day_product_in_eye", {"age_group": "adult", "eye_signs": ["pain_moving"], "onset": "after_product"}),
    "sore lid edge": Setting(S, "see_lid_sore", {"age_group": "adult", "site": ["eyelid_edge"], "symptoms": ["pain"]}),
    "fresh stye": Setting(C, "", STYE),
    "stye of two weeks": Setting(C, "", {**STYE, "duration_weeks": 2}),
    "stye of three weeks": Setting(S, "see_lid_lump", {**STYE, "duration_weeks": 3}),
    "stye with diabetes": Setting(S, "see_lid_lump", {**STYE, "immune_weak": "yes"}),
    "beads on the lid edge": Setting(R, "see_routine_lids", {"age_group": "adult", "site": ["eyelid_edge"], "number": "few"}),
    "red lump on the lid edge, how long not told": Setting(
        D, "see_same_day_eye", {"site": ["eyelid_edge"], "number": "single", "symptoms": ["redness"]}),
    "lid": Setting(R, "see_routine_lids", {"age_group": "adult", "site": ["eyelid_skin"]}),
    "under the eye": Setting(C, "", {"age_group": "adult", "site": ["under_eye"]}),
    "eye trouble not known": Setting(C, "", {"age_group": "adult", "eye_signs": "unknown"}),
    "yellow patch by the eye": Setting(
        R, "see_routine_doubt", {"age_group": "adult", "site": ["eyelid_skin"], "colour": "yellow", "feel": "flat_patch", "number": "few"}),
    "growing yellow patch": Setting(
        S, "see_yellow_patch", {"site": ["under_eye"], "colour": "yellow", "feel": "soft", "change": ["growing"], "number": "few"}),
    # --- burns
    "scald": Setting(C, "", {"age_group": "adult", "injury": "scald"}),
    "scald, and a tattoo weeks ago": Setting(
        C, "", {"age_group": "adult", "injury": "scald", "recent_skin_event": "tattoo", "event_weeks_ago": 3}),
    "scald near the eye": Setting(D, "see_same_day_scald", {"age_group": "adult", "injury": "scald", "site": ["eyelid_skin"]}),
    "blistered scald": Setting(D, "see_same_day_scald", {"age_group": "adult", "injury": "scald", "blister_fragile": "yes"}),
    "burned, time not told": Setting(C, "", {"age_group": "adult", "recent_skin_event": "burn"}),
    "burned a week ago": Setting(C, "", {"age_group": "adult", "recent_skin_event": "burn", "event_weeks_ago": 1}),
    "burned child, a week ago": Setting(D, "see_same_day_scald", {"age_group": "child", "recent_skin_event": "burn", "event_weeks_ago": 1}),
    "burned two weeks ago": Setting(
        S, "see_blister", {"age_group": "adult", "recent_skin_event": "burn", "event_weeks_ago": 2, "blister_fragile": "yes"}),
    "acid burn": Setting(D, "see_same_day_burn", {"age_group": "adult", "injury": "chemical_burn"}),
    "acid at home": Setting(C, "", {**HOME, "event_weeks_ago": 1}),
    "acid at home burns": Setting(D, "see_same_day_burn", {**HOME, "irritation": "burning"}),
    "acid at home on the lid": Setting(R, "see_routine_lids", {**HOME, "site": ["eyelid_skin"]}),
    "acid at home, oozing": Setting(D, "see_same_day_infection", {**HOME, "symptoms": ["pus"]}),
    "acid at home two weeks ago burns and oozes": Setting(
        D, "see_same_day_infection", {**HOME, "event_weeks_ago": 2, "irritation": "burning", "symptoms": ["pus"], "site": ["eyelid_skin"]}),
    "burned by a peel yesterday": Setting(
        D, "see_same_day_burn", {"age_group": "adult", "recent_skin_event": "laser_peel", "event_weeks_ago": 0, "irritation": "burning"}),
    "blistered after a laser": Setting(
        E, "see_emergency_burn", {"age_group": "adult", "recent_skin_event": "laser_peel", "blister_fragile": "yes"}),
    "burning skin": Setting(C, "", {"age_group": "adult", "irritation": "burning"}),
    "raw skin": Setting(C, "", {"age_group": "adult", "irritation": "severe"}),
    "plans to freeze it": Setting(C, "", {"age_group": "adult", "considering": ["cryo"]}),
    "plans to peel it": Setting(C, "", {"age_group": "adult", "considering": ["peel"]}),
    # --- growth
    "single bump": Setting(C, "", {"age_group": "adult", "number": "single"}),
    "how many is not known": Setting(C, "", {"age_group": "adult", "number": "unknown"}),
    "shiny bump": Setting(R, "see_routine_doubt", {"colour": "pearly_clear"}),
    "shiny bump with vessels on an old lid": Setting(S, "see_bump", OLD_SHINE),
    "many such": Setting(R, "see_routine_doubt", {**OLD_SHINE, "number": "many"}),
    "a patch of such": Setting(R, "see_routine_doubt", {**OLD_SHINE, "number": "plaque"}),
    "such, of a baby": Setting(R, "see_routine_doubt", {**OLD_SHINE, "who": "baby"}),
    "such, weeks told": Setting(R, "see_routine_doubt", {**OLD_SHINE, "age_weeks": 2}),
    "vessels": Setting(R, "see_routine_doubt", {"age_group": "adult", "surface": "visible_vessels", "number": "few"}),
    "skin cancer before": Setting(C, "", {"age_group": "adult", "skin_conditions": ["skin_cancer_history"]}),
    # --- crops, families, medicines
    "many at once": Setting(S, "see_crop", CROP),
    "many at once a day ago": Setting(R, "see_routine_crop", {**CROP, "duration_weeks": 1}),
    "heat rash": Setting(C, "", {**CROP, "colour": "red"}),
    "see-through heat rash": Setting(S, "see_crop", {**CROP, "colour": "pearly_clear"}),
    "red crop of three weeks": Setting(R, "see_routine_crop", {**CROP, "colour": "red", "duration_weeks": 3}),
    "at once after a laser": Setting(R, "see_routine_crop", {**CROP, "recent_skin_event": "laser_peel", "event_weeks_ago": 12}),
    "at once a day after dermabrasion": Setting(S, "see_crop", {**CROP, "recent_skin_event": "dermabrasion", "event_weeks_ago": 0}),
    "more and more": Setting(R, "see_routine_crop", {"age_group": "adult", "number": "many", "change": ["more_lesions"]}),
    "runs in the family": Setting(S, "see_family", {"age_group": "adult", "family_syndrome": "yes"}),
    "isotretinoin": Setting(C, "", {"age_group": "adult", "medicines": ["isotretinoin_now"]}),
    "isotretinoin while pregnancy is not known": Setting(
        S, "see_pregnancy_isotretinoin", {"medicines": ["isotretinoin_now"], "pregnancy": "unknown"}),
    "pregnant": Setting(C, "", {"age_group": "adult", "pregnancy": "pregnant"}),
    "pregnant on retinol": Setting(S, "see_pregnancy_retinoid", {"pregnancy": "pregnant", "actives": ["retinoid"]}),
    "weeks told as nought, on isotretinoin": Setting(C, "", {"age_weeks": 0, "medicines": ["isotretinoin_6m"]}),
    "steroid cream on the face": Setting(R, "see_routine_steroid", {"age_group": "adult", "site": ["face"], "steroid_cream": "some"}),
    "short steroid cream": Setting(C, "", {"age_group": "adult", "steroid_cream": "short"}),
    "back of the hands, blisters not known": Setting(S, "see_blister", {"site": ["hands_back"], "blister_fragile": "unknown"}),
    "back of the hands": Setting(R, "see_routine_hands", {"age_group": "adult", "site": ["hands_back"]}),
    # --- routine
    "wants them out": Setting(R, "see_routine_removal", {"wants": "removal"}),
    "dark skin": Setting(C, "", {"age_group": "adult", "skin_tone": "brown_black"}),
    "thick scars": Setting(C, "", {"age_group": "adult", "skin_conditions": ["keloid"]}),
    "many soft yellow bumps, never any sunscreen": Setting(
        R, "see_routine_doubt", {"colour": "yellow", "feel": "soft", "number": "many", "sun_protection": "never"}),
    "pale grains on the lips": Setting(C, "", {"age_group": "adult", "site": ["lips"], "colour": "yellow"}),
    "pale grains on the genital skin": Setting(C, "", {"age_group": "adult", "site": ["genital"], "colour": "white"}),
    "nothing told": Setting(C, "", {"wants": "understand"}),
}
