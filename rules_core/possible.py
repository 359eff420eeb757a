"""What could still become true: a condition judged over all ways in which the open facts may be answered.

A judgement is a set of the truths a condition may end in, as bits. It is sound, not tight: a truth
that cannot occur may be listed, one that can occur is never missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from .conditions import (
    All,
    AnyOf,
    Atom,
    Condition,
    FactTest,
    LevelTest,
    Not,
    ScoreTest,
    StateTest,
    Truth,
    compare,
)
from .model import UNKNOWN, FactSpec, FactValue
from .units import Unit
from .views import test_fact

T, F, U = 1, 2, 4
ANYTHING = T | F | U
_OF_TRUTH = {True: T, False: F, None: U}


@dataclass
class Bounds:
    """For each conclusion the states it may end in ("" for not reached), for each score its least and its most."""

    states: dict[str, set[str]] = field(default_factory=dict)
    scores: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass
class Possible:
    """Bounds on facts, conclusions, scores and level.

    `said` bounds what will be inferred, however the open facts are answered. `doubtful` lists the conclusions and scores
    that could still be otherwise were the unknown known: a veto on one of these is not ruled out. Facts in `closed` will
    not be asked (again): what they leave unknown stays unknown. Facts in `spared` do not concern this one: no rule holds by them,
    and no veto waits for them. `ranks` bounds the level; it stays put where `level_fixed`.
    """

    facts: Mapping[str, FactValue]
    specs: Mapping[str, FactSpec]
    closed: Set[str] = frozenset()
    spared: Set[str] = frozenset()
    ranks: tuple[int, int] = (0, 0)
    level_fixed: bool = False
    said: Bounds = field(default_factory=Bounds)
    doubtful: Bounds = field(default_factory=Bounds)

    def judge(self, condition: Condition, as_veto: bool = False, negated: bool = False) -> int:
        """The truths `condition` may end in. Judged `as_veto`, what rests on something unknown is unknown too, at any depth;
        a test on a spared fact fails then, unless `negated`, for what was not told makes nothing hold."""
        if isinstance(condition, FactTest):
            return self._fact(condition, ruled_out=as_veto and not negated)
        if isinstance(condition, All):
            return self._all(condition.parts, as_veto, negated)
        if isinstance(condition, AnyOf):
            return _flip(self._all(condition.parts, as_veto, negated, flip=True))
        if isinstance(condition, Not):
            return _flip(self.judge(condition.part, as_veto, negated=True))
        if isinstance(condition, LevelTest):
            return _bounded(compare(condition.op, *self.ranks, condition.value))
        bits = _within(condition, self.said)
        return bits | U if as_veto and _within(condition, self.doubtful) == T | F else bits

    def differs_as_veto(self, unit: Unit) -> bool:
        """Whether anything that `unit` asks after could be otherwise were the unknown known, or does not concern this one."""
        states, scores = self.doubtful.states, self.doubtful.scores
        if (states and not unit.rests_on.isdisjoint(states)) or (scores and not unit.rests_on.isdisjoint(scores)):
            return True
        return bool(self.spared) and not unit.facts.isdisjoint(self.spared)

    def truth(self, condition: Condition, as_veto: bool = False) -> Truth:
        """True or false where settled whatever is answered; None while it is open, or stays unknown."""
        return {T: True, F: False}.get(self.judge(condition, as_veto))

    def open_atoms(self, condition: Condition, as_veto: bool, negated: bool = False) -> Iterator[Atom]:
        """The single tests whose answers may still decide `condition`."""
        if self.judge(condition, as_veto, negated) in (T, F, U):
            return
        if isinstance(condition, All | AnyOf):
            for part in condition.parts:
                yield from self.open_atoms(part, as_veto, negated)
        elif isinstance(condition, Not):
            yield from self.open_atoms(condition.part, as_veto, negated=True)
        else:
            yield condition

    def _fact(self, test: FactTest, ruled_out: bool) -> int:
        truth = test_fact(test, self.facts, self.specs)
        if test.fact in self.spared:
            return F if ruled_out else _OF_TRUTH[truth]
        if test.op == "unknown":
            if test.fact not in self.facts and test.fact not in self._shut:
                return T | F
        elif truth is None and test.fact not in self._shut and self.facts.get(test.fact) != UNKNOWN:
            return ANYTHING
        return _OF_TRUTH[truth]

    @cached_property
    def _shut(self) -> Set[str]:
        """The facts of which no more will be known, derived ones too."""
        return {name for name, spec in self.specs.items() if (spec.derived_from or name) in self.closed} if self.closed else frozenset()

    def _all(self, parts: tuple[Condition, ...], as_veto: bool, negated: bool, flip: bool = False) -> int:
        result = T
        for part in parts:
            other = self.judge(part, as_veto, negated)
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


def _within(test: StateTest | ScoreTest, bounds: Bounds) -> int:
    """The truths of `test` between these bounds; what they do not list is neither reached nor scored."""
    if isinstance(test, ScoreTest):
        return _bounded(compare(test.op, *bounds.scores.get(test.score, (0, 0)), test.value))
    may = bounds.states.get(test.conclusion, {""})
    return (T if test.state in may else 0) | (F if may - {test.state} else 0)
