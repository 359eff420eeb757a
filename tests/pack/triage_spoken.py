"""What a sign makes the guide say, by what was asked: the words of a doctor-soon sign, the visit that is named, the plain statement."""

from __future__ import annotations

from collections.abc import Mapping

from .triage_person import Person
from .triage_signs import EMERGENCY, SAME_DAY, Sign
from .triage_signs_later import ROUTINE, SOON, look_first
from .who_hears_what import LEVELS, is_knowledge

C, R, S, D, E = LEVELS
BY_LEVEL = {S: SOON, D: SAME_DAY, E: EMERGENCY, R: ROUTINE}

WORDS = {
    "see_bump": "see_doctor_soon_bump", "see_lid_lump": "see_doctor_soon_lid", "see_lid_sore": "see_doctor_soon_lid_sore",
    "see_deep_lump": "see_doctor_soon_deep_lump",
    "see_yellow_patch": "see_doctor_soon_yellow_patch", "see_blister": "see_doctor_soon_blister",
    "see_pregnancy_retinoid": "see_doctor_soon_pregnancy_retinoid", "see_pregnancy_isotretinoin": "see_doctor_soon_isotretinoin",
    "see_steroid": "see_doctor_soon_steroid", "see_medicine": "see_doctor_soon_medicine", "see_crop": "see_doctor_soon_crop",
    "see_family": "see_doctor_soon_family", "see_baby_skin": "see_doctor_soon_baby_skin", "see_pain": "see_doctor_soon_pain",
    "see_vomiting": "see_doctor_soon_unwell",
}
HANDS = "see_doctor_soon_blister_hands"

VISITS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # a reason for a routine visit: the visit, and what must have been asked for it to be named
    "see_routine_lids": ("see_lid_clinician", ("symptoms", "lookalikes", "red_flags")),
    "see_routine_removal": ("see_dermatologist_removal", ("symptoms", "home_care", "timeline", "red_flags")),
    "see_routine_patch": ("see_dermatologist_patch", ("symptoms", "lookalikes", "red_flags", "home_care", "product")),
    "see_routine_baby_lasting": (
        "see_doctor_baby_lasting", ("symptoms", "newborn_milia", "timeline", "lookalikes", "red_flags", "home_care")),
    "see_routine_crop": ("see_dermatologist_crop", ("symptoms", "lookalikes", "red_flags", "home_care")),
    "see_routine_doubt": ("see_doctor_doubt", ("symptoms", "lookalikes", "red_flags", "home_care", "product")),
    "see_routine_hands": ("see_doctor_hands", ("symptoms", "lookalikes", "red_flags", "home_care", "product")),
    "see_routine_marks": ("see_dermatologist_marks", ("symptoms", "action", "professional", "red_flags")),
    "see_routine_fragile": ("see_doctor_fragile", ("symptoms", "lookalikes", "red_flags", "home_care")),
    "see_routine_steroid": ("see_doctor_steroid", ("symptoms", "lookalikes", "red_flags", "home_care")),
    "see_routine_family": ("see_doctor_family", ("symptoms", "lookalikes", "red_flags")),
}
NET = ("symptoms", "lookalikes", "home_care", "product", "action", "timeline", "home_removal")


def _irritated(one: Person) -> bool:
    return one.says("irritation", "mild", "burning", "severe")


def _unlike(one: Person) -> bool:
    """What no milium feels like."""
    return one.says("symptoms", "itch") or one.says("feel", "soft", "rough", "flat_patch")


STATED: dict[str, tuple[str, Sign]] = {
    # said to a plain statement of what somebody has: up to which level, and to whom
    "explain_symptoms": (C, lambda one: not one.fresh_burn and not _irritated(one)),
    "explain_symptoms_unlike": (C, lambda one: not (one.fresh_burn or _irritated(one) or one.baby) and _unlike(one)),
    "explain_symptoms_baby": (R, lambda one: one.baby and not _irritated(one)),
    "explain_symptoms_baby_mouth": (
        R, lambda one: one.baby and not _irritated(one) and one.says("site", "mouth") and one.says("colour", "white", "yellow")),
    "explain_symptoms_baby_yellow": (R, lambda one: one.baby and one.says("colour", "yellow")),
    "explain_symptoms_shiny": (R, lambda one: one.shiny_lump),
    "explain_symptoms_steroid": (R, ROUTINE["see_routine_steroid"]),
    "explain_symptoms_yellow_patch": (R, lambda one: one.yellow_patch),
    "explain_symptoms_fordyce": (R, lambda one: one.says("site", "lips", "genital") and one.says("colour", "white", "yellow")),
    "explain_symptoms_irritation": (R, _irritated),
    "explain_symptoms_scald": (E, lambda one: one.fresh_burn),
}
ALSO_ON_REQUEST = {"explain_symptoms_shiny": ("red_flags", "lookalikes")}


def _whose(one: Person) -> bool:
    """A grown-up's answer and a child's at once."""
    carrying = one.says("pregnancy", "pregnant", "planning", "breastfeeding")
    too_young_or_old = one.known_baby or one.says("age_group", "child", "older")
    isotretinoin = one.says("medicines", "isotretinoin_now", "isotretinoin_6m")
    return (
        (carrying and too_young_or_old) or (one.grown and (one.says("unwell", "poor_feeding") or one.says("who", "baby")))
        or (isotretinoin and one.known_baby))


def _which_age(one: Person) -> bool:
    """Two ages that do not fit, or something older than the baby."""
    return (
        (one.past_a_year and one.weeks("age_weeks", most=51))
        or (one.says("age_group", "newborn") and (one.weeks("age_weeks", 5) or one.weeks("duration_weeks", 5)))
        or (one.says("age_group", "infant") and one.weeks("duration_weeks", 53)))


CLASHES: dict[str, Sign] = {"explain_ask_whose": _whose, "explain_ask_age": _which_age}
EVERYTHING = {
    *(sign for signs in BY_LEVEL.values() for sign in signs), *WORDS.values(), HANDS, "see_look_first", "see_doctor_soon_reminder",
    *(visit for visit, _ in VISITS.values()), *STATED, *CLASHES, "explain_symptoms_routine", "explain_safety_net",
    "explain_safety_net_baby", *(f"level_{level}" for level in LEVELS),
}
"""All that triage can come to."""


def triaged(one: Person, topic: str) -> tuple[str, set[str]]:
    """The level somebody deserves who asked about this topic, and all that triage comes to, with the level of each sign."""
    found = {level: {sign for sign, has in signs.items() if has(one)} for level, signs in BY_LEVEL.items()}
    level = next((name for name in reversed(LEVELS) if found.get(name)), C)
    at_most = LEVELS.index(level)
    heard = {sign for signs in found.values() for sign in signs} | {clash for clash, has in CLASHES.items() if has(one)}
    heard |= {"see_look_first"} if look_first(one) else set()
    heard |= {f"level_{name}" for name in LEVELS if found.get(name) or name == C}
    if not is_knowledge(topic) and at_most <= LEVELS.index(S):
        heard |= {WORDS[sign] for sign in found[S]}
        heard |= {HANDS} if "see_blister" in heard and one.says("site", "hands_back") else set()
        if "see_lid_sore" in heard:
            heard.discard(WORDS["see_lid_lump"])
    if is_knowledge(topic) and level == S:
        heard.add("see_doctor_soon_reminder")
    heard |= {visit for sign, (visit, topics) in VISITS.items() if sign in heard and topic in topics}
    heard |= {
        said for said, (limit, has) in STATED.items()
        if topic in ("symptoms", *ALSO_ON_REQUEST.get(said, ())) and at_most <= LEVELS.index(limit) and has(one)}
    if topic == "symptoms" and level == R:
        heard.add("explain_symptoms_routine")
    no_baby = one.says("age_group", "child", "teen", "adult", "older")
    if topic in NET or (topic == "newborn_milia" and (one.baby or no_baby)):
        heard.add("explain_safety_net_baby" if one.baby else "explain_safety_net")
    return level, heard
