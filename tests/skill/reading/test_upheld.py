"""An emergency that a talk has reached is not lowered by what is told after it of looks, places, numbers or a grown-up's age."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from rules_core import KnowledgeBase, Term
from skill.app import Handler, create_skill
from skill.reading.upheld import MAY_LOWER
from skill.remembering.session import BABY, OTHER, SELF
from tests.cases.reading import cases
from tests.skill.talk import Talk

pytestmark = pytest.mark.slow

SEED, EACH = 5, 6
LOOKS = ("site", "number", "colour", "surface", "feel", "size", "onset", "injury", "irritation", "recent_skin_event", "blister_fragile")
INTENT = {"SYMPTOM": ("SymptomIntent", "symptom"), "SITE": ("AboutMeIntent", "site"), "CIRCUMSTANCE": ("AboutMeIntent", "circumstance")}
GROWN = ("teen", "adult", "older")
OF_ITS_AGE = {
    "unwell.poor_feeding": "not feeding is a baby's sign: a grown-up who does not eat is called about today",
    "unwell.drowsy_floppy": "a grown-up who is sleepy is seen the same day; who cannot be woken is told by another sign",
}
"""Signs that an age may lower, and why."""


def people(kb: KnowledgeBase) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Everybody of the clinical cases for whom there is an emergency, with whom the talk is about."""
    for case in cases("milia"):
        facts = {name: value for name, value in case.facts.items() if kb.facts[name].scope == "person"}
        young = facts.get("age_group") in ("newborn", "infant") or facts.get("who") == BABY or "age_weeks" in facts
        subject = BABY if young else OTHER if facts.get("who") == OTHER else SELF
        if case.level == "emergency" and is_emergency(kb, facts):
            yield case.name, subject, facts


def is_emergency(kb: KnowledgeBase, facts: Mapping[str, Any]) -> bool:
    return kb.infer({"topic": "symptoms", **facts}).level == "emergency"


def aged(facts: Mapping[str, Any]) -> bool:
    """Whether an age is known, or rightly changes what a sign of theirs means."""
    return "age_group" in facts or any(f"unwell.{one}" in OF_ITS_AGE for one in facts.get("unwell", ()))


def told_after(kb: KnowledgeBase) -> Iterator[tuple[str, Term]]:
    """One way to tell each look, place and number, and each age of somebody grown."""
    seen = set()
    for kind in (kind for kind in kb.vocabulary() if kind.id in INTENT):
        for term in kind.terms:
            if term.id not in seen and (term.fact in LOOKS or (term.fact == "age_group" and term.value in GROWN)):
                seen.add(term.id)
                yield kind.id, term


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def test_there_are_many_emergencies_and_much_to_tell_after_them(milia: KnowledgeBase) -> None:
    assert len(list(people(milia))) >= 60
    assert {term.fact for _, term in told_after(milia)} == {*LOOKS, "age_group"} - MAY_LOWER | {"age_group"}


def test_nothing_told_later_of_a_look_lowers_an_emergency(handler: Handler, milia: KnowledgeBase) -> None:
    """Each of them is told a few things more, and those with child all of them."""
    lowered, every, dice = [], list(told_after(milia)), random.Random(SEED)
    for name, subject, facts in people(milia):
        for kind, term in every if facts.get("pregnancy") == "pregnant" else dice.sample(every, EACH):
            if term.fact == "age_group" and (aged(facts) or subject == BABY):
                continue
            talk = Talk(handler, milia)
            talk.attributes = {"v": 1, "subject": subject, "facts": {subject: dict(facts)}}
            intent, slot = INTENT[kind]
            talk(intent, **{slot: term.name})
            if not is_emergency(milia, talk.facts(subject)):
                lowered.append((name, term.id, talk.facts(subject)))
    assert not lowered, lowered[:5]
