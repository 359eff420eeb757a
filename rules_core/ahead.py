"""One pass ahead through the strata: what may be reached, scored and vetoed, however the open facts are answered."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from .model import FactValue
from .possible import ANYTHING, F, Possible, T, U
from .program import Program
from .units import Unit
from .views import spared


def possible(program: Program, facts: Mapping[str, FactValue], closed: Set[str] = frozenset()) -> Possible:
    """The bounds after every stratum."""
    return _pass(program, Possible(facts, program.specs, closed), program.by_stratum)


def possible_behind_vetoes(program: Program, facts: Mapping[str, FactValue], stratum: int, rank: int) -> Possible:
    """The bounds on what the vetoes of `stratum` rest on, and on nothing else; the level is taken to be `rank`."""
    view = Possible(facts, program.specs, spared=spared(facts, program.specs), ranks=(rank, rank), level_fixed=True)
    return _pass(program, view, program.behind_vetoes[stratum])


def possible_behind_decision(program: Program, facts: Mapping[str, FactValue], closed: Set[str]) -> Possible:
    """The bounds on what the pack's decision rests on, and on nothing else."""
    view = Possible(facts, program.specs, closed, spared(facts, program.specs))
    return _pass(program, view, program.behind_decision)


def _pass(program: Program, view: Possible, strata: list[list[Unit]]) -> Possible:
    for units in strata:
        if units:
            _stratum(program, units, view)
    return view


@dataclass
class _Reach:
    """What the units of one stratum may do: conclusions reached (true where surely), the least and the most they add to scores."""

    reached: dict[str, bool] = field(default_factory=dict)
    added: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, unit: Unit, sure: bool) -> None:
        """The unit may hold, or holds for `sure`."""
        for name in unit.concludes:
            self.reached[name] = sure or self.reached.get(name, False)
        for name, points in unit.scores:
            low, high = self.added.get(name, (0, 0))
            self.added[name] = (low + (points if sure else min(points, 0)), high + (points if sure else max(points, 0)))

    def states(self, program: Program, vetoes: Mapping[int, int]) -> dict[str, set[str]]:
        """The states in which each conclusion may end, by the truths of the vetoes on it."""
        found = {}
        for name, sure in self.reached.items():
            may = _states([vetoes[unit.number] for unit in program.vetoers.get(name, ()) if unit.number in vetoes])
            found[name] = may if sure else may | {""}
        return found


def _stratum(program: Program, units: list[Unit], view: Possible) -> None:
    said, doubtful = _Reach(), _Reach()
    vetoes: dict[int, int] = {}
    for unit in units:
        bits = known = view.judge(unit.rule.condition)
        if view.differs_as_veto(unit):
            known = view.judge(unit.rule.condition, as_veto=True)
        if bits & T:
            said.note(unit, bits == T)
        if known & (T | U):
            doubtful.note(unit, known == T)
        if unit.vetoes:
            vetoes[unit.number] = known
    _settle_scores(view, said, doubtful)
    states = said.states(program, vetoes)
    view.said.states.update(states)
    for name, may in doubtful.states(program, {number: ANYTHING if bits & U else bits for number, bits in vetoes.items()}).items():
        if may != states.get(name, {""}):
            view.doubtful.states[name] = may
    if not view.level_fixed:
        _raise_level(program, view, states)


def _settle_scores(view: Possible, said: _Reach, doubtful: _Reach) -> None:
    for name, added in doubtful.added.items():
        before = view.said.scores.get(name, (0, 0))
        after = view.said.scores[name] = _plus(before, said.added.get(name, (0, 0)))
        wide = _plus(view.doubtful.scores.get(name, before), added)
        if wide != after:
            view.doubtful.scores[name] = wide


def _plus(left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    return left[0] + right[0], left[1] + right[1]


def _raise_level(program: Program, view: Possible, states: Mapping[str, set[str]]) -> None:
    low, high = view.ranks
    for name, may in states.items():
        rank = program.rank.get(name, 0)
        high = max(high, rank)
        low = max(low, rank if may == {"concluded"} else 0)
    view.ranks = (low, high)


def _states(vetoes: list[int]) -> set[str]:
    """The states of a conclusion that is reached, by the truths its vetoes may end in."""
    if T in vetoes:
        return {"vetoed"}
    some_true = any(bits & T for bits in vetoes)
    some_unknown = any(bits & U for bits in vetoes)
    all_may_fail = all(bits & F for bits in vetoes)
    return (
        ({"vetoed"} if some_true else set())
        | ({"withheld"} if some_unknown else set())
        | ({"concluded"} if all_may_fail else set())
    )
