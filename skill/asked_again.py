"""Whether somebody asks what they asked just before: only to them is it said that it is as it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .turn import Turn

_ASKS_OTHER = ("EachIntent",)
"""Intents that never ask the same once more: which is better is another question than whether it is good."""


def is_same(turn: Turn) -> bool:
    """Whether the same is asked as just before, of the same person, and nothing is told or set right with it."""
    heard, about = turn.heard, turn.session.subject
    same = turn.session.turn == turn.asked_before and about == turn.subject_before and turn.intent not in _ASKS_OTHER
    return same and not (turn.update.changes or heard.corrects or heard.moves or heard.replaces)
