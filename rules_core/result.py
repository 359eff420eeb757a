"""What one inference found, for its readers: conclusions, vetoes, withheld conclusions, the trace."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .inference import Outcome
from .model import Conclusion, Entry, FactValue, Firing, PackInfo, Vetoed, Withheld
from .program import Program, Unit


class Result:
    """The answer to one `infer`. Equal facts on equal packs give equal results.

    Readers' views are made when first read, so a caller who needs only the level pays only for it.
    """

    def __init__(self, outcome: Outcome, program: Program, entries: Mapping[str, Entry], pack: PackInfo) -> None:
        self.pack = pack
        self.level: str | None = program.levels[outcome.rank - 1] if outcome.rank else None
        self.scores: Mapping[str, int] = outcome.scores
        self._outcome = outcome
        self._program = program
        self._entries = entries

    @cached_property
    def facts(self) -> Mapping[str, FactValue]:
        """The facts inferred on, in the pack's order, derived ones included."""
        said = self._outcome.facts
        return {name: said[name] for name in self._program.specs if name in said}

    @property
    def standing(self) -> frozenset[str]:
        """The ids of what stands: the cheapest view."""
        return frozenset(name for name, state in self._outcome.states.items() if state == "concluded")

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What stands, highest priority first, then by id."""
        return self._conclusions("concluded")

    @cached_property
    def vetoed(self) -> tuple[Vetoed, ...]:
        """What a contraindication removed."""
        by = self._outcome.vetoed_by
        return tuple(Vetoed(one, _ids(by[one.id])) for one in self._conclusions("vetoed"))

    @cached_property
    def withheld(self) -> tuple[Withheld, ...]:
        """What is held back until the named facts are known."""
        by, missing = self._outcome.withheld_by, self._outcome.missing
        return tuple(Withheld(one, _ids(by[one.id]), missing[one.id]) for one in self._conclusions("withheld"))

    @cached_property
    def trace(self) -> tuple[Firing, ...]:
        """Every rule that held, in the order of inference: one line of proof each."""
        return tuple(self._firing(unit, number) for unit, number in self._outcome.fired)

    def __contains__(self, conclusion: str) -> bool:
        return self._outcome.states.get(conclusion) == "concluded"

    def state(self, conclusion: str) -> str:
        """``concluded``, ``vetoed``, ``withheld``, or ``""`` where no rule reached it."""
        return self._outcome.states.get(conclusion, "")

    def to_dict(self) -> dict[str, Any]:
        """Plain data, the same bytes for the same facts and pack once written as JSON."""
        return {
            "pack": {"id": self.pack.id, "version": self.pack.version, "hash": self.pack.hash},
            "facts": {name: list(v) if isinstance(v, tuple) else v for name, v in self.facts.items()},
            "level": self.level,
            "conclusions": [one.id for one in self.conclusions],
            "vetoed": [{"conclusion": v.conclusion.id, "rules": list(v.rules)} for v in self.vetoed],
            "withheld": [
                {"conclusion": w.conclusion.id, "rules": list(w.rules), "facts": list(w.facts)} for w in self.withheld
            ],
            "scores": dict(sorted(self.scores.items())),
            "trace": [str(firing) for firing in self.trace],
        }

    def __repr__(self) -> str:
        return f"Result(level={self.level!r}, conclusions={[one.id for one in self.conclusions]})"

    def _conclusions(self, state: str) -> tuple[Conclusion, ...]:
        found, entries, reached_by = [], self._entries, self._outcome.reached_by
        for name, now in self._outcome.states.items():
            if now == state:
                entry = entries[name]
                found.append((-entry.priority, name, entry))
        found.sort()
        return tuple(Conclusion(name, e.kind, e.role, e.priority, _ids(reached_by[name])) for _, name, e in found)

    def _firing(self, unit: Unit, number: int) -> Firing:
        tests, rests_on = unit.proofs[number]
        said = self._outcome.facts
        facts: dict[str, FactValue] = {}
        for fact, wanted in tests:
            value = said.get(fact, "unknown")
            facts[fact] = wanted if type(value) is tuple and wanted in value else value
        return Firing(unit.rule.id, self._program.strata[unit.stratum], facts, rests_on, unit.effect)


def _ids(units: list[Unit]) -> tuple[str, ...]:
    return (units[0].rule.id,) if len(units) == 1 else tuple(sorted({unit.rule.id for unit in units}))
