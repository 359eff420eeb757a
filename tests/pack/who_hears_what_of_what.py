"""Who hears what of a plan ("can I squeeze it?") or a product: the same as `who_hears_what`, by plan and by class of ingredient."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .who_hears_what import (
    BABY,
    BY_EYE,
    CHILD,
    DARK,
    EVENT,
    EXPECTING,
    INFECTED_OR_RAW,
    ISOTRETINOIN,
    KELOID,
    LATELY_BURNED,
    MARKS,
    NOT_YET,
    OPENED,
    SORE,
    YOUNG,
    Line,
    Whom,
    anyone,
    but,
    either,
    says,
)

OPENING = ("squeeze", "needle")
BY_CLINICIANS = ("extraction", "cryo", "laser", "curettage")
SURFACE = ("extraction", "curettage")
PLANS = (*OPENING, "burn", "steam", "scrub", "peel", "honey", "wait", *BY_CLINICIANS, "hair_removal", "resurfacing")

PLAN_LINES: list[Line] = [
    ("explain_action", PLANS, anyone),
    ("avoid_squeeze", ("squeeze",), anyone), ("avoid_needle", ("needle",), anyone),
    ("avoid_burning", ("burn",), anyone),
    ("avoid_opening_baby", OPENING, BABY), ("avoid_opening_child", OPENING, CHILD), ("avoid_opening_eye", OPENING, BY_EYE),
    ("avoid_opening_dark_marks", OPENING, DARK), ("avoid_opening_keloid", OPENING, KELOID), ("avoid_more_picking", OPENING, OPENED),
    ("plan_leave_alone", (*OPENING, "burn", "steam", "scrub", "honey"), but(YOUNG)),
    ("avoid_steam", ("steam",), anyone), ("avoid_steam_child", ("steam",), YOUNG),
    ("avoid_scrub", ("scrub",), anyone), ("avoid_scrub_child", ("scrub",), YOUNG),
    ("avoid_home_peel", ("peel",), anyone), ("avoid_peel_child", ("peel",), YOUNG), ("avoid_peel_isotretinoin", ("peel",), ISOTRETINOIN),
    ("avoid_peel_pregnant", ("peel",), EXPECTING), ("avoid_peel_eye", ("peel",), BY_EYE), ("avoid_peel_marks", ("peel",), but(YOUNG)),
    ("explain_honey_on_milia", ("honey",), anyone), ("avoid_honey_baby_or_allergy", ("honey",), but(BABY)),
    ("avoid_honey_baby", ("honey",), BABY), ("avoid_honey_allergy", ("honey",), says("allergies", "bee_honey")),
    ("explain_no_treatment", ("wait",), anyone), ("see_doctor_if_it_changes", ("wait",), anyone),
    ("explain_no_treatment_baby", ("wait",), BABY),
    ("see_dermatologist_marks", (*BY_CLINICIANS, "peel"), MARKS),
    ("avoid_removal_baby", BY_CLINICIANS, BABY), ("avoid_removal_child", BY_CLINICIANS, CHILD),
    ("avoid_removal_sore_skin", BY_CLINICIANS, either(INFECTED_OR_RAW, LATELY_BURNED)),
    ("avoid_laser_isotretinoin", ("laser",), ISOTRETINOIN), ("see_eye_clinician_removal", BY_CLINICIANS, BY_EYE),
    ("explain_laser_eye", ("laser",), BY_EYE), ("explain_removal_risk", SURFACE, but(NOT_YET)),
    ("explain_freezing_risk", ("cryo",), but(either(NOT_YET, DARK))), ("explain_freezing_risk_dark_skin", ("cryo",), DARK),
    ("explain_laser_risk", ("laser",), but(either(NOT_YET, DARK, ISOTRETINOIN))), ("explain_laser_risk_dark_skin", ("laser",), DARK),
    ("explain_scraping_risk_dark_skin", SURFACE, DARK), ("explain_keloid_risk", BY_CLINICIANS, KELOID),
    ("explain_waxing", ("hair_removal",), anyone), ("avoid_waxing_isotretinoin", ("hair_removal",), ISOTRETINOIN),
    ("avoid_waxing_retinoid", ("hair_removal",), says("actives", "retinoid")), ("avoid_waxing_sore", ("hair_removal",), SORE),
    ("explain_resurfacing", ("resurfacing",), anyone), ("avoid_resurfacing_isotretinoin", ("resurfacing",), ISOTRETINOIN),
    ("avoid_resurfacing_sore", ("resurfacing",), either(SORE, INFECTED_OR_RAW)),
    ("avoid_cosmetic_young", ("hair_removal", "resurfacing"), YOUNG),
]

FRAGRANCE, BEE = says("allergies", "fragrance"), says("allergies", "bee_honey")
OWN = {"nut": says("allergies", "nut"), "coconut": says("allergies", "coconut"), "wool": says("allergies", "lanolin")}
"""Who is allergic to what an oil or cream is made of."""


class Class(NamedTuple):
    """What is said of ingredients of these classes, to whom, and whether only while nothing needs a doctor soon."""

    conclusion: str
    classes: Iterable[str]
    whom: Whom
    only_calm: bool = True


GROWN_CARE = {
    "humectant": "explain_product_humectant", "barrier": "explain_product_barrier", "soothing": "explain_product_mild",
    "emollient_light": "explain_product_mild", "silicone": "explain_product_silicone", "peptide": "explain_product_peptide",
    "label_claim": "explain_product_label", "cleanser": "explain_product_cleanser",
    "sunscreen": "explain_product_sunscreen", "antibiotic": "explain_antibiotic", "other_medicine": "explain_other_medicine",
    "supplement_other": "explain_supplement", "supplement_collagen": "explain_supplement_collagen",
    "baby_product": "explain_product_baby_grown",
    "remedy_aloe": "explain_remedy_aloe", "remedy_other": "explain_remedy_other", "patch": "explain_product_patch",
}
IRRITANT = {
    "drying": "explain_product_drying", "brightening": "explain_product_brightening", "plant_active": "explain_product_plant_active",
}
NEVER = {
    "strong_peel": "avoid_strong_peel", "milia_remover": "avoid_milia_remover", "scrub": "avoid_scrub_product",
    "home_tool": "avoid_home_tool",
    "kitchen": "avoid_kitchen_remedy", "hydroquinone": "avoid_hydroquinone",
}

CLASS_LINES: list[Class] = [
    # a baby gets water and what is made for babies, and nothing else
    Class("avoid_care_baby", ("care",), BABY, False), Class("avoid_harsh_baby", ("harsh",), YOUNG, False),
    Class("avoid_medicine_baby", ("medicine",), BABY, False), Class("avoid_supplement_baby", ("supplement",), BABY, False),
    Class("avoid_unlisted_baby", ("unlisted",), BABY, False), Class("avoid_remedy_honey_baby", ("remedy_honey",), BABY, False),
    Class("explain_product_for_baby", ("baby_product",), BABY), Class("explain_sunscreen_baby", ("sunscreen",), BABY),
    Class("explain_product_water", ("water",), anyone),
    *(Class(conclusion, (name,), but(BABY)) for name, conclusion in GROWN_CARE.items()),
    # makeup stays off skin that heals
    Class("explain_product_makeup", ("makeup",), but(either(BABY, EVENT))), Class("avoid_makeup_after_removal", ("makeup",), EVENT),
    # by the eye what is light stays out of the eye, and what irritates is left off
    Class("explain_condition_keep_out_of_eye", (
        "light", "silicone", "peptide", "sunscreen", "cleanser", "makeup", "remedy_aloe", "remedy_honey", "remedy_rose_water",
        "remedy_other",
    ), BY_EYE, False),
    Class("explain_product_heavy_near_eye", ("heavy",), BY_EYE), Class("avoid_irritant_near_eye", ("scented", *IRRITANT), BY_EYE, False),
    *(Class(conclusion, (name,), but(either(YOUNG, BY_EYE))) for name, conclusion in IRRITANT.items()),
    # allergies
    Class("avoid_fragrance_allergy", ("scented", "remedy_rose_water"), FRAGRANCE, False), Class("avoid_bee_allergy", ("bee",), BEE, False),
    *(Class("avoid_own_allergy", (made_of,), whom, False) for made_of, whom in OWN.items()),
    Class("explain_product_scented", ("scented",), but(either(YOUNG, BY_EYE, FRAGRANCE))),
    Class("explain_remedy_rose_water", ("remedy_rose_water",), but(either(BABY, FRAGRANCE))),
    Class("explain_remedy_honey", ("remedy_honey",), but(either(BABY, BEE))),
    # what nobody needs
    *(Class(conclusion, (name,), but(YOUNG), False) for name, conclusion in NEVER.items()),
    Class("avoid_steroid_for_milia", ("steroid",), but(BABY), False),
    Class("avoid_isotretinoin_for_milia", ("oral_isotretinoin",), but(either(BABY, EXPECTING)), False),
    Class("avoid_isotretinoin_pregnancy", ("oral_isotretinoin",), EXPECTING, False),
    Class("explain_supplement", ("supplement_vitamin_a",), but(either(BABY, EXPECTING))),
    Class("avoid_vitamin_a_in_pregnancy", ("supplement_vitamin_a",), EXPECTING, False),
    # what the guide does not know
    Class("explain_product_unlisted", ("unlisted",), but(either(YOUNG, BY_EYE, EXPECTING))),
    Class("avoid_unlisted_for_now", ("unlisted",), either(CHILD, BY_EYE, EXPECTING), False),
]

HEAVY = "explain_product_heavy"
"""Said of whatever is rich, but not by the eye, to a baby, or of beeswax to whom bees harm: see the test."""
