"""Says back what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rules_core import KnowledgeBase

from ..fact_values import Value
from ..memory import Change
from .voice import Voice

_MOST = 3
_MOST_IN_SUMMARY = 3
_SAYS_NOTHING = ("none", "no", "unknown", "not_applicable", "stable")


def acknowledgement(kb: KnowledgeBase, changes: Iterable[Change], voice: Voice) -> str:
    """What was stated, or else taken back, in a few words; empty when there is nothing to say back."""
    changes = list(changes)
    stated = _names(kb, (one for one in changes if not one.denied))
    if stated:
        return voice("ack", facts=voice.listed(stated))
    denied = _names(kb, (one for one in changes if one.denied))
    return voice("ack_denied", facts=voice.listed(denied)) if denied else ""


def summary(kb: KnowledgeBase, facts: Mapping[str, Value], voice: Voice) -> str:
    """What is known of somebody, the first few things by the pack's order; empty when nothing was told."""
    told = [
        kb.name(fact, value)
        for fact in kb.facts
        if fact in facts and fact != "who" and kb.facts[fact].type != "int"
        for value in _values(facts[fact])
        if value not in _SAYS_NOTHING
    ]
    return voice.listed(told[:_MOST_IN_SUMMARY])


def _values(value: Value) -> list[str]:
    return value if isinstance(value, list) else [str(value)]


def _names(kb: KnowledgeBase, changes: Iterable[Change]) -> list[str]:
    """At most three names; whom it is about is said elsewhere."""
    told = dict.fromkeys((one.fact, one.value) for one in changes if one.fact != "who" and kb.facts[one.fact].type != "int")
    return [kb.name(fact, value) for fact, value in told][:_MOST]
