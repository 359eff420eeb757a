"""The questions of the skin check: each can be asked, read aloud and left unanswered; few are needed, the gravest first."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from readability import words

from rules_core import FactSpec, KnowledgeBase

Facts = dict[str, Any]

# Who answers: a well person with textbook beads, and what makes each of the others another person.
CALM: Facts = {
    "unwell": ["none"], "danger_signs": ["none"], "allergy_signs": ["none"], "eye_signs": ["none"], "symptoms": ["none"],
    "blister_fragile": "no", "injury": "none", "irritation": "none", "medicines": ["none"], "allergies": ["none"],
    "skin_conditions": ["none"], "immune_weak": "no", "family_syndrome": "no", "steroid_cream": "none", "recent_skin_event": "none",
    "event_weeks_ago": 0, "actives": ["none"], "heavy_products": "no", "sun_protection": "daily", "care_weeks": 0, "who": "self",
    "skin_tone": "medium", "near_cold_sore": "no", "near_pox": "no", "rash_medicine": "no", "gave_birth": "no",
}
BEADS: Facts = {
    "site": ["face"], "colour": "white", "size": "pinhead", "feel": "hard_bead", "surface": "smooth", "number": "few",
    "change": ["stable"], "onset": "gradual", "duration_weeks": 8,
}
BABY: Facts = {
    "age_group": "newborn", "age_weeks": 2, "who": "baby", "pregnancy": "not_applicable", "number": "many", "onset": "birth",
    "duration_weeks": 2, "wants": "baby_reassurance",
}
TURNS: tuple[Facts, ...] = (
    {}, {}, {}, {}, {"skin_conditions": ["eczema"]}, {"medicines": ["blood_thinner"]}, {"symptoms": ["itch"]},
    {"onset": "after_injury", "recent_skin_event": "laser_peel", "event_weeks_ago": 6}, {"surface": "dimple", "colour": "skin"},
    {"feel": "rough", "site": ["arms_thighs"], "number": "many"}, {"colour": "yellow", "site": ["lips"], "feel": "soft"},
    {"change": ["growing"], "number": "single"}, {"symptoms": ["hot_swollen"]}, {"steroid_cream": "long_or_potent"}, BABY, BABY,
)


def people(number: int) -> Iterator[Facts]:
    """Mostly healthy adults, each complete."""
    dice = random.Random(41)
    for _ in range(number):
        someone = {
            **CALM, **BEADS, "age_group": dice.choice(["adult"] * 5 + ["teen", "older"]),
            "site": [dice.choice(["face", "face", "under_eye", "eyelid_skin"])], "number": dice.choice(["single", "few", "few", "many"]),
            "duration_weeks": dice.choice([3, 8, 20, 60]), "wants": dice.choice(["understand", "home_care", "removal", "prevention"]),
            "pregnancy": dice.choice(["no", "no", "not_applicable", "pregnant", "breastfeeding"]),
        }
        yield {**someone, **dice.choice(TURNS)}


def interview(kb: KnowledgeBase, person: Mapping[str, Any]) -> tuple[list[str], Facts]:
    """The questions put to somebody who answers all of each, and what is known then. A screen denied takes one
    question; one that is not, one more for each thing to tell."""
    denying = {screen.id for screen in kb.screens if screen.denies}
    facts: Facts = {}
    asked: list[str] = []
    closed: set[str] = set()
    while (question := kb.next_question(kb.infer(facts), closed)) is not None:
        asked.append(question.screen or question.facts[0])
        if question.screen in denying:
            asked += [name for name in question.facts if not _is_denied(kb.facts[name], person[name])]
        facts |= {name: person[name] for name in question.facts}
        closed |= set(question.facts)
    return asked, facts


def _is_denied(spec: FactSpec, value: Any) -> bool:
    return value in ("none", "no", spec.no, ["none"], [spec.no])


@pytest.fixture(scope="module")
def interviews(kb: KnowledgeBase) -> list[tuple[Facts, list[str], Facts]]:
    return [(person, *interview(kb, person)) for person in people(60)]


def questions(kb: KnowledgeBase) -> list[FactSpec]:
    return [spec for spec in kb.facts.values() if spec.scope == "person" and not spec.derived_from]


def test_every_fact_can_be_asked_and_left_unanswered(kb: KnowledgeBase) -> None:
    for spec in questions(kb):
        assert spec.ask.endswith("?") and spec.because and spec.unsure.endswith("."), spec.id
        assert spec.because[0].islower() and not spec.because.endswith("."), f"{spec.id}: continues 'I ask because'"
        assert [value for value in spec.values if value not in spec.labels] == [], spec.id


def test_questions_are_short_enough_to_be_heard(kb: KnowledgeBase) -> None:
    asks = {item.id: item.ask for item in (*questions(kb), *kb.screens)}
    long = {name: len(words(ask)) for name, ask in asks.items() if len(words(ask)) > 20}
    assert all(count <= 22 for count in long.values()) and len(long) <= 4, long


def test_screens_cover_several_facts_and_say_whether_a_no_denies_them(kb: KnowledgeBase) -> None:
    for screen in kb.screens:
        assert len(screen.facts) > 1 and screen.because
        if screen.denies:
            assert all({"none", "no", kb.facts[name].no} & set(kb.facts[name].values) for name in screen.facts), screen.id


def test_a_skin_check_takes_few_questions(interviews: list[tuple[Facts, list[str], Facts]]) -> None:
    counts = sorted(len(asked) for _, asked, _ in interviews)
    assert statistics.median(counts) <= 9
    assert counts[int(0.9 * len(counts))] <= 11 and counts[-1] <= 14


def test_the_check_ends_at_the_level_that_all_answers_give(kb: KnowledgeBase, interviews: list[tuple[Facts, list[str], Facts]]) -> None:
    for person, asked, facts in interviews:
        assert kb.infer(facts).level == kb.infer(person).level, (person, asked)


def completed(kb: KnowledgeBase, facts: Facts, dice: random.Random) -> Facts:
    """The same person after answering, in some way or other, whatever could still be asked of them."""
    told = dict(facts)
    for spec in questions(kb):
        if spec.id not in told and all(set(_listed(told.get(name))) & set(values) for name, values in spec.ask_if.items()):
            told[spec.id] = _some_answer(spec, dice)
    return told


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _some_answer(spec: FactSpec, dice: random.Random) -> Any:
    if dice.random() < 0.1:
        return "unknown"
    if spec.type == "int":
        return dice.choice([spec.min, spec.max, dice.randint(spec.min, spec.max)])
    if spec.type == "multi":
        values = [value for value in spec.values if value != "none"]
        return dice.sample(values, dice.randint(1, min(3, len(values)))) if dice.random() < 0.7 else ["none"]
    return dice.choice(spec.values)


def decided(kb: KnowledgeBase, facts: Facts) -> tuple[str | None, list[str]]:
    """What the interview is for: the level, and what stands of the deciding kinds."""
    result = kb.infer(facts)
    return result.level, sorted(one.id for one in result.conclusions if one.kind in kb.decision["kinds"])


def test_once_nothing_is_asked_no_answer_changes_the_decision(
    kb: KnowledgeBase, interviews: list[tuple[Facts, list[str], Facts]]
) -> None:
    """By sampling: for each person, answers of every kind to all that was left open."""
    dice = random.Random(17)
    answered = 0
    for _, _, facts in interviews:
        now = decided(kb, facts)
        for _ in range(25):
            other = completed(kb, facts, dice)
            answered += len(other) - len(facts)
            assert decided(kb, other) == now, {name: value for name, value in other.items() if name not in facts}
    assert answered > 10_000, "hardly anything was left open: the sampling says nothing"


def test_danger_is_asked_first_and_products_after_pregnancy(interviews: list[tuple[Facts, list[str], Facts]]) -> None:
    for _, asked, _ in interviews:
        assert asked[0] == "screen_urgent"
        if "pregnancy" in asked:
            products = [asked.index(name) for name in ("screen_products", "actives", "allergies") if name in asked]
            assert all(asked.index("pregnancy") < place for place in products), asked


def test_nobody_is_asked_what_does_not_concern_them(interviews: list[tuple[Facts, list[str], Facts]]) -> None:
    for person, _, facts in interviews:
        if person["age_group"] == "newborn":
            assert not {"pregnancy", "wants", "care_weeks", "sun_protection"} & set(facts)
        else:
            assert "age_weeks" not in facts
        if person["age_group"] in ("newborn", "older") and person["wants"] not in ("home_care", "removal"):
            assert "actives" not in facts, "what only matters in pregnancy, or for a product, is asked of nobody else"
        if person["recent_skin_event"] == "none":
            assert "event_weeks_ago" not in facts


def test_weeks_of_age_are_not_asked_while_the_age_is_not_known(kb: KnowledgeBase) -> None:
    facts: Facts = {"age_group": "unknown", "who": "baby"}
    closed = {"age_group"}
    while (question := kb.next_question(kb.infer(facts), closed)) is not None:
        assert "age_weeks" not in question.facts
        closed |= set(question.facts)
