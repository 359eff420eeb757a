"""A bench for trying rules out: makes profiles that meet given tests, and infers on them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice, product
from typing import Any

from ..conditions import Atom, FactTest, LevelTest, ScoreTest, StateTest
from ..dnf import Alternative
from ..facts import FactReader, classes_of, fact_specs
from ..inference import Outcome, infer
from ..model import NONE, UNKNOWN, FactSpec, show_value
from ..program import Program

DEPTH = 6
"""How many conclusions deep a profile is sought."""
MOST_WAYS = 6
"""Ways tried of bringing one thing about."""
MOST_ADDING = 4
"""Rules that are put together to make up a score."""


class Bench:
    """Tries profiles on one compiled pack."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        specs = fact_specs(compiled)
        self.program, self.reader = Program(compiled, specs), FactReader(specs, classes_of(compiled))
        self._derived_of: dict[tuple[str, str], tuple[str, str]] = {}
        for fact, table in self.reader.classes.items():
            for spec in specs.values():
                if spec.derived_from == fact:
                    for value, classes in table.items():
                        for name in classes:
                            self._derived_of.setdefault((spec.id, name), (fact, value))

    def infer(self, facts: dict[str, Any]) -> Outcome:
        """What follows from these facts, without the engine."""
        return infer(self.program, None, self.reader.normalise(facts))

    def unhold(self, facts: dict[str, Any], names: tuple[str, ...]) -> tuple[dict[str, Any], Outcome]:
        """Answer what holds `names` back so that they stand, as far as some answer does it."""
        outcome = self.infer(facts)
        for _ in range(12):
            open_facts = [fact for name in names if outcome.states.get(name) == "withheld" for fact in outcome.missing[name]]
            options = [{**facts, fact: answer} for fact in open_facts[:1] for answer in self._answers(self.program.specs[fact])]
            tried = [(one, self.infer(one)) for one in options]
            better = [(one, found) for one, found in tried if all(found.states.get(n) in ("concluded", "withheld") for n in names)]
            if not better:
                break
            facts, outcome = min(better, key=lambda pair: sum(len(pair[1].missing.get(name, ())) for name in names))
        return facts, outcome

    def _answers(self, spec: FactSpec) -> list[Any]:
        if spec.type == "multi":
            return [[NONE], *([value] for value in spec.values if value != NONE)]
        return [spec.min, spec.max] if spec.type == "int" else list(spec.values)

    def grounds(self, alternative: Alternative, depth: int = DEPTH) -> Iterator[Alternative]:
        """Tests on facts alone that should bring `alternative` about, through the conclusions, scores and levels it rests on."""
        facts = tuple((atom, holds) for atom, holds in alternative if isinstance(atom, FactTest))
        ways = [list(islice(self._ways(atom, depth), MOST_WAYS)) for atom, holds in alternative if holds and not isinstance(atom, FactTest)]
        for chosen in islice(product(*ways), MOST_WAYS):
            yield facts + tuple(chain.from_iterable(chosen))

    def grounds_of(self, name: str, depth: int = DEPTH) -> Iterator[Alternative]:
        """The same for every rule that concludes `name`."""
        units = [unit for unit in self.program.sources_of.get(name, ()) if name in unit.concludes]
        return (found for unit in units for one in unit.alternatives for found in self.grounds(one, depth))

    def _ways(self, atom: Atom, depth: int) -> Iterator[Alternative]:
        """Some ways in which a test that is not on a fact comes to hold; where it holds from the start, no test at all."""
        if depth == 0:
            return
        if isinstance(atom, StateTest):
            yield from self._states(atom, depth - 1)
        elif isinstance(atom, LevelTest) and atom.op in ("gte", "gt", "eq"):
            least = atom.value + (atom.op == "gt")
            names = [name for name, rank in self.program.rank.items() if rank >= least and (atom.op != "eq" or rank == least)]
            yield from chain.from_iterable(self.grounds_of(name, depth - 1) for name in names)
        elif isinstance(atom, ScoreTest) and atom.op in ("gte", "gt", "eq"):
            yield from self._sums(atom, depth - 1)
        else:
            yield ()

    def _states(self, atom: StateTest, depth: int) -> Iterator[Alternative]:
        if atom.state != "vetoed":
            yield from self.grounds_of(atom.conclusion, depth)
            return
        vetoes = [one for unit in self.program.vetoers.get(atom.conclusion, ()) for one in unit.alternatives]
        for one in vetoes:
            against = list(islice(self.grounds(one, depth), MOST_WAYS))
            for reached, vetoed in product(islice(self.grounds_of(atom.conclusion, depth), MOST_WAYS), against):
                yield reached + vetoed

    def _sums(self, atom: ScoreTest, depth: int) -> Iterator[Alternative]:
        """Rules whose points together are enough, the fewest first."""
        points = {unit: dict(unit.scores)[atom.score] for unit in self.program.sources_of[atom.score] if atom.score in dict(unit.scores)}
        adding = sorted((unit for unit in points if points[unit] > 0), key=lambda unit: (-points[unit], unit.number))
        for count in range(MOST_ADDING + 1):
            for units in combinations(adding, count):
                if sum(points[unit] for unit in units) >= atom.value + (atom.op == "gt"):
                    each = [[found for one in unit.alternatives for found in islice(self.grounds(one, depth), 1)] for unit in units]
                    yield from (tuple(chain.from_iterable(chosen)) for chosen in product(*each))

    def facts_for(self, *parts: Alternative) -> dict[str, Any] | None:
        """Facts that meet every test on facts in `parts`; None when the tests clash."""
        facts: dict[str, Any] = {}
        tests = [(atom, holds) for part in parts for atom, holds in part if isinstance(atom, FactTest)]
        for atom, holds in tests:
            if not self._meet(facts, atom, holds):
                return None
        return facts

    def _meet(self, facts: dict[str, Any], atom: FactTest, holds: bool) -> bool:
        spec = self.program.specs[atom.fact]
        if atom.op == "unknown":
            return not holds or facts.setdefault(spec.id, UNKNOWN) == UNKNOWN
        if spec.type == "multi":
            return self._meet_list(facts, spec, str(atom.value), holds)
        fits = [value for value in self._domain(spec, atom) if self._fits(atom, value) is holds]
        if spec.id in facts:
            return facts[spec.id] in fits
        if not fits:
            return False
        facts[spec.id] = fits[0]
        return True

    def _meet_list(self, facts: dict[str, Any], spec: FactSpec, value: str, holds: bool) -> bool:
        if spec.derived_from:
            if not holds:
                return True
            spec, value = self.program.specs[spec.derived_from], self._derived_of.get((spec.id, value), ("", ""))[1]
            if not value:
                return False
        listed = facts.setdefault(spec.id, [])
        if holds and value not in listed:
            listed.append(value)
        return holds or value not in listed

    def _domain(self, spec: FactSpec, atom: FactTest) -> list[Any]:
        if spec.type != "int":
            return list(spec.values)
        assert isinstance(atom.value, int)
        return [n for n in (atom.value, atom.value - 1, atom.value + 1, spec.min, spec.max) if spec.min <= n <= spec.max]

    def _fits(self, atom: FactTest, value: Any) -> bool:
        if atom.op == "in":
            assert isinstance(atom.value, tuple)
            return value in atom.value
        assert isinstance(atom.value, int)
        return bool({"lt": value < atom.value, "lte": value <= atom.value, "gt": value > atom.value,
                     "gte": value >= atom.value, "eq": value == atom.value}[atom.op])


def tidy(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts fit for `normalise`: empty lists deny all, "none" stands alone."""
    return {
        name: ([NONE] if not value or value == [NONE] else [v for v in value if v != NONE]) if isinstance(value, list) else value
        for name, value in facts.items()
    }


def shown(facts: dict[str, Any]) -> str:
    """A profile in one line of a message."""
    return ", ".join(f"{n}={show_value(tuple(v) if isinstance(v, list) else v)}" for n, v in facts.items())
