"""Everybody the tests ask about, as bits: for each single test of a rule, the people for whom it holds and for whom it does not.

So the people whom a changed condition treats otherwise are found by a few operations on long numbers, however many there are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from rules_core.conditions import (
    All,
    AnyOf,
    Condition,
    FactTest,
    LevelTest,
    Not,
    ScoreTest,
    StateTest,
    compare,
)
from rules_core.inference import Outcome
from rules_core.model import NONE, UNKNOWN, FactSpec, FactValue

Facts = Mapping[str, FactValue]
Shape = Hashable


class Bits(NamedTuple):
    """For whom a condition is true, and for whom it is false; for the others it is unknown."""

    true: int
    false: int


class Seen(NamedTuple):
    """What an inference came to: all of it, and what of it a person can meet (no silent helpers, no scores)."""

    all: int
    heard: int
    scores: int


def seen(outcome: Outcome, helpers: frozenset[str]) -> Seen:
    """The two shapes of an outcome, as hashes."""
    missing = frozenset(outcome.missing.items())
    heard = frozenset(item for item in outcome.states.items() if item[0] not in helpers)
    return Seen(
        hash((outcome.rank, frozenset(outcome.states.items()), missing)), hash((outcome.rank, heard, missing)),
        hash(frozenset((name, str(points)) for name, points in outcome.scores.items() if points)),  # the hashes of -1 and -2 are the same
    )


class Population:
    """People by number, with what was inferred about each on the unchanged pack."""

    def __init__(self, specs: Mapping[str, FactSpec], helpers: frozenset[str]) -> None:
        self._specs, self._helpers = specs, helpers
        self._numbers: dict[Hashable, int] = {}
        self.facts: list[Facts] = []
        self.seen: list[Seen] = []
        self._rows: dict[Hashable, list[int]] = {}
        self._bits: dict[Hashable, int] = {}
        self._tests: dict[Condition, Bits] = {}

    def __len__(self) -> int:
        return len(self.facts)

    def number(self, facts: Facts) -> int | None:
        """The number of a person who is known already."""
        return self._numbers.get(frozenset(facts.items()))

    def add(self, facts: Facts, outcome: Outcome) -> int:
        """The number of a person, new or known; `facts` are normalised."""
        key = frozenset(facts.items())
        number = self._numbers.setdefault(key, len(self.facts))
        if number == len(self.facts):
            self.facts.append(dict(facts))
            self.seen.append(seen(outcome, self._helpers))
            for column in self._columns(facts, outcome):
                self._rows.setdefault(column, []).append(number)
        return number

    def _columns(self, facts: Facts, outcome: Outcome) -> Iterable[Hashable]:
        for name, value in facts.items():
            if value == UNKNOWN:
                yield "unknown", name
                continue
            yield "known", name
            if not isinstance(value, tuple):
                yield "is", name, value
                continue
            yield from (("is", name, one) for one in value if one != UNKNOWN)
            if UNKNOWN in value:
                yield "open", name
        yield from (("state", name, state) for name, state in outcome.states.items())
        yield from (("score", name, points) for name, points in outcome.scores.items() if points)
        yield "rank", outcome.rank

    def _column(self, *key: Hashable) -> int:
        if key not in self._bits:
            self._bits[key] = bits_of(self._rows.get(key, ()), len(self.facts))
        return self._bits[key]

    def _union(self, columns: Iterable[tuple[Hashable, ...]]) -> int:
        return reduce(or_, (self._column(*column) for column in columns), 0)

    @property
    def everybody(self) -> int:
        """All of them, as bits."""
        return (1 << len(self.facts)) - 1

    def reached(self, name: str) -> int:
        """Who reaches a conclusion, whatever became of it."""
        return self._union(("state", name, state) for state in ("concluded", "vetoed", "withheld"))

    def crossing(self, test: ScoreTest, change: int) -> int:
        """Whose points are on one side of a limit, and on the other with this many more."""
        totals = {key[2]: key for key in self._rows if isinstance(key, tuple) and key[:2] == ("score", test.score)}
        moved = [
            points for points in (0, *totals)
            if compare(test.op, points, points, test.value) != compare(test.op, points + change, points + change, test.value)]
        found = self._union(totals[points] for points in moved if points)
        return found | (self.everybody & ~self._union(totals.values()) if 0 in moved else 0)

    def hangs_on(self, condition: Condition, name: str) -> int:
        """For whom a conclusion or score decides whether a condition holds."""
        found = self.judge(condition, name)
        return self.everybody & ~found.true & ~found.false

    def judge(self, condition: Condition, open_name: str = "") -> Bits:
        """For whom a condition holds, and for whom it does not, at the end of an inference on the unchanged pack.

        What is asked of `open_name` is taken to be unknown.
        """
        if isinstance(condition, Not):
            part = self.judge(condition.part, open_name)
            return Bits(part.false, part.true)
        if isinstance(condition, All | AnyOf):
            parts = [self.judge(part, open_name) for part in condition.parts]
            if isinstance(condition, All):
                parts = [Bits(part.false, part.true) for part in parts]
            some = reduce(or_, (part.true for part in parts), 0)
            none = reduce(lambda left, right: left & right, (part.false for part in parts), self.everybody)
            return Bits(none, some) if isinstance(condition, All) else Bits(some, none)
        if open_name and open_name == getattr(condition, "conclusion", getattr(condition, "score", "")):
            return Bits(0, 0)
        if condition not in self._tests:
            self._tests[condition] = self._test(condition)
        return self._tests[condition]

    def _test(self, test: FactTest | StateTest | ScoreTest | LevelTest) -> Bits:
        if isinstance(test, FactTest):
            return self._fact(test)
        true = self._now(test)
        return Bits(true, self.everybody & ~true)

    def _now(self, test: StateTest | ScoreTest | LevelTest) -> int:
        """For whom a test holds that is never unknown."""
        if isinstance(test, StateTest):
            return self._column("state", test.conclusion, test.state)
        column = ("score", test.score) if isinstance(test, ScoreTest) else ("rank",)
        keys = [key for key in self._rows if isinstance(key, tuple) and key[:-1] == column]
        zero = [key for key in keys if not compare(test.op, key[-1], key[-1], test.value)]
        if compare(test.op, 0, 0, test.value):
            return self.everybody & ~self._union(zero)
        return self._union(key for key in keys if key not in zero)

    def _fact(self, test: FactTest) -> Bits:
        if test.op == "unknown":
            true = self._column("unknown", test.fact)
            return Bits(true, self.everybody & ~true)
        known = self._column("known", test.fact)
        if test.op == "in":
            assert isinstance(test.value, tuple)
            true = self._union(("is", test.fact, value) for value in test.value)
        elif test.op == "has":
            true = self._column("is", test.fact, test.value)
            if test.value != NONE:
                known &= ~self._column("open", test.fact)
        else:
            assert isinstance(test.value, int)
            keys = [key for key in self._rows if isinstance(key, tuple) and key[:2] == ("is", test.fact)]
            true = self._union(key for key in keys if compare(test.op, key[2], key[2], test.value))
        return Bits(true, known & ~true)


def bits_of(numbers: Iterable[int], size: int) -> int:
    """These numbers as the bits of one."""
    row = bytearray(size // 8 + 1)
    for number in numbers:
        row[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(row, "little")


def numbers_in(bits: int) -> list[int]:
    """The numbers whose bits are set, ascending."""
    found: list[int] = []
    row = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for place, byte in enumerate(row):
        while byte:
            low = byte & -byte
            found.append(place * 8 + low.bit_length() - 1)
            byte ^= low
    return found


def of_rule(conditions: Sequence[Condition]) -> Condition:
    """The condition under which one of several holds."""
    return conditions[0] if len(conditions) == 1 else AnyOf(tuple(conditions))
