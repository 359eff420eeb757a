"""Named checks across a whole pack: each finds places a careful reader would object to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import PackError, Problem
from .authored import AuthoredPack, read_pack
from .link import compile_pack
from .lint_logic import contradictory, gap
from .lint_rules import asked_about, never_met, shadowed

Check = Callable[[AuthoredPack, dict[str, Any]], Iterator[Problem]]


def validate(folder: Path, today: date | None = None, more: Iterable[Check] = ()) -> list[Problem]:
    """Every problem of the pack in `folder` as of `today`, by file and line; none means it may be released.

    `more` are checks that a pack or its language brings, such as how hard its words are to follow.
    """
    try:
        authored = read_pack(folder)
        compiled = compile_pack(authored)
    except PackError as error:
        return list(error.problems)
    found = [problem for check in (*CHECKS, *more) for problem in check(authored, compiled)]
    found += overdue(authored, compiled, today or date.today())
    return sorted(found, key=lambda p: (p.file, p.line, p.check))


def uncited(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """An entry that is said without evidence, or on a source nobody has opened."""
    unopened = {s["id"] for s in compiled["sources"] if s["status"] == "known"}
    for entry, place in authored.items("conclusions"):
        if entry.get("say") and not entry.get("evidence"):
            yield place.problem("uncited", "is said without evidence", "add evidence: [{source: ..., grade: ...}]")
        for number, item in enumerate(entry.get("evidence", [])):
            if item["source"] in unopened:
                problem = f"cites {item['source']}, which nobody has opened"
                yield place.problem("uncited", problem, "read it first, or cite another", ("evidence", number))


def unsaid(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """An entry with a part to play in answers but no words for it."""
    for entry, place in authored.items("conclusions"):
        if entry.get("role", "more") not in ("silent", "more") and not entry.get("say"):
            yield place.problem("unsaid", f"has the role {entry['role']} but nothing to say", "add say:, or make it silent")


def unheld(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """An entry that can be held back but does not say what to wait for."""
    vetoed = {name for rule in compiled["rules"] for name in rule["veto"]}
    for entry, place in authored.items("conclusions"):
        if entry["id"] in vetoed and entry.get("say") and not entry.get("hold"):
            yield place.problem("unheld", "can be withheld but has no hold:", "say it with every condition in words")


def unreachable(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """An entry that no rule concludes, or a veto on one."""
    reached = {name for rule in compiled["rules"] for name in rule["conclude"]}
    for entry, place in authored.items("conclusions"):
        if entry["id"] not in reached:
            yield place.problem("unreachable", "no rule concludes it", "add a rule or remove the entry")


def unread(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """An entry that is never said and that no rule asks about."""
    asked = asked_about(compiled)
    for entry, place in authored.items("conclusions"):
        if entry.get("role") == "silent" and not entry.get("say") and entry["id"] not in asked:
            yield place.problem("unread", "is never said, and no rule asks about it", "ask about it, or remove it and its rules")


def overdue(authored: AuthoredPack, compiled: dict[str, Any], today: date) -> Iterator[Problem]:
    """An entry nobody has looked at for longer than it allows, or at all."""
    for (_, place), checked in zip(authored.items("conclusions"), compiled["conclusions"], strict=True):
        due = checked["checked"].get("due")
        if not due:
            yield place.problem("overdue", "does not say when it was checked", "add checked: to it or to the pack")
        elif date.fromisoformat(due) < today:
            yield place.problem("overdue", f"was due for a check on {due}", "read its sources again and move the date")


CHECKS: tuple[Check, ...] = (uncited, unsaid, unheld, unread, unreachable, never_met, shadowed, contradictory, gap)
