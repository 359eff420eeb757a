"""What if: the fewest changed answers that flip a conclusion or move the level, found by trying them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import combinations
from typing import Any, NamedTuple

from ..conditions import FactTest, LevelTest, ScoreTest, StateTest, atoms
from ..facts import FactReader
from ..inference import infer
from ..model import NONE, UNKNOWN, FactSpec, FactValue
from ..program import Program
from ..result import Result

LEVEL = "level"
FEW_VALUES = 4
"""Up to so many values of a list that matter, every list of them counts as one answer; beyond, lists differ by one value."""
MAX_TRIES = 5_000
"""Most combinations tried before giving up, unless the caller has less time."""


class Change(NamedTuple):
    """One set of changed answers, and what it leads to.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.what_if(kb.infer({"leaf": "brown", "soil": "wet"}), "is_thirsty").changes
    (Change(facts={'soil': 'dry'}, level='act_soon', state='concluded'),)
    """

    facts: Mapping[str, FactValue]
    level: str | None
    state: str


class WhatIf(NamedTuple):
    """The smallest changes that flip `target`; none found means none of up to `depth` answers does it.

    `complete` is false when the search stopped early; then "none" says nothing beyond what was tried.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> told = kb.what_if(kb.infer({"leaf": "green", "soil": "wet"}), "is_thirsty", most=1)
    >>> str(told), told.complete
    ('no change of up to 1 answers moves is_thirsty', True)
    """

    target: str
    changes: tuple[Change, ...]
    depth: int
    complete: bool

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> told = kb.what_if(kb.infer({"leaf": "brown", "soil": "wet"}), "is_thirsty").to_dict()
        >>> told["depth"], told["changes"]
        (1, [{'facts': {'soil': 'dry'}, 'level': 'act_soon', 'state': 'concluded'}])
        """
        return {
            "target": self.target,
            "changes": [{"facts": dict(c.facts), "level": c.level, "state": c.state} for c in self.changes],
            "depth": self.depth, "complete": self.complete,
        }

    def __str__(self) -> str:
        if not self.changes:
            return f"no change of up to {self.depth} answers moves {self.target}" + ("" if self.complete else " among those tried")
        return "\n".join(
            f"{' and '.join(f'{k} = {v}' for k, v in c.facts.items())} -> {c.level if self.target == LEVEL else c.state or 'not reached'}"
            for c in self.changes
        )


def what_if(
    program: Program, reader: FactReader, result: Result, target: str, most: int, most_tries: int = MAX_TRIES, lifts: bool = False
) -> WhatIf:
    """Iterative deepening over the answers that can matter: all one-answer changes, then two, then three.

    With `lifts`, a change counts too that only ends a veto, though other answers are then still missing.
    """
    options = _options(program, reader, result, target)
    tries = 0
    for depth in range(1, most + 1):
        found: list[Change] = []
        for names in combinations(options, depth):
            for changed in _choices(options, names):
                tries += 1
                if tries > most_tries:
                    return WhatIf(target, tuple(found), depth, False)
                change = _try(program, reader, result, target, changed, lifts)
                if change is not None:
                    found.append(change)
        if found:
            return WhatIf(target, tuple(found), depth, True)
    return WhatIf(target, (), most, True)


def _try(
    program: Program, reader: FactReader, result: Result, target: str, changed: Mapping[str, FactValue], lifts: bool
) -> Change | None:
    base = {name: value for name, value in result.facts.items() if not program.specs[name].derived_from}
    outcome = infer(program, None, reader.normalise({**base, **changed}))
    level = program.levels[outcome.rank - 1] if outcome.rank else None
    state = outcome.states.get(target, "")
    moved = level != result.level if target == LEVEL else (state == "concluded") != (target in result)
    lifted = lifts and result.state(target) == "vetoed" and state == "withheld"
    return Change(changed, level, state) if moved or lifted else None


def _choices(options: Mapping[str, list[FactValue]], names: tuple[str, ...]) -> Iterator[dict[str, FactValue]]:
    if not names:
        yield {}
        return
    for value in options[names[0]]:
        for rest in _choices(options, names[1:]):
            yield {names[0]: value, **rest}


def _options(program: Program, reader: FactReader, result: Result, target: str) -> dict[str, list[FactValue]]:
    """For every fact that the target can depend on, the other answers worth trying."""
    tests = _tests_behind(program, target)
    for name in list(tests):
        source = program.specs[name].derived_from
        if source:
            tests.setdefault(source, []).extend(_by_class(source, reader.classes.get(source, {}), {t.value for t in tests[name]}))
    options: dict[str, list[FactValue]] = {}
    for name, spec in program.specs.items():
        relevant = name in tests or not result.facts  # nothing follows from no facts: the first one counts, whatever it is
        if relevant and not spec.derived_from and spec.scope == "person":
            values = [v for v in _answers(spec, tests.get(name, []), result.facts.get(name)) if v != result.facts.get(name)]
            if values:
                options[name] = values
    return options


def _by_class(fact: str, classes: Mapping[str, Iterable[str]], looked_for: Set[Any]) -> Iterator[FactTest]:
    """A test on one value of `fact` for every set of classes that tests on the derived fact tell apart."""
    seen: set[frozenset[str]] = set()
    for value, own in classes.items():
        found = frozenset(own) & looked_for
        if found and found not in seen:
            seen.add(found)
            yield FactTest(fact, "has", value)


def _answers(spec: FactSpec, tests: list[FactTest], now: FactValue | None) -> list[FactValue]:
    """The answers that some test can tell apart."""
    if spec.type == "int":
        edges = {int(t.value) + step for t in tests if isinstance(t.value, int) for step in (-1, 0, 1)}
        return [n for n in sorted(edges or {spec.min}) if spec.min <= n <= spec.max]
    if spec.type == "multi":
        told = sorted({str(t.value) for t in tests if t.op == "has"} - {NONE})
        stated = set(now) - {UNKNOWN, NONE} if isinstance(now, tuple) else set()
        something = _untold(spec, told) if any(t.value == NONE for t in tests) else []
        return list(dict.fromkeys([(NONE,), *_lists(stated, told), *something]))
    return list(spec.values)


def _lists(stated: set[str], told: list[str]) -> Iterator[FactValue]:
    """The list with other values in or out: all such lists where few values matter, else one value at a time."""
    most = len(told) if len(told) <= FEW_VALUES else 1
    for count in range(1, most + 1):
        for values in combinations(told, count):
            yield tuple(sorted(stated.symmetric_difference(values))) or (NONE,)


def _untold(spec: FactSpec, told: list[str]) -> list[FactValue]:
    """Something, but nothing that any test looks for: not the same as nothing where a test asks for nothing."""
    others = [value for value in spec.values if value not in told and value != NONE]
    return [(others[0],)] if others else []


def _tests_behind(program: Program, target: str) -> dict[str, list[FactTest]]:
    found: dict[str, list[FactTest]] = {}
    seen: set[str] = set()
    pending = list(program.rank) if target == LEVEL else [target]
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        for unit in program.reaching(name):
            for atom in atoms(unit.rule.condition):
                if isinstance(atom, FactTest):
                    found.setdefault(atom.fact, []).append(atom)
                elif isinstance(atom, StateTest):
                    pending.append(atom.conclusion)
                elif isinstance(atom, ScoreTest):
                    pending.append(atom.score)
                elif isinstance(atom, LevelTest):
                    pending += list(program.rank)
    return found
