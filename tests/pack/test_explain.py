"""What milia are, why they form and what to expect: the right answer comes first, for whoever asks."""

from __future__ import annotations

from typing import Any

import pytest

from rules_core import KnowledgeBase, Result

BABY = {"age_group": "newborn"}

GENERAL = {
    "what_are_milia": "explain_what_are_milia",
    "newborn_milia": "explain_newborn_milia",
    "types": "explain_types",
    "secondary_milia": "explain_secondary_milia",
    "en_plaque": "explain_en_plaque",
    "eruptive": "explain_eruptive",
    "harmless": "explain_harmless",
    "contagious": "explain_contagious",
    "causes": "explain_causes",
    "cause_turnover": "explain_cause_turnover",
    "cause_injury": "explain_cause_injury",
    "cause_heavy_products": "explain_cause_heavy_products",
    "cause_sun": "explain_cause_sun",
    "cause_medical": "explain_cause_medical",
    "cause_age_hormones": "explain_cause_age_hormones",
    "cause_hygiene_diet": "explain_cause_hygiene_diet",
    "cause_everyday": "explain_cause_everyday",
    "cause_medicines": "explain_cause_medicines",
    "timeline": "explain_timeline",
    "home_removal": "explain_home_removal",
    "eyes": "explain_eyes",
    "sunscreen_cause": "explain_sunscreen_cause",
    "lookalikes": "explain_lookalikes",
}

FOR_A_BABY = {
    "what_are_milia": "explain_newborn_milia",
    "newborn_milia": "explain_newborn_milia",
    "types": "explain_newborn_milia",
    "harmless": "explain_harmless_newborn",
    "contagious": "explain_contagious",
    "causes": "explain_causes_newborn",
    "cause_sun": "explain_causes_newborn",
    "cause_heavy_products": "explain_causes_newborn",
    "cause_hygiene_diet": "explain_causes_newborn",
    "timeline": "explain_timeline_newborn",
    "home_removal": "explain_home_removal_baby",
    "eyes": "explain_eyes_baby",
    "sunscreen_cause": "explain_sunscreen_cause_baby",
    "lookalikes": "explain_lookalikes_newborn",
}

# topic, what the person said before, and the entry that must be spoken first
FOR_THIS_PERSON: list[tuple[str, dict[str, Any], str]] = [
    ("timeline", {"pregnancy": "pregnant"}, "explain_timeline_pregnancy"),
    ("timeline", {"pregnancy": "planning"}, "explain_timeline_pregnancy"),
    ("timeline", {"pregnancy": "no"}, "explain_timeline"),
    ("timeline", {"site": ["eyelid_skin"]}, "explain_timeline_eye"),
    ("timeline", {"site": ["under_eye"], "pregnancy": "pregnant"}, "explain_timeline_eye"),
    ("timeline", {"recent_skin_event": "burn"}, "explain_timeline_secondary"),
    ("timeline", {"onset": "after_injury"}, "explain_timeline_secondary"),
    ("timeline", {"care_weeks": 12}, "explain_timeline_twelve_weeks"),
    ("timeline", {"care_weeks": 11}, "explain_timeline"),
    ("timeline", {"age_group": "infant", "age_weeks": 13}, "explain_newborn_lasting"),
    ("timeline", {"age_group": "infant", "age_weeks": 12}, "explain_timeline_newborn"),
    ("timeline", {"age_group": "infant", "duration_weeks": 13}, "explain_newborn_lasting"),
    ("timeline", {"who": "baby"}, "explain_timeline_newborn"),
    ("timeline", {"age_group": "child"}, "explain_timeline_child"),
    ("timeline", {"age_group": "child", "recent_skin_event": "burn"}, "explain_timeline_secondary"),
    ("newborn_milia", {"age_weeks": 20}, "explain_newborn_lasting"),
    ("newborn_milia", {"age_group": "child"}, "explain_child_milia"),
    ("home_removal", {"age_group": "infant"}, "explain_home_removal_baby"),
    ("home_removal", {"who": "baby"}, "explain_home_removal_baby"),
    ("home_removal", {"age_group": "child"}, "explain_home_removal_child"),
    ("home_removal", {"pregnancy": "pregnant"}, "explain_home_removal_pregnancy"),
    ("home_removal", {"site": ["eyelid_skin", "unknown"]}, "explain_home_removal_eye"),
    ("home_removal", {"site": ["face"], "age_group": "adult"}, "explain_home_removal"),
    ("eyes", {"site": ["eyelid_edge", "unknown"]}, "explain_eyes_lid_edge"),
    ("harmless", {"number": "plaque"}, "explain_harmless_unsure"),
    ("causes", {"recent_skin_event": "laser_peel"}, "explain_causes_own_injury"),
    ("causes", {"injury": "scald"}, "explain_causes_own_injury"),
    ("causes", {"heavy_products": "yes"}, "explain_causes_own_heavy"),
    ("causes", {"sun_protection": "never"}, "explain_causes_own_sun"),
    ("causes", {"age_group": "older"}, "explain_causes_own_age"),
    ("causes", {"sun_protection": "daily", "heavy_products": "no", "age_group": "adult"}, "explain_causes"),
    ("causes", {"heavy_products": "yes", "recent_skin_event": "tattoo", "sun_protection": "never"}, "explain_causes_own_injury"),
]

# Facts that also raise a warning: the warning is said first, the entry stands behind it.
BEHIND_A_WARNING: list[tuple[str, dict[str, Any], str]] = [
    ("causes", {"steroid_cream": "long_or_potent"}, "explain_causes_own_steroid"),
    ("causes", {"medicines": ["ciclosporin", "unknown"]}, "explain_causes_own_medicine"),
    ("causes", {"blister_fragile": "yes"}, "explain_causes_own_medical"),
    ("timeline", {"steroid_cream": "long_or_potent"}, "explain_timeline_medicine"),
    ("harmless", {"change": ["growing", "unknown"]}, "explain_harmless_unsure"),
    ("harmless", {"medicines": ["cancer_drug", "unknown"]}, "explain_harmless_unsure"),
]

CONDITIONS: list[tuple[str, dict[str, Any], str]] = [
    ("newborn_milia", {}, "explain_newborn_watch"),
    ("harmless", BABY, "explain_newborn_watch"),
    ("causes", BABY, "explain_newborn_watch"),
    ("home_removal", {"skin_tone": "brown_black"}, "explain_home_removal_marks"),
    ("home_removal", {"skin_conditions": ["keloid", "unknown"]}, "explain_home_removal_marks"),
    ("home_removal", {"injury": "picked"}, "explain_home_removal_picked"),
    ("cause_heavy_products", {}, "explain_cause_keep_prescribed"),
    ("causes", {"heavy_products": "yes"}, "explain_cause_keep_prescribed"),
]


def first(result: Result) -> str | None:
    """The verdict that is spoken first."""
    return next((item.id for item in result.conclusions if item.role == "verdict"), None)


def standing(result: Result, role: str) -> set[str]:
    return {item.id for item in result.conclusions if item.role == role}


@pytest.mark.parametrize(("topic", "entry"), GENERAL.items())
def test_a_plain_question_gets_its_own_answer(kb: KnowledgeBase, topic: str, entry: str) -> None:
    assert first(kb.infer({"topic": topic})) == entry


@pytest.mark.parametrize(("topic", "entry"), FOR_A_BABY.items())
@pytest.mark.parametrize("baby", [BABY, {"age_group": "infant"}, {"who": "baby"}], ids=["newborn", "infant", "a baby"])
def test_a_baby_gets_another_answer(kb: KnowledgeBase, topic: str, entry: str, baby: dict[str, Any]) -> None:
    assert first(kb.infer({"topic": topic, **baby})) == entry


@pytest.mark.parametrize(("topic", "said", "entry"), FOR_THIS_PERSON)
def test_what_the_person_said_changes_the_answer(kb: KnowledgeBase, topic: str, said: dict[str, Any], entry: str) -> None:
    assert first(kb.infer({"topic": topic, **said})) == entry


@pytest.mark.parametrize(("topic", "said", "entry"), BEHIND_A_WARNING)
def test_an_answer_stands_behind_its_warning(kb: KnowledgeBase, topic: str, said: dict[str, Any], entry: str) -> None:
    assert first(kb.infer({"topic": topic, **said})) == entry


@pytest.mark.parametrize(("topic", "said", "entry"), CONDITIONS)
def test_a_condition_comes_with_the_answer(kb: KnowledgeBase, topic: str, said: dict[str, Any], entry: str) -> None:
    assert entry in standing(kb.infer({"topic": topic, **said}), "condition")


def test_an_adult_is_not_told_about_babies(kb: KnowledgeBase) -> None:
    for topic in ("what_are_milia", "timeline", "home_removal", "causes", "harmless"):
        result = kb.infer({"topic": topic, "age_group": "adult", "who": "self"})
        assert not {entry for entry in standing(result, "verdict") | standing(result, "condition") if "newborn" in entry or "baby" in entry}


def test_nothing_is_explained_that_was_not_asked(kb: KnowledgeBase) -> None:
    person = {
        "age_group": "adult", "pregnancy": "pregnant", "site": ["eyelid_skin"], "heavy_products": "yes", "recent_skin_event": "burn",
        "sun_protection": "never", "care_weeks": 20,
    }
    assert not [item.id for item in kb.infer(person).conclusions if item.kind == "explanation" and item.role != "silent"]


@pytest.mark.parametrize("topic", sorted({*GENERAL, *FOR_A_BABY}))
@pytest.mark.parametrize("said", [{}, BABY, {"pregnancy": "pregnant"}, {"site": ["eyelid_skin"]}], ids=str)
def test_every_offer_leads_to_an_answer(kb: KnowledgeBase, topic: str, said: dict[str, Any]) -> None:
    entry = first(kb.infer({"topic": topic, **said}))
    assert entry is not None
    offer = kb.entry(entry).offer
    if offer is not None:
        followed = kb.infer({**said, **offer.facts})
        assert first(followed) or followed.withheld
        assert first(followed) != entry


def test_why_names_what_was_said(kb: KnowledgeBase) -> None:
    result = kb.infer({"topic": "causes", "recent_skin_event": "laser_peel"})
    proof = str(kb.why(result, "explain_causes_own_injury"))
    assert "cause_injury" in proof
    assert "recent_skin_event" in proof


def test_causes_are_ranked_by_what_was_said(kb: KnowledgeBase) -> None:
    said = {"steroid_cream": "long_or_potent", "recent_skin_event": "burn", "heavy_products": "yes", "sun_protection": "never"}
    causes = [item.id for item in kb.infer(said).conclusions if item.kind == "cause"]
    assert causes == ["cause_medicines", "cause_injury", "cause_heavy_products", "cause_sun"]


def test_doing_nothing_comes_first(kb: KnowledgeBase) -> None:
    for entry in ("explain_home_removal", "explain_home_removal_pregnancy", "explain_eyes"):
        assert "leave" in kb.text(entry).say.split(".")[0]


@pytest.mark.parametrize(("slot", "surface", "term"), [
    ("TOPIC", "milk seeds", "topic.what_are_milia"),
    ("TOPIC", "oil seeds", "topic.what_are_milia"),
    ("TOPIC", "millia", "topic.what_are_milia"),
    ("TOPIC", "milk spots", "topic.newborn_milia"),
    ("TOPIC", "epstein pearls", "topic.newborn_milia"),
    ("LOOKALIKE", "white heads", "topic.lookalike_whitehead"),
    ("LOOKALIKE", "chicken skin", "topic.lookalike_keratosis_pilaris"),
    ("LOOKALIKE", "sebaceous cyst", "topic.lookalike_epidermoid_cyst"),
    ("CAUSE", "vaseline", "topic.cause_heavy_products"),
    ("CAUSE", "chocolate", "topic.cause_hygiene_diet"),
    ("CAUSE", "steroid cream", "topic.cause_medicines"),
    ("CAUSE", "sunscreen", "topic.sunscreen_cause"),
])
def test_everyday_words_are_known(kb: KnowledgeBase, slot: str, surface: str, term: str) -> None:
    terms = next(kind.terms for kind in kb.vocabulary() if kind.id == slot)
    assert [one.id for one in terms if surface in (one.name, *one.says)] == [term]
