"""A statement in free words: the intent in which it reaches the skill whole, and its words."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

TALK, WORDS = "TalkIntent", "words"


def said(intent: Intent) -> str:
    """The words of a statement that reached the skill whole; empty for any other intent."""
    slot = (intent.slots or {}).get(WORDS) if intent.name == TALK else None
    return slot.value if slot and isinstance(slot.value, str) else ""


def words_of(intent: Intent) -> dict[str, str]:
    """The words of every slot that holds some."""
    return {name: slot.value for name, slot in (intent.slots or {}).items() if isinstance(slot.value, str)}


def statement(words: str) -> Intent:
    """The intent that holds these words whole.

    >>> said(statement("it is white"))
    'it is white'
    """
    return Intent(name=TALK, slots={WORDS: Slot(name=WORDS, value=words)})
