"""The order of inference: each rule in the first stratum in which all it looks at is decided, and none looks ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..conditions import Condition, LevelTest, Not, ScoreTest, StateTest, atoms
from .authored import Refusals

if TYPE_CHECKING:
    from .link_rules import DraftRule

LEVEL = "level"
"""The kind of conclusion that puts a case on the pack's scale."""


class Kinds:
    """Which kinds there are, in which stratum each is reached, and the kind of every conclusion."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.levels: list[str] = data["levels"]
        self.strata: list[str] = [stratum["id"] for stratum in data["strata"]]
        self.stratum_of = {kind: number for number, stratum in enumerate(data["strata"]) for kind in stratum["kinds"]}
        self.of = {item["id"]: item["kind"] for item in data["conclusions"]}


def put_in_order(rules: Sequence[DraftRule], kinds: Kinds) -> None:
    """Every rule's `earliest` is set, however its scores rest on other scores."""
    level_at = max((kinds.stratum_of.get(kind, 0) for kind in kinds.of.values() if kind == LEVEL), default=-1)
    score_at = dict.fromkeys((name for rule in rules for name in rule.score), 0)
    for _ in range(len(score_at) + len(kinds.strata) + 1):
        for rule in rules:
            rule.earliest = _earliest(rule.condition, kinds, level_at, score_at)
        moved = {name: max(rule.earliest for rule in rules if name in rule.score) for name in score_at}
        if moved == score_at:
            break
        score_at = moved


def _earliest(condition: Condition, kinds: Kinds, level_at: int, score_at: dict[str, int]) -> int:
    latest = -1
    for atom in atoms(condition):
        if isinstance(atom, StateTest):
            latest = max(latest, kinds.stratum_of.get(kinds.of[atom.conclusion], 0))
        elif isinstance(atom, ScoreTest):
            latest = max(latest, score_at.get(atom.score, 0))
        elif isinstance(atom, LevelTest):
            latest = max(latest, level_at)
    return latest + 1


def check_order(rule: DraftRule, faults: Refusals, kinds: Kinds) -> None:
    """Refuse a rule that decides what it looks at, or earlier; and one that would let a level sink."""
    if rule.score and rule.earliest >= len(kinds.strata):
        problem = "adds to a score after the last stratum, or in a circle"
        faults.refuse(rule.place, "order", problem, "score from earlier conclusions", ("then",))
    for name in (*rule.conclude, *rule.veto):
        stratum = kinds.stratum_of.get(kinds.of.get(name, ""))
        if stratum is not None and stratum < rule.earliest:
            faults.refuse(
                rule.place, "order", f"{name!r} is decided in stratum {kinds.strata[stratum]!r}, before what the rule looks at",
                "look only at earlier strata (this also rules out circles)", ("then",),
            )
    if any(kinds.of.get(name) == LEVEL for name in rule.conclude) and _negates_conclusions(rule.condition):
        problem = "reaches a level through `not` over a conclusion, vetoed or score"
        faults.refuse(rule.place, "monotone", problem, "state what raises the level", ("when",))


def _negates_conclusions(condition: Condition, negated: bool = False) -> bool:
    if isinstance(condition, Not):
        return _negates_conclusions(condition.part, not negated)
    parts = getattr(condition, "parts", None)
    if parts is not None:
        return any(_negates_conclusions(part, negated) for part in parts)
    return negated and isinstance(condition, StateTest | ScoreTest | LevelTest)
