"""What free words set right of what was told before."""

from __future__ import annotations

import pytest

from skill.guide import Guide
from skill.hearing.correction import Correction


@pytest.mark.parametrize(("words", "found"), [
    ("no i mean i have", Correction("me")),
    ("no sorry my husband does", Correction("my husband")),
    ("sorry it's my mother in law", Correction("my mother in law")),
    ("no sorry, my husband has the fever", Correction("my husband", "the fever")),
    ("it's my daughter not my son who has the bumps", Correction("my daughter", "the bumps")),
    ("not my baby, it's my nephew, he's nine", Correction("my nephew", "he's nine")),
    ("i don't have a fever my wife has the fever", Correction("my wife", "a fever")),
    ("no wait that was me not my son", Correction("me")),
    ("no i was thinking of my sister", Correction("my sister")),
    ("no he doesn't that was my nephew", Correction("my nephew")), ("sorry i said wife i meant my mother", Correction("my mother")),
    ("i don't have eczema that's my brother", Correction("my brother", "eczema")),
    ("no i don't it's my husband", Correction("my husband")), ("no i don't my husband does", Correction("my husband")),
    ("no not my baby my daughter's fourteen", Correction("my daughter", "is fourteen")),
    ("it's not for my baby it's for my teenager", Correction("my teenager")),
    ("they're not my baby's they're my daughter's", Correction("my daughter")),
    ("sorry i meant my left eye not the baby's", Correction("me")), ("it's my wife's hand not mine", Correction("my wife")),
    ("it's me actually not her", Correction("me")),
])
def test_somebody_else_is_meant(guide: Guide, words: str, found: Correction) -> None:
    assert guide.corrections.read(words) == found


@pytest.mark.parametrize("words", [
    "no she doesn't, that was last month", "no wait i don't", "sorry it was a false alarm", "i mean last week",
    "no wait she didn't drink it she only touched the bottle", "oh no wait i'm not",
    "no not my husband it was my brother and it was years ago",
])
def test_it_is_not_so_at_all(guide: Guide, words: str) -> None:
    found = guide.corrections.read(words)
    assert found and found.retracts and found.is_sure


@pytest.mark.parametrize(("words", "instead"), [
    ("no it isn't, it's just red", "it's just red"), ("no wait i'm not the test was negative", "the test was negative"),
])
def test_something_else_is_so_instead(guide: Guide, words: str, instead: str) -> None:
    found = guide.corrections.read(words)
    assert found and found.retracts and found.told == instead


def test_what_was_so_is_over(guide: Guide) -> None:
    assert guide.corrections.read("no sorry i mean i had a fever last week") == Correction(over="a fever last week")


@pytest.mark.parametrize("words", [
    "no it isn't", "no i don't", "no she's fine", "yes my husband has them", "actually my wife has them too", "no pus",
    "no it doesn't bleed it's just pink", "my husband has a fever", "no my husband has no fever", "well my wife is fifty", "wait and see",
    "i have a bump on my chin",
])
def test_what_sets_nothing_right(guide: Guide, words: str) -> None:
    """A plain answer, one thing more, or what is denied by its name: that is heard as it stands."""
    assert guide.corrections.read(words) is None


@pytest.mark.parametrize(("words", "turned"), [
    ("forget the baby i've got a bump too", ("me", "i've got a bump too")), ("i'm not talking about my baby anymore", ("me", "")),
    ("never mind my son, what about my wife", ("my wife", "")), ("forget it", None), ("i have a baby", None),
])
def test_one_is_left_for_another(guide: Guide, words: str, turned: tuple[str, str] | None) -> None:
    assert guide.corrections.turns_to(words) == turned


@pytest.mark.parametrize(("words", "found"), [
    ("no i'm not pregnant i was last year", Correction(now="i'm not pregnant")),
    ("she isn't nursing she was in the spring", Correction(now="she isn't nursing")),
    ("i have no fever now i had one last week", Correction(now="i have no fever now")),
    ("did i say weeks i meant two months", Correction(now="two months")),
    ("she's not a baby any more she's four", Correction(now="she's four")),
    ("sorry years not months", Correction(unit=("months", "years"))), ("not days but weeks", Correction(unit=("days", "weeks"))),
    ("hold on she stopped breastfeeding", Correction(weaned="she")),
    ("my wife finished nursing two months ago", Correction(weaned="my wife")),
    ("no i said lactic acid", Correction(instead="lactic acid")),
])
def test_what_is_so_now_is_told_whole(guide: Guide, words: str, found: Correction) -> None:
    assert guide.corrections.read(words) == found


@pytest.mark.parametrize("words", [
    "i'm not sick i was last week but now my lips are swelling", "she stopped nursing and is floppy",
    "my wife stopped nursing and has a fever",
    "she can't breathe she was fine last night", "he had a fever he was sick last week", "i said my son has it",
])
def test_nothing_that_is_told_besides_is_lost(guide: Guide, words: str) -> None:
    """What follows may be a danger: the words are heard as they stand."""
    assert guide.corrections.read(words) is None
