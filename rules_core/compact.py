"""Conditions as compiled packs keep them: each single test once, in one table, and all else by its numbers.

A tree is the number of a test, or ``["all", ...]``, ``["any", ...]``, ``["not", tree]``. Alternatives are
lists of codes: a test's number where it must hold, ``~number`` where it must not. So loading a pack
neither parses a condition nor multiplies one out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .conditions import (
    All,
    AnyOf,
    Atom,
    Condition,
    FactTest,
    LevelTest,
    Not,
    ScoreTest,
    StateTest,
)
from .dnf import Alternative, Signed

Codes = tuple[int, ...]
"""One alternative, by the numbers of its tests."""


class TestTable:
    """The tests of a pack by number, filled while the pack is compiled."""

    __test__ = False  # pytest would take it for a test class by its name

    def __init__(self) -> None:
        self._numbers: dict[Atom, int] = {}

    def number(self, atom: Atom) -> int:
        """The number of a test, given out on first use."""
        return self._numbers.setdefault(atom, len(self._numbers))

    def tree(self, condition: Condition) -> Any:
        """A condition by the numbers of its tests."""
        if isinstance(condition, Not):
            return ["not", self.tree(condition.part)]
        if isinstance(condition, All | AnyOf):
            return ["all" if isinstance(condition, All) else "any", *map(self.tree, condition.parts)]
        return self.number(condition)

    def codes(self, alternatives: Iterable[Alternative]) -> list[list[int]]:
        """Alternatives by the numbers of their tests."""
        return [[self.number(atom) if holds else ~self.number(atom) for atom, holds in one] for one in alternatives]

    def rows(self) -> list[list[Any]]:
        """The table as plain data."""
        return [_row(atom) for atom in self._numbers]


def _row(atom: Atom) -> list[Any]:
    if isinstance(atom, FactTest):
        return ["fact", atom.fact, atom.op, list(atom.value) if isinstance(atom.value, tuple) else atom.value]
    if isinstance(atom, StateTest):
        return ["state", atom.state, atom.conclusion]
    if isinstance(atom, ScoreTest):
        return ["score", atom.score, atom.op, atom.value]
    return ["level", atom.op, atom.value]


def read_tests(rows: Iterable[Sequence[Any]]) -> tuple[Atom, ...]:
    """The tests of a compiled pack, in the order of their numbers."""
    return tuple(_atom(*row) for row in rows)


def _atom(word: str, *row: Any) -> Atom:
    if word == "fact":
        fact, op, value = row
        return FactTest(fact, op, tuple(value) if isinstance(value, list) else value)
    if word == "state":
        return StateTest(*row)
    return ScoreTest(*row) if word == "score" else LevelTest(*row)


def read_tree(tree: Any, tests: Sequence[Atom]) -> Condition:
    """The condition behind a tree of numbers."""
    if isinstance(tree, int):
        return tests[tree]
    parts = tuple(read_tree(part, tests) for part in tree[1:])
    if tree[0] == "not":
        return Not(parts[0])
    return All(parts) if tree[0] == "all" else AnyOf(parts)


def read_code(code: int, tests: Sequence[Atom]) -> Signed:
    """The signed test behind a code."""
    return (tests[code], True) if code >= 0 else (tests[~code], False)
