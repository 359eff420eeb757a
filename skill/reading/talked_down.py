"""Under an emergency that stands: "probably nothing" is heard as a doubt whether it is urgent, "so that's normal" as a question."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import said, statement, words_of
from ..guide import Guide
from ..hearing.wordings import plain
from ..lexicon.kinds import CALM
from ..remembering.session import Session
from ..standing import BLEEDING, emergencies, tells_of_despair

_URGENCY, _EXPLAIN, _TOPIC, _THIRD = "UrgencyIntent", "ExplainIntent", "topic", "third_words"
_NO_LONGER = "NoLongerIntent"


def talked_down(intent: Intent, session: Session, guide: Guide) -> Intent:
    """The intent, or what its words amount to where they talk down an emergency that stands and tell no sign."""
    if intent.name == _NO_LONGER and (session.subject, *BLEEDING) in session.told and not words_of(intent):
        return statement(guide.language.heard["amends"]["bled"])
    of_third = words_of(intent).get(_THIRD, "")
    read, words = guide.corrections.grammar.read, plain(said(intent) or of_third)
    asks, doubts = read("asks_normal", words) is not None, read("talked_down", words) is not None
    if not (words and (asks or doubts)) or tells_of_despair(session) or not any(emergencies(guide.kb, session.facts)):
        return intent
    signs = guide.ear.complaints - CALM
    if any(term.fact in signs for term in guide.ear.hear(statement(words)).said):
        return intent
    if asks:
        return Intent(name=_EXPLAIN, slots={_TOPIC: Slot(name=_TOPIC, value=guide.language.heard["amends"]["normal"])})
    return Intent(name=_URGENCY, slots={})
