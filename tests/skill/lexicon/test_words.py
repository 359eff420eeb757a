"""Words compared by what their forms have in common, and misspellings read as what they come closest to."""

from __future__ import annotations

import pytest

from skill.language import language, written_out
from skill.lexicon import numbers
from skill.lexicon.misspelling import Speller
from skill.lexicon.words import MAX_WORDS, Spelling, stem, tokens

HEARD = language().heard
SPELLING = Spelling(HEARD["contractions"], HEARD["irregular"], written_out(HEARD["rewrites"]))


@pytest.mark.parametrize(
    "forms",
    [
        "swelling swells swelled swollen",
        "itch itchy itching itches itched",
        "bump bumps bumpy",
        "spread spreading spreads",
        "bleed bleeding bleeds bled",
        "ooze oozing oozes oozed",
        "breathe breathing breathes breath",
        "scab scabs scabby scabbed",
        "baby babies",
        "eye eyes",
        "vomit vomiting vomits",
        "red redness",
        "sore soreness",
        "dizzy dizziness",
        "grow grows growing grew grown",
        "peel peels peeled",
        "rash rashes",
        "burn burns burned burnt",
    ],
)
def test_all_forms_have_one_stem(forms: str) -> None:
    assert len({stem(form, SPELLING) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", [
    "sore sorry", "sore sores", "peel peeling", "scar scared", "pus put", "fever fewer", "lid lip", "face fact", "hot hit", "this thin",
])
def test_other_words_keep_other_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one, SPELLING) != stem(other, SPELLING)


def test_contractions_are_opened() -> None:
    assert tokens("It WON'T heal, I can\u2019t see any pus", SPELLING) == ("it", "will", "not", "heal", ",", "i", "can", "no", "pus")


def test_long_texts_are_cut() -> None:
    assert len(tokens("word " * 10_000, SPELLING)) == MAX_WORDS


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("fevr", "fever"),
        ("feverr", "fever"),
        ("fveer", "fever"),
        ("fewer", "fewer"),
        ("spred", "spread"),
        ("spreaad", "spread"),
        ("swolen", "swell"),
        ("bleeed", "bleed"),
        ("eczma", "eczema"),
        ("exzema", "eczema"),
        ("hot", "hot"),
        ("hat", "hat"),
    ],
)
def test_a_near_miss_is_the_one_word_near_it(said: str, meant: str) -> None:
    speller = Speller({"fever", "spread", "swell", "bleed", "eczema", "hot"}, {"swollen": "swell"})
    assert speller.nearest(said, said) == meant


def test_everyday_words_are_no_misspellings() -> None:
    assert Speller({"blind"}, {}, plain={"bind"}).nearest("bind", "bind") == "bind"
    assert Speller({"blind"}, {}).nearest("bind", "bind") == "blind"


def test_between_two_words_none_is_guessed() -> None:
    assert Speller({"stings", "strings"}, {}).nearest("stiings", "stxings") == "stxings"


@pytest.mark.parametrize(("text", "value"), [("12", 12), (" 3 ", 3), ("?", None), ("twelve", None), ("-1", None), ("9" * 9, None)])
def test_numbers(text: str, value: int | None) -> None:
    assert numbers.whole_number(text) == value


@pytest.mark.parametrize(("text", "value"), [("P3W", 3), ("P1Y", 52), ("P2M", 8), ("P10D", 1), ("PT10M", 0), ("P", None), ("x", None)])
def test_lengths_of_time(text: str, value: int | None) -> None:
    assert numbers.weeks(text) == value


def test_a_rewrite_with_choices_stands_for_each_of_them() -> None:
    assert written_out({"shingles (shot|flu jab)": "vaccine", "baby (|is )hot": "fever", "so so": "fair"}) == {
        "shingles shot": "vaccine", "shingles flu jab": "vaccine", "baby hot": "fever", "baby is hot": "fever", "so so": "fair"}
