"""Signs told in many words: every wording holds a word that is listened to, and a girl is heard of as a boy is."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.language import language
from skill.lexicon.lexicon import Lexicon

_VOCABULARY = KnowledgeBase.load("milia").vocabulary()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return language().lexicon(_VOCABULARY)


def told(lexicon: Lexicon, words: str) -> set[str]:
    return {one.term.id for one in lexicon.find(words) if not one.denied}


def test_no_wording_is_made_of_small_words_alone() -> None:
    small = frozenset(language().heard["fillers"])
    listed = {
        (wording, term.id) for kind in _VOCABULARY for term in kind.terms for pattern in term.apart for part in pattern for wording in part
    }
    assert len(listed) > 1000 and sorted(one for one in listed if small.issuperset(one[0].split())) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("i want to hurt her", True),
        ("i am scared i will shake her", True),
        ("i feel like throwing her against the wall", True),
        ("i might hurt him", True),
        ("i might smother her", True),
        ("the laser might hurt her", False),
        ("will the needle hurt her", False),
        ("shaking her bottle", False),
        ("i do not want to hurt her skin", False),
    ],
)
def test_the_urge_to_harm_is_heard_of_her_as_of_him(lexicon: Lexicon, words: str, expected: bool) -> None:
    assert ("danger_signs.self_harm" in told(lexicon, words)) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("my kitchen is full of smoke", True),
        ("the wardrobe fell on my son", True),
        ("she fell out of the window", True),
        ("my brother has been stabbed in the chest", True),
        ("someone is breaking into my house", True),
        ("his arm is bent the wrong way", True),
        ("my blood sugar is really low", True),
        ("i smoke a lot", False),
        ("the tree fell on my car", False),
        ("a hair fell on my cheek", False),
        ("my blood sugar is low sometimes", False),
        ("i stabbed it with a needle", False),
        ("i am breaking out", False),
    ],
)
def test_danger_outside_the_subject_is_heard(lexicon: Lexicon, words: str, expected: bool) -> None:
    assert ("danger_signs.outside" in told(lexicon, words)) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("i'm having a bad allergic reaction to a face cream", True),
        ("the serum is giving me an allergic reaction", True),
        ("my skin reacted badly to the lotion", True),
        ("i have a terrible reaction to the mask", True),
        ("my skin is reacting to something", True),
        ("is it an allergic reaction", False),
        ("can retinol cause an allergic reaction", False),
        ("i never had an allergic reaction", False),
        ("last year i had a really bad allergic reaction to a cream", False),
        ("my boss reacted badly to the news", False),
    ],
)
def test_an_allergic_reaction_is_heard_by_its_name(lexicon: Lexicon, words: str, expected: bool) -> None:
    assert ("allergy_signs.hives" in told(lexicon, words)) is expected
