"""What is denied first and then said to be so after all."""

from __future__ import annotations

import pytest

from skill.guide import Guide


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("i said i wasn't pregnant but i am", "i said i am pregnant"),
        ("i'm not pregnant oh wait i am", "i am pregnant"),
        ("it isn't red no wait it is", "it is red"),
        ("my eye doesn't hurt no scratch that it does and it is red", "my eye hurt and it is red"),
        ("i don't have a fever actually i do", "i have a fever"),
        ("it doesn't hurt but it does itch", "it doesn't hurt but it does itch"),
        ("i'm not pregnant but i am allergic to aspirin", "i'm not pregnant but i am allergic to aspirin"),
    ],
)
def test_what_is_said_last_counts(guide: Guide, said: str, meant: str) -> None:
    assert guide.ear.last_said(said) == meant
