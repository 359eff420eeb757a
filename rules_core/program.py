"""Compiled rules as tables: which rule acts in which stratum, and in which engine ruleset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from .compact import Codes, read_code, read_tests, read_tree
from .conditions import Atom, Condition, FactTest, LevelTest, ScoreTest, StateTest, atoms
from .dnf import Alternative
from .encode import Encoder
from .kernel import RulesetSpec
from .model import UNKNOWN, Conclusion, FactSpec, FactValue
from .properties import Properties
from .shards import shards_of

LEVEL_PREFIX = "level_"


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
        rests_on = tuple(self._named(a, holds) for a, holds in one if not isinstance(a, FactTest))
        if len(settled) < len(tested):  # facts are told in the order of the tests
            return Told(self.rule.id, self.strata[self.stratum], {}, tuple(tested), looked_for, rests_on, self.effect)
        return Told(self.rule.id, self.strata[self.stratum], settled, (), (), rests_on, self.effect)

    @cached_property
    def rests_on(self) -> frozenset[str]:
        """The conclusions and scores it asks after."""
        found = atoms(self.rule.condition)
        return frozenset(a.score if isinstance(a, ScoreTest) else a.conclusion for a in found if isinstance(a, ScoreTest | StateTest))

    def _named(self, atom: StateTest | ScoreTest | LevelTest, holds: bool) -> str:
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
