"""The next best question: what is still open that could change the decision, most dangerous first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .conditions import Condition, FactTest, LevelTest, ScoreTest
from .model import UNKNOWN, FactSpec, Screen
from .possible import F, T, U, possible
from .program import LEVEL_PREFIX, Program, Unit
from .result import Result
from .views import concerns


@dataclass(frozen=True)
class Question:
    """What to ask next.

    `facts` are the open facts it settles (several where a screening question covers them), `ask` its
    words, `reason` why, and `decides` the conclusions that hang on it, the gravest first.
    """

    facts: tuple[str, ...]
    ask: str
    reason: str
    decides: tuple[str, ...]
    screen: str = ""


def next_question(
    program: Program, decision: Mapping[str, Any], screens: tuple[Screen, ...], result: Result, asked: Collection[str]
) -> Question | None:
    """The best next question, or None when no answer can change the pack's decision any more.

    Facts in `asked` are not asked again, facts of the turn never, and facts with an `ask_if` only where it holds.
    Sound: over every way of answering what else is still open, None means that level and deciding conclusions
    stay as they are.
    """
    found = _Search(program, result, frozenset(asked)).open_facts(decision)
    if not found:
        return None
    order = {name: number for number, name in enumerate(program.specs)}
    best = min(found, key=lambda name: (-found[name].weight, order[name]))
    return _question(program, screens, found, best)


def _question(program: Program, screens: tuple[Screen, ...], found: Mapping[str, Weight], best: str) -> Question:
    decides = tuple(sorted(found[best].decides, key=lambda name: (-program.rank.get(name, 0), name)))
    for screen in screens:
        together = tuple(name for name in screen.facts if name in found)
        if best in together and len(together) > 1:
            return Question(together, screen.ask, screen.because, decides, screen.id)
    spec = program.specs[best]
    return Question((best,), spec.ask, spec.because, decides)


@dataclass
class Weight:
    """How much hangs on a fact: the highest level it may bring, and the conclusions it may decide."""

    weight: int
    decides: set[str]


class _Search:
    """One pass back from the undecided part of the decision to the facts that are still open."""

    def __init__(self, program: Program, result: Result, asked: frozenset[str]) -> None:
        self.program = program
        given = {**dict.fromkeys(asked, UNKNOWN), **result.facts}
        self.concerns = {name: concerns(name, given, program.specs) for name, spec in program.specs.items() if not spec.derived_from}
        closed = {name for name, truth in self.concerns.items() if truth is False}
        self.view = possible(program, result.facts, closed=asked | closed)

    def open_facts(self, decision: Mapping[str, Any]) -> dict[str, Weight]:
        found: dict[str, Weight] = {}
        for target in self.targets(decision):
            weight = self.program.rank.get(target, 0)
            for fact in self.facts_behind(target):
                entry = found.setdefault(fact, Weight(0, set()))
                entry.weight = max(entry.weight, weight)
                entry.decides.add(target)
        return found

    def targets(self, decision: Mapping[str, Any]) -> Iterator[str]:
        """Conclusions of the decision that may or may not come to stand; a level only while it would be a rise."""
        kinds = set(decision.get("kinds", ()))
        low = self.view.ranks[0]
        for name, states in self.view.states.items():
            if len(states) < 2 or "concluded" not in states:
                continue
            if name.startswith(LEVEL_PREFIX):
                if decision.get("level") and self.program.rank.get(name, 0) > low:
                    yield name
            elif self.program.kind_of[name] in kinds:
                yield name

    def facts_behind(self, target: str) -> set[str]:
        found: set[str] = set()
        seen = {target}
        pending = [self._open(unit) for unit in self.program.reaching(target)]
        while pending:
            condition = pending.pop()
            if condition is None:
                continue
            for atom in self.view.open_atoms(condition):
                if isinstance(atom, FactTest):
                    found |= self._first(self.program.specs[atom.fact])
                    continue
                for name in self._names(atom):
                    if name not in seen:
                        seen.add(name)
                        pending += [self._open(unit) for unit in self.program.reaching(name)]
        return found

    def _first(self, spec: FactSpec) -> set[str]:
        """The fact itself, or those that decide whether it is asked at all."""
        spec = self.program.specs[spec.derived_from or spec.id]
        if self.concerns[spec.id]:
            return {spec.id}
        return {name for other in spec.ask_if if other not in self.view.facts for name in self._first(self.program.specs[other])}

    def _open(self, unit: Unit) -> Condition | None:
        bits = self.view.judge(unit.rule.condition)
        return None if bits in (T, F, U) else unit.rule.condition

    def _names(self, atom: Any) -> list[str]:
        if isinstance(atom, LevelTest):
            return list(self.program.rank)
        return [atom.score if isinstance(atom, ScoreTest) else atom.conclusion]
