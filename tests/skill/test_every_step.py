"""At each step of the skin check of several people: not sure, skip, why, back, over, stop, leave, help, repeat, a question in between."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from rules_core import KnowledgeBase
from skill.app import Handler, create_skill
from skill.language import language
from tests.skill.talk import Talk

Answer = tuple[str, Mapping[str, str]]

NO: Answer = ("AMAZON.NoIntent", {})
YES: Answer = ("AMAZON.YesIntent", {})
UNSURE: Answer = ("UnsureIntent", {})
IN_SHORT = (*language().said["check_same"], *language().said["check_rest"])


def about(**slots: str) -> Answer:
    return "AboutMeIntent", slots


def symptom(**slots: str) -> Answer:
    return "SymptomIntent", slots


PEOPLE: dict[str, Mapping[str, Answer]] = {
    "an adult with plain beads": {
        "age_group": about(circumstance="thirty two years old"), "site": about(site="cheek"), "number": symptom(symptom="a few"),
        "colour": symptom(symptom="white", symptom_two="hard", symptom_three="tiny"), "surface": symptom(symptom="smooth on top"),
    },
    "a newborn": {
        "age_group": about(who="my newborn"), "age_weeks": about(age_weeks="P3W"), "site": about(site="nose"),
        "colour": symptom(symptom="white", symptom_two="hard"), "number": symptom(symptom="lots of them"),
    },
    "a pregnant woman with bumps on the lid": {
        "age_group": about(circumstance="thirty years old"), "site": about(site="eyelid"), "pregnancy": about(circumstance="pregnant"),
        "number": symptom(symptom="a few"), "colour": symptom(symptom="yellow", symptom_two="soft"),
    },
    "an old man with a growing bump": {
        "age_group": about(circumstance="seventy years old"), "site": about(site="nose"), "number": symptom(symptom="just one"),
        "change": symptom(symptom="growing"), "colour": symptom(symptom="shiny"),
    },
    "somebody who is never sure": dict.fromkeys(("unwell", "age_group", "site", "number", "colour", "medicines"), UNSURE),
    "a teenager on isotretinoin": {
        "age_group": about(circumstance="i'm a teen"), "site": about(site="forehead"), "medicines": about(circumstance="on isotretinoin"),
        "actives": about(circumstance="i use retinol"), "number": symptom(symptom="lots of them"),
    },
}
MOST_STEPS, MOST_TURNS = 16, 24


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def steps(handler: Handler, milia: KnowledgeBase, person: Mapping[str, Answer]) -> list[Talk]:
    """The conversation at each question of this person's check, in order; one put again after a "no" that leaves it open is the same."""
    talk, stood, left = Talk(handler, milia), list[Talk](), dict(person)
    talk("SkinCheckIntent")
    for _ in range(MOST_TURNS):
        if not ("check" in talk.attributes and talk.attributes.get("asking")):
            break
        if not stood or asking(stood[-1]) != asking(talk):
            stood.append(copied(talk, handler, milia))
        named = next((fact for fact in talk.attributes["asking"] if fact in left), "")
        intent, slots = left.pop(named) if named else NO
        talk(intent, **slots)
    assert "check" not in talk.attributes, "a check without an end"
    assert len(stood) <= MOST_STEPS
    assert not talk.ended
    return stood


def copied(talk: Talk, handler: Handler, milia: KnowledgeBase) -> Talk:
    other = Talk(handler, milia)
    other.attributes, other.said = copy.deepcopy(talk.attributes), talk.said
    return other


def asking(talk: Talk) -> list[str]:
    found = talk.attributes.get("asking", [])
    assert isinstance(found, list)
    return found


Move = Callable[[Talk, int, list[Talk]], None]


def not_sure(talk: Talk, at: int, stood: list[Talk]) -> None:
    before = asking(talk)
    talk("UnsureIntent")
    facts = talk.facts(talk.attributes.get("subject", "self"))
    assert asking(talk) != before
    assert all(facts.get(name, "unknown") is not None for name in before)
    assert not talk.ended


def skip(talk: Talk, at: int, stood: list[Talk]) -> None:
    before = asking(talk)
    talk("AMAZON.NextIntent")
    assert asking(talk) != before
    assert not talk.ended


def why(talk: Talk, at: int, stood: list[Talk]) -> None:
    before = asking(talk)
    said = talk("WhyIntent")
    assert said.startswith("I ask because")
    assert asking(talk) == before


def back(talk: Talk, at: int, stood: list[Talk]) -> None:
    said = talk("AMAZON.PreviousIntent")
    assert asking(talk)
    if at == 0:
        assert "first question" in said
        assert asking(talk) == asking(stood[0])
    else:
        assert set(asking(talk)) & set(asking(stood[at - 1])), (asking(talk), asking(stood[at - 1]))
        assert not set(asking(talk)) & set(talk.facts(talk.attributes.get("subject", "self"))) - {"symptoms", "change", "site"}


def start_over(talk: Talk, at: int, stood: list[Talk]) -> None:
    talk("AMAZON.StartOverIntent")
    assert asking(talk) == asking(stood[0])
    assert set(talk.facts(talk.attributes.get("subject", "self"))) <= {"who"}


def stop(talk: Talk, at: int, stood: list[Talk]) -> None:
    talk("AMAZON.StopIntent")
    assert talk.ended
    assert talk.attributes == {}


def leave(talk: Talk, at: int, stood: list[Talk]) -> None:
    known = {subject: talk.facts(subject) for subject in ("self", "baby", "other")}
    talk("AMAZON.CancelIntent")
    assert "check" not in talk.attributes
    assert known == {subject: talk.facts(subject) for subject in ("self", "baby", "other")}
    assert not talk.ended


def get_help(talk: Talk, at: int, stood: list[Talk]) -> None:
    before = asking(talk)
    assert "I ask because" in talk("AMAZON.HelpIntent")
    assert asking(talk) == before


def repeat(talk: Talk, at: int, stood: list[Talk]) -> None:
    before, said = asking(talk), talk.said
    again = talk("AMAZON.RepeatIntent")
    # What was asked in short is asked in full.
    assert again == said or (said.endswith(IN_SHORT) and again.endswith("?") and len(again) > len(said))
    assert asking(talk) == before


def ask_something(talk: Talk, at: int, stood: list[Talk]) -> None:
    before = asking(talk)
    said = talk("ContagiousIntent")
    assert "Back to your check" in said
    assert "catch" in said
    assert asking(talk) == before


def be_polite(talk: Talk, at: int, stood: list[Talk]) -> None:
    before = asking(talk)
    assert "Back to your check" in talk("ThanksIntent")
    assert asking(talk) == before


def stay_unclear(talk: Talk, at: int, stood: list[Talk]) -> None:
    """The ladder: once more, with two examples, then on without an answer."""
    before, said = asking(talk), set()
    for rung in range(3):
        said.add(talk("AMAZON.FallbackIntent"))
        assert (asking(talk) == before) is (rung < 2)
    assert len(said) == 3
    assert not talk.ended


def be_in_danger(talk: Talk, at: int, stood: list[Talk]) -> None:
    talk("SymptomIntent", symptom="can't breathe")
    assert "emergency" in talk.said.lower()
    assert "check" not in talk.attributes


MOVES: tuple[Move, ...] = (
    not_sure, skip, why, back, start_over, stop, leave, get_help, repeat, ask_something, be_polite, stay_unclear, be_in_danger,
)


@pytest.fixture(scope="module")
def walked(handler: Handler, milia: KnowledgeBase) -> dict[str, list[Talk]]:
    return {name: steps(handler, milia, person) for name, person in PEOPLE.items()}


def test_the_people_have_checks_of_several_steps(walked: dict[str, list[Talk]]) -> None:
    assert all(len(stood) >= 4 for stood in walked.values())
    assert len({tuple(map(tuple, map(asking, stood))) for stood in walked.values()}) == len(walked)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.__name__)
@pytest.mark.parametrize("person", PEOPLE)
def test_at_each_step(handler: Handler, milia: KnowledgeBase, walked: dict[str, list[Talk]], person: str, move: Move) -> None:
    stood = walked[person]
    for at, talk in enumerate(stood):
        try:
            move(copied(talk, handler, milia), at, stood)
        except AssertionError as fault:
            raise AssertionError(f"step {at} {asking(talk)}: {fault}") from fault


def test_a_no_that_leaves_a_question_open_changes_no_other(handler: Handler, milia: KnowledgeBase, walked: dict[str, list[Talk]]) -> None:
    """Back from a question that was put again leads to the one before; a second no leads on, with a whole ladder for the next one."""
    stood = walked["an adult with plain beads"]
    at = next(at for at, talk in enumerate(stood) if asking(talk) == ["colour"])
    talk = copied(stood[at], handler, milia)
    talk("AMAZON.NoIntent")
    assert asking(talk) == ["colour"]
    back(copied(talk, handler, milia), at, stood)
    talk("AMAZON.NoIntent")
    assert asking(talk) not in (["colour"], [])
    assert talk.facts("self")["colour"] == "unknown"
    stay_unclear(talk, at + 1, stood)


def test_every_question_has_a_reason_and_every_move_its_words(milia: KnowledgeBase) -> None:
    assert not [spec.id for spec in milia.facts.values() if spec.ask and not (spec.because and spec.unsure)]
    answers: Any = language().heard["answers"]
    assert {"UnsureIntent", "AMAZON.PreviousIntent", "AMAZON.StartOverIntent", "AMAZON.StopIntent", "WhyIntent"} <= set(answers)
