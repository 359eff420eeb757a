"""Whom a changed score takes across a limit: of thousands who get other points, those who may get another answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules_core.conditions import ScoreTest, atoms
from rules_core.program import Program
from rules_core.units import Unit

from .population import Bits, Population


def across(program: Program, people: Population, old: Sequence[Unit], new: Sequence[Unit], before: Bits, after: Bits) -> int:
    """As bits, those whom new points for a rule take from one side of a limit of the program to the other."""
    was, now = _points(old), _points(new)
    found = 0
    for name in was.keys() | now.keys():
        less, more = was.get(name, 0), now.get(name, 0)
        for test in set(_limits(program, name)):
            for group, change in (
                (before.true & ~after.true, -less), (after.true & ~before.true, more), (before.true & after.true, more - less),
            ):
                found |= group & people.crossing(test, change)
    return found


def _points(units: Sequence[Unit]) -> dict[str, int]:
    return {name: points for unit in units for name, points in unit.scores}


def _limits(program: Program, name: str) -> Iterator[ScoreTest]:
    for unit in program.units:
        yield from (atom for atom in atoms(unit.rule.condition) if isinstance(atom, ScoreTest) and atom.score == name)
