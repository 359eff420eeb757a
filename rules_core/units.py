"""One rule in one stratum: what it tests, what it does there, and what a trace tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from .compact import Codes, read_code, read_tree
from .conditions import Atom, Condition, FactTest, LevelTest, ScoreTest, StateTest, atoms
from .dnf import Alternative
from .model import UNKNOWN, Conclusion, FactValue


class Rule:
    """An authored rule, ready to be judged. What only explanations need is made when first read."""

    def __init__(self, raw: Mapping[str, Any], tests: Sequence[Atom]) -> None:
        self.id: str = raw["id"]
        self.ids = (self.id,)
        self.file: str = raw["file"]
        self.line: int = raw["line"]
        self.codes: tuple[Codes, ...] = tuple(map(tuple, raw["alternatives"]))
        self._when, self._tests = raw["when"], tests

    @cached_property
    def condition(self) -> Condition:
        """The condition as it was authored."""
        return read_tree(self._when, self._tests)

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The condition multiplied out."""
        return tuple(tuple(read_code(code, self._tests) for code in one) for one in self.codes)


class Head(NamedTuple):
    """A declared conclusion, and its place in the order in which conclusions are told."""

    turn: int
    id: str
    kind: str
    role: str
    priority: int


class Told(NamedTuple):
    """What a trace tells of one alternative that holds: its facts, the list values it looks for, what it rests on.

    `settled` are facts whose values the tests leave no choice of; those of `open_facts` are the person's.
    """

    rule: str
    stratum: str
    settled: dict[str, FactValue]
    open_facts: tuple[str, ...]
    looked_for: tuple[tuple[str, str], ...]
    rests_on: tuple[str, ...]
    effect: tuple[str, ...]


@dataclass(eq=False)
class Unit:
    """What one rule does in one stratum; `place` is that of its first alternative among the program's ways."""

    number: int
    place: int
    rule: Rule
    stratum: int
    concludes: tuple[str, ...]
    vetoes: tuple[str, ...]
    scores: tuple[tuple[str, int], ...]
    strata: tuple[str, ...]
    levels: tuple[str, ...]
    heads: Mapping[str, Head]

    @cached_property
    def reaches(self) -> tuple[tuple[int, Conclusion], ...]:
        """What it concludes, as it is told where no other unit concludes it too, each with its place among all conclusions."""
        return tuple((self.heads[name].turn, Conclusion(*self.heads[name][1:], self.rule.ids)) for name in self.concludes)

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The ways in which the rule can hold."""
        return self.rule.alternatives

    @cached_property
    def effect(self) -> tuple[str, ...]:
        """What it did, in words for a trace."""
        added = (f"{name} {points:+d}" for name, points in self.scores)
        return (*self.concludes, *(f"veto {name}" for name in self.vetoes), *added)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What to tell of each alternative when it has held."""
        return tuple(self._told(one) for one in self.alternatives)

    def _told(self, one: Alternative) -> Told:
        tested = dict.fromkeys(a.fact for a, _ in one if isinstance(a, FactTest))
        settled = {a.fact: value for a, holds in one if isinstance(a, FactTest) and (value := _settled(a, holds)) is not None}
        looked_for = tuple((a.fact, str(a.value)) for a, _ in one if isinstance(a, FactTest) and a.op == "has")
        rests_on = tuple(self.named(a, holds) for a, holds in one if not isinstance(a, FactTest))
        if len(settled) < len(tested):  # facts are told in the order of the tests
            return Told(self.rule.id, self.strata[self.stratum], {}, tuple(tested), looked_for, rests_on, self.effect)
        return Told(self.rule.id, self.strata[self.stratum], settled, (), (), rests_on, self.effect)

    @cached_property
    def rests_on(self) -> frozenset[str]:
        """The conclusions and scores it asks after."""
        found = atoms(self.rule.condition)
        return frozenset(a.score if isinstance(a, ScoreTest) else a.conclusion for a in found if isinstance(a, ScoreTest | StateTest))

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts it asks after."""
        return frozenset(atom.fact for atom in atoms(self.rule.condition) if isinstance(atom, FactTest))

    def named(self, atom: StateTest | ScoreTest | LevelTest, holds: bool) -> str:
        """A test that is not on a fact, in words."""
        if isinstance(atom, ScoreTest):
            text = f"score {atom.score} {atom.op} {atom.value}"
        elif isinstance(atom, LevelTest):
            text = f"level {atom.op} {self.levels[atom.value - 1]}"
        else:
            text = atom.conclusion if atom.state == "concluded" else f"{atom.state} {atom.conclusion}"
        return text if holds else f"not {text}"


def _settled(test: FactTest, holds: bool) -> FactValue | None:
    """The one value that the fact must have for the test to come out so; None where there are several."""
    if not holds:
        return None
    if test.op == "unknown":
        return UNKNOWN
    only = test.value[0] if isinstance(test.value, tuple) and len(test.value) == 1 else test.value
    return only if test.op == "has" or (test.op in ("in", "eq") and not isinstance(only, tuple)) else None


Way = tuple[Unit, int]
"""A unit, and which of its alternatives."""
