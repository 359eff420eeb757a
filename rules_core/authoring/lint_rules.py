"""Checks that set rules beside each other: those that never add anything, and those that wait in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..clash import clashes
from ..conditions import Atom, FactTest, StateTest
from ..dnf import Alternative
from ..errors import Problem
from ..facts import fact_specs
from ..program import Program
from ..units import Unit
from .authored import AuthoredPack


def shadowed(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """A rule that never adds anything: wherever it holds, another with the same effect holds too."""
    program = Program(compiled, fact_specs(compiled))
    places = {item["id"]: place for item, place in authored.items("rules")}
    by_effect: dict[tuple[str, ...], list[Unit]] = {}
    for unit in program.units:
        if not unit.scores:
            by_effect.setdefault(unit.effect, []).append(unit)
    reported = set()
    for group in by_effect.values():
        for unit in group:
            for other in group:
                wider = other is not unit and _covers(other, unit) and not (_covers(unit, other) and other.number > unit.number)
                if wider and unit.rule.id not in reported:
                    reported.add(unit.rule.id)
                    yield places[unit.rule.id].problem(
                        "shadowed", f"never adds to rule {other.rule.id!r}, which does the same more widely",
                        "remove it, or narrow the other", ("when",),
                    )


def _covers(wide: Unit, narrow: Unit) -> bool:
    return all(any(_implies(one, other) for other in wide.alternatives) for one in narrow.alternatives)


def _implies(strong: Alternative, weak: Alternative) -> bool:
    return all(any(_atom_implies(left, right) for left in strong) for right in weak)


def _atom_implies(left: tuple[Atom, bool], right: tuple[Atom, bool]) -> bool:
    if left == right:
        return True
    (a, a_holds), (b, b_holds) = left, right
    if isinstance(a, FactTest) and isinstance(b, FactTest) and a.fact == b.fact and a_holds and b_holds:
        if a.op == b.op == "in":
            assert isinstance(a.value, tuple) and isinstance(b.value, tuple)
            return set(a.value) <= set(b.value)
        if isinstance(a.value, int) and isinstance(b.value, int) and a.op == b.op:
            return a.value <= b.value if a.op in ("lt", "lte") else a.value >= b.value if a.op in ("gt", "gte") else False
    return False


def never_met(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """A rule that no answer can meet, or that waits for a veto or a conclusion that no rule brings about."""
    program = Program(compiled, fact_specs(compiled))
    for rule, place in authored.items("rules"):
        unit = next(u for u in program.units if u.rule.id == rule["id"])
        if all(clashes(one, program.specs) for one in unit.alternatives):
            problem = "can never hold: no answer meets all its tests"
            yield place.problem("unreachable", problem, "remove one of the clashing tests", ("when",))
        for one in unit.alternatives:
            for atom, holds in one:
                if isinstance(atom, StateTest) and holds:
                    known = program.sources_of if atom.state == "concluded" else program.vetoers
                    if atom.conclusion not in known:
                        problem = f"waits for {atom.state} {atom.conclusion!r}, which no rule brings about"
                        yield place.problem("unreachable", problem, "add that rule or drop the test", ("when",))


def asked_about(compiled: dict[str, Any]) -> frozenset[str]:
    """The conclusions that the conditions of some rule look at."""
    tests = (atom for unit in Program(compiled, fact_specs(compiled)).units for one in unit.alternatives for atom, _ in one)
    return frozenset(atom.conclusion for atom in tests if isinstance(atom, StateTest))
