"""Checks of what a pack says to whom: contradictory advice and gaps, each with a profile for which it is so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..errors import Problem
from .authored import AuthoredPack
from .lint_bench import Bench, shown, tidy

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
    others = list(islice(bench.grounds_of(second), MAX_PAIRS))
    pairs = ((left, right) for left in bench.grounds_of(first) for right in others)
    for left, right in islice(pairs, MAX_PAIRS):
        facts = bench.facts_for(left, right)
        if facts:
            facts, outcome = bench.unhold(tidy(facts), (first, second))
            if outcome.states.get(first) == outcome.states.get(second) == "concluded":
                return facts
    return None


def gap(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """A profile that some rule speaks about and that gets no level; a question that gets no answer."""
    bench = Bench(compiled)
    rules = {item["id"]: place for item, place in authored.items("rules")}
    spoken = {item["id"] for item in compiled["conclusions"] if item.get("role") in ("verdict", "flag")}
    for unit in bench.program.units:
        for ground in islice((found for one in unit.alternatives for found in bench.grounds(one)), 3):
            facts = bench.facts_for(ground)
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
