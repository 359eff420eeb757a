"""The next best question: what is still open that could change the decision, most dangerous first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from .ahead import possible_behind_decision
from .conditions import FactTest, LevelTest, ScoreTest
from .model import UNKNOWN, FactSpec, Screen
from .possible import T
from .program import LEVEL_PREFIX, Program
from .result import Result
from .views import concerns


class Question(NamedTuple):
    """What to ask next.

    `facts` are the open facts it settles (several where a screening question covers them), `ask` its
    words, `reason` why, and `decides` the conclusions that hang on it, the gravest first.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> question = kb.next_question(kb.infer({"leaf": "yellow"}))
    >>> question.facts, question.reason, question.screen
    (('soil',), 'it tells too much water from too little', '')
    """

    facts: tuple[str, ...]
    ask: str
    reason: str
    decides: tuple[str, ...]
    screen: str = ""


def next_question(program: Program, screens: tuple[Screen, ...], result: Result, asked: Collection[str]) -> Question | None:
    """The best next question, or None when no answer can change the pack's decision any more.

    Facts in `asked` are not asked again, facts of the turn never, and facts with an `ask_if` only where it holds.
    Sound: over every way of answering what else is still open, None means that level and deciding conclusions
    stay as they are; or that the level has been reached at which the pack's interview stops.
    """
    if program.stops_at and result._outcome.rank >= program.stops_at:
        return None
    search = _Search(program, result, frozenset(asked))
    found = search.open_facts()
    if not found:
        return None
    order = {name: number for number, name in enumerate(program.specs)}
    gravest = {name: max(program.rank.get(target, 0) for target in decides) for name, decides in found.items()}
    best = min(found, key=lambda name: (-gravest[name], order[name]))
    return _question(program, screens, found, best, search.may_follow())


def _question(
    program: Program, screens: tuple[Screen, ...], found: Mapping[str, set[str]], best: str, may_follow: Collection[str]
) -> Question:
    """The question that settles `best`: a screen for all that is open in it, what another answer may bring up among it."""
    decides = tuple(sorted(found[best], key=lambda name: (-program.rank.get(name, 0), name)))
    for screen in screens:
        together = tuple(name for name in screen.facts if name in found or name in may_follow)
        if best in together and len(together) > 1:
            return Question(together, screen.ask, screen.because, decides, screen.id)
    spec = program.specs[best]
    return Question((best,), spec.ask, spec.because, decides)


_Asked = tuple[str, bool]
"""A conclusion or score, and whether it is asked after by a veto, for which the unknown counts."""


class _Search:
    """One pass back from the undecided part of the decision to the facts that are still open."""

    def __init__(self, program: Program, result: Result, asked: frozenset[str]) -> None:
        self.program = program
        self.given = {**dict.fromkeys(asked, UNKNOWN), **result.facts}
        self.concerns = {name: concerns(name, self.given, program.specs) for name, spec in program.specs.items() if not spec.derived_from}
        closed = {name for name, truth in self.concerns.items() if truth is False}
        self.view = possible_behind_decision(program, result.facts, asked | closed)
        self._wanted: dict[_Asked, tuple[set[str], set[_Asked]]] = {}

    def open_facts(self) -> dict[str, set[str]]:
        """For each open fact, the conclusions of the decision that it may decide."""
        found: dict[str, set[str]] = {}
        for target in self.targets():
            for fact in self.facts_behind(target):
                found.setdefault(fact, set()).add(target)
        return found

    def may_follow(self) -> set[str]:
        """Facts not known of which an open answer decides whether they are asked by themselves."""
        return {name for name, truth in self.concerns.items() if truth is None and name not in self.given}

    def targets(self) -> Iterator[str]:
        """Conclusions of the decision that may or may not come to stand; a level only while it would be a rise."""
        decision, low = self.program.decision, self.view.ranks[0]
        kinds = set(decision.get("kinds", ()))
        for name, states in self.view.said.states.items():
            if len(states) < 2 or "concluded" not in states:
                continue
            if name.startswith(LEVEL_PREFIX):
                if decision.get("level") and self.program.rank.get(name, 0) > low:
                    yield name
            elif self.program.kind_of[name] in kinds:
                yield name

    def facts_behind(self, target: str) -> set[str]:
        """The open facts that may decide `target`, through whatever is concluded on the way."""
        found: set[str] = set()
        start = (target, False)
        seen, pending = {start}, [start]
        while pending:
            facts, names = self.wanted(*pending.pop())
            found |= facts
            pending += names - seen
            seen |= names
        return found

    def wanted(self, name: str, as_veto: bool) -> tuple[set[str], set[_Asked]]:
        """The open facts and the earlier conclusions that rules about `name`, and vetoes on it, still wait for."""
        if (name, as_veto) not in self._wanted:
            facts: set[str] = set()
            names: set[_Asked] = set()
            sources, vetoers = self.program.sources_of.get(name, ()), self.program.vetoers.get(name, ())
            for unit, judged_so in (*((unit, as_veto) for unit in sources), *((unit, True) for unit in vetoers)):
                if not judged_so and not self.view.judge(unit.rule.condition) & T:
                    continue  # false or unknown, it brings nothing about
                for atom in self.view.open_atoms(unit.rule.condition, judged_so):
                    if isinstance(atom, FactTest):
                        facts |= self._first(self.program.specs[atom.fact])
                    elif isinstance(atom, LevelTest):
                        names.update((level, False) for level in self.program.rank)
                    else:
                        names.add((atom.score if isinstance(atom, ScoreTest) else atom.conclusion, judged_so))
            self._wanted[name, as_veto] = facts, names
        return self._wanted[name, as_veto]

    def _first(self, spec: FactSpec) -> set[str]:
        """The fact itself, or those that decide whether it is asked at all."""
        spec = self.program.specs[spec.derived_from or spec.id]
        if self.concerns[spec.id]:
            return {spec.id}
        return {name for other in spec.ask_if if other not in self.view.facts for name in self._first(self.program.specs[other])}
