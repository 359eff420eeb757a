"""Red flags come first, in every state and through every intent; what is not present does not fire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from skill.app import create_skill
from skill.handlers.knowledge import TOPICS
from tests.skill.talk import Talk
from tests.skill.test_basics import Prepare, state

EMERGENCY, SAME_DAY = "needs emergency care now", "Have a doctor look at it today"
ADVICE = ("retinol", "Milia are", "heavy product", "Step", "general information")


@state
@pytest.mark.parametrize(
    ("intent", "slots", "words"),
    [
        ("SymptomIntent", {"symptom": "hot", "symptom_two": "spreading", "symptom_three": "fever"}, EMERGENCY),
        ("TalkIntent", {"words": "hot and spreading and i have a fever"}, EMERGENCY),
        ("TalkIntent", {"words": "no fever but it is hot and spreading"}, SAME_DAY),
        ("DenyIntent", {"denied_symptom": "fever", "symptom": "hot"}, SAME_DAY),
        ("SymptomIntent", {"symptom": "trouble breathing"}, "Trouble breathing is an emergency"),
    ],
)
def test_a_flag_pre_empts_every_state(talk: Talk, prepare: Prepare, intent: str, slots: dict[str, str], words: str) -> None:
    prepare(talk)
    talk("AboutMeIntent", who="myself")
    said = talk(intent, **slots)
    assert words in said or EMERGENCY in said
    assert not any(word in said for word in ADVICE), said
    assert talk.attributes["offer"]["kind"] == "again"
    assert not talk.ended


@pytest.mark.parametrize("intent", [*TOPICS, "AMAZON.YesIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent", "WhyIntent", "NewIntent"])
def test_a_flag_pre_empts_every_intent(talk: Talk, intent: str) -> None:
    """Whatever intent the voice service chose, a slot that tells of danger is heard."""
    said = talk(intent, symptom="hot", symptom_two="fever", ingredient="retinol", action="pop them")
    assert EMERGENCY in said
    assert not any(word in said for word in ADVICE)


def test_while_a_flag_stands_nothing_else_is_advised(talk: Talk) -> None:
    talk("SymptomIntent", symptom="pus")
    for intent in TOPICS:
        assert SAME_DAY in talk(intent, ingredient="lanolin", action="pop them", who="myself"), intent
    assert SAME_DAY in talk("AboutMeIntent", circumstance="eczema")
    assert SAME_DAY in talk("AMAZON.NextIntent")


def test_a_correction_lifts_the_flag_and_answers_what_was_asked(talk: Talk) -> None:
    talk("ProductIntent", ingredient="lanolin")
    talk("SymptomIntent", symptom="pus")
    said = talk("DenyIntent", denied_symptom="pus")
    assert SAME_DAY not in said
    assert "Lanolin is a heavy product" in said


def test_danger_is_told_for_the_one_who_is_in_danger(talk: Talk) -> None:
    talk("SymptomIntent", symptom="fever", who="newborn")
    assert EMERGENCY in talk.said
    assert talk.facts("baby")["unwell"] == ["fever", "unknown"]
    assert talk.facts("self") == {}
    assert EMERGENCY not in talk("ExplainIntent", who="myself")


def test_the_greater_danger_is_told_first(talk: Talk) -> None:
    talk("SymptomIntent", symptom="hot")
    assert SAME_DAY in talk.said
    assert EMERGENCY in talk("SymptomIntent", symptom="fever")


@pytest.mark.parametrize("words", ["i had a fever last year", "no pus and no fever"])
def test_what_is_not_present_does_not_fire(talk: Talk, words: str) -> None:
    said = talk("TalkIntent", words=words)
    assert SAME_DAY not in said
    assert EMERGENCY not in said


def test_what_is_only_supposed_is_answered_so_and_stays_unknown(talk: Talk) -> None:
    said = talk("TalkIntent", words="what if it gets hot and i get a fever")
    assert said.startswith("If that happens:") and EMERGENCY in said
    assert talk.facts("self") == {}
    assert EMERGENCY not in talk("ExplainIntent")


def test_a_flag_is_repeated_on_yes_and_explained_on_why(talk: Talk) -> None:
    first = talk("SymptomIntent", symptom="pus")
    again = talk("AMAZON.YesIntent")
    assert again != first
    assert again.rpartition(". ")[0] == first.rpartition(". ")[0]
    said = talk("WhyIntent")
    assert "you told me: oozing" in said
    assert talk.attributes["offer"]["kind"] == "again"
    assert "What" in talk("AMAZON.NoIntent") or talk.said.endswith("?")


@state
def test_an_emergency_outside_the_subject_has_one_fixed_line(talk: Talk, prepare: Prepare) -> None:
    prepare(talk)
    said = talk("EmergencyIntent")
    assert said.startswith("That sounds urgent, and it is outside what I know.")
    assert not talk.ended


def test_the_fixed_line_does_not_depend_on_the_pack(talk: Talk, seen: list[Mapping[str, Any]], kb: Any) -> None:
    class Mute:
        """The same pack without a word on emergencies."""

        def __getattr__(self, name: str) -> Any:
            return getattr(kb, name)

        def infer(self, facts: Mapping[str, Any]) -> Any:
            return kb.infer({})

    said = Talk(create_skill(Mute()), kb)("EmergencyIntent")  # type: ignore[arg-type]
    assert "call your local emergency number" in said
