"""What was heard reaches the right person."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase, Term
from skill.hearing.heard import Heard
from skill.remembering.memory import take_in, turn_facts
from skill.remembering.session import Session


@pytest.fixture(scope="module")
def terms(kb: KnowledgeBase) -> dict[str, Term]:
    return {term.id: term for kind in kb.vocabulary() for term in kind.terms}


def test_a_pregnancy_is_never_the_babys(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session()
    take_in(Heard(said=(terms["age_group.newborn"], terms["pregnancy.breastfeeding"]), subject="baby"), session, kb.facts)
    assert session.subject == "baby"
    assert session.facts["self"] == {"pregnancy": "breastfeeding"}
    assert session.facts["baby"] == {"age_group": "newborn", "who": "baby"}


def test_i_am_pregnant_turns_the_talk_to_the_speaker(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session(subject="baby")
    take_in(Heard(said=(terms["pregnancy.pregnant"],)), session, kb.facts)
    assert session.subject == "self"
    assert session.known == {"pregnancy": "pregnant"}


def test_the_subject_stays_until_another_is_named(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session()
    take_in(Heard(said=(terms["age_group.newborn"],), subject="baby"), session, kb.facts)
    take_in(Heard(said=(terms["skin_conditions.eczema"],)), session, kb.facts)
    assert session.facts["baby"]["skin_conditions"] == ["eczema", "unknown"]
    take_in(Heard(said=(terms["who.self"],), subject="self"), session, kb.facts)
    assert session.subject == "self"
    assert "skin_conditions" not in session.known


def test_the_intent_may_tell_the_subject(kb: KnowledgeBase) -> None:
    session = Session()
    take_in(Heard(), session, kb.facts, about="baby")
    assert session.subject == "baby"
    assert session.known == {"who": "baby"}


def test_an_answer_is_complete_and_noted(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session(asking=("symptoms",))
    update = take_in(Heard(said=(terms["symptoms.pain"], terms["site.face"])), session, kb.facts)
    assert session.known == {"symptoms": ["pain"], "site": ["face", "unknown"]}
    assert update.answered == ("symptoms",)


def test_a_correction_replaces(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session()
    session.facts["self"] = {"pregnancy": "pregnant"}
    heard = Heard(said=(terms["pregnancy.breastfeeding"],), denied=(terms["pregnancy.pregnant"],))
    update = take_in(heard, session, kb.facts)
    assert session.known == {"pregnancy": "breastfeeding"}
    assert [(one.value, one.denied) for one in update.changes] == [("pregnant", True), ("breastfeeding", False)]


def test_what_is_over_is_forgotten_and_may_be_asked_again(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session(skipped=("pregnancy",))
    session.facts["self"] = {"pregnancy": "pregnant", "unwell": ["fever", "unknown"], "symptoms": ["pus", "pain"]}
    heard = Heard(over=(terms["pregnancy.pregnant"], terms["unwell.fever"], terms["symptoms.pus"]))
    update = take_in(heard, session, kb.facts)
    assert session.known == {"symptoms": ["pain", "unknown"]}
    assert session.skipped == ()
    assert all(one.denied for one in update.changes)


def test_what_is_over_and_was_never_held_changes_nothing(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session()
    session.facts["self"] = {"pregnancy": "breastfeeding"}
    assert take_in(Heard(over=(terms["pregnancy.pregnant"], terms["unwell.fever"])), session, kb.facts).changes == ()
    assert session.known == {"pregnancy": "breastfeeding"}


def test_each_of_two_people_keeps_what_is_said_of_them(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session()
    heard = Heard(
        said=(terms["who.other"], terms["skin_conditions.keloid"], terms["symptoms.pus"]), subject="other",
        whose={"who.other": ("other",), "skin_conditions.keloid": ("other",), "symptoms.pus": ("other", "baby")},
    )
    take_in(heard, session, kb.facts)
    assert session.facts["baby"] == {"who": "baby", "symptoms": ["pus", "unknown"]}
    assert session.facts["other"] == {"who": "other", "skin_conditions": ["keloid", "unknown"], "symptoms": ["pus", "unknown"]}


def test_what_one_has_puts_another_at_risk_until_it_is_taken_back(milia: KnowledgeBase) -> None:
    terms = {term.id: term for kind in milia.vocabulary() for term in kind.terms}
    session = Session()
    sore = terms["skin_conditions.cold_sores"]
    update = take_in(Heard(said=(terms["who.other"], sore), subject="other"), session, milia.facts)
    assert session.facts["baby"] == {"near_cold_sore": "yes"}
    assert "baby" in update.subjects
    assert "near_cold_sore" not in session.facts["self"]
    take_in(Heard(said=(terms["age_group.newborn"],), subject="baby"), session, milia.facts)
    assert session.facts["baby"]["near_cold_sore"] == "yes"
    update = take_in(Heard(said=(terms["who.other"],), denied=(sore,), subject="other"), session, milia.facts)
    assert "near_cold_sore" not in session.facts["baby"]
    assert ("baby", True) in {(one.subject, one.denied) for one in update.changes}


def test_what_is_asked_about_is_no_fact_of_a_person(kb: KnowledgeBase, terms: dict[str, Term]) -> None:
    session = Session()
    heard = Heard(said=(terms["ingredient.retinol"], terms["ingredient.lanolin"], terms["topic.cause_sun"]))
    take_in(heard, session, kb.facts)
    assert session.known == {}
    assert turn_facts(heard, kb.facts, "product") == {"ingredient": ["retinol", "lanolin"], "topic": "cause_sun"}
    assert turn_facts(Heard(), kb.facts, "product") == {"topic": "product"}
    assert turn_facts(Heard(), kb.facts, "no_such_topic") == {}
