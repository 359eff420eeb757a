"""What is over, only heard of or only supposed is told apart from what is there."""
from __future__ import annotations

import pytest

from simulator.nlu.bygone import bygone_places
from simulator.nlu.mood import is_over
from simulator.nlu.negation import negated_places
from simulator.nlu.supposition import only_supposed, supposed_places
from simulator.nlu.text import normal_words


def place_of(words: tuple[str, ...], word: str) -> tuple[int, int]:
    return words.index(word), words.index(word) + 1


@pytest.mark.parametrize(("sentence", "word", "expected"), [
    ("last year i had hives", "hives", True),
    ("i once had hives but now my throat is tight", "hives", True),
    ("i once had hives but now my throat is tight", "tight", False),
    ("the swelling went away", "swelling", True),
    ("the swelling never went away", "swelling", False),
    ("the sore has not healed since summer", "sore", False),
    ("it was swollen last year and it came back", "swollen", False),
    ("it started bleeding two weeks ago", "bleeding", False),
    ("i had a fever last night", "fever", False),
    ("i read that milia bleed", "bleed", True),
    ("a friend of mine had blisters", "blisters", True),
    ("the doctor told me it is infected", "infected", False),
    ("i saw on tiktok that her face blistered", "blistered", True),
    ("it was swollen last month", "swollen", True),
    ("it got infected last week", "infected", False),
    ("i had a peel last month and my skin is raw", "raw", False),
    ("there was pus but it has gone", "pus", True),
    ("my lip has gone red and swollen", "swollen", False),
    ("the swelling has settled now", "swelling", True),
    ("when i was a teenager it bled a lot", "bled", True),
])
def test_what_is_over_or_only_heard_of(sentence: str, word: str, expected: bool) -> None:
    words = normal_words(sentence)
    place = place_of(words, word)
    assert (place in bygone_places(words, [place])) is expected


@pytest.mark.parametrize(("sentence", "word", "expected"), [
    ("can milia bleed", "bleed", True),
    ("will the acid give me hives", "hives", True),
    ("suppose the redness spreads", "spreads", True),
    ("what if it bleeds", "bleeds", True),
    ("could retinol make my face swell", "swell", True),
    ("can retinol help my swollen lid", "swollen", False),
    ("will zinc work for oozing bumps", "oozing", False),
    ("does my swollen lid matter", "swollen", False),
    ("can i use retinol it is bleeding", "bleeding", False),
    ("is it bad that it is swollen", "swollen", False),
    ("does swelling mean an infection", "swelling", False),
    ("can these ever bleed", "bleed", True),
    ("will i bleed when the doctor does it", "bleed", True),
    ("could it be infected", "infected", False),
    ("it might bleed", "bleed", True),
    ("he might have a fever", "fever", False),
    ("i might be wheezing", "wheezing", False),
    ("what do you mean by floppy", "floppy", True),
    ("what should i do my lips are swollen", "swollen", False),
    ("i am scared my lip is swelling", "swelling", False),
])
def test_what_is_only_supposed(sentence: str, word: str, expected: bool) -> None:
    words = normal_words(sentence)
    place = place_of(words, word)
    assert (place in supposed_places(words, [place])) is expected


@pytest.mark.parametrize(("sentence", "word", "expected"), [
    ("nothing is oozing", "oozing", True),
    ("none of them are growing", "growing", True),
    ("nothing helps and it is oozing", "oozing", False),
    ("i can not stand the itch", "itch", False),
    ("it does not stop bleeding", "bleeding", False),
])
def test_what_is_denied(sentence: str, word: str, expected: bool) -> None:
    words = normal_words(sentence)
    place = place_of(words, word)
    assert (place in negated_places(words, [place])) is expected


def test_over_only_when_not_denied() -> None:
    assert is_over(["it", "cleared", "up"])
    assert not is_over(["it", "has", "not", "cleared", "up"])


@pytest.mark.parametrize(("sentence", "expected"), [
    ("can steam burn skin", True),
    ("is a swollen eyelid dangerous", True),
    ("suppose my baby had a fever", True),
    ("i worry that he might get an infection", True),
    ("i would worry if she stopped feeding but she has not", True),
    ("come back if it gets hot", False),
    ("can my lips swell like this", False),
    ("i would like to know if my lid is infected", False),
    ("can not breathe", False),
    ("suppose it is nothing but my throat is closing", False),
])
def test_what_a_whole_sentence_only_supposes(sentence: str, expected: bool) -> None:
    assert only_supposed(normal_words(sentence)) is expected
