"""How long it has been there is heard in passing, and only where nothing else is told that the length could be of."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.free_words import statement
from skill.guide import Guide
from skill.hearing.heard import Heard
from skill.language import language

_AGE = ("age_group",)
_LOOK = ("colour", "feel", "size")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide.of(KnowledgeBase.load("milia"), language())


def _heard(guide: Guide, words: str, *asking: str) -> Heard:
    return guide.ear.hear(statement(words), asking)


@pytest.mark.parametrize(
    ("words", "weeks"),
    [
        ("thirty four on my cheeks hard white bumps for six months", 26),
        ("they've been on my cheeks for six months hard and white i'm thirty four", 26),
        ("on my eyelids since two years no pain", 104),
        ("for me hard white bumps on my cheeks for about half a year", 26),
        ("it came up about a month ago on my nose", 4),
        ("i noticed them on my chin three weeks ago", 3),
        ("itchy bumps on my eyelids for three weeks", 3),
        ("since i was a kid on my cheeks", 520),
        ("thirty four cheeks six months", 26),
        ("i'm an adult i've had them for maybe two years now", 104),
        ("my baby has them on the nose she's three weeks there for a week", 1),
        ("little white things under my eyes since last summer i am fifty two", 26),
    ],
)
def test_how_long_is_heard_beside_how_and_where(guide: Guide, words: str, weeks: int) -> None:
    for asking in (_AGE, _LOOK):
        assert _heard(guide, words, *asking).numbers["duration_weeks"] == weeks


@pytest.mark.parametrize(
    "words",
    [
        "i've been using a cream on my cheeks for six months",
        "on my cheeks i took antibiotics for two weeks",
        "white bumps on my cheeks and a fever for three days",
        "i have been pregnant for six months and they are on my nose",
        "i live in spain for two years and have them on my nose",
        "i had a peel on my cheeks three weeks ago",
        "my baby is three weeks on her nose white and tiny",
    ],
)
def test_a_length_that_may_be_of_something_else_is_left_alone(guide: Guide, words: str) -> None:
    for asking in (_AGE, _LOOK):
        assert "duration_weeks" not in _heard(guide, words, *asking).numbers


def test_what_a_length_stood_beside_is_still_told(guide: Guide) -> None:
    heard = _heard(guide, "it came up about a month ago on my nose", *_LOOK)
    assert heard.values("site") == ["face"] and not heard.over
    heard = _heard(guide, "well i am fifty two and i've had these little white things under my eyes since last summer")
    assert {one.id for one in heard.said} >= {"age_group.adult", "colour.white", "site.under_eye"}
    assert not {"eye_signs", "number"} & {one.fact for one in heard.said}


def test_two_lengths_tell_an_age_and_how_long(guide: Guide) -> None:
    heard = _heard(guide, "my baby has them on the nose she's three weeks there for a week", *_LOOK)
    assert heard.numbers == {"age_weeks": 3, "duration_weeks": 1}
