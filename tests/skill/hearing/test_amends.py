"""Numbers that are set right in one breath."""

from __future__ import annotations

import pytest

from skill.hearing.amends import Amends
from skill.language import language

HEARD = language().heard
AMENDS = Amends(HEARD["amends"] | {"turns": language().turns.all}, HEARD["numbers"], HEARD["ages"])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("is six months sorry six years", "is six years"),
        ("is two no wait three", "is three"),
        ("is thirty five i mean thirty six", "is thirty six"),
        ("she is ten months old actually she is ten years old", "she is ten years old"),
        ("is two no she has no fever", "is two no she has no fever"),
        ("is six weeks and hot", "is six weeks and hot"),
    ],
)
def test_the_last_number_counts(said: str, meant: str) -> None:
    assert AMENDS.last_said(said) == meant
