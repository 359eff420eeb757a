"""Emergencies that stand: what to do about them is said before anything else, whoever is being talked about."""

from __future__ import annotations

from collections.abc import Iterator

from rules_core import KnowledgeBase, Result

from .presentation.plan import make_plan
from .presentation.voice import Voice
from .session import OTHER, SUBJECTS, Session

_TOPIC, _SYMPTOMS = "topic", "symptoms"
_SEES, _STEP = "see_", "step_"


def top_flag(kb: KnowledgeBase, result: Result) -> str:
    """The most important warning of a result; empty where there is none."""
    return next(iter(make_plan(kb, result).flags), "")


def step_of(kb: KnowledgeBase, result: Result, flag: str) -> str:
    """What to do about a warning in a sentence or two: its own (`step_x` for `see_x`), or else that of its level."""
    own, level = _STEP + flag.removeprefix(_SEES), f"level_{result.level}"
    return next((kb.text(one).say for one in (own, level) if one in kb.entries), "")


def is_emergency(kb: KnowledgeBase, result: Result) -> bool:
    """Whether a result is a warning of the highest level there is."""
    return bool(kb.levels) and result.level == kb.levels[-1] and bool(top_flag(kb, result))


def first_things(kb: KnowledgeBase, session: Session, voice: Voice, told_of: str = "", speech: str = "") -> list[str]:
    """What to do about each emergency that stands, but for that of whom one is told of now and what stands in the speech already.

    "She" who was never named may be the one who is told of.
    """
    standing = list(_emergencies(kb, session))
    told = {told_of, *(subject for subject, step, full in standing if step in speech or full in speech)} - {""}
    told |= {OTHER} if told and not session.called else set()
    return [_line(subject, session, step, voice) for subject, step, _ in standing if subject not in told]


def _emergencies(kb: KnowledgeBase, session: Session) -> Iterator[tuple[str, str, str]]:
    """Who is in danger, what to do in short, and the warning in full."""
    for subject in SUBJECTS:
        facts = session.facts[subject]
        if not facts or _SYMPTOMS not in kb.facts[_TOPIC].values:
            continue
        result = kb.infer({_TOPIC: _SYMPTOMS, **facts})
        if is_emergency(kb, result):
            flag = top_flag(kb, result)
            yield subject, step_of(kb, result, flag), kb.text(flag, facts=result.facts).say


def _line(subject: str, session: Session, step: str, voice: Voice) -> str:
    key = "first_called" if subject == OTHER and session.called else f"first_{subject}"
    return voice(key, step=step, person=session.called)
