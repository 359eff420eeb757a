"""Danger comes first: red flags in anything that was said, and emergencies outside the subject."""

from __future__ import annotations

from typing import ClassVar

from ..memory import turn_facts
from ..presentation.answer import Answer, Question
from ..presentation.pieces import BECAUSE, SAY
from ..presentation.reasons import told_facts
from ..session import AGAIN, MORE, NAMED, OPEN, Facts
from ..standing import top_flag
from ..turn import Turn
from .base import Conversation
from .knowledge import TOPICS

_TOPIC, _OUTSIDE, _SYMPTOMS = "topic", "out_of_scope_emergency", "symptoms"
_WHAT_NOW = ("UrgencyIntent", "DoctorIntent", "RoadmapIntent")
"""Questions that, after a warning, ask about the warning."""


class RedFlag(Conversation):
    """Whatever was going on: when what was just said raises a flag, that is the answer.

    A question that was open stays the question where the flag is said with it, so that a correction finds it again.
    """

    ends_check: ClassVar[bool] = True

    def meant(self, turn: Turn) -> bool:
        return any(_rank(turn, subject) for subject in turn.update.subjects)

    def reply(self, turn: Turn) -> Answer:
        session, specs = turn.session, turn.guide.kb.facts
        session.alarmed = NAMED if turn.heard.subject or turn.heard.mode else OPEN
        session.subject = max(turn.update.subjects, key=lambda subject: _rank(turn, subject))
        if turn.intent in TOPICS or turn_facts(turn.heard, specs) or not session.turn:
            session.turn = _asked(turn)
        if not turn.plan().flags:
            session.turn = _asked(turn)
        if not turn.plan().flags:
            session.turn = {_TOPIC: _SYMPTOMS}
        answer = turn.answer()
        assert answer, "a flag is always said"
        return _in_short(turn, answer) if _was_just_said(turn) else answer


class Emergency(Conversation):
    """Danger that has nothing to do with the skin: one fixed line."""

    ends_check: ClassVar[bool] = True
    intents: ClassVar[frozenset[str]] = frozenset({"EmergencyIntent"})

    def reply(self, turn: Turn) -> Answer:
        known = _OUTSIDE in turn.guide.kb.facts[_TOPIC].values
        result = turn.infer({_TOPIC: _OUTSIDE} if known else {})
        answer = turn.guide.composer.answer(result, turn.voice)
        again = Question(turn.voice("ask_again"), turn.voice("ask_again_reprompt"), offer=AGAIN)
        return answer or Answer((turn.voice("emergency"),), again, more=())


class Waiting(Conversation):
    """"Can I wait until tomorrow?" after a warning: what to do, and that it does not get less urgent by itself."""

    def meant(self, turn: Turn) -> bool:
        return turn.intent in _WHAT_NOW and bool(turn.standing_step())

    def reply(self, turn: Turn) -> Answer:
        voice, step = turn.voice, turn.standing_step()
        hold = turn.guide.kb.text(f"level_{turn.infer(turn.session.question()).level}").because
        again = Question(voice("ask_again"), voice("ask_again_reprompt"), offer=AGAIN)
        return Answer((*turn.whom(), hold, step, voice("disclaimer_flag")), again)


def _was_just_said(turn: Turn) -> bool:
    """Whether this very warning was the last thing said, and nothing was told since that was not known."""
    last, top = turn.session.last, turn.plan().flags[0]
    told = turn.session.known != turn.facts_before or turn.session.subject != turn.subject_before
    if last is None or told or not turn.standing_step():
        return False
    return turn.guide.kb.text(top, facts=turn.infer(turn.session.question()).facts).say in last.speech


def _in_short(turn: Turn, answer: Answer) -> Answer:
    """A warning that was just said: that it stands and what to do; a yes brings all of it again."""
    voice, top = turn.voice, turn.plan().flags[0]
    question = Question(voice("ask_in_full"), voice("ask_again_reprompt"), offer=MORE)
    lines = (*turn.whom(), voice("flag_same"), turn.standing_step(), voice("disclaimer_flag"))
    return Answer(lines, question, answer.card, (f"{top}:{SAY}", f"{top}:{BECAUSE}"))


def _rank(turn: Turn, subject: str) -> int:
    """How high the flags stand for a subject; 0 where there is none.

    What was told just now counts also where it would not stand beside what was asked in the same breath.
    """
    kb, facts = turn.guide.kb, turn.session.facts[subject]
    result = turn.infer({**_asked(turn), **facts})
    if not top_flag(kb, result):
        result = kb.infer({_TOPIC: _SYMPTOMS, **facts})
        flag = top_flag(kb, result)
        told = {(one.fact, one.value) for one in turn.update.changes if one.subject == subject and not one.denied}
        if not (flag and told.intersection(told_facts(kb, result, flag))):
            return 0
    return 1 + (kb.levels.index(result.level) if result.level else 0)


def _asked(turn: Turn) -> Facts:
    return turn_facts(turn.heard, turn.guide.kb.facts, TOPICS.get(turn.intent, _SYMPTOMS))
