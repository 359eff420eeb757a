"""What one inference found, for its readers: conclusions, vetoes, withheld conclusions, the trace."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NoReturn

from .inference import Outcome
from .model import UNKNOWN, Conclusion, FactValue, Firing, PackInfo, Vetoed, Withheld
from .program import Program
from .units import Unit
from .views import waits


class Result:
    """The answer to one `infer`. Equal facts on equal packs give equal results.

    Readers' views are made when first read, so a caller who needs only the level pays only for it.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> result = kb.infer({"leaf": "yellow", "soil": "wet"})
    >>> result.level, "is_overwatered" in result, "is_thirsty" in result
    ('act_now', True, False)
    """

    def __init__(self, outcome: Outcome, program: Program, pack: PackInfo) -> None:
        self.pack = pack
        self.level: str | None = program.levels[outcome.rank - 1] if outcome.rank else None
        self.scores: Mapping[str, int] = outcome.scores
        self._outcome = outcome
        self._program = program

    @cached_property
    def facts(self) -> Mapping[str, FactValue]:
        """The facts inferred on, in the pack's order, derived ones included.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> dict(kb.infer({"product": ["tomato_food"], "soil": "dry"}).facts)
        {'soil': 'dry', 'product': ('tomato_food',), 'product_class': ('feed',)}
        """
        said = self._outcome.facts
        return {name: said[name] for name in self._program.specs if name in said}

    @property
    def standing(self) -> frozenset[str]:
        """The ids of what stands: the cheapest view.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> sorted(kb.infer({"leaf": "yellow", "soil": "wet"}).standing)
        ['is_overwatered', 'level_act_now', 'level_watch']
        """
        return frozenset([name for name, state in self._outcome.states.items() if state == "concluded"])

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What stands, highest priority first, then by id.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> [one.id for one in kb.infer({"soil": "dry", "leaf": "brown"}).conclusions]
        ['is_thirsty', 'level_act_soon', 'level_watch']
        """
        return self._conclusions("concluded")

    @cached_property
    def vetoed(self) -> tuple[Vetoed, ...]:
        """What a contraindication removed.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> [one.conclusion.id for one in kb.infer({"product": ["tomato_food"], "soil": "wet"}).vetoed]
        ['use_feed']
        """
        by = self._outcome.vetoed_by
        return tuple(Vetoed(one, _ids(by[one.id])) for one in self._conclusions("vetoed"))

    @cached_property
    def withheld(self) -> tuple[Withheld, ...]:
        """What is held back until the named facts are known; of those, what can be asked now, in ask order.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> [one.facts for one in kb.infer({"product": ["tomato_food"]}).withheld]
        [('soil', 'pests')]
        """
        by = self._outcome.withheld_by
        return tuple(Withheld(one, _ids(by[one.id]), self._to_ask(one.id)) for one in self._conclusions("withheld"))

    def _to_ask(self, conclusion: str) -> tuple[str, ...]:
        specs, said = self._program.specs, self._outcome.facts
        return tuple(name for name in self._outcome.missing[conclusion] if not waits(specs[name], said))

    @cached_property
    def trace(self) -> tuple[Firing, ...]:
        """Every rule that held, in the order of inference: one line of proof each.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> [firing.rule for firing in kb.infer({"soil": "dry", "leaf": "brown"}).trace]
        ['dry_soil', 'dry_soil', 'anything']
        """
        said, trace = self._outcome.facts, []
        make = tuple.__new__  # what Firing(...) comes to, without a call between
        for unit, number in self._outcome.fired:
            rule, stratum, settled, open_facts, looked_for, rests_on, effect = unit.told[number]
            facts = settled.copy()
            for fact in open_facts:
                facts[fact] = said.get(fact, UNKNOWN)
            for fact, wanted in looked_for:
                value = facts[fact]
                if type(value) is tuple and wanted in value:
                    facts[fact] = wanted
            trace.append(make(Firing, (rule, stratum, facts, rests_on, effect)))
        return tuple(trace)

    def __contains__(self, conclusion: str) -> bool:
        return self._outcome.states.get(conclusion) == "concluded"

    def state(self, conclusion: str) -> str:
        """``concluded``, ``vetoed``, ``withheld``, or ``""`` where no rule reached it.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> result = kb.infer({"product": ["tomato_food"], "soil": "wet"})
        >>> result.state("use_feed"), result.state("avoid_feed"), result.state("is_thirsty")
        ('vetoed', 'concluded', '')
        """
        return self._outcome.states.get(conclusion, "")

    def to_dict(self) -> dict[str, Any]:
        """Plain data, the same bytes for the same facts and pack once written as JSON.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.infer({"soil": "moist"}).to_dict()["trace"]
        ['anything: always -> level_watch']
        """
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

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Result stays with its knowledge base; send result.to_dict(), or infer where the answer is needed")

    def __repr__(self) -> str:
        return f"Result(level={self.level!r}, conclusions={[one.id for one in self.conclusions]})"

    def _conclusions(self, state: str) -> tuple[Conclusion, ...]:
        states = self._outcome.states
        return tuple([one for one in self._reached if states[one.id] == state])

    @cached_property
    def _reached(self) -> list[Conclusion]:
        """Everything that some rule concluded, whatever vetoes then made of it, in the order in which it is told."""
        found: dict[int, Conclusion] = {}
        several: dict[int, list[str]] = {}
        for unit, _ in self._outcome.fired:
            for turn, one in unit.reaches:
                if turn in found:
                    several.setdefault(turn, [*found[turn].rules]).append(unit.rule.id)
                else:
                    found[turn] = one
        for turn, rules in several.items():
            found[turn] = tuple.__new__(Conclusion, (*found[turn][:4], tuple(sorted(rules))))
        return [found[turn] for turn in sorted(found)]


def _ids(units: list[Unit]) -> tuple[str, ...]:
    """A rule is one unit of the stratum that reaches a conclusion, so none is named twice."""
    return units[0].rule.ids if len(units) == 1 else tuple(sorted([unit.rule.id for unit in units]))
