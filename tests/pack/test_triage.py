"""Triage of the milia pack: every person of the tables gets the level they deserve, and the flag spoken belongs to it."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from tests.pack.triage_people import PROFILES, SAID, VALUES, C, D, E, Facts

EVERYONE = {**PROFILES, **VALUES}


@pytest.mark.parametrize("name", EVERYONE)
def test_level_of_a_person(kb: KnowledgeBase, name: str) -> None:
    base, changes, level = EVERYONE[name]
    result = kb.infer({**base, **changes})
    assert result.level == level, [str(firing) for firing in result.trace if "level" in str(firing)]


@pytest.mark.parametrize("name", [n for n, (_, _, level) in EVERYONE.items() if level in (E, D)])
def test_the_flag_spoken_belongs_to_the_level(kb: KnowledgeBase, name: str) -> None:
    base, changes, level = EVERYONE[name]
    flags = [c.id for c in kb.infer({**base, **changes}).conclusions if c.role == "flag"]
    assert flags[0].startswith(f"see_{level}")


# Signs that say more than the level: the words fit the person.
FITTING: dict[str, tuple[Facts, str]] = {
    "a baby off feeds": ({"age_group": "newborn", "unwell": ["poor_feeding"]}, "see_emergency_baby"),
    "a confused baby": ({"age_group": "infant", "unwell": ["confusion"]}, "see_emergency_baby"),
    "a baby whose rash stays": ({"age_group": "infant", "danger_signs": ["rash_not_fading"]}, "see_emergency_baby"),
    "a hot bump on a baby": ({"age_group": "infant", "symptoms": ["hot_swollen"]}, "see_same_day_baby_skin"),
    "spreading red on a baby": ({"age_group": "infant", "symptoms": ["spreading_red"]}, "see_same_day_baby_skin"),
    "a baby with a racing heart": ({"age_group": "infant", "danger_signs": ["fast_heartbeat"]}, "see_same_day_baby_unwell"),
    "a baby with a bad headache": ({"age_group": "infant", "danger_signs": ["severe_headache"]}, "see_same_day_baby_unwell"),
    "a sore baby": ({"age_group": "infant", "symptoms": ["pain"]}, "see_doctor_soon_baby_skin"),
    "a growing lid bump": ({"site": ["eyelid_skin"], "change": ["growing"]}, "see_doctor_soon_lid"),
    "a bleeding lid bump": ({"site": ["eyelid_skin"], "change": ["bleeding"]}, "see_doctor_soon_lid"),
    "an open lid bump": ({"site": ["eyelid_skin"], "change": ["not_healing"]}, "see_doctor_soon_lid"),
}


@pytest.mark.parametrize("name", FITTING)
def test_words_fit_the_person(kb: KnowledgeBase, name: str) -> None:
    facts, flag = FITTING[name]
    assert flag in kb.infer(facts)


@pytest.mark.parametrize("name", SAID)
def test_sign_said_in_passing(kb: KnowledgeBase, name: str) -> None:
    facts, level, flag = SAID[name]
    result = kb.infer(facts)
    assert (result.level, flag in result) == (level, True), result.conclusions
    assert kb.entry(flag).role == "flag"


@pytest.mark.parametrize("topic", ["product", "action", "home_care", "red_flags", "symptoms", "what_are_milia", "cryotherapy"])
@pytest.mark.parametrize("name", [n for n, (_, level, _) in SAID.items() if level in (E, D) and n != "chest pain"])
def test_urgent_sign_speaks_in_every_topic(kb: KnowledgeBase, name: str, topic: str) -> None:
    facts, level, flag = SAID[name]
    result = kb.infer({**facts, "topic": topic})
    assert result.level == level
    assert flag in result
    assert not [c.id for c in result.conclusions if c.kind == "treatment"]


SOON = [name for name, (_, level, _) in SAID.items() if level == "doctor_soon"]


@pytest.mark.parametrize("name", SOON)
def test_doctor_soon_stands_beside_knowledge_and_before_advice(kb: KnowledgeBase, name: str) -> None:
    facts, _, flag = SAID[name]
    beside = kb.infer({**facts, "topic": "what_are_milia"})
    assert "see_doctor_soon_reminder" in beside and flag not in beside
    before = kb.infer({**facts, "topic": "product", "ingredient": ["retinol"]})
    assert flag in before and "see_doctor_soon_reminder" not in before


def test_emergencies_say_where_help_is(kb: KnowledgeBase) -> None:
    emergencies = {c.id for facts in _all_facts() for c in kb.infer(facts).conclusions if c.id.startswith("see_emergency")}
    assert len(emergencies) == 24
    for flag in emergencies:
        assert "local emergency number" in kb.text(flag).say, flag


def _all_facts() -> list[Facts]:
    return [{**base, **changes} for base, changes, _ in EVERYONE.values()] + [facts for facts, _, _ in SAID.values()]


def test_every_level_has_words(kb: KnowledgeBase) -> None:
    assert all(kb.text(f"level_{name}").say for name in kb.levels)


def test_silence_has_no_level(kb: KnowledgeBase) -> None:
    assert kb.infer({}).level is None
    assert kb.infer({"topic": "what_are_milia"}).level == C
