"""Why: the proof of a conclusion, from the rules that fired down to what the person said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..conditions import FactTest, LevelTest, ScoreTest, StateTest, atoms
from ..inference import veto_view
from ..model import UNKNOWN, FactValue
from ..program import LEVEL_PREFIX
from .proof import Added, Against, Cited, Proof, Step, Tally

if TYPE_CHECKING:
    from ..knowledge_base import KnowledgeBase
    from ..possible import Possible
    from ..result import Result
    from ..units import Unit


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
        vetoes = tuple(_against(kb, result, unit, view) for unit in program.vetoers.get(conclusion, ()))
    pack = f"{result.pack.id} {result.pack.version}"
    say = kb.text(conclusion, facts=result.facts).say
    return Proof(conclusion, result.state(conclusion), say, pack, cited, steps, vetoes)


def _against(kb: KnowledgeBase, result: Result, unit: Unit, view: Possible) -> Against:
    facts = {atom.fact for atom in atoms(unit.rule.condition) if isinstance(atom, FactTest)}
    said = {name: value for name, value in result.facts.items() if name in facts}
    if any(fired is unit for fired, _ in result._outcome.fired):
        return Against(unit.rule.id, True, said, _step(kb, result, unit).rests_on)
    return Against(unit.rule.id, view.truth(unit.rule.condition, as_veto=True), said)


def _step(kb: KnowledgeBase, result: Result, unit: Unit) -> Step:
    number = next(n for fired, n in result._outcome.fired if fired is unit)
    facts: dict[str, FactValue] = {}
    said: dict[str, FactValue] = {}
    tests: list[str] = []
    below: list[Proof] = []
    tallies: dict[str, Tally] = {}
    for atom, holds in unit.alternatives[number]:
        if isinstance(atom, FactTest):
            facts[atom.fact] = result.facts.get(atom.fact, UNKNOWN)
            source = result._program.specs[atom.fact].derived_from
            if source in result.facts:
                said[source] = result.facts[source]
            continue
        if isinstance(atom, StateTest) and holds:
            below.append(prove(kb, result, atom.conclusion))
        else:
            tests.append(unit.named(atom, holds))
        if isinstance(atom, ScoreTest):
            tallies[atom.score] = _tally(kb, result, atom.score)
        elif isinstance(atom, LevelTest) and holds and result.level:
            below.append(prove(kb, result, LEVEL_PREFIX + result.level))
    rule = unit.rule
    return Step(rule.id, rule.file, rule.line, facts, said, tuple(tests), tuple(below), tuple(tallies.values()))


def _tally(kb: KnowledgeBase, result: Result, score: str) -> Tally:
    outcome = result._outcome
    adding = [(unit, points) for unit, _ in outcome.fired for name, points in unit.scores if name == score]
    return Tally(score, outcome.scores.get(score, 0), tuple(Added(points, _step(kb, result, unit)) for unit, points in adding))
