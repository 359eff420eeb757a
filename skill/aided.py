"""What is told of help, and what it settles: who is seen to is warned of the same no more, unless something new is told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rules_core import KnowledgeBase

from .hearing.heard import Heard
from .remembering.session import Session
from .standing import OUTSIDE, VIOLENCE, emergencies, warned_level

CALLED, SEEN, STOPPED, COVERED = "called", "seen", "stopped", "covered"
AID, _OF_AID, _OF_HIM = "aid", "AidIntent", "ThirdTalkIntent"
"""What is asked or told of help means that only where an emergency stands: "the whole bottle" may be one of shampoo."""


def of_aid(heard: Heard, name: str, session: Session, kb: KnowledgeBase) -> Heard:
    """The same without what is told of help where nobody is warned; where help was called, that tells of no danger besides."""
    told = heard.values(AID)
    if not told:
        return heard
    if name == _OF_HIM and any(one[1:] == VIOLENCE for one in session.told):
        return heard.without(AID)  # "he is coming" is no help
    if any(emergencies(kb, session.facts)):
        has_help = not {CALLED, SEEN}.isdisjoint(told)
        return replace(heard, said=tuple(one for one in heard.said if (one.fact, one.value) != OUTSIDE)) if has_help else heard
    return heard if name == _OF_AID or (SEEN in told and warned_level(kb, session.known)) else heard.without(AID)


def settle(session: Session, subjects: Collection[str], signs: Collection[str]) -> None:
    """Note of these people that somebody looks after the signs that are known of them."""
    session.settled = tuple((one, fact) for one in subjects for fact in session.facts[one] if fact in signs)
