"""How old a baby is, as people say it."""

from __future__ import annotations

import pytest

from skill.language import language


@pytest.mark.parametrize(
    ("words", "weeks"),
    [
        ("he's not even a fortnight and he's hot", 2), ("she is six days new", 0), ("baby turned seven weeks tuesday", 7),
        ("our little one is three weeks and she sleeps", 3), ("he's like ten days and um", 1), ("my wee man is barely a month", 4),
        ("a tiny baby born nine days ago", 1), ("she one month only", 4), ("my niece is four weeks her temp's up", 4),
        ("she'll have a month old photo", 4), ("not quite three weeks old", 3),
    ],
)
def test_the_age_of_a_baby_is_heard_however_it_is_told(words: str, weeks: int) -> None:
    age = language().ages().find(words, asked=False)
    assert age is not None and age.weeks == weeks


@pytest.mark.parametrize(
    "words",
    [
        "two weeks ago", "he has had it for two weeks", "she is two weeks late", "my daughter is eight weeks pregnant", "i am six weeks",
        "it is two weeks", "the bumps turned red two weeks ago", "born at thirty weeks",
        "the new one is three weeks", "they are two weeks",
    ],
)
def test_another_length_of_time_is_no_age(words: str) -> None:
    assert language().ages().find(words, asked=False) is None


def test_an_age_after_the_words_that_lead_to_a_slot_is_heard() -> None:
    ages = language().ages()
    age = ages.find(ages.carried("third_words", "two months next week and his forehead is boiling"), asked=False)
    assert age is not None and age.weeks == 8
    assert ages.carried("words", "two months") == "two months"


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("my lad is eleven what can he put on", 11), ("my daughter is only 8 and she has bumps", 8), ("my wife is thirty five", 35),
        ("he turned nine", 9), ("i am 12 can i use it", 12), ("my toddler is two and itches", 2),
    ],
)
def test_a_number_without_a_unit_is_years_where_a_grown_word_names_who(words: str, years: int) -> None:
    age = language().ages().find(words, asked=False)
    assert age is not None and age.years == years


@pytest.mark.parametrize(
    "words", ["my baby is three", "my newborn is 3", "baby is two and hot", "i am 12 weeks pregnant", "she has two bumps"],
)
def test_a_number_with_a_baby_or_a_unit_is_no_age_in_years(words: str) -> None:
    age = language().ages().find(words, asked=False)
    assert age is None or age.years is None


@pytest.mark.parametrize("words", ["for six months", "on my cheeks for about three weeks", "since two days", "for two years on my nose"])
def test_what_is_said_to_last_is_no_age_even_where_one_was_asked_for(words: str) -> None:
    assert language().ages().find(words, asked=True) is None


@pytest.mark.parametrize(
    ("words", "years"), [("i'm thirty four white hard bumps", 34), ("i am seventy eight dear", 78), ("i'm fifteen if that matters", 15)],
)
def test_a_number_behind_i_am_is_years_whatever_follows(words: str, years: int) -> None:
    age = language().ages().find(words, asked=False)
    assert age is not None and (age.years, age.own) == (years, True)


@pytest.mark.parametrize(
    "words", [
        "i am thirty minutes away", "i'm forty pounds too heavy", "i'm thirty eight nine", "i'm one of those", "i am fifty percent sure",
    ],
)
def test_another_number_behind_i_am_is_no_age(words: str) -> None:
    assert language().ages().find(words, asked=False) is None
