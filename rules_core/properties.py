"""Facts and conclusions as small integers: the only form in which the rule engine sees them.

With neither null nor negation in the engine: an enum value is its position from 1, a list value
1 no or 2 yes, 0 where unknown; a whole number counts from its minimum, -1 where unknown; a
conclusion is 1 standing, 2 vetoed, 3 withheld, else 0; a score is itself plus SCORE_ZERO.

A property at rest is left out where no test accepts its resting value: the engine then finds no test to
hold either, and reads so much the less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .compact import read_code
from .conditions import Atom, FactTest, LevelTest, ScoreTest, StateTest
from .kernel import Literal, fnv1a
from .model import FactSpec

SCORE_ZERO = 100_000
STATE_CODE = {"concluded": 1, "vetoed": 2, "withheld": 3}


class Properties:
    """What the engine's facts consist of: each property has a slot among the parts, a name, and a resting value."""

    def __init__(self, specs: Mapping[str, FactSpec], tests: Sequence[Atom]) -> None:
        self.slots: dict[tuple[str, ...], int] = {}
        self.names: list[str] = []
        self.slot_of: dict[str, int] = {}
        self._resting: list[int] = []
        self._kept: set[int] = set()
        self._specs, self._tests = specs, tests
        self._taken = {fnv1a(name) for name in ("id", "sid", "k", "$s")}
        self._literals: dict[int, tuple[Literal, ...]] = {}
        self._triggers: dict[int, frozenset[str] | None] = {}

    def literals(self, code: int) -> tuple[Literal, ...]:
        """What the engine must test for the signed test of this code."""
        found = self._literals.get(code)
        if found is None:
            found = self._literals[code] = tuple(self._of(*read_code(code, self._tests)))
        return found

    def triggers(self, code: int) -> frozenset[str] | None:
        """The parts of which a fact has one wherever this signed test holds; None where it may hold without any."""
        if code not in self._triggers:
            self._triggers[code] = self._triggers_of(*read_code(code, self._tests))
        return self._triggers[code]

    def _triggers_of(self, atom: Atom, holds: bool) -> frozenset[str] | None:
        if isinstance(atom, StateTest) and holds:
            return frozenset([self.part(self.slot("conclusion", atom.conclusion), STATE_CODE[atom.state])])
        if isinstance(atom, FactTest) and atom.op == "has":
            return frozenset([self.part(self.slot("has", atom.fact, str(atom.value)), 2 if holds else 1)])
        if isinstance(atom, FactTest) and isinstance(atom.value, tuple):
            slot, values = self.slot("enum", atom.fact), self._specs[atom.fact].values
            return frozenset(self.part(slot, n) for n, value in enumerate(values, 1) if (value in atom.value) == holds)
        return None

    def slot(self, *key: str) -> int:
        """The position of a property among the parts, made on first use."""
        if key not in self.slots:
            self.slots[key] = len(self.names)
            self._resting.append({"int": -1, "score": SCORE_ZERO}.get(key[0], 0))
            self.names.append(self._fresh_name())
            self.slot_of[self.names[-1]] = self.slots[key]
        return self.slots[key]

    def slots_of(self, kind: str) -> dict[str, int]:
        """The slots of one kind of property by the name of what it stands for."""
        return {key[1]: index for key, index in self.slots.items() if key[0] == kind}

    def part(self, slot: int, code: int) -> str:
        """The piece of a fact that says this property has this value."""
        return f',"{self.names[slot]}":{code:d}'

    def at_rest(self) -> list[str]:
        """The parts of a fact of which nothing is known."""
        return [self.part(slot, code) if slot in self._kept else "" for slot, code in enumerate(self._resting)]

    def _name(self, *key: str) -> str:
        return self.names[self.slot(*key)]

    def _fresh_name(self) -> str:
        """A name of its own hash: the engine tells names apart by their hash alone."""
        number = len(self.names)
        while fnv1a(name := f"p{number:x}") in self._taken:
            number += 4096
        self._taken.add(fnv1a(name))
        return name

    def _keep(self, *key: str) -> str:
        """The name of a property that some test accepts at rest, so that no fact may leave it out."""
        self._kept.add(self.slot(*key))
        return self._name(*key)

    def _of(self, atom: Atom, holds: bool) -> list[Literal]:
        if isinstance(atom, StateTest):
            key = ("conclusion", atom.conclusion)
            return [(self._name(*key), "==", STATE_CODE[atom.state]) if holds else (self._keep(*key), "!=", STATE_CODE[atom.state])]
        if isinstance(atom, ScoreTest):
            return _number_test(self._keep("score", atom.score), atom.op, atom.value + SCORE_ZERO, holds, 0)
        if isinstance(atom, LevelTest):
            return _number_test(self._keep("level"), atom.op, atom.value, holds, 0)
        return self._of_fact(atom, self._specs[atom.fact], holds)

    def _of_fact(self, test: FactTest, spec: FactSpec, holds: bool) -> list[Literal]:
        if test.op == "unknown":
            key = ("unknown", test.fact)
            return [(self._name(*key), "==", 1) if holds else (self._keep(*key), "==", 0)]
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
