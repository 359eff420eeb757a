"""What speaks for and against each kind of milia and each look-alike: the pack's weights from the other side, one sheet for each.

The pack keeps them by remark ("what is white speaks for ..."); a dermatologist asks the other way round ("what speaks for a stye?") and
signs this list. Points: three and more a hallmark, one or two what fits, below zero what does not fit; -9 and beyond rules out. Behind
each name stand the sources and what they say. The points themselves are the project's own, for a clinician to confirm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

Points = Mapping[str, Mapping[str, int]]


class Sheet(NamedTuple):
    """`fits`: the points that are enough, with what must have been said besides. `remarks`: the points of each remark.

    "a|b" counts once for either; "<=2" and ">=5" are numbers; "score x" in `fits` are points of another sheet.
    """

    fits: list[tuple[int, Mapping[str, Any]]]
    remarks: Points


SHEETS: dict[str, Sheet] = {
    "typical_milia": Sheet(  # R03, R05, R13: one to three mm hard white beads by the eyes and on the face, no opening, no pain, stable
        [(5, {"feel": ("hard_bead",)}), (5, {"colour": ("white",), "size": ("pinhead",)})],
        {"age_group": {"newborn": -9, "infant": -9},
         "site": {"eyelid_edge": -3, "eyelid_skin": 1, "under_eye": 1, "face": 1, "lips": -2, "mouth": -2},
         "colour": {"white": 2, "yellow": 1, "skin": -1, "red": -7, "brown": -7, "pearly_clear": -7},
         "size": {"pinhead": 1, "lentil": -1, "pea_plus": -7},
         "feel": {"hard_bead": 2, "soft": -6, "rough": -6, "fluid": -8, "flat_patch": -8},
         "surface": {"smooth": 1, "dimple": -7, "dark_dot": -7, "visible_vessels": -7, "crust_ulcer": -9, "hair_in_centre": -7,
          "flat_top": -7},
         "number": {"few": 1, "plaque": -8}, "onset": {"gradual": 1, "sudden_crop": -4},
         "change": {"stable": 1, "growing": -8, "bleeding": -8, "not_healing": -8},
         "symptoms": {"none": 1, "itch": -1, "pain": -7, "redness": -7, "hot_swollen|spreading_red": -9, "pus": -9},
         "blister_fragile": {"yes": -9}},
    ),
    "newborn_milia": Sheet(  # R02, R04, R09: white pinheads from birth on face, scalp or gums, baby well; never fluid, sores, blisters
        [(5, {"age_group": ("newborn", "infant")})],
        {"age_group": {"newborn": 3, "infant": 2, "child": -9, "teen": -9, "adult": -9, "older": -9}, "age_weeks": {">=16": -1},
         "site": {"face": 1, "mouth": 1, "trunk_scalp": 1},
         "colour": {"white": 2, "yellow": 1, "red": -4, "brown": -4, "pearly_clear": -2}, "size": {"pinhead": 1, "pea_plus": -5},
         "feel": {"hard_bead": 1, "fluid": -20, "flat_patch": -5},
         "surface": {"smooth": 1, "dimple": -5, "crust_ulcer": -20, "hair_in_centre": -5}, "number": {"plaque": -5},
         "onset": {"birth": 2}, "change": {"bleeding": -6, "not_healing": -6},
         "symptoms": {"none": 1, "pain": -4, "redness": -4, "hot_swollen|spreading_red": -6, "pus": -20},
         "blister_fragile": {"yes": -20}},
    ),
    "secondary_milia": Sheet(  # R03, R05, R22: beads only where the skin was hurt
        [(3, {"score typical_milia": 3})],
        {"onset": {"after_injury": 3},
         "recent_skin_event": {"laser_peel|dermabrasion|burn|blistering_rash|sunburn|radiotherapy|tattoo": 3},
         "injury": {"scald|chemical_burn": 3}},
    ),
    "milia_en_plaque": Sheet(  # R13, R14: a raised patch studded with beads
        [(4, {"colour": ("white", "yellow")}), (4, {"feel": ("hard_bead",)})],
        {"number": {"plaque": 4}},
    ),
    "eruptive_milia": Sheet(  # R04, R13, R19: many beads in a crop, and more coming
        [(5, {"feel": ("hard_bead",)}), (5, {"colour": ("white",), "size": ("pinhead",)})],
        {"number": {"many": 2}, "onset": {"sudden_crop": 3}, "change": {"more_lesions": 1}},
    ),
    "drug_induced_milia": Sheet(  # R08, R20, R21, R92: beads with a long or strong steroid, ciclosporin or a cancer drug
        [(4, {"score typical_milia": 3}), (4, {"score eruptive_milia": 5})],
        {"steroid_cream": {"long_or_potent": 4}, "medicines": {"ciclosporin|cancer_drug": 4}},
    ),
    "genetic_milia": Sheet(  # R03, R75: many beads, and relatives with the same and other signs
        [(6, {"feel": ("hard_bead",)}), (6, {"colour": ("white",)})],
        {"age_group": {"child": 1}, "number": {"many": 2}, "family_syndrome": {"yes": 4}},
    ),
    "baby_acne": Sheet(  # R61, R62: red bumps, from two or three weeks to four months, face; not from birth, not white
        [(5, {"age_group": ("newborn", "infant")})],
        {"age_group": {"newborn": 2, "infant": 2, "child": -9, "teen": -9, "adult": -9, "older": -9},
         "age_weeks": {"<=1": -3, ">=2": 2, ">=16": -3}, "site": {"face": 1}, "colour": {"white": -3, "red": 2},
         "onset": {"birth": -2}, "symptoms": {"redness": 1, "pus": 1}},
    ),
    "erythema_toxicum": Sheet(  # R62, R63: red blotches of the first days that move about, tiny pus heads; no sores, no blisters
        [(6, {"age_group": ("newborn",)})],
        {"age_group": {"newborn": 2, "infant": -3, "child": -9, "teen": -9, "adult": -9, "older": -9},
         "age_weeks": {"<=1": 2, ">=2": -3}, "site": {"trunk_scalp": 1}, "colour": {"white": -3, "red": 2}, "feel": {"fluid": -2},
         "surface": {"crust_ulcer": -6}, "onset": {"birth": 1, "sudden_crop": 1}, "duration_weeks": {">=5": -6},
         "change": {"more_lesions": 1}, "symptoms": {"redness": 1, "pus": 1}, "blister_fragile": {"yes": -4}},
    ),
    "neonatal_herpes": Sheet(  # R59, R60: fluid blisters, sores, pus, a sick newborn
        [(5, {"age_group": ("newborn",)}), (4, {"age_group": ("infant",), "age_weeks": "<=12"})],
        {"age_group": {"newborn": 3, "infant": 1, "child": -9, "teen": -9, "adult": -9, "older": -9}, "colour": {"pearly_clear": 1},
         "feel": {"fluid": 3}, "surface": {"crust_ulcer": 2}, "symptoms": {"pus": 1}, "blister_fragile": {"yes": 3},
         "unwell": {"fever|chills|ill|poor_feeding|drowsy_floppy": 1}},
    ),
    "miliaria": Sheet(  # R62: a crop of pinheads on the trunk, red or clear, for days; not hard, no sores
        [(6, {"onset": ("sudden_crop",)})],
        {"age_group": {"newborn": 1, "infant": 1}, "site": {"trunk_scalp": 2}, "colour": {"red": 2, "pearly_clear": 2},
         "size": {"pinhead": 1}, "feel": {"hard_bead": -3, "fluid": 1, "flat_patch": -4},
         "surface": {"crust_ulcer": -4, "hair_in_centre": -4}, "number": {"many": 1}, "onset": {"gradual": -3, "sudden_crop": 2},
         "duration_weeks": {"<=2": 1, ">=5": -4}, "symptoms": {"itch": 1, "pus": -3}, "blister_fragile": {"yes": -3}},
    ),
    "basal_cell": Sheet(  # R66, R67: single, grows, pearly or with vessels, bleeds, does not heal, much sun, earlier cancer; not many
        [(5, {})],
        {"age_group": {"newborn": -9, "infant": -9, "child": -9, "teen": -3, "older": 1}, "colour": {"pearly_clear": 2},
         "surface": {"visible_vessels": 2, "crust_ulcer": 2}, "number": {"single": 2, "few": -2, "many": -3},
         "change": {"growing": 2, "bleeding": 2, "not_healing": 3, "shrinking": -2}, "skin_conditions": {"skin_cancer_history": 1},
         "sun_protection": {"never": 1}},
    ),
    "fordyce": Sheet(  # R72: lips, mouth or genitals, pale yellow, many, unchanged for years; not sudden, not hard
        [(5, {"site": ("lips", "mouth", "genital")})],
        {"age_group": {"newborn": -9, "infant": -9, "adult": 1}, "site": {"lips": 3, "mouth": 3, "genital": 2},
         "colour": {"white": 1, "yellow": 2}, "feel": {"hard_bead": -2, "soft": 1}, "number": {"many": 1},
         "onset": {"sudden_crop": -3}, "duration_weeks": {"<=2": -3, ">=52": 1}, "change": {"stable": 1}, "symptoms": {"none": 1}},
    ),
    "whitehead": Sheet(  # R11: softer, oily places, with other spots, comes and goes in days to weeks, tender or red at times
        [(5, {"feel": ("soft",)})],
        {"age_group": {"newborn": -9, "infant": -9, "teen": 1}, "site": {"eyelid_edge": -4, "face": 1, "trunk_scalp": 1},
         "colour": {"white": 1, "skin": 1}, "feel": {"hard_bead": -3, "soft": 2, "fluid": -1}, "duration_weeks": {"<=4": 1, ">=5": -1},
         "change": {"shrinking": 1}, "symptoms": {"pain": 1, "redness": 1, "pus": 1}},
    ),
    "sebaceous_hyperplasia": Sheet(  # R12: yellowish, 2 to 5 mm, a dent, fine vessels, past forty, face; none that grows or bleeds
        [(5, {"surface": ("dimple", "visible_vessels")})],
        {"age_group": {"newborn": -9, "infant": -9, "child": -9, "teen": -3, "adult": 1, "older": 2}, "site": {"face": 1},
         "colour": {"yellow": 2, "skin": 1, "pearly_clear": -3}, "size": {"lentil": 1}, "feel": {"soft": 1},
         "surface": {"dimple": 2, "visible_vessels": 1}, "change": {"growing": -2, "bleeding": -4, "not_healing": -4}},
    ),
    "xanthelasma": Sheet(  # R12: a flat soft yellow patch by the lids that grows slowly; not white, not hard
        [(5, {"feel": ("flat_patch", "soft"), "colour": ("yellow",), "site": ("eyelid_skin", "under_eye")})],
        {"age_group": {"newborn": -9, "infant": -9, "child": -5, "adult": 1, "older": 1}, "site": {"eyelid_skin": 2, "under_eye": 1},
         "colour": {"white": -3, "yellow": 2}, "feel": {"hard_bead": -3, "soft": 1, "flat_patch": 3}, "onset": {"gradual": 1},
         "change": {"growing": 1}},
    ),
    "syringoma": Sheet(  # R12: skin-colored or slightly yellow, many, lower lids, flat dome, since the teens; not white
        [(6, {"colour": ("skin", "yellow"), "site": ("under_eye", "eyelid_skin")})],
        {"age_group": {"newborn": -9, "infant": -9, "teen": 1, "adult": 1}, "site": {"eyelid_skin": 2, "under_eye": 2},
         "colour": {"white": -2, "yellow": 1, "skin": 2}, "feel": {"flat_patch": -4}, "surface": {"flat_top": 1},
         "number": {"many": 1}, "onset": {"gradual": 1, "sudden_crop": -2}, "duration_weeks": {">=52": 1}, "change": {"stable": 1},
         "symptoms": {"none": 1}},
    ),
    "colloid_milium": Sheet(  # R07, R62: golden, soft, many, on skin that has had much sun; not in the young
        [(6, {"colour": ("yellow",)})],
        {"age_group": {"newborn": -9, "infant": -9, "child": -9, "teen": -5, "adult": 1, "older": 1},
         "site": {"face": 1, "hands_back": 1}, "colour": {"yellow": 2}, "feel": {"hard_bead": -3, "soft": 1}, "number": {"many": 1},
         "sun_protection": {"never": 2}},
    ),
    "folliculitis": Sheet(  # R57: a hair in a pus head, sore or itchy, within days, after waxing; not for a year
        [(5, {"surface": ("hair_in_centre",)})],
        {"age_group": {"newborn": -3, "infant": -3}, "site": {"face": 1, "arms_thighs": 1, "trunk_scalp": 1}, "colour": {"red": 1},
         "surface": {"hair_in_centre": 3}, "onset": {"sudden_crop": 1}, "recent_skin_event": {"waxing": 2},
         "duration_weeks": {"<=2": 1, ">=52": -3}, "symptoms": {"itch": 1, "pain": 1, "redness": 1, "pus": 2}},
    ),
    "molluscum": Sheet(  # R11, R70: a dimple, pink or pearly, 2 to 5 mm, children, crops, itch
        [(5, {"surface": ("dimple",)})],
        {"age_group": {"infant": 1, "child": 1, "teen": 1, "older": -2}, "site": {"genital": 1, "arms_thighs": 1, "trunk_scalp": 1},
         "colour": {"yellow": -3, "skin": 1, "red": 1, "pearly_clear": 1}, "size": {"lentil": 1}, "surface": {"dimple": 3},
         "number": {"few": 1, "many": 1}, "onset": {"sudden_crop": 1}, "change": {"more_lesions": 1}, "symptoms": {"itch": 1}},
    ),
    "flat_wart": Sheet(  # R39, R71: flat top, skin-colored or brown, along a scratch, hands or face, slowly more
        [(5, {"surface": ("flat_top",)})],
        {"age_group": {"child": 1, "teen": 1}, "site": {"eyelid_skin": -2, "under_eye": -2, "face": 1, "hands_back": 1},
         "colour": {"white": -2, "skin": 2, "brown": 2}, "feel": {"rough": 1, "flat_patch": 1}, "surface": {"flat_top": 3},
         "number": {"few": 1, "many": 1}, "onset": {"after_injury": 1}, "change": {"stable": -1, "more_lesions": 1}},
    ),
    "keratosis_pilaris": Sheet(  # R11: rough, upper arms and thighs, many, a hair in each; not smooth beads on the face
        [(6, {"feel": ("rough",)})],
        {"age_group": {"child": 1, "teen": 1}, "site": {"face": -2, "arms_thighs": 3}, "colour": {"skin": 1, "red": 1},
         "feel": {"hard_bead": -2, "rough": 3}, "surface": {"smooth": -2, "hair_in_centre": 1}, "number": {"single": -3, "many": 1}},
    ),
    "stye": Sheet(  # R68, R73: on the lid edge or in the lid, sore, red, pea-sized, within days, the lid swells
        [(5, {"site": ("eyelid_edge", "eyelid_skin")})],
        {"site": {"eyelid_edge": 3, "eyelid_skin": 1}, "colour": {"red": 1}, "size": {"pea_plus": 2}, "number": {"single": 1},
         "duration_weeks": {"<=2": 1}, "symptoms": {"pain": 2, "redness": 1, "hot_swollen|spreading_red": 1},
         "eye_signs": {"lid_swelling": 1}},
    ),
    "epidermoid_cyst": Sheet(  # R98: bigger than a pea, a dark dot, red or sore or leaking at times; not a pinhead, not on the lid edge
        [(4, {})],
        {"site": {"eyelid_edge": -4, "eyelid_skin": -2}, "colour": {"skin": 1}, "size": {"pinhead": -3, "pea_plus": 3},
         "feel": {"flat_patch": -4}, "surface": {"dark_dot": 3}, "number": {"single": 1}, "change": {"growing": 1},
         "symptoms": {"pain": 1, "redness": 1, "pus": 1}},
    ),
}

TOGETHER: list[tuple[Mapping[str, Any], str, int]] = [
    ({"size": "pea_plus", "site": "eyelid_skin"}, "stye", 1),  # R68: a pea within the lid is a chalazion
    ({"feel": "hard_bead", "colour": "yellow"}, "syringoma", -4),  # R12: a hard yellow bead is a milium
]
"""Two remarks that say more together."""


def matches(wanted: Any, value: Any) -> bool:
    """Whether an answer is one of the values, or within the limit, that a sheet names."""
    limit = re.fullmatch(r"([<>]=)(\d+)", wanted) if isinstance(wanted, str) else None
    if limit:
        return isinstance(value, int) and (value <= int(limit[2]) if limit[1] == "<=" else value >= int(limit[2]))
    said = value if isinstance(value, list | tuple) else [value]
    return bool(set(said) & (set(wanted.split("|")) if isinstance(wanted, str) else set(wanted)))


def points(name: str, facts: Mapping[str, Any]) -> int:
    """What these remarks come to on one sheet."""
    remarks = SHEETS[name].remarks.items()
    total = sum(worth for fact, table in remarks for wanted, worth in table.items() if fact in facts and matches(wanted, facts[fact]))
    for pair, whose, worth in TOGETHER:
        if whose == name and all(fact in facts and matches(wanted, facts[fact]) for fact, wanted in pair.items()):
            total += worth
    return total


def fits(facts: Mapping[str, Any]) -> set[str]:
    """The kinds and look-alikes that these remarks fit."""
    return {
        name for name, sheet in SHEETS.items()
        if any(has(must, facts) and points(name, facts) >= enough for enough, must in sheet.fits)
    }


def has(must: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    """Whether these remarks have what a name asks for besides its points."""
    for key, wanted in must.items():
        if key.startswith("score "):
            if points(key.removeprefix("score "), facts) < wanted:
                return False
        elif key not in facts or not matches(wanted, facts[key]):
            return False
    return True
