"""The faults: every authored rule, changed in one small way at a time.

A mutant is a rule as it is authored (`when`, `then`) with one thing changed: the rule is dropped, a condition is dropped, negated or
joined otherwise, a value is dropped or taken for its neighbour, a number is shifted by one, a level is raised or lowered, a veto is
dropped, a conclusion is taken for its neighbour, or the points given to a score are changed.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules_core.authoring.authored import AuthoredPack

Raw = dict[str, Any]
STATES = ("concluded", "vetoed", "withheld")
GROUPS = ("all", "any", "not")
LISTS = ("in", "has")


@dataclass(frozen=True)
class Mutant:
    """One fault: the rule at position `number` of the pack, replaced by `rule` (None: dropped)."""

    number: int
    id: str
    file: str
    operator: str
    detail: str
    rule: Raw | None

    def __str__(self) -> str:
        return f"{self.file} {self.id}: {self.operator}{': ' + self.detail if self.detail else ''}"


@dataclass(frozen=True)
class Names:
    """What a value, a level or a conclusion may be taken for."""

    values: Mapping[str, Sequence[str]]
    levels: Sequence[str]
    siblings: Mapping[str, str]

    @classmethod
    def of(cls, compiled: Mapping[str, Any]) -> Names:
        """The names of a compiled pack. The sibling of a conclusion is the next one of its kind and role."""
        by_kind: dict[tuple[str, str], list[str]] = {}
        for one in compiled["conclusions"]:
            by_kind.setdefault((one["kind"], one["role"]), []).append(one["id"])
        several = [group for group in by_kind.values() if len(group) > 1]
        siblings = {name: group[(place + 1) % len(group)] for group in several for place, name in enumerate(group)}
        return cls({fact["id"]: fact["values"] for fact in compiled["facts"]}, compiled["levels"], siblings)


def mutants(authored: AuthoredPack, compiled: Mapping[str, Any]) -> Iterator[Mutant]:
    """Every mutant of every rule, in the order of the pack; two that come to the same rule are one."""
    names = Names.of(compiled)
    for number, (rule, place) in enumerate(authored.items("rules")):
        seen = {json.dumps(_logic(rule), sort_keys=True)}
        yield Mutant(number, rule["id"], place.document.file, "drop the rule", "", None)
        for operator, detail, changed in _changes(rule, names):
            key = json.dumps(_logic(changed), sort_keys=True)
            if key not in seen:
                seen.add(key)
                yield Mutant(number, rule["id"], place.document.file, operator, detail, changed)


def _logic(rule: Raw) -> Raw:
    return {"when": rule["when"], "then": rule["then"]}


Change = tuple[str, str, Raw]


def _changes(rule: Raw, names: Names) -> Iterator[Change]:
    for operator, detail, when in _conditions(rule["when"], names):
        yield operator, detail, {**rule, "when": when}
    for operator, detail, then in _effects(rule["then"], names):
        yield operator, detail, {**rule, "then": then}


# --- Conditions ------------------------------------------------------------------------------------------------------------


def _conditions(when: Any, names: Names) -> Iterator[tuple[str, str, Any]]:
    """Every changed condition: at this place, and at every place inside."""
    if not isinstance(when, dict):
        return
    if len(when) > 1:
        yield "join by any", _short(when), {"any": [{key: value} for key, value in when.items()]}
    for key, value in when.items():
        rest = {name: other for name, other in when.items() if name != key}
        if rest:
            yield "drop a condition", _short({key: value}), rest
        if key == "not":
            yield "negate", _short({key: value}), ({"all": [rest, value]} if rest else value)
        elif key in ("all", "any"):
            yield from _group(key, value, rest, names)
            continue
        else:
            yield "negate", _short({key: value}), _beside(rest, {"not": {key: value}})
        yield from ((operator, detail, {**when, key: other}) for operator, detail, other in _inside(key, value, names))


def _beside(rest: Raw, other: Raw) -> Raw:
    return {"all": [rest, other]} if rest else other


def _group(key: str, parts: list[Any], rest: Raw, names: Names) -> Iterator[tuple[str, str, Any]]:
    other = "any" if key == "all" else "all"
    yield f"join by {other}", _short({key: parts}), _beside(rest, {other: parts}) if other in rest else {**rest, other: parts}
    for place, part in enumerate(parts):
        if len(parts) > 1:
            yield "drop a condition", _short(part), {**rest, key: [*parts[:place], *parts[place + 1 :]]}
        for operator, detail, changed in _conditions(part, names):
            yield operator, detail, {**rest, key: [*parts[:place], changed, *parts[place + 1 :]]}


def _inside(key: str, value: Any, names: Names) -> Iterator[tuple[str, str, Any]]:
    """The changes inside one test."""
    if key == "not":
        yield from _conditions(value, names)
    elif key == "score":
        yield from _each(value, lambda name, test: ((f"{name} {detail}", other) for detail, other in _shifted(test)), "shift a threshold")
    elif key == "level":
        yield from (("change a level", detail, other) for detail, other in _levels(value, names))
    elif key in STATES:
        if value in names.siblings:
            yield "change a conclusion asked for", f"{value} for {names.siblings[value]}", names.siblings[value]
    elif isinstance(value, dict) and set(value) & set(LISTS):
        (op, items), = value.items()
        yield from ((operator, f"{key} {detail}", {op: other}) for operator, detail, other in _list(key, items, names))
    elif (isinstance(value, dict) and "unknown" not in value) or (isinstance(value, int) and not isinstance(value, bool)):
        yield from (("shift a threshold", f"{key} {detail}", other) for detail, other in _shifted(value))
    elif isinstance(value, str):
        yield from (("change a value", f"{key} {value} for {other}", other) for other in _neighbour(key, [value], value, names))


def _each(
    table: Raw, change: Callable[[str, Any], Iterator[tuple[str, Any]]], operator: str
) -> Iterator[tuple[str, str, Any]]:
    for name, test in table.items():
        yield from ((operator, detail, {**table, name: other}) for detail, other in change(name, test))


def _list(fact: str, items: Any, names: Names) -> Iterator[tuple[str, str, Any]]:
    values = items if isinstance(items, list) else [items]
    for place, value in enumerate(values):
        before, after = values[:place], values[place + 1 :]
        if len(values) > 1:
            yield "drop a value", str(value), [*before, *after]
        for other in _neighbour(fact, values, value, names):
            yield "change a value", f"{value} for {other}", [*before, other, *after]


def _neighbour(fact: str, taken: Sequence[Any], value: Any, names: Names) -> Iterator[str]:
    """The next declared value that the test does not name yet."""
    known = list(names.values.get(fact, ()))
    if value in known:
        start = known.index(value)
        free = [one for one in (*known[start + 1 :], *known[:start]) if one not in taken]
        yield from free[:1]


def _shifted(test: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(test, int):
        yield from ((f"= {other} for {test}", other) for other in (test - 1, test + 1))
        return
    for op, number in test.items():
        yield from ((f"{op} {other} for {number}", {**test, op: other}) for other in (number - 1, number + 1))


def _levels(value: Any, names: Names) -> Iterator[tuple[str, Any]]:
    test = value if isinstance(value, dict) else {"eq": value}
    for op, level in test.items():
        yield from ((f"{op} {other} for {level}", {**test, op: other}) for other in _beside_level(level, names))


def _beside_level(level: str, names: Names) -> list[str]:
    place = list(names.levels).index(level)
    return [names.levels[other] for other in (place - 1, place + 1) if 0 <= other < len(names.levels)]


# --- Effects -----------------------------------------------------------------------------------------------------------------


def _effects(then: Raw, names: Names) -> Iterator[tuple[str, str, Raw]]:
    if "level" in then:
        for level in _beside_level(then["level"], names):
            yield "change the level", f"{level} for {then['level']}", {**then, "level": level}
    for key in ("veto", "conclude"):
        yield from ((operator, detail, {**then, key: other}) for operator, detail, other in _targets(key, then.get(key), names))
        if key in then and len(then) > 1:
            yield f"drop the {key}", "", {name: value for name, value in then.items() if name != key}
    for name, points in then.get("score", {}).items():
        for other in sorted({0, points - 1, points + 1} - {points}):
            left = {key: value for key, value in then["score"].items() if key != name} | ({name: other} if other else {})
            rest = {key: value for key, value in then.items() if key != "score"}
            if left or rest:
                yield "change the points", f"{name} {other:+d} for {points:+d}", {**rest, "score": left} if left else rest


def _targets(key: str, value: Any, names: Names) -> Iterator[tuple[str, str, Any]]:
    """Changes of what is concluded or vetoed; a veto on a whole kind is only ever dropped."""
    several = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    for place, name in enumerate(several):
        if len(several) > 1:
            yield f"drop a {'veto' if key == 'veto' else 'conclusion'}", name, [*several[:place], *several[place + 1 :]]
        other = names.siblings.get(name)
        if key == "conclude" and other and other not in several:
            yield "change the conclusion", f"{other} for {name}", [*several[:place], other, *several[place + 1 :]]


def _short(part: Any) -> str:
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":")).replace('"', "")
    return text if len(text) <= 90 else text[:87] + "..."


def applied(authored: AuthoredPack, mutant: Mutant) -> AuthoredPack:
    """The pack with this one fault; the pack given stays as it is."""
    rules, places = list(authored.data["rules"]), list(authored.places["rules"])
    if mutant.rule is None:
        del rules[mutant.number], places[mutant.number]
    else:
        rules[mutant.number] = copy.deepcopy(mutant.rule)
    return AuthoredPack(authored.folder, {**authored.data, "rules": rules}, {**authored.places, "rules": places})
