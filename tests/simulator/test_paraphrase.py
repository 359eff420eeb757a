"""The paraphrase layer, spelling and negation."""
from __future__ import annotations

import random

import pytest

from simulator.nlu import FALLBACK, Nlu
from simulator.nlu.likeness import Kin
from simulator.nlu.mood import moods, question_start
from simulator.nlu.negation import negated_places
from simulator.nlu.phrases import Rewriter
from simulator.nlu.spelling import Speller, distance
from simulator.nlu.supposition import supposed_places
from simulator.nlu.text import read

from ..work import calls_of
from .test_exact import ids, texts


def test_a_paraphrase_fills_every_slot_it_can(nlu: Nlu) -> None:
    found = nlu.understand("so my rose bush is wilting and it is turning yellow now")
    assert (found.intent, found.layer) == ("WoundIntent", "paraphrase")
    assert ids(found) == {"plant": ["plant.rose"], "sign": ["sign.wilting"], "sign_two": ["sign.yellow"]}
    assert 0.45 <= found.reading.score <= 1


def test_slots_the_sample_does_not_name_are_filled_too(nlu: Nlu) -> None:
    found = nlu.understand("would it be okay to spray copper indoors")
    assert (found.intent, ids(found)) == ("SprayIntent", {"stuff": ["stuff.copper"], "state": ["state.indoors"]})


def test_small_words_may_stand_inside_a_surface(nlu: Nlu) -> None:
    assert ids(nlu.understand("there is some white stuff that is growing all over")) == {"sign": ["sign.mould"]}


def test_the_same_sign_said_twice_takes_one_slot(nlu: Nlu) -> None:
    assert ids(nlu.understand("the fern is wilting really drooping")) == {"plant": ["plant.fern"], "sign": ["sign.wilting"]}


@pytest.mark.parametrize("sentence", ["well there is no mould", "honestly it is not wilting now", "there is no mould or rotting at all"])
def test_what_is_denied_fills_only_slots_for_denials(nlu: Nlu, sentence: str) -> None:
    assert set(texts(nlu.understand(sentence))) <= {"denied_sign", "words"}


@pytest.mark.parametrize("sentence", ["tell me a joke", "play some jazz", "what is the tallest mountain", "qwertz uiop", "order a pizza"])
def test_other_business_falls_back(nlu: Nlu, sentence: str) -> None:
    found = nlu.understand(sentence)
    assert (found.intent, found.layer, found.reading.slots) == (FALLBACK, "fallback", ())


@pytest.mark.parametrize(("typed", "slot"), [("is coper okay", "copper"), ("tell me about calatea", "calathea")])
def test_slips_in_long_words_are_understood(nlu: Nlu, typed: str, slot: str) -> None:
    assert slot in texts(nlu.understand(typed)).values()


def test_short_words_and_everyday_words_are_not_corrected() -> None:
    speller = Speller({"mould", "glistening"}, {"would", "listen"})
    assert speller.correct(read("would you listening mold")).words == ("would", "you", "listening", "mold")


def test_distance_counts_swapped_letters_once() -> None:
    assert [distance(*pair) for pair in (("copper", "coper"), ("copper", "cpoper"), ("abc", "abc"), ("", "ab"))] == [1, 1, 0, 2]


@pytest.mark.parametrize(("words", "places", "denied"), [
    ("no pus", [(1, 2)], {(1, 2)}),
    ("no pus or fever", [(1, 2), (3, 4)], {(1, 2), (3, 4)}),
    ("no pus but it is red", [(1, 2), (5, 6)], {(1, 2)}),
    ("it is not red it is hot", [(3, 4), (6, 7)], {(3, 4)}),
    ("why not pop it", [(2, 3)], set()),
    ("is not it red", [(3, 4)], set()),
    ("how do i know it is not cancer", [(7, 8)], set()),
])
def test_how_far_a_no_reaches(words: str, places: list[tuple[int, int]], denied: set[tuple[int, int]]) -> None:
    assert negated_places(words.split(), places) == denied


@pytest.mark.parametrize(("words", "place", "supposed"), [
    ("what if it gets infected", (4, 5), True),
    ("should i worry if it starts to bleed", (7, 8), True),
    ("it might start to bleed", (4, 5), True),
    ("i am not sure if it is infected", (7, 8), False),
    ("if i press it pus comes out", (4, 5), False),
    ("it hurts if i touch it", (1, 2), False),
])
def test_what_is_only_supposed(words: str, place: tuple[int, int], supposed: bool) -> None:
    assert (supposed_places(words.split(), [place]) == {place}) is supposed


def test_where_a_sentence_begins_to_ask() -> None:
    assert question_start(["it", "is", "red", "what", "is", "it"]) == 3
    assert question_start(["it", "is", "red"]) == 3
    assert question_start(["can", "i", "use", "it"]) == 0


def test_phrases_become_the_word_that_stands_for_them() -> None:
    rewriter = Rewriter(["remove = get rid of, take off", "- = by the way"])
    assert rewriter.words("by the way how do i get rid of it") == ("how", "do", "i", "remove", "it")
    assert rewriter.words("by the way") == ("by", "way")


def test_words_of_one_family_are_kin() -> None:
    kin = Kin(["exfoliat", "rose"])
    assert kin.nearest("exfoliation") == "exfoliat"
    assert kin.nearest("elephant") == "elephant"


@pytest.mark.parametrize(("sentence", "kind"), [
    ("what is it", "what"), ("can i use it", "yes or no"), ("it is red", "statement"), ("it hurts when i blink", "statement"),
    ("i am pregnant can i use it", "yes or no"), ("", "statement"),
])
def test_the_kind_of_sentence(sentence: str, kind: str) -> None:
    assert kind in moods(sentence.split())


def test_long_nonsense_takes_work_in_proportion(nlu: Nlu) -> None:
    chance = random.Random(7)
    words = [chance.choice(("rose", "wilting", "copper", "no", "and", "can", "i", "spray", "blorptastic")) for _ in range(180)]
    quarter, whole = " ".join(words[:45]), " ".join(words)
    work = [calls_of(lambda said=said: nlu.understand(said)) for said in (quarter, whole)]
    assert work[1] < 8 * work[0]
