"""The likeness of every description comes to what the sheets say: each remark its points, and a name only where they are enough."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest

from rules_core import KnowledgeBase

from .likeness_sheets import SHEETS, fits, has, matches, points
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


AT_THE_LIMIT = [(name, number) for name, sheet in SHEETS.items() for number in range(len(sheet.fits))]


def with_all_but_points(name: str, must: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    """A description that has what a name asks for besides its points; a few other remarks are left out."""
    facts = somebody(name, dice)
    for fact in dice.sample(sorted(facts), dice.randrange(min(4, len(facts)))):
        del facts[fact]
    for fact in must.keys() & KB.facts.keys():
        spec = KB.facts[fact]
        value = dice.choice([one for one in (NEAR[fact] if spec.type == "int" else spec.values) if matches(must[fact], one)])
        facts[fact] = [value] if spec.type == "multi" else value
    return facts


@pytest.mark.parametrize(("name", "number"), AT_THE_LIMIT)
def test_on_either_side_of_the_limit(name: str, number: int) -> None:
    """Descriptions with just enough points, and with too few, that have all else that the name asks for."""
    enough, must = SHEETS[name].fits[number]
    dice = random.Random(f"{name} {number}")
    found = {"enough": 0, "nearly": 0, "less": 0}
    for _ in range(1000):
        facts = with_all_but_points(name, must, dice)
        short = enough - points(name, facts)
        side = "enough" if short == 0 else "nearly" if short == 1 else "less" if short > 1 else ""
        if side and found[side] < 8 and has(must, facts):
            found[side] += 1
            assert recognised(facts) == fits(facts), (short, facts)
    assert found["enough"] and (found["nearly"] or found["less"])


@pytest.mark.parametrize(("name", "number"), [one for one in AT_THE_LIMIT if SHEETS[one[0]].fits[one[1]][1]])
def test_points_alone_are_not_enough(name: str, number: int) -> None:
    """Without what a name asks for besides its points, or with something else in its place, the name is not given."""
    enough, must = SHEETS[name].fits[number]
    dice, seen = random.Random(f"{name} {number} must"), 0
    for _ in range(1000):
        facts = somebody(name, dice)
        if seen < 12 and points(name, facts) >= enough and not has(must, facts):
            seen += 1
            assert recognised(facts) == fits(facts), facts
    assert seen
