"""The invariants over more than twenty thousand people, in whom every pair of fact values occurs."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from rules_core import KnowledgeBase

from .hearing import heard, offered, rank, treatments
from .invariants import INVARIANTS, Invariant, broken
from .profiles import COUNT, SOON, Facts, everyone, missing_pairs, quiet, triple_coverage, universe

pytestmark = pytest.mark.slow

KB = KnowledgeBase.load("milia")
ALL_FACTS = [spec.id for spec in KB.facts.values() if not spec.derived_from]
PERSON_FACTS = [spec.id for spec in KB.facts.values() if spec.scope == "person"]


@cache
def survey() -> tuple[dict[str, list[Facts]], Counter[str]]:
    """One pass over everyone: who breaks which invariant, and how many came to what."""
    breaks: dict[str, list[Facts]] = {one.__name__: [] for one in INVARIANTS}
    seen: Counter[str] = Counter()
    for facts in everyone():
        result = KB.infer(facts)
        said = heard(result)
        seen.update([str(result.level), *(["flag"] if said.flag else []), *(["allowed"] if treatments(result) else [])])
        seen.update([*(["offered"] if offered(result) else []), *(["vetoed"] if result.vetoed else []), f"rank {rank(result)}"])
        for one in INVARIANTS:
            if not one(facts, result, said):
                breaks[one.__name__].append(facts)
    return breaks, seen


@pytest.mark.parametrize("invariant", INVARIANTS, ids=lambda one: one.__name__)
def test_invariant_holds_for_everyone(invariant: Invariant) -> None:
    breaks = survey()[0][invariant.__name__]
    assert not breaks, f"{len(breaks)} people, for instance {breaks[0]}: {invariant.__doc__}"


def test_there_are_enough_people_of_every_kind() -> None:
    """Triage is exercised, and so is advice: no kind of answer is rare."""
    seen = survey()[1]
    people = len(everyone())
    assert people >= max(COUNT, 20_000)
    for kind in ("self_care", "routine", "doctor_soon", "same_day", "emergency", "flag", "offered", "allowed", "vetoed"):
        assert seen[kind] >= 0.025 * people, (kind, seen[kind])


def test_every_pair_of_values_occurs() -> None:
    assert missing_pairs(everyone(), universe(KB, ALL_FACTS)) == []


def test_every_pair_that_can_be_calm_occurs_among_the_calm() -> None:
    """What is ruled out is sent to a doctor in every setting; no value that any of them names is left out for another reason."""
    wanted = universe(KB, PERSON_FACTS)
    missing = set(missing_pairs(quiet().people, wanted))
    assert missing == quiet().ruled_out
    alone = {value for pair in quiet().ruled_out for value in pair if value in quiet().alarming}
    assert alone == quiet().alarming
    assert len(quiet().alarming) < 0.24 * len(wanted)


def test_the_calm_keep_the_invariants_and_hear_of_no_doctor_soon() -> None:
    for facts in quiet().people:
        result = KB.infer(facts)
        assert not broken(facts, result), facts
        assert result.level not in SOON
        assert not heard(result).flag


def test_nearly_every_triple_of_a_persons_values_occurs() -> None:
    held, total = triple_coverage(everyone(), universe(KB, PERSON_FACTS))
    assert held >= 0.95 * total, f"{held} of {total}"


def test_nearly_every_triple_that_can_be_calm_occurs_among_the_calm() -> None:
    held, total, _ = quiet().triples(universe(KB, PERSON_FACTS))
    assert held >= 0.95 * total, f"{held} of {total}"
