"""One fault on trial: is it refused on loading, noticed by a test, different for somebody and yet unnoticed, or no difference at all?"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from rules_core import KnowledgeBase, Result
from rules_core.conditions import Condition
from rules_core.facts import FactReader, classes_of
from rules_core.inference import Outcome, infer
from rules_core.program import Program
from rules_core.units import Unit

from .faulty import Workshop
from .limits import across
from .operators import Mutant
from .people import Tailor
from .population import Bits, Facts, Population, Seen, numbers_in, of_rule, seen
from .suite import Item

REFUSED, NOTICED, SURVIVED, EQUIVALENT = "refused", "noticed", "survived", "equivalent"
LOOKS, LOOKS_AN_ITEM = 800, 30
"""So many people are asked again at most, of all and of those one test asks about, before a fault counts as none to them."""
GENERATED = 200
"""So many of the generated people are asked again at most, and held against the invariants."""
WITNESSES = 6
"""So many tests that noticed another fault of the same rule are asked first."""
TAILORED = 300
"""So many people are made to measure for a fault that makes no difference to anybody known."""

Broken = Callable[[Mapping[str, Any], Result], list[str]]


@dataclass(frozen=True)
class Verdict:
    """What became of a fault, and by whom it was noticed or for whom it makes a difference."""

    mutant: Mutant
    outcome: str
    by: str = ""
    person: str = ""


class Court:
    """Tries mutants one after the other on one shared knowledge base.

    For one mutant, tests that take longer than `patience` seconds together are not run to the end: what they would notice counts as
    survived.
    """

    def __init__(
        self, workshop: Workshop, items: Sequence[Item], people: Population, broken: Broken, bases: Sequence[Mapping[str, Any]],
        generated: frozenset[int], patience: float,
    ) -> None:
        self.workshop, self.kb, self._broken, self._bases, self._patience = workshop, workshop.kb, broken, bases, patience
        self._people, self._generated = people, generated
        self._items = sorted(items, key=lambda item: (item.seconds, len(item.people)))
        self._reader = FactReader(self.kb.facts, classes_of(self.kb._compiled))
        self.helpers = helpers_of(self.kb)
        self._mattering: dict[tuple[str, int], int] = {}
        self._witnesses: dict[str, list[Item]] = {}

    def tries(self, mutant: Mutant) -> Verdict:
        """The verdict on one mutant."""
        problems, compiled, tests = self.workshop.compile(mutant)
        if problems:
            return Verdict(mutant, REFUSED, by=problems[0])
        units = self.workshop.units(mutant, compiled, tests)
        with self.workshop.at_work(mutant, units) as program:
            return self._judge(mutant, units, program)

    def _judge(self, mutant: Mutant, units: list[Unit], program: Program) -> Verdict:
        look = _Look(self, program)
        known = self._witnesses.setdefault(mutant.id, [])
        for treated, in_score in self._treated_otherwise(mutant, units):
            left, tried = self._patience, set[str]()
            for audible in (True, False):  # a difference that is heard is noticed before one of silent helpers
                look.again()
                for item in (*known, *self._first(mutant, units)):
                    asked = item.people & (in_score if item.reads_scores else treated)
                    if item.seconds > left or item.name in tried or not look.differs_for(asked, item.reads_scores, audible):
                        continue
                    left -= item.seconds
                    tried.add(item.name)
                    if item.fails():
                        known[:] = [item, *(one for one in known if one is not item)][:WITNESSES]
                        return Verdict(mutant, NOTICED, by=item.name)
            for number in islice(treated & self._generated, GENERATED):
                look.after(number)
        for number in look.different:
            facts = dict(self._people.facts[number])
            said = {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()}
            broken = self._broken(said, self.kb._restore(infer(program, self.kb._engine, facts)))
            if broken:
                return Verdict(mutant, NOTICED, by=f"invariant {broken[0]}")
        heard = [number for number in look.different if look.after(number).heard != self._people.seen[number].heard]
        if heard:
            shortest = min(heard, key=lambda number: len(self._people.facts[number]))
            return Verdict(mutant, SURVIVED, person=_shown(self._people.facts[shortest]))
        person = self._somebody(mutant, units, program)
        return Verdict(mutant, SURVIVED, person=_shown(person)) if person else Verdict(mutant, EQUIVALENT)

    def _first(self, mutant: Mutant, units: Sequence[Unit]) -> Sequence[Item]:
        """The items in the order of asking: quick ones first, but where points are changed, first those that read points."""
        scoring = any(unit.scores for unit in (*self._old(mutant), *units))
        return sorted(self._items, key=lambda item: not item.reads_scores) if scoring else self._items

    def _old(self, mutant: Mutant) -> list[Unit]:
        """The units of the rule without the fault."""
        return [unit for unit in self.workshop.program.units if unit.rule.id == mutant.id]

    def _treated_otherwise(self, mutant: Mutant, units: list[Unit]) -> list[tuple[set[int], set[int]]]:
        """Those whom the fault takes across a limit, those for whom the rule holds otherwise, and those to whom its being open may matter.

        Each twice: those for whom it can come to anything, and all of them, which is for tests that read scores.
        """
        nobody = Bits(0, self._people.everybody)
        before = self._people.judge(of_rule(self.workshop.conditions(mutant.id)))
        after = self._people.judge(units[0].rule.condition) if units else nobody
        if not units:
            surely, perhaps = before.true, ~before.false & self._people.everybody
        else:
            same_effect = self._same_effect(mutant, units)
            surely = before.true ^ after.true if same_effect else before.true | after.true
            perhaps = (before.false ^ after.false) if same_effect else ~(before.false & after.false) & self._people.everybody
        over = across(self.workshop.program, self._people, self._old(mutant), units, before, after)
        concerned = self._concerned([*units, *self._old(mutant)])
        groups = [over, surely & concerned, perhaps & ~surely & concerned]
        everybody = surely, surely, perhaps & ~surely
        return [(set(numbers_in(few)), set(numbers_in(many))) for few, many in zip(groups, everybody, strict=True)]

    def _concerned(self, units: Sequence[Unit], depth: int = 3) -> int:
        """Those for whom what these units do can come to anything: of helpers and scores, what hangs on them in the end."""
        found = 0
        for unit in units:
            for name in unit.vetoes:
                found |= self._people.reached(name)
            for name in unit.concludes:
                found |= self._matters(name, depth) if name in self.helpers else self._people.everybody
            for name, _ in unit.scores:
                found |= self._matters(name, depth)
        return found

    def _matters(self, name: str, depth: int) -> int:
        key = name, depth
        if key not in self._mattering:
            found = 0 if depth else self._people.everybody
            for unit in self.workshop.program.units if depth else ():
                if name in unit.rests_on:
                    found |= self._people.hangs_on(unit.rule.condition, name) & self._concerned([unit], depth - 1)
            self._mattering[key] = found
        return self._mattering[key]

    def _same_effect(self, mutant: Mutant, units: Sequence[Unit]) -> bool:
        old = self._old(mutant)
        return sorted((unit.stratum, unit.effect) for unit in old) == sorted((unit.stratum, unit.effect) for unit in units)

    def _somebody(self, mutant: Mutant, units: list[Unit], program: Program) -> Facts | None:
        """Somebody made to measure to whom the fault makes a difference that can be heard."""
        right = self.workshop.program
        old = [unit for unit in right.units if unit.rule.id == mutant.id]
        wanted: list[Condition] = [*self.workshop.conditions(mutant.id), *(unit.rule.condition for unit in units[:1])]
        tailors = Tailor(right, self._reader, 1), Tailor(program, self._reader, 2)
        dice = random.Random(3)
        for number in range(TAILORED):
            tailor = tailors[number % 2]
            facts = tailor.draw(wanted, tailor.downstream(old if number % 2 == 0 else units), dice.choice(self._bases))
            if facts is None:
                continue
            normal = self._reader.normalise(facts)
            if self.look(program, normal).heard != self.look(right, normal).heard:
                return normal
        return None

    def look(self, program: Program, facts: Facts) -> Seen:
        """What an inference of a program on these facts comes to."""
        return seen(infer(program, self.kb._engine, facts), self.helpers)


class _Look:
    """Who, of those known, is answered otherwise by a faulty program; each is asked once."""

    def __init__(self, court: Court, program: Program) -> None:
        self._court, self._program = court, program
        self._after: dict[int, Seen] = {}
        self._left = LOOKS

    def again(self) -> None:
        """As many looks are left as at the start."""
        self._left = LOOKS

    @cached_property
    def different(self) -> list[int]:
        """Those found to be answered otherwise, scores aside; read it last."""
        return [number for number, after in self._after.items() if after.all != self._court._people.seen[number].all]

    def after(self, number: int) -> Seen:
        """What the faulty program says to this person."""
        if number not in self._after:
            self._left -= 1
            self._after[number] = self._court.look(self._program, self._court._people.facts[number])
        return self._after[number]

    def differs_for(self, numbers: Iterable[int], scores: bool, audible: bool) -> bool:
        """Whether one of these is answered otherwise, as far as looks are left; where `audible`, in what can be heard."""
        for number in islice(numbers, LOOKS_AN_ITEM):
            if number not in self._after and self._left <= 0:
                continue
            before, after = self._court._people.seen[number], self.after(number)
            if (after.heard != before.heard if audible else after.all != before.all) or (scores and after.scores != before.scores):
                return True
        return False


def helpers_of(kb: KnowledgeBase) -> frozenset[str]:
    """The silent helpers: nobody hears them; what they change shows in what rests on them."""
    return frozenset(name for name, entry in kb.entries.items() if entry.kind == "class")


def outcome_of(result: Result) -> Outcome:
    """The outcome behind a result."""
    return result._outcome


def _shown(facts: Facts) -> str:
    from rules_core.model import show_value

    return ", ".join(f"{name}={show_value(value)}" for name, value in facts.items())
