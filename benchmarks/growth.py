"""How load time and latency grow with the rule base, on this kernel and beside it."""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import as_pack, base, engines

SIZES = (100, 300, 1_000, 3_000)
SLICE = 5


@dataclass(frozen=True)
class Growth:
    """One engine at one size: milliseconds to load, microseconds an assessment, ratio to the best durable_rules style."""

    name: str
    size: int
    load: float
    median: float
    least: float
    ratio: float


def run(sizes: tuple[int, ...] = SIZES, rounds: int = 15, loads: int = 3, peers: bool = True) -> list[Growth]:
    """Every engine at every size; conclusions are asserted equal in every round."""
    return [row for size in sizes for row in _at(size, rounds, loads, peers)]


def _at(size: int, rounds: int, loads: int, peers: bool) -> list[Growth]:
    rules, people = base.rules(size), base.profiles(SLICE * 4)
    compiled = json.dumps(as_pack.compiled(rules))
    makers: list[Callable[[], Any]] = [lambda: engines.Kernel(rules, compiled), *(lambda made=made: made(rules) for made in _beside(peers))]
    loaded = [_load(make, loads) for make in makers]
    made = [engine for engine, _ in loaded]
    times = _interleaved(made, people, rounds)
    best = times[engines.DurableBest.name]
    return [
        Growth(engine.name, size, load, statistics.median(own), min(own), statistics.median(a / b for a, b in zip(own, best, strict=True)))
        for (engine, load), own in zip(loaded, times.values(), strict=True)
    ]


def _beside(peers: bool) -> list[type[Any]]:
    return [engines.DurableBest, engines.ByHand, *((engines.Zen, engines.Clips) if peers else ())]


def _load(make: Callable[[], Any], loads: int) -> tuple[Any, float]:
    """An engine with its rules, and the least milliseconds of several loads."""
    spent = []
    for _ in range(loads):
        gc.collect()
        start = time.perf_counter()
        engine = make()
        spent.append((time.perf_counter() - start) * 1e3)
    return engine, min(spent)


def _interleaved(made: list[Any], people: list[dict[str, Any]], rounds: int) -> dict[str, list[float]]:
    wanted = [made[0].assess(person) for person in people]
    times: dict[str, list[float]] = {engine.name: [] for engine in made}
    for number in range(rounds):
        turn, start = number % len(made), number * SLICE % len(people)
        for engine in made[turn:] + made[:turn]:
            times[engine.name].append(timed(engine, people[start : start + SLICE], wanted[start : start + SLICE]))
    return times


def timed(engine: Any, people: list[dict[str, Any]], wanted: list[engines.Found]) -> float:
    """Microseconds an assessment. Ends the run where the conclusions are not the wanted ones."""
    assess = engine.assess
    start = time.perf_counter()
    found = [assess(person) for person in people]
    spent = (time.perf_counter() - start) / len(people) * 1e6
    if found != wanted:
        raise SystemExit(f"{engine.name} concludes something else: the comparison would say nothing")
    return spent
