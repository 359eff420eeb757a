"""A pack with one fault, without compiling it anew: the rule engine answers for all other rules, the Python evaluator for the faulty one.

Both evaluate the same conditions, and a test of the kernel holds them together. What an author's mistake would be refused for when the
pack is loaded is refused here by the same checks.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rules_core import KnowledgeBase, inference
from rules_core.authoring import link_rules
from rules_core.authoring.authored import AuthoredPack, Refusals
from rules_core.authoring.order import Kinds
from rules_core.compact import TestTable
from rules_core.conditions import Condition, ScoreTest, atoms, evaluate
from rules_core.inference import Outcome
from rules_core.kernel import Engine
from rules_core.model import FactSpec
from rules_core.program import Program
from rules_core.units import Rule, Unit, Way
from rules_core.views import Now

from .operators import Mutant


class Workshop:
    """Makes faulty programs out of one authored pack and its knowledge base."""

    def __init__(self, authored: AuthoredPack, kb: KnowledgeBase) -> None:
        self._authored, self.kb = authored, kb
        self.program: Program = kb._program
        self._kinds = Kinds(authored.data)
        self._specs: Mapping[str, FactSpec] = kb.facts
        self._rules = {rule["id"]: (number, rule) for number, rule in enumerate(authored.data["rules"])}
        self._compiled = {raw["id"]: raw for raw in kb._compiled["rules"]}

    def compile(self, mutant: Mutant) -> tuple[list[str], dict[str, Any] | None, TestTable]:
        """What the pack is refused for with this fault, and otherwise the compiled rule with the table of its tests."""
        if mutant.rule is None:
            return self._left_over(mutant), None, TestTable()
        place = self._authored.places["rules"][mutant.number]
        rules = [mutant.rule, *(_only_scores(rule) for rule in self._authored.data["rules"] if "score" in rule["then"])]
        alone = AuthoredPack(
            self._authored.folder, {**self._authored.data, "rules": rules},
            {**self._authored.places, "rules": [place] * len(rules)},
        )
        faults, tests = Refusals(alone), TestTable()
        compiled = link_rules.rules_of(alone, faults, self._kinds, self._specs, tests)
        problems = [problem.problem for problem in faults.problems]
        return (problems, None, tests) if problems else ([], compiled[0], tests)

    def _left_over(self, mutant: Mutant) -> list[str]:
        """A score that no rule adds to any more is asked for by nobody who loads."""
        others = [rule for number, rule in enumerate(self._authored.data["rules"]) if number != mutant.number]
        left = {name for rule in others for name in rule["then"].get("score", {})}
        asked = {atom.score for unit in self.program.units if unit.rule.id != mutant.id for atom in _scores_in(unit)}
        return [f"no rule adds to the score {name!r}" for name in sorted(asked - left)]

    def units(self, mutant: Mutant, compiled: Mapping[str, Any] | None, tests: TestTable) -> list[Unit]:
        """The units of the faulty rule, in the place of those of the right one."""
        if compiled is None:
            return []
        raw = {**compiled, "id": mutant.id, "earliest": max(compiled["earliest"], self._compiled[mutant.id]["earliest"])}
        rule = Rule(raw, tuple(tests._numbers))
        old = [unit for unit in self.program.units if unit.rule.id == mutant.id]
        places = {self.program.stratum_of[name] for name in (*raw["conclude"], *raw["veto"])}
        if raw["score"]:
            places.add(raw["earliest"])
        return [
            Unit(
                old[0].number, old[0].place, rule, stratum,
                tuple(n for n in raw["conclude"] if self.program.stratum_of[n] == stratum),
                tuple(n for n in raw["veto"] if self.program.stratum_of[n] == stratum),
                tuple(raw["score"].items()) if stratum == raw["earliest"] else (),
                self.program.strata, self.program.levels, self.program.heads,
            )
            for stratum in sorted(places)
        ]

    def conditions(self, rule: str) -> list[Condition]:
        """The conditions of the unchanged rule."""
        return [unit.rule.condition for unit in self.program.units if unit.rule.id == rule][:1]

    @contextmanager
    def at_work(self, mutant: Mutant, units: list[Unit]) -> Iterator[Program]:
        """While this lasts, the knowledge base infers with the fault in it."""
        faulty = self._program(mutant.id, units)
        by_stratum: dict[int, list[Unit]] = {}
        for unit in units:
            by_stratum.setdefault(unit.stratum, []).append(unit)
        right_fire = inference._fire

        def fire(program: Program, engine: Engine | None, stratum: int, parts: list[str], outcome: Outcome) -> list[Way]:
            ways = right_fire(self.program if program is faulty else program, engine, stratum, parts, outcome)
            if program is not faulty:
                return ways
            ways = [way for way in ways if way[0].rule.id != mutant.id]
            view = Now(outcome.facts, program.specs, outcome.states, outcome.scores, outcome.rank)
            ways += [(unit, 0) for unit in by_stratum.get(stratum, ()) if evaluate(unit.rule.condition, view) is True]
            return sorted(ways, key=lambda way: (way[0].place, way[1]))

        inference._fire, self.kb._program = fire, faulty
        try:
            yield faulty
        finally:
            inference._fire, self.kb._program = right_fire, self.program

    def _program(self, rule: str, units: list[Unit]) -> Program:
        faulty = copy.copy(self.program)
        for name in ("behind_vetoes", "behind_decision"):
            faulty.__dict__.pop(name, None)
        kept = [unit for unit in self.program.units if unit.rule.id != rule]
        faulty.units = sorted([*kept, *units], key=lambda unit: unit.place)
        faulty.by_stratum = [[u for u in faulty.units if u.stratum == number] for number in range(len(faulty.strata))]
        faulty.vetoers, faulty.sources_of = {}, {}
        for unit in faulty.units:
            for target in unit.vetoes:
                faulty.vetoers.setdefault(target, []).append(unit)
            for name in (*unit.concludes, *(name for name, _ in unit.scores)):
                faulty.sources_of.setdefault(name, []).append(unit)
        faulty.scoring = [any(unit.scores for unit in group) for group in faulty.by_stratum]
        faulty.ranking = [any(name in faulty.rank for unit in group for name in unit.concludes) for group in faulty.by_stratum]
        faulty.vetoing = [any(unit.vetoes for unit in group) for group in faulty.by_stratum]
        return faulty


def _only_scores(rule: Mapping[str, Any]) -> dict[str, Any]:
    """A rule that adds to the same scores: what the faulty one is checked beside."""
    return {"id": f"{rule['id']}.", "when": "always", "then": {"score": dict(rule["then"]["score"])}}


def _scores_in(unit: Unit) -> Iterator[ScoreTest]:
    return (atom for atom in atoms(unit.rule.condition) if isinstance(atom, ScoreTest))
