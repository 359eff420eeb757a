"""Authored conditions (plain mappings) to condition trees, checked against what the pack declares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..conditions import (
    COMPARE,
    All,
    AnyOf,
    Condition,
    FactTest,
    LevelTest,
    Not,
    ScoreTest,
    StateTest,
)
from ..errors import nearest
from ..model import NONE, FactSpec

STATES = ("concluded", "vetoed", "withheld")
WORDS = ("all", "any", "not", "score", "level", *STATES)


class ConditionError(Exception):
    """A condition that makes no sense in this pack; `path` leads to it inside the rule's `when`."""

    def __init__(self, path: tuple[str | int, ...], problem: str, hint: str) -> None:
        super().__init__(problem)
        self.path, self.problem, self.hint = path, problem, hint


@dataclass(frozen=True)
class Declared:
    """Every name a condition may use."""

    facts: Mapping[str, FactSpec]
    conclusions: Collection[str]
    scores: Collection[str]
    levels: tuple[str, ...]


def parse_condition(raw: Any, declared: Declared, path: tuple[str | int, ...] = ()) -> Condition:
    """The tree of an authored condition. Raises ConditionError naming the place and the way out."""
    if raw == "always":
        return All(())
    if not isinstance(raw, dict) or not raw:
        raise ConditionError(path, f"expected a mapping of tests, found {raw!r}", "write e.g. {fact_id: value}")
    parts = [_part(key, value, declared, (*path, key)) for key, value in raw.items()]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _part(key: str, value: Any, declared: Declared, path: tuple[str | int, ...]) -> Condition:
    if key in ("all", "any"):
        return _group(key, value, declared, path)
    if key == "not":
        return Not(parse_condition(value, declared, path))
    if key in STATES:
        return _known(StateTest(key, str(value)), str(value), declared.conclusions, "conclusion", path)
    if key == "score":
        return _scores(value, declared, path)
    if key == "level":
        return _level(value, declared, path)
    spec = declared.facts.get(key)
    if spec is None:
        raise ConditionError(path, f"the fact {key!r} is not declared", nearest(key, [*declared.facts, *WORDS]))
    return _fact(spec, value, path)


def _group(key: str, value: Any, declared: Declared, path: tuple[str | int, ...]) -> Condition:
    if not isinstance(value, list) or not value:
        raise ConditionError(path, f"{key!r} needs a list of conditions", f"write {key}: [{{...}}, {{...}}]")
    parts = tuple(parse_condition(item, declared, (*path, number)) for number, item in enumerate(value))
    return All(parts) if key == "all" else AnyOf(parts)


def _known(
    test: StateTest, name: str, names: Collection[str], noun: str, path: tuple[str | int, ...]
) -> StateTest:
    if name not in names:
        raise ConditionError(path, f"the {noun} {name!r} is not declared", nearest(name, names))
    return test


def _scores(value: Any, declared: Declared, path: tuple[str | int, ...]) -> Condition:
    if not isinstance(value, dict) or not value:
        raise ConditionError(path, "a score test needs a mapping", "write score: {name: {gte: 3}}")
    tests: list[Condition] = []
    for name, bounds in value.items():
        if name not in declared.scores:
            raise ConditionError((*path, name), f"no rule adds to the score {name!r}", nearest(name, declared.scores))
        tests += [ScoreTest(name, op, number) for op, number in _bounds(bounds, (*path, name))]
    return tests[0] if len(tests) == 1 else All(tuple(tests))


def _level(value: Any, declared: Declared, path: tuple[str | int, ...]) -> Condition:
    bounds = value if isinstance(value, dict) else {"eq": value}
    tests: list[Condition] = []
    for op, name in bounds.items():
        if op not in COMPARE:
            raise ConditionError((*path, op), f"{op!r} is not a comparison", nearest(op, COMPARE))
        if name not in declared.levels:
            raise ConditionError((*path, op), f"{name!r} is not a level", nearest(str(name), declared.levels))
        tests.append(LevelTest(op, declared.levels.index(name) + 1))
    return tests[0] if len(tests) == 1 else All(tuple(tests))


def _bounds(bounds: Any, path: tuple[str | int, ...]) -> list[tuple[str, int]]:
    if isinstance(bounds, int) and not isinstance(bounds, bool):
        return [("eq", bounds)]
    if not isinstance(bounds, dict) or not bounds:
        raise ConditionError(path, f"expected a number or comparisons, found {bounds!r}", "write e.g. {gte: 3}")
    for op, number in bounds.items():
        if op not in COMPARE:
            raise ConditionError((*path, op), f"{op!r} is not a comparison", nearest(op, COMPARE))
        if not isinstance(number, int) or isinstance(number, bool):
            raise ConditionError((*path, op), f"{number!r} is not a whole number", "compare with a whole number")
    return list(bounds.items())


def _fact(spec: FactSpec, value: Any, path: tuple[str | int, ...]) -> Condition:
    if isinstance(value, dict):
        if set(value) == {"unknown"}:
            test = FactTest(spec.id, "unknown", "")
            return test if value["unknown"] is True else Not(test)
        if spec.type == "int":
            tests: list[Condition] = [FactTest(spec.id, op, _in_range(spec, n, path)) for op, n in _bounds(value, path)]
            return tests[0] if len(tests) == 1 else All(tuple(tests))
        return _membership(spec, value, path)
    if spec.type == "int":
        return FactTest(spec.id, "eq", _in_range(spec, value, path))
    if spec.type == "multi":
        return FactTest(spec.id, "has", _value(spec, value, path))
    return FactTest(spec.id, "in", (_value(spec, value, path),))


def _membership(spec: FactSpec, value: dict[str, Any], path: tuple[str | int, ...]) -> Condition:
    op, wanted = next(iter(value.items()), ("", None))
    if len(value) != 1 or op not in ("in", "has"):
        raise ConditionError(path, f"{value!r} is not a test of a {spec.type} fact", "use {in: [...]}, {has: value} or {unknown: true}")
    items = wanted if isinstance(wanted, list) else [wanted]
    if not items:
        raise ConditionError((*path, op), "an empty list can never hold", "name at least one value")
    values = tuple(_value(spec, item, (*path, op)) for item in items)
    if spec.type == "multi":
        tests = tuple(FactTest(spec.id, "has", one) for one in values)
        return tests[0] if len(tests) == 1 else AnyOf(tests)
    return FactTest(spec.id, "in", tuple(sorted(set(values))))


def _value(spec: FactSpec, value: Any, path: tuple[str | int, ...]) -> str:
    text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    if text not in spec.values and not (spec.type == "multi" and text == NONE):
        raise ConditionError(path, f"{spec.id!r} cannot be {text!r}", nearest(text, spec.values))
    return text


def _in_range(spec: FactSpec, value: Any, path: tuple[str | int, ...]) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ConditionError(path, f"{spec.id!r} is a whole number, not {value!r}", "compare it with a whole number")
    if not spec.min <= value <= spec.max:
        raise ConditionError(path, f"{value} is outside {spec.min} to {spec.max}", "no value of the fact can tell the difference")
    return value
