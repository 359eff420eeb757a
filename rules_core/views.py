"""What single tests answer, from the facts and from what has been concluded so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .conditions import FactTest, LevelTest, ScoreTest, StateTest, Truth, compare
from .model import NONE, UNKNOWN, FactSpec, FactValue


def test_fact(test: FactTest, facts: Mapping[str, FactValue], specs: Mapping[str, FactSpec]) -> Truth:
    """The truth of a test on a fact; None where the fact is absent, unknown, or an open list without the value."""
    value = facts.get(test.fact)
    if test.op == "unknown":
        return value == UNKNOWN
    if value is None or value == UNKNOWN:
        return None
    if test.op == "in":
        assert isinstance(test.value, tuple)
        return value in test.value
    if test.op == "has":
        assert isinstance(value, tuple)
        if test.value in value:
            return True
        return None if UNKNOWN in value and test.value != NONE else False
    assert isinstance(value, int) and isinstance(test.value, int)
    return compare(test.op, value, value, test.value)


def concerns(name: str, facts: Mapping[str, FactValue], specs: Mapping[str, FactSpec]) -> Truth:
    """Whether these facts leave room for asking this one: false for a turn's fact, one without a question, and one whose
    `ask_if` cannot hold any more; None while a fact named there is open."""
    spec = specs[name]
    if not spec.ask or spec.scope == "turn":
        return False
    holds = [_holds(facts.get(other), values, concerns(other, facts, specs)) for other, values in spec.ask_if.items()]
    return False if False in holds else None if None in holds else True


def spared(facts: Mapping[str, FactValue], specs: Mapping[str, FactSpec]) -> frozenset[str]:
    """The facts that were not told and cannot concern this one, by what is known of whom they are asked: `ask_if` names a fact
    that is fully known and has none of the values there, or one that is spared itself. Nothing waits for them."""
    found: set[str] = set()
    for name, spec in specs.items():  # whatever `ask_if` names is declared before
        if spec.ask_if and name not in facts and any(
            other in found or _known_otherwise(facts.get(other), values) for other, values in spec.ask_if.items()
        ):
            found.add(name)
    return frozenset(found | {name for name, spec in specs.items() if spec.derived_from in found and name not in facts})


def _known_otherwise(value: FactValue | None, values: tuple[str, ...]) -> bool:
    known = value if isinstance(value, tuple) else (value,)
    return value is not None and UNKNOWN not in known and not any(one in values for one in known)


def waits(spec: FactSpec, facts: Mapping[str, FactValue]) -> bool:
    """Whether there is no sense in asking for this one, because another fact was asked and is not known."""
    return any(facts.get(name) == UNKNOWN and UNKNOWN not in values for name, values in spec.ask_if.items())


def _holds(value: FactValue | None, values: tuple[str, ...], asked: Truth) -> Truth:
    found = value if isinstance(value, tuple) else (value,)
    if any(one in values for one in found):
        return True
    return None if UNKNOWN in found[1:] or (value is None and asked is not False) else False


@dataclass
class Now:
    """The state of an inference: facts three-valued, earlier conclusions plainly reached or not."""

    facts: Mapping[str, FactValue]
    specs: Mapping[str, FactSpec]
    states: Mapping[str, str]
    scores: Mapping[str, int]
    rank: int = 0

    def fact(self, test: FactTest) -> Truth:
        return test_fact(test, self.facts, self.specs)

    def state(self, test: StateTest) -> Truth:
        return self.states.get(test.conclusion) == test.state

    def score(self, test: ScoreTest) -> Truth:
        number = self.scores.get(test.score, 0)
        return compare(test.op, number, number, test.value)

    def level(self, test: LevelTest) -> Truth:
        return compare(test.op, self.rank, self.rank, test.value)
