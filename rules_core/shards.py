"""Rules into engine rulesets: small enough for the engine, and grouped so that most need not be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from .dnf import MAX_ALTERNATIVES
from .errors import EngineError
from .kernel import MAX_PROPERTIES, Literal, RulesetSpec
from .properties import Properties

if TYPE_CHECKING:
    from .units import Unit


@dataclass(frozen=True)
class Shard:
    """One engine ruleset of a stratum. It names rules by their place among the program's ways.

    `pick` takes what it looks at from the parts of a fact; none of its rules holds where none of `triggers` is picked.
    """

    number: int
    pick: Callable[[list[str]], tuple[str, ...]]
    triggers: frozenset[str] | None


@dataclass
class _Draft:
    """A shard while it is filled; without `triggers` it holds rules that may hold at any time."""

    rules: dict[int, tuple[Literal, ...]]
    properties: set[str]
    triggers: set[str] | None

    def takes(self, new: Mapping[int, tuple[Literal, ...]], triggers: frozenset[str] | None) -> bool:
        """Whether a unit with these alternatives belongs here and finds room."""
        used = {prop for literals in new.values() for prop, _, _ in literals}
        room = len(self.rules) + len(new) <= MAX_ALTERNATIVES and len(self.properties | used) <= MAX_PROPERTIES
        return room and (triggers is None) == (self.triggers is None)

    def add(self, new: Mapping[int, tuple[Literal, ...]], triggers: frozenset[str] | None) -> None:
        """Put a unit's alternatives in."""
        self.rules.update(new)
        self.properties.update(prop for literals in new.values() for prop, _, _ in literals)
        if self.triggers is not None:
            self.triggers.update(triggers or ())


def shards_of(units: list[Unit], properties: Properties, rulesets: list[RulesetSpec]) -> list[Shard]:
    """The alternatives of one stratum in rulesets, which are added to `rulesets`.

    A unit's alternatives stay together, and beside those of other units with the same triggers, so that
    most of a big pack need not be asked about any one profile.
    """
    uses = Counter(code for unit in units for one in unit.rule.codes for code in one)
    keyed = [(_triggers(unit, properties, uses), unit) for unit in units]
    if any(triggers is None for triggers, _ in keyed) and sum(len(unit.rule.codes) for unit in units) <= MAX_ALTERNATIVES:
        keyed = [(None, unit) for unit in units]  # one ruleset is asked for every profile anyway: let it be the only one
    keyed.sort(key=lambda pair: (pair[0] is None, sorted(pair[0] or ()), pair[1].number))
    drafts: list[_Draft] = []
    for triggers, unit in keyed:
        new = {
            unit.place + number: tuple(literal for code in one for literal in properties.literals(code))
            for number, one in enumerate(unit.rule.codes)
        }
        if not drafts or not drafts[-1].takes(new, triggers):
            drafts.append(_Draft({}, set(), None if triggers is None else set()))
        drafts[-1].add(new, triggers)
        if len(drafts[-1].properties) > MAX_PROPERTIES:
            raise EngineError(f"rule {unit.rule.id} looks at more than {MAX_PROPERTIES} things; split it")
    return [_shard(draft, properties, rulesets) for draft in drafts]


def _triggers(unit: Unit, properties: Properties, uses: Mapping[int, int]) -> frozenset[str] | None:
    """Parts of which a fact has one wherever the unit holds, by its rarest tests; None where it may hold without."""
    found: set[str] = set()
    for one in unit.rule.codes:
        known = [(len(triggers), uses[code], code, triggers) for code in one if (triggers := properties.triggers(code))]
        if not known:
            return None
        found |= min(known)[-1]
    return frozenset(found)


def _shard(draft: _Draft, properties: Properties, rulesets: list[RulesetSpec]) -> Shard:
    spec = RulesetSpec(f"k{len(rulesets)}", common_first(draft.rules))
    rulesets.append(spec)
    slots = [properties.slot_of[name] for name in spec.properties]
    return Shard(len(rulesets) - 1, _picker(slots), None if draft.triggers is None else frozenset(draft.triggers))


def common_first(rules: Mapping[int, tuple[Literal, ...]]) -> dict[int, tuple[Literal, ...]]:
    """The same rules, each with its most widely shared tests first: the engine judges a shared beginning once.

    >>> common_first({0: (("p1", "==", 2), ("p0", "==", 1)), 1: (("p0", "==", 1),)})[0]
    (('p0', '==', 1), ('p1', '==', 2))
    """
    uses = Counter(literal for literals in rules.values() for literal in literals)
    return {name: tuple(sorted(literals, key=lambda one: (-uses[one], one))) for name, literals in rules.items()}


def _picker(slots: list[int]) -> Callable[[list[str]], tuple[str, ...]]:
    if not slots:
        return lambda parts: ()
    if len(slots) == 1:
        return lambda parts: (parts[slots[0]],)
    return itemgetter(*slots)
