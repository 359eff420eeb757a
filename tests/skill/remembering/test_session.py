"""Session attributes: written and read back, tolerant of anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules_core import KnowledgeBase
from skill.remembering import session as sessions
from skill.remembering.said import Said
from skill.remembering.session import Offer, Session

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
PARTS = st.sampled_from(
    ["subject", "facts", "turn", "asking", "offer", "last", "more", "skipped", "questions", "errors", "variants", "earlier"]
)


def full() -> Session:
    session = Session(subject="baby", turn={"topic": "product", "ingredient": ["retinol"]}, asking=("pregnancy",))
    session.facts["self"] = {"pregnancy": "pregnant", "symptoms": ["pain", "unknown"]}
    session.facts["baby"] = {"age_group": "newborn", "age_weeks": 3}
    session.offer, session.last = Offer("ask", {"topic": "causes"}), Said("Hello?", "Well?")
    session.more, session.skipped, session.questions, session.errors = ("explain_what:more.0",), ("site",), 2, 1
    session.variants = {"ack": 1}
    session.earlier = (("self", {"topic": "causes"}), ("baby", {"topic": "newborn_milia"}))
    return session


def test_written_and_read_back(kb: KnowledgeBase) -> None:
    attributes = json.loads(json.dumps(sessions.write(full())))
    assert attributes["v"] == 1
    assert sessions.read(attributes, kb.facts) == full()


def test_an_empty_session_writes_little() -> None:
    assert sessions.write(Session()) == {"v": 1, "subject": "self"}


@pytest.mark.parametrize("attributes", [None, {}, [], "x", 5, {"v": 0}, {"v": 2, "subject": "baby"}, {"subject": "baby"}, {1: 2}])
def test_foreign_or_old_attributes_are_a_new_session(kb: KnowledgeBase, attributes: Any) -> None:
    assert sessions.read(attributes, kb.facts) == Session()


def test_unknown_facts_and_values_are_dropped(kb: KnowledgeBase) -> None:
    facts = {
        "pregnancy": "pregnant",
        "plague": "yes",
        "symptoms": ["boils"],
        "topic": "product",
        "ingredient_class": ["acid"],
        "site": "face",
    }
    session = sessions.read({"v": 1, "subject": "king", "facts": {"self": facts, "cat": facts}, "turn": facts}, kb.facts)
    assert session.subject == "self"
    assert session.facts == {"self": {"pregnancy": "pregnant"}, "baby": {}, "other": {}}
    assert session.turn == {"pregnancy": "pregnant", "topic": "product"}


def test_oversized_parts_are_dropped(kb: KnowledgeBase) -> None:
    huge = {"v": 1, "last": {"speech": "x" * 10**6}, "more": ["a:say"] * 10**4, "variants": {str(n): 1 for n in range(10**4)}}
    session = sessions.read(huge, kb.facts)
    assert session.last is None
    assert len(json.dumps(sessions.write(session))) < 2000


@given(part=PARTS, value=JSON)
def test_no_attribute_breaks_it(kb: KnowledgeBase, part: str, value: Any) -> None:
    session = sessions.read({**sessions.write(full()), part: value}, kb.facts)
    sessions.read(json.loads(json.dumps(sessions.write(session))), kb.facts)
    kb.infer(session.question())
