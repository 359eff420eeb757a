"""The signs that a doctor should see soon or at a routine visit, and who has each: the same as `triage_signs`, for what can wait."""

from __future__ import annotations

from .likeness_sheets import fits
from .triage_person import GROUP, Person
from .triage_signs import Sign


def _lid_lump_waits(one: Person) -> bool:
    """R68: a group of beads, or one lump of two weeks at most, and no weak defences."""
    return (one.says("number", *GROUP) or one.one_fresh_lump) and not one.says("immune_weak", "yes")


def _changing(one: Person) -> bool:
    return one.says("change", "growing", "bleeding", "not_healing")


def _crust_of_no_removal(one: Person) -> bool:
    """A crust, unless it closes the wound of a removal that is less than four weeks old as far as is told."""
    stays = one.weeks("event_weeks_ago", 4) or one.weeks("duration_weeks", 4)
    return one.says("surface", "crust_ulcer") and (stays or not one.says("recent_skin_event", "removal"))


def _red_or_sore_baby(one: Person) -> bool:
    """R61, R62: milk spots neither itch, hurt nor redden; well babies with blotches or baby acne may be red."""
    return one.says("symptoms", "itch", "pain") or (one.says("symptoms", "redness") and not one.blotches and not one.baby_acne)


SOON: dict[str, Sign] = {
    # R66, R12: what grows, bleeds, does not heal, changes its look or is shiny is seen before anybody calls it a bead
    "see_bump": lambda one: (
        _changing(one) or (one.says("change", "small_wound") and one.weeks("duration_weeks", 4))
        or one.says("change", "changing_look") or _crust_of_no_removal(one)
        or (one.unsure("change") and (one.says("number", "single") or one.unsure("number")))
        or ((one.says("number", "single") or one.unsure("number"))
            and (one.says("colour", "pearly_clear") or one.says("surface", "visible_vessels")))
        or (one.shiny_lump and (one.says("surface", "visible_vessels") or one.says("age_group", "older") or one.on_lid))),
    # R143, R145
    "see_deep_lump": lambda one: one.says("danger_signs", "deep_lump"),
    "see_yellow_patch": lambda one: one.yellow_patch and one.says("change", "growing"),
    # R67, R68
    "see_lid_lump": lambda one: (
        (one.on_lid_edge and not _lid_lump_waits(one)) or (one.on_lid and (_changing(one) or one.unsure("change")))
        or one.says("eye_signs", "lash_loss", "bump") or (one.unsure("site") and one.unsure("eye_signs"))),
    # R68, R109: sore, not known to be old, and nothing else about it
    "see_lid_sore": lambda one: (
        one.on_lid_edge and one.says("symptoms", "pain") and not _lid_lump_waits(one) and not one.weeks("duration_weeks", 3)
        and not (one.says("immune_weak", "yes") or _changing(one) or one.says("eye_signs", "lash_loss"))),
    # R22, R08, R23
    "see_blister": lambda one: one.says("blister_fragile", "yes") or (one.says("site", "hands_back") and one.unsure("blister_fragile")),
    # R24, R26
    "see_pregnancy_retinoid": lambda one: one.says("pregnancy", "pregnant", "planning") and one.says("actives", "retinoid"),
    # R24, R30: nobody past sixty is pregnant
    "see_pregnancy_isotretinoin": lambda one: (
        (one.says("medicines", "isotretinoin_now") and (
            one.says("pregnancy", "planning") or (one.unsure("pregnancy") and not one.says("age_group", "older"))))
        or (one.says("medicines", "isotretinoin_6m") and one.says("pregnancy", "pregnant"))),
    # R20, R21, R82: for long or strong, or where vessels show that the skin has thinned
    "see_steroid": lambda one: one.says("steroid_cream", "long_or_potent") or (
        one.says("steroid_cream", "short", "some") and one.says("surface", "visible_vessels")),
    # R92, R08
    "see_medicine": lambda one: one.says("medicines", "immunosuppressant", "cancer_drug", "ciclosporin"),
    # R04, R19: beads in a crop; not of days, not other bumps, not a young baby's, not where a laser was weeks ago
    "see_crop": lambda one: (
        one.says("onset", "sudden_crop") and one.says("number", "many") and not one.young_baby and not one.weeks("duration_weeks", most=1)
        and not one.says("colour", "red", "skin") and not one.says("surface", "dimple")
        and not (one.says("recent_skin_event", "laser_peel", "dermabrasion") and one.weeks("event_weeks_ago", 1, 12))),
    # R03, R75
    "see_family": lambda one: one.says("family_syndrome", "yes") and not one.says("number", "single", "few"),
    "see_baby_skin": lambda one: one.baby and _red_or_sore_baby(one),
    # R98, R55: not a fresh stye, an inflamed hair root of a month, or pimples
    "see_pain": lambda one: one.says("symptoms", "pain") and not (
        one.one_fresh_lump or (one.hair_root and one.weeks("duration_weeks", most=4)) or one.pimples),
    "see_vomiting": lambda one: one.says("unwell", "vomiting"),
}


def _odd_colour(one: Person) -> bool:
    """Red or see-through, and not known as a pimple, an inflamed hair root, a lump on the lid edge or heat rash."""
    red = one.says("colour", "red")
    days = one.says("onset", "sudden_crop") and one.says("number", "many") and one.weeks("duration_weeks", most=2)
    known = one.pimples or one.hair_root or (red and one.on_lid_edge and one.says("number", "single")) or days
    return (red or one.says("colour", "pearly_clear")) and not known


def _since_birth(one: Person) -> bool:
    """R02, R75: milk spots are gone by three months."""
    child_from_birth = one.says("age_group", "child") and (one.says("onset", "birth") or one.unsure("onset"))
    return (
        (one.weeks("duration_weeks", 13) and (one.baby or child_from_birth))
        or (one.says("onset", "birth") and (one.weeks("age_weeks", 13) or one.says("age_group", "child")))
        or (one.unsure("duration_weeks") and one.says("age_group", "infant")))


def _marks(one: Person) -> bool:
    return one.says("skin_tone", "brown_black") or one.says("skin_conditions", "keloid")


ROUTINE: dict[str, Sign] = {
    # R09, R06
    "see_routine_lids": lambda one: one.says("site", "eyelid_skin") or (one.on_lid_edge and one.says("number", *GROUP)),
    # R06, R10: a baby's are never removed
    "see_routine_removal": lambda one: one.weeks("care_weeks", 12) or (one.says("wants", "removal") and not one.known_baby),
    # R13, R14
    "see_routine_patch": lambda one: one.says("number", "plaque"),
    "see_routine_baby_lasting": _since_birth,
    # R04: at once or ever more of them; not one or few, not heat rash, not a young baby
    "see_routine_crop": lambda one: (
        (one.says("onset", "sudden_crop") or (one.says("change", "more_lesions") and one.says("number", "many")))
        and not one.says("number", "single", "few") and not one.heat_rash and not one.young_baby),
    # R12, R11: anything that does not look like a bead
    "see_routine_doubt": lambda one: (
        one.says("surface", "dimple", "flat_top", "visible_vessels", "dark_dot") or one.says("colour", "brown")
        or one.says("size", "pea_plus") or one.says("feel", "fluid", "flat_patch") or _odd_colour(one) or one.yellow_patch
        or (one.says("site", "under_eye") and one.says("symptoms", "redness")) or (one.says("colour", "red") and one.baby)
        or (one.says("skin_conditions", "skin_cancer_history") and one.says("number", "single"))
        or (one.says("colour", "yellow") and one.says("feel", "soft") and one.says("number", "many")
            and one.says("sun_protection", "never"))),
    # R23, R93
    "see_routine_hands": lambda one: one.says("site", "hands_back"),
    # R101, R54
    "see_routine_marks": lambda one: _marks(one) and (
        one.says("considering", "cryo", "laser", "peel", "extraction", "curettage") or one.says("wants", "removal")),
    # R22
    "see_routine_fragile": lambda one: one.says("skin_conditions", "blistering_disease"),
    # R82, R20
    "see_routine_steroid": lambda one: one.says("steroid_cream", "some") and one.on_face,
    # R03
    "see_routine_family": lambda one: one.says("family_syndrome", "yes"),
}

SOMETHING_ELSE = {
    "sebaceous_hyperplasia", "syringoma", "xanthelasma", "molluscum", "epidermoid_cyst", "flat_wart", "basal_cell", "stye", "fordyce",
    "folliculitis", "colloid_milium", "miliaria", "milia_en_plaque",
}
"""Sounding like one of these, it is looked at before it is treated.

Whiteheads, rough hair roots and rashes of babies have words of their own.
"""


def look_first(one: Person) -> bool:
    """Whether what it is comes before what to do about it (R12, R11)."""
    return ROUTINE["see_routine_doubt"](one) or bool(SOMETHING_ELSE & fits(one.facts))
