"""How a typed sentence becomes normal words."""
from __future__ import annotations

import pytest

from simulator.nlu.text import normal_words, read
from simulator.nlu.words import number_word, singular, stem


@pytest.mark.parametrize(("typed", "words"), [
    ("I’m here!", "i am here"),
    ("im here", "i am here"),
    ("it's", "it is"),
    ("DON'T touch, please?", "do not touch please"),
    ("the rose and an apple", "rose and apple"),
    ("vitamin A cream", "vitamin a cream"),
    ("a. h. a. or BHA", "aha or bha"),
    ("SPF30 for 2 weeks", "spf thirty for two weeks"),
    ("0.1% cream", "zero point one percent cream"),
    ("café crème", "cafe creme"),
    ("my baby's skin", "my baby skin"),
    ("the", "the"),
    ("1st", "first"),
    ("123456789012345678901234567890", "123456789012"),
])
def test_spellings_of_one_sentence_read_alike(typed: str, words: str) -> None:
    assert " ".join(normal_words(typed)) == words


@pytest.mark.parametrize("typed", ["", "   ", "?!…", "🙂"])
def test_a_sentence_without_words_is_empty(typed: str) -> None:
    assert read(typed).tokens == ()


def test_a_span_gives_back_the_words_as_they_were_said() -> None:
    sentence = read("It's the Boston fern, isn't it")
    assert sentence.words[2:4] == ("boston", "fern")
    assert sentence.spoken(2, 4) == "boston fern"
    assert sentence.spoken(0, 2) == "it's"


def test_fillers_go_unless_nothing_else_is_left() -> None:
    assert read("um fern please").without({"um", "please"}).words == ("fern",)
    assert read("please").without({"please"}).words == ("please",)


def test_numbers_become_words() -> None:
    assert number_word("34") == ("thirty", "four")
    assert number_word("100") == ("one", "hundred") and number_word("2026") == ("2026",)


def test_endings_are_cut_where_they_are_endings() -> None:
    assert [stem(word) for word in ("bumps", "pus", "glass", "allergies", "popped", "use", "{slot}")] == [
        "bump", "pus", "glass", "allergy", "pop", "use", "{slot}"]
    assert [singular(word) for word in ("eyes", "this", "berries", "as")] == ["eye", "this", "berry", "as"]
