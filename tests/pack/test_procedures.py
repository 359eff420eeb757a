"""Professional treatments, "can I ...?", habits, mistakes and the plan: what is said first, to whom, with which warnings."""

import random
from typing import Any

import pytest
from readability import words

from rules_core import KnowledgeBase

KB = KnowledgeBase.load("milia")

BABY = {"age_group": "newborn"}
CHILD = {"age_group": "child"}
ADULT = {"age_group": "adult"}
EYELID = {"site": ["eyelid_skin", "unknown"]}
DARK = {"skin_tone": "brown_black"}
KELOID = {"skin_conditions": ["keloid", "unknown"]}
ISOTRETINOIN = {"medicines": ["isotretinoin_now", "unknown"]}

PROCEDURES = ["professional", "extraction", "cryotherapy", "laser", "curettage", "who_removes"]
RISKS = {
    "professional": "explain_removal_risk",
    "extraction": "explain_removal_risk",
    "curettage": "explain_removal_risk",
    "cryotherapy": "explain_freezing_risk",
    "laser": "explain_laser_risk",
}
OWN_TOPICS = {
    "professional": "explain_professional",
    "extraction": "explain_extraction",
    "cryotherapy": "explain_cryotherapy",
    "laser": "explain_laser",
    "curettage": "explain_curettage",
    "who_removes": "explain_who_removes",
    "prevention": "explain_prevention",
    "habit_cleanse": "explain_habit_cleanse",
    "habit_products": "explain_habit_products",
    "habit_sun": "explain_habit_sun",
    "habit_inside": "explain_habit_inside",
    "water": "explain_water",
    "diet": "explain_diet",
    "collagen": "explain_collagen",
    "mistakes": "explain_mistakes",
    "mistake_actives": "explain_mistake_actives",
    "mistake_sunscreen": "explain_mistake_sunscreen",
    "mistake_eye_cream": "explain_mistake_eye_cream",
    "roadmap": "explain_roadmap",
    "no_treatment": "explain_no_treatment",
    "burn_first_aid": "avoid_ice_on_burn",
}


def roles(facts: dict[str, Any], role: str) -> list[str]:
    """Ids of the standing conclusions of one role, first spoken first."""
    return [conclusion.id for conclusion in KB.infer(facts).conclusions if conclusion.role == role]


def first(facts: dict[str, Any]) -> str:
    """The verdict that is spoken."""
    return roles(facts, "verdict")[0]


def conditions(facts: dict[str, Any]) -> list[str]:
    """What is spoken in full beside the verdict."""
    return roles(facts, "condition")


@pytest.mark.parametrize(("topic", "verdict"), OWN_TOPICS.items())
def test_each_topic_has_its_own_answer(topic: str, verdict: str) -> None:
    assert first({"topic": topic}) == verdict


@pytest.mark.parametrize("topic", PROCEDURES)
def test_no_procedure_for_a_baby_or_a_young_child(topic: str) -> None:
    assert first({"topic": topic, **BABY}) == "avoid_removal_baby"
    assert first({"topic": topic, "age_weeks": 10}) == "avoid_removal_baby"
    assert first({"topic": topic, **CHILD}) == "avoid_removal_child"
    assert not conditions({"topic": topic, **BABY, **DARK})


@pytest.mark.parametrize(("topic", "risk"), RISKS.items())
def test_every_treatment_is_told_with_its_risk(topic: str, risk: str) -> None:
    assert risk in conditions({"topic": topic})
    assert risk in conditions({"topic": topic, **ADULT, "skin_tone": "light"})


@pytest.mark.parametrize(("topic", "value"), [("cryotherapy", "freezing"), ("laser", "laser")])
def test_colour_change_is_warned_about_while_skin_tone_is_open_and_in_full_for_dark_skin(topic: str, value: str) -> None:
    for open_facts in ({}, {"skin_tone": "unknown"}):
        (risk,) = conditions({"topic": topic, **open_facts})
        assert "brown or black skin" in KB.text(risk).say
        assert "for good" in KB.text(risk).say
    assert conditions({"topic": topic, **DARK}) == [f"explain_{value}_risk_dark_skin"]


@pytest.mark.parametrize("topic", ["extraction", "cryotherapy", "laser", "curettage"])
def test_a_keloid_tendency_is_warned_about(topic: str) -> None:
    assert "explain_keloid_risk" in conditions({"topic": topic, **KELOID})
    assert any("scar thickly" in KB.text(name).say for name in conditions({"topic": topic}))


def test_freezing_names_cold_urticaria_whatever_the_skin() -> None:
    for facts in ({}, DARK, {"skin_tone": "light"}):
        assert any("cold gives you hives" in KB.text(name).say for name in conditions({"topic": "cryotherapy", **facts}))


def test_laser_waits_for_isotretinoin_and_others_are_told() -> None:
    assert first({"topic": "laser", **ISOTRETINOIN}) == "avoid_laser_isotretinoin"
    assert first({"topic": "laser", "medicines": ["isotretinoin_6m"]}) == "avoid_laser_isotretinoin"
    assert first({"topic": "extraction", **ISOTRETINOIN}) == "explain_extraction"
    assert "see_tell_isotretinoin" in conditions({"topic": "extraction", **ISOTRETINOIN})


@pytest.mark.parametrize("topic", PROCEDURES)
def test_by_the_eye_only_someone_who_works_there(topic: str) -> None:
    expected = "explain_laser_eye" if topic == "laser" else "see_eye_clinician_removal"
    assert first({"topic": topic, **EYELID}) == expected
    assert first({"topic": topic, "site": ["under_eye"]}) == expected


@pytest.mark.parametrize("event", ["sunburn", "burn", "blistering_rash"])
def test_sore_skin_waits(event: str) -> None:
    assert first({"topic": "extraction", "recent_skin_event": event}) == "avoid_removal_sore_skin"
    assert first({"topic": "extraction", "recent_skin_event": event, "event_weeks_ago": 20}) == "explain_extraction"
    assert first({"topic": "laser", "irritation": "severe"}) == "avoid_removal_sore_skin"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"medicines": ["blood_thinner"]}, "see_tell_blood_thinner"),
        ({"medicines": ["ciclosporin"]}, "see_tell_medicine"),
        ({"pregnancy": "pregnant"}, "see_tell_pregnant"),
        ({"skin_conditions": ["cold_sores"]}, "see_tell_cold_sores"),
        ({"skin_conditions": ["blistering_disease"]}, "see_tell_blistering"),
        ({"recent_skin_event": "laser_peel"}, "see_tell_past_procedure"),
        ({"immune_weak": "yes"}, "see_tell_weak_immunity"),
    ],
)
def test_what_the_clinician_must_hear_is_spoken(facts: dict[str, Any], told: str) -> None:
    assert told in conditions({"topic": "curettage", **facts})
    assert told not in conditions({"topic": "curettage"})


def test_much_to_tell_becomes_one_line() -> None:
    facts = {"medicines": ["blood_thinner"], "immune_weak": "yes", "skin_conditions": ["cold_sores"]}
    told = [name for name in conditions({"topic": "extraction", **facts}) if name.startswith("see_tell")]
    assert told == ["see_tell_everything"]


def test_with_a_doctor_coming_first_only_medicines_are_mentioned() -> None:
    facts = {"medicines": ["blood_thinner", "cancer_drug"], "immune_weak": "yes"}
    assert KB.infer({"topic": "extraction", **facts}).level == "doctor_soon"
    told = [name for name in conditions({"topic": "extraction", **facts}) if name.startswith("see_tell")]
    assert told == ["see_tell_medicine"]


# --- "can I ...?"


@pytest.mark.parametrize(
    ("plan", "verdict"),
    [
        ("squeeze", "avoid_squeeze"),
        ("needle", "avoid_needle"),
        ("burn", "avoid_burning"),
        ("steam", "avoid_steam"),
        ("scrub", "avoid_scrub"),
        ("peel", "avoid_home_peel"),
        ("honey", "explain_honey_on_milia"),
        ("extraction", "see_clinician_extraction"),
        ("cryo", "see_clinician_freezing"),
        ("laser", "see_specialist_laser"),
        ("curettage", "see_clinician_scraping"),
        ("wait", "explain_no_treatment"),
    ],
)
def test_each_plan_has_its_answer(plan: str, verdict: str) -> None:
    assert first({"topic": "action", "considering": [plan]}) == verdict
    assert first({"considering": [plan, "unknown"]}) == verdict


@pytest.mark.parametrize(
    "plan", ["retinoid", "retinol", "adapalene", "tretinoin", "acid", "salicylic_acid", "glycolic_acid", "lactic_acid"]
)
def test_a_plan_with_an_active_is_not_met_with_the_fallback(plan: str) -> None:
    result = KB.infer({"topic": "action", "considering": [plan]})
    held = [item.conclusion for item in result.withheld if item.conclusion.role == "verdict"]
    assert held and held[0].priority > KB.entry("explain_action").priority


def test_an_unnamed_plan_is_asked_about() -> None:
    assert first({"topic": "action"}) == "explain_action"


def test_popping_is_refused_with_its_reason_and_something_better() -> None:
    facts = {"topic": "action", "considering": ["squeeze"]}
    text = KB.text(first(facts))
    assert "no opening" in text.say
    assert all(word in text.because for word in ("infection", "scar", "dark marks"))
    assert roles(facts, "next_step") == ["plan_leave_alone"]


@pytest.mark.parametrize("plan", ["squeeze", "needle"])
def test_opening_is_refused_harder_for_babies_children_and_eyes(plan: str) -> None:
    asked = {"topic": "action", "considering": [plan]}
    assert first({**asked, **BABY}) == "avoid_opening_baby"
    assert first({**asked, "who": "baby"}) == "avoid_opening_baby"
    assert first({**asked, **CHILD}) == "avoid_opening_child"
    assert first({**asked, **EYELID}) == "avoid_opening_eye"
    assert "avoid_opening_dark_marks" in conditions({**asked, **DARK})
    assert "avoid_opening_keloid" in conditions({**asked, **KELOID})


@pytest.mark.parametrize(
    ("plan", "facts", "verdict"),
    [
        ("steam", BABY, "avoid_steam_child"),
        ("steam", CHILD, "avoid_steam_child"),
        ("scrub", CHILD, "avoid_scrub_child"),
        ("peel", CHILD, "avoid_peel_child"),
        ("peel", ISOTRETINOIN, "avoid_peel_isotretinoin"),
        ("peel", {"pregnancy": "planning"}, "avoid_peel_pregnant"),
        ("peel", EYELID, "avoid_peel_eye"),
        ("honey", BABY, "avoid_honey_baby"),
        ("honey", {"allergies": ["bee_honey"]}, "avoid_honey_allergy"),
        ("extraction", CHILD, "avoid_removal_child"),
        ("laser", BABY, "avoid_removal_baby"),
        ("laser", ISOTRETINOIN, "avoid_laser_isotretinoin"),
        ("cryo", EYELID, "see_eye_clinician_removal"),
        ("wait", BABY, "explain_no_treatment_baby"),
    ],
)
def test_who_asks_changes_the_answer_to_a_plan(plan: str, facts: dict[str, Any], verdict: str) -> None:
    assert first({"topic": "action", "considering": [plan], **facts}) == verdict


def test_peels_and_freezing_carry_the_warning_about_marks() -> None:
    assert "avoid_peel_marks" in conditions({"considering": ["peel"]})
    assert "explain_freezing_risk" in conditions({"considering": ["cryo"]})
    assert "explain_freezing_risk_dark_skin" in conditions({"considering": ["cryo"], **DARK})


def test_honey_carries_its_limits_until_it_is_for_a_baby() -> None:
    assert "avoid_honey_baby_or_allergy" in conditions({"considering": ["honey"]})
    assert not conditions({"considering": ["honey"], **BABY})


# --- habits


@pytest.mark.parametrize(
    ("topic", "facts", "verdict"),
    [
        ("prevention", BABY, "explain_prevention_baby"),
        ("prevention", EYELID, "explain_prevention_eye"),
        ("habit_cleanse", BABY, "explain_habit_cleanse_baby"),
        ("habit_products", BABY, "explain_habit_products_baby"),
        ("habit_products", {"heavy_products": "yes"}, "explain_habit_products_heavy"),
        ("habit_products", EYELID, "explain_prevention_eye"),
        ("habit_sun", BABY, "explain_habit_sun_baby"),
        ("habit_sun", {"age_group": "infant", "age_weeks": 30}, "explain_habit_sun_older_baby"),
        ("habit_inside", BABY, "explain_diet_baby"),
        ("diet", BABY, "explain_diet_baby"),
        ("water", BABY, "explain_diet_baby"),
        ("collagen", CHILD, "avoid_collagen_child"),
        ("mistakes", BABY, "explain_mistakes_baby"),
        ("mistake_actives", CHILD, "avoid_actives_child"),
        ("mistake_actives", {"irritation": "severe"}, "avoid_actives_irritated"),
        ("mistake_sunscreen", BABY, "explain_habit_sun_baby"),
        ("mistake_eye_cream", BABY, "explain_eye_cream_baby"),
        ("roadmap", BABY, "plan_roadmap_baby"),
        ("roadmap", CHILD, "plan_roadmap_child"),
        ("roadmap", {"pregnancy": "pregnant"}, "plan_roadmap_pregnancy"),
        ("roadmap", EYELID, "plan_roadmap_eye"),
        ("roadmap", ISOTRETINOIN, "plan_roadmap_isotretinoin"),
        ("roadmap", {"irritation": "mild"}, "plan_roadmap_irritated"),
        ("roadmap", {"care_weeks": 12}, "plan_roadmap_after_care"),
        ("roadmap", {"care_weeks": 11}, "explain_roadmap"),
        ("no_treatment", BABY, "explain_no_treatment_baby"),
    ],
)
def test_who_asks_changes_the_answer_to_a_habit_or_plan(topic: str, facts: dict[str, Any], verdict: str) -> None:
    assert first({"topic": topic, **facts}) == verdict


def test_an_exfoliant_is_held_back_with_every_condition_in_words() -> None:
    result = KB.infer({"topic": "habit_exfoliate"})
    held = {item.conclusion.id: item for item in result.withheld}
    assert {"age_group", "pregnancy", "medicines"} <= set(held["use_weekly_exfoliant"].facts)
    words = KB.text("use_weekly_exfoliant").hold
    assert all(word in words for word in ("twelve", "pregnant", "isotretinoin", "aspirin", "eyes", "eczema", "sore"))


CLEAR: dict[str, Any] = {
    "age_group": "adult",
    "who": "self",
    "pregnancy": "no",
    "medicines": ["none"],
    "allergies": ["none"],
    "skin_conditions": ["none"],
    "site": ["face"],
    "irritation": "none",
    "injury": "none",
    "blister_fragile": "no",
    "recent_skin_event": "none",
    "actives": ["none"],
}
WELL: dict[str, Any] = {
    "unwell": ["none"],
    "danger_signs": ["none"],
    "allergy_signs": ["none"],
    "eye_signs": ["none"],
    "symptoms": ["none"],
    "change": ["stable"],
    "number": "few",
}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        (CHILD, "avoid_exfoliant_child"),
        ({"medicines": ["isotretinoin_6m"]}, "avoid_exfoliant_isotretinoin"),
        ({"skin_conditions": ["eczema"]}, "avoid_exfoliant_sore_skin"),
        ({"irritation": "severe"}, "avoid_exfoliant_sore_skin"),
        ({"recent_skin_event": "sunburn", "event_weeks_ago": 1}, "avoid_exfoliant_sore_skin"),
        ({"injury": "picked"}, "avoid_exfoliant_sore_skin"),
        ({"pregnancy": "planning"}, "avoid_exfoliant_pregnancy"),
        ({"site": ["under_eye"]}, "avoid_exfoliant_eye"),
        ({"site": ["lips"], "duration_weeks": 1}, "avoid_exfoliant_lips"),
        ({"allergies": ["aspirin_nsaid"]}, "avoid_exfoliant_aspirin"),
        ({"actives": ["retinoid"]}, "avoid_adding_active"),
    ],
)
def test_a_contraindication_refuses_the_exfoliant_and_says_why(facts: dict[str, Any], verdict: str) -> None:
    asked = {"topic": "habit_exfoliate", **WELL, **CLEAR, **facts}
    result = KB.infer(asked)
    assert "use_weekly_exfoliant" in {item.conclusion.id for item in result.vetoed}
    assert first(asked) == verdict


def test_sun_care_carries_the_limit_for_young_babies_until_the_age_is_known() -> None:
    for topic in ("habit_sun", "mistake_sunscreen"):
        assert "explain_sun_under_six_months" in conditions({"topic": topic})
        assert "explain_sun_under_six_months" not in conditions({"topic": topic, **ADULT})
        assert "explain_sun_with_actives" in conditions({"topic": topic, "actives": ["retinoid"]})
        assert "explain_sun_with_medicine" in conditions({"topic": topic, "medicines": ["photosensitiser"]})


def test_vitamin_a_is_limited_unless_pregnancy_is_ruled_out() -> None:
    for topic in ("habit_inside", "diet"):
        assert "avoid_vitamin_a_pills" in conditions({"topic": topic})
        assert "avoid_vitamin_a_pills_pregnancy" in conditions({"topic": topic, "pregnancy": "planning"})
        assert not conditions({"topic": topic, "pregnancy": "not_applicable"})


def test_prescribed_medicine_is_never_to_be_dropped() -> None:
    assert "see_prescriber_before_pause" in conditions({"topic": "mistake_actives", "irritation": "mild"})
    assert "avoid_dropping_ointment" in conditions({"topic": "habit_products"})
    assert "avoid_retinoid_among_actives" in conditions({"topic": "mistake_actives", "pregnancy": "pregnant"})


def test_doing_nothing_comes_first_in_the_plan() -> None:
    say = KB.text("explain_roadmap").say
    assert say.index("do nothing") < say.index("home care") < say.index("clinician")


def test_burns_are_told_with_when_to_get_help() -> None:
    asked = {"topic": "burn_first_aid"}
    assert {"explain_burn_emergency", "explain_burn_be_seen"} <= set(conditions(asked))
    assert "see_help_burn_baby" in conditions({**asked, **BABY})
    assert roles({**asked, **EYELID}, "next_step") == ["explain_eye_splash"]
    assert "twenty minutes" in KB.text("avoid_ice_on_burn").say


def test_no_answer_names_a_dropped_figure_or_the_two_acid_routine() -> None:
    own = [*OWN_TOPICS.values(), "use_weekly_exfoliant", "explain_diet", "explain_water"]
    for name in own:
        text = KB.text(name)
        spoken = " ".join([text.say, text.because or "", text.hold or "", *text.more]).lower()
        assert not any(word in spoken for word in ("liter", "eight glasses", "percent of people"))


def some_profile(rng: random.Random, size: int) -> dict[str, Any]:
    """What a person may have said: `size` facts, lists with one or two values."""
    said: dict[str, Any] = {}
    asked = [fact for fact in KB.facts.values() if fact.scope == "person"]
    for fact in rng.sample(asked, size):
        if fact.type == "int":
            said[fact.id] = rng.randint(fact.min, min(fact.max, 60))
        elif fact.type == "multi":
            said[fact.id] = rng.sample([value for value in fact.values if value != "none"], rng.choice([1, 1, 2]))
        else:
            said[fact.id] = rng.choice(list(fact.values))
    return said


TRIAGE_LINES = {"explain_ask_whose", "explain_ask_age", "see_doctor_soon_reminder"}
ROOM = 73
"""Ninety words less the disclaimer and a closing question."""


def test_what_must_be_spoken_fits_one_answer() -> None:
    """The verdict and its own conditions fit, whoever asks; what triage adds may move some of it behind a question."""
    rng = random.Random(20261123)
    plans = ["squeeze", "needle", "steam", "scrub", "peel", "honey", "extraction", "cryo", "laser", "curettage", "wait"]
    questions: list[dict[str, Any]] = [{"topic": topic} for topic in [*OWN_TOPICS, "habit_exfoliate"]]
    questions += [{"topic": "action", "considering": [plan]} for plan in plans]
    for _ in range(3000):
        facts = {**some_profile(rng, rng.choice([0, 1, 2, 3, 5, 8])), **rng.choice(questions)}
        result = KB.infer(facts)
        if any(conclusion.role == "flag" for conclusion in result.conclusions):
            continue
        standing = [(c.priority, KB.text(c.id).say) for c in result.conclusions if c.role == "verdict"]
        held = [(w.conclusion.priority, KB.text(w.conclusion.id).hold) for w in result.withheld if w.conclusion.role == "verdict"]
        assert standing or held, facts
        added = [c.id for c in result.conclusions if c.role == "condition" and c.id not in TRIAGE_LINES]
        spoken = [max(standing + held)[1], *(KB.text(name).say for name in added)]
        assert sum(len(words(text)) for text in spoken) <= ROOM, (facts, spoken)
