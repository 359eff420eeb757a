"""What triage says besides flags: to a plain statement, on request, beside other answers, and when two answers clash."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from tests.pack.triage_people import E, Facts


# --- Answers that cannot both be true ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("facts", "asks"), [
    ({"age_group": "newborn", "pregnancy": "pregnant"}, "explain_ask_whose"),
    ({"age_weeks": 3, "pregnancy": "breastfeeding"}, "explain_ask_whose"),
    ({"age_group": "older", "pregnancy": "pregnant"}, "explain_ask_whose"),
    ({"age_group": "infant", "pregnancy": "planning"}, "explain_ask_whose"),
    ({"age_group": "child", "pregnancy": "breastfeeding"}, "explain_ask_whose"),
    ({"age_weeks": 0, "pregnancy": "planning"}, "explain_ask_whose"),
    ({"age_weeks": 0, "pregnancy": "pregnant"}, "explain_ask_whose"),
    ({"age_group": "teen", "unwell": ["poor_feeding"]}, "explain_ask_whose"),
    ({"age_group": "older", "unwell": ["poor_feeding"]}, "explain_ask_whose"),
    ({"age_group": "child", "age_weeks": 51}, "explain_ask_age"),
    ({"age_group": "teen", "age_weeks": 3}, "explain_ask_age"),
    ({"age_group": "older", "age_weeks": 3}, "explain_ask_age"),
    ({"age_group": "newborn", "age_weeks": 5}, "explain_ask_age"),
    ({"age_group": "adult", "unwell": ["poor_feeding"]}, "explain_ask_whose"),
    ({"age_group": "adult", "age_weeks": 3}, "explain_ask_age"),
    ({"age_group": "newborn", "age_weeks": 20}, "explain_ask_age"),
])
def test_contradiction_is_said_aloud(kb: KnowledgeBase, facts: Facts, asks: str) -> None:
    result = kb.infer({**facts, "topic": "symptoms"})
    assert asks in result
    assert kb.entry(asks).role == "condition"


@pytest.mark.parametrize("facts", [
    {"age_group": "newborn", "age_weeks": 4, "pregnancy": "not_applicable"},
    {"age_group": "infant", "age_weeks": 4}, {"age_group": "infant", "age_weeks": 2},
    {"age_group": "child", "age_weeks": 52},
    {"age_group": "adult", "pregnancy": "pregnant", "unwell": ["vomiting"]},
    {"age_group": "teen", "pregnancy": "breastfeeding"}, {"pregnancy": "planning"}, {"who": "baby", "age_group": "infant"},
    {"unwell": ["poor_feeding"]}, {"age_group": "child", "unwell": ["poor_feeding"]}, {"who": "baby", "unwell": ["poor_feeding"]},
    {"age_group": "newborn", "duration_weeks": 4}, {"age_group": "infant", "duration_weeks": 52}, {"age_group": "older", "age_weeks": 52},
    {"age_group": "child", "medicines": ["isotretinoin_now"]}, {"medicines": ["isotretinoin_6m"]}, {"who": "other", "age_group": "adult"},
])
def test_what_fits_together_is_not_questioned(kb: KnowledgeBase, facts: Facts) -> None:
    result = kb.infer({**facts, "topic": "symptoms"})
    assert "explain_ask_whose" not in result and "explain_ask_age" not in result


def test_contradiction_takes_the_safer_reading(kb: KnowledgeBase) -> None:
    assert kb.infer({"age_group": "newborn", "age_weeks": 20, "unwell": ["fever"]}).level == E
    assert kb.infer({"age_group": "adult", "age_weeks": 3, "unwell": ["fever"]}).level == E
    both = kb.infer({"age_group": "newborn", "pregnancy": "pregnant", "topic": "product", "ingredient": ["retinol"]})
    assert not [c.id for c in both.conclusions if c.kind == "treatment"]


# --- What is said to a plain statement, and on request -----------------------------------------------------------------------
@pytest.mark.parametrize(("facts", "said"), [
    ({"colour": "white", "more_signs": "no"}, "explain_symptoms"),
    ({"age_group": "newborn", "colour": "white", "more_signs": "no"}, "explain_symptoms_baby"),
    ({"colour": "white", "more_signs": "yes"}, "explain_more_signs"),
    ({"site": ["eyelid_skin"]}, "see_lid_clinician"),
    ({"site": ["eyelid_skin"]}, "explain_symptoms_routine"),
    ({"number": "plaque"}, "see_dermatologist_patch"),
    ({"wants": "removal"}, "see_dermatologist_removal"),
    ({"age_group": "infant", "duration_weeks": 20}, "see_doctor_baby_lasting"),
    ({"number": "many", "change": ["more_lesions"]}, "see_dermatologist_crop"),
    ({"surface": "dimple"}, "see_doctor_doubt"),
    ({"skin_tone": "brown_black", "wants": "removal"}, "see_dermatologist_marks"),
    ({"skin_conditions": ["blistering_disease"]}, "see_doctor_fragile"),
    ({"family_syndrome": "yes", "number": "few"}, "see_doctor_family"),
    ({"irritation": "severe"}, "explain_symptoms_irritation"),
    ({"irritation": "mild"}, "explain_symptoms_irritation"),
    ({"injury": "scald"}, "explain_symptoms_scald"),
    ({"colour": "white"}, "explain_safety_net"),
    ({"who": "baby"}, "explain_safety_net_baby"),
])
def test_answer_to_a_plain_statement(kb: KnowledgeBase, facts: Facts, said: str) -> None:
    result = kb.infer({**facts, "topic": "symptoms"})
    assert said in result
    assert not any(c.role == "flag" for c in result.conclusions)


@pytest.mark.parametrize(("facts", "said"), [
    ({}, "explain_red_flags"),
    ({"who": "baby"}, "explain_red_flags_baby"),
    ({"site": ["eyelid_skin"]}, "explain_red_flags_eye"),
    ({"site": ["under_eye"]}, "explain_red_flags_eye"),
    ({"site": ["eyelid_edge"], "number": "few"}, "explain_red_flags_eye"),
])
def test_warning_signs_on_request_fit_the_person(kb: KnowledgeBase, facts: Facts, said: str) -> None:
    result = kb.infer({**facts, "topic": "red_flags"})
    first = next(c.id for c in result.conclusions if c.role == "verdict")
    assert first == said


ADVICE = ["symptoms", "lookalikes", "home_care", "product", "action", "timeline", "home_removal"]
# sign: (facts, the visit it names, the topics in which it is named)
VISITS: dict[str, tuple[Facts, str, list[str]]] = {
    "lids": ({"site": ["eyelid_skin"]}, "see_lid_clinician", ["symptoms", "lookalikes", "red_flags"]),
    "removal": ({"wants": "removal"}, "see_dermatologist_removal", ["symptoms", "home_care", "timeline", "red_flags"]),
    "patch": ({"number": "plaque"}, "see_dermatologist_patch", ["symptoms", "lookalikes", "red_flags", "home_care", "product"]),
    "lasting": (
        {"age_group": "infant", "duration_weeks": 20}, "see_doctor_baby_lasting",
        ["symptoms", "newborn_milia", "timeline", "lookalikes", "red_flags", "home_care"]),
    "crop": (
        {"number": "many", "change": ["more_lesions"]}, "see_dermatologist_crop", ["symptoms", "lookalikes", "red_flags", "home_care"]),
    "doubt": ({"surface": "dimple"}, "see_doctor_doubt", ["symptoms", "lookalikes", "red_flags", "home_care", "product"]),
    "marks": (
        {"skin_tone": "brown_black", "considering": ["cryo"]}, "see_dermatologist_marks",
        ["symptoms", "action", "professional", "red_flags"]),
    "keloid": ({"skin_conditions": ["keloid"], "wants": "removal"}, "see_dermatologist_marks", ["symptoms"]),
    "fragile": (
        {"skin_conditions": ["blistering_disease"]}, "see_doctor_fragile", ["symptoms", "lookalikes", "red_flags", "home_care"]),
    "family": ({"family_syndrome": "yes", "number": "few"}, "see_doctor_family", ["symptoms", "lookalikes", "red_flags"]),
    "net": ({"colour": "white"}, "explain_safety_net", ADVICE),
    "net for a baby": ({"who": "baby"}, "explain_safety_net_baby", [*ADVICE, "newborn_milia"]),
}


@pytest.mark.parametrize(("name", "topic"), [(name, topic) for name, (_, _, topics) in VISITS.items() for topic in topics])
def test_visit_is_named_where_it_matters(kb: KnowledgeBase, name: str, topic: str) -> None:
    facts, visit, _ = VISITS[name]
    assert visit in kb.infer({**facts, "topic": topic})
    assert visit not in kb.infer({**facts, "topic": "contagious"})


@pytest.mark.parametrize("topic", ADVICE)
def test_one_safety_net_at_a_time(kb: KnowledgeBase, topic: str) -> None:
    assert "explain_safety_net" not in kb.infer({"age_group": "newborn", "topic": topic})


def test_every_fact_can_be_asked(kb: KnowledgeBase) -> None:
    for spec in kb.facts.values():
        if spec.scope == "person":
            assert "?" in spec.ask and spec.because and spec.unsure, spec.id
            if spec.type in ("enum", "multi"):
                assert set(spec.labels) == set(spec.values), spec.id


@pytest.mark.parametrize("told", [{}, {"more_signs": "unknown"}, {"more_signs": "yes"}])
@pytest.mark.parametrize(("facts", "calm"), [({}, "explain_symptoms"), ({"who": "baby"}, "explain_symptoms_baby")])
def test_no_warning_sign_is_claimed_before_the_rest_is_told(kb: KnowledgeBase, told: Facts, facts: Facts, calm: str) -> None:
    result = kb.infer({"topic": "symptoms", "colour": "white", **facts, **told})
    assert calm not in result
    assert "no warning sign" not in " ".join(kb.text(one.conclusion.id).hold for one in result.withheld)
