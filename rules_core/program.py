"""Compiled rules as tables: which rule acts in which stratum, and in which engine ruleset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from .compact import read_tests
from .conditions import Atom, LevelTest, ScoreTest, StateTest, atoms
from .encode import Encoder
from .kernel import RulesetSpec
from .model import FactSpec
from .properties import Properties
from .shards import shards_of
from .units import Head, Rule, Unit, Way

LEVEL_PREFIX = "level_"


class Program:
    """All tables of one pack. Immutable after construction."""

    def __init__(self, compiled: Mapping[str, Any], specs: Mapping[str, FactSpec]) -> None:
        self.specs = specs
        self.levels: tuple[str, ...] = tuple(compiled["levels"])
        self.strata: tuple[str, ...] = tuple(s["id"] for s in compiled["strata"])
        kinds = {kind: number for number, s in enumerate(compiled["strata"]) for kind in s["kinds"]}
        self.stratum_of = {c["id"]: kinds[c["kind"]] for c in compiled["conclusions"]}
        told = sorted(compiled["conclusions"], key=lambda c: (-c["priority"], c["id"]))
        self.heads = {c["id"]: Head(turn, c["id"], c["kind"], c["role"], c["priority"]) for turn, c in enumerate(told)}
        self.kind_of = {c["id"]: c["kind"] for c in compiled["conclusions"]}
        self.rank = {LEVEL_PREFIX + name: number for number, name in enumerate(self.levels, 1)}
        self.decision: Mapping[str, Any] = compiled["decision"]
        self.stops_at = self.rank.get(LEVEL_PREFIX + self.decision.get("stops_at", ""), 0)
        tests = read_tests(compiled["tests"])
        self.units = self._units(compiled, tests)
        self.by_stratum = [[u for u in self.units if u.stratum == number] for number in range(len(self.strata))]
        self.vetoers: dict[str, list[Unit]] = {}
        self.sources_of: dict[str, list[Unit]] = {}
        for unit in self.units:
            for target in unit.vetoes:
                self.vetoers.setdefault(target, []).append(unit)
            for name in (*unit.concludes, *(name for name, _ in unit.scores)):
                self.sources_of.setdefault(name, []).append(unit)
        self.ways: list[Way] = [(unit, number) for unit in self.units for number in range(len(unit.rule.codes))]
        self.forked = [any(len(unit.rule.codes) > 1 for unit in units) for units in self.by_stratum]
        self.scoring = [any(unit.scores for unit in units) for units in self.by_stratum]
        self.ranking = [any(name in self.rank for unit in units for name in unit.concludes) for units in self.by_stratum]
        self.vetoing = [any(unit.vetoes for unit in units) for units in self.by_stratum]
        self.properties = Properties(specs, tests)
        self.rulesets: list[RulesetSpec] = []
        self.shards = [shards_of(units, self.properties, self.rulesets) for units in self.by_stratum]
        self.encoder = Encoder(self.properties, specs)

    def _units(self, compiled: Mapping[str, Any], tests: Sequence[Atom]) -> list[Unit]:
        units: list[Unit] = []
        place = 0
        for raw in compiled["rules"]:
            rule = Rule(raw, tests)
            places = {self.stratum_of[name] for name in (*raw["conclude"], *raw["veto"])}
            if raw["score"]:
                places.add(raw["earliest"])
            for stratum in sorted(places):
                units.append(Unit(
                    len(units), place, rule, stratum,
                    tuple(n for n in raw["conclude"] if self.stratum_of[n] == stratum),
                    tuple(n for n in raw["veto"] if self.stratum_of[n] == stratum),
                    tuple(raw["score"].items()) if stratum == raw["earliest"] else (),
                    self.strata, self.levels, self.heads,
                ))
                place += len(rule.codes)
        return units

    @cached_property
    def behind_vetoes(self) -> list[list[list[Unit]]]:
        """For each stratum and each earlier one, the units that its vetoes rest on; none where they rest on facts alone."""
        vetoing = [[unit for unit in units if unit.vetoes] for units in self.by_stratum]
        return [self._behind(units, through_levels=False)[:number] for number, units in enumerate(vetoing)]

    @cached_property
    def behind_decision(self) -> list[list[Unit]]:
        """For each stratum the units that the pack's decision rests on."""
        kinds = {*self.decision.get("kinds", ()), *(["level"] if self.decision.get("level") else [])}
        decisive = [unit for name, kind in self.kind_of.items() if kind in kinds for unit in self.reaching(name)]
        return self._behind(decisive, decisive, through_levels=True)

    def _behind(self, units: list[Unit], found: Iterable[Unit] = (), *, through_levels: bool) -> list[list[Unit]]:
        """For each stratum, `found` and all that `units` rest on; on what levels rest only `through_levels`."""
        kept = {unit.number for unit in found}
        seen: set[str] = set()
        pending = list(units)
        while pending:
            for atom in atoms(pending.pop().rule.condition):
                for name in self._names_in(atom, through_levels) - seen:
                    seen.add(name)
                    kept.update(unit.number for unit in self.reaching(name))
                    pending += self.reaching(name)
        return [[unit for unit in units if unit.number in kept] for units in self.by_stratum]

    def _names_in(self, atom: Atom, through_levels: bool) -> set[str]:
        if isinstance(atom, StateTest):
            return {atom.conclusion}
        if isinstance(atom, ScoreTest):
            return {atom.score}
        return set(self.rank) if through_levels and isinstance(atom, LevelTest) else set()

    def reaching(self, name: str) -> list[Unit]:
        """The units that can change a conclusion or score: by reaching it, adding to it, or vetoing it."""
        return self.sources_of.get(name, []) + self.vetoers.get(name, [])
