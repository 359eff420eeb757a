"""Compiled rules as tables: which rule acts in which stratum, and in which engine ruleset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from .compact import Codes, read_code, read_tests, read_tree
from .conditions import Atom, Condition, FactTest, LevelTest, ScoreTest, StateTest, atoms
from .dnf import MAX_ALTERNATIVES, Alternative
from .encode import Encoder, Properties
from .errors import EngineError
from .kernel import MAX_PROPERTIES, Literal, RulesetSpec
from .model import FactSpec

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


class Told(NamedTuple):
    """What a trace tells of one alternative: the facts it tests, the list values it looks for, what it rests on."""

    rule: str
    stratum: str
    facts: tuple[str, ...]
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
        return tuple(
            Told(
                self.rule.id, self.strata[self.stratum],
                tuple(dict.fromkeys(a.fact for a, _ in one if isinstance(a, FactTest))),
                tuple((a.fact, str(a.value)) for a, _ in one if isinstance(a, FactTest) and a.op == "has"),
                tuple(self._named(a, holds) for a, holds in one if not isinstance(a, FactTest)),
                self.effect,
            )
            for one in self.alternatives
        )

    def _named(self, atom: StateTest | ScoreTest | LevelTest, holds: bool) -> str:
        if isinstance(atom, ScoreTest):
            text = f"score {atom.score} {atom.op} {atom.value}"
        elif isinstance(atom, LevelTest):
            text = f"level {atom.op} {self.levels[atom.value - 1]}"
        else:
            text = atom.conclusion if atom.state == "concluded" else f"{atom.state} {atom.conclusion}"
        return text if holds else f"not {text}"


Way = tuple[Unit, int]
"""A unit, and which of its alternatives."""


@dataclass(frozen=True)
class Shard:
    """One engine ruleset of a stratum, and how to write its fact. It names rules by their place among the program's ways."""

    number: int
    template: str
    pick: Callable[[list[int]], tuple[int, ...]]


class Program:
    """All tables of one pack. Immutable after construction."""

    def __init__(self, compiled: Mapping[str, Any], specs: Mapping[str, FactSpec]) -> None:
        self.specs = specs
        self.levels: tuple[str, ...] = tuple(compiled["levels"])
        self.strata: tuple[str, ...] = tuple(s["id"] for s in compiled["strata"])
        kinds = {kind: number for number, s in enumerate(compiled["strata"]) for kind in s["kinds"]}
        self.stratum_of = {c["id"]: kinds[c["kind"]] for c in compiled["conclusions"]}
        self.heads = sorted(((c["id"], c["kind"], c["role"], c["priority"]) for c in compiled["conclusions"]), key=lambda h: (-h[3], h[0]))
        self.turn = {head[0]: number for number, head in enumerate(self.heads)}
        self.kind_of = {c["id"]: c["kind"] for c in compiled["conclusions"]}
        self.rank = {LEVEL_PREFIX + name: number for number, name in enumerate(self.levels, 1)}
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
        self.properties = Properties(specs, tests)
        self.rulesets: list[RulesetSpec] = []
        self.shards = [self._shards(units) for units in self.by_stratum]
        self.encode = Encoder(self.properties, specs).encode
        self.conclusion_slots = self.properties.slots_of("conclusion")
        self.score_slots = self.properties.slots_of("score")
        self.level_slot = self.properties.slots.get(("level",))

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
                    self.strata, self.levels,
                ))
                place += len(rule.codes)
        return units

    @cached_property
    def behind_vetoes(self) -> list[list[list[Unit]]]:
        """For each stratum and each earlier one, the units that its vetoes rest on; none where they rest on facts alone."""
        return [self._behind_vetoes(number) for number in range(len(self.strata))]

    def _behind_vetoes(self, stratum: int) -> list[list[Unit]]:
        wanted: set[str] = set()
        pending = [unit for unit in self.by_stratum[stratum] if unit.vetoes]
        found: dict[int, Unit] = {}
        while pending:
            for atom in atoms(pending.pop().rule.condition):
                name = atom.conclusion if isinstance(atom, StateTest) else atom.score if isinstance(atom, ScoreTest) else ""
                if name and name not in wanted:
                    wanted.add(name)
                    units = self.reaching(name)
                    found.update({unit.number: unit for unit in units})
                    pending += units
        return [[u for u in self.by_stratum[number] if u.number in found] for number in range(stratum)]

    def reaching(self, name: str) -> list[Unit]:
        """The units that can change a conclusion or score: by reaching it, adding to it, or vetoing it."""
        return self.sources_of.get(name, []) + self.vetoers.get(name, [])

    def _shards(self, units: list[Unit]) -> list[Shard]:
        """The stratum's alternatives in engine rulesets, none too big for the engine; a unit's stay together."""
        shards: list[Shard] = []
        rules: dict[int, tuple[Literal, ...]] = {}
        properties: set[str] = set()
        for unit in units:
            new = {unit.place + n: self._literals(one) for n, one in enumerate(unit.rule.codes)}
            used = {prop for literals in new.values() for prop, _, _ in literals}
            if len(used) > MAX_PROPERTIES:
                raise EngineError(f"rule {unit.rule.id} looks at more than {MAX_PROPERTIES} things; split it")
            if rules and (len(rules) + len(new) > MAX_ALTERNATIVES or len(properties | used) > MAX_PROPERTIES):
                shards.append(self._shard(rules))
                rules, properties = {}, set()
            rules.update(new)
            properties |= used
        return [*shards, self._shard(rules)] if rules else shards

    def _literals(self, one: Codes) -> tuple[Literal, ...]:
        return tuple(literal for code in one for literal in self.properties.literals(code))

    def _shard(self, rules: Mapping[int, tuple[Literal, ...]]) -> Shard:
        number = len(self.rulesets)
        spec = RulesetSpec(f"k{number}", common_first(rules))
        self.rulesets.append(spec)
        index_of = {name: index for index, name in enumerate(self.properties.names)}
        template = "".join(f',"{name}":%d' for name in spec.properties)
        pick = _picker([index_of[name] for name in spec.properties])
        return Shard(number, template, pick)


def common_first(rules: Mapping[int, tuple[Literal, ...]]) -> dict[int, tuple[Literal, ...]]:
    """The same rules, each with its most widely shared tests first: the engine judges a shared beginning once.

    >>> common_first({0: (("p1", "==", 2), ("p0", "==", 1)), 1: (("p0", "==", 1),)})[0]
    (('p0', '==', 1), ('p1', '==', 2))
    """
    uses = Counter(literal for literals in rules.values() for literal in literals)
    return {name: tuple(sorted(literals, key=lambda one: (-uses[one], one))) for name, literals in rules.items()}


def _picker(indexes: list[int]) -> Callable[[list[int]], tuple[int, ...]]:
    if not indexes:
        return lambda codes: ()
    if len(indexes) == 1:
        return lambda codes: (codes[indexes[0]],)
    return itemgetter(*indexes)
