"""Facts and conclusions as small integers: the only form in which the rule engine sees them.

With neither null nor negation in the engine: an enum value is its position from 1, a list value
1 no or 2 yes, 0 where unknown; a whole number counts from its minimum, -1 where unknown; a
conclusion is 1 standing, 2 vetoed, 3 withheld, else 0; a score is itself plus SCORE_ZERO.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .compact import read_code
from .conditions import Atom, FactTest, LevelTest, ScoreTest, StateTest
from .kernel import Literal, fnv1a
from .model import NONE, UNKNOWN, FactSpec

SCORE_ZERO = 100_000
STATE_CODE = {"concluded": 1, "vetoed": 2, "withheld": 3}


class Properties:
    """What the engine's facts consist of: each property has a slot among the codes and a name."""

    def __init__(self, specs: Mapping[str, FactSpec], tests: Sequence[Atom]) -> None:
        self.slots: dict[tuple[str, ...], int] = {}
        self.defaults: list[int] = []
        self.names: list[str] = []
        self._specs, self._tests = specs, tests
        self._taken = {fnv1a(name) for name in ("id", "sid", "k", "$s")}
        self._literals: dict[int, tuple[Literal, ...]] = {}

    def literals(self, code: int) -> tuple[Literal, ...]:
        """What the engine must test for the signed test of this code."""
        found = self._literals.get(code)
        if found is None:
            found = self._literals[code] = tuple(self._of(*read_code(code, self._tests)))
        return found

    def slot(self, *key: str) -> int:
        """The position of a property among the codes, made on first use."""
        if key not in self.slots:
            self.slots[key] = len(self.defaults)
            self.defaults.append({"int": -1, "score": SCORE_ZERO}.get(key[0], 0))
            self.names.append(self._fresh_name())
        return self.slots[key]

    def slots_of(self, kind: str) -> dict[str, int]:
        """The slots of one kind of property by the name of what it stands for."""
        return {key[1]: index for key, index in self.slots.items() if key[0] == kind}

    def _name(self, *key: str) -> str:
        return self.names[self.slot(*key)]

    def _fresh_name(self) -> str:
        """A name of its own hash: the engine tells names apart by their hash alone."""
        number = len(self.names)
        while fnv1a(name := f"p{number:x}") in self._taken:
            number += 4096
        self._taken.add(fnv1a(name))
        return name

    def _of(self, atom: Atom, holds: bool) -> list[Literal]:
        if isinstance(atom, StateTest):
            return [(self._name("conclusion", atom.conclusion), "==" if holds else "!=", STATE_CODE[atom.state])]
        if isinstance(atom, ScoreTest):
            return _number_test(self._name("score", atom.score), atom.op, atom.value + SCORE_ZERO, holds, 0)
        if isinstance(atom, LevelTest):
            return _number_test(self._name("level"), atom.op, atom.value, holds, 0)
        return self._of_fact(atom, self._specs[atom.fact], holds)

    def _of_fact(self, test: FactTest, spec: FactSpec, holds: bool) -> list[Literal]:
        if test.op == "unknown":
            return [(self._name("unknown", test.fact), "==", 1 if holds else 0)]
        if test.op == "has":
            return [(self._name("has", test.fact, str(test.value)), "==", 2 if holds else 1)]
        if test.op == "in":
            assert isinstance(test.value, tuple)
            return _member_test(self._name("enum", test.fact), spec.values, set(test.value), holds)
        assert isinstance(test.value, int)
        return _number_test(self._name("int", test.fact), test.op, test.value - spec.min, holds, 1)


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


class Encoder:
    """Writes normalised facts into a copy of the default codes."""

    def __init__(self, properties: Properties, specs: Mapping[str, FactSpec]) -> None:
        self._defaults = properties.defaults
        self._unknown = properties.slots_of("unknown")
        self._enum = {
            name: (index, {value: n for n, value in enumerate(specs[name].values, 1)})
            for name, index in properties.slots_of("enum").items()
        }
        self._int = {name: (index, specs[name].min) for name, index in properties.slots_of("int").items()}
        self._multi: dict[str, dict[str, int]] = {}
        for key, index in properties.slots.items():
            if key[0] == "has":
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
