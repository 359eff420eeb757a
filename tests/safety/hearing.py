"""What a result amounts to for the person who asks: which flag, verdicts and conditions are heard, and which advice stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rules_core import KnowledgeBase, Result

LEVELS = ("self_care", "routine", "doctor_soon", "same_day", "emergency")
SOON = LEVELS.index("doctor_soon")
AT_ONCE = 3
"""So many products are answered in one breath; of anything else one verdict is heard."""


@dataclass(frozen=True)
class Heard:
    """The ids of what is said: a flag alone, or verdicts (also those held back), conditions and steps."""

    flag: str = ""
    verdicts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """What is said first."""
        return self.flag or (self.verdicts or self.conditions or self.steps or ("",))[0]

    def __bool__(self) -> bool:
        return bool(self.first)


def heard(result: Result) -> Heard:
    """What is said to a result, by role and priority."""
    by_role: dict[str, list[str]] = {}
    for one in result.conclusions:
        by_role.setdefault(one.role, []).append(one.id)
    if "flag" in by_role:
        return Heard(flag=by_role["flag"][0])
    held = [one.conclusion for one in result.withheld if one.conclusion.role == "verdict"]
    verdicts = sorted([*held, *(one for one in result.conclusions if one.role == "verdict")], key=lambda one: (-one.priority, one.id))
    count = AT_ONCE if result.facts.get("topic") == "product" else 1
    return Heard(
        verdicts=tuple(one.id for one in verdicts[:count]), conditions=tuple(by_role.get("condition", ())),
        steps=(*by_role.get("next_step", ()), *by_role.get("safety_net", ())),
    )


def rank(result: Result) -> int:
    """How urgent it is, from 0."""
    return LEVELS.index(result.level) if result.level else 0


def treatments(result: Result) -> frozenset[str]:
    """The treatments that stand."""
    return frozenset(name for name in result.standing if name.startswith("use_"))


def offered(result: Result) -> frozenset[str]:
    """The treatments that stand or would stand after an answer."""
    return treatments(result) | {one.conclusion.id for one in result.withheld if one.conclusion.kind == "treatment"}


def has(facts: Mapping[str, Any], name: str, *values: str) -> bool:
    """Whether a fact of a profile says one of these."""
    value = facts.get(name)
    return bool(set(value) & set(values)) if isinstance(value, list | tuple) else value in values


def is_young(facts: Mapping[str, Any]) -> bool:
    """Under twelve by anything that was said, whatever else was said."""
    return has(facts, "age_group", "newborn", "infant", "child") or isinstance(facts.get("age_weeks"), int) or has(facts, "who", "baby")


def texts(kb: KnowledgeBase, result: Result, names: tuple[str, ...]) -> str:
    """The words of these conclusions: what they say, or what they say while held back."""
    waiting = {one.conclusion.id for one in result.withheld}
    said = [kb.text(name, facts=result.facts) for name in names]
    return " ".join(text.hold if name in waiting else text.say for name, text in zip(names, said, strict=True))
