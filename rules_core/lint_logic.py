"""Checks of what a pack says to whom: contradictory advice and gaps, each with a profile for which it is so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from .authoring import AuthoredPack
from .dnf import Alternative
from .errors import Problem
from .lint_bench import Bench, shown, tidy
from .units import Unit

MAX_PAIRS = 400
"""Combinations tried for one pair of opposed conclusions."""


def contradictory(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """Two opposed conclusions (use_x and avoid_x) that stand together for some profile."""
    bench = Bench(compiled)
    places = {item["id"]: place for item, place in authored.items("conclusions")}
    for use, avoid in compiled.get("opposites", []):
        for name in bench.program.stratum_of:
            other = avoid + name[len(use) :]
            if not name.startswith(use) or other not in bench.program.stratum_of:
                continue
            facts = _both_stand(bench, name, other)
            if facts is not None:
                problem = f"stands together with {other!r} for: {shown(facts)}"
                yield places[name].problem("contradictory", problem, "let a veto remove one of them")


def _both_stand(bench: Bench, first: str, second: str) -> dict[str, Any] | None:
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


def gap(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """A profile that some rule speaks about and that gets no level; a question that gets no answer."""
    bench = Bench(compiled)
    rules = {item["id"]: place for item, place in authored.items("rules")}
    spoken = {item["id"] for item in compiled["conclusions"] if item.get("role") in ("verdict", "flag")}
    for unit in bench.program.units:
        for one in unit.alternatives[:3]:
            facts = bench.facts_for(one)
            if facts and not bench.infer(tidy(facts)).rank:
                problem = f"no level is reached for: {shown(facts)}"
                yield rules[unit.rule.id].problem("gap", problem, "add a rule with when: always for the lowest level")
                return
    for item, place in authored.items("facts"):
        if item.get("scope") == "turn" and item["type"] == "enum":
            for value in bench.program.specs[item["id"]].values:
                if not spoken & set(bench.infer({item["id"]: value}).states):
                    problem = f"{item['id']}={value} gets no answer"
                    yield place.problem("gap", problem, "add a rule that concludes a verdict for it", ("values",))
