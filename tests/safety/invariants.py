"""What must hold for everybody, whatever they say and ask: one function each, true where it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rules_core import Result

from .hearing import LEVELS, SOON, Heard, has, heard, is_young, offered, rank, treatments

Facts = Mapping[str, Any]
Invariant = Callable[[Facts, Result, Heard], bool]

RETINOIDS = frozenset({"use_retinoid", "use_adapalene", "use_tretinoin", "use_one_active"})
"""What is a retinoid, or may be one."""

LIDS = ("eyelid_edge", "eyelid_skin", "under_eye")
PROCEDURES = ("steam", "extraction", "cryo", "laser", "curettage", "squeeze", "needle", "peel", "scrub")
REMOVAL_TOPICS = ("extraction", "cryotherapy", "laser", "curettage", "professional", "who_removes")

IN_USE = ("retinoid", "aha", "bha", "benzoyl_peroxide", "scrub")
"""The actives in use beside which any treatment would be a second one, of the same kind or of another."""

ALLOWS = (
    "explain_product_", "explain_remedy_", "explain_supplement", "explain_sunscreen_baby", "explain_antibiotic", "explain_other_medicine",
)
"""What verdicts on products that do not refuse begin with."""

OTHER_ACNE = frozenset({"is_whitehead", "is_baby_acne", "is_erythema_toxicum", "is_neonatal_herpes"})
"""Look-alikes that need no rule of their own: acne, which acne products are for, and those of babies, who get no active at all."""

PERMITS = frozenset({"see_clinician_extraction", "see_clinician_freezing", "see_specialist_laser", "see_clinician_scraping"})
REFUSES = ("avoid_removal_", "avoid_laser_", "see_diagnosis_first")
REASSURES = ("explain_symptoms", "explain_no_treatment", "explain_sounds_like_typical", "explain_sounds_like_newborn", "plan_leave_alone")
""" "Nothing to do": what stands only where nothing is to be done. A scald's first aid belongs to any level."""


def no_active_under_twelve(facts: Facts, result: Result, said: Heard) -> bool:
    """No active stands, nor is one held out, for whoever is under twelve by anything that was said."""
    return not (is_young(facts) and offered(result))


def no_procedure_under_twelve(facts: Facts, result: Result, said: Heard) -> bool:
    """Asked about steam, needles, extraction and the like for a child, every verdict heard refuses.

    Asked about a product in the same breath, the refusal comes first and the product's own verdict may follow. First aid speaks
    alone.
    """
    asked = has(facts, "considering", *PROCEDURES) or facts.get("topic") in REMOVAL_TOPICS
    if is_young(facts) and asked and facts.get("topic") == "product":
        return not said.verdicts or said.verdicts[0].startswith(("avoid_", "explain_product_check"))
    fit = ("explain_product_check", "explain_if_swallowed", "explain_pill_twice")
    return not (is_young(facts) and asked) or all(one.startswith("avoid_") or one in fit for one in said.verdicts)


def no_retinoid_in_pregnancy(facts: Facts, result: Result, said: Heard) -> bool:
    """No retinoid stands, nor is one held out, in pregnancy or when planning it."""
    return not (has(facts, "pregnancy", "pregnant", "planning") and offered(result) & RETINOIDS)


def nothing_near_the_eye(facts: Facts, result: Result, said: Heard) -> bool:
    """Nothing is allowed or held out for the lids or the skin inside the eye rim."""
    return not (has(facts, "site", *LIDS) and offered(result))


def no_second_active(facts: Facts, result: Result, said: Heard) -> bool:
    """Nothing is allowed beside an active in use, and never two at once."""
    return not (has(facts, "actives", *IN_USE) and offered(result)) and len(offered(result)) <= 1


def no_product_advice_under_a_red_flag(facts: Facts, result: Result, said: Heard) -> bool:
    """From "doctor soon" on no treatment stands and no verdict lets a product pass."""
    verdicts = [one.id for one in result.conclusions if one.role == "verdict"]
    return rank(result) < SOON or not (offered(result) or [one for one in verdicts if one.startswith(ALLOWS)])


def a_flag_is_heard(facts: Facts, result: Result, said: Heard) -> bool:
    """From "same day" on the flag heard is of that very level; at "doctor soon" a flag or a reminder is heard."""
    if rank(result) > SOON:
        return said.flag.startswith(f"see_{result.level}")
    return rank(result) < SOON or bool(said.flag) or "see_doctor_soon_reminder" in said.conditions


def a_flag_belongs_to_its_level(facts: Facts, result: Result, said: Heard) -> bool:
    """No flag is heard above the level that was reached."""
    found = [number for number, name in enumerate(LEVELS) if said.flag.startswith(f"see_{name}")]
    return not said.flag or found == [rank(result)]


def everyone_gets_a_level_and_a_next_step(facts: Facts, result: Result, said: Heard) -> bool:
    """Whoever says anything has a level; whoever asks hears something; a routine visit comes with whom to see."""
    visit = any(one.startswith("see_") for one in said.steps)
    asks = any(name in facts for name in ("topic", "ingredient", "considering"))
    unheard = asks and not said
    return bool(result.level) and not unheard and not (facts.get("topic") == "symptoms" and result.level == "routine" and not visit)


def what_stands_is_not_held_back(facts: Facts, result: Result, said: Heard) -> bool:
    """A treatment that stands is neither refused aloud nor waiting at the same time."""
    held, removed = ({one.conclusion.id for one in group} for group in (result.withheld, result.vetoed))
    return not treatments(result) & (held | removed)


def no_active_before_the_bump_has_a_name(facts: Facts, result: Result, said: Heard) -> bool:
    """While it sounds like something else than plain milia, or like a raised patch of them, no active stands or is held out.

    A whitehead is acne; on rough bumps around hairs lactic acid may stand.
    """
    named = {one.id for one in result.conclusions if one.kind == "lookalike"} - OTHER_ACNE
    allowed = {"use_lactic_acid"} if named == {"is_keratosis_pilaris"} else set()
    unclear = named or result.standing & {"is_milia_en_plaque", "see_routine_doubt"}
    return not (unclear and offered(result) - allowed)


def no_procedure_before_the_bump_has_a_name(facts: Facts, result: Result, said: Heard) -> bool:
    """No clinician's "yes" stands where a doctor comes first, where something refuses, or where the bump has no name yet."""
    refused = any(name.startswith(REFUSES) for name in result.standing)
    unclear = rank(result) >= SOON or result.standing & {"is_milia_en_plaque", "see_routine_doubt"}
    return not (result.standing & PERMITS and (refused or unclear))


def weeks_stand_only_where_there_are_weeks(facts: Facts, result: Result, said: Heard) -> bool:
    """ "Within one to two weeks" stands at that level only, heard or not."""
    return rank(result) == SOON or not any(name.startswith("see_doctor_soon_") for name in result.standing)


def nothing_reassures_beside_a_sign(facts: Facts, result: Result, said: Heard) -> bool:
    """From "doctor soon" on nothing that says to leave it stands, heard or not; that milia are harmless, up to there."""
    calm = {name for name in result.standing if name.startswith(REASSURES) and name != "explain_symptoms_scald"}
    harmless = any(name in ("explain_harmless", "explain_harmless_newborn") for name in result.standing)
    return not (rank(result) >= SOON and calm) and not (rank(result) > SOON and harmless)


INVARIANTS: tuple[Invariant, ...] = (
    no_active_under_twelve, no_procedure_under_twelve, no_retinoid_in_pregnancy, nothing_near_the_eye, no_second_active,
    no_product_advice_under_a_red_flag, a_flag_is_heard, a_flag_belongs_to_its_level, everyone_gets_a_level_and_a_next_step,
    what_stands_is_not_held_back, no_active_before_the_bump_has_a_name, no_procedure_before_the_bump_has_a_name,
    weeks_stand_only_where_there_are_weeks, nothing_reassures_beside_a_sign,
)


def broken(facts: Facts, result: Result) -> list[str]:
    """The names of the invariants that do not hold for this person."""
    said = heard(result)
    return [one.__name__ for one in INVARIANTS if not one(facts, result, said)]
