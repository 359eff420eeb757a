"""Products and ingredients: every one gets one plain verdict, and the person's facts change it."""

from __future__ import annotations

import re

import pytest
from readability import words

from rules_core import KnowledgeBase, Result, Term

Facts = dict[str, object]

KB = KnowledgeBase.load("milia")
INGREDIENTS = [term for section in KB.vocabulary() if section.id == "INGREDIENT" for term in section.terms]

CLEAR: Facts = {
    "age_group": "adult", "site": ["face"], "pregnancy": "no", "medicines": ["none"], "allergies": ["none"], "skin_conditions": ["none"],
    "actives": ["none"], "irritation": "none", "blister_fragile": "no", "injury": "none", "recent_skin_event": "none",
}
"""Everything a contraindication looks at, answered, and nothing in the way."""

CONTEXTS: dict[str, Facts] = {
    "nothing known": {},
    "pregnant": {"pregnancy": "pregnant"},
    "newborn": {"age_group": "newborn"},
    "eyelid": {"site": ["eyelid_skin", "unknown"]},
}

ACTIVES = {
    "use_retinoid": "retinol", "use_adapalene": "adapalene", "use_tretinoin": "tretinoin", "use_salicylic_acid": "salicylic_acid",
    "use_glycolic_acid": "glycolic_acid", "use_lactic_acid": "lactic_acid", "use_other_acid": "mandelic_acid",
    "use_azelaic_acid": "azelaic_acid", "use_benzoyl_peroxide": "benzoyl_peroxide",
}
"""An ingredient that asks for each treatment."""

RETINOIDS = ("use_retinoid", "use_adapalene", "use_tretinoin")
ACIDS = ("use_salicylic_acid", "use_glycolic_acid", "use_lactic_acid", "use_other_acid")


def ask(*ingredients: str, **facts: object) -> Result:
    """The inference on a product question."""
    return KB.infer({"topic": "product", "ingredient": list(ingredients), **facts})


def verdicts(result: Result) -> list[str]:
    """What stands as a verdict, the first spoken first."""
    return [one.id for one in result.conclusions if one.role == "verdict"]


def held(result: Result) -> list[str]:
    """The verdicts that are held back until more is known."""
    return [one.conclusion.id for one in result.withheld if one.conclusion.role == "verdict"]


def conditions(result: Result) -> list[str]:
    return [one.id for one in result.conclusions if one.role == "condition"]


def spoken(result: Result) -> str:
    """The verdicts as they are heard."""
    said = [KB.text(name, facts=result.facts).say for name in verdicts(result)]
    return " ".join(said + [KB.text(name, facts=result.facts).hold for name in held(result)])


# --- Every ingredient --------------------------------------------------------------------------------------------------


def test_there_are_enough_ingredients_and_each_has_classes() -> None:
    assert len(INGREDIENTS) >= 130
    assert all(term.classes for term in INGREDIENTS)
    assert sum(1 + len(term.says) for term in INGREDIENTS) > 1000


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("term", INGREDIENTS, ids=lambda term: term.value)
def test_every_ingredient_gets_exactly_one_verdict(term: Term, context: str) -> None:
    result = ask(term.value, **CONTEXTS[context])
    assert len(verdicts(result) + held(result)) == 1, (verdicts(result), held(result))


@pytest.mark.parametrize("term", INGREDIENTS, ids=lambda term: term.value)
def test_nothing_but_water_and_what_is_made_for_babies_is_fine_for_a_newborn(term: Term) -> None:
    (verdict,) = verdicts(ask(term.value, age_group="newborn"))
    fine = {"explain_product_water", "explain_product_for_baby", "explain_sunscreen_baby"}
    assert (verdict in fine) == bool({"water", "baby_product", "sunscreen"} & set(term.classes)), verdict


@pytest.mark.parametrize("term", [term for term in INGREDIENTS if "active" in term.classes], ids=lambda term: term.value)
def test_no_active_is_allowed_where_it_is_refused_or_unknown(term: Term) -> None:
    assert not [one for one in ask(term.value).conclusions if one.kind == "treatment"]
    assert verdicts(ask(term.value, age_group="newborn")) == ["avoid_active_baby"]
    assert verdicts(ask(term.value, age_group="child")) == ["avoid_active_child"]
    expecting = {"avoid_retinoid", "see_professional_before_acid", "avoid_hydroquinone"}
    assert set(verdicts(ask(term.value, pregnancy="planning"))) <= expecting
    assert set(verdicts(ask(term.value, site=["under_eye"]))) <= {"avoid_active_near_eye", "avoid_hydroquinone"}


@pytest.mark.parametrize("term", [t for t in INGREDIENTS if "light" in t.classes], ids=lambda term: term.value)
def test_light_care_is_simply_fine_without_any_question(term: Term) -> None:
    result = ask(term.value)
    assert not result.withheld
    assert spoken(result).startswith("Yes")


@pytest.mark.parametrize("term", [t for t in INGREDIENTS if "heavy" in t.classes], ids=lambda term: term.value)
def test_rich_textures_are_never_banned(term: Term) -> None:
    for facts in ({}, {"pregnancy": "pregnant"}, {"skin_conditions": ["eczema"]}, {"site": ["under_eye"]}):
        text = spoken(ask(term.value, **facts)).lower()
        assert "try a light" in text and "prescribed" in text and "clog" not in text


@pytest.mark.parametrize("term", [t for t in INGREDIENTS if "harsh" in t.classes], ids=lambda term: term.value)
def test_what_is_harsh_is_refused_for_everybody(term: Term) -> None:
    for facts in ({}, CLEAR, {"age_group": "infant"}, {"age_group": "child"}, {"pregnancy": "pregnant"}, {"site": ["eyelid_edge"]}):
        result = ask(term.value, **facts)
        assert all(name.startswith("avoid_") for name in verdicts(result)), verdicts(result)
        assert re.match(r"No[, .]", spoken(result))


def test_an_unknown_product_is_said_to_be_unknown() -> None:
    for facts in CONTEXTS.values():
        assert "I do not know that product" in spoken(ask("unlisted", **facts))
    assert verdicts(ask("unlisted", pregnancy="pregnant")) == ["avoid_unlisted_for_now"]


def test_a_check_without_a_product_asks_for_one() -> None:
    result = KB.infer({"topic": "product"})
    assert verdicts(result) == ["explain_product_check"] and not result.withheld


# --- Actives: withheld, refused, allowed ---------------------------------------------------------------------------------


def test_retinol_with_nothing_known_carries_every_condition_in_words() -> None:
    result = ask("retinol")
    assert held(result) == ["use_retinoid"] and not verdicts(result)
    text = KB.text("use_retinoid", facts=result.facts).hold
    for part in ("suggest", "trial", "pregnant", "trying", "under twelve", "lids", "eye rim", "broken", "burned", "eczema", "prescriber"):
        assert part in text, part
    (withheld,) = result.withheld
    assert {"pregnancy", "age_group", "site", "medicines", "skin_conditions"} <= set(withheld.facts)


@pytest.mark.parametrize(("treatment", "ingredient"), ACTIVES.items())
def test_an_active_stands_when_every_contraindication_is_ruled_out(treatment: str, ingredient: str) -> None:
    result = ask(ingredient, **CLEAR)
    assert verdicts(result) == [treatment] and not result.withheld and not result.vetoed


@pytest.mark.parametrize("treatment", [*ACTIVES, "use_one_active"])
def test_every_active_says_how_and_what_holds_it_back(treatment: str) -> None:
    text = KB.text(treatment)
    assert text.say and text.hold and text.because
    assert len(words(text.say)) <= 35 and len(words(text.because)) <= 20 and len(words(text.hold)) <= 40


REFUSALS: list[tuple[Facts, tuple[str, ...], str]] = [
    ({"pregnancy": "pregnant"}, RETINOIDS, "avoid_retinoid"),
    ({"pregnancy": "planning"}, RETINOIDS, "avoid_retinoid"),
    ({"pregnancy": "pregnant"}, (*ACIDS, "use_azelaic_acid", "use_benzoyl_peroxide"), "see_professional_before_acid"),
    ({"pregnancy": "planning"}, ACIDS, "see_professional_before_acid"),
    ({"age_group": "newborn"}, tuple(ACTIVES), "avoid_active_baby"),
    ({"age_group": "infant"}, tuple(ACTIVES), "avoid_active_baby"),
    ({"age_weeks": 3}, tuple(ACTIVES), "avoid_active_baby"),
    ({"age_group": "child"}, tuple(ACTIVES), "avoid_active_child"),
    ({"site": ["eyelid_edge"]}, tuple(ACTIVES), "avoid_active_near_eye"),
    ({"site": ["eyelid_skin", "unknown"]}, tuple(ACTIVES), "avoid_active_near_eye"),
    ({"site": ["under_eye", "face"]}, tuple(ACTIVES), "avoid_active_near_eye"),
    ({"site": ["lips"]}, tuple(ACTIVES), "avoid_active_mucosa"),
    ({"site": ["genital"]}, tuple(ACTIVES), "avoid_active_mucosa"),
    ({"allergies": ["aspirin_nsaid", "unknown"]}, ("use_salicylic_acid",), "avoid_salicylate_allergy"),
    ({"allergies": ["retinoid", "unknown"]}, RETINOIDS, "avoid_retinoid_allergy"),
    ({"medicines": ["isotretinoin_now", "unknown"]}, tuple(ACTIVES), "see_prescriber_isotretinoin"),
    ({"medicines": ["isotretinoin_6m"]}, tuple(ACTIVES), "see_prescriber_isotretinoin"),
    ({"skin_conditions": ["eczema", "unknown"]}, tuple(ACTIVES), "avoid_active_sore_skin"),
    ({"skin_conditions": ["rosacea"]}, tuple(ACTIVES), "see_clinician_reactive_skin"),
    ({"skin_conditions": ["perioral_dermatitis"]}, tuple(ACTIVES), "see_clinician_reactive_skin"),
    ({"irritation": "severe"}, tuple(ACTIVES), "avoid_active_sore_skin"),
    ({"recent_skin_event": "sunburn"}, tuple(ACTIVES), "avoid_active_sore_skin"),
    ({"recent_skin_event": "laser_peel"}, tuple(ACTIVES), "avoid_active_sore_skin"),
    ({"recent_skin_event": "laser_peel", "event_weeks_ago": 11}, tuple(ACTIVES), "avoid_active_sore_skin"),
    ({"injury": "picked"}, tuple(ACTIVES), "avoid_active_sore_skin"),
    ({"actives": ["aha", "unknown"]}, (*RETINOIDS, "use_salicylic_acid", "use_benzoyl_peroxide"), "avoid_active_on_top"),
    ({"actives": ["retinoid", "unknown"]}, (*ACIDS, "use_azelaic_acid", "use_benzoyl_peroxide"), "avoid_active_on_top"),
    ({"actives": ["scrub", "unknown"]}, tuple(ACTIVES), "avoid_active_on_top"),
]


REFUSED = [(facts, treatment, refusal) for facts, treatments, refusal in REFUSALS for treatment in treatments]


@pytest.mark.parametrize("base", [{}, CLEAR], ids=["else unknown", "else clear"])
@pytest.mark.parametrize(("facts", "treatment", "refusal"), REFUSED)
def test_a_hard_stop_refuses_and_says_why(facts: Facts, treatment: str, refusal: str, base: Facts) -> None:
    merged = {**base, **facts}
    if "age_weeks" in facts:
        merged.pop("age_group", None)
    result = ask(ACTIVES[treatment], **merged)
    assert result.state(treatment) == "vetoed"
    assert verdicts(result) == [refusal] and not held(result)


PLANS = {"retinoid": "use_retinoid", "retinol": "use_retinoid", "adapalene": "use_adapalene", "tretinoin": "use_tretinoin",
         "acid": "use_other_acid", "salicylic_acid": "use_salicylic_acid", "glycolic_acid": "use_glycolic_acid",
         "lactic_acid": "use_lactic_acid"}


@pytest.mark.parametrize("facts", [{}, CLEAR, *({**CLEAR, **facts} for facts, _, _ in REFUSALS if "age_weeks" not in facts)])
@pytest.mark.parametrize(("plan", "treatment"), PLANS.items())
def test_a_plan_leads_to_the_same_answer_as_the_ingredient(plan: str, treatment: str, facts: Facts) -> None:
    planned = KB.infer({"topic": "action", "considering": [plan], **facts})
    asked = ask(ACTIVES[treatment], **facts)
    general = {"explain_action"}
    assert [one for one in verdicts(planned) if one not in general] == verdicts(asked)
    assert held(planned) == held(asked)
    assert planned.state(treatment) == asked.state(treatment)


def test_pregnancy_says_what_is_possible_instead() -> None:
    result = ask("retinol", pregnancy="pregnant")
    assert "sunscreen" in spoken(result) and "retinol" in spoken(result)
    offer = KB.entry("avoid_retinoid").offer
    assert offer and offer.facts == {"topic": "pregnancy_care"}


def test_a_teen_may_use_adapalene_by_its_label() -> None:
    result = ask("adapalene", **{**CLEAR, "age_group": "teen"})
    assert verdicts(result) == ["use_adapalene"]
    assert "twelve" in KB.text("use_adapalene").because


def test_healed_skin_may_be_treated_again() -> None:
    healed = (("laser_peel", 12, "concluded"), ("sunburn", 2, "concluded"), ("sunburn", 1, "vetoed"), ("burn", 2, "vetoed"))
    for event, weeks, state in healed:
        result = ask("retinol", **{**CLEAR, "recent_skin_event": event, "event_weeks_ago": weeks})
        assert result.state("use_retinoid") == state, (event, weeks)


def test_an_active_in_use_is_kept_and_none_of_its_kind_added() -> None:
    result = ask("glycolic_acid", **{**CLEAR, "actives": ["aha"]})
    assert verdicts(result) == ["avoid_second_of_kind"] and result.state("use_glycolic_acid") == "vetoed"


# --- Several in one breath -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pair", [
    ("retinol", "glycolic_acid"), ("adapalene", "benzoyl_peroxide"), ("salicylic_acid", "glycolic_acid"), ("tretinoin", "azelaic_acid"),
    ("lactic_acid", "glycolic_acid"), ("salicylic_acid", "mandelic_acid"), ("benzoyl_peroxide", "salicylic_acid"),
])
@pytest.mark.parametrize("facts", [{}, CLEAR], ids=["unknown", "clear"])
def test_two_actives_together_get_one_at_a_time(pair: tuple[str, str], facts: Facts) -> None:
    result = ask(*pair, **facts)
    assert verdicts(result) == ["avoid_two_actives"] and not held(result)
    assert not [one for one in result.conclusions if one.kind == "treatment"]


@pytest.mark.parametrize("plan", [
    ["retinoid", "acid"], ["adapalene", "salicylic_acid"], ["salicylic_acid", "glycolic_acid"], ["glycolic_acid", "lactic_acid"],
])
def test_two_planned_actives_get_one_at_a_time(plan: list[str]) -> None:
    assert verdicts(KB.infer({"topic": "action", "considering": plan}))[0] == "avoid_two_actives"
    mixed = KB.infer({"topic": "product", "ingredient": ["retinol"], "considering": ["acid"]})
    assert verdicts(mixed)[0] == "avoid_two_actives"


def test_two_actives_in_pregnancy_are_refused_for_their_own_reasons() -> None:
    result = ask("retinol", "glycolic_acid", pregnancy="pregnant")
    assert verdicts(result) == ["avoid_retinoid", "see_professional_before_acid"]
    assert "retinol" not in KB.text("see_professional_before_acid", facts=result.facts).say


def test_a_mixed_question_names_each_product_once() -> None:
    result = ask("retinol", "niacinamide", "lanolin", pregnancy="pregnant")
    assert verdicts(result) == ["avoid_retinoid", "explain_product_heavy", "explain_product_barrier"]
    text = spoken(result).lower()
    assert all(text.count(name) == 1 for name in ("retinol", "niacinamide", "lanolin"))


def test_one_class_named_twice_is_answered_once() -> None:
    result = ask("lanolin", "beeswax", "petrolatum")
    assert verdicts(result) == ["explain_product_heavy"]
    text = spoken(result).lower()
    assert text.count("beeswax, lanolin and petroleum jelly") == 1
    assert all(text.count(name) == 1 for name in ("beeswax", "lanolin", "petroleum jelly"))


# --- Remedies, medicines, swallowed things -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("ingredient", "facts", "verdict"), [
    ("honey", {}, "explain_remedy_honey"),
    ("honey", {"age_group": "infant"}, "avoid_remedy_honey_baby"),
    ("honey", {"allergies": ["bee_honey", "unknown"]}, "avoid_bee_allergy"),
    ("beeswax", {"allergies": ["bee_honey"]}, "avoid_bee_allergy"),
    ("almond_oil", {"allergies": ["nut"]}, "avoid_own_allergy"),
    ("coconut_oil", {"allergies": ["coconut"]}, "avoid_own_allergy"),
    ("coconut_oil", {"allergies": ["nut"]}, "explain_product_heavy"),
    ("lanolin", {"allergies": ["lanolin"]}, "avoid_own_allergy"),
    ("rose_water", {"allergies": ["fragrance"]}, "avoid_fragrance_allergy"),
    ("essential_oils", {"allergies": ["fragrance"]}, "avoid_fragrance_allergy"),
    ("aloe_vera", {}, "explain_remedy_aloe"),
    ("vitamin_a_supplements", {"pregnancy": "pregnant"}, "avoid_vitamin_a_in_pregnancy"),
    ("vitamin_a_supplements", {}, "explain_supplement"),
    ("collagen_supplements", {}, "explain_supplement_collagen"),
    ("isotretinoin_capsules", {"pregnancy": "planning"}, "avoid_isotretinoin_pregnancy"),
    ("zinc_oxide", {"age_group": "infant"}, "explain_sunscreen_baby"),
    ("zinc_oxide", {}, "explain_product_sunscreen"),
    ("diaper_cream", {"age_group": "newborn"}, "explain_product_for_baby"),
    ("vitamin_c", {"site": ["under_eye"]}, "avoid_irritant_near_eye"),
])
def test_the_person_decides_about_the_rest(ingredient: str, facts: Facts, verdict: str) -> None:
    assert verdicts(ask(ingredient, **facts)) == [verdict]


@pytest.mark.parametrize("term", [t for t in INGREDIENTS if "medicine" in t.classes], ids=lambda term: term.value)
def test_nobody_is_told_to_stop_a_prescribed_medicine(term: Term) -> None:
    for facts in CONTEXTS.values():
        assert not re.search(r"\b(stop|quit|drop)\b", spoken(ask(term.value, **facts)), re.IGNORECASE)


# --- Conditions, and what a red flag silences ----------------------------------------------------------------------------


@pytest.mark.parametrize(("ingredient", "facts", "condition"), [
    ("retinol", {"pregnancy": "breastfeeding"}, "explain_condition_breastfeeding"),
    ("salicylic_acid", {"pregnancy": "breastfeeding"}, "explain_condition_breastfeeding"),
    ("retinol", {"medicines": ["photosensitiser"]}, "explain_condition_sun_medicine"),
    ("glycolic_acid", {"medicines": ["photosensitiser", "unknown"]}, "explain_condition_sun_medicine"),
    ("retinol", {"sun_protection": "never"}, "explain_condition_sun"),
    ("lactic_acid", {"skin_tone": "brown_black"}, "explain_condition_marks"),
    ("lactic_acid", {"skin_conditions": ["keloid"]}, "explain_condition_marks"),
    ("salicylic_acid", {"age_group": "teen"}, "explain_condition_teen_salicylate"),
    ("retinol", {"irritation": "mild"}, "explain_condition_wait_until_calm"),
    ("exfoliating_acids", {"allergies": ["aspirin_nsaid"]}, "explain_condition_maybe_salicylate"),
    ("hyaluronic_acid", {"site": ["under_eye"]}, "explain_condition_keep_out_of_eye"),
])
def test_conditions_travel_with_what_was_asked(ingredient: str, facts: Facts, condition: str) -> None:
    assert condition in conditions(ask(ingredient, **{**CLEAR, **facts}))
    other = KB.infer({"topic": "what_are_milia", **CLEAR, **facts})
    assert condition not in conditions(other)


@pytest.mark.parametrize(("treatment", "ingredient"), ACTIVES.items())
def test_an_allowed_active_comes_with_a_patch_test_and_an_allergy_warning(treatment: str, ingredient: str) -> None:
    allowed = ask(ingredient, **CLEAR)
    assert "explain_patch_test_first" in allowed
    assert ("explain_allergy_watch" in allowed) == (treatment in ("use_salicylic_acid", "use_benzoyl_peroxide"))
    assert "explain_patch_test_first" not in ask(ingredient) and "explain_allergy_watch" not in ask(ingredient)


def test_who_wants_home_care_is_offered_one_active_once_it_is_safe() -> None:
    wanted = {"topic": "symptoms", "wants": "home_care"}
    assert KB.infer(wanted).state("use_one_active") == "withheld"
    assert KB.infer({**CLEAR, **wanted}).state("use_one_active") == "concluded"
    assert KB.infer({**CLEAR, **wanted, "pregnancy": "pregnant"}).state("use_one_active") == "vetoed"


def test_breastfeeding_does_not_refuse() -> None:
    assert verdicts(ask("retinol", **{**CLEAR, "pregnancy": "breastfeeding"})) == ["use_retinoid"]


@pytest.mark.parametrize("term", INGREDIENTS, ids=lambda term: term.value)
def test_a_red_flag_silences_product_advice(term: Term) -> None:
    result = ask(term.value, **CLEAR, symptoms=["hot_swollen", "spreading_red"], unwell=["fever"])
    assert [one for one in result.conclusions if one.role == "flag"]
    assert not [one for one in result.conclusions if one.kind == "treatment"]
    assert not [name for name in verdicts(result) if name.startswith("explain_product") and name != "explain_product_water"]


# --- Home care -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("topic", "facts", "first"), [
    ("home_care", {}, "explain_home_care"),
    ("home_care", {"age_group": "newborn"}, "explain_home_care_baby"),
    ("home_care", {"age_group": "child"}, "explain_home_care_child"),
    ("home_care", {"pregnancy": "pregnant"}, "explain_home_care_expecting"),
    ("home_care", {"site": ["eyelid_skin"]}, "explain_home_care_near_eye"),
    ("home_care", {"skin_conditions": ["eczema"]}, "explain_home_care_rest"),
    ("home_care", {"recent_skin_event": "laser_peel"}, "explain_home_care_rest"),
    ("home_care", {"medicines": ["isotretinoin_now"]}, "explain_home_care_isotretinoin"),
    ("step_cleanse", {}, "explain_step_cleanse"),
    ("step_exfoliate", {}, "explain_step_exfoliate"),
    ("step_exfoliate", {"pregnancy": "planning"}, "explain_step_exfoliate_expecting"),
    ("step_exfoliate", {"age_group": "infant"}, "avoid_active_baby"),
    ("step_exfoliate", {"age_group": "child"}, "avoid_active_child"),
    ("step_exfoliate", {"site": ["under_eye"]}, "avoid_active_near_eye"),
    ("step_moisturise", {}, "explain_step_moisturise"),
    ("step_remedies", {}, "explain_step_remedies"),
    ("step_remedies", {"age_group": "infant"}, "explain_step_baby"),
    ("step_patience", {}, "explain_step_patience"),
    ("patch_test", {}, "explain_patch_test"),
    ("patch_test", {"age_group": "newborn"}, "explain_patch_test_baby"),
    ("retinoids", {}, "explain_retinoids"),
    ("retinoids", {"pregnancy": "pregnant"}, "avoid_retinoid"),
    ("acids", {}, "explain_acids"),
    ("acids", {"pregnancy": "pregnant"}, "see_professional_before_acid"),
    ("acids", {"site": ["eyelid_edge"]}, "avoid_active_near_eye"),
    ("pregnancy_care", {}, "explain_pregnancy_care"),
    ("breastfeeding_care", {}, "explain_breastfeeding_care"),
])
def test_home_care_fits_the_person(topic: str, facts: Facts, first: str) -> None:
    result = KB.infer({"topic": topic, **facts})
    assert verdicts(result)[0] == first and not held(result)


def test_the_steps_lead_into_each_other() -> None:
    topic, walked = "step_cleanse", []
    while topic.startswith("step_"):
        walked.append(topic)
        offer = KB.entry(f"explain_{topic}").offer
        assert offer
        topic = str(offer.facts["topic"])
    assert walked == ["step_cleanse", "step_exfoliate", "step_moisturise", "step_remedies", "step_patience"]


def test_nobody_is_told_to_steam() -> None:
    assert "skip it" in " ".join(KB.text("explain_step_cleanse").more)


@pytest.mark.parametrize("term", INGREDIENTS, ids=lambda term: term.value)
def test_spoken_answers_stay_short(term: Term) -> None:
    for facts in (*CONTEXTS.values(), CLEAR):
        assert len(words(spoken(ask(term.value, **facts)))) <= 45
