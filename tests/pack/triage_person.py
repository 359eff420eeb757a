"""Somebody to triage, and what a clinician makes of them before naming any sign: a baby, a lid, raw skin, a harmless look.

Written from the medicine and not from the rules: in whole sentences about a person, without points and without helpers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LIDS = ("eyelid_edge", "eyelid_skin")
DELICATE = (*LIDS, "under_eye", "lips")
GROUP = ("few", "many", "plaque")


class Person:
    """What somebody told, and what it comes to. What was not told counts neither for nor against."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.facts = facts

    def says(self, fact: str, *values: str) -> bool:
        """Whether one of these values was told."""
        told = self.facts.get(fact)
        return bool(set(values) & set(told)) if isinstance(told, list) else told in values

    def unsure(self, *facts: str) -> bool:
        """Whether one of these was asked and is not known."""
        return any(self.facts.get(fact) == "unknown" for fact in facts)

    def weeks(self, fact: str, least: int = 0, most: int = 9999) -> bool:
        """Whether so many weeks were told."""
        told = self.facts.get(fact)
        return isinstance(told, int) and least <= told <= most

    def somewhere_but(self, *places: str) -> bool:
        """Whether the place is known, and is none of these."""
        return isinstance(self.facts.get("site"), list) and not self.says("site", *places)

    # --- who
    @property
    def known_baby(self) -> bool:
        """A number of weeks is only told of babies."""
        return self.says("age_group", "newborn", "infant") or self.says("who", "baby") or self.weeks("age_weeks")

    @property
    def baby(self) -> bool:
        """Whoever may be one: weeks that are not known were asked for."""
        return self.known_baby or self.unsure("age_weeks")

    @property
    def young_baby(self) -> bool:
        """Under three months (R58)."""
        return self.says("age_group", "newborn") or self.weeks("age_weeks", most=12)

    @property
    def grown(self) -> bool:
        return self.says("age_group", "teen", "adult", "older")

    @property
    def past_a_year(self) -> bool:
        return self.grown or self.says("age_group", "child")

    @property
    def past_three_months(self) -> bool:
        """Known to be: by the weeks, or as somebody who is no baby any more."""
        return self.weeks("age_weeks", 13) or self.past_a_year

    # --- where
    @property
    def on_lid(self) -> bool:
        return self.says("site", *LIDS)

    @property
    def on_lid_edge(self) -> bool:
        return self.says("site", "eyelid_edge")

    @property
    def on_face(self) -> bool:
        """Face in the sense of burn care: with lids, ears, lips and mouth (R96)."""
        return self.says("site", "face", *LIDS, "under_eye", "behind_ear", "lips", "mouth")

    # --- how ill, how raw
    @property
    def ill(self) -> bool:
        """Signs that an infection or a reaction has reached the body (R55)."""
        return (
            self.says("unwell", "fever", "chills", "ill", "drowsy_floppy", "fast_breathing", "confusion", "vomiting")
            or self.says("danger_signs", "cold_clammy", "fast_heartbeat", "low_temperature") or self.says("allergy_signs", "faint"))

    @property
    def infected(self) -> bool:
        return self.says("symptoms", "pus", "hot_swollen", "spreading_red")

    @property
    def broken_skin(self) -> bool:
        """Blisters, fluid or open sores: never milk spots."""
        return self.says("blister_fragile", "yes") or self.says("surface", "crust_ulcer") or self.says("feel", "fluid")

    @property
    def raw(self) -> bool:
        return self.broken_skin or self.says("irritation", "severe")

    @property
    def lid_inflamed(self) -> bool:
        return self.says("eye_signs", "lid_swelling") or (self.on_lid and self.says("symptoms", "redness", "hot_swollen", "spreading_red"))

    # --- burns
    @property
    def fresh_burn(self) -> bool:
        """Scalded, or burned within two weeks or at a time that is not known."""
        return not self.burned_mouth_alone and (self.says("injury", "scald") or (
            self.says("recent_skin_event", "burn") and (self.weeks("event_weeks_ago", most=1) or self.unsure("event_weeks_ago"))))

    @property
    def maybe_fresh_burn(self) -> bool:
        """The same, or burned at a time that was not told."""
        return self.fresh_burn or (
            self.says("recent_skin_event", "burn") and not self.weeks("event_weeks_ago", 2) and not self.burned_mouth_alone)

    @property
    def burned_mouth_alone(self) -> bool:
        """The mouth of a grown speaker, burned on food or drink, with nothing else told."""
        elsewhere = ("face", "lips", "eyelid_edge", "eyelid_skin", "under_eye", "behind_ear", "trunk_scalp", "arms_thighs", "hands_back",
                     "genital")
        return self.says("site", "mouth") and not (
            self.baby or self.says("age_group", "child") or self.says("who", "other") or self.says("pregnancy", "pregnant")
            or self.says("site", *elsewhere) or self.says("blister_fragile", "yes") or self.unsure("blister_fragile")
            or self.says("irritation", "burning", "severe") or self.says("symptoms", "hot_swollen")
            or self.says("allergy_signs", "face_swelling", "throat_tight", "breathing_trouble", "faint"))

    @property
    def home_treatment_lately(self) -> bool:
        """A strong acid, freeze kit or remedy at home, not known to be two weeks ago or more."""
        return self.says("recent_skin_event", "home_treatment") and not self.weeks("event_weeks_ago", 2)

    @property
    def treated_lately(self) -> bool:
        """Skin that was opened or burned, not known to be two weeks ago or more."""
        opened = self.says("recent_skin_event", "home_treatment", "laser_peel", "dermabrasion", "removal", "burn", "tattoo")
        return opened and not self.weeks("event_weeks_ago", 2)

    @property
    def peel_lately(self) -> bool:
        return self.says("recent_skin_event", "laser_peel") and not self.weeks("event_weeks_ago", 2)

    # --- other harmless things, known by what was told of them
    @property
    def hair_root(self) -> bool:
        """Around a hair, away from eyes and lips: an inflamed hair root (R57)."""
        return self.says("surface", "hair_in_centre") and self.somewhere_but(*DELICATE)

    @property
    def pimples(self) -> bool:
        """Several soft spots of at most a month on face or body, none of them anywhere delicate (R11)."""
        return (
            self.says("feel", "soft") and self.says("number", "few", "many") and self.weeks("duration_weeks", most=4)
            and self.says("site", "face", "trunk_scalp") and self.somewhere_but(*DELICATE, "mouth", "genital"))

    @property
    def well_red_baby(self) -> bool:
        """Several red spots, and said to be well and without blisters: the first thing to settle about a red baby."""
        return (
            self.says("colour", "red") and self.says("unwell", "none") and self.says("blister_fragile", "no")
            and self.says("number", "few", "many"))

    @property
    def blotches(self) -> bool:
        """Red blotches in the first days of a well baby (R62, R63)."""
        return self.well_red_baby and self.weeks("age_weeks", most=1) and self.says("symptoms", "redness")

    @property
    def baby_acne(self) -> bool:
        """Red bumps of a well baby's face from two weeks to four months, and only there (R61, R62)."""
        return (
            self.well_red_baby and self.weeks("age_weeks", 2, 16) and self.says("site", "face")
            and self.somewhere_but("trunk_scalp", "arms_thighs", "hands_back", "genital", *LIDS, "mouth"))

    @property
    def heat_rash(self) -> bool:
        """A red crop that came at once, days ago (R62)."""
        return self.says("onset", "sudden_crop") and self.says("colour", "red") and self.weeks("duration_weeks", most=2)

    @property
    def one_fresh_lump(self) -> bool:
        """One lump on the lid edge for two weeks at most: most often a stye (R68)."""
        return self.on_lid_edge and self.says("number", "single") and self.weeks("duration_weeks", most=2)

    @property
    def yellow_patch(self) -> bool:
        """Flat or soft and yellow by the eye: cholesterol in the skin (R12)."""
        return self.says("colour", "yellow") and self.says("feel", "flat_patch", "soft") and self.says("site", "eyelid_skin", "under_eye")

    @property
    def shiny_lump(self) -> bool:
        """Shiny, of nobody who is young, and no group of them."""
        young = self.known_baby or self.says("age_group", "child", "teen")
        return self.says("colour", "pearly_clear") and not self.says("number", *GROUP) and not young

    @property
    def burning_product(self) -> bool:
        """Asks about something that can burn: a peel, a remover, a kitchen remedy, freezing."""
        return self.says("considering", "peel", "cryo") or self.says(
            "ingredient", "trichloroacetic_acid_peels", "wart_and_skin_tag_removers", "garlic")
