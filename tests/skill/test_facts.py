"""What slots say, resolved in all the ways entity resolution resolves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.intent import Intent

from rules_core import KnowledgeBase, Term
from skill import envelope as envelopes
from skill.facts import Ear
from skill.hearing.heard import Heard
from skill.language import language
from tests.skill.talk import Vocabulary, authority


@pytest.fixture(scope="module")
def ear(kb: KnowledgeBase) -> Ear:
    words = language()
    return Ear(kb.vocabulary(), kb.facts, words.lexicon(kb.vocabulary()), words.heard["carriers"], words.ages())


@pytest.fixture(scope="module")
def terms(kb: KnowledgeBase) -> dict[str, Term]:
    return {term.id: term for kind in kb.vocabulary() for term in kind.terms}


def hear(ear: Ear, slots: dict[str, Any], asking: tuple[str, ...] = ()) -> Heard:
    """Through the same repair and deserialisation as a real request."""
    request = {"type": "IntentRequest", "intent": {"name": "AnyIntent", "slots": slots}}
    intent = envelopes.repaired({"request": request})["request"]["intent"]
    return ear.hear(DefaultSerializer().deserialize(json.dumps(intent), Intent), asking)


def said(ear: Ear, kb: KnowledgeBase, **slots: str) -> Heard:
    vocabulary = Vocabulary(kb)
    return hear(ear, {name: vocabulary.slot(name, words) for name, words in slots.items()})


def ids(found: tuple[Term, ...]) -> set[str]:
    return {term.id for term in found}


def test_resolution_ids_reach_facts(ear: Ear, kb: KnowledgeBase) -> None:
    heard = said(ear, kb, symptom="sore", symptom_two="hot", site="eyelid", denied_symptom="fever", denied="pregnant")
    assert ids(heard.said) == {"symptoms.pain", "symptoms.hot_swollen", "site.eyelid_skin"}
    assert ids(heard.denied) == {"unwell.fever", "pregnancy.pregnant"}
    assert heard.values("symptoms") == ["pain", "hot_swollen"]


@pytest.mark.parametrize("slot", [{}, {"name": "symptom"}, {"name": "symptom", "value": ""}, {"value": "   "}, None, 3, [], "x"])
def test_empty_slots_say_nothing(ear: Ear, slot: Any) -> None:
    heard = hear(ear, {"symptom": slot})
    assert not heard
    assert not heard.words


def test_words_that_match_nothing(ear: Ear, kb: KnowledgeBase) -> None:
    heard = said(ear, kb, symptom="wibbly", who="martian", topic="quantum physics")
    assert not heard
    assert heard.words


def test_an_unknown_ingredient_is_said_to_be_unknown(ear: Ear, kb: KnowledgeBase) -> None:
    assert ids(said(ear, kb, ingredient="zork butter").said) == {"ingredient.unlisted"}
    assert ids(said(ear, kb, ingredient="retinol", ingredient_two="zork").said) == {"ingredient.retinol", "ingredient.unlisted"}


def test_an_ingredient_inside_unmatched_words_counts_by_its_name(ear: Ear, kb: KnowledgeBase) -> None:
    assert ids(said(ear, kb, ingredient="anti aging retinol serum").said) == {"ingredient.retinol"}
    assert ids(said(ear, kb, ingredient="wooly fat").said) == {"ingredient.unlisted"}


def test_other_unmatched_words_are_searched(ear: Ear, kb: KnowledgeBase) -> None:
    assert ids(said(ear, kb, symptom="very very swollen").said) == {"symptoms.hot_swollen"}
    assert ids(said(ear, kb, site="left eyelid").said) == {"site.eyelid_skin"}
    assert ids(said(ear, kb, site="hot eyelid").said) == {"site.eyelid_skin"}


def test_a_denial_inside_a_slot_is_a_denial(ear: Ear, terms: dict[str, Term]) -> None:
    slot = {
        "name": "symptom",
        "value": "not spreading",
        "resolutions": {"resolutionsPerAuthority": [authority("SYMPTOM", [terms["symptoms.spreading_red"]])]},
    }
    heard = hear(ear, {"symptom": slot})
    assert ids(heard.denied) == {"symptoms.spreading_red"}
    assert not heard.said


@pytest.mark.parametrize("code", ["ER_SUCCESS_NO_MATCH", "ER_ERROR_TIMEOUT", "ER_ERROR_EXCEPTION"])
def test_failed_resolution_falls_back_on_the_words(ear: Ear, code: str) -> None:
    slot = {"name": "symptom", "value": "swollen", "resolutions": {"resolutionsPerAuthority": [authority("SYMPTOM", [], code)]}}
    assert ids(hear(ear, {"symptom": slot}).said) == {"symptoms.hot_swollen"}


def test_several_authorities(ear: Ear, terms: dict[str, Term]) -> None:
    dynamic = authority("dynamic.SYMPTOM", [])
    static = authority("SYMPTOM", [terms["symptoms.pus"]])
    slot = {"name": "symptom", "value": "gunk", "resolutions": {"resolutionsPerAuthority": [dynamic, static]}}
    assert ids(hear(ear, {"symptom": slot}).said) == {"symptoms.pus"}


def test_several_matches_all_count_unless_one_is_exact(ear: Ear, terms: dict[str, Term]) -> None:
    both = [terms["ingredient.lanolin"], terms["ingredient.petrolatum"]]
    slot = {"name": "ingredient", "value": "wool", "resolutions": {"resolutionsPerAuthority": [authority("INGREDIENT", both)]}}
    assert ids(hear(ear, {"ingredient": slot}).said) == {"ingredient.lanolin", "ingredient.petrolatum"}
    assert ids(hear(ear, {"ingredient": {**slot, "value": "wool fat"}}).said) == {"ingredient.petrolatum"}


def test_a_slot_of_several_values(ear: Ear, terms: dict[str, Term]) -> None:
    values = [
        {"type": "Simple", "value": words, "resolutions": {"resolutionsPerAuthority": [authority("SYMPTOM", [terms[name]])]}}
        for words, name in (("hot", "symptoms.hot_swollen"), ("fever", "unwell.fever"))
    ]
    slot = {"name": "symptom", "value": "hot and fever", "slotValue": {"type": "List", "values": values}}
    assert ids(hear(ear, {"symptom": slot}).said) == {"symptoms.hot_swollen", "unwell.fever"}


@pytest.mark.parametrize("term_id", ["symptoms.plague", "", "nonsense", "symptoms.", "topic.secret"])
def test_foreign_ids_fall_back_on_the_words(ear: Ear, term_id: str) -> None:
    found = {"authority": "x", "status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"name": "?", "id": term_id}}]}
    slot = {"name": "symptom", "value": "sore", "resolutions": {"resolutionsPerAuthority": [found]}}
    assert ids(hear(ear, {"symptom": slot}).said) == {"symptoms.pain"}


def test_unknown_slots_are_read_too(ear: Ear, terms: dict[str, Term]) -> None:
    slot = {
        "name": "brand_new",
        "value": "hot",
        "resolutions": {"resolutionsPerAuthority": [authority("X", [terms["symptoms.hot_swollen"]])]},
    }
    assert ids(hear(ear, {"brand_new": slot}).said) == {"symptoms.hot_swollen"}
    assert ids(hear(ear, {"brand_new": {"value": "a fever"}}).said) == {"unwell.fever"}


def test_free_words(ear: Ear, kb: KnowledgeBase) -> None:
    heard = said(ear, kb, words="no fever but it is hot and spreading")
    assert ids(heard.said) == {"symptoms.hot_swollen", "symptoms.spreading_red"}
    assert ids(heard.denied) == {"unwell.fever"}


def test_free_words_may_carry_what_stood_before_them(ear: Ear, kb: KnowledgeBase) -> None:
    assert "eye_signs.lid_swelling" in ids(said(ear, kb, eye_words="is swollen and red").said)
    assert said(ear, kb, baby_words="has a fever").subject == "baby"
    assert not said(ear, kb, past_words="a fever").said


def test_free_words_about_a_person_ask_nothing(ear: Ear, kb: KnowledgeBase) -> None:
    assert ids(said(ear, kb, words="sun damage and a fever").said) == {"unwell.fever"}
    assert ids(said(ear, kb, words="sun damage").said) == {"topic.cause_sun"}
    assert ids(said(ear, kb, words="been using retinol and i'm pregnant").said) == {"ingredient.retinol", "pregnancy.pregnant"}


def test_whom_it_is_about(ear: Ear, kb: KnowledgeBase) -> None:
    assert said(ear, kb, who="newborn").subject == "baby"
    assert said(ear, kb, who="toddler").subject == "other"
    assert said(ear, kb, who="myself").subject == "self"
    assert said(ear, kb, circumstance="pregnant").subject == ""


def test_numbers_answer_what_was_asked(ear: Ear) -> None:
    assert hear(ear, {"age_weeks": {"value": "6"}}).numbers == {"age_weeks": 6}
    assert hear(ear, {"number": {"value": "6"}}, ("age_weeks",)).numbers == {"age_weeks": 6}
    assert hear(ear, {"duration": {"value": "P2M"}}, ("age_weeks",)).numbers == {"age_weeks": 8}
    assert hear(ear, {"number": {"value": 6}}, ("age_weeks",)).numbers == {"age_weeks": 6}
    assert not hear(ear, {"number": {"value": "600"}}, ("age_weeks",)).numbers
    assert not hear(ear, {"number": {"value": "?"}}, ("age_weeks",)).numbers


def words_of(ear: Ear, **slots: str) -> Heard:
    return hear(ear, {name: {"name": name, "value": words} for name, words in slots.items()})


def test_free_words_about_two_people_give_each_their_own(ear: Ear) -> None:
    heard = words_of(ear, other_words="has a keloid and my newborn has pus")
    assert heard.whose["skin_conditions.keloid"] == ("other",)
    assert heard.whose["symptoms.pus"] == ("baby",)


def test_in_slots_a_sign_beside_two_people_counts_for_both(ear: Ear, kb: KnowledgeBase) -> None:
    heard = said(ear, kb, who="partner", circumstance="keloid", who_two="newborn", symptom="pus")
    assert heard.whose["symptoms.pus"] == heard.whose["skin_conditions.keloid"] == ("other", "baby")
    assert heard.whose["age_group.newborn"] == ("baby",)


def test_what_the_speaker_says_of_themselves_is_theirs(ear: Ear, kb: KnowledgeBase) -> None:
    heard = said(ear, kb, own="eczema", who="newborn", symptom="pus")
    assert heard.whose == {"skin_conditions.eczema": ("self",)}
    assert heard.subject == "baby"


def test_a_remark_on_the_past_takes_back_circumstances_and_a_correction_also_signs(ear: Ear) -> None:
    assert ids(words_of(ear, past_words="pregnant last year").over) == {"pregnancy.pregnant"}
    assert words_of(ear, past_words="a fever last year").over == ()
    assert ids(words_of(ear, corrected_words="a fever last year").over) == {"unwell.fever"}


def test_somebody_besides_is_told_from_a_correction_of_whom(ear: Ear, kb: KnowledgeBase) -> None:
    assert said(ear, kb, who_two="partner").mode == "besides"
    assert said(ear, kb, instead="partner").mode == "instead"
    assert said(ear, kb, who="partner").mode == ""
    assert said(ear, kb, instead="partner").subject == "other"
