"""Signs told in parts, in any order, with other words between."""

from __future__ import annotations

import pytest

from rules_core import Term
from skill.lexicon.apart import MOST_BETWEEN, Apart

SHUT = Term("eye.shut", "eye", "shut", "shut eye", apart=((("eye", "lid"), ("shut", "closed up")),))


def found(words: str, *terms: Term) -> list[tuple[int, ...]]:
    """The places of the words that tell a term."""
    content = [(place, "" if word == "." else word) for place, word in enumerate(words.split())]
    return [places for _, places in Apart(terms or (SHUT,), lambda wording: tuple(wording.split())).find(content)]


@pytest.mark.parametrize(("words", "expected"), [
    ("eye shut", [(0, 1)]), ("shut is the eye", [(0, 3)]), ("eye the left one like closed up", [(0, 5, 6)]), ("lid closed", []),
    ("eye", []), ("eye . shut", []),
])
def test_parts_are_found_in_any_order_within_a_sentence(words: str, expected: list[tuple[int, ...]]) -> None:
    assert found(words) == expected


def test_parts_too_far_apart_tell_nothing() -> None:
    assert found("eye" + " x" * MOST_BETWEEN + " shut") and not found("eye" + " x" * (MOST_BETWEEN + 1) + " shut")


def test_each_nearby_place_counts_so_that_a_denied_one_hides_none() -> None:
    assert found("eye not shut but lid shut") == [(0, 2), (0, 5), (2, 4), (4, 5)]


def test_one_word_is_not_two_parts() -> None:
    term = Term("a.b", "a", "b", "b", apart=((("red", "hot"), ("hot", "sore")),))
    assert not found("hot", term) and found("hot sore", term) == [(0, 1)]
