"""Signs of an ill body told in many words, and talk that sounds alike and tells none."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.language import language
from skill.lexicon.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return language().lexicon(KnowledgeBase.load("milia").vocabulary())


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("i could not get my daughter the little one to wake for her milk", "unwell.drowsy_floppy"),
        ("baby no drink milk since morning", "unwell.poor_feeding"),
        ("the skin between his ribs keeps sucking in with every breath", "allergy_signs.breathing_trouble"),
        ("she stiffened and then twitched", "unwell.fit"),
        ("nobody can settle her she has screamed for hours", "unwell.crying"),
        ("the diaper has had nothing in since noon", "unwell.dry_diapers"),
        ("the thermometer under her arm went up to thirty nine", "unwell.fever"),
        ("her temp is only thirty four", "danger_signs.low_temperature"),
        ("granny kissed the baby with a cold sore", "near_cold_sore.yes"),
        ("can not stop the blood from it", "danger_signs.bleeding_on"),
        ("i take prograf twice a day", "medicines.immunosuppressant"),
        ("he is really out of it", "unwell.drowsy_floppy"),
    ],
)
def test_a_sign_is_heard(lexicon: Lexicon, words: str, sign: str) -> None:
    assert sign in {one.term.id for one in lexicon.find(words) if not one.denied}


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("i squeezed a seed out of it", "unwell.drowsy_floppy"), ("he eats well and sleeps well", "unwell.drowsy_floppy"),
        ("the bump is hot", "unwell.fever"), ("i am sick of these bumps", "unwell.vomiting"), ("i have yellow bumps", "unwell.jaundice"),
        ("a blue washcloth", "danger_signs.blue_skin"), ("i do not know which cream to use", "unwell.confusion"),
        ("the serum makes my cheeks feel warm", "unwell.fever"), ("his temperature is normal", "unwell.fever"),
        ("let my skin breathe", "unwell.fast_breathing"), ("i have thirty eight white bumps", "unwell.fever"),
        ("nobody around the baby has a cold sore", "near_cold_sore.yes"),
    ],
)
def test_talk_that_sounds_alike_is_no_sign(lexicon: Lexicon, words: str, sign: str) -> None:
    assert sign not in {one.term.id for one in lexicon.find(words) if not one.denied}


def test_what_has_gone_hot_takes_nothing_back(lexicon: Lexicon) -> None:
    found = {one.term.id: one.denied for one in lexicon.find("i am diabetic and the bump i squeezed has gone hot")}
    assert found["immune_weak.yes"] is False and found["symptoms.hot_swollen"] is False
