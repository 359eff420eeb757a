"""What a skin check under way consists of, and how it travels in the session attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rules_core import FactSpec

from .attributes import texts

_MOST_STEPS = 40
AGAIN = "again"


@dataclass(frozen=True)
class Check:
    """A check under way. `steps` are the facts of each question so far, `closed` facts not asked again,
    `screens` the screening questions taken apart, `screen` the one that is pending, `put` those that were put. `doubt` is one that was
    answered with a yes, or not at all, while no part of it was told yet; with AGAIN once that was asked about. `denied` are signs that
    were denied one by one, as fact and value ("symptoms.pain")."""

    subject: str
    steps: tuple[tuple[str, ...], ...] = ()
    closed: tuple[str, ...] = ()
    screens: tuple[str, ...] = ()
    screen: str = ""
    put: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    again: str = ""
    """The fact whose question is put next because somebody went back to it; within one turn."""


def read(raw: Any, specs: Mapping[str, FactSpec], subjects: tuple[str, ...]) -> Check | None:
    """The check in session attributes; None where there is none or it is damaged."""
    if not isinstance(raw, Mapping) or raw.get("subject") not in subjects:
        return None
    steps = raw.get("steps")
    listed = [texts(step) for step in steps[:_MOST_STEPS]] if isinstance(steps, list) else []
    known = [tuple(name for name in step if name in specs) for step in listed]
    closed = tuple(name for name in texts(raw.get("closed")) if name in specs)
    screen = raw.get("screen")
    return Check(
        raw["subject"], tuple(step for step in known if step), closed, texts(raw.get("screens")), screen if isinstance(screen, str) else "",
        texts(raw.get("put")), texts(raw.get("doubt")), texts(raw.get("denied")),
    )


def write(check: Check) -> dict[str, Any]:
    """The attributes that hold this check."""
    parts = {
        "steps": [list(step) for step in check.steps],
        "closed": list(check.closed),
        "screens": list(check.screens),
        "screen": check.screen,
        "put": list(check.put),
        "doubt": list(check.doubt),
        "denied": list(check.denied),
    }
    return {"subject": check.subject, **{name: part for name, part in parts.items() if part}}
