"""What could still become true: one pass over all rules with bounds in place of answers."""

from __future__ import annotations

from collections.abc import Mapping

from .conditions import Truth, evaluate
from .model import FactValue
from .program import Program
from .views import Possible


def possible(program: Program, facts: Mapping[str, FactValue], before: int | None = None) -> Possible:
    """Bounds on conclusions, scores and level over every way the open facts could be answered.

    With `before`, only the strata earlier than it. Sound, not tight: a state that cannot occur may
    be listed, one that can occur never is missing.
    """
    states: dict[str, set[str]] = {}
    scores: dict[str, tuple[int, int]] = {}
    view = Possible(facts, program.specs, states, scores)
    last = len(program.strata) if before is None else before
    for stratum in range(last):
        _stratum(program, stratum, view, states, scores)
    return view


def _stratum(
    program: Program, stratum: int, view: Possible, states: dict[str, set[str]], scores: dict[str, tuple[int, int]]
) -> None:
    units = program.by_stratum[stratum]
    truths = {unit.number: evaluate(unit.rule.condition, view) for unit in units}
    reached: dict[str, Truth] = {}
    low, high = view.ranks
    for unit in units:
        truth = truths[unit.number]
        if truth is False:
            continue
        for name in unit.concludes:
            reached[name] = True if truth or reached.get(name) else None
        for name, points in unit.scores:
            scores[name] = _add(scores.get(name, (0, 0)), points, truth is True)
    for name, sure in reached.items():
        states[name] = _states(program, name, sure, truths)
        rank = program.rank.get(name, 0)
        high = max(high, rank)
        low = max(low, rank if states[name] == {"concluded"} else 0)
    view.ranks = (low, high)


def _states(program: Program, name: str, sure: Truth, truths: Mapping[int, Truth]) -> set[str]:
    may = {"concluded"} if sure else {"concluded", ""}
    vetoes = [truths[unit.number] for unit in program.vetoers.get(name, ())]
    if True in vetoes:
        return {"vetoed"} if sure else {"vetoed", ""}
    if None in vetoes:
        may |= {"vetoed", "withheld"}
    return may


def _add(bounds: tuple[int, int], points: int, sure: bool) -> tuple[int, int]:
    low, high = bounds
    return (low + (points if sure else min(points, 0)), high + (points if sure else max(points, 0)))


