"""Whose advice changes between two packs, profile by profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from typing import TYPE_CHECKING, Any

from .many import Refusal
from .result import Result

if TYPE_CHECKING:
    from .knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class AdviceChange:
    """One profile that is answered differently: the level before and after, what came and what went."""

    number: int
    level: tuple[str | None, str | None]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    reworded: tuple[str, ...]
    refused: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        parts = []
        if any(self.refused):
            parts.append(f"refused: {self.refused[0] or 'no'} -> {self.refused[1] or 'no'}")
        if self.level[0] != self.level[1]:
            parts.append(f"level {self.level[0]} -> {self.level[1]}")
        parts += [f"+ {name}" for name in self.gained] + [f"- {name}" for name in self.lost]
        parts += [f"~ {name} reworded" for name in self.reworded]
        return f"profile {self.number}: " + ", ".join(parts)


def advice_changes(old: KnowledgeBase, new: KnowledgeBase, profiles: Iterable[Any]) -> Iterator[AdviceChange]:
    """Every profile whose level, conclusions, holds, vetoes or spoken words differ."""
    return (change for change in compare_advice(old, new, profiles) if change is not None)


def compare_advice(old: KnowledgeBase, new: KnowledgeBase, profiles: Iterable[Any]) -> Iterator[AdviceChange | None]:
    """For each profile, as a stream, what changes for it; None where nothing does."""
    for_old, for_new = tee(profiles)
    pairs = zip(old.infer_many(for_old), new.infer_many(for_new), strict=True)
    return (_compare(old, new, number, before, after) for number, (before, after) in enumerate(pairs, 1))


def _compare(
    old: KnowledgeBase, new: KnowledgeBase, number: int, before: Result | Refusal, after: Result | Refusal
) -> AdviceChange | None:
    if isinstance(before, Refusal) or isinstance(after, Refusal):
        refused = (_problem(before), _problem(after))
        return None if refused[0] == refused[1] else AdviceChange(number, (None, None), (), (), (), refused)
    was, now = _states(before), _states(after)
    gained = tuple(sorted(now - was))
    lost = tuple(sorted(was - now))
    same = {text.split(" ")[0] for text in was & now}
    reworded = tuple(sorted(n for n in same if old.text(n, facts=before.facts) != new.text(n, facts=after.facts)))
    if before.level == after.level and not (gained or lost or reworded):
        return None
    return AdviceChange(number, (before.level, after.level), gained, lost, reworded)


def _problem(answer: Result | Refusal) -> str:
    return answer.problem if isinstance(answer, Refusal) else ""


def _states(result: Result) -> set[str]:
    return (
        {one.id for one in result.conclusions}
        | {f"{one.conclusion.id} vetoed" for one in result.vetoed}
        | {f"{one.conclusion.id} withheld" for one in result.withheld}
    )
