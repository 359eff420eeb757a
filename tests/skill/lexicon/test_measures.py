"""Sizes told by a measure: what they come to, and what is none."""

from __future__ import annotations

import pytest

from skill.language import language

PINHEAD, LENTIL, PEA = "two millimeters", "three millimeters", "one centimeter"


@pytest.mark.parametrize(("told", "plain"), [
    ("two millimeters", PINHEAD),
    ("half a millimeter", PINHEAD),
    ("one point five millimeters", PINHEAD),
    ("a couple of millimeters", PINHEAD),
    ("three or four mm", LENTIL),
    ("five millimeters", LENTIL),
    ("two and a half millimeters", PINHEAD),
    ("seven millimeters", PEA),
    ("a quarter of an inch", PEA),
    ("inch", PEA),
])
def test_a_measure_is_put_as_what_it_comes_to(told: str, plain: str) -> None:
    assert " ".join(language().measures.put_plainly(told.split())) == plain


@pytest.mark.parametrize("told", ["two inches from my eye", "a centimeter below the lid", "two bumps", "an inch of snow"])
def test_a_distance_and_a_count_are_no_size(told: str) -> None:
    assert " ".join(language().measures.put_plainly(told.split())) == told
