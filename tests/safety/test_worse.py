"""Nothing that gets worse lowers the level, and what is not known is never safer than a plain "no"."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from rules_core import KnowledgeBase

from .hearing import rank, treatments
from .profiles import CLEAR, QUESTIONS, SEED, Facts, everyone
from .worse import BENIGN, CHAINS, DESCRIBES, MORE_SIGNS, SIGNS, is_stye, less_known, worse

pytestmark = pytest.mark.slow

KB = KnowledgeBase.load("milia")
EVERY_FOURTH = 4


def some(every: int) -> Iterator[tuple[Facts, random.Random]]:
    """A part of everyone, each with dice of their own."""
    for number, facts in enumerate(everyone()):
        if number % every == 0:
            yield facts, random.Random(SEED + number)


def difference(one: Facts, other: Facts) -> Facts:
    """What the second has that the first has not, for a message."""
    return {name: (one.get(name), other.get(name)) for name in {*one, *other} if one.get(name) != other.get(name)}


def test_every_fact_is_in_the_table_or_left_out_on_purpose() -> None:
    left_out = {"age_group", "age_weeks", "site", "wants", "who"}
    person = {spec.id for spec in KB.facts.values() if spec.scope == "person"}
    assert {*SIGNS, *MORE_SIGNS, *CHAINS} == person - left_out
    assert person - set(BENIGN) == {"age_weeks", "wants", "who"}


def test_nothing_that_gets_worse_lowers_the_level() -> None:
    """A fourth of everyone, each made worse in two ways."""
    for facts, dice in some(EVERY_FOURTH):
        before = rank(KB.infer(facts))
        ways = [other for other in worse(KB, facts) if not is_stye(other)]
        for other in dice.sample(ways, min(2, len(ways))):
            assert rank(KB.infer(other)) >= before, difference(facts, other)


def test_nothing_that_gets_worse_brings_a_treatment_back_for_a_well_adult() -> None:
    """Over every question and every single step; only "the same active again" and a longer wait may allow anything."""
    for question in QUESTIONS:
        facts = {**CLEAR, **question}
        before = treatments(KB.infer(facts))
        for other in worse(KB, facts):
            assert treatments(KB.infer(other)) <= before, difference(facts, other)


def test_not_knowing_is_never_safer_than_no() -> None:
    """A fourth of everyone, with one thing denied, not known, and not asked."""
    for facts, dice in some(EVERY_FOURTH):
        name = dice.choice(sorted(BENIGN))
        denied = {**facts, name: BENIGN[name]}
        check_less_known(denied, [other for known, other in less_known(denied) if known == name])


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_not_knowing_any_one_thing_holds_back_what_a_well_adult_may_try(question: Facts) -> None:
    clear = {**CLEAR, **question}
    check_less_known(clear, [other for _, other in less_known(clear)])


def check_less_known(denied: Facts, others: list[Facts]) -> None:
    """Less knowledge allows nothing more, and never lowers the level."""
    result = KB.infer(denied)
    for other in others:
        less = KB.infer(other)
        assert treatments(less) <= treatments(result), difference(denied, other)
        changed = difference(denied, other)
        assert rank(less) >= rank(result) or changed.keys() <= DESCRIBES, changed
