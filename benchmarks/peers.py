"""Latency of every engine on the same rules and profiles, interleaved."""

from __future__ import annotations

import gc
import statistics
from dataclasses import dataclass
from typing import Any

from . import base, engines
from .cold import cold_starts
from .growth import timed

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
            times[engine.name].append(timed(engine, people[start : start + SLICE], wanted[start : start + SLICE]))
        gc.collect()
    cold = cold_starts(rules, [type(engine).__name__ for engine in made], cold_runs)
    return [_row(engine, times, cold.get(type(engine).__name__, {})) for engine in made]


def _row(engine: Any, times: dict[str, list[float]], cold: dict[str, float]) -> Row:
    own, best = times[engine.name], times[engines.DurableBest.name]
    ratio = statistics.median(mine / theirs for mine, theirs in zip(own, best, strict=True))
    return Row(engine.name, statistics.median(own), min(own), ratio, min(own) / min(best), cold)
