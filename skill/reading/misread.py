"""A fault of the thermometer, or of whoever read it or felt a warm skin: there never was a fever, unlike where it fell since."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import said, statement, words_of
from ..guide import Guide
from ..hearing.wordings import plain

MEASURED, SLOT = "MeasuredTalkIntent", "measured_words"
_FAULTS, _NO_FEVER, _ANEW = ("misread", "was_warmed"), "measured_well", "reads_well"
"""Sentences that tell the fault whole, or what made somebody hot who has no fever ("just from the bath"); what may follow where the intent
tells it (no other number, and no sign), and that it reads well by now."""


def misread(intent: Intent, guide: Guide) -> Intent:
    """The intent, or that the thermometer reads no fever, where only a fault of measuring is told; a new number is heard as it is."""
    read, temperature = guide.corrections.grammar.read, guide.language.heard["temperature"]
    if intent.name == MEASURED:
        words = plain(words_of(intent).get(SLOT, ""))
        is_fault = not words or read(_NO_FEVER, words) is not None
    else:
        words = plain(said(intent))
        is_fault = is_misread(words, guide)
        if read(_ANEW, words) is not None:
            return statement(f"{temperature['reading']} {temperature['normal']}")
    return measured(temperature["normal"]) if is_fault else intent


def is_misread(words: str, guide: Guide) -> bool:
    """Whether words tell why there never was a fever."""
    return any(guide.corrections.grammar.read(fault, plain(words)) is not None for fault in _FAULTS)


def measured(words: str) -> Intent:
    """The intent that holds what the thermometer reads."""
    return Intent(name=MEASURED, slots={SLOT: Slot(name=SLOT, value=words)})
