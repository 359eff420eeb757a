"""Who is only mentioned: whose word it is, who has the same, and what speakers call themselves."""

from __future__ import annotations

import pytest

from rules_core import Term
from skill.hearing.mentioned import Mentioned
from skill.hearing.slots import Reading
from skill.lexicon.mentions import Mention

WORDS = {
    "oneself": ["i am a {person}"],
    "reports": ["my {person} says(?= they\\b)"],
    "alike": ["my {person} has them too"],
}
MENTIONED = Mentioned(WORDS, ["sister"], ["sister", "baby"], str.split, {"words": ""})


def _told(words: str, *facts: tuple[str, str, int]) -> tuple[Mention, ...]:
    """What is mentioned: a fact, its value and the place of its word."""
    mentions = tuple(Mention(Term(f"{fact}.{value}", fact, value, value), denied=False, places=(place,)) for fact, value, place in facts)
    return MENTIONED.without(Reading("words", "AMAZON.SearchQuery", words, (), False), mentions)


@pytest.mark.parametrize(("words", "facts", "kept"), [
    ("white ones my sister has them too", (("colour", "white", 0), ("who", "other", 3)), ["colour"]),
    ("white ones my baby has them too", (("colour", "white", 0), ("who", "baby", 3)), ["colour"]),
    ("a fever my baby has them too", (("unwell", "fever", 1), ("who", "baby", 3)), ["unwell", "who"]),
    ("my sister says they are white", (("who", "other", 1), ("colour", "white", 5)), ["colour"]),
    ("my sister says she is ill", (("who", "other", 1), ("unwell", "ill", 5)), ["who", "unwell"]),
    ("my sister says they are odd", (("who", "other", 1),), ["who"]),
    ("i am a sister", (("who", "other", 3),), []),
])
def test_only_those_who_are_told_of_are_kept(words: str, facts: tuple[tuple[str, str, int], ...], kept: list[str]) -> None:
    assert [one.term.fact for one in _told(words, *facts)] == kept
