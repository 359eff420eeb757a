"""Every answer the milia pack can give, for people of many kinds: short enough, complete, and closed or open as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from rules_core import KnowledgeBase
from skill.app import Handler, create_skill
from skill.remembering import session as sessions
from skill.remembering.session import Offer, Session
from tests.skill.talk import check, envelope, plain

PEOPLE: dict[str, Mapping[str, Any]] = {
    "nobody known": {},
    "an adult": {"age_group": "adult"},
    "a newborn": {"age_group": "newborn", "who": "baby"},
    "a baby": {"age_group": "infant", "who": "baby"},
    "a child": {"age_group": "child"},
    "a teen": {"age_group": "teen"},
    "somebody older": {"age_group": "older"},
    "pregnant": {"pregnancy": "pregnant"},
    "planning": {"pregnancy": "planning", "actives": ["retinoid", "unknown"]},
    "breastfeeding": {"pregnancy": "breastfeeding"},
    "on the lid": {"site": ["eyelid_skin", "unknown"]},
    "under the eye": {"site": ["under_eye"]},
    "on isotretinoin": {"medicines": ["isotretinoin_now", "unknown"]},
    "keloid and eczema": {"skin_conditions": ["eczema", "keloid", "unknown"]},
    "brown or black skin": {"skin_tone": "brown_black"},
    "itching": {"symptoms": ["itch", "unknown"]},
    "hot and swollen": {"symptoms": ["hot_swollen", "unknown"]},
    "raw skin": {"irritation": "severe"},
    "picked": {"injury": "picked"},
    "sunburned": {"recent_skin_event": "sunburn"},
    "aspirin allergy": {"allergies": ["aspirin_nsaid", "unknown"]},
    "growing": {"change": ["growing", "unknown"], "number": "single"},
    "all well": {
        "unwell": ["none"],
        "allergy_signs": ["none"],
        "eye_signs": ["none"],
        "age_group": "adult",
        "symptoms": ["none"],
        "site": ["face"],
        "number": "few",
        "change": ["stable"],
        "pregnancy": "no",
        "medicines": ["none"],
        "allergies": ["none"],
        "skin_conditions": ["none"],
        "actives": ["none"],
        "irritation": "none",
        "skin_tone": "light",
        "blister_fragile": "no",
        "injury": "none",
        "recent_skin_event": "none",
        "immune_weak": "no",
        "steroid_cream": "none",
    },
}


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def answer(handler: Handler, facts: Mapping[str, Any], asked: Mapping[str, Any], opened: bool) -> dict[str, Any]:
    """What somebody with these facts hears when they ask this."""
    session = Session(subject="baby" if facts.get("who") == "baby" else "self", offer=Offer("ask", asked))
    session.facts[session.subject] = dict(facts)
    request = {"type": "IntentRequest", "intent": {"name": "AMAZON.YesIntent", "slots": {}}}
    return handler(envelope(request, sessions.write(session), new=not opened), None)


def questions(kb: KnowledgeBase) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {topic: {"topic": topic} for topic in kb.facts["topic"].values}
    found |= {one: {"topic": "product", "ingredient": [one]} for one in kb.facts["ingredient"].values}
    return found | {f"to {one}": {"topic": "action", "considering": [one]} for one in kb.facts["considering"].values}


@pytest.mark.parametrize("person", PEOPLE)
def test_every_answer_holds_to_the_rules_of_speech(milia: KnowledgeBase, handler: Handler, person: str) -> None:
    """Ninety words, one question exactly when the session is open, a shorter reprompt, a disclaimer, a clean card."""
    everything = questions(milia)
    place = list(PEOPLE).index(person)
    for number, (name, asked) in enumerate(everything.items()):
        if asked["topic"] == "product" and (number + place) % 4:
            continue
        out = answer(handler, PEOPLE[person], asked, opened=bool((number + place) % 3))
        check(out)
        said = plain(out["response"]["outputSpeech"])
        assert "general information" in said or "cannot see or examine" in said, (name, said)
        assert "not medical advice" in out["response"]["card"]["content"], name
        assert "checked answer" not in said, name


def test_under_a_red_flag_no_question_gets_product_advice(milia: KnowledgeBase, handler: Handler) -> None:
    ill = {"symptoms": ["hot_swollen", "spreading_red", "unknown"], "unwell": ["fever", "unknown"]}
    said = {
        plain(answer(handler, ill, asked, True)["response"]["outputSpeech"])
        for name, asked in questions(milia).items()
    }
    assert len(said) == 1, said
    assert "emergency" in said.pop().lower()
