"""A warning that was just said is not said in full again: that it stands, and what to do."""

from __future__ import annotations

from ..lexicon.kinds import CALM
from ..presentation.answer import Answer, Question
from ..presentation.pieces import BECAUSE, SAY
from ..reading.violence import of_violence
from ..remembering.fact_values import listed
from ..remembering.memory import turn_facts
from ..remembering.session import AGAIN, MORE
from ..standing import SELF_HARM, VIOLENCE, is_emergency
from ..turn import Turn

_TOLD, _ASKED, _NOT_NORMAL = "flag_same", "flag_first", "flag_not_normal"
_HARMLESS = ("topic", "harmless")
_CALM = CALM | {"duration_weeks"}
"""What tells how bumps look and since when: beside a warning that stands it is no news; where they are may be, as near an eye."""


def in_short(turn: Turn, answer: Answer) -> Answer:
    """The answer, or its warning in short where the same one was said last and words bring it up; a yes brings all of it again."""
    if not (turn.heard and answer.question and answer.question.offer == AGAIN and _was_just_said(turn, answer)):
        return answer
    voice, top = turn.voice, turn.plan().flags[0]
    asks = bool(turn_facts(turn.heard, turn.guide.kb.facts))
    if asks and not _comes_first(turn):
        return answer
    lead = voice(_asked(turn) if asks and not of_violence(turn.session, turn.guide) else _TOLD)
    question = Question(voice("ask_in_full"), voice("ask_again_reprompt"), offer=MORE)
    lines = (*turn.whom(), lead, turn.standing_step(), voice("disclaimer_flag"))
    return Answer(lines, question, answer.card, (f"{top}:{SAY}", f"{top}:{BECAUSE}"))


def _asked(turn: Turn) -> str:
    """What is said first: whether it is normal is the one question that the warning answers."""
    fact, value = _HARMLESS
    return _NOT_NORMAL if value in turn.heard.values(fact) else _ASKED


def _comes_first(turn: Turn) -> bool:
    """Whether the warning comes before whatever is asked: an emergency, but for somebody who wants not to live; another is an answer."""
    result = turn.infer(turn.session.question())
    return is_emergency(turn.guide.kb, result) and SELF_HARM[1] not in listed(turn.session.known.get(SELF_HARM[0]))


def _new(turn: Turn) -> set[str]:
    """The facts that are not what they were before this turn."""
    known, before = turn.session.known, turn.facts_before
    return {name for name in (*known, *before) if known.get(name) != before.get(name)}


def _was_just_said(turn: Turn, answer: Answer) -> bool:
    """Whether this very warning was the last thing said, in full or in short, and no sign was told since that was not known.

    A blow or a threat that is told of once more is another one, and the number to call is said each time.
    """
    last = turn.session.last
    told = bool(_new(turn) - _CALM) or turn.session.subject != turn.subject_before
    if last is None or told or VIOLENCE[1] in turn.heard.values(VIOLENCE[0]) or not turn.plan().flags or not turn.standing_step():
        return False
    warning = turn.guide.kb.text(turn.plan().flags[0], facts=turn.infer(turn.session.question()).facts).say
    in_brief = any(turn.voice(key) in last.speech for key in (_TOLD, _ASKED, _NOT_NORMAL)) and turn.standing_step() in last.speech
    return warning in answer.speech and (warning in last.speech or in_brief)
