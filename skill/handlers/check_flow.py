"""The course of a skin check: how it begins, what is asked next, and its outcome."""

from __future__ import annotations

from dataclasses import replace

from rules_core import Question as Ask
from rules_core import Screen

from .. import check as checks
from .. import denied_apart
from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else
from ..presentation.composer import NETS_IN_SHORT
from ..presentation.paraphrase import MOST_IN_SUMMARY, summary
from ..presentation.reasons import told_facts
from ..remembering import fact_values
from ..remembering.check_state import AGAIN, Check
from ..remembering.session import MORE_SIGNS
from ..turn import Turn

_TOPIC, _SYMPTOMS = "topic", "symptoms"
_LEAST_EXPLAINED = 2
"""Facts that are said back at the least where that makes room for the reason: with fewer nobody knows that they were understood."""


def begin(turn: Turn, *opening: str, apart: bool = False) -> Answer:
    """The first question of a check of whom the conversation is about; with `apart` its parts are asked one by one."""
    session = turn.session
    if session.check and session.check.subject != session.subject:
        session.words = tuple(one for one in session.words if one[0] == session.subject)  # what was described was somebody else's
    session.turn, session.check = {}, Check(session.subject)
    question = checks.next_question(turn.guide.kb, session)
    if apart and question:
        session.check = checks.split(replace(session.check, screen=question.screen, doubt=(question.screen,)))
    return go_on(turn, *opening)


def go_on(turn: Turn, *opening: str) -> Answer:
    """The next question of the check after these lines, or its outcome."""
    session, lines = turn.session, tuple(line for line in opening if line)
    check = session.check
    assert check is not None
    session.subject = check.subject
    question = checks.next_question(turn.guide.kb, session)
    if screen := checks.left_in_doubt(turn.guide.kb, session, question):
        return _in_doubt(turn, check, screen, lines)
    if question is None:
        return _outcome(turn, lines)
    asked = _put(turn, question, check.screen)
    session.check = checks.asked(check, question)
    turn.infer(session.known)
    return Answer(lines, Question(asked, turn.voice("check_reprompt"), question.facts), more=())


def _put(turn: Turn, question: Ask, pending: str) -> str:
    """The words of the question; one about many signs that was just put in full is not said in full again.

    At most one turn lies between the full question and an answer to it: a plain no denies every sign it names.
    """
    session, ask = turn.session, turn.worded(question).ask
    if question.screen != pending or not checks.is_denied(turn.guide.kb, question.screen):
        is_denied = session.check is not None and denied_apart.is_partly_denied(session.check, question.facts)
        is_known = is_denied or checks.is_partly_told(turn.guide.kb, session, question)
        return " ".join((turn.voice("check_besides"), ask)) if is_known else ask
    is_rest, just_said = set(question.facts) < set(session.asking), bool(session.last and ask in session.last.speech)
    if question.facts == session.asking and just_said:
        return turn.voice("check_same")
    return " ".join((*([turn.voice("check_rest")] if is_rest else []), *([] if is_rest and just_said else [ask])))


def _in_doubt(turn: Turn, check: Check, screen: Screen, lines: tuple[str, ...]) -> Answer:
    """A danger that was not denied at first and of which no part was told: what is it? And, asked once, what is safe to do."""
    session, voice = turn.session, turn.voice
    if AGAIN in check.doubt:
        session.check = replace(check, doubt=())
        return go_on(turn, *lines, voice("check_worry"))
    session.check = replace(check, doubt=(screen.id, AGAIN), screen=screen.id)
    put = tuple(name for name in screen.facts if name in session.known)
    return Answer(lines, Question(voice("check_doubt"), voice("check_reprompt"), put), more=())


def _outcome(turn: Turn, lines: tuple[str, ...]) -> Answer:
    """What was understood, how soon to see whom, what it sounds like, and the safety net, for which the first makes room."""
    session, kb = turn.session, turn.guide.kb
    session.check, session.turn = None, {_TOPIC: _SYMPTOMS}
    if MORE_SIGNS in kb.facts and fact_values.UNKNOWN not in session.known.values():
        session.turn[MORE_SIGNS] = "no"
    result = turn.infer(session.question())
    level = kb.text(f"level_{result.level}", facts=result.facts).say if result.level else ""
    variants, fewer = dict(session.variants), range(MOST_IN_SUMMARY, 0, -1)
    tries = ((most, explains) for explains in (True, False) for most in fewer if most >= _LEAST_EXPLAINED or not explains)
    for most, explains in (*tries, (MOST_IN_SUMMARY, False)):  # fewer facts only where that makes room for the reason and the safety net
        session.variants = dict(variants)
        opening = [line for line in (_understood(turn, most), level, _doubt(turn)) if line]
        answer = turn.answer(opening, asks=False, name_first=True, short=explains)
        if answer and _is_safe(turn, answer) and (not explains or _is_explained(turn, answer)):
            break
    if answer:
        return replace(answer, weighs=True)
    return Answer((*opening,), anything_else(turn.voice), more=())


def _is_explained(turn: Turn, answer: Answer) -> bool:
    """Whether the outcome says why it sounds like what it does."""
    facts = turn.infer(turn.session.question()).facts
    reasons = (turn.guide.kb.text(one, facts=facts).because for one in turn.plan().spoken)
    return any(reason and reason in answer.speech for reason in reasons)


def _is_safe(turn: Turn, answer: Answer) -> bool:
    """Whether the outcome says what to look out for; a warning says that itself."""
    plan, facts = turn.plan(), turn.infer(turn.session.question()).facts
    nets = [(turn.guide.kb.text(one, facts=facts).say, turn.voice(NETS_IN_SHORT[one]) if one in NETS_IN_SHORT else "")
            for one in plan.safety_nets]
    return bool(plan.flags) or all(net in answer.speech or (short and short in answer.speech) for net, short in nets)


def _doubt(turn: Turn) -> str:
    """That a sign was left open; empty where every sign was asked for and told."""
    signs = {name for screen in turn.guide.kb.screens if screen.denies for name in screen.facts}
    left = any(value == fact_values.UNKNOWN and name in signs for name, value in turn.session.known.items())
    return turn.voice("check_unsure") if left else ""


def _understood(turn: Turn, most: int) -> str:
    """What was told and decides, then what else was told, at most so many things."""
    kb, result, spoken = turn.guide.kb, turn.infer(turn.session.question()), turn.plan().spoken
    decides = [fact for one in spoken[:1] for fact, _ in told_facts(kb, result, one)]
    told = summary(kb, turn.session.known, turn.voice, most, decides)
    return turn.voice("check_done", facts=told) if told else turn.voice("check_done_nothing")


def settled(turn: Turn, facts: tuple[str, ...], *lines: str) -> Answer:
    session = turn.session
    assert session.check is not None
    session.check = checks.answered(session.check, facts, session)
    return go_on(turn, *lines)
