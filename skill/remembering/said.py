"""What was said in a turn, and how it travels in the session attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .attributes import mapping

_LONGEST = 2000


@dataclass(frozen=True)
class Said:
    """What was said last, as plain text; `reprompt` is empty when nothing was asked."""

    speech: str
    reprompt: str = ""


def said_in(raw: Any) -> Said | None:
    """What these attributes say was said; None where they are damaged or longer than anything is said."""
    parts = mapping(raw)
    speech, reprompt = parts.get("speech"), parts.get("reprompt", "")
    if not (isinstance(speech, str) and isinstance(reprompt, str)) or len(speech) + len(reprompt) > _LONGEST:
        return None
    return Said(speech, reprompt)
