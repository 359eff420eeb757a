"""What was not understood is noticed, and what answers a question in its own words is taken."""

from __future__ import annotations

import pytest
from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from rules_core import KnowledgeBase
from skill.facts import Ear
from skill.hearing.kin import Kin
from skill.language import language
from skill.lexicon.lexicon import Lexicon


@pytest.fixture(scope="module")
def milia() -> KnowledgeBase:
    return KnowledgeBase.load("milia")


@pytest.fixture(scope="module")
def lexicon(milia: KnowledgeBase) -> Lexicon:
    return language().lexicon(milia.vocabulary())


@pytest.fixture(scope="module")
def ear(milia: KnowledgeBase, lexicon: Lexicon) -> Ear:
    words = language()
    return Ear(milia.vocabulary(), milia.facts, lexicon, words.heard["carriers"], words.ages())


def intent(**slots: str) -> Intent:
    return Intent(name="TalkIntent", slots={name: Slot(name=name, value=value) for name, value in slots.items()})


@pytest.mark.parametrize(
    "text",
    [
        "i have hard white bumps on my cheeks", "there are a few white spots near my nose and they do not itch", "no fever",
        "white bumps and he was 39.4",
    ],
)
def test_nothing_is_left_of_what_is_understood(lexicon: Lexicon, text: str) -> None:
    assert lexicon.read(text).left == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("white bumps that gribble", "gribble"),
        ("my skin makes me want to juggle and it is white", "juggle"),
        ("white bumps and he weighs 39 kilos", "kilos"),
        ("white bumps and what if i get pregnant", "pregnant"),
    ],
)
def test_what_says_something_and_is_not_understood_is_left(lexicon: Lexicon, text: str, word: str) -> None:
    assert word in lexicon.read(text).left


def test_an_age_leaves_nothing_behind(ear: Ear) -> None:
    assert ear.hear(intent(words="i am thirty five and they are white")).whole


def test_slots_are_never_the_whole_sentence(ear: Ear) -> None:
    heard = ear.hear(intent(symptom="white"))
    assert heard.said and not heard.whole


@pytest.mark.parametrize(
    ("answer", "fact", "value"),
    [
        ("lentil", "size", "lentil"), ("like a pinhead", "size", "pinhead"), ("slowly", "onset", "gradual"),
        ("the size of a lentil", "size", "lentil"),
    ],
)
def test_the_words_of_a_choice_are_an_answer(ear: Ear, answer: str, fact: str, value: str) -> None:
    assert ear.hear(intent(words=answer), [fact]).values(fact) == [value]


@pytest.mark.parametrize("answer", ["not a lentil", "smaller than a lentil", "size", "bigger than before"])
def test_more_or_less_than_a_choice_is_none(ear: Ear, answer: str) -> None:
    assert ear.hear(intent(words=answer), ["size"]).values("size") == []


def test_a_word_of_a_sign_is_not_the_sign(ear: Ear) -> None:
    assert not ear.hear(intent(words="the eye"), ["eye_signs"]).values("eye_signs")


def test_one_is_a_single_bump_where_the_number_is_asked(ear: Ear) -> None:
    assert ear.hear(intent(number="1"), ["number"]).values("number") == ["single"]
    assert ear.hear(intent(number="1"), ["site"]).values("number") == []


@pytest.mark.parametrize(("slots", "weeks"), [({"duration": "P2W"}, 2), ({"words": "two weeks"}, 2), ({"words": "three months"}, 12)])
def test_a_bare_length_of_time_is_the_age_that_is_still_to_be_told(ear: Ear, slots: dict[str, str], weeks: int) -> None:
    assert ear.hear(intent(**slots), ["site"], "age_weeks").numbers == {"age_weeks": weeks}
    assert ear.hear(intent(**slots), ["site"]).numbers == {}


@pytest.mark.parametrize("words", ["two weeks ago", "for two weeks now on his nose", "two years"])
def test_a_length_of_time_in_a_sentence_is_no_age(ear: Ear, words: str) -> None:
    assert "age_weeks" not in ear.hear(intent(words=words), ["site"], "age_weeks").numbers


def test_a_length_of_time_that_answers_how_old_is_no_child_of_two(ear: Ear) -> None:
    heard = ear.hear(intent(duration="P2W"), ["age_group"], "age_weeks")
    assert heard.values("age_group") == [] and heard.numbers == {"age_weeks": 2}
    assert ear.hear(intent(duration="P3Y"), ["age_group"], "age_weeks").values("age_group") == ["child"]


@pytest.mark.parametrize(("words", "called"), [
    ("my nan has a red streak", "nan"), ("i squeezed my nan's bump", ""), ("my mother in law has it", "mother in law"),
    ("my mom and my dad have it", ""), ("our granddad took it", "granddad"), ("my skin is dry", ""),
])
def test_kin_named_in_free_words_are_called_so(milia: KnowledgeBase, lexicon: Lexicon, words: str, called: str) -> None:
    told = language()
    kin = Kin(told.heard["kin"])
    ear = Ear(milia.vocabulary(), milia.facts, lexicon, told.heard["carriers"], told.ages(), kin)
    assert ear.hear(intent(words=words)).called == called


def test_a_place_beside_a_pronoun_is_theirs(ear: Ear) -> None:
    heard = ear.hear(Intent(name="AboutMeIntent", slots={
        "pronoun": Slot(name="pronoun", value="he's"), "own_site": Slot(name="own_site", value="chin")}))
    assert heard.mode != "besides" and not heard.whose


@pytest.mark.parametrize(("words", "term"), [
    ("she feels lousy", "unwell.ill"), ("gran is peaky", "unwell.ill"), ("i am not feeling too well", "unwell.ill"),
    ("he is out of sorts", "unwell.ill"), ("my teeth won't stop chattering", "unwell.chills"),
    ("burning up one minute and freezing the next", "unwell.chills"), ("soup went down her legs", "danger_signs.big_burn"),
    ("i sloshed coffee over my chest", "danger_signs.big_burn"), ("a bit of it trickled in", "eye_signs.ran_in"),
    ("i wish it would all stop", "danger_signs.self_harm"), ("tired of being alive", "danger_signs.self_harm"),
    ("the beautician dug two out of my cheek", "recent_skin_event.removal"), ("mum's gone all floppy", "unwell.drowsy_floppy"),
])
def test_danger_is_heard_in_other_words(lexicon: Lexicon, words: str, term: str) -> None:
    assert term in {one.term.id for one in lexicon.find(words) if not one.denied}


@pytest.mark.parametrize(("words", "term"), [
    ("i feel terrible about popping it", "unwell.ill"), ("it feels rough", "unwell.ill"), ("worried sick about my bumps", "unwell.ill"),
    ("she was poorly last year", "unwell.ill"), ("the wound is healing poorly", "unwell.ill"), ("shake the bottle", "unwell.chills"),
    ("i poured tea tree oil over my arm", "danger_signs.big_burn"), ("i went in to ask", "eye_signs.ran_in"),
    ("i want to stop all my products", "danger_signs.self_harm"), ("i want everything on my face gone", "danger_signs.self_harm"),
    ("can a dermatologist take out three of them", "recent_skin_event.removal"),
])
def test_what_only_sounds_like_danger_is_none(lexicon: Lexicon, words: str, term: str) -> None:
    assert term not in {one.term.id for one in lexicon.find(words) if not one.denied}
