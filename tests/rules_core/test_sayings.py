"""A saying with a named wording stands for every way of saying it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules_core import KnowledgeBase, PackError
from rules_core.packs import compile_folder

PLANTS = Path("examples/packs/plants/plants.yaml").read_text(encoding="utf-8")
WORDINGS = """
wordings:
- {id: greasy, says: [greasy, oily]}
- {id: spray, says: [spray, squirt, plain oil]}
"""


def says(tmp_path: Path, sayings: str, wordings: str = WORDINGS) -> dict[str, tuple[str, ...]]:
    """The sayings of each product, the first with these besides."""
    text = PLANTS.replace("says: [", f"says: [{sayings}, ", 1)
    (tmp_path / "plants.yaml").write_text(text + wordings, encoding="utf-8")
    base = KnowledgeBase(compile_folder(tmp_path))
    return {term.value: term.says for kind in base.vocabulary() for term in kind.terms}


def first(found: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next(iter(found.values()))


def test_every_pair_is_written_out_in_the_order_of_the_list(tmp_path: Path) -> None:
    assert first(says(tmp_path, "<greasy> <spray>"))[:3] == ("greasy spray", "greasy squirt", "greasy plain oil")
    assert len([one for one in first(says(tmp_path, "<greasy> <spray>")) if one.startswith(("greasy ", "oily "))]) == 6


def test_what_is_said_in_so_many_words_is_not_said_twice(tmp_path: Path) -> None:
    found = first(says(tmp_path, "oily spray, <greasy> <spray>"))
    assert found.count("oily spray") == 1 and len(found) == len(set(found))


@pytest.mark.parametrize(("sayings", "wordings", "expected"), [
    ("<gresy> leaf", WORDINGS, "no wording 'gresy' is declared"),
    ("<greasy>", WORDINGS + "- {id: greasy, says: [fat]}\n", "'greasy' is declared twice in wordings"),
    ("<greasy> <greasy> <greasy> <greasy> <greasy> <greasy> <greasy> <greasy> <greasy> <greasy> <greasy>", WORDINGS, "more than 1500"),
])
def test_a_slip_is_refused(tmp_path: Path, sayings: str, wordings: str, expected: str) -> None:
    with pytest.raises(PackError, match=expected):
        says(tmp_path, sayings, wordings)


APART = "apart:\n- {term: product.tomato_food, words: [<greasy> leaf, food <spray>]}\n"


def apart(tmp_path: Path, text: str) -> dict[str, tuple[tuple[tuple[str, ...], ...], ...]]:
    """The patterns of each product."""
    (tmp_path / "plants.yaml").write_text(PLANTS + WORDINGS + text, encoding="utf-8")
    base = KnowledgeBase(compile_folder(tmp_path))
    return {term.value: term.apart for kind in base.vocabulary() for term in kind.terms}


def test_a_pattern_is_a_group_of_wordings_for_each_word(tmp_path: Path) -> None:
    found = apart(tmp_path, APART)
    assert found["tomato_food"] == ((("greasy", "oily"), ("leaf",)), (("food",), ("spray", "squirt", "plain oil")))
    assert found["bug_spray"] == ()


def test_patterns_of_several_places_are_joined_and_are_no_sayings(tmp_path: Path) -> None:
    found = apart(tmp_path, APART + "- {term: product.tomato_food, words: [leaf food]}\n")
    assert len(found["tomato_food"]) == 3
    base = KnowledgeBase(compile_folder(tmp_path))
    assert not [saying for kind in base.vocabulary() for term in kind.terms for saying in term.says if "leaf food" in saying]


@pytest.mark.parametrize(("text", "expected"), [
    ("apart:\n- {term: product.tomatofood, words: [leaf food]}\n", "no term 'product.tomatofood'"),
    ("apart:\n- {term: product.tomato_food, words: [<gresy> food]}\n", "no wording 'gresy' is declared"),
    ("apart:\n- {term: product.tomato_food, words: [leaf]}\n", "'leaf' is one word"),
    ("apart:\n- {term: product.tomato_food, words: []}\n", "words"),
])
def test_a_slip_in_a_pattern_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(PackError, match=expected):
        apart(tmp_path, text)
