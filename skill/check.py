"""The skin check: what has been asked, what comes next, how to go back. The rules choose the questions."""

from __future__ import annotations

from dataclasses import replace

from rules_core import KnowledgeBase, Question

from .check_state import Check
from .session import Session

ENOUGH, MOST = 9, 14
"""After ENOUGH questions only those are asked that may still raise the level to GRAVE; after MOST none."""
_GRAVE = 2
"""Position on the pack's scale from which a level is worth a further question."""


def next_question(kb: KnowledgeBase, session: Session) -> Question | None:
    """The next question of the check; None when it has come to its end."""
    check = session.check
    if check is None or len(check.steps) >= MOST:
        return None
    result = kb.infer(session.facts[check.subject])
    question = kb.next_question(result, {*check.closed, *session.not_to_ask})
    if question is None or (len(check.steps) >= ENOUGH and not _is_grave(kb, question)):
        return None
    if question.screen not in check.screens or not question.screen:
        return question
    spec = kb.facts[question.facts[0]]
    return Question((spec.id,), spec.ask, spec.because, question.decides)


def _is_grave(kb: KnowledgeBase, question: Question) -> bool:
    grave = {f"level_{name}" for name in kb.levels[_GRAVE:]}
    return any(name in grave for name in question.decides)


def asked(check: Check, question: Question) -> Check:
    """The check after this question was put; one that was put before is not put a third time."""
    again = question.facts in check.steps
    closed = (*check.closed, *question.facts) if again else check.closed
    return replace(check, steps=(*check.steps, question.facts), closed=_unique(closed), screen=question.screen)


def answered(check: Check, facts: tuple[str, ...], session: Session) -> Check:
    """The check after an answer to `facts`: what it settled is closed.

    What a screen left open is asked for once more with the screen, and after that part by part.
    """
    known = session.facts[check.subject]
    settled = tuple(name for name in facts if name in known)
    check = replace(check, closed=_unique((*check.closed, *settled)))
    put_again = bool(check.steps) and any(set(check.steps[-1]) < set(step) for step in check.steps[:-1])
    return split(check) if put_again else check


def set_aside(check: Check) -> Check:
    """The check before its last question was put: something else was told, which is no answer and no refusal."""
    return replace(check, steps=check.steps[:-1])


def split(check: Check) -> Check:
    """The check after a yes to its screening question: each part of it is asked by itself."""
    return replace(check, screens=_unique((*check.screens, check.screen)), screen="") if check.screen else check


def step_back(check: Check, session: Session) -> Check:
    """The check as it was before the last question but one was answered; its answer is forgotten."""
    last = check.steps[-2:-1]
    facts = last[0] if last else ()
    for name in facts:
        session.facts[check.subject].pop(name, None)
    session.skipped = tuple(name for name in session.skipped if name not in facts)
    return replace(
        check, steps=check.steps[:-2], closed=tuple(name for name in check.closed if name not in facts), screens=(), screen=""
    )


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
