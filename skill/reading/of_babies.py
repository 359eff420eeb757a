"""A baby is meant by the question after one about milk spots or baby acne, where nobody is named: "how long do they stay"."""

from __future__ import annotations

from ..hearing.heard import Heard
from ..remembering.session import BABY, SELF, Session
from ..remembering.topics import OF_BABIES

_OF_BUMPS = frozenset(
    f"{name}Intent" for name in ("Timeline", "Roadmap", "HomeCare", "Action", "Doctor", "Contagious", "Cause"))
"""Intents that ask about the bumps that were talked about, whoever has them."""
_OF_CARE = frozenset({"ProductIntent", "ProcedureIntent"})
"""Intents that somebody who told of themselves may ask for themselves again."""


def about(heard: Heard, name: str, session: Session) -> str:
    """The baby where that is meant; empty where somebody is named, or the talk is of the speaker or another already."""
    if heard.subject or heard.mode or session.subject != SELF or session.turn.get("topic") not in OF_BABIES:
        return ""
    of_themselves = any(term.fact != "topic" and term.subject == SELF for term in heard.said)
    asks = name in _OF_BUMPS or (name in _OF_CARE and not session.facts[SELF])
    return BABY if asks and not of_themselves else ""
