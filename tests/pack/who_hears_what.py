"""Who hears what: for each answer the topics it belongs to and the people it is for, written down a second time.

A person here is one remark ("three weeks old", "on the eyelid"). Each line says: this conclusion stands with these topics for whoever
makes one of these remarks, and for nobody else. The reasons are those of the evidence: a baby is not given an adult's advice; skin by
the eye, in pregnancy, or that marks and scars is spoken of in its own words; a limit is said until it is known not to apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

Remark = tuple[str, str | int]
Whom = Callable[[Remark], bool]


def says(fact: str, *values: str | int) -> Whom:
    """Whoever says one of these values."""
    return lambda remark: remark[0] == fact and remark[1] in values


def at_least(fact: str, number: int) -> Whom:
    """Whoever names this number or a higher one."""
    return lambda remark: remark[0] == fact and isinstance(remark[1], int) and remark[1] >= number


def either(*groups: Whom) -> Whom:
    """Whoever belongs to one of these."""
    return lambda remark: any(group(remark) for group in groups)


def but(group: Whom) -> Whom:
    """Everybody else."""
    return lambda remark: not group(remark)


def anyone(remark: Remark) -> bool:
    """Everybody."""
    return True


BABY = either(says("age_group", "newborn", "infant"), at_least("age_weeks", 0), says("who", "baby"))
MAYBE_BABY = either(BABY, says("age_weeks", "unknown"))
CHILD = says("age_group", "child")
YOUNG = either(BABY, CHILD)
BY_EYE = says("site", "eyelid_edge", "eyelid_skin", "under_eye")
MUCOSA = says("site", "lips", "mouth", "genital")
EXPECTING = says("pregnancy", "pregnant", "planning")
ISOTRETINOIN = says("medicines", "isotretinoin_now", "isotretinoin_6m")
IMMUNE_OR_CANCER = says("medicines", "ciclosporin", "immunosuppressant", "cancer_drug")
DARK = says("skin_tone", "brown_black")
KELOID = says("skin_conditions", "keloid")
MARKS = either(DARK, KELOID)
OPENED = says("injury", "picked", "needle")
BURNED = says("injury", "scald", "chemical_burn")
EVENT = says(
    "recent_skin_event", "home_treatment", "laser_peel", "dermabrasion", "removal", "waxing", "burn", "blistering_rash", "sunburn",
    "radiotherapy", "tattoo")
AFTER_CLINIC = says("recent_skin_event", "laser_peel", "dermabrasion", "removal")
LATELY_BURNED = says("recent_skin_event", "sunburn", "burn", "blistering_rash")
IRRITATED = says("irritation", "mild", "burning", "severe")
BLISTERS = says("blister_fragile", "yes")
INFECTED_OR_RAW = either(says("symptoms", "pus", "hot_swollen", "spreading_red"), says("irritation", "severe", "burning"), BURNED)
SORE = either(says("skin_conditions", "eczema", "blistering_disease"), says("irritation", "severe", "burning"), BLISTERS, OPENED, BURNED)
RESTING = either(SORE, EVENT, says("skin_conditions", "rosacea", "perioral_dermatitis"), INFECTED_OR_RAW)
ACTIVE_IN_USE = says("actives", "retinoid", "aha", "bha", "benzoyl_peroxide", "scrub")
INJURED = either(says("recent_skin_event", "laser_peel", "dermabrasion", "burn", "blistering_rash", "sunburn", "radiotherapy", "tattoo"),
                 OPENED, BURNED, says("onset", "after_injury"))
HEAVY = either(says("heavy_products", "yes"), says("onset", "after_product"))
STEROID = says("steroid_cream", "long_or_potent")
CAUSING_MEDICINE = says("medicines", "ciclosporin", "cancer_drug")
GREW_UP = says("age_group", "child", "teen", "adult", "older")
PREGNANCY_KNOWN = either(EXPECTING, says("pregnancy", "no", "not_applicable", "breastfeeding"))
PLEASANT = ("symptoms", "lookalikes", "home_care", "product", "action", "timeline", "home_removal")
PROCEDURES = ("professional", "extraction", "cryotherapy", "laser", "curettage", "who_removes")
SURFACE = ("professional", "extraction", "curettage", "who_removes")
NOT_YET = either(YOUNG, INFECTED_OR_RAW, LATELY_BURNED)
"""For whom no procedure is spoken of: its risks are not either."""

Line = tuple[str, Iterable[str], Whom]

LINES: list[Line] = [
    # --- what they are, and how babies' differ
    ("explain_what_are_milia", ("what_are_milia",), anyone),
    ("explain_newborn_milia", ("newborn_milia",), anyone),
    ("explain_newborn_milia", ("what_are_milia", "types"), BABY),
    ("explain_child_milia", ("newborn_milia",), says("age_group", "child", "teen")),
    ("explain_newborn_lasting", ("newborn_milia", "timeline", "milk_spots_last", "harmless", "what_are_milia"), at_least("age_weeks", 13)),
    ("explain_newborn_watch", ("newborn_milia",), but(says("age_group", "child", "teen", "adult", "older"))),
    ("explain_newborn_watch", ("what_are_milia", "types", "harmless", "causes"), BABY),
    ("explain_types", ("types",), anyone),
    ("explain_secondary_milia", ("secondary_milia",), anyone),
    ("explain_en_plaque", ("en_plaque",), anyone),
    ("explain_eruptive", ("eruptive",), anyone),
    ("explain_harmless", ("harmless",), anyone),
    ("explain_harmless_newborn", ("harmless", "unborn"), BABY),
    ("explain_harmless_unsure", ("harmless",), either(
        BLISTERS, says("family_syndrome", "yes"), STEROID, says("skin_conditions", "blistering_disease", "skin_cancer_history"),
        IMMUNE_OR_CANCER, says("number", "plaque"), says("onset", "sudden_crop"), says("change", "growing", "bleeding", "not_healing"))),
    ("explain_contagious", ("contagious",), anyone),
    ("explain_catch_cold_sore", ("catch_cold_sore",), anyone),
    ("explain_catch_cold_sore", ("contagious",), either(says("near_cold_sore", "yes"), says("skin_conditions", "cold_sores"))),
    # --- how long
    ("explain_timeline", ("timeline",), anyone),
    ("explain_timeline_newborn", ("timeline",), BABY),
    ("explain_timeline_child", ("timeline",), CHILD),
    ("explain_timeline_newborn", ("milk_spots_last",), anyone),
    ("explain_timeline_secondary", ("timeline",), INJURED),
    ("explain_timeline_medicine", ("timeline",), either(STEROID, CAUSING_MEDICINE)),
    ("explain_timeline_eye", ("timeline",), BY_EYE),
    ("explain_timeline_pregnancy", ("timeline",), EXPECTING),
    ("explain_timeline_twelve_weeks", ("timeline",), at_least("care_weeks", 12)),
    # --- removal at home
    ("explain_home_removal", ("home_removal",), anyone),
    ("explain_home_removal_baby", ("home_removal",), BABY),
    ("explain_home_removal_child", ("home_removal",), CHILD),
    ("explain_home_removal_eye", ("home_removal",), BY_EYE),
    ("explain_home_removal_pregnancy", ("home_removal",), EXPECTING),
    ("explain_home_removal_marks", ("home_removal",), MARKS),
    ("explain_home_removal_picked", ("home_removal",), OPENED),
    # --- eyes, sunscreen
    ("explain_eyes", ("eyes",), anyone),
    ("explain_eyes_baby", ("eyes",), BABY),
    ("explain_eyes_lid_edge", ("eyes",), says("site", "eyelid_edge")),
    ("explain_sunscreen_cause", ("sunscreen_cause",), anyone),
    ("explain_sunscreen_cause_baby", ("sunscreen_cause",), BABY),
    # --- causes
    ("explain_causes", ("causes",), anyone),
    ("explain_causes_newborn", (
        "causes", "cause_turnover", "cause_heavy_products", "cause_sun", "cause_age_hormones", "cause_hygiene_diet",
        "cause_everyday"), BABY),
    ("explain_causes_own_medical", ("causes",), either(
        BLISTERS, says("family_syndrome", "yes"), says("skin_conditions", "blistering_disease"))),
    ("explain_causes_own_steroid", ("causes",), STEROID),
    ("explain_causes_own_medicine", ("causes",), CAUSING_MEDICINE),
    ("explain_causes_own_injury", ("causes",), INJURED),
    ("explain_causes_own_heavy", ("causes",), HEAVY),
    ("explain_causes_own_sun", ("causes",), either(says("sun_protection", "sometimes", "never"), says("recent_skin_event", "sunburn"))),
    ("explain_causes_own_age", ("causes",), says("age_group", "older")),
    ("explain_cause_keep_prescribed", ("causes",), HEAVY),
    ("explain_cause_keep_prescribed", ("cause_heavy_products",), anyone),
    *((f"explain_{name}", (name,), anyone) for name in (
        "cause_turnover", "cause_injury", "cause_heavy_products", "cause_sun", "cause_medical", "cause_medicines", "cause_age_hormones",
        "cause_hygiene_diet", "cause_everyday")),
    # --- home care
    ("explain_home_care", ("home_care",), anyone),
    ("explain_home_care_baby", ("home_care", "use_instead"), BABY),
    ("explain_use_instead", ("use_instead",), anyone),
    ("explain_age_limit", ("age_limit",), anyone),
    ("explain_facial", ("facial",), anyone),
    ("explain_facial_young", ("facial",), either(BABY, CHILD)),
    ("explain_home_care_child", ("home_care",), CHILD),
    ("explain_home_care_expecting", ("home_care",), EXPECTING),
    ("explain_home_care_near_eye", ("home_care",), BY_EYE),
    ("explain_home_care_rest", ("home_care",), either(SORE, EVENT)),
    ("explain_home_care_rest", ("roadmap",), AFTER_CLINIC),
    ("explain_wash_after_removal", ("step_cleanse", "activities"), AFTER_CLINIC),
    # --- killing, the womb, how often
    ("explain_lash_work", ("lash_work",), anyone),
    ("explain_baby_teeth", ("baby_teeth",), anyone),
    ("explain_deadly", ("deadly",), anyone),
    ("explain_deadly_baby", ("deadly",), BABY),
    ("explain_unborn", ("unborn",), says("pregnancy", "pregnant", "planning")),
    ("explain_no_baby_hurt", ("unborn",), but(BABY)),
    ("explain_how_often", ("how_often",), anyone),
    ("explain_how_often_baby", ("how_often",), BABY),
    ("explain_home_care_isotretinoin", ("home_care",), ISOTRETINOIN),
    *((f"explain_{name}", (name,), anyone) for name in ("step_cleanse", "step_exfoliate", "step_moisturise", "step_patience")),
    ("explain_step_exfoliate_expecting", ("step_exfoliate",), EXPECTING),
    ("explain_step_baby", ("step_cleanse", "step_moisturise", "step_remedies", "step_patience"), BABY),
    ("explain_step_remedies", ("step_remedies",), but(BABY)),
    ("explain_patch_test", ("patch_test",), anyone),
    ("explain_patch_test_baby", ("patch_test",), BABY),
    *((says_so, ("retinoids", "acids", "step_exfoliate"), whom) for says_so, whom in (
        ("avoid_active_baby", BABY), ("avoid_active_child", CHILD), ("avoid_active_near_eye", BY_EYE), ("avoid_active_mucosa", MUCOSA),
        ("see_prescriber_isotretinoin", ISOTRETINOIN), ("avoid_active_sore_skin", either(SORE, EVENT)),
        ("see_clinician_reactive_skin", says("skin_conditions", "rosacea", "perioral_dermatitis")))),
    ("avoid_retinoid", ("retinoids",), EXPECTING), ("see_professional_before_acid", ("acids", "step_exfoliate"), EXPECTING),
    ("avoid_retinoid_allergy", ("retinoids",), says("allergies", "retinoid")),
    ("avoid_active_on_top", ("retinoids",), says("actives", "aha", "bha", "benzoyl_peroxide", "scrub")),
    ("explain_condition_breastfeeding", ("retinoids", "acids", "step_exfoliate"), says("pregnancy", "breastfeeding")),
    ("explain_retinoids", ("retinoids",), anyone),
    ("explain_acids", ("acids",), anyone),
    ("explain_pregnancy_care", ("pregnancy_care",), anyone),
    ("explain_breastfeeding_care", ("breastfeeding_care",), anyone),
    # --- procedures
    ("explain_professional", ("professional",), anyone), ("explain_extraction", ("extraction",), anyone),
    ("explain_cryotherapy", ("cryotherapy",), anyone), ("explain_laser", ("laser",), anyone),
    ("explain_curettage", ("curettage",), anyone), ("explain_who_removes", ("who_removes",), anyone),
    ("avoid_removal_baby", PROCEDURES, BABY),
    ("avoid_removal_child", PROCEDURES, CHILD),
    ("avoid_removal_sore_skin", (*PROCEDURES, "facial"), either(INFECTED_OR_RAW, LATELY_BURNED)),
    ("avoid_laser_isotretinoin", ("laser",), ISOTRETINOIN),
    ("see_eye_clinician_removal", PROCEDURES, BY_EYE),
    ("explain_laser_eye", ("laser",), BY_EYE),
    ("explain_removal_risk", SURFACE, but(NOT_YET)),
    ("explain_freezing_risk", ("cryotherapy",), but(either(NOT_YET, DARK))),
    ("explain_freezing_risk_dark_skin", ("cryotherapy",), DARK),
    ("explain_laser_risk", ("laser",), but(either(NOT_YET, DARK, ISOTRETINOIN))),
    ("explain_laser_risk_dark_skin", ("laser",), DARK),
    ("explain_scraping_risk_dark_skin", SURFACE, DARK),
    ("explain_keloid_risk", PROCEDURES, KELOID),
    ("see_tell_blood_thinner", PROCEDURES, says("medicines", "blood_thinner")),
    ("see_tell_medicine", PROCEDURES, IMMUNE_OR_CANCER),
    ("see_tell_isotretinoin", tuple(name for name in PROCEDURES if name != "laser"), ISOTRETINOIN),
    ("see_tell_pregnant", PROCEDURES, says("pregnancy", "pregnant")),
    ("see_tell_cold_sores", PROCEDURES, says("skin_conditions", "cold_sores")),
    ("see_tell_blistering", PROCEDURES, says("skin_conditions", "blistering_disease")),
    ("see_tell_past_procedure", PROCEDURES, says("recent_skin_event", "laser_peel", "dermabrasion")),
    ("see_tell_weak_immunity", PROCEDURES, says("immune_weak", "yes")),
    # --- prevention and habits
    ("explain_prevention", ("prevention",), anyone),
    ("explain_prevention_baby", ("prevention",), BABY),
    ("explain_prevention_eye", ("prevention", "habit_products"), BY_EYE),
    ("explain_habit_cleanse", ("habit_cleanse",), anyone),
    ("explain_habit_cleanse_baby", ("habit_cleanse",), BABY),
    ("explain_exfoliant_limits", ("habit_exfoliate",), but(YOUNG)),
    ("avoid_exfoliant_child", ("habit_exfoliate",), YOUNG),
    ("avoid_exfoliant_isotretinoin", ("habit_exfoliate", "mistake_actives"), ISOTRETINOIN),
    ("avoid_exfoliant_sore_skin", ("habit_exfoliate",), RESTING),
    ("avoid_exfoliant_pregnancy", ("habit_exfoliate",), EXPECTING),
    ("avoid_exfoliant_eye", ("habit_exfoliate",), BY_EYE),
    ("avoid_exfoliant_lips", ("habit_exfoliate",), MUCOSA),
    ("avoid_exfoliant_aspirin", ("habit_exfoliate",), says("allergies", "aspirin_nsaid")),
    ("avoid_adding_active", ("habit_exfoliate",), ACTIVE_IN_USE),
    ("explain_habit_products", ("habit_products",), anyone),
    ("avoid_dropping_ointment", ("habit_products", "mistake_eye_cream"), anyone),
    ("explain_habit_products_heavy", ("habit_products",), says("heavy_products", "yes")),
    ("explain_habit_products_baby", ("habit_products",), BABY),
    ("explain_habit_sun", ("habit_sun",), anyone),
    ("explain_sun_under_six_months", ("habit_sun", "mistake_sunscreen"), but(either(GREW_UP, BABY))),
    ("explain_habit_sun_baby", ("habit_sun", "mistake_sunscreen"), BABY),
    ("explain_habit_sun_older_baby", ("habit_sun", "mistake_sunscreen"), at_least("age_weeks", 26)),
    ("explain_sun_with_actives", ("habit_sun", "mistake_sunscreen"), says("actives", "retinoid", "aha", "bha")),
    ("explain_sun_with_medicine", ("habit_sun", "mistake_sunscreen"), says("medicines", "photosensitiser")),
    ("explain_habit_inside", ("habit_inside",), anyone),
    ("explain_diet", ("diet",), anyone),
    ("avoid_vitamin_a_pills", ("habit_inside", "diet"), but(either(PREGNANCY_KNOWN, YOUNG))),
    ("avoid_vitamin_a_pills_pregnancy", ("habit_inside", "diet"), EXPECTING),
    ("explain_diet_baby", ("habit_inside", "diet", "water"), BABY),
    ("explain_water", ("water",), anyone),
    ("explain_water_limits", ("water",), but(YOUNG)),
    ("explain_collagen", ("collagen",), anyone),
    ("avoid_collagen_child", ("collagen",), YOUNG),
    # --- mistakes
    ("explain_mistakes", ("mistakes",), anyone),
    ("explain_mistakes_baby", ("mistakes",), BABY),
    ("explain_mistake_actives", ("mistake_actives",), anyone),
    ("explain_roadmap_limits", ("mistake_actives", "roadmap"), but(YOUNG)),
    ("avoid_actives_irritated", ("mistake_actives",), IRRITATED),
    ("see_prescriber_before_pause", ("mistake_actives", "roadmap"), IRRITATED),
    ("avoid_actives_child", ("mistake_actives",), YOUNG),
    ("avoid_retinoid_among_actives", ("mistake_actives",), EXPECTING),
    ("explain_mistake_sunscreen", ("mistake_sunscreen",), anyone),
    ("explain_mistake_eye_cream", ("mistake_eye_cream",), anyone),
    ("explain_eye_cream_baby", ("mistake_eye_cream",), BABY),
    # --- the plan, doing nothing, first aid
    ("explain_roadmap", ("roadmap",), anyone),
    ("plan_roadmap_baby", ("roadmap",), BABY),
    ("plan_roadmap_child", ("roadmap",), CHILD),
    ("plan_roadmap_isotretinoin", ("roadmap",), ISOTRETINOIN),
    ("plan_roadmap_irritated", ("roadmap",), IRRITATED),
    ("plan_roadmap_pregnancy", ("roadmap",), EXPECTING),
    ("plan_roadmap_eye", ("roadmap",), BY_EYE),
    ("plan_roadmap_after_care", ("roadmap",), at_least("care_weeks", 12)),
    ("explain_no_treatment", ("no_treatment",), anyone),
    ("see_doctor_if_it_changes", ("no_treatment",), anyone),
    ("explain_no_treatment_baby", ("no_treatment",), BABY),
    ("avoid_ice_on_burn", ("burn_first_aid",), anyone),
    ("explain_burn_emergency", ("burn_first_aid",), anyone),
    ("explain_burn_be_seen", ("burn_first_aid",), but(BABY)),
    ("see_help_burn_baby", ("burn_first_aid",), BABY),
    ("explain_eye_splash", ("burn_first_aid",), either(BY_EYE, says("eye_signs", "product_in_eye"))),
    # --- a plain statement, and the warning signs on request
    ("explain_red_flags", ("red_flags",), anyone),
    ("explain_red_flags_eye", ("red_flags",), BY_EYE),
    ("explain_red_flags_baby", ("red_flags",), MAYBE_BABY),
    ("explain_safety_net", PLEASANT, but(MAYBE_BABY)),
    ("explain_safety_net", ("newborn_milia",), says("age_group", "child", "teen", "adult", "older")),
    ("explain_safety_net_baby", (*PLEASANT, "newborn_milia"), MAYBE_BABY),
    # --- where a routine visit is named
    ("see_lid_clinician", ("symptoms", "lookalikes", "red_flags"), says("site", "eyelid_skin")),
    ("see_dermatologist_removal", ("symptoms", "home_care", "timeline", "red_flags"), either(
        at_least("care_weeks", 12), says("wants", "removal"))),
    ("see_dermatologist_patch", ("symptoms", "lookalikes", "red_flags", "home_care", "product"), says("number", "plaque")),
    ("see_dermatologist_crop", ("symptoms", "lookalikes", "red_flags", "home_care"), says("onset", "sudden_crop")),
    ("see_doctor_hands", ("symptoms", "lookalikes", "red_flags", "home_care", "product"), says("site", "hands_back")),
    ("see_doctor_fragile", ("symptoms", "lookalikes", "red_flags", "home_care"), says("skin_conditions", "blistering_disease")),
    ("see_doctor_family", ("symptoms", "lookalikes", "red_flags"), says("family_syndrome", "yes")),
    # --- look-alikes
    ("explain_lookalikes", ("lookalikes",), anyone),
    ("explain_lookalikes_newborn", ("lookalikes",), BABY),
]

KNOWLEDGE = (
    "what_are_milia", "newborn_milia", "types", "secondary_milia", "en_plaque", "eruptive", "harmless", "contagious", "timeline",
    "milk_spots_last",
    "mistakes", "eyes", "collagen", "water", "diet", "burn_first_aid", "scarring", "removal_marks", "after_removal", "recurrence",
    "who_gets", "where", "how_many", "look", "spelling", "diagnosis", "which_doctor", "turn_cancer", "get_infected", "symptomless",
    "comedogenic", "no_eyes", "diagnosed", "facial", "dark_marks", "removal_time", "it_takes",
)
"""Beside these, beside the causes, the procedures and the look-alikes, a doctor-soon sign is a reminder; elsewhere it comes first."""


def is_knowledge(topic: str) -> bool:
    """Whether a topic is plain knowledge, and no step towards treating anything."""
    causes = topic.startswith("cause_") or topic == "causes"
    return topic in KNOWLEDGE or causes or topic in PROCEDURES or topic.startswith("lookalike")


UP_TO = {
    "explain_harmless": "doctor_soon", "explain_harmless_newborn": "doctor_soon", "explain_no_treatment": "routine",
    "see_doctor_if_it_changes": "routine", "explain_no_treatment_baby": "routine", "plan_leave_alone": "routine",
}
"""What reassures is said up to this level only."""

LEVELS = ("self_care", "routine", "doctor_soon", "same_day", "emergency")


def fits_level(conclusion: str, level: str | None) -> bool:
    """Whether an answer may be heard at a level."""
    return LEVELS.index(level or "self_care") <= LEVELS.index(UP_TO.get(conclusion, "emergency"))
