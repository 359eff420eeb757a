"""The signs that cannot wait, and who has each: written down a second time, as a clinician would say it.

One line is one sign of the pack with the sources behind it. Nobody else may hear it. The later signs are in `triage_signs_later`.
"""

from __future__ import annotations

from collections.abc import Callable

from .triage_person import Person

Sign = Callable[[Person], bool]


def _fever(one: Person) -> bool:
    """Shaking chills are one that nobody has measured."""
    return one.says("unwell", "fever", "chills")


def _feverish(one: Person) -> bool:
    """A fever, told as such or by how it feels (R138)."""
    return _fever(one) or one.says("unwell", "ill")


def _before_the_lid(one: Person) -> bool:
    """What is told about before a lid that looks infected: an allergy, the eye itself, or a graver sign."""
    return (
        one.says("allergy_signs", "hives", "throat_tight", "breathing_trouble", "faint", "throat_itch")
        or one.says("site", "lips", "mouth", "face")
        or one.says("eye_signs", "vision_loss", "vision_change", "light_sensitive", "chemical_in_eye", "product_in_eye", "ran_in", "cut",
                    "blow")
        or one.says("recent_skin_event", "laser_peel", "dermabrasion", "radiotherapy")
        or one.says("unwell", "drowsy_floppy", "poor_feeding", "fast_breathing", "confusion", "fit")
        or one.says("danger_signs", "blue_skin", "grunting", "rash_not_fading", "cold_clammy", "stiff_neck", "bleeding_on", "swallowed",
                    "self_harm", "outside", "overdose", "maternity", "caustic", "big_burn", "voices", "object", "drug_rash", "harm_child",
                    "head_knock", "violence"))


def _temperature(one: Person) -> bool:
    """Too hot or too cold."""
    return _fever(one) or one.says("danger_signs", "low_temperature")


def _fever_of_a_baby_of_unknown_age(one: Person) -> bool:
    """A baby's fever, and nothing says that it is past three months (R58). Called a baby and grown up at once: taken for a baby."""
    called = one.says("who", "baby")
    if called and one.grown:
        return _fever(one)
    return _fever(one) and (called or one.unsure("age_weeks")) and not one.past_three_months


def _nose_of_a_small_baby(one: Person) -> bool:
    """A baby that cannot breathe through the nose, and nothing says that it is past three months (R55)."""
    if not one.says("unwell", "nose_shut"):
        return False
    called = one.says("who", "baby")
    return (called and one.grown) or ((called or one.young_baby) and not one.past_three_months)


def _near_cold_sore(one: Person) -> bool:
    """R59: herpes is a danger in the first three months."""
    return one.baby and not one.past_three_months and (one.says("near_cold_sore", "yes") or one.says("skin_conditions", "cold_sores"))


def _product_near_the_eye(one: Person) -> bool:
    """R81, R134: a product, peel or acid that may have reached the eye."""
    return (
        one.says("onset", "after_product") or one.says("injury", "chemical_burn") or one.says("recent_skin_event", "home_treatment")
        or one.says("irritation", "severe", "burning") or one.burning_product
        or (one.says("actives", "retinoid", "aha", "bha", "benzoyl_peroxide") and (one.on_lid or one.says("site", "under_eye"))))


def _mother(one: Person) -> bool:
    """With child, or was lately."""
    return one.says("pregnancy", "pregnant") or one.says("gave_birth", "yes")


def _itches_on_no_face(one: Person) -> bool:
    """R148: itching of the body or of no told place. On the face, or told as bumps, it is the bumps; on both, the body counts."""
    calm = one.says("number", "single", "few", "many", "plaque") + one.says(
        "site", "eyelid_edge", "eyelid_skin", "under_eye", "face", "behind_ear", "lips", "mouth", "genital")
    worry = 3 if one.says("site", "hands_back", "trunk_scalp", "arms_thighs") else 1
    return one.says("symptoms", "itch") and worry > calm


def _bleeds_from_no_bump(one: Person) -> bool:
    """R146: bleeding of a mother, unless a bump was told of: its place off the genital skin, its number, or that it was opened."""
    bump = (
        one.says("site", "eyelid_edge", "eyelid_skin", "under_eye", "face", "behind_ear", "lips", "mouth", "hands_back", "arms_thighs",
                 "trunk_scalp")
        or one.says("number", "single", "plaque", "many", "few") or one.says("injury", "needle", "picked"))
    return _mother(one) and (one.says("change", "bleeding") or one.says("danger_signs", "bleeding_on")) and not bump


def _mouth_alone(one: Person) -> bool:
    """R96: of the places told only the mouth."""
    elsewhere = ("face", "lips", "eyelid_edge", "eyelid_skin", "under_eye", "behind_ear", "trunk_scalp", "arms_thighs", "hands_back",
                 "genital")
    return one.says("site", "mouth") and not one.says("site", *elsewhere)


def _sores_with_a_rash_medicine(one: Person) -> bool:
    """R158: sores of the mouth or of the skin, on a medicine that can do that."""
    sore_inside = one.says("site", "mouth", "lips", "genital") and (one.says("symptoms", "pain") or one.says("surface", "crust_ulcer"))
    return one.says("rash_medicine", "yes") and (one.says("blister_fragile", "yes") or one.says("irritation", "severe") or sore_inside)


def _infection_spreads_on_a_young_baby(one: Person) -> bool:
    """R159: red skin that spreads from a place that is hot or oozes, unless the baby is past three months."""
    hot = one.says("symptoms", "hot_swollen", "pus")
    return one.baby and one.says("symptoms", "spreading_red") and hot and not one.past_three_months


def _swallowed(one: Person) -> bool:
    return one.says("danger_signs", "swallowed")


EMERGENCY: dict[str, Sign] = {
    "see_emergency_other": lambda one: one.says("danger_signs", "outside"),
    # R156
    "see_emergency_head_knock": lambda one: one.says("danger_signs", "head_knock") and (
        one.baby or one.says("unwell", "vomiting", "confusion", "drowsy_floppy", "fit") or one.says("danger_signs", "severe_headache")
        or one.says("allergy_signs", "faint") or one.says("eye_signs", "vision_loss", "vision_change", "light_sensitive")
        or one.says("medicines", "blood_thinner")),
    # R146, R147
    "see_emergency_maternity": lambda one: (
        one.says("danger_signs", "maternity") or _bleeds_from_no_bump(one)
        or (_mother(one) and (
            one.says("danger_signs", "belly", "bleeding_below", "leg_swollen", "severe_headache")
            or one.says("eye_signs", "vision_loss", "vision_change")))
        or (one.says("gave_birth", "yes") and _fever(one))),
    # R94, R134
    "see_emergency_caustic": lambda one: one.says("danger_signs", "caustic"),
    # R133, R134
    "see_emergency_overdose": lambda one: one.says("danger_signs", "overdose"),
    "see_emergency_overdose_child": lambda one: (
        one.says("danger_signs", "overdose") and (one.baby or one.says("age_group", "child"))),
    # R33, R34
    "see_emergency_allergy": lambda one: (
        one.says("allergy_signs", "face_swelling", "throat_tight", "breathing_trouble", "faint")
        or (one.says("allergy_signs", "hives") and one.says("unwell", "vomiting"))
        or (one.says("allergy_signs", "throat_itch") and one.says("allergy_signs", "hives"))),
    # R55, R58: at any age; a grown-up who is drowsy is seen the same day
    "see_emergency_danger": lambda one: (
        one.says("danger_signs", "blue_skin", "grunting", "rash_not_fading") or one.says("unwell", "confusion", "fit")
        or (one.says("danger_signs", "voices") and one.says("age_group", "child"))
        or (one.says("unwell", "drowsy_floppy") and not one.grown)),
    # R58, R60, R61
    "see_emergency_baby": lambda one: (
        (one.says("unwell", "poor_feeding") and not one.past_a_year)
        or (one.says("unwell", "fast_breathing") and (one.baby or one.says("age_group", "child")))
        or (one.baby and (
            one.says("unwell", "drowsy_floppy", "poor_feeding", "confusion", "fit")
            or one.says("danger_signs", "blue_skin", "grunting", "rash_not_fading", "cold_clammy", "no_urine")))
        or _infection_spreads_on_a_young_baby(one)
        or _nose_of_a_small_baby(one)
        or (one.young_baby and one.says("unwell", "ill"))
        or (one.young_baby and one.says("unwell", "vomiting") and (one.broken_skin or one.infected))),
    # R58, R56
    "see_emergency_baby_fever": lambda one: one.young_baby and _temperature(one),
    "see_emergency_baby_fever_age_open": _fever_of_a_baby_of_unknown_age,
    # R136
    "see_emergency_cancer_fever": lambda one: _feverish(one) and one.says("medicines", "cancer_drug"),
    # R137
    "see_emergency_headache": lambda one: (
        (one.says("danger_signs", "severe_headache") and (
            one.says("unwell", "fever", "chills", "vomiting") or one.says("danger_signs", "stiff_neck")
            or one.says("eye_signs", "vision_loss", "vision_change", "light_sensitive")))
        or (one.says("danger_signs", "stiff_neck") and (
            one.says("unwell", "fever", "chills", "vomiting", "drowsy_floppy") or one.says("symptoms", "spreading_red")
            or one.says("eye_signs", "light_sensitive")))),
    # R134
    "see_emergency_chemical_in_eye": lambda one: (
        one.says("eye_signs", "chemical_in_eye")
        or (one.says("eye_signs", "ran_in") and one.home_treatment_lately and (one.on_lid or one.says("site", "under_eye", "face")))),
    # R138
    "see_emergency_sepsis": lambda one: one.says("symptoms", "hot_swollen", "pus") and (
        one.says("danger_signs", "cold_clammy", "fast_heartbeat") or one.says("unwell", "fast_breathing")),
    # R55, R138: hot skin, skin that was treated within two weeks, or weak defenses
    "see_emergency_germs": lambda one: (
        (_feverish(one) and (
            one.treated_lately or one.says("medicines", "immunosuppressant", "ciclosporin")))
        or (one.says("unwell", "chills", "ill") and one.says("symptoms", "hot_swollen"))
        or (one.says("unwell", "fever") and one.says("symptoms", "hot_swollen") and one.says("symptoms", "pus"))
        or (one.says("unwell", "chills") and (
            one.says("symptoms", "pus") or one.says("immune_weak", "yes")
            or one.says("injury", "picked", "needle", "scald", "chemical_burn")))),
    # R133, R134
    "see_emergency_poisoning": _swallowed,
    "see_emergency_poisoning_ill": lambda one: one.says("danger_signs", "swallowed", "overdose") and (
        one.says("unwell", "drowsy_floppy", "fast_breathing", "confusion", "fit")
        or one.says("danger_signs", "blue_skin", "grunting", "cold_clammy")
        or one.says("allergy_signs", "face_swelling", "throat_tight", "breathing_trouble", "faint")),
    # R08, R158
    "see_emergency_drug_rash": lambda one: one.says("danger_signs", "drug_rash") or _sores_with_a_rash_medicine(one),
    # R157
    "see_emergency_violence": lambda one: one.says("danger_signs", "violence"),
    # R55, R56
    "see_emergency_face_infection": lambda one: one.says("allergy_signs", "face_swelling") and _fever(one),
    # R133, R55
    "see_emergency_object": lambda one: one.says("danger_signs", "object"),
    # R135
    "see_emergency_crisis": lambda one: one.says("danger_signs", "self_harm"),
    "see_emergency_crisis_other": lambda one: one.says("danger_signs", "self_harm") and one.says("who", "other"),
    # R146, R135
    "see_emergency_harm_child": lambda one: one.says("danger_signs", "harm_child"),
    "see_emergency_harm_child_other": lambda one: one.says("danger_signs", "harm_child") and one.says("who", "other"),
    # R146, R135: of anybody but a child, in whom it is taken for confusion
    "see_emergency_voices": lambda one: one.says("danger_signs", "voices") and not one.says("age_group", "child"),
    "see_emergency_voices_other": lambda one: (
        one.says("danger_signs", "voices") and one.says("who", "other") and not one.says("age_group", "child")),
    # R59, R60
    "see_emergency_baby_cold_sore": lambda one: _near_cold_sore(one) and (
        one.broken_skin or one.infected
        or one.says("unwell", "fever", "chills", "ill", "drowsy_floppy", "poor_feeding", "fast_breathing", "vomiting", "fit", "confusion")
        or one.says("danger_signs", "low_temperature", "blue_skin", "grunting", "cold_clammy", "rash_not_fading")),
    # R55
    "see_emergency_spreading": lambda one: one.says("symptoms", "spreading_red") and one.ill,
    # R08: a bad reaction to a medicine; in a child mostly a common virus, seen the same day
    "see_emergency_blisters": lambda one: (
        one.says("blister_fragile", "yes") and one.says("symptoms", "pain") and one.ill and not (
            one.says("age_group", "child") and one.says("site", "face", "lips", "mouth", "hands_back")
            and not one.says("site", "trunk_scalp", "arms_thighs", "genital", "eyelid_edge", "eyelid_skin")
            and not one.says("skin_conditions", "eczema") and not one.says("immune_weak", "yes"))),
    # R56, R95: the words of an infected lid, for nobody who tells of an allergy, of lost or changed sight or of a graver sign
    "see_emergency_lid": lambda one: (
        one.says("eye_signs", "lid_swelling") and not _before_the_lid(one) and (
            one.says("eye_signs", "pain_moving", "bulging") or one.says("unwell", "fever", "chills")
            or (one.says("allergy_signs", "face_swelling") and one.says("symptoms", "hot_swollen", "spreading_red", "pus")))),
    # R56, R95, R141
    "see_emergency_eye": lambda one: (
        one.says("eye_signs", "vision_loss")
        or (one.says("unwell", "shingles") and (
            one.says("eye_signs", "lid_swelling", "vision_change", "pain_moving", "bulging", "light_sensitive")
            or (one.on_lid and one.says("symptoms", "redness", "pain"))))
        or (one.says("eye_signs", "vision_change", "pain_moving", "light_sensitive")
            and one.says("recent_skin_event", "laser_peel", "dermabrasion", "radiotherapy"))
        or (one.says("eye_signs", "vision_change") and (one.says("symptoms", "pain") or one.says("onset", "sudden_crop")))
        or (one.says("eye_signs", "pain_moving", "bulging", "vision_change")
         and (one.lid_inflamed or one.says("symptoms", "redness", "hot_swollen", "spreading_red")))
        or (one.lid_inflamed and (_feverish(one) or one.says("danger_signs", "severe_headache")))
        or (one.says("eye_signs", "bulging") and (
            one.says("eye_signs", "pain_moving", "vision_change") or one.says("symptoms", "pain") or _fever(one)))),
    # R81: a cut, a blow with more, or a prick by the eye with trouble seeing
    "see_emergency_eye_injury": lambda one: (
        one.says("eye_signs", "cut")
        or (one.says("eye_signs", "blow") and (
            one.says("eye_signs", "vision_loss", "vision_change", "pain_moving", "bulging", "light_sensitive")
            or one.says("injury", "needle") or one.says("symptoms", "pain")
            or one.says("unwell", "vomiting", "drowsy_floppy", "confusion") or one.says("change", "bleeding")))
        or (one.says("eye_signs", "vision_loss", "vision_change") and (
            one.says("injury", "needle") or (one.says("injury", "picked") and (one.on_lid or one.says("site", "under_eye")))))),
    # R81
    "see_emergency_product_in_eye": lambda one: (
        (one.says("eye_signs", "product_in_eye") and (
            one.says("symptoms", "pain") or one.unsure("symptoms")
            or one.says("eye_signs", "vision_loss", "vision_change", "pain_moving", "light_sensitive")
            or one.says("irritation", "severe", "burning") or one.says("injury", "chemical_burn")))
        or (one.says("eye_signs", "ran_in") and one.says("irritation", "severe", "burning")
            and (one.on_lid or one.says("site", "under_eye")))
        or (one.says("eye_signs", "vision_loss", "vision_change") and _product_near_the_eye(one))),
    # R94, R96: acid burns that blister or look raw, blistered faces, any burned baby
    "see_emergency_burn": lambda one: (
        (one.says("injury", "chemical_burn") and (one.raw or one.baby))
        or (one.says("recent_skin_event", "laser_peel") and one.says("blister_fragile", "yes"))
        or (one.home_treatment_lately and (one.raw or (one.says("symptoms", "pus") and one.says("irritation", "burning"))))
        or (one.maybe_fresh_burn and (one.baby or (one.says("blister_fragile", "yes") and one.on_face)))
        or one.says("danger_signs", "wide_burn")
        or (one.says("danger_signs", "big_burn") and (
            one.baby or one.says("age_group", "child") or one.says("pregnancy", "pregnant") or one.says("blister_fragile", "yes")
            or one.says("irritation", "severe")))),
    "see_emergency_burn_mouth": lambda one: one.maybe_fresh_burn and one.baby and _mouth_alone(one),
    # R81, R94
    "see_emergency_burn_eye": lambda one: one.on_lid and (
        one.says("injury", "chemical_burn")
        or (one.home_treatment_lately and (
            one.raw or one.says("irritation", "burning") or one.says("symptoms", "pain", "redness", "hot_swollen")))),
    # R106
    "see_emergency_bleeding": lambda one: one.says("danger_signs", "bleeding_on"),
    "see_emergency_bleeding_long": lambda one: one.says("danger_signs", "minutes_on") and (
        one.says("change", "bleeding", "small_wound") or one.says("danger_signs", "bleeding_on")),
}

def _red_rash_of_a_young_baby(one: Person) -> bool:
    """R59, R61: redness that is spread wide. Many on the face are not, and blotches and baby acne are known."""
    wide = one.says("number", "plaque") or one.says("site", "trunk_scalp") or one.says("change", "more_lesions")
    many = one.says("number", "many") and not one.says("site", "face")
    return one.young_baby and one.says("symptoms", "redness") and (wide or many) and not one.blotches and not one.baby_acne


SAME_DAY: dict[str, Sign] = {
    # R81
    "see_same_day_eye_blow": lambda one: one.says("eye_signs", "blow"),
    # R59, R61, R64: never milk spots
    "see_same_day_baby_skin": lambda one: (
        (one.baby and (one.broken_skin or one.infected or one.unsure("blister_fragile", "symptoms"))) or _red_rash_of_a_young_baby(one)
        or (one.young_baby and one.says("symptoms", "redness") and one.says("irritation", "mild", "burning", "severe"))),
    "see_same_day_baby_cold_sore": _near_cold_sore,
    # R153, R154, R155
    "see_same_day_baby_pox": lambda one: one.baby and not one.past_three_months and (
        one.says("near_pox", "yes") or one.says("danger_signs", "pox") or one.says("unwell", "shingles")),
    # R58: what is not known of a baby's illness counts as if it were there
    "see_same_day_baby_unwell": lambda one: one.baby and (
        one.says("unwell", "fever", "chills", "vomiting", "ill")
        or one.says("danger_signs", "low_temperature", "fast_heartbeat", "severe_headache", "stiff_neck")
        or one.unsure("unwell", "danger_signs", "allergy_signs")),
    # R105
    "see_same_day_baby_signs": lambda one: one.baby and one.says("unwell", "dry_diapers", "crying", "jaundice"),
    # R58, R106
    "see_same_day_baby_fever_reducer": lambda one: one.young_baby and one.says("danger_signs", "fever_reducer"),
    "see_same_day_bleeding": lambda one: one.says("medicines", "blood_thinner") and one.says("change", "bleeding", "small_wound"),
    # R81, R39
    "see_same_day_product_in_eye": lambda one: (
        one.says("eye_signs", "product_in_eye")
        or (one.says("eye_signs", "pain_moving") and one.says("onset", "after_product"))
        or (one.says("eye_signs", "ran_in") and (
            one.on_lid or one.says("site", "under_eye") or one.says("irritation", "burning", "severe")))),
    # R56; R68: one red lump of known age on the lid edge is red by itself
    "see_same_day_eye": lambda one: (
        one.says("eye_signs", "lid_swelling", "vision_loss", "vision_change", "pain_moving", "bulging", "light_sensitive")
        or (one.on_lid and one.says("symptoms", "redness")
            and not (one.on_lid_edge and one.says("number", "single") and one.weeks("duration_weeks")))
        or (one.says("eye_signs", "bump") and one.says("symptoms", "redness", "pain"))
        or (one.unsure("eye_signs") and (one.on_lid or one.says("site", "under_eye")))
        or (one.unsure("symptoms") and one.on_lid)),
    # R94, R96
    "see_same_day_burn": lambda one: (
        one.says("injury", "chemical_burn")
        or (one.home_treatment_lately and (one.says("irritation", "burning") or one.says("symptoms", "pain", "hot_swollen")))
        or (one.peel_lately and one.says("irritation", "burning"))
        or (one.peel_lately and one.says("recent_skin_event", "laser_peel") and one.says("irritation", "severe"))),
    "see_same_day_raw_blisters": lambda one: one.says("blister_fragile", "yes") and (
        one.says("irritation", "severe", "burning") or (one.says("irritation", "mild") and one.says("symptoms", "redness"))),
    "see_same_day_maybe_burn": lambda one: one.burning_product and (one.raw or one.says("irritation", "burning")),
    # R96: blistered, of a child, in pregnancy, by the eye
    "see_same_day_scald": lambda one: (
        one.says("danger_signs", "big_burn")
        or (one.maybe_fresh_burn and one.says("blister_fragile", "yes"))
        or (one.fresh_burn and (
            one.unsure("blister_fragile") or one.says("age_group", "child") or one.says("pregnancy", "pregnant") or one.on_face))),
    "see_same_day_scald_mouth": lambda one: one.fresh_burn and _mouth_alone(one),
    # R55
    "see_same_day_picked": lambda one: one.says("injury", "picked", "needle") and (one.infected or one.says("symptoms", "pain", "redness")),
    # R55; a pus head around a hair can wait, but not with weak defences (R57)
    "see_same_day_infection": lambda one: (
        one.says("symptoms", "hot_swollen", "spreading_red")
        or (one.says("symptoms", "pus") and (one.says("immune_weak", "yes") or not one.hair_root))),
    "see_same_day_infection_fever": lambda one: one.says("unwell", "fever") and (
        one.says("symptoms", "hot_swollen")
        or (one.says("symptoms", "pus") and (one.says("immune_weak", "yes") or not one.hair_root))),
    "see_same_day_unwell": lambda one: (
        one.says("unwell", "fever", "chills", "ill", "drowsy_floppy", "fast_breathing", "poor_feeding", "jaundice", "dry_diapers")
        or one.says("danger_signs", "cold_clammy", "fast_heartbeat", "severe_headache", "stiff_neck", "low_temperature")),
    # R146, R148
    "see_same_day_body": lambda one: one.says("danger_signs", "belly", "bleeding_below", "leg_swollen"),
    "see_same_day_pregnancy_itch": lambda one: one.says("pregnancy", "pregnant") and (
        one.says("danger_signs", "itchy_palms") or _itches_on_no_face(one)),
    # R148, R33
    "see_same_day_pregnancy_itch_all_over": lambda one: one.says("pregnancy", "pregnant") and one.says("allergy_signs", "hives"),
    # R106
    "see_same_day_cut": lambda one: one.says("danger_signs", "cut"),
    # R156
    "see_same_day_head_knock": lambda one: one.says("danger_signs", "head_knock"),
    # R151, R152
    "see_same_day_pregnancy_pox": lambda one: (
        (one.says("danger_signs", "pox") or one.says("unwell", "shingles") or one.says("near_pox", "yes"))
        and one.says("pregnancy", "pregnant")),
    # R141, R142
    "see_same_day_shingles": lambda one: one.says("unwell", "shingles"),
    "see_same_day_blisters_child": lambda one: (
        one.says("blister_fragile", "yes") and one.says("symptoms", "pain") and one.ill and one.says("age_group", "child")),
    "see_same_day_blisters": lambda one: one.says("blister_fragile", "yes") and one.says("symptoms", "pain"),
    "see_same_day_throat_itch": lambda one: one.says("allergy_signs", "throat_itch"),
    # R94, R134: stinging or peeling skin of a baby that a strong product was put on
    "see_same_day_baby_product": lambda one: one.baby and one.says("irritation", "mild", "burning", "severe") and (
        one.says("actives", "retinoid", "aha", "bha", "benzoyl_peroxide") or one.says("ingredient", "retinol")),
    "see_same_day_hives": lambda one: one.says("allergy_signs", "hives"),
    # R24, R30
    "see_same_day_isotretinoin": lambda one: one.says("medicines", "isotretinoin_now") and one.says("pregnancy", "pregnant"),
    "see_same_day_isotretinoin_breastfeeding": lambda one: (
        one.says("medicines", "isotretinoin_now") and one.says("pregnancy", "breastfeeding")),
}
