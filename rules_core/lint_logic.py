"""Checks that reason about rules: shadowed rules, contradictory advice and gaps, with counter-examples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from .authoring import AuthoredPack
from .conditions import Atom, FactTest, StateTest
from .dnf import Alternative
from .errors import Problem
from .facts import FactReader, classes_of, fact_specs
from .inference import Outcome, infer
from .model import NONE, UNKNOWN, FactSpec, show_value
from .program import Program
from .units import Unit

MAX_PAIRS = 400
"""Combinations tried for one pair of opposed conclusions."""


def logic_problems(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """Every problem these checks find."""
    specs = fact_specs(compiled)
    program = Program(compiled, specs)
    bench = _Bench(program, FactReader(specs, classes_of(compiled)))
    yield from _shadowed(authored, program)
    yield from _never_met(authored, program)
    yield from _contradictory(authored, compiled, bench)
    yield from _gaps(authored, compiled, bench)


class _Bench:
    """Tries profiles: makes facts that satisfy an alternative, and infers on them."""

    def __init__(self, program: Program, reader: FactReader) -> None:
        self.program, self.reader = program, reader
        self._derived_of: dict[tuple[str, str], tuple[str, str]] = {}
        for fact, table in reader.classes.items():
            for spec in program.specs.values():
                if spec.derived_from == fact:
                    for value, classes in table.items():
                        for name in classes:
                            self._derived_of.setdefault((spec.id, name), (fact, value))

    def infer(self, facts: dict[str, Any]) -> Outcome:
        return infer(self.program, None, self.reader.normalise(facts))

    def unhold(self, facts: dict[str, Any], names: tuple[str, ...]) -> tuple[dict[str, Any], Outcome]:
        """Answer what holds `names` back so that they stand, as far as some answer does it."""
        outcome = self.infer(facts)
        for _ in range(12):
            open_facts = [fact for name in names if outcome.states.get(name) == "withheld" for fact in outcome.missing[name]]
            options = [{**facts, fact: answer} for fact in open_facts[:1] for answer in self._answers(self.program.specs[fact])]
            tried = [(one, self.infer(one)) for one in options]
            better = [(one, found) for one, found in tried if all(found.states.get(n) in ("concluded", "withheld") for n in names)]
            if not better:
                break
            facts, outcome = min(better, key=lambda pair: sum(len(pair[1].missing.get(name, ())) for name in names))
        return facts, outcome

    def _answers(self, spec: FactSpec) -> list[Any]:
        if spec.type == "multi":
            return [[NONE], *([value] for value in spec.values if value != NONE)]
        return [spec.min, spec.max] if spec.type == "int" else list(spec.values)

    def facts_for(self, *parts: Alternative) -> dict[str, Any] | None:
        """Facts that meet every test on facts in `parts`; None when the tests clash."""
        facts: dict[str, Any] = {}
        tests = [(atom, holds) for part in parts for atom, holds in part if isinstance(atom, FactTest)]
        for atom, holds in tests:
            if not self._meet(facts, atom, holds):
                return None
        return facts

    def _meet(self, facts: dict[str, Any], atom: FactTest, holds: bool) -> bool:
        spec = self.program.specs[atom.fact]
        if atom.op == "unknown":
            return not holds or facts.setdefault(spec.id, UNKNOWN) == UNKNOWN
        if spec.type == "multi":
            return self._meet_list(facts, spec, str(atom.value), holds)
        fits = [value for value in self._domain(spec, atom) if self._fits(atom, value) is holds]
        if spec.id in facts:
            return facts[spec.id] in fits
        if not fits:
            return False
        facts[spec.id] = fits[0]
        return True

    def _meet_list(self, facts: dict[str, Any], spec: FactSpec, value: str, holds: bool) -> bool:
        if spec.derived_from:
            if not holds:
                return True
            spec, value = self.program.specs[spec.derived_from], self._derived_of.get((spec.id, value), ("", ""))[1]
            if not value:
                return False
        listed = facts.setdefault(spec.id, [])
        if holds and value not in listed:
            listed.append(value)
        return holds or value not in listed

    def _domain(self, spec: FactSpec, atom: FactTest) -> list[Any]:
        if spec.type != "int":
            return list(spec.values)
        assert isinstance(atom.value, int)
        return [n for n in (atom.value, atom.value - 1, atom.value + 1, spec.min, spec.max) if spec.min <= n <= spec.max]

    def _fits(self, atom: FactTest, value: Any) -> bool:
        if atom.op == "in":
            assert isinstance(atom.value, tuple)
            return value in atom.value
        assert isinstance(atom.value, int)
        return bool({"lt": value < atom.value, "lte": value <= atom.value, "gt": value > atom.value,
                     "gte": value >= atom.value, "eq": value == atom.value}[atom.op])


def tidy(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts fit for `normalise`: empty lists deny all, "none" stands alone."""
    return {
        name: ([NONE] if not value or value == [NONE] else [v for v in value if v != NONE]) if isinstance(value, list) else value
        for name, value in facts.items()
    }


def _shown(facts: dict[str, Any]) -> str:
    return ", ".join(f"{n}={show_value(tuple(v) if isinstance(v, list) else v)}" for n, v in facts.items())


def _shadowed(authored: AuthoredPack, program: Program) -> Iterator[Problem]:
    """A rule that never adds anything: wherever it holds, another with the same effect holds too."""
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


def _never_met(authored: AuthoredPack, program: Program) -> Iterator[Problem]:
    """A rule that waits for a veto, or for a conclusion, that no rule brings about."""
    for rule, place in authored.items("rules"):
        unit = next(u for u in program.units if u.rule.id == rule["id"])
        for one in unit.alternatives:
            for atom, holds in one:
                if isinstance(atom, StateTest) and holds:
                    known = program.sources_of if atom.state == "concluded" else program.vetoers
                    if atom.conclusion not in known:
                        problem = f"waits for {atom.state} {atom.conclusion!r}, which no rule brings about"
                        yield place.problem("unreachable", problem, "add that rule or drop the test", ("when",))


def _contradictory(authored: AuthoredPack, compiled: dict[str, Any], bench: _Bench) -> Iterator[Problem]:
    """Two opposed conclusions (use_x and avoid_x) that stand together for some profile."""
    places = {item["id"]: place for item, place in authored.items("conclusions")}
    for use, avoid in compiled.get("opposites", []):
        for name in bench.program.stratum_of:
            other = avoid + name[len(use) :]
            if not name.startswith(use) or other not in bench.program.stratum_of:
                continue
            facts = _both_stand(bench, name, other)
            if facts is not None:
                problem = f"stands together with {other!r} for: {_shown(facts)}"
                yield places[name].problem("contradictory", problem, "let a veto remove one of them")


def _both_stand(bench: _Bench, first: str, second: str) -> dict[str, Any] | None:
    sources = bench.program.sources_of
    pairs = product(_alternatives(sources.get(first, [])), _alternatives(sources.get(second, [])))
    for number, (left, right) in enumerate(pairs):
        if number >= MAX_PAIRS:
            return None
        facts = bench.facts_for(left, right)
        if facts:
            facts, outcome = bench.unhold(tidy(facts), (first, second))
            if outcome.states.get(first) == outcome.states.get(second) == "concluded":
                return facts
    return None


def _alternatives(units: list[Unit]) -> list[Alternative]:
    return [one for unit in units for one in unit.alternatives]


def _gaps(authored: AuthoredPack, compiled: dict[str, Any], bench: _Bench) -> Iterator[Problem]:
    """A profile that some rule speaks about and that gets no level; a question that gets no answer."""
    rules = {item["id"]: place for item, place in authored.items("rules")}
    spoken = {item["id"] for item in compiled["conclusions"] if item.get("role") in ("verdict", "flag")}
    for unit in bench.program.units:
        for one in unit.alternatives[:3]:
            facts = bench.facts_for(one)
            if facts and not bench.infer(tidy(facts)).rank:
                problem = f"no level is reached for: {_shown(facts)}"
                yield rules[unit.rule.id].problem("gap", problem, "add a rule with when: always for the lowest level")
                return
    for item, place in authored.items("facts"):
        if item.get("scope") == "turn" and item["type"] == "enum":
            for value in bench.program.specs[item["id"]].values:
                if not spoken & set(bench.infer({item["id"]: value}).states):
                    problem = f"{item['id']}={value} gets no answer"
                    yield place.problem("gap", problem, "add a rule that concludes a verdict for it", ("values",))
