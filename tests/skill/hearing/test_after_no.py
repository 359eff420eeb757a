"""What is told after a plain "no"."""

from __future__ import annotations

import pytest

from skill.hearing.after_no import AfterNo

WORDS = {"but": ("but", "only"), "denying": ("not", "never"), "harmless": ("fine", "happy")}


@pytest.fixture
def after_no() -> AfterNo:
    return AfterNo(WORDS, ("no", "no nothing like that", "nope"), ("i don't know",))


@pytest.mark.parametrize(("words", "told"), [
    ("no nothing like that, she's four", "she's four"), ("nope, all good", "all good"), ("I said no, he's fine", "he's fine"),
    ("no", ""), ("yes she's four", ""), ("nothing", ""),
])
def test_the_words_after_the_longest_answer(after_no: AfterNo, words: str, told: str) -> None:
    assert after_no.told(words) == told


@pytest.mark.parametrize("words", ["no but it hurts", "no only at night", "no i don't know", "no she isn't eating", "no he is not well"])
def test_what_may_take_the_answer_back_is_no_plain_answer(after_no: AfterNo, words: str) -> None:
    assert after_no.told(words) == ""


def test_unknown_words_are_not_harmless(after_no: AfterNo) -> None:
    assert after_no.is_harmless(("fine", "happy"))
    assert not after_no.is_harmless(("fine", "limp"))
