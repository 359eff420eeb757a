"""A jest, and what is told in the same breath ("just kidding, I mean I'm dying of embarrassment"): that is heard once the jest is gone."""

from __future__ import annotations

from ask_sdk_model.intent import Intent

from ..free_words import said, statement
from ..guide import Guide
from ..remembering.memory import retract
from ..remembering.session import MORE, SELF, Session
from ..standing import anybody_despairs, tells_of_despair
from .complaints import complains
from .violence import of_violence

_JEST, FIGURE = "JestIntent", "figure_meant"
"""The second is no intent of the model: that a wish to die was a way of speaking."""


def jested(intent: Intent, session: Session, guide: Guide) -> Intent:
    """What is told besides, with what was told last taken back in `session`; the jest alone where nothing is known of that.

    Nobody who spoke of a wish to die or of a blow is taken at such a word, and a danger told besides is no jest.
    """
    told = guide.relief.after_jest(said(intent))
    if told is None:
        return _figure(intent, session, guide)
    heard = guide.ear.hear(statement(told)) if told else None
    if heard and complains(heard, guide.ear):
        return statement(told)
    if heard is None or not (heard.said or heard.asks) or anybody_despairs(session) or of_violence(session, guide):
        return Intent(name=_JEST, slots={})
    _undo(session, guide)
    return statement(told)


def _undo(session: Session, guide: Guide) -> None:
    """Take back what was told last, and what was answered to it."""
    retract(session, guide.kb.facts)
    session.alarmed, session.turn = "", {}


def _figure(intent: Intent, session: Session, guide: Guide) -> Intent:
    """That the speaker dies of no more than embarrassment, where the wish to die was their own and told last; else the intent as it is.

    A figure that is named is an explanation, as a jest alone is none. Whoever said it more than once is not taken at such a word (`MORE` is
    offered after that), and whatever may warn besides is heard first.
    """
    words = said(intent)
    is_own = tells_of_despair(session) and {one[0] for one in session.told} == {SELF} and session.offer != MORE
    if not (is_own and guide.relief.is_figure(words)) or complains(guide.ear.hear(statement(words)), guide.ear):
        return intent
    _undo(session, guide)
    return Intent(name=FIGURE, slots={})
