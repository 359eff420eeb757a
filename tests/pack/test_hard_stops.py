"""The hard stops H1 to H9, over every combination of the facts they look at.

What each stop means is written down here a second time, plainly and three-valued, and compared with what the rules do:
no active may stand where a stop is true or not ruled out, and none may be refused where all are ruled out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest

from rules_core import KnowledgeBase

Facts = dict[str, object]
Truth = bool | None

KB = KnowledgeBase.load("milia")
ABSENT = object()

RETINOIDS = {"use_retinoid": "retinol", "use_adapalene": "adapalene", "use_tretinoin": "tretinoin"}
OTHERS = {
    "use_salicylic_acid": "salicylic_acid", "use_glycolic_acid": "glycolic_acid", "use_lactic_acid": "lactic_acid",
    "use_other_acid": "mandelic_acid", "use_azelaic_acid": "azelaic_acid", "use_benzoyl_peroxide": "benzoyl_peroxide",
}
QUESTIONS: dict[str, Facts] = {
    **{name: {"topic": "product", "ingredient": [asked]} for name, asked in (RETINOIDS | OTHERS).items()},
    "use_one_active": {"topic": "symptoms", "wants": "home_care"},
    "use_weekly_exfoliant": {"topic": "habit_exfoliate"},
}
"""What to ask so that a treatment comes up."""

CLEAR: Facts = {
    "age_group": "adult", "age_weeks": ABSENT, "site": ["face"], "pregnancy": "no", "medicines": ["none"], "allergies": ["none"],
    "skin_conditions": ["none"], "actives": ["none"], "irritation": "none", "blister_fragile": "no", "injury": "none",
    "recent_skin_event": "none", "event_weeks_ago": ABSENT,
}

IN_USE = ("retinoid", "aha", "bha", "benzoyl_peroxide", "scrub")
"""What is in use already and rules out one more, whether of its own kind or of another."""


# --- The stops, said a second time -------------------------------------------------------------------------------------


def one_of(facts: Facts, fact: str, bad: Sequence[str]) -> Truth:
    """Is a single-valued fact one of `bad`? None where it is not known."""
    value = facts.get(fact, ABSENT)
    return None if value is ABSENT or value == "unknown" else value in bad


def any_of(facts: Facts, fact: str, bad: Sequence[str]) -> Truth:
    """Does a list fact hold one of `bad`? None where it may still."""
    value = facts.get(fact, ABSENT)
    if value is ABSENT or value == "unknown":
        return None
    assert isinstance(value, list)
    return True if set(value) & set(bad) else None if "unknown" in value else False


def recent_event(facts: Facts) -> Truth:
    """A procedure, burn or rash that is not known to have healed."""
    events = (
        "home_treatment", "laser_peel", "dermabrasion", "removal", "waxing", "burn", "blistering_rash", "sunburn", "radiotherapy", "tattoo"
    )
    happened = one_of(facts, "recent_skin_event", events)
    weeks = facts.get("event_weeks_ago", ABSENT)
    needed = 2 if facts.get("recent_skin_event") in ("removal", "waxing", "sunburn") else 12
    healed = isinstance(weeks, int) and weeks >= needed
    return False if healed else happened


def expecting(facts: Facts) -> Truth:
    """Pregnant or planning. Past sixty nobody waits for the question; what is told all the same, also "unknown", counts."""
    if facts.get("age_group") == "older" and facts.get("pregnancy", ABSENT) is ABSENT:
        return False
    return one_of(facts, "pregnancy", ("pregnant", "planning"))


def stops(treatment: str, facts: Facts) -> Iterator[tuple[str, Truth]]:
    """Every stop on a treatment, with whether it holds."""
    yield "H1", one_of(facts, "age_group", ("newborn", "infant", "child"))
    yield "H2", expecting(facts)
    yield "H3", any_of(facts, "site", ("eyelid_edge", "eyelid_skin", "under_eye", "lips", "mouth", "genital"))
    yield "H4 skin", any_of(facts, "skin_conditions", ("eczema", "blistering_disease", "rosacea", "perioral_dermatitis"))
    yield "H4 irritation", one_of(facts, "irritation", ("severe", "burning"))
    yield "H4 blisters", one_of(facts, "blister_fragile", ("yes",))
    yield "H4 injury", one_of(facts, "injury", ("picked", "needle", "scald", "chemical_burn"))
    yield "H4 event", recent_event(facts)
    if treatment in ("use_salicylic_acid", "use_weekly_exfoliant"):
        yield "H5", any_of(facts, "allergies", ("aspirin_nsaid",))
    if treatment in RETINOIDS:
        yield "H5 retinoid", any_of(facts, "allergies", ("retinoid",))
    yield "H6", any_of(facts, "medicines", ("isotretinoin_now", "isotretinoin_6m"))
    yield "second active", any_of(facts, "actives", IN_USE)


def expected(treatment: str, facts: Facts) -> str:
    """The state a treatment must be in, going by the stops alone."""
    found = [truth for _, truth in stops(treatment, facts)]
    return "vetoed" if True in found else "withheld" if None in found else "concluded"


# --- Spaces ------------------------------------------------------------------------------------------------------------

AGES = ("newborn", "infant", "child", "teen", "adult", "older", "unknown", ABSENT)
PREGNANCIES = ("no", "pregnant", "planning", "breastfeeding", "not_applicable", "unknown", ABSENT)
SITES = (
    *([name] for name in KB.facts["site"].values if name != "none"),
    ["face", "unknown"], ["eyelid_skin", "unknown"], ["face", "under_eye"], "unknown", ABSENT,
)
IRRITATIONS = ("none", "mild", "burning", "severe", "unknown", ABSENT)
BLISTERS = ("yes", "no", "unknown", ABSENT)
INJURIES = ("none", "picked", "needle", "scald", "chemical_burn", "unknown", ABSENT)
EVENTS = (*KB.facts["recent_skin_event"].values, "unknown", ABSENT)
WEEKS = (0, 1, 2, 11, 12, "unknown", ABSENT)
MEDICINES = (
    ["none"], ["isotretinoin_now"], ["isotretinoin_6m", "unknown"], ["blood_thinner"], ["blood_thinner", "unknown"], "unknown", ABSENT,
)
ALLERGIES = (["none"], ["aspirin_nsaid"], ["retinoid", "unknown"], ["fragrance"], ["fragrance", "unknown"], ABSENT)
CONDITIONS = (["none"], ["eczema"], ["rosacea", "unknown"], ["keloid"], ["keloid", "unknown"], "unknown", ABSENT)
ACTIVES = (
    *([name] for name in KB.facts["actives"].values),
    ["aha", "unknown"], ["benzoyl_peroxide", "unknown"], ["retinoid", "scrub"], ["unknown"], "unknown", ABSENT,
)


def profiles(**spaces: Sequence[object]) -> Iterator[Facts]:
    """Every combination of the given values, all else clear."""
    for values in product(*spaces.values()):
        yield {**CLEAR, **dict(zip(spaces, values, strict=True))}


def state(treatment: str, facts: Facts) -> str:
    """The state of a treatment that is asked about."""
    known = {name: value for name, value in facts.items() if value is not ABSENT}
    return KB.infer({**QUESTIONS[treatment], **known}).state(treatment)


def may_be_raised(facts: Facts) -> bool:
    """Injuries and fragile skin also raise the level, which removes treatments as well."""
    return one_of(facts, "injury", ("scald", "chemical_burn")) is True or one_of(facts, "blister_fragile", ("no",)) is not True


def differences(treatment: str, space: Iterator[Facts], relaxed: Callable[[Facts], bool] = lambda facts: False) -> list[str]:
    """The profiles in which the rules do not do what the stops say; at most five are shown.

    Where `relaxed`, a red flag may turn what would be withheld into vetoed, and nothing else.
    """
    found = []
    for facts in space:
        want, got = expected(treatment, facts), state(treatment, facts)
        if got != want and not (relaxed(facts) and want != "concluded" and got == "vetoed"):
            shown = {name: value for name, value in facts.items() if value != CLEAR[name]}
            found.append(f"{treatment}: {got}, must be {want}: {shown}")
    return found[:5]


# --- H1 to H6, exhaustively --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("treatment", QUESTIONS)
def test_age_pregnancy_and_place_over_every_combination(treatment: str) -> None:
    assert not differences(treatment, profiles(age_group=AGES, pregnancy=PREGNANCIES, site=SITES))


@pytest.mark.parametrize("treatment", ["use_retinoid", "use_salicylic_acid"])
def test_skin_that_must_rest_over_every_combination(treatment: str) -> None:
    space = profiles(
        irritation=IRRITATIONS, blister_fragile=BLISTERS, injury=INJURIES, recent_skin_event=EVENTS, event_weeks_ago=(1, 12, ABSENT)
    )
    assert not differences(treatment, space, may_be_raised)


@pytest.mark.parametrize("treatment", QUESTIONS)
def test_skin_that_must_rest_stops_every_active(treatment: str) -> None:
    for space in (
        profiles(recent_skin_event=EVENTS, event_weeks_ago=WEEKS, irritation=IRRITATIONS),
        profiles(skin_conditions=CONDITIONS, injury=INJURIES, blister_fragile=BLISTERS),
    ):
        assert not differences(treatment, space, may_be_raised)


@pytest.mark.parametrize("treatment", QUESTIONS)
def test_medicines_allergies_and_other_actives_over_every_combination(treatment: str) -> None:
    assert not differences(treatment, profiles(medicines=MEDICINES, allergies=ALLERGIES, actives=ACTIVES))


@pytest.mark.parametrize("treatment", QUESTIONS)
@pytest.mark.parametrize("weeks", [0, 3, 52])
def test_a_baby_known_by_its_weeks_gets_no_active(treatment: str, weeks: int) -> None:
    for age in ("newborn", "infant", "child", "unknown", ABSENT):
        assert state(treatment, {**CLEAR, "age_group": age, "age_weeks": weeks}) == "vetoed"


@pytest.mark.parametrize("treatment", QUESTIONS)
@pytest.mark.parametrize("age", ["teen", "adult", "older"])
def test_ages_that_contradict_each_other_get_no_active(treatment: str, age: str) -> None:
    assert state(treatment, {**CLEAR, "age_group": age, "age_weeks": 3}) == ""


# --- H7: marks and scars ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [{"skin_tone": "brown_black"}, {"skin_conditions": ["keloid"]}])
@pytest.mark.parametrize("topic", ["cryotherapy", "laser"])
def test_skin_that_marks_or_scars_is_warned_before_a_procedure(topic: str, facts: Facts) -> None:
    warned = KB.infer({"topic": topic, **facts})
    assert [one for one in warned.conclusions if one.role == "condition"]


# --- H8: red flags --------------------------------------------------------------------------------------------------------

RED_FLAGS: list[Facts] = [
    {"symptoms": ["hot_swollen", "spreading_red"], "unwell": ["fever"]},
    {"symptoms": ["pus", "unknown"]},
    {"allergy_signs": ["throat_tight", "unknown"]},
    {"allergy_signs": ["hives"]},
    {"eye_signs": ["vision_change", "unknown"]},
    {"eye_signs": ["product_in_eye"]},
    {"number": "single", "change": ["growing"]},
    {"number": "single", "change": ["bleeding", "unknown"]},
    {"number": "single", "change": ["not_healing"], "surface": "crust_ulcer"},
    {"injury": "chemical_burn", "symptoms": ["pain"], "blister_fragile": "yes"},
]


@pytest.mark.parametrize("flag", RED_FLAGS, ids=str)
@pytest.mark.parametrize("treatment", QUESTIONS)
def test_a_red_flag_removes_every_treatment(treatment: str, flag: Facts) -> None:
    for base in (CLEAR, {}):
        known = {name: value for name, value in base.items() if value is not ABSENT}
        result = KB.infer({**known, **QUESTIONS[treatment], **flag})
        assert [one for one in result.conclusions if one.role == "flag"], flag
        assert not [one for one in result.conclusions if one.kind == "treatment"]


# --- H9: what is not known is asked, never guessed ------------------------------------------------------------------------------


@pytest.mark.parametrize("treatment", QUESTIONS)
def test_what_is_not_known_holds_back_and_is_asked_for(treatment: str) -> None:
    by_allergy = (*RETINOIDS, "use_salicylic_acid", "use_weekly_exfoliant")
    for name in CLEAR:
        if CLEAR[name] is ABSENT or (name == "allergies" and treatment not in by_allergy):
            continue
        for value in (ABSENT, "unknown"):
            facts = {**CLEAR, name: value}
            known = {fact: given for fact, given in facts.items() if given is not ABSENT}
            result = KB.infer({**QUESTIONS[treatment], **known})
            assert result.state(treatment) == "withheld", (name, value)
            (held,) = [one for one in result.withheld if one.conclusion.id == treatment]
            assert (name in held.facts) == (value is ABSENT), "asked once, not again"


@pytest.mark.parametrize("treatment", QUESTIONS)
def test_not_knowing_is_never_safer_than_no(treatment: str) -> None:
    order = {"concluded": 0, "withheld": 1, "vetoed": 2}
    for name, value in CLEAR.items():
        if value is ABSENT:
            continue
        denied = order[state(treatment, CLEAR)]
        for unknown in (ABSENT, "unknown"):
            assert order[state(treatment, {**CLEAR, name: unknown})] >= denied


def test_every_treatment_of_the_pack_is_held_back_by_the_stops() -> None:
    """Whatever is declared as a treatment is asked about above, so that it obeys the stops."""
    assert set(QUESTIONS) == {name for name in KB.entries if KB.entry(name).kind == "treatment"}
