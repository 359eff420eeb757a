"""Compiled rules as tables: which rule acts in which stratum, and how facts become small integers.

Encoding, with neither null nor negation in the engine: an enum value is its position from 1, a list
value 1 no or 2 yes, 0 where unknown; a whole number counts from its minimum, -1 where unknown; a
conclusion is 1 standing, 2 vetoed, 3 withheld, else 0; a score is itself plus SCORE_ZERO.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from .conditions import (
    Atom,
    Condition,
    FactTest,
    LevelTest,
    ScoreTest,
    StateTest,
    atoms,
)
from .dnf import MAX_ALTERNATIVES, Alternative, alternatives
from .errors import EngineError
from .kernel import MAX_PROPERTIES, Literal, RulesetSpec, fnv1a
from .model import NONE, UNKNOWN, FactSpec, FactValue
from .parse import Declared, parse_condition

SCORE_ZERO = 100_000
STATE_CODE = {"concluded": 1, "vetoed": 2, "withheld": 3}
LEVEL_PREFIX = "level_"


@dataclass(frozen=True)
class Rule:
    """An authored rule, ready to be judged."""

    id: str
    condition: Condition
    file: str
    line: int


@dataclass(frozen=True)
class Unit:
    """What one rule does in one stratum."""

    number: int
    rule: Rule
    stratum: int
    alternatives: tuple[Alternative, ...]
    concludes: tuple[str, ...]
    vetoes: tuple[str, ...]
    scores: tuple[tuple[str, int], ...]
    levels: tuple[str, ...]

    @cached_property
    def effect(self) -> tuple[str, ...]:
        """What it did, in words for a trace."""
        added = (f"{name} {points:+d}" for name, points in self.scores)
        return (*self.concludes, *(f"veto {name}" for name in self.vetoes), *added)

    @cached_property
    def proofs(self) -> tuple[tuple[tuple[tuple[str, str], ...], tuple[str, ...]], ...]:
        """For each alternative: the facts it tests with the list value it looks for, and what it rests on."""
        return tuple(
            (tuple((a.fact, str(a.value)) for a, _ in one if isinstance(a, FactTest)),
             tuple(self._named(a, holds) for a, holds in one if not isinstance(a, FactTest)))
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


@dataclass(frozen=True)
class Shard:
    """One engine ruleset of a stratum: how to write its fact, and which unit each rule name stands for."""

    number: int
    units: Mapping[str, tuple[Unit, int]]
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
        self.kind_of = {c["id"]: c["kind"] for c in compiled["conclusions"]}
        self.rank = {LEVEL_PREFIX + name: number for number, name in enumerate(self.levels, 1)}
        self.slots: dict[tuple[str, ...], int] = {}
        self.defaults: list[int] = []
        self.names: list[str] = []
        self._taken = {fnv1a(name) for name in ("id", "sid", "k", "$s")}
        self.units = self._units(compiled)
        self.by_stratum = [[u for u in self.units if u.stratum == number] for number in range(len(self.strata))]
        self.vetoers: dict[str, list[Unit]] = {}
        for unit in self.units:
            for target in unit.vetoes:
                self.vetoers.setdefault(target, []).append(unit)
        self.sources_of: dict[str, list[Unit]] = {}
        for unit in self.units:
            for name in (*unit.concludes, *(name for name, _ in unit.scores)):
                self.sources_of.setdefault(name, []).append(unit)
        self.behind_vetoes = [self._behind_vetoes(number) for number in range(len(self.strata))]
        self.specs_of_engine: list[RulesetSpec] = []
        self.shards = [self._shards(number) for number in range(len(self.strata))]
        self.encode = _Encoder(self).encode
        self.conclusion_slots = {key[1]: index for key, index in self.slots.items() if key[0] == "conclusion"}
        self.score_slots = {key[1]: index for key, index in self.slots.items() if key[0] == "score"}
        self.level_slot = self.slots.get(("level",))

    def _units(self, compiled: Mapping[str, Any]) -> list[Unit]:
        scores = {name for rule in compiled["rules"] for name in rule["score"]}
        declared = Declared(self.specs, self.stratum_of.keys(), scores, self.levels)
        units: list[Unit] = []
        for raw in compiled["rules"]:
            rule = Rule(raw["id"], parse_condition(raw["when"], declared), raw["file"], raw["line"])
            flat = alternatives(rule.condition)
            places = {self.stratum_of[name] for name in (*raw["conclude"], *raw["veto"])}
            if raw["score"]:
                places.add(raw["earliest"])
            for stratum in sorted(places):
                units.append(Unit(
                    len(units), rule, stratum, flat,
                    tuple(n for n in raw["conclude"] if self.stratum_of[n] == stratum),
                    tuple(n for n in raw["veto"] if self.stratum_of[n] == stratum),
                    tuple(raw["score"].items()) if stratum == raw["earliest"] else (),
                    self.levels,
                ))
        return units

    def _behind_vetoes(self, stratum: int) -> list[list[Unit]]:
        """By stratum, the earlier units that the vetoes of `stratum` rest on; empty lists where on facts alone."""
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

    def slot(self, *key: str) -> int:
        """The position of a property among the codes, made on first use."""
        if key not in self.slots:
            self.slots[key] = len(self.defaults)
            self.defaults.append({"int": -1, "score": SCORE_ZERO}.get(key[0], 0))
            self.names.append(self._fresh_name())
        return self.slots[key]

    def _fresh_name(self) -> str:
        number = len(self.names)
        while fnv1a(name := f"p{number:x}") in self._taken:
            number += 4096
        self._taken.add(fnv1a(name))
        return name

    def _shards(self, stratum: int) -> list[Shard]:
        shards: list[Shard] = []
        rules: dict[str, tuple[Literal, ...]] = {}
        units: dict[str, tuple[Unit, int]] = {}
        properties: set[str] = set()
        for unit in self.by_stratum[stratum]:
            new = {f"r{unit.number}_{n}": self._literals(one) for n, one in enumerate(unit.alternatives)}
            used = {prop for literals in new.values() for prop, _, _ in literals}
            if rules and (len(rules) + len(new) > MAX_ALTERNATIVES or len(properties | used) > MAX_PROPERTIES):
                shards.append(self._shard(stratum, rules, units))
                rules, units, properties = {}, {}, set()
            rules.update(new)
            units.update({name: (unit, n) for n, name in enumerate(new)})
            properties |= used
        if rules:
            shards.append(self._shard(stratum, rules, units))
        return shards

    def _shard(self, stratum: int, rules: dict[str, tuple[Literal, ...]], units: dict[str, tuple[Unit, int]]) -> Shard:
        number = len(self.specs_of_engine)
        spec = RulesetSpec(f"stratum{stratum}_{number}", rules)
        self.specs_of_engine.append(spec)
        if len(spec.properties) > MAX_PROPERTIES:
            raise EngineError(f"rule {next(iter(units.values()))[0].rule.id} looks at more than {MAX_PROPERTIES} things; split it")
        index_of = {name: index for index, name in enumerate(self.names)}
        indexes = [index_of[name] for name in spec.properties]
        template = "".join(f',"{name}":%d' for name in spec.properties)
        return Shard(number, units, template, _picker(indexes))

    def _literals(self, one: Alternative) -> tuple[Literal, ...]:
        return tuple(literal for atom, holds in one for literal in self._literal(atom, holds))

    def _literal(self, atom: Atom, holds: bool) -> list[Literal]:
        if isinstance(atom, StateTest):
            name = self.names[self.slot("conclusion", atom.conclusion)]
            return [(name, "==" if holds else "!=", STATE_CODE[atom.state])]
        if isinstance(atom, ScoreTest):
            return _number_test(self.names[self.slot("score", atom.score)], atom.op, atom.value + SCORE_ZERO, holds, 0)
        if isinstance(atom, LevelTest):
            return _number_test(self.names[self.slot("level")], atom.op, atom.value, holds, 0)
        return self._fact_literal(atom, self.specs[atom.fact], holds)

    def _fact_literal(self, test: FactTest, spec: FactSpec, holds: bool) -> list[Literal]:
        if test.op == "unknown":
            return [(self.names[self.slot("unknown", test.fact)], "==", 1 if holds else 0)]
        if test.op == "has":
            return [(self.names[self.slot("has", test.fact, str(test.value))], "==", 2 if holds else 1)]
        if test.op == "in":
            assert isinstance(test.value, tuple)
            name = self.names[self.slot("enum", test.fact)]
            return _member_test(name, spec.values, set(test.value), holds)
        assert isinstance(test.value, int)
        name = self.names[self.slot("int", test.fact)]
        return _number_test(name, test.op, test.value - spec.min, holds, 1)


def _number_test(name: str, op: str, value: int, holds: bool, guard: int) -> list[Literal]:
    """Literals of a comparison; `guard` keeps -1 (unknown) from counting as small."""
    flipped = {"lt": "gte", "gte": "lt", "gt": "lte", "lte": "gt"}
    real = op if holds else flipped[op]
    sign = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">=", "eq": "=="}[real]
    needs_guard = guard and (real in ("lt", "lte") or value <= 0)
    return [(name, sign, value), *([(name, ">=", 0)] if needs_guard else [])]


def _member_test(name: str, values: tuple[str, ...], wanted: set[str], holds: bool) -> list[Literal]:
    """Literals of "one of these values": always one alternative, whatever the number of values."""
    codes = sorted(n for n, value in enumerate(values, 1) if (value in wanted) == holds)
    if not codes:
        return [(name, "<", 0)]
    if len(codes) == 1:
        return [(name, "==", codes[0])]
    low, high = codes[0], codes[-1]
    gaps = [(name, "!=", code) for code in range(low, high) if code not in codes]
    return [(name, ">=", low), *([(name, "<=", high)] if high < len(values) else []), *gaps]


def _picker(indexes: list[int]) -> Callable[[list[int]], tuple[int, ...]]:
    if not indexes:
        return lambda codes: ()
    if len(indexes) == 1:
        return lambda codes: (codes[indexes[0]],)
    return itemgetter(*indexes)


class _Encoder:
    """Writes normalised facts into a copy of the default codes."""

    def __init__(self, program: Program) -> None:
        self._defaults = program.defaults
        slots = program.slots
        self._enum: dict[str, tuple[int, dict[str, int]]] = {}
        self._int: dict[str, tuple[int, int]] = {}
        self._multi: dict[str, dict[str, int]] = {}
        self._unknown = {key[1]: index for key, index in slots.items() if key[0] == "unknown"}
        for key, index in slots.items():
            if key[0] == "enum":
                self._enum[key[1]] = (index, {v: n for n, v in enumerate(program.specs[key[1]].values, 1)})
            elif key[0] == "int":
                self._int[key[1]] = (index, program.specs[key[1]].min)
            elif key[0] == "has":
                self._multi.setdefault(key[1], {})[key[2]] = index

    def encode(self, facts: Mapping[str, Any]) -> list[int]:
        """The codes of every property for these facts, conclusions and scores still at their defaults."""
        codes = self._defaults.copy()
        enums, numbers = self._enum, self._int
        for name, value in facts.items():
            if value == UNKNOWN:
                if name in self._unknown:
                    codes[self._unknown[name]] = 1
            elif name in enums:
                index, table = enums[name]
                codes[index] = table[value]
            elif name in numbers:
                index, low = numbers[name]
                codes[index] = value - low
            elif type(value) is tuple:
                self._list(name, value, codes)
        return codes

    def _list(self, name: str, value: tuple[str, ...], codes: list[int]) -> None:
        slots = self._multi.get(name)
        if not slots:
            return
        if UNKNOWN not in value:
            for index in slots.values():
                codes[index] = 1
        elif NONE in slots and len(value) > 1:
            codes[slots[NONE]] = 1
        for item in value:
            if item in slots:
                codes[slots[item]] = 2
