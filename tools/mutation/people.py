"""People made to measure: for a rule, facts under which it holds or just fails, down to what its conclusions change in the end.

Chance alone hardly ever meets a rule that rests on five answers and two scores. So the facts are built backwards from the conditions: of
the rule itself, of the rules whose conclusions it asks for, of the rules that reach a score it compares, and of the rules that rest on it.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from rules_core.conditions import (
    All,
    AnyOf,
    Condition,
    FactTest,
    LevelTest,
    Not,
    ScoreTest,
    StateTest,
    atoms,
    compare,
    evaluate,
)
from rules_core.facts import FactReader
from rules_core.model import NONE, UNKNOWN, FactSpec
from rules_core.program import Program
from rules_core.units import Unit
from rules_core.views import Now

Facts = dict[str, Any]
DEPTH = 4
"""So far down the reasons of reasons are followed."""


class Clash(Exception):
    """These facts cannot meet the condition as well."""


class Tailor:
    """Draws people for the conditions of one program; the same seed draws the same people."""

    def __init__(self, program: Program, reader: FactReader, seed: int) -> None:
        self._program, self._reader, self._dice = program, reader, random.Random(seed)
        self._resting: dict[str, list[Unit]] = {}
        for unit in program.units:
            for name in unit.rests_on:
                self._resting.setdefault(name, []).append(unit)
        self._values_of: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for fact, table in reader.classes.items():
            for spec in program.specs.values():
                if spec.derived_from == fact:
                    for value, classes in table.items():
                        for name in classes:
                            self._values_of.setdefault((spec.id, name), []).append((fact, value))

    def draw(self, wanted: Sequence[Condition], rests: Sequence[Unit], base: Mapping[str, Any]) -> Facts | None:
        """Somebody like `base` for whom one of `wanted` holds, and with luck the rules `rests`; None where that clashes."""
        facts: Facts = {}
        try:
            if wanted:
                self._meet(facts, self._dice.choice(wanted), True, DEPTH)
            for unit in rests:
                self._meet(facts, unit.rule.condition, True, DEPTH)
        except Clash:
            return None
        return _tidy({**base, **facts})

    def downstream(self, units: Sequence[Unit]) -> list[Unit]:
        """A chain of rules, drawn by chance, each of which rests on what the one before reaches."""
        chain: list[Unit] = []
        found = list(units)
        while found and len(chain) < DEPTH and self._dice.random() < 0.85:
            names = {name for unit in found for name in (*unit.concludes, *(score for score, _ in unit.scores))}
            resting = [unit for name in sorted(names) for unit in self._resting.get(name, ())]
            if not resting:
                break
            found = [self._dice.choice(resting)]
            chain += found
        return chain

    # --- Meeting a condition ---------------------------------------------------------------------------------------------------

    def _meet(self, facts: Facts, condition: Condition, holds: bool, depth: int) -> None:
        if isinstance(condition, Not):
            self._meet(facts, condition.part, not holds, depth)
        elif isinstance(condition, All | AnyOf):
            if isinstance(condition, All) == holds:
                for part in condition.parts:
                    self._meet(facts, part, holds, depth)
            elif condition.parts:
                self._one_of(facts, condition.parts, holds, depth)
        elif isinstance(condition, FactTest):
            self._fact(facts, condition, holds)
        elif holds and depth:
            self._reach(facts, condition, depth - 1)

    def _one_of(self, facts: Facts, parts: Sequence[Condition], holds: bool, depth: int) -> None:
        for part in self._dice.sample(parts, len(parts)):
            trial = {name: list(value) if isinstance(value, list) else value for name, value in facts.items()}
            try:
                self._meet(trial, part, holds, depth)
            except Clash:
                continue
            facts.update(trial)
            return
        raise Clash

    def _reach(self, facts: Facts, test: StateTest | ScoreTest | LevelTest, depth: int) -> None:
        if isinstance(test, ScoreTest):
            self._score(facts, test, depth)
            return
        if isinstance(test, StateTest):
            sources = [unit for unit in self._program.sources_of.get(test.conclusion, ()) if test.conclusion in unit.concludes]
            vetoes = self._program.vetoers.get(test.conclusion, []) if test.state == "vetoed" else []
        else:
            names = [name for name, rank in self._program.rank.items() if compare(test.op, rank, rank, test.value)]
            sources, vetoes = [unit for name in names for unit in self._program.sources_of.get(name, ())], []
        if sources:
            self._one_of(facts, [unit.rule.condition for unit in sources], True, depth)
        if vetoes:
            self._one_of(facts, [unit.rule.condition for unit in vetoes], True, depth)

    def _score(self, facts: Facts, test: ScoreTest, depth: int) -> None:
        """Remarks are added until the score holds, in any order; or it stays just short."""
        givers = [unit for unit in self._program.sources_of.get(test.score, ()) if dict(unit.scores).get(test.score, 0) > 0]
        for unit in self._dice.sample(givers, len(givers)):
            total = self._sum(facts, test.score)
            if compare(test.op, total, total, test.value):
                return
            trial = {name: list(value) if isinstance(value, list) else value for name, value in facts.items()}
            try:
                self._meet(trial, unit.rule.condition, True, depth)
            except Clash:
                continue
            if self._sum(trial, test.score) > total:
                facts.update(trial)

    def _sum(self, facts: Facts, score: str) -> int:
        """What these facts alone give to a score, going by rules on facts."""
        view = Now(self._reader.normalise(_tidy(facts)), self._program.specs, {}, {})
        total = 0
        for unit in self._program.sources_of.get(score, ()):
            condition = unit.rule.condition
            if all(isinstance(atom, FactTest) for atom in atoms(condition)) and _holds(condition, view):
                total += dict(unit.scores).get(score, 0)
        return total

    # --- Meeting a test on a fact ------------------------------------------------------------------------------------------------

    def _fact(self, facts: Facts, test: FactTest, holds: bool) -> None:
        spec = self._program.specs[test.fact]
        if test.op == "unknown":
            if holds:
                self._settle(facts, spec.id, [UNKNOWN])
            return
        if spec.type == "multi":
            self._list(facts, spec, str(test.value), holds)
            return
        self._settle(facts, spec.id, [value for value in self._domain(spec, test) if _fits(test, value) is holds])

    def _settle(self, facts: Facts, name: str, fits: list[Any]) -> None:
        if name in facts:
            if facts[name] not in fits:
                raise Clash
            return
        if not fits:
            raise Clash
        facts[name] = self._dice.choice(fits)

    def _domain(self, spec: FactSpec, test: FactTest) -> list[Any]:
        if spec.type != "int":
            return list(spec.values)
        assert isinstance(test.value, int)
        near = {test.value + step for step in (-2, -1, 0, 1, 2)} | {spec.min, spec.max}
        return [n for n in sorted(near) if spec.min <= n <= spec.max]

    def _list(self, facts: Facts, spec: FactSpec, value: str, holds: bool) -> None:
        if spec.derived_from:
            if not holds:
                return
            options = self._values_of.get((spec.id, value), [])
            if not options:
                raise Clash
            name, value = self._dice.choice(options)
            spec = self._program.specs[name]
        listed = facts.setdefault(spec.id, [])
        if listed == UNKNOWN or ((value in listed) != holds and (not holds or NONE in listed or (value == NONE and listed))):
            raise Clash
        if holds and value not in listed:
            listed.append(value)


def _holds(condition: Condition, view: Now) -> bool:
    return evaluate(condition, view) is True


def _fits(test: FactTest, value: Any) -> bool:
    if test.op == "in":
        assert isinstance(test.value, tuple)
        return value in test.value
    assert isinstance(test.value, int)
    return bool(compare(test.op, value, value, test.value))


def _tidy(facts: Mapping[str, Any]) -> Facts:
    """Facts fit to be inferred on: a list without values denies all."""
    return {name: (value or [NONE]) if isinstance(value, list) else value for name, value in facts.items()}
