"""Sentences written down as patterns."""

from __future__ import annotations

import pytest

from skill.hearing.grammar import Grammar

GRAMMAR = Grammar(
    {"moved": ["[it's|that's] {who=one} [and] not {one} {told}"], "one": ["my {kin}", "me"], "left": ["leave {any} [now|then]* [{rest}]"]},
    {"kin": ("son", "mother in law", "mother")}, "it|i")


@pytest.mark.parametrize(("name", "said", "found"), [
    ("moved", "it's my son not me", {"who": "my son", "told": ""}),
    ("moved", "my mother in law and not my son who is ten", {"who": "my mother in law", "told": "who is ten"}),
    ("moved", "it's my sonny not me", None), ("moved", "my son", None),
    ("left", "leave me now then it hurts", {"rest": "it hurts"}), ("left", "leave me", {"rest": ""}), ("left", "leave", None),
])
def test_a_sentence_is_read_by_its_pattern(name: str, said: str, found: dict[str, str] | None) -> None:
    assert GRAMMAR.read(name, said) == found
