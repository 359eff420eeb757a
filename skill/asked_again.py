"""Whether somebody asks what they asked just before: only to them is it said that it is as it was said."""

from __future__ import annotations

from .hearing.heard import Heard
from .remembering.changes import Update
from .remembering.session import Facts, Session

_ASKS_OTHER = ("EachIntent",)
"""Intents that never ask the same once more: which is better is another question than whether it is good."""


def is_same(session: Session, subject: str, asked: Facts, heard: Heard, update: Update, intent: str = "") -> bool:
    """Whether the same is asked as `asked`, of the same `subject`, and nothing is told or set right with it."""
    same = session.turn == asked and session.subject == subject and intent not in _ASKS_OTHER
    return same and not (update.changes or heard.corrects or heard.moves or heard.replaces)
