"""Arithmetic of facts: what a new mention makes of what was known.

A list is complete (it denies the rest) unless it holds "unknown": what people volunteer is open, what answers a
question is complete.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rules_core import FactSpec

UNKNOWN, NONE = "unknown", "none"

Value = str | int | list[str]


def is_valid(spec: FactSpec, value: Any) -> bool:
    """Whether a value may be given to the rules for this fact."""
    if value == UNKNOWN:
        return True
    if spec.type == "int":
        return isinstance(value, int) and not isinstance(value, bool) and spec.min <= value <= spec.max
    if spec.type == "multi":
        return isinstance(value, list) and _is_valid_list(spec, value)
    return isinstance(value, str) and value in choices(spec)


def _is_valid_list(spec: FactSpec, values: list[Any]) -> bool:
    if not all(isinstance(one, str) for one in values) or len(set(values)) != len(values):
        return False
    return bool(values) and {*spec.values, UNKNOWN}.issuperset(values) and (NONE not in values or len(values) == 1)


def choices(spec: FactSpec) -> tuple[str, ...]:
    """The values a person can choose from."""
    return ("yes", "no") if spec.type == "yes_no" else spec.values


def told(spec: FactSpec, old: Value | None, values: Iterable[str]) -> Value:
    """The fact after these values were volunteered: lists stay open, one value replaces another.

    Of several values of an enum the one declared first counts; packs declare the one that asks for more care first.
    """
    said = _in_order(spec, values)
    if spec.type != "multi":
        return next((one for one in said if one not in ("no", NONE)), said[0])
    positive = [one for one in said if one != NONE]
    stated = _in_order(spec, {*_positive(old), *positive})
    if not positive:
        return _closed(spec, old)
    return stated if spec.complete else [*stated, UNKNOWN]


def answered(spec: FactSpec, old: Value | None, values: Iterable[str]) -> Value:
    """The fact after these values answered the question for it: a list is complete."""
    if spec.type != "multi":
        return told(spec, old, values)
    return _closed(spec, [*_positive(old), *(one for one in values if one != NONE)])


def denied(spec: FactSpec, old: Value | None, value: str, asked: bool) -> Value | None:
    """The fact after this value was denied; None forgets it. A plain "no" to the question denies everything.

    Not being pregnant does not say whether a pregnancy is planned, so a denied choice leaves the others open.
    """
    if spec.type == "yes_no":
        return "no" if value == "yes" else "yes"
    if spec.type == "multi":
        left = [one for one in _positive(old) if one != value]
        if asked:
            return _closed(spec, left)
        return [*left, UNKNOWN] if left else None if value in _positive(old) else old
    if asked:
        return none_of(spec)
    return UNKNOWN if old in (None, UNKNOWN, value) else old


def without(spec: FactSpec, old: Value | None, value: str) -> Value | None:
    """The fact after this value turns out to be none of today's; None forgets it, what was not held stays as it was."""
    if spec.type != "multi":
        return None if old == value else old
    if value not in _positive(old):
        return old
    left = [one for one in _positive(old) if one != value]
    return [*left, UNKNOWN] if left else None


def listed(value: Value | None) -> tuple[str, ...]:
    """What a fact holds, one or several values, as text."""
    return () if value is None else tuple(value) if isinstance(value, list) else (str(value),)


def none_of(spec: FactSpec, old: Value | None = None) -> Value:
    """The fact after a plain "no" to its question; unknown where "no" says nothing."""
    if spec.type == "multi":
        return [spec.no] if spec.no and not _positive(old) else _closed(spec, old)
    for value in (spec.no, "no", NONE):
        if value in choices(spec):
            return value
    return UNKNOWN


def is_known(value: Value | None) -> bool:
    """Whether a fact was answered with more than "not sure"."""
    return value not in (None, UNKNOWN, [UNKNOWN])


def _closed(spec: FactSpec, old: Value | Iterable[str] | None) -> Value:
    positive = _in_order(spec, _positive(old))
    if positive:
        return positive
    return [NONE] if NONE in spec.values else UNKNOWN


def _positive(old: Any) -> list[str]:
    return [one for one in old if one not in (NONE, UNKNOWN)] if isinstance(old, list) else []


def _in_order(spec: FactSpec, values: Iterable[str]) -> list[str]:
    given = set(values)
    return [one for one in choices(spec) if one in given]
