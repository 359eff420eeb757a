"""A thing that is asked about in place of the one that was: "not a stye, milia"."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import statement
from ..guide import Guide
from ..remembering.fact_values import listed
from ..remembering.session import Session

_USED = ("ingredient", "considering")
_LIKE, _LIKENS, _EXPLAINS = "lookalike_", ("LookAlikeIntent", "lookalike"), ("ExplainIntent", "topic")
"""The facts of what may be used or done, and in which intents and slots anything else is asked about."""
_TOPIC = "topic"


def asked_instead(words: str, session: Session, guide: Guide) -> Intent | None:
    """The question about a thing that is named in place of the one that was asked about, or where nothing was yet; else None."""
    exchange = guide.instead.read(words) if words else None
    if exchange is None or session.check:
        return None
    used, like = any(fact in _USED for fact, _ in exchange.meant), any(value.startswith(_LIKE) for _, value in exchange.meant)
    if (session.turn or not like) and not any(value in listed(session.turn.get(fact)) for fact, value in exchange.wrong):
        return None
    if used:
        return statement(f"{guide.language.heard['amends']['asked']} {exchange.right}")
    name, slot = _LIKENS if like else _EXPLAINS
    return Intent(name=name, slots={slot: Slot(name=slot, value=exchange.right)})
