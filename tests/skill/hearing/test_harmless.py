"""Nobody is frightened over words of everyday life that were not understood; of all other such words it is said what to do in danger."""

from __future__ import annotations

import re

import pytest

from rules_core import KnowledgeBase
from skill.app import Handler, create_skill
from tests.skill.talk import Talk

HARMLESS = (
    "i just painted the bathroom", "it is raining outside", "i am watching television", "i have a job interview on friday",
    "i am a hairdresser", "i don't like my selfies", "i am off to school in a minute", "i have a party tomorrow", "i'm shy about my face",
    "i like the color of my kitchen", "i prefer something cheap", "my wedding is next month", "i bought it at the supermarket",
    "i do yoga every morning", "i would rather not spend much money", "i saw it on the internet", "i work in an office", "i like gardening",
    "my boss is annoying", "we have a new sofa", "i sing at a wedding on saturday", "i read it in a magazine", "it was on sale last week",
    "i am a music teacher", "i play the piano", "i was at the gym this morning", "it costs a lot of money", "i have an exam next week",
    "i wear a hat in the garden", "i was shopping online", "i like my new curtains",
)
DANGEROUS = (
    "my legs went all wobbly", "everything went sideways", "the wardrobe is on my son", "the stove caught my sleeve",
    "i feel like i am slipping away", "he will not stir", "i took too many at school", "he is stuck under the car",
    "i wish it was over", "my garden shed blew up", "the sofa is on my son", "i hate everything", "i am stuck in the bathroom",
    "my mom is not at work she is on the carpet", "a big table landed on my foot", "i was cooking and my sleeve caught",
    "last night i went to buy something sharp", "my heart is dancing", "there were sparks at my desk", "i can't work my hand",
    "my house is flooded", "the sofa is on me", "i do not want to live in this town", "i sat in the office and it all slid off",
    "the television fell over me", "my job is crushing me", "the computer sparked", "she is on the kitchen table",
    "i cannot find the way home from the shop", "i am losing it at school",
)


@pytest.fixture(scope="module")
def skill(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def said(skill: Handler, kb: KnowledgeBase, words: str) -> str:
    return Talk(skill, kb)("TalkIntent", words=words).lower()


@pytest.mark.parametrize("words", HARMLESS)
def test_words_of_everyday_life_frighten_nobody(skill: Handler, milia: KnowledgeBase, words: str) -> None:
    assert "sudden" not in said(skill, milia, words)


@pytest.mark.parametrize("words", DANGEROUS)
def test_with_words_that_may_tell_of_danger_help_is_named(skill: Handler, milia: KnowledgeBase, words: str) -> None:
    assert re.search(r"emergency number|eight eight|poison", said(skill, milia, words))
