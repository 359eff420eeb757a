"""Why, where from, how sure, more, and the steps: read off the last answer."""

from __future__ import annotations

import pytest

from tests.skill.talk import Talk


def test_why_names_what_was_told_and_the_reason(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol", circumstance="pregnant")
    said = talk("WhyIntent")
    assert "you told me: pregnant" in said
    assert "vitamin A can harm" in said


def test_why_without_anything_told_gives_the_reason_alone(talk: Talk) -> None:
    talk("ActionIntent", action="pop them")
    assert "you told me" not in talk("WhyIntent")
    assert "no opening" in talk.said


def test_why_without_a_written_reason_names_the_source(talk: Talk) -> None:
    talk("CauseIntent", cause="sun damage")
    assert "The Book of Skin" in talk("WhyIntent")


def test_why_do_you_ask(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol")
    said = talk("WhyIntent")
    assert said == "I ask because babies and children need other advice than adults. Who is it for, and how old?"
    assert talk.attributes["asking"] == ["age_group"]


def test_why_is_it_held_back(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol")
    talk("UnsureIntent")
    talk("UnsureIntent")
    assert "I am holding back" in talk("WhyIntent")


def test_why_keeps_the_offer(talk: Talk) -> None:
    talk("ExplainIntent")
    assert talk("WhyIntent").endswith("Shall I tell you why they form?")
    assert "sheds slowly" in talk("AMAZON.YesIntent")


def test_source_and_how_sure(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol", circumstance="pregnant")
    assert "Retinoids in Pregnancy, by Medicines Agency, from 2018" in talk("SourceIntent")
    assert "Medicines Agency" in talk.card
    assert "I am quite sure of that. Published medical guidelines" in talk("SureIntent")


def test_what_nobody_opened_is_never_cited(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol", who="myself")
    assert "Nobody" not in talk("SourceIntent") + talk.card


@pytest.mark.parametrize("intent", ["SourceIntent", "SureIntent", "TrustIntent"])
def test_a_source_asked_for_before_any_answer_is_that_of_the_guide(talk: Talk, intent: str) -> None:
    talk.launch()
    assert "No clinician has signed" in talk(intent)
    assert not talk.ended


@pytest.mark.parametrize("intent", ["WhyIntent", "MoreIntent"])
def test_before_any_answer_there_is_nothing_to_explain(talk: Talk, intent: str) -> None:
    talk.launch()
    assert "not given you an answer" in talk(intent)


def test_more_until_there_is_no_more(talk: Talk) -> None:
    talk("ExplainIntent")
    assert "common at any age" in talk("MoreIntent")
    assert "all I have" in talk("MoreIntent") or "no more" in talk.said


def test_stale_or_foreign_pieces_are_skipped(talk: Talk) -> None:
    talk("ExplainIntent")
    talk.attributes["more"] = [
        "gone:say",
        "explain_what:more.9",
        "explain_what:because",
        "explain_what:__class__",
        "",
        ":",
        "explain_what:more.x",
    ]
    assert "thin layer" in talk("MoreIntent")


def test_the_steps_forward_and_back(talk: Talk) -> None:
    talk("HomeCareIntent")
    assert "Step one" in talk("AMAZON.YesIntent")
    assert "Step two" in talk("AMAZON.NextIntent")
    assert "Step three" in talk("AMAZON.NextIntent")
    assert "last step" in talk("AMAZON.NextIntent")
    assert "Step two" in talk("AMAZON.PreviousIntent")
    assert "Step one" in talk("AMAZON.PreviousIntent")
    assert "first step" in talk("AMAZON.PreviousIntent")


def test_next_away_from_the_steps(talk: Talk) -> None:
    assert "not in the middle of any steps" in talk("AMAZON.PreviousIntent")
    told = talk("ExplainIntent")
    assert "common at any age" in talk("AMAZON.NextIntent")
    assert talk("AMAZON.PreviousIntent") == told


def test_a_question_between_the_steps_keeps_the_place(talk: Talk) -> None:
    assert "Step one" in talk("AMAZON.NextIntent")
    talk("ExplainIntent")
    assert "Step one" in talk("AMAZON.PreviousIntent")
    talk("ExplainIntent")
    assert "step one of" in talk("ProgressIntent")
    talk("ExplainIntent")
    assert "Step two" in talk("AMAZON.NextIntent")


def test_the_answer_is_said_again_after_its_source(talk: Talk) -> None:
    answer = talk("ExplainIntent")
    source = talk("SourceIntent")
    assert talk("AMAZON.RepeatIntent") == source
    assert talk("AnswerAgainIntent") == answer
