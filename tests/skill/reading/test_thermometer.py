"""A normal reading after the fever of a baby."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.free_words import statement
from skill.guide import Guide
from skill.language import language
from skill.reading.thermometer import Thermometer
from skill.remembering.session import BABY, OTHER, Session


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide.of(KnowledgeBase.load("milia"), language())


@pytest.mark.parametrize(("subject", "words", "reads"), [
    (BABY, "it's 36.9 now", True), (BABY, "her temperature is thirty seven now", True), (BABY, "it's 38.9 now", False),
    (BABY, "he has no fever", False), (BABY, "it's been two weeks", False), (OTHER, "it's 36.9 now", False),
])
def test_only_a_normal_reading_of_the_baby_is_held_back(guide: Guide, subject: str, words: str, reads: bool) -> None:
    session = Session(subject=subject)
    session.facts[subject]["unwell"] = ["fever"]
    heard = Thermometer(guide).heard(statement(words), guide.ear.hear(statement(words)), session, amid=False)
    assert heard.reads_normal is reads
    assert not (reads and heard.denied)


@pytest.mark.parametrize(("amid", "denies"), [(False, True), (True, False)])
def test_no_fever_now_denies_nothing_amid_an_emergency_of_the_baby(guide: Guide, amid: bool, denies: bool) -> None:
    session = Session(subject=BABY)
    session.facts[BABY]["unwell"] = ["fever"]
    words = "he has no fever now"
    heard = Thermometer(guide).heard(statement(words), guide.ear.hear(statement(words)), session, amid)
    assert bool(heard.denied) is denies
