"""What was only supposed, and turns out to be so or not: "what if he got a fever" - "he doesn't have one"."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import said, statement
from ..guide import Guide
from ..hearing.slots import SUPPOSED
from ..hearing.wordings import plain
from ..remembering.session import Session

NOT_SO, IS_SO = "supposed_not", "supposed_so"
"""The first is answered as it is; of the second the words that were supposed are heard as told."""
_WHAT_IF = "SupposedTalkIntent"


def supposing(intent: Intent, session: Session, guide: Guide) -> Intent:
    """A question in free words that only supposes something, or the answer to what was supposed last; else the intent as it is.

    What is supposed is kept for the next turn, and no longer.
    """
    before, session.supposed = session.supposed, ()
    intent = _what_if(intent, guide)
    slot = (intent.slots or {}).get(SUPPOSED)
    if intent.name == _WHAT_IF and slot and isinstance(slot.value, str):
        session.supposed = ((session.subject, slot.value),)
        return intent
    whole = guide.wholes.read(said(intent)) if before and said(intent) else None
    if whole and whole.kind == IS_SO and guide.ear.hear(statement(before[0][1])).said:
        return statement(before[0][1])
    return Intent(name=NOT_SO, slots={}) if whole and whole.kind == NOT_SO else intent


def _what_if(intent: Intent, guide: Guide) -> Intent:
    """Free words that suppose a sign and tell none, in the slot for them."""
    words = said(intent)
    found = guide.corrections.grammar.read("what_if", plain(words)) if words else None
    if found is None or guide.ear.hear(statement(words)).said:
        return intent
    put = Intent(name=_WHAT_IF, slots={SUPPOSED: Slot(name=SUPPOSED, value=found["told"])})
    return put if any(term.fact in guide.ear.complaints for term in guide.ear.hear(put).supposed) else intent
