"""Every sign that is a warning by itself, in every state of the conversation: it is said, for whoever has it, before anything else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from rules_core import KnowledgeBase, Term
from skill.app import Handler, create_skill
from tests.skill.milia_states import STATES, Branch

LEVELS = ("self_care", "routine", "doctor_soon", "same_day", "emergency")
SIGNS = ("SYMPTOM", "CIRCUMSTANCE")


@pytest.fixture(scope="module")
def seen() -> list[Any]:
    return []


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase, seen: list[Any]) -> Handler:
    return create_skill(milia, observer=seen.append)


def told(milia: KnowledgeBase, term: Term) -> dict[str, Any]:
    spec = milia.facts[term.fact]
    return {"topic": "symptoms", term.fact: [term.value, "unknown"] if spec.type == "multi" else term.value}


def warnings(milia: KnowledgeBase) -> Iterator[tuple[str, Term, str]]:
    """Slot type, term and level of everything in the vocabulary that is a warning without anything else."""
    for kind in milia.vocabulary():
        for term in (term for term in kind.terms if kind.id in SIGNS and term.value != "none"):
            result = milia.infer(told(milia, term))
            if any(one.role == "flag" for one in result.conclusions):
                assert result.level
                yield kind.id, term, result.level


def test_there_are_many_of_every_urgency(milia: KnowledgeBase) -> None:
    found = [level for _, _, level in warnings(milia)]
    assert len(found) >= 30
    assert {"doctor_soon", "same_day", "emergency"} == set(found)


@pytest.mark.parametrize("state", STATES)
def test_it_is_said_in_every_state(handler: Handler, milia: KnowledgeBase, seen: list[Any], state: str) -> None:
    """Through its slot and in plain words; as urgent as it is for that person, and with no advice on products beside it."""
    branch = Branch(handler, milia, STATES[state])
    about = branch.last.attributes.get("subject", "self")
    advice = {milia.text(one).say for one in milia.entries if one.startswith("use_")}
    lost = []
    for kind, term, _ in warnings(milia):
        intent = "SymptomIntent" if kind == "SYMPTOM" else "AboutMeIntent"
        ways = [(intent, {kind.lower(): term.name}), ("ProductIntent", {"ingredient": "retinol", kind.lower(): term.name})]
        ways += [("TalkIntent", {"words": f"{term.name} since this morning"})] if kind == "SYMPTOM" else []
        for name, slots in ways:
            talk, before = branch.talk(), len(seen)
            said = talk(name, **slots)
            turned_to = talk.attributes.get("subject", about)
            level = milia.infer({**branch.last.facts(turned_to), **told(milia, term)}).level or ""
            levels = [one["level"] for one in seen[before:] if any(each.startswith("see_") for each in one["conclusions"])]
            if not levels or LEVELS.index(levels[-1]) < LEVELS.index(level) or talk.ended:
                lost.append((name, term.id, level, levels, said))
            assert not any(text in said for text in advice if text), (term.id, said)
    assert not lost, lost[:5]


@pytest.mark.parametrize("state", STATES)
def test_it_is_said_of_the_one_who_has_it(handler: Handler, milia: KnowledgeBase, state: str) -> None:
    branch = Branch(handler, milia, STATES[state])
    for who, subject in (("my newborn", "baby"), ("my friend", "other"), ("me", "self")):
        known = {name: branch.last.facts(name) for name in ("self", "baby", "other")}
        talk = branch.talk()
        talk("SymptomIntent", who=who, symptom="pus")
        assert "pus" in talk.facts(subject)["symptoms"], (state, who)
        for other in {"self", "baby", "other"} - {subject}:
            assert talk.facts(other) == known[other], (state, who, other)


@pytest.mark.parametrize("state", STATES)
def test_an_emergency_elsewhere_has_its_line_in_every_state(handler: Handler, milia: KnowledgeBase, state: str) -> None:
    talk = Branch(handler, milia, STATES[state]).talk()
    said = talk("EmergencyIntent")
    assert "emergency number" in said
    assert not talk.ended
