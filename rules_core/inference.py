"""One inference: facts through the strata to conclusions, vetoes, withheld conclusions and a trace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .ahead import possible_behind_vetoes
from .conditions import Condition, FactTest, LevelTest, ScoreTest, Truth, evaluate
from .errors import EngineError
from .kernel import Engine
from .model import FactValue
from .possible import Possible
from .program import Program
from .units import Unit, Way
from .views import Now


@dataclass
class Outcome:
    """What an inference found, in the program's own terms."""

    facts: Mapping[str, FactValue]
    fired: list[Way] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    vetoed_by: dict[str, list[Unit]] = field(default_factory=dict)
    withheld_by: dict[str, list[Unit]] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scores: dict[str, int] = field(default_factory=dict)
    rank: int = 0

    @cached_property
    def reached_by(self) -> dict[str, list[Unit]]:
        """The fired units behind every conclusion that was reached."""
        found: dict[str, list[Unit]] = {}
        for unit, _ in self.fired:
            for name in unit.concludes:
                found.setdefault(name, []).append(unit)
        return found


def infer(program: Program, engine: Engine | None, facts: Mapping[str, FactValue]) -> Outcome:
    """Run `facts` (normalised) through every stratum. Without an engine the Python evaluator answers."""
    outcome = Outcome(facts)
    if facts:
        parts = program.encoder.encode(facts)
        for stratum in range(len(program.strata)):
            fired = _fire(program, engine, stratum, parts, outcome)
            if fired:
                _apply(program, stratum, fired, outcome, parts)
    return outcome


def _fire(program: Program, engine: Engine | None, stratum: int, parts: list[str], outcome: Outcome) -> list[Way]:
    if engine is None:
        return evaluate_stratum(program, program.by_stratum[stratum], outcome)
    found: list[int] = []
    for shard in program.shards[stratum]:
        picked = shard.pick(parts)
        if shard.triggers is not None and shard.triggers.isdisjoint(picked):
            continue
        try:
            found += engine.fire(shard.number, "".join(picked))
        except EngineError:
            units = {program.ways[place][0]: None for place in program.rulesets[shard.number].rules}
            found += [unit.place + number for unit, number in evaluate_stratum(program, units, outcome)]
    found.sort()
    ways = [program.ways[place] for place in found]
    return _first_ways(ways) if program.forked[stratum] else ways


def _first_ways(ways: list[Way]) -> list[Way]:
    """Of several alternatives that hold, each unit's first; `ways` are in order."""
    return [way for number, way in enumerate(ways) if number == 0 or ways[number - 1][0] is not way[0]]


def evaluate_stratum(program: Program, units: Iterable[Unit], outcome: Outcome) -> list[Way]:
    """The units that hold, by the Python evaluator of the same conditions."""
    view = Now(outcome.facts, program.specs, outcome.states, outcome.scores, outcome.rank)
    fired: list[Way] = []
    for unit in units:
        if evaluate(unit.rule.condition, view) is True:
            fired.append((unit, _first_alternative(unit, view)))
    return fired


def _first_alternative(unit: Unit, view: Now) -> int:
    for number, one in enumerate(unit.alternatives):
        if all(evaluate(atom, view) is holds for atom, holds in one):
            return number
    return 0


def _apply(program: Program, stratum: int, fired: list[Way], outcome: Outcome, parts: list[str]) -> None:
    """Record what the fired units of one stratum did: conclusions first, then vetoes over them."""
    outcome.fired += fired
    new = dict.fromkeys([name for unit, _ in fired for name in unit.concludes], "concluded")
    if program.scoring[stratum]:
        for unit, _ in fired:
            for name, points in unit.scores:
                outcome.scores[name] = outcome.scores.get(name, 0) + points
    if program.vetoing[stratum]:
        _veto(program, new, {unit.number for unit, _ in fired}, outcome)
    outcome.states.update(new)
    if program.ranking[stratum]:
        risen = [program.rank[name] for name, state in new.items() if name in program.rank and state == "concluded"]
        outcome.rank = max(outcome.rank, *risen, 0)
    program.encoder.add(parts, new, outcome.scores, outcome.rank)


def _veto(program: Program, new: dict[str, str], fired: set[int], outcome: Outcome) -> None:
    """A true veto removes its target; one that is not ruled out holds it back."""
    judged: dict[int, Truth] = {}
    view: Possible | None = None
    for name in new:
        units = program.vetoers.get(name)
        if not units:
            continue
        sure = [unit for unit in units if unit.number in fired]
        if sure:
            new[name] = "vetoed"
            outcome.vetoed_by[name] = sure
            continue
        view = view or veto_view(program, units[0].stratum, outcome)
        for unit in units:
            if unit.number not in judged:
                judged[unit.number] = view.truth(unit.rule.condition, as_veto=True)
        unsure = [unit for unit in units if judged[unit.number] is not False]
        if unsure:
            new[name] = "withheld"
            outcome.withheld_by[name] = unsure
            behind = {fact for unit in unsure for fact in facts_behind(program, unit.rule.condition, view)}
            outcome.missing[name] = tuple(fact for fact in program.specs if fact in behind)


def veto_view(program: Program, stratum: int, outcome: Outcome) -> Possible:
    """How vetoes of a stratum are judged: what is open is unknown, but the level is the one reached.

    Red flags are asked for by questions of their own. Were the level open too, every one of them
    would have to be ruled out before any advice at all.
    """
    return possible_behind_vetoes(program, outcome.facts, stratum, outcome.rank)


def facts_behind(program: Program, condition: Condition, view: Possible) -> set[str]:
    """The facts whose answers may still decide `condition`, through earlier conclusions down to what is asked."""
    found: set[str] = set()
    seen: set[str] = set()
    pending = [condition]
    while pending:
        for atom in view.open_atoms(pending.pop(), as_veto=True):
            if isinstance(atom, FactTest):
                spec = program.specs[atom.fact]
                found.add(spec.derived_from or spec.id)
            elif not isinstance(atom, LevelTest):
                name = atom.score if isinstance(atom, ScoreTest) else atom.conclusion
                if name not in seen:
                    seen.add(name)
                    pending += [unit.rule.condition for unit in program.reaching(name)]
    return found
