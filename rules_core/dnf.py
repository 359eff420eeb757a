"""Conditions to alternatives: each a list of signed single tests that must all hold."""

from __future__ import annotations

from .conditions import All, AnyOf, Atom, Condition, FactTest, LevelTest, Not, ScoreTest

Signed = tuple[Atom, bool]
Alternative = tuple[Signed, ...]

MAX_ALTERNATIVES = 60
"""Most alternatives in one engine ruleset: beyond 64 matching at once the engine fails on some facts only."""


class TooManyAlternatives(Exception):
    """The condition multiplies out to more than MAX_ALTERNATIVES."""


def alternatives(condition: Condition) -> tuple[Alternative, ...]:
    """`condition` multiplied out; none when it contradicts itself.

    Raises TooManyAlternatives beyond MAX_ALTERNATIVES.
    """
    expanded = _expand(condition, True)
    if len(expanded) == 1 and len(expanded[0]) == 1:
        return (expanded[0],)
    found = list(dict.fromkeys(tidy for one in expanded if (tidy := _tidy(one)) is not None))
    if len(found) == 1:
        return (found[0],)
    sets = [frozenset(one) for one in found]
    return tuple(one for one, own in zip(found, sets, strict=True) if not any(other < own for other in sets))


def _expand(condition: Condition, holds: bool) -> list[Alternative]:
    if isinstance(condition, Not):
        return _expand(condition.part, not holds)
    if isinstance(condition, All | AnyOf):
        if isinstance(condition, All) == holds:
            return _product([_expand(part, holds) for part in condition.parts])
        return _limited([one for part in condition.parts for one in _expand(part, holds)])
    return [((atom, sign),) for atom, sign in _split(condition, holds)]


def _product(groups: list[list[Alternative]]) -> list[Alternative]:
    result: list[Alternative] = [()]
    for group in groups:
        result = _limited([left + right for left in result for right in group])
    return result


def _limited(found: list[Alternative]) -> list[Alternative]:
    if len(found) > MAX_ALTERNATIVES:
        raise TooManyAlternatives
    return found


def _split(atom: Atom, holds: bool) -> list[Signed]:
    """"Not equal" is "less or greater": the engine has no safe inequality on numbers that may be unknown."""
    if not holds and isinstance(atom, FactTest | ScoreTest | LevelTest) and atom.op == "eq":
        less = _with_op(atom, "lt")
        more = _with_op(atom, "gt")
        return [(less, True), (more, True)]
    return [(atom, holds)]


def _with_op(atom: FactTest | ScoreTest | LevelTest, op: str) -> Atom:
    if isinstance(atom, FactTest):
        return FactTest(atom.fact, op, atom.value)
    if isinstance(atom, ScoreTest):
        return ScoreTest(atom.score, op, atom.value)
    return LevelTest(op, atom.value)


def _tidy(one: Alternative) -> Alternative | None:
    if len(one) == 1:
        return one
    tests = dict.fromkeys(one)
    return None if any((atom, not sign) in tests for atom, sign in tests) else tuple(tests)
