"""The words of the milia pack in free speech: numbers as temperatures, danger in passing, what is only intended."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.language import language
from skill.lexicon.lexicon import Lexicon

FEVER, SWELL, TO_DIE = "unwell.fever", "allergy_signs.face_swelling", "danger_signs.self_harm"


@pytest.fixture(scope="module")
def milia() -> Lexicon:
    return language().lexicon(KnowledgeBase.load("milia").vocabulary())


def stated(lexicon: Lexicon, words: str) -> set[str]:
    return {one.term.id for one in lexicon.find(words) if not (one.denied or one.over)}


@pytest.mark.parametrize(("words", "term"), [
    ("he was 38.5 this morning", FEVER),
    ("the thermometer says thirty nine two", FEVER),
    ("her temp is one oh two", FEVER),
    ("the reading is 100.4", FEVER),
    ("my tongue has ballooned", SWELL),
    ("a huge swelling on both lips", SWELL),
    ("my skin makes me want to die", TO_DIE),
    ("it is itchy and i want to kill myself", TO_DIE),
    ("one tiny shiny bump by my nose", "number.single"),
    ("steroid cream on my face for months", "steroid_cream.long_or_potent"),
])
def test_heard(milia: Lexicon, words: str, term: str) -> None:
    assert term in stated(milia, words)


@pytest.mark.parametrize(("words", "term"), [
    ("i am 38", FEVER),
    ("i do not want to hurt myself", TO_DIE),
    ("i want to pop it", "injury.picked"),
    ("should i use a needle", "injury.needle"),
    ("a friend said her tongue ballooned", SWELL),
    ("my lips swelled up but that was ages ago", SWELL),
])
def test_not_heard(milia: Lexicon, words: str, term: str) -> None:
    assert term not in stated(milia, words)


@pytest.mark.parametrize(
    ("words", "said", "unsaid"),
    [
        ("8 months pregnant is retinol ok", "ingredient.retinol", "actives.retinoid"),
        ("should i use tretinoin", "ingredient.tretinoin", "actives.retinoid"),
        ("pregnant can i use salicylic acid", "ingredient.salicylic_acid", "actives.bha"),
        ("i use retinol can i use glycolic acid", "ingredient.glycolic_acid", "actives.aha"),
        ("i am on retinol", "actives.retinoid", "ingredient.retinol"),
        ("my adapalene burns", "actives.retinoid", "ingredient.adapalene"),
        ("been using glycolic acid", "actives.aha", "ingredient.glycolic_acid"),
    ],
)
def test_what_is_asked_about_is_not_in_use(milia: Lexicon, words: str, said: str, unsaid: str) -> None:
    heard = stated(milia, words)
    assert said in heard and unsaid not in heard
