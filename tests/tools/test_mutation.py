"""What the deliberate faults in the rules are, and how they are counted. `make soak` tries them."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from mutation.figures import noticed_share
from mutation.operators import Mutant, applied, mutants
from mutation.population import Population, numbers_in, seen

from rules_core import KnowledgeBase, PackError, packs
from rules_core.authoring.authored import AuthoredPack, read_pack
from rules_core.authoring.link import compile_pack
from rules_core.conditions import ScoreTest
from rules_core.inference import Outcome

OPERATORS = {
    "drop the rule", "drop a condition", "negate", "join by any", "join by all", "drop a value", "change a value", "shift a threshold",
    "change a level", "change a conclusion asked for", "change the level", "drop a veto", "drop a conclusion", "drop the conclude",
    "drop the veto", "change the conclusion", "change the points",
}


@pytest.fixture(scope="module")
def authored() -> AuthoredPack:
    return read_pack(packs.built_in_folder() / "milia")


@pytest.fixture(scope="module")
def faults(authored: AuthoredPack) -> list[Mutant]:
    return list(mutants(authored, compile_pack(authored)))


def test_every_rule_is_changed_in_every_way_it_can_be(authored: AuthoredPack, faults: list[Mutant]) -> None:
    assert {fault.id for fault in faults} == {rule["id"] for rule in authored.data["rules"]}
    assert {fault.operator for fault in faults} <= OPERATORS
    assert Counter(fault.operator for fault in faults)["drop the rule"] == len(authored.data["rules"])
    assert len({str(fault) for fault in faults}) >= 0.97 * len(faults)


def test_a_fault_changes_one_rule_and_leaves_the_pack_as_it_was(authored: AuthoredPack, faults: list[Mutant]) -> None:
    before = json.dumps(authored.data["rules"])
    for fault in faults[::400]:
        changed = applied(authored, fault)
        kept = [rule for rule in changed.data["rules"] if rule in authored.data["rules"]]
        assert len(kept) == len(authored.data["rules"]) - 1
        try:
            KnowledgeBase(compile_pack(changed))
        except PackError:
            continue
    assert json.dumps(authored.data["rules"]) == before


def test_the_share_leaves_out_what_makes_no_difference() -> None:
    outcomes = ["refused", "noticed", "noticed", "survived", "equivalent"]
    assert noticed_share([{"outcome": one} for one in outcomes]) == 0.75


def test_no_two_scores_look_the_same() -> None:
    looks = {seen(Outcome({}, scores={"worry": points}), frozenset()).scores for points in (-3, -2, -1, 0, 1, 2)}
    assert len(looks) == 6


@pytest.mark.parametrize(("change", "crossing"), [(0, set()), (1, {0, 1}), (2, {0, 1, 2}), (-1, {3}), (-3, {3, 4})])
def test_who_crosses_a_limit_is_who_ends_on_its_other_side(change: int, crossing: set[int]) -> None:
    """Five people with no points, none left, less than none, just enough and plenty; one point is enough."""
    people = Population({}, frozenset())
    for number, points in enumerate((None, 0, -1, 1, 3)):
        people.add({"number": number}, Outcome({}, scores={} if points is None else {"worry": points}))
    assert set(numbers_in(people.crossing(ScoreTest("worry", "gte", 1), change))) == crossing
