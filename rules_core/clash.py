"""Tests on one fact that no answer can meet: below 3 and above 5, one value and another, less than the least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .conditions import FactTest
from .dnf import Alternative
from .model import NONE, UNKNOWN, FactSpec, FactValue
from .views import test_fact

Tests = list[tuple[FactTest, bool]]


def clashes(alternative: Alternative, specs: Mapping[str, FactSpec]) -> bool:
    """Whether the tests on some fact rule each other out, whatever is answered."""
    by_fact: dict[str, Tests] = {}
    for atom, holds in alternative:
        if isinstance(atom, FactTest):
            by_fact.setdefault(atom.fact, []).append((atom, holds))
    return any(not _can_be_met(specs[fact], tests, specs) for fact, tests in by_fact.items())


def _can_be_met(spec: FactSpec, tests: Tests, specs: Mapping[str, FactSpec]) -> bool:
    return any(
        all(test_fact(test, told, specs) is holds for test, holds in tests)
        for told in ({}, *({spec.id: value} for value in _answers(spec, tests)))
    )


def _answers(spec: FactSpec, tests: Tests) -> Iterator[FactValue]:
    """Enough answers to meet the tests by, if any answer does."""
    yield UNKNOWN
    if spec.type == "int":
        yield from _numbers(spec, [int(test.value) for test, _ in tests if isinstance(test.value, int)])
    elif spec.type == "multi":
        wanted = {str(test.value) for test, holds in tests if test.op == "has" and holds}
        if len(wanted) < 2 or NONE not in wanted:
            yield tuple(sorted(wanted)) or (NONE,)
        unnamed = [value for value in spec.values if value != NONE and all(value != test.value for test, _ in tests)]
        yield from ((value,) for value in unnamed[:1])
    else:
        yield from spec.values


def _numbers(spec: FactSpec, edges: Iterable[int]) -> Iterator[int]:
    near = {edge + step for edge in edges for step in (-1, 0, 1)}
    yield from (number for number in sorted({spec.min, spec.max, *near}) if spec.min <= number <= spec.max)
