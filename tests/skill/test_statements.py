"""What people say about themselves: taken in, said back, and applied at once."""

from __future__ import annotations

import pytest

from tests.skill.talk import Talk


def test_a_circumstance_alone_is_said_back(talk: Talk) -> None:
    assert talk("AboutMeIntent", circumstance="pregnant").startswith("I see, pregnant. What else")
    assert talk.facts() == {"pregnancy": "pregnant"}


def test_it_answers_the_last_question_anew_when_it_changes_it(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol")
    said = talk("AboutMeIntent", circumstance="pregnant")
    assert "pregnant" in said.partition(".")[0]
    assert "Do not use retinol" in said


def test_it_leaves_the_last_question_when_it_changes_nothing(talk: Talk) -> None:
    talk("ExplainIntent")
    said = talk("AboutMeIntent", circumstance="pregnant")
    assert "Milia are" not in said


def test_a_correction_takes_effect_at_once(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol", circumstance="pregnant")
    said = talk("AboutMeIntent", circumstance="breastfeeding", denied="pregnant")
    assert talk.facts() == {"pregnancy": "breastfeeding"}
    assert "Do not use" not in said
    assert "breastfeeding" in said


def test_a_denial_takes_back(talk: Talk) -> None:
    talk("ProductIntent", ingredient="retinol", circumstance="pregnant")
    said = talk("DenyIntent", denied="pregnant")
    assert talk.facts() == {"pregnancy": "unknown"}
    assert said.startswith("Okay, so not pregnant.")
    assert "Do not use" not in said


def test_symptoms_are_answered(talk: Talk) -> None:
    said = talk("SymptomIntent", symptom="itchy", site="cheek")
    assert said.startswith("I see, itchy and on the face. Plain beads do not itch")
    assert talk.facts() == {"symptoms": ["itch", "unknown"], "site": ["face", "unknown"]}


@pytest.mark.parametrize(
    ("intent", "slots", "facts"),
    [
        ("AboutMeIntent", {"circumstance": "pregnant"}, {"pregnancy": "pregnant"}),
        ("AboutMeIntent", {"site": "eyelid"}, {"site": ["eyelid_skin"]}),
        ("SymptomIntent", {"site": "eyelid"}, {"site": ["eyelid_skin"]}),
        ("TalkIntent", {"words": "on my eyelid"}, {"site": ["eyelid_skin"]}),
        ("SymptomIntent", {"symptom": "sore"}, {"symptoms": ["pain"]}),
        ("SymptomIntent", {"symptom": "nothing wrong"}, {"symptoms": ["none"]}),
        ("DenyIntent", {"denied": "pregnant"}, {"pregnancy": "no"}),
    ],
)
def test_a_bare_value_answers_the_pending_question(talk: Talk, intent: str, slots: dict[str, str], facts: dict[str, object]) -> None:
    talk("ProductIntent", ingredient="retinol")
    talk.attributes["asking"] = list(facts)
    talk(intent, **slots)
    assert talk.facts() == facts


def test_a_question_in_a_statement_is_answered(talk: Talk) -> None:
    assert "Do not use retinol" in talk("TalkIntent", words="been using retinol and i'm pregnant")
    assert "Sun thickens" in talk("TalkIntent", words="the sun")


@pytest.mark.parametrize("intent", ["SymptomIntent", "AboutMeIntent", "DenyIntent", "TalkIntent"])
def test_empty_and_unmatched_statements_climb_the_ladder(talk: Talk, intent: str) -> None:
    first = talk(intent)
    second = talk(intent, symptom="flumtious", circumstance="flumtious", denied="flumtious", words="flumtious")
    third = talk(intent)
    assert len({first, second, third}) == 3
    assert "list" in third


def test_words_that_say_nothing_known_are_not_shrugged_off(talk: Talk) -> None:
    said = talk("TalkIntent", words="a wibbly wobbly thing")
    assert "see a doctor today" in said


def test_mother_and_baby_are_kept_apart(talk: Talk) -> None:
    talk("BabyIntent", who="newborn")
    talk("AboutMeIntent", circumstance="breastfeeding")
    assert talk.facts() == {"pregnancy": "breastfeeding"}
    assert talk.facts("baby") == {"age_group": "newborn", "who": "baby"}
    assert "on a baby" in talk("ProductIntent", ingredient="retinol", who="newborn")
    assert "on a baby" not in talk("ProductIntent", ingredient="retinol", who="myself")


def test_nothing_is_carried_into_the_next_session(talk: Talk) -> None:
    talk("AboutMeIntent", circumstance="pregnant")
    talk("AMAZON.StopIntent")
    assert talk.attributes == {}
