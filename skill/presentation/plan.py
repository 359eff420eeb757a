"""What an answer is made of: the conclusions of one inference sorted by the part they play."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rules_core import KnowledgeBase, Result

from ..remembering.fact_values import UNKNOWN
from .limits import VERDICTS_AT_ONCE

_SEVERAL = "product"
_TOLD = "symptoms"


@dataclass(frozen=True)
class Verdict:
    """A verdict that stands, or one that is held back until one of `missing` is known."""

    id: str
    priority: int
    held: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The parts of an answer, each with the most important first. Flags, if any, are the whole answer."""

    flags: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    conditions: tuple[str, ...]
    next_steps: tuple[str, ...]
    safety_nets: tuple[str, ...]
    others: tuple[str, ...]
    at_once: int
    net_first: bool = False
    """Whether the safety net matters more than the reason: after somebody told of symptoms."""
    apart: tuple[str, ...] = ()
    """Screening questions whose parts are asked one by one."""

    @property
    def spoken(self) -> tuple[str, ...]:
        """What the answer stands on: the flag, or else the verdicts said first."""
        return self.flags[:1] or tuple(one.id for one in self.verdicts[: self.at_once]) or self.conditions


def make_plan(
    kb: KnowledgeBase, result: Result, skipped: Collection[str] | None = (), apart: Collection[str] = ()
) -> Plan:
    """The plan that follows from a result; for products several verdicts may be said at once.

    `skipped` are facts not to be asked for; None asks for none at all.
    """
    at_once = VERDICTS_AT_ONCE if result.facts.get("topic") == _SEVERAL else 1

    def of(*roles: str) -> tuple[str, ...]:
        return tuple(one.id for one in result.conclusions if one.role in roles)

    return Plan(
        of("flag"), _verdicts(kb, result, skipped), of("condition"), of("next_step"), of("safety_net"), of("more"),
        at_once, result.facts.get("topic") == _TOLD, tuple(apart),
    )


def _verdicts(kb: KnowledgeBase, result: Result, skipped: Collection[str] | None) -> tuple[Verdict, ...]:
    standing = [Verdict(one.id, one.priority) for one in result.conclusions if one.role == "verdict"]
    held = [
        Verdict(one.conclusion.id, one.conclusion.priority, True, _askable(kb, result, one.facts, skipped))
        for one in result.withheld
        if one.conclusion.role == "verdict"
    ]
    return tuple(sorted([*standing, *held], key=lambda one: (-one.priority, one.id)))


def _askable(kb: KnowledgeBase, result: Result, facts: Collection[str], skipped: Collection[str] | None) -> tuple[str, ...]:
    """The facts with a question that was not asked yet: not knowing is an answer too."""
    if skipped is None:
        return ()
    return tuple(fact for fact in facts if fact not in skipped and kb.facts[fact].ask and _is_open(result.facts.get(fact)))


def _is_open(value: object) -> bool:
    return value is None or (isinstance(value, tuple) and len(value) > 1 and UNKNOWN in value)
