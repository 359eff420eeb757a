"""A skin check is short: ordinary people are through after about nine questions, and at the right level."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rules_core import KnowledgeBase
from simulator.composition import compose

PEOPLE = YAML(typ="safe").load((Path(__file__).parent / "people" / "skin_checks.yaml").read_text(encoding="utf-8"))["people"]
MOST, MEDIAN, ALL_BUT_FEW, FEW = 14, 9, 10, 5
"""Questions: for anybody, for half of them, for all but so many."""


@pytest.fixture(scope="module")
def walks() -> dict[str, tuple[int, Mapping[str, Any]]]:
    """For each person how many questions were put, and the last answer."""
    kb, simulator = KnowledgeBase.load("milia"), compose()
    return {person["name"]: _walk(kb, simulator.client(), person) for person in PEOPLE}


def _walk(kb: KnowledgeBase, client: Any, person: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]]:
    answers = (client.say(words) for words in person["opens"])
    *_, answer = answers
    said: set[str] = set()
    count = 0
    while asked := _asked(answer):
        count += 1
        assert count <= MOST, f"{person['name']}: still asked for {asked}"
        answer = client.say(_words(kb, person, asked, said))
    return count, answer.to_dict()


def _asked(answer: Any) -> list[str]:
    attributes = (answer.response or {}).get("sessionAttributes") or {}
    return list(attributes.get("asking", ())) if "check" in attributes else []


def _words(kb: KnowledgeBase, person: Mapping[str, Any], asked: list[str], said: set[str]) -> str:
    """What the person says to this question: to a screening question once its own words, then what belongs to its parts."""
    says, otherwise = person["says"], str(person["else"])
    screen = next((one.id for one in kb.screens if len(asked) > 1 and set(asked) <= set(one.facts)), "")
    if screen in says and screen not in said:
        said.add(screen)
        return str(says[screen])
    parts: Iterator[str] = (says[name] for name in asked if name in says and says[name] != otherwise)
    return (", ".join(parts) if screen else str(says.get(asked[0], ""))) or otherwise


def test_half_of_the_people_are_through_after_nine_questions(walks: Mapping[str, tuple[int, Any]]) -> None:
    counts = {name: count for name, (count, _) in walks.items()}
    assert statistics.median(counts.values()) <= MEDIAN, counts
    assert len([count for count in counts.values() if count > ALL_BUT_FEW]) <= FEW, counts


@pytest.mark.parametrize("person", [one for one in PEOPLE if "level" in one], ids=lambda one: str(one["name"]))
def test_a_short_check_ends_at_the_right_level(walks: Mapping[str, tuple[int, Any]], person: Mapping[str, Any]) -> None:
    assert walks[person["name"]][1]["inference"]["level"] == person["level"]
