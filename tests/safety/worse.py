"""What is worse than what, fact by fact, in one table; and what is the plain "no" of every fact.

Left out on purpose, because neither value is the worse one:
- age: what is normal for a newborn (a crop of spots, redness of the first days) is a sign in an adult, and the other way round;
- place: a sore lump on the lid edge is most often a stye, the same lump on the cheek is not (see `is_stye`);
- how many: one lump of the lid edge is a stye, several are not; elsewhere one bump needs the closer look;
- the look of another harmless bump (a hair, a dimple, soft, red or the color of skin): another thing, not a worse one (the pack's
  `class_harmless_*`);
- what is wanted, considered or asked: wishes, no findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rules_core import KnowledgeBase

Facts = dict[str, Any]

SIGNS = ("unwell", "danger_signs", "allergy_signs", "eye_signs", "symptoms", "medicines", "skin_conditions", "actives", "allergies")
"""Lists in which every value but "none" makes things worse, alone or beside others."""

MORE_SIGNS: Mapping[str, tuple[str, ...]] = {"change": ("growing", "bleeding", "not_healing", "more_lesions")}
"""Lists in which these values make things worse."""

CHAINS: Mapping[str, tuple[tuple[Any, ...], ...]] = {
    "blister_fragile": (("no", "yes"),),
    "injury": (("none", "picked"), ("none", "needle"), ("none", "scald"), ("none", "chemical_burn")),
    "irritation": (("none", "mild", "burning", "severe"),),
    "steroid_cream": (("none", "short", "long_or_potent"),),
    "immune_weak": (("no", "yes"),),
    "near_cold_sore": (("no", "yes"),),
    "near_pox": (("no", "yes"),),
    "rash_medicine": (("no", "yes"),),
    "gave_birth": (("no", "yes"),),
    "family_syndrome": (("no", "yes"),),
    "heavy_products": (("no", "yes"),),
    "sun_protection": (("daily", "sometimes", "never"),),
    "pregnancy": (("no", "breastfeeding"), ("no", "planning"), ("no", "pregnant"), ("not_applicable", "pregnant")),
    "skin_tone": (("light", "medium", "brown_black"),),
    "number": (("few", "plaque"), ("few", "many")),
    "surface": tuple(("smooth", one) for one in ("dark_dot", "visible_vessels", "crust_ulcer", "flat_top")),
    "colour": tuple(("white", one) for one in ("yellow", "brown", "pearly_clear")),
    "feel": tuple(("hard_bead", one) for one in ("rough", "fluid", "flat_patch")),
    "size": (("pinhead", "lentil", "pea_plus"),),
    "onset": (("gradual", "sudden_crop"), ("gradual", "after_injury"), ("gradual", "after_product")),
    "recent_skin_event": tuple(
        ("none", one)
        for one in (
            "home_treatment", "laser_peel", "dermabrasion", "removal", "waxing", "burn", "blistering_rash", "sunburn", "radiotherapy",
            "tattoo",
        )
    ),
    "duration_weeks": ((0, 1, 2, 3, 12, 13, 60),),
    "care_weeks": ((0, 11, 12, 13, 30),),
    "event_weeks_ago": ((60, 13, 12, 11, 2, 1, 0),),
}
"""Values of single facts, each worse than the one before."""

BENIGN: Mapping[str, Any] = {
    **{name: ["none"] for name in SIGNS}, "change": ["stable"], "site": ["face"], "age_group": "adult", "number": "few",
    **{name: chains[0][0] for name, chains in CHAINS.items()},
}
"""The answer to each question that excludes most: the plain "no"."""

DESCRIBES = frozenset({"age_group", "site"})
"""Answers that describe and deny nothing: they matter for what may be used, but no age or place is the least urgent one."""


def is_stye(facts: Mapping[str, Any]) -> bool:
    """One fresh lump on the lid edge: soreness and redness there count for less, on purpose."""
    weeks = facts.get("duration_weeks")
    return "eyelid_edge" in (facts.get("site") or ()) and facts.get("number") == "single" and isinstance(weeks, int) and weeks <= 2


def worse(kb: KnowledgeBase, facts: Facts) -> Iterator[Facts]:
    """The same person with one thing worse: a sign more, or a value replaced by a worse one."""
    for name in (*SIGNS, *MORE_SIGNS):
        values = MORE_SIGNS.get(name) or tuple(value for value in kb.facts[name].values if value != "none")
        for value in values:
            yield from _with_sign(facts, name, value)
    for name, chains in CHAINS.items():
        for chain in chains:
            if facts.get(name) in chain:
                yield from ({**facts, name: value} for value in chain[chain.index(facts[name]) + 1 :])


def _with_sign(facts: Facts, name: str, value: str) -> Iterator[Facts]:
    old = facts.get(name)
    if isinstance(old, list) and old != ["unknown"] and value not in old:
        yield {**facts, name: [value, *(one for one in old if one not in ("none", "stable"))]}


def less_known(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """The same person with one plain "no" turned into "not known", and into "not asked"."""
    for name, benign in BENIGN.items():
        if facts.get(name) == benign:
            yield name, {**facts, name: "unknown"}
            yield name, {key: value for key, value in facts.items() if key != name}
