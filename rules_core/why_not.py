"""Why not: for every rule that could have reached a conclusion, what refutes it or what it waits for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .ahead import possible
from .conditions import All, AnyOf, Condition, FactTest, LevelTest, Not, ScoreTest, StateTest
from .model import FactValue, show_value
from .possible import F, Possible
from .program import Program
from .result import Result
from .units import Unit


class Refuted(NamedTuple):
    """A known answer that a rule cannot accept: `needed` says what it would have to be."""

    fact: str
    value: FactValue
    needed: str


class RuleGap(NamedTuple):
    """Why one rule did not hold: refuted for good (`truth` false), or still open (None)."""

    rule: str
    truth: bool | None
    refuted: tuple[Refuted, ...]
    not_asked: tuple[str, ...]
    missing: tuple[str, ...]


class WhyNot(NamedTuple):
    """Why a conclusion does not stand. `below` explains the earlier conclusions that its rules miss.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> told = kb.why_not(kb.infer({"soil": "dry"}), "is_thirsty")
    >>> told.rules[0].rule, told.rules[0].truth, told.rules[0].not_asked
    ('dry_soil', None, ('leaf',))
    """

    conclusion: str
    state: str
    rules: tuple[RuleGap, ...]
    vetoed_by: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    below: tuple[WhyNot, ...] = ()

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The explanation as indented lines of text.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> list(kb.why_not(kb.infer({"soil": "dry"}), "is_thirsty").lines())
        ['is_thirsty was not reached', '  dry_soil: open, not known: leaf']
        """
        pad = "  " * depth
        if self.state == "concluded":
            yield f"{pad}{self.conclusion} stands"
            return
        if self.vetoed_by:
            yield f"{pad}{self.conclusion} was ruled out by {', '.join(self.vetoed_by)}"
            return
        if self.state == "withheld":
            yield f"{pad}{self.conclusion} is held back by {', '.join(self.held_by)} until known: {', '.join(self.waits_for)}"
            return
        yield f"{pad}{self.conclusion} was not reached"
        for gap in self.rules:
            yield f"{pad}  {gap.rule}: {_gap(gap)}"
        for below in self.below:
            yield from below.lines(depth + 2)

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.why_not(kb.infer({"soil": "wet"}), "is_thirsty").to_dict()["rules"][0]["refuted"]
        [{'fact': 'soil', 'value': 'wet', 'needed': 'dry'}]
        """
        return {
            "conclusion": self.conclusion,
            "state": self.state,
            "rules": [
                {"rule": g.rule, "truth": g.truth, "refuted": [r._asdict() for r in g.refuted],
                 "not_asked": list(g.not_asked), "missing": list(g.missing)}
                for g in self.rules
            ],
            "vetoed_by": list(self.vetoed_by), "held_by": list(self.held_by), "waits_for": list(self.waits_for),
            "below": [one.to_dict() for one in self.below],
        }


def _gap(gap: RuleGap) -> str:
    if gap.truth is None:
        return "open, not known: " + ", ".join([*gap.not_asked, *gap.missing])
    said = [f"{r.fact} is {show_value(r.value)}, needs {r.needed}" for r in gap.refuted]
    return "refuted: " + "; ".join([*said, *(f"{name} not reached" for name in gap.missing)])


def why_not(program: Program, result: Result, conclusion: str, seen: frozenset[str] = frozenset()) -> WhyNot:
    """The explanation for `conclusion` in `result`; its `rules` are empty where it was reached."""
    outcome = result._outcome
    state = result.state(conclusion)
    if state:
        return WhyNot(
            conclusion, state, (),
            tuple(u.rule.id for u in outcome.vetoed_by.get(conclusion, ())),
            tuple(u.rule.id for u in outcome.withheld_by.get(conclusion, ())),
            outcome.missing.get(conclusion, ()),
        )
    view = possible(program, result.facts)
    gaps = [_rule_gap(view, unit, result) for unit in program.sources_of.get(conclusion, ())]
    names = {name for gap in gaps for name in gap.missing if name in program.stratum_of} - seen - {conclusion}
    below = tuple(why_not(program, result, name, seen | {conclusion}) for name in sorted(names))
    return WhyNot(conclusion, "", tuple(gaps), below=below)


def _rule_gap(view: Possible, unit: Unit, result: Result) -> RuleGap:
    collected = _Collector(view, result)
    refuted = view.judge(unit.rule.condition) == F
    collected.collect(unit.rule.condition, True, refuted)
    return RuleGap(
        unit.rule.id, False if refuted else None,
        tuple(dict.fromkeys(collected.refuted)), tuple(dict.fromkeys(collected.not_asked)), tuple(dict.fromkeys(collected.missing)),
    )


class _Collector:
    """Walks a condition for the tests that keep it from holding."""

    def __init__(self, view: Possible, result: Result) -> None:
        self.view, self.result = view, result
        self.refuted: list[Refuted] = []
        self.not_asked: list[str] = []
        self.missing: list[str] = []

    def collect(self, condition: Condition, wanted: bool, settled: bool) -> None:
        """Gather what keeps `condition` from being `wanted`: the settled tests, or the open ones."""
        if isinstance(condition, Not):
            self.collect(condition.part, not wanted, settled)
            return
        if isinstance(condition, All | AnyOf):
            for part in condition.parts:
                if self._blocks(part, wanted, settled):
                    self.collect(part, wanted, settled)
            return
        self._note(condition, wanted, settled)

    def _blocks(self, part: Condition, wanted: bool, settled: bool) -> bool:
        truth = self.view.truth(part)
        return truth is (not wanted) if settled else truth is None

    def _note(self, atom: Condition, wanted: bool, settled: bool) -> None:
        if isinstance(atom, FactTest):
            if settled:
                value = self.result.facts.get(atom.fact, "unknown")
                self.refuted.append(Refuted(atom.fact, value, _needed(atom, wanted)))
            else:
                spec = self.view.specs[atom.fact]
                self.not_asked.append(spec.derived_from or spec.id)
        elif isinstance(atom, StateTest):
            self.missing.append(atom.conclusion if wanted else f"not {atom.conclusion}")
        elif isinstance(atom, ScoreTest):
            self.missing.append(f"score {atom.score} {atom.op} {atom.value}")
        elif isinstance(atom, LevelTest):
            self.missing.append(f"level {atom.op} {atom.value}")


def _needed(atom: FactTest, wanted: bool) -> str:
    words = {"lt": "less than", "lte": "at most", "gt": "more than", "gte": "at least", "eq": "exactly"}
    if atom.op == "in":
        assert isinstance(atom.value, tuple)
        text = " or ".join(atom.value)
    elif atom.op == "has":
        text = str(atom.value)
    elif atom.op == "unknown":
        text = "unknown"
    else:
        text = f"{words[atom.op]} {atom.value}"
    return text if wanted else f"not {text}"
