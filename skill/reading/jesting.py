"""A jest, and what is told in the same breath ("just kidding, I mean I'm dying of embarrassment"): that is heard once the jest is gone."""

from __future__ import annotations

from ask_sdk_model.intent import Intent

from ..free_words import said, statement
from ..guide import Guide
from ..remembering.memory import retract
from ..remembering.session import Session
from ..standing import anybody_despairs
from .complaints import complains
from .violence import of_violence

_JEST = "JestIntent"


def jested(intent: Intent, session: Session, guide: Guide) -> Intent:
    """What is told besides, with what was told last taken back in `session`; the jest alone where nothing is known of that.

    Nobody who spoke of a wish to die or of a blow is taken at such a word, and a danger told besides is no jest.
    """
    told = guide.relief.after_jest(said(intent))
    if told is None:
        return intent
    heard = guide.ear.hear(statement(told)) if told else None
    if heard and complains(heard, guide.ear):
        return statement(told)
    if heard is None or not (heard.said or heard.asks) or anybody_despairs(session) or of_violence(session, guide):
        return Intent(name=_JEST, slots={})
    retract(session, guide.kb.facts)
    session.alarmed, session.turn = "", {}
    return statement(told)
