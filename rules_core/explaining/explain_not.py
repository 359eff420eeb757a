"""Why not: what keeps each rule that could have reached a conclusion from holding, down to facts."""

from __future__ import annotations

from ..ahead import possible
from ..clash import clashes
from ..conditions import All, AnyOf, Condition, FactTest, LevelTest, Not, ScoreTest, StateTest
from ..dnf import Alternative
from ..model import UNKNOWN
from ..possible import F, Possible
from ..program import Program
from ..result import Result
from ..units import Unit
from .why_not import Refuted, RuleGap, WhyNot


def why_not(program: Program, result: Result, conclusion: str) -> WhyNot:
    """The explanation for `conclusion` in `result`; its `rules` are empty where it was reached."""
    return _Teller(program, result).tell(conclusion, frozenset())


class _Teller:
    """Explains conclusions and scores of one result."""

    def __init__(self, program: Program, result: Result) -> None:
        self.program, self.result = program, result
        self.view = possible(program, result.facts)

    def tell(self, conclusion: str, seen: frozenset[str]) -> WhyNot:
        """Why `conclusion` was not reached, or does not stand; what is `seen` is being explained above."""
        outcome, state = self.result._outcome, self.result.state(conclusion)
        if state:
            return WhyNot(
                conclusion, state, (),
                tuple(u.rule.id for u in outcome.vetoed_by.get(conclusion, ())),
                tuple(u.rule.id for u in outcome.withheld_by.get(conclusion, ())),
                outcome.missing.get(conclusion, ()),
            )
        units = [unit for unit in self.program.sources_of.get(conclusion, ()) if conclusion in unit.concludes]
        return self._gaps(conclusion, units, seen)

    def _score(self, test: ScoreTest, wanted: bool, seen: frozenset[str]) -> WhyNot:
        """Why no more was added to a score, or no more taken off it."""
        more = (test.op in ("gte", "gt", "eq")) is wanted
        fired = {unit.number for unit, _ in self.result._outcome.fired}
        units = [
            unit for unit in self.program.sources_of.get(test.score, ()) if unit.number not in fired
            and any(name == test.score and (points > 0) is more for name, points in unit.scores)
        ]
        value = self.result.scores.get(test.score, 0)
        return self._gaps(f"score {test.score}", units, seen)._replace(conclusion=f"score {test.score} is {value}", state="scored")

    def _gaps(self, name: str, units: list[Unit], seen: frozenset[str]) -> WhyNot:
        found = [_Collector(self.view, self.result, unit) for unit in units]
        seen |= {name}
        below = [self.tell(one, seen) for one in sorted({one for each in found for one in each.conclusions} - seen)]
        scores = {f"score {test.score}": (test, wanted) for each in found for test, wanted in each.scores}
        below += [self._score(test, wanted, seen) for one, (test, wanted) in sorted(scores.items()) if one not in seen]
        return WhyNot(name, "", tuple(each.gap() for each in found), below=tuple(below))


class _Collector:
    """Walks the condition of a rule for the tests that keep it from holding."""

    def __init__(self, view: Possible, result: Result, unit: Unit) -> None:
        self.view, self.result, self.unit = view, result, unit
        settled = view.judge(unit.rule.condition) == F
        self.is_refuted = settled or all(self._fails(one) for one in unit.alternatives)
        self.refuted: list[Refuted] = []
        self.not_asked: list[str] = []
        self.unsure: list[str] = []
        self.missing: list[str] = []
        self.conclusions: list[str] = []
        self.scores: list[tuple[ScoreTest, bool]] = []
        if settled or not self.is_refuted:
            self.collect(unit.rule.condition, True, settled)
        else:
            self._refute_each()

    def gap(self) -> RuleGap:
        """What was found."""
        return RuleGap(
            self.unit.rule.id, False if self.is_refuted else None,
            tuple(dict.fromkeys(self.refuted)), tuple(dict.fromkeys(self.not_asked)),
            tuple(dict.fromkeys(self.unsure)), tuple(dict.fromkeys(self.missing)),
        )

    def _fails(self, alternative: Alternative) -> bool:
        truths = [(self.view.truth(atom), holds) for atom, holds in alternative]
        return any(truth is (not holds) for truth, holds in truths) or clashes(alternative, self.view.specs)

    def _refute_each(self) -> None:
        """Note what has settled each alternative; those left over clash within themselves."""
        for alternative in self.unit.alternatives:
            for atom, holds in alternative:
                if self.view.truth(atom) is (not holds):
                    self._note(atom, holds, True)
        if not (self.refuted or self.missing):
            self.missing.append("tests that go together")

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
                asked = spec.derived_from or spec.id
                (self.unsure if self.result.facts.get(asked) == UNKNOWN else self.not_asked).append(asked)
            return
        assert isinstance(atom, StateTest | ScoreTest | LevelTest)
        self.missing.append(self.unit.named(atom, wanted))
        if isinstance(atom, StateTest):
            self.conclusions.append(atom.conclusion)
        elif isinstance(atom, ScoreTest):
            self.scores.append((atom, wanted))


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
