"""Latency of every engine on the same rules and profiles, interleaved; cold start in fresh processes."""

from __future__ import annotations

import gc
import importlib
import json
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any

from . import base, engines

SLICE = 20


@dataclass(frozen=True)
class Row:
    """One engine's figures: microseconds an assessment, ratios to the best durable_rules style, cold milliseconds."""

    name: str
    median: float
    least: float
    ratio: float
    ratio_least: float
    cold: dict[str, float]


def run(rounds: int = 45, count: int = 100, cold_runs: int = 5) -> list[Row]:
    """Measure every engine; conclusions are asserted equal on every profile of every round."""
    rules, people = base.rules(), base.profiles(count)
    made = [engine(rules) for engine in engines.ALL]
    wanted = [made[0].assess(person) for person in people]
    times: dict[str, list[float]] = {engine.name: [] for engine in made}
    for number in range(rounds):
        turn = number % len(made)
        start = number * SLICE % count
        for engine in made[turn:] + made[:turn]:
            times[engine.name].append(_slice(engine, people[start : start + SLICE], wanted[start : start + SLICE]))
        gc.collect()
    return [_row(engine, times, cold_runs) for engine in made]


def _slice(engine: Any, people: list[dict[str, Any]], wanted: list[engines.Found]) -> float:
    assess = engine.assess
    start = time.perf_counter()
    found = [assess(person) for person in people]
    spent = (time.perf_counter() - start) / len(people) * 1e6
    if found != wanted:
        raise SystemExit(f"{engine.name} concludes something else: the comparison would say nothing")
    return spent


def _row(engine: Any, times: dict[str, list[float]], cold_runs: int) -> Row:
    own, best = times[engine.name], times[engines.DurableBest.name]
    ratio = statistics.median(mine / theirs for mine, theirs in zip(own, best, strict=True))
    cold = [_cold(type(engine).__name__) for _ in range(cold_runs)]
    middle = {key: statistics.median(one[key] for one in cold) for key in cold[0]} if cold else {}
    return Row(engine.name, statistics.median(own), min(own), ratio, min(own) / min(best), middle)


def _cold(name: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "benchmarks.peers", name], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def cold_start(name: str) -> dict[str, float]:
    """In this fresh process: milliseconds to import, to define the rules, to the first answer; memory in MB."""
    rules, people = base.rules(), base.profiles(1)
    engine = getattr(engines, name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    importlib.import_module(engine.module)
    imported = time.perf_counter()
    made = engine(rules)
    defined = time.perf_counter()
    made.assess(people[0])
    first = time.perf_counter()
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {"import": (imported - start) * 1e3, "define": (defined - imported) * 1e3, "first": (first - defined) * 1e3, "memory": memory}


if __name__ == "__main__":
    print(json.dumps(cold_start(sys.argv[1])))
