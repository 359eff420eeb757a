"""Yes, no and not sure, with and without a question pending."""

from __future__ import annotations

import pytest

from tests.skill.talk import Talk


def asking(talk: Talk, *facts: str) -> Talk:
    talk("ProductIntent", ingredient="retinol")
    talk.attributes["asking"] = list(facts)
    talk.attributes.pop("offer", None)
    return talk


def test_yes_takes_up_an_offer(talk: Talk) -> None:
    talk("ExplainIntent")
    assert "sheds slowly" in talk("AMAZON.YesIntent")
    assert talk.attributes["turn"] == {"topic": "causes"}


def test_no_declines_an_offer_and_asks_on(talk: Talk) -> None:
    talk("ExplainIntent")
    talk("AMAZON.NoIntent")
    assert not talk.ended
    assert "offer" not in talk.attributes
    talk("AMAZON.NoIntent")
    assert talk.ended


def test_yes_and_no_settle_a_yes_no_question(talk: Talk) -> None:
    asking(talk, "immune_weak")("AMAZON.YesIntent")
    assert talk.facts() == {"immune_weak": "yes"}
    asking(talk, "immune_weak")("AMAZON.NoIntent")
    assert talk.facts() == {"immune_weak": "no"}


def test_yes_to_a_choice_asks_which(talk: Talk) -> None:
    said = asking(talk, "pregnancy")("AMAZON.YesIntent")
    assert said == "Okay, which of these is it: pregnant, trying for a baby, or breastfeeding?"
    assert talk.attributes["asking"] == ["pregnancy"]
    assert "Do not use retinol" in talk("AboutMeIntent", circumstance="trying for a baby")


def test_yes_to_many_choices_names_them(talk: Talk) -> None:
    said = asking(talk, "symptoms")("AMAZON.YesIntent")
    assert said == "Okay, which of these is it: itchy, sore, red, hot and swollen, oozing, or spreading redness?"


def test_yes_to_several_asks_the_first_alone(talk: Talk) -> None:
    assert asking(talk, "unwell", "eye_signs")("AMAZON.YesIntent").startswith("Okay, one at a time. Is there a fever")
    assert talk.attributes["asking"] == ["unwell"]


def test_a_yes_that_says_too_little_is_never_a_no(talk: Talk) -> None:
    asking(talk, "symptoms")("AMAZON.YesIntent")
    assert talk.facts() == {"symptoms": "unknown"}


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("pregnancy", "no"),
        ("symptoms", ["none"]),
        ("injury", "none"),
    ],
)
def test_no_denies_what_was_asked(talk: Talk, fact: str, value: object) -> None:
    asking(talk, fact)("AMAZON.NoIntent")
    assert talk.facts() == {fact: value}


@pytest.mark.parametrize("fact", ["site", "age_group", "age_weeks"])
def test_no_is_no_answer_to_where_or_how_old(talk: Talk, fact: str) -> None:
    asking(talk, fact)("AMAZON.NoIntent")
    assert talk.facts() == {}
    assert talk.attributes["asking"] == [fact]


def test_no_to_several_denies_all(talk: Talk) -> None:
    asking(talk, "unwell", "eye_signs")("AMAZON.NoIntent")
    assert talk.facts() == {"unwell": ["none"], "eye_signs": ["none"]}


def test_not_sure_is_an_answer_and_is_not_asked_again(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol")
    assert talk.attributes["asking"] == ["age_group"]
    said = talk("UnsureIntent")
    assert "If you are not sure" in said
    assert talk.attributes["asking"] == ["pregnancy"]
    said = talk("UnsureIntent")
    assert "asking" not in talk.attributes
    assert "skip it if you are pregnant" in said
    assert talk.facts() == {"age_group": "unknown", "pregnancy": "unknown"}


def test_not_sure_keeps_what_was_known(talk: Talk) -> None:
    talk("SymptomIntent", symptom="itchy")
    asking(talk, "symptoms")("UnsureIntent")
    assert talk.facts()["symptoms"] == ["itch", "unknown"]


def test_answering_all_questions_leads_to_the_answer(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol")
    short = talk("AboutMeIntent", who="myself")
    talk.attributes["asking"] = ["age_group"]
    talk.attributes["facts"] = {"self": {"age_group": "adult"}}
    said = talk("AboutMeIntent", circumstance="eczema")
    assert short and said
    said = asking(talk, "pregnancy")("AMAZON.NoIntent")
    assert "A retinoid like retinol is often suggested" in said


def test_the_next_question_follows_without_the_whole_answer_again(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol")
    said = talk("UnsureIntent")
    assert "Before retinol" not in said


def test_yes_no_and_not_sure_with_nothing_pending(talk: Talk) -> None:
    assert "Ask me anything" in talk("AMAZON.YesIntent")
    talk("UnsureIntent")
    assert not talk.ended
    talk("AMAZON.NoIntent")
    assert talk.ended


@pytest.mark.parametrize(
    "intent", ["AMAZON.YesIntent", "AMAZON.NoIntent", "UnsureIntent", "WhyIntent", "AMAZON.HelpIntent", "AMAZON.FallbackIntent"]
)
@pytest.mark.parametrize("fact", ["unwell", "age_group", "age_weeks", "symptoms", "pregnancy", "immune_weak", "injury", "site"])
def test_every_question_can_be_answered_in_every_way(talk: Talk, intent: str, fact: str) -> None:
    asking(talk, fact)(intent)
    assert not talk.ended
