"""The inference of a turn as plain data, for whoever watches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rules_core import Result


def report(result: Result, asked: Sequence[str]) -> dict[str, Any]:
    """What was inferred, on what, and which facts this turn asks for (None when it asks for none)."""
    return {
        "level": result.level,
        "facts": {name: list(value) if isinstance(value, tuple) else value for name, value in result.facts.items()},
        "conclusions": [one.id for one in result.conclusions],
        "vetoed": [{"conclusion": one.conclusion.id, "rules": list(one.rules)} for one in result.vetoed],
        "withheld": [{"conclusion": one.conclusion.id, "rules": list(one.rules), "facts": list(one.facts)} for one in result.withheld],
        "trace": [str(firing) for firing in result.trace],
        "asked": list(asked) or None,
    }
