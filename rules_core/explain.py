"""Why: a proof tree from a conclusion down to what the person said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from .conditions import FactTest, StateTest, atoms
from .inference import veto_view
from .model import FactValue, show_value

if TYPE_CHECKING:
    from .knowledge_base import KnowledgeBase
    from .result import Result
    from .units import Unit

STATE_WORDS = {"concluded": "stands", "vetoed": "was ruled out", "withheld": "is held back", "": "was not reached"}


class Cited(NamedTuple):
    """A citation of a proof node: who says so, and how strong that is."""

    source: str
    title: str
    publisher: str
    grade: str
    locator: str


class Step(NamedTuple):
    """One rule that reached the conclusion: the facts it matched and the conclusions it rests on."""

    rule: str
    file: str
    line: int
    facts: Mapping[str, FactValue]
    rests_on: tuple[Proof, ...]


class Against(NamedTuple):
    """One veto on the conclusion: `holds` is true (it fell), None (not ruled out) or false (survived)."""

    rule: str
    holds: bool | None
    facts: Mapping[str, FactValue]


class Proof(NamedTuple):
    """Why a conclusion has the state it has, in this result and this pack version."""

    conclusion: str
    state: str
    say: str
    pack: str
    evidence: tuple[Cited, ...]
    steps: tuple[Step, ...]
    vetoes: tuple[Against, ...]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The tree as indented lines of text."""
        pad = "  " * depth
        cited = f" [{', '.join(f'{c.source} {c.grade}' for c in self.evidence)}]" if self.evidence else ""
        yield f"{pad}{self.conclusion} {STATE_WORDS[self.state]}{cited}"
        for step in self.steps:
            said = " and ".join(f"{name} = {show_value(value)}" for name, value in step.facts.items())
            yield f"{pad}  by {step.rule} ({self.pack}, {step.file}:{step.line}){': ' + said if said else ''}"
            for below in step.rests_on:
                yield from below.lines(depth + 2)
        for veto in self.vetoes:
            said = ", ".join(f"{name} = {show_value(value)}" for name, value in veto.facts.items())
            verdict = {True: "fell to", None: "could fall to", False: "survived"}[veto.holds]
            yield f"{pad}  {verdict} {veto.rule}{' (' + said + ')' if said else ''}"

    def to_dict(self) -> dict[str, Any]:
        """The tree as plain data."""
        return {
            "conclusion": self.conclusion,
            "state": self.state,
            "say": self.say,
            "pack": self.pack,
            "evidence": [cited._asdict() for cited in self.evidence],
            "steps": [
                {"rule": s.rule, "file": s.file, "line": s.line, "facts": dict(s.facts),
                 "rests_on": [below.to_dict() for below in s.rests_on]}
                for s in self.steps
            ],
            "vetoes": [{"rule": v.rule, "holds": v.holds, "facts": dict(v.facts)} for v in self.vetoes],
        }


def prove(kb: KnowledgeBase, result: Result, conclusion: str) -> Proof:
    """The proof of `conclusion` in `result`; its steps are empty where no rule reached it."""
    entry = kb.entry(conclusion)
    outcome, program = result._outcome, result._program
    steps = tuple(_step(kb, result, unit) for unit in outcome.reached_by.get(conclusion, ()))
    cited = tuple(
        Cited(e.source, kb.source(e.source).title, kb.source(e.source).publisher, e.grade, e.locator)
        for e in entry.evidence
    )
    vetoes: tuple[Against, ...] = ()
    if steps:
        view = veto_view(program, program.stratum_of[conclusion], outcome)
        vetoes = tuple(
            Against(unit.rule.id, view.truth(unit.rule.condition, as_veto=True), _facts(result, unit))
            for unit in program.vetoers.get(conclusion, ())
        )
    pack = f"{result.pack.id} {result.pack.version}"
    say = kb.text(conclusion, facts=result.facts).say
    return Proof(conclusion, result.state(conclusion), say, pack, cited, steps, vetoes)


def _step(kb: KnowledgeBase, result: Result, unit: Unit) -> Step:
    number = next(n for fired, n in result._outcome.fired if fired is unit)
    facts: dict[str, FactValue] = {}
    below: list[Proof] = []
    for atom, holds in unit.alternatives[number]:
        if isinstance(atom, FactTest):
            facts[atom.fact] = result.facts.get(atom.fact, "unknown")
        elif isinstance(atom, StateTest) and holds:
            below.append(prove(kb, result, atom.conclusion))
    return Step(unit.rule.id, unit.rule.file, unit.rule.line, facts, tuple(below))


def _facts(result: Result, unit: Unit) -> dict[str, FactValue]:
    tested = {atom.fact for atom in atoms(unit.rule.condition) if isinstance(atom, FactTest)}
    return {name: value for name, value in result.facts.items() if name in tested}
