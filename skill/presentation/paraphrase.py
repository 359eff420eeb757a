"""Says back what was understood."""

from __future__ import annotations

from collections.abc import Iterable

from rules_core import KnowledgeBase

from ..memory import Change
from .voice import Voice

_MOST = 3


def acknowledgement(kb: KnowledgeBase, changes: Iterable[Change], voice: Voice) -> str:
    """What was stated, or else taken back, in a few words; empty when there is nothing to say back."""
    changes = list(changes)
    stated = _names(kb, (one for one in changes if not one.denied))
    if stated:
        return voice("ack", facts=voice.listed(stated))
    denied = _names(kb, (one for one in changes if one.denied))
    return voice("ack_denied", facts=voice.listed(denied)) if denied else ""


def _names(kb: KnowledgeBase, changes: Iterable[Change]) -> list[str]:
    """At most three names; whom it is about is said elsewhere."""
    told = dict.fromkeys((one.fact, one.value) for one in changes if one.fact != "who" and kb.facts[one.fact].type != "int")
    return [kb.name(fact, value) for fact, value in told][:_MOST]
