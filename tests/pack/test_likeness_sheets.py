"""The likeness of every description comes to what the sheets say: each remark its points, and a name only where they are enough."""

from __future__ import annotations

import random
from typing import Any

import pytest

from rules_core import KnowledgeBase

from .likeness_sheets import SHEETS, fits, points
from .test_who_hears_what import PEOPLE

KB = KnowledgeBase.load("milia")
DESCRIBING = sorted({fact for sheet in SHEETS.values() for fact in sheet.remarks})
DRAWN = 40
NEAR = {"duration_weeks": [0, 1, 2, 3, 4, 5, 51, 52, 300], "age_weeks": [0, 1, 2, 12, 13, 15, 16, 40]}


def recognised(facts: dict[str, Any]) -> set[str]:
    """What the pack recognises."""
    return {one.id.removeprefix("is_") for one in KB.infer(facts).conclusions if one.kind in ("type", "lookalike")}


def given(facts: dict[str, Any]) -> dict[str, int]:
    """The points that the pack gives, by name."""
    return {score.removeprefix("is_"): worth for score, worth in KB.infer(facts).scores.items() if score.startswith("is_") and worth}


@pytest.mark.parametrize("fact", DESCRIBING)
def test_each_remark_has_the_points_of_the_sheets(fact: str) -> None:
    for (name, _), facts in PEOPLE:
        if name == fact:
            assert given(facts) == {name: worth for name in SHEETS if (worth := points(name, facts))}, facts


def test_nothing_else_has_points() -> None:
    for (name, _), facts in PEOPLE:
        if name not in DESCRIBING:
            assert not given(facts), facts


def any_value(fact: str, dice: random.Random) -> Any:
    """One answer to a question."""
    spec = KB.facts[fact]
    value = dice.choice(NEAR[fact]) if spec.type == "int" else dice.choice(spec.values)
    return [value] if spec.type == "multi" else value


def somebody(name: str, dice: random.Random) -> dict[str, Any]:
    """A description that mostly speaks for `name`, near the limit as often as not."""
    facts: dict[str, Any] = {}
    resting = {key.removeprefix("score ") for _, must in SHEETS[name].fits for key in must if key.startswith("score ")} - {name}
    for fact, table in (item for sheet in (name, *sorted(resting)) for item in SHEETS[sheet].remarks.items()):
        good = [one for wanted, worth in table.items() if worth > 0 and wanted[0] not in "<>" for one in wanted.split("|")]
        if good and fact not in facts and dice.random() < 0.75:
            facts[fact] = [dice.choice(good)] if KB.facts[fact].type == "multi" else dice.choice(good)
    for _, must in SHEETS[name].fits:
        for fact, wanted in must.items():
            if fact in KB.facts and not isinstance(wanted, str) and dice.random() < 0.6:
                facts[fact] = [dice.choice(wanted)] if KB.facts[fact].type == "multi" else dice.choice(wanted)
    for fact in dice.sample(DESCRIBING, 3):
        facts.setdefault(fact, any_value(fact, dice))
    return facts


@pytest.mark.parametrize("name", SHEETS)
def test_a_name_is_given_where_the_points_are_enough_and_nowhere_else(name: str) -> None:
    dice = random.Random(name)
    found = 0
    for _ in range(DRAWN):
        facts = somebody(name, dice)
        assert recognised(facts) == fits(facts), facts
        found += name in fits(facts)
    assert DRAWN > found > 0


@pytest.mark.parametrize("name", SHEETS)
def test_one_point_less_is_not_enough(name: str) -> None:
    """From descriptions that fit just so: without one more remark that spoke for it, the name is not given."""
    dice, seen = random.Random(f"{name} less"), 0
    for _ in range(400):
        facts = somebody(name, dice)
        if name not in fits(facts):
            continue
        for fact in list(facts):
            less = {key: value for key, value in facts.items() if key != fact}
            if name not in fits(less):
                seen += 1
                assert name not in recognised(less), (facts, fact)
        assert name in recognised(facts), facts
        if seen >= 25:
            break
    assert seen >= 5
