"""Whom a request is about."""

from __future__ import annotations

from ..session import BABY, NAMED, OPEN, OTHER, SELF, SUBJECTS, TOO_YOUNG, WEEKS_OLD, Session
from .heard import Heard
from .people import BESIDES, THIRD

_NOT_GROWN = (*TOO_YOUNG, "teen")


def focus(heard: Heard, session: Session, about: str, asks: bool) -> str:
    """Whom it names, else whom "she" or "I am pregnant" means, else whoever it was before.

    A denial that names nobody ("I have no pus") lifts no warning about somebody else who was named.

    Somebody who `asks` what to do without naming anybody asks for a baby or child that the talk is about, but not for
    another grown-up: "can I use it" after talk of a husband, or beside it, is the speaker's own question.
    """
    named = heard.subject or about
    if named == OTHER and heard.mode == BESIDES and asks:
        return SELF
    if named in SUBJECTS:
        return named
    if heard.mode == BESIDES:
        return SELF
    if session.subject == OTHER and WEEKS_OLD in heard.numbers:
        return BABY
    if heard.mode == THIRD:
        if session.alarmed == OPEN and session.subject == SELF and not session.third and asks:
            return SELF  # "a man collapsed", "can he use it": nobody else fits
        return session.subject if session.subject != SELF else session.third or OTHER
    if session.subject == OTHER and session.alarmed == NAMED and heard.denied and not (heard.said or heard.is_measured):
        return SELF
    speaks_of_self = any(term.subject == SELF and term.fact not in session.asking for term in heard.said)
    if speaks_of_self and (session.subject == BABY or not session.check):
        return SELF
    grown = session.subject == OTHER and session.known.get("age_group") not in _NOT_GROWN
    return SELF if asks and grown and not session.check else session.subject
