"""How what is missing for an answer is asked for: several facts by one screening question, or one by its own.

The questions of a pack are put to the person they are about; asked about somebody else they name that person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rules_core import KnowledgeBase, Question

from .voice import Voice


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


def worded(kb: KnowledgeBase, question: Question, voice: Voice) -> Question:
    """The question in the words in which it is put: of a description of which a part is known only the rest is asked."""
    screen = next((one for one in kb.screens if one.id == question.screen), None)
    is_rest = screen is not None and not screen.denies and len(question.facts) < len(screen.facts)
    return question._replace(ask=(voice.rest(question.facts) if is_rest else "") or voice.asks(question.ask))
