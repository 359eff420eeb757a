"""How what is missing for an answer is asked for: several facts by one screening question, or one by its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rules_core import KnowledgeBase, Question


def asking_for(kb: KnowledgeBase, missing: Sequence[str], apart: Collection[str] = ()) -> Question:
    """The question for the first missing fact; with it for all that its screen covers, unless that was taken `apart`."""
    for screen in kb.screens:
        together = tuple(name for name in screen.facts if name in missing)
        if screen.denies and missing[0] in together and len(together) > 1 and screen.id not in apart:
            return Question(together, screen.ask, screen.because, (), screen.id)
    spec = kb.facts[missing[0]]
    return Question((spec.id,), spec.ask, spec.because, ())


def asked(kb: KnowledgeBase, asking: Sequence[str]) -> Question:
    """The question by which these facts were asked for: their screen, or the one fact's own."""
    screen = next((one for one in kb.screens if len(asking) > 1 and set(asking) <= set(one.facts)), None)
    if screen:
        return Question(tuple(asking), screen.ask, screen.because, (), screen.id)
    spec = kb.facts[asking[0]]
    return Question(tuple(asking), spec.ask, spec.because, ())
