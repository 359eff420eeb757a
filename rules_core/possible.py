"""What could still become true: every rule judged over all ways in which the open facts may be answered.

A judgement is a set of the truths a condition may end in, as bits. It is sound, not tight: a truth
that cannot occur may be listed, one that can occur is never missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from .conditions import (
    All,
    AnyOf,
    Atom,
    Condition,
    FactTest,
    Not,
    ScoreTest,
    StateTest,
    Truth,
    compare,
)
from .model import UNKNOWN, FactSpec, FactValue
from .program import Program, Unit
from .views import test_fact

T, F, U = 1, 2, 4
ANYTHING = T | F | U
_OF_TRUTH = {True: T, False: F, None: U}


@dataclass
class Possible:
    """Bounds on facts, conclusions, scores and level.

    `states` maps a conclusion to the states it may end in ("" for not reached); `doubtful` are those that some rule
    may fail to reach only because a fact is unknown. Facts in `closed` will not be asked (again): what they leave
    unknown stays unknown.
    """

    facts: Mapping[str, FactValue]
    specs: Mapping[str, FactSpec]
    closed: Set[str] = frozenset()
    states: dict[str, set[str]] = field(default_factory=dict)
    scores: dict[str, tuple[int, int]] = field(default_factory=dict)
    ranks: tuple[int, int] = (0, 0)
    doubtful: set[str] = field(default_factory=set)

    def judge(self, condition: Condition, as_veto: bool = False) -> int:
        """The truths `condition` may end in. Judged `as_veto`, a conclusion that rests on what is unknown is unknown."""
        if isinstance(condition, FactTest):
            return self._fact(condition)
        if isinstance(condition, All):
            return self._all(condition.parts, as_veto)
        if isinstance(condition, AnyOf):
            return _flip(self._all(condition.parts, as_veto, flip=True))
        if isinstance(condition, Not):
            return _flip(self.judge(condition.part, as_veto))
        if isinstance(condition, StateTest):
            may = self.states.get(condition.conclusion, {""})
            doubt = U if as_veto and condition.state == "concluded" and condition.conclusion in self.doubtful else 0
            return (T if condition.state in may else 0) | (F if may - {condition.state} else 0) | doubt
        if isinstance(condition, ScoreTest):
            return _bounded(compare(condition.op, *self.scores.get(condition.score, (0, 0)), condition.value))
        return _bounded(compare(condition.op, *self.ranks, condition.value))

    def truth(self, condition: Condition, as_veto: bool = False) -> Truth:
        """True or false where settled whatever is answered; None while it is open, or stays unknown."""
        return {T: True, F: False}.get(self.judge(condition, as_veto))

    def open_atoms(self, condition: Condition) -> Iterator[Atom]:
        """The single tests whose answers may still decide `condition`."""
        if self.judge(condition) in (T, F, U):
            return
        if isinstance(condition, All | AnyOf):
            for part in condition.parts:
                yield from self.open_atoms(part)
        elif isinstance(condition, Not):
            yield from self.open_atoms(condition.part)
        else:
            yield condition

    def _fact(self, test: FactTest) -> int:
        truth = test_fact(test, self.facts, self.specs)
        spec = self.specs[test.fact]
        asked = spec.derived_from or spec.id
        if asked in self.closed:
            return _OF_TRUTH[truth]
        if test.op == "unknown":
            return T | F if test.fact not in self.facts else _OF_TRUTH[truth]
        if truth is not None or self.facts.get(test.fact) == UNKNOWN:
            return _OF_TRUTH[truth]
        return ANYTHING

    def _all(self, parts: tuple[Condition, ...], as_veto: bool, flip: bool = False) -> int:
        result = T
        for part in parts:
            other = self.judge(part, as_veto)
            if flip:
                other = _flip(other)
            result = _and(result, other)
            if result == F:
                return F
        return result


def _and(left: int, right: int) -> int:
    false = (left | right) & F
    true = left & right & T
    unknown = U if (left & U and right & (U | T)) or (right & U and left & T) else 0
    return true | false | unknown


def _flip(bits: int) -> int:
    return (bits & U) | (F if bits & T else 0) | (T if bits & F else 0)


def _bounded(truth: Truth) -> int:
    return T | F if truth is None else _OF_TRUTH[truth]


def possible(program: Program, facts: Mapping[str, FactValue], closed: Set[str] = frozenset()) -> Possible:
    """The bounds after every stratum."""
    return _pass(program, Possible(facts, program.specs, closed), program.by_stratum)


def possible_behind_vetoes(program: Program, facts: Mapping[str, FactValue], stratum: int, rank: int) -> Possible:
    """The bounds on what the vetoes of `stratum` rest on, and on nothing else; the level is taken to be `rank`."""
    view = _pass(program, Possible(facts, program.specs, ranks=(rank, rank)), program.behind_vetoes[stratum])
    view.ranks = (rank, rank)
    return view


def possible_behind_decision(program: Program, facts: Mapping[str, FactValue], closed: Set[str]) -> Possible:
    """The bounds on what the pack's decision rests on, and on nothing else."""
    return _pass(program, Possible(facts, program.specs, closed), program.behind_decision)


def _pass(program: Program, view: Possible, strata: list[list[Unit]]) -> Possible:
    for units in strata:
        if units:
            _stratum(program, units, view)
    return view


def _stratum(program: Program, units: list[Unit], view: Possible) -> None:
    bits = {unit.number: view.judge(unit.rule.condition) for unit in units}
    reached: dict[str, bool] = {}
    added: dict[str, tuple[int, int]] = {}
    for unit in units:
        if bits[unit.number] & U or _is_doubtful(unit, view):
            view.doubtful.update(unit.concludes)
        if bits[unit.number] & T:
            sure = bits[unit.number] == T
            for name in unit.concludes:
                reached[name] = sure or reached.get(name, False)
            for name, points in unit.scores:
                low, high = added.get(name, (0, 0))
                added[name] = (low + (points if sure else min(points, 0)), high + (points if sure else max(points, 0)))
    for name, (low, high) in added.items():
        before = view.scores.get(name, (0, 0))
        view.scores[name] = (before[0] + low, before[1] + high)
    _settle(program, view, reached, {unit.number: view.judge(unit.rule.condition, as_veto=True) for unit in units if unit.vetoes})


def _is_doubtful(unit: Unit, view: Possible) -> bool:
    """Whether the unit rests on a conclusion that is itself in doubt."""
    return not view.doubtful.isdisjoint(unit.rests_on) and bool(view.judge(unit.rule.condition, as_veto=True) & U)


def _settle(program: Program, view: Possible, reached: dict[str, bool], vetoes: Mapping[int, int]) -> None:
    low, high = view.ranks
    for name, sure in reached.items():
        states = _states([vetoes[unit.number] for unit in program.vetoers.get(name, ()) if unit.number in vetoes])
        view.states[name] = states if sure else states | {""}
        rank = program.rank.get(name, 0)
        high = max(high, rank)
        low = max(low, rank if sure and states == {"concluded"} else 0)
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
