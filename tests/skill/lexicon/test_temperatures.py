"""Body temperatures, told in words and figures."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.language import language
from skill.lexicon.lexicon import Lexicon

FEVER, LOW = "unwell.fever", "danger_signs.low_temperature"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return language().lexicon(KnowledgeBase.load("milia").vocabulary())


@pytest.mark.parametrize(("words", "sign"), [
    ("her temp is thirty eight", FEVER), ("he is 38.5", FEVER), ("temperature of a hundred and one point five", FEVER),
    ("it says one hundred point eight rectal", FEVER), ("burning up at one oh two", FEVER), ("thermometer says thirty nine two", FEVER),
    ("the thermometer shows thirty five point one", LOW), ("his temperature is ninety five degrees", LOW),
])
def test_what_a_reading_means(lexicon: Lexicon, words: str, sign: str) -> None:
    assert sign in {one.term.id for one in lexicon.find(words) if not one.denied}


@pytest.mark.parametrize("words", [
    "his temperature is thirty six point eight", "temp is ninety eight point six", "her temperature was 37.2",
    "thermometer says thirty seven", "the temp is normal",
])
def test_a_normal_reading_denies_a_fever(lexicon: Lexicon, words: str) -> None:
    fever = [one for one in lexicon.find(words) if one.term.id == FEVER]
    assert not [one for one in fever if not one.denied]


@pytest.mark.parametrize("words", [
    "i have thirty eight white bumps", "i am thirty eight", "thirty nine weeks pregnant", "since thirty five days",
])
def test_other_numbers_are_no_temperatures(lexicon: Lexicon, words: str) -> None:
    assert not {FEVER, LOW} & {one.term.id for one in lexicon.find(words)}


def test_between_normal_and_fever_nothing_is_taken_away(lexicon: Lexicon) -> None:
    """A hundred in Fahrenheit is said loosely of a fever."""
    assert FEVER in {one.term.id for one in lexicon.find("he has a temperature of a hundred") if not one.denied}
