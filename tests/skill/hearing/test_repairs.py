"""What is said in place of something else in one breath, and two people told of in one."""

from __future__ import annotations

import pytest

from skill.guide import Guide


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("it's on my eyelid no sorry cheek", "it is my cheek"),
        ("eczema hang on no psoriasis", "psoriasis"),
        ("i am pregnant no sorry breastfeeding", "i am breastfeeding"),
        ("i use retinol oh no sorry glycolic acid", "i use glycolic acid"),
        ("i am not on accutane sorry doxycycline", "i am not on accutane but doxycycline"),
        ("the bump is soft i mean hard", "the bump is hard"),
        ("my son no my daughter has bumps", "my daughter has bumps"),
        ("rosacea no eczema i mean", "eczema i mean"),
    ],
)
def test_what_comes_after_a_repair_takes_the_place_of_what_was_before(guide: Guide, said: str, meant: str) -> None:
    assert guide.ear.last_said(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "i have eczema no psoriasis",
        "on my cheek actually my nose too",
        "he has a fever no sorry a rash",
        "she can not breathe no wait she is pale",
        "i have a bump no pus",
        "i am pregnant sorry what can i use",
    ],
)
def test_what_may_be_meant_besides_stays_and_so_does_every_sign(guide: Guide, said: str) -> None:
    assert guide.ear.last_said(said) == said


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("my mum has it on her chin and my dad has it too", (("my mum", "has it on her chin"), ("my dad", "has it too"))),
        ("my son is three weeks old and i have milia", (("my son", "is three weeks old"), ("", "i have milia"))),
        ("my mum and my dad have it", ()),
        ("my mom has it and my mother is worried", ()),
        ("my baby is hot and i am scared", ()),
        ("i have a fever and my baby has milia", (("", "i have a fever"), ("my baby", "has milia"))),
        ("i'm feverish but the baby has white spots", (("", "i'm feverish"), ("the baby", "has white spots"))),
        ("i have a fever and my baby has it too", ()),
        ("i have to clean with bleach and my baby is coughing", ()),
        ("i have a bump and i think my baby has a fever", ()),
    ],
)
def test_two_people_in_one_breath_are_told_apart(guide: Guide, said: str, parts: tuple[tuple[str, str], ...]) -> None:
    assert guide.breaths.parts(said) == parts
