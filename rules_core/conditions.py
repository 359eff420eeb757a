"""Conditions as small trees, and their three-valued evaluation.

A test is true, false, or unknown (`None`) because a fact was not asked or is not known.
This evaluator is the reference for the rule engine, and the source of why-not and questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

Truth = bool | None

COMPARE = ("lt", "lte", "gt", "gte", "eq")


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true; an empty one is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is false; unknown when its part is unknown."""

    part: Condition


@dataclass(frozen=True, slots=True)
class FactTest:
    """A test on one fact. `op`: in (enum), has (multi), lt lte gt gte eq (int), unknown."""

    fact: str
    op: str
    value: tuple[str, ...] | str | int


@dataclass(frozen=True, slots=True)
class StateTest:
    """Is an earlier conclusion `concluded`, `vetoed` or `withheld`?"""

    state: str
    conclusion: str


@dataclass(frozen=True, slots=True)
class ScoreTest:
    """A score added up in earlier strata, compared with a whole number."""

    score: str
    op: str
    value: int


@dataclass(frozen=True, slots=True)
class LevelTest:
    """The highest level concluded so far, compared with position `value` on the pack's scale (from 1)."""

    op: str
    value: int


Condition = All | AnyOf | Not | FactTest | StateTest | ScoreTest | LevelTest
Atom = FactTest | StateTest | ScoreTest | LevelTest


class View(Protocol):
    """Answers single tests; `evaluate` combines them."""

    def fact(self, test: FactTest) -> Truth: ...
    def state(self, test: StateTest) -> Truth: ...
    def score(self, test: ScoreTest) -> Truth: ...
    def level(self, test: LevelTest) -> Truth: ...


def evaluate(condition: Condition, view: View) -> Truth:
    """The truth of `condition` by Kleene's three-valued logic."""
    if isinstance(condition, FactTest):
        return view.fact(condition)
    if isinstance(condition, All):
        return _all(condition.parts, view)
    if isinstance(condition, AnyOf):
        return _any(condition.parts, view)
    if isinstance(condition, Not):
        part = evaluate(condition.part, view)
        return None if part is None else not part
    if isinstance(condition, StateTest):
        return view.state(condition)
    if isinstance(condition, ScoreTest):
        return view.score(condition)
    return view.level(condition)


def _all(parts: Sequence[Condition], view: View) -> Truth:
    result: Truth = True
    for part in parts:
        truth = evaluate(part, view)
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def _any(parts: Sequence[Condition], view: View) -> Truth:
    result: Truth = False
    for part in parts:
        truth = evaluate(part, view)
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def atoms(condition: Condition) -> Iterator[Atom]:
    """Every single test inside `condition`, left to right."""
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from atoms(part)
    elif isinstance(condition, Not):
        yield from atoms(condition.part)
    else:
        yield condition


def compare(op: str, low: int, high: int, value: int) -> Truth:
    """Compare a number known to lie in `low..high` with `value`.

    >>> compare("gte", 2, 5, 2), compare("gte", 2, 5, 6), compare("gte", 2, 5, 3)
    (True, False, None)
    """
    if op == "gte":
        return True if low >= value else False if high < value else None
    if op == "gt":
        return compare("gte", low, high, value + 1)
    if op == "lt":
        below = compare("gte", low, high, value)
        return None if below is None else not below
    if op == "lte":
        return compare("lt", low, high, value + 1)
    return True if low == high == value else None if low <= value <= high else False
