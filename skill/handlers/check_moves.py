"""What an answer does to a skin check: takes it on, back, over from the start, or out of it."""

from __future__ import annotations

from dataclasses import replace

from .. import check as checks
from .. import fact_values
from ..check_state import Check
from ..presentation.answer import Answer, Question
from ..presentation.limits import WORDS_A_TURN
from ..presentation.paraphrase import MOST_IN_SUMMARY, acknowledgement, summary
from ..turn import Turn

_ERRORS_BEFORE_SKIP = 3
_TOPIC, _SYMPTOMS = "topic", "symptoms"


def go_on(turn: Turn, *opening: str) -> Answer:
    """The next question of the check after these lines, or its outcome."""
    session, lines = turn.session, tuple(line for line in opening if line)
    check = session.check
    assert check is not None
    session.subject = check.subject
    question = checks.next_question(turn.guide.kb, session)
    if question is None:
        return _outcome(turn, lines)
    if question.screen and question.screen == check.screen and set(question.facts) < set(session.asking):
        lines = (*lines, turn.voice("check_rest"))
    session.check = checks.asked(check, question)
    turn.infer(session.known)
    return Answer(lines, Question(question.ask, turn.voice("check_reprompt"), question.facts), more=())


def _outcome(turn: Turn, lines: tuple[str, ...]) -> Answer:
    """What was understood, how soon to see whom, what it sounds like, and the safety net, for which the first makes room."""
    session, kb = turn.session, turn.guide.kb
    session.check, session.turn = None, {_TOPIC: _SYMPTOMS}
    result = turn.infer(session.question())
    level = kb.text(f"level_{result.level}", facts=result.facts).say if result.level else ""
    nets = [kb.text(one, facts=result.facts).say for one in turn.plan().safety_nets]
    variants = dict(session.variants)
    for most in range(MOST_IN_SUMMARY, 0, -1):
        session.variants = dict(variants)
        opening = [line for line in (_understood(turn, most), level) if line]
        answer = turn.answer(opening, asks=False, name_first=True)
        if answer and turn.plan().flags:
            return _in_doubt(turn, answer)
        if answer and all(net in answer.speech for net in nets):
            break
    return answer or Answer((*opening,), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")), more=())


def _understood(turn: Turn, most: int) -> str:
    told = summary(turn.guide.kb, turn.session.known, turn.voice, most)
    return turn.voice("check_done", facts=told) if told else turn.voice("check_done_nothing")


def _in_doubt(turn: Turn, answer: Answer) -> Answer:
    """The alarm; where it rests on what the person was not sure about, that is said."""
    doubt = Answer((turn.voice("check_careful"), *answer.lines), answer.question, answer.card, answer.more)
    unsure = any(value == fact_values.UNKNOWN for value in turn.session.known.values())
    return doubt if unsure and doubt.words <= WORDS_A_TURN else answer


def _settled(turn: Turn, facts: tuple[str, ...], *lines: str) -> Answer:
    session = turn.session
    assert session.check is not None
    session.check = checks.answered(session.check, facts, session)
    return go_on(turn, *lines)


def said(turn: Turn) -> Answer:
    """An answer in words: several facts at once are taken in, and need not be asked any more."""
    session = turn.session
    if not turn.heard:
        return lost(turn)
    session.errors = 0
    _follow_subject(turn)
    if not turn.update.answered and session.check:
        session.check = checks.set_aside(session.check)
    said = acknowledgement(turn.guide.kb, turn.update.changes, turn.voice, turn.facts_before) or turn.voice("ack_plain")
    return _settled(turn, turn.update.answered, said)


def _follow_subject(turn: Turn) -> None:
    """A check is about whom its age question turns out to be about; later mentions of others do not move it."""
    session = turn.session
    check = session.check
    assert check is not None
    if turn.heard.subject and session.subject != check.subject and len(check.steps) <= 2:
        session.facts[session.subject] = {**session.facts[check.subject], **session.facts[session.subject]}
        session.check = replace(check, subject=session.subject)


def no(turn: Turn) -> Answer:
    """A plain no denies everything that was asked; a request for a description is then put part by part."""
    session = turn.session
    assert session.check is not None
    if any(screen.id == session.check.screen and not screen.denies for screen in turn.guide.kb.screens):
        return _settled(turn, (), turn.voice("check_yes_screen"))
    facts = session.facts[session.check.subject]
    for name in session.asking:
        facts[name] = fact_values.none_of(turn.guide.kb.facts[name], facts.get(name))
    return _settled(turn, session.asking, turn.voice("ack_plain"))


def yes(turn: Turn) -> Answer:
    """A yes settles a yes/no question; to a screen, each of its parts is asked; to anything else, which is it?"""
    session = turn.session
    spec = turn.guide.kb.facts[session.asking[0]]
    if len(session.asking) > 1:
        assert session.check is not None
        session.check = checks.split(session.check)
        return go_on(turn, turn.voice("check_yes_screen"))
    if spec.type == "yes_no":
        session.known[spec.id] = "yes"
        return _settled(turn, session.asking, turn.voice("ack_plain"))
    return Answer((turn.voice("which_of", ask=spec.ask),), Question("", turn.voice("which_reprompt"), session.asking))


def unsure(turn: Turn) -> Answer:
    """Not knowing is an answer; it is not asked again."""
    session, specs = turn.session, turn.guide.kb.facts
    assert session.check is not None
    facts = session.facts[session.check.subject]
    for name in session.asking:
        facts.setdefault(name, fact_values.UNKNOWN)
    line = specs[session.asking[0]].unsure if len(session.asking) == 1 else ""
    return _settled(turn, session.asking, turn.voice("unsure"), line)


def back(turn: Turn) -> Answer:
    """The question before, its answer forgotten."""
    session = turn.session
    assert session.check is not None
    first = len(session.check.steps) < 2
    session.check = checks.step_back(session.check, session)
    return go_on(turn, turn.voice("check_first" if first else "check_back"))


def over(turn: Turn) -> Answer:
    """From the first question, with nothing known."""
    session = turn.session
    assert session.check is not None
    session.facts[session.check.subject].clear()
    session.skipped = ()
    session.check = Check(session.check.subject)
    return go_on(turn, turn.voice("check_over"))


def leave(turn: Turn) -> Answer:
    """Out of the check; what was told stays known."""
    turn.session.check = None
    return Answer((turn.voice("check_left"),), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")), more=())


def why(turn: Turn) -> Answer:
    """Why the pending question is asked, and the question again."""
    question = turn.pending_ask()
    line = turn.voice("why_ask", because=question.reason, ask=question.ask)
    return Answer((line,), Question("", turn.voice("check_reprompt"), turn.session.asking))


def lost(turn: Turn) -> Answer:
    """Rephrase, give examples, then go on as if the answer were "not sure"."""
    session = turn.session
    session.errors += 1
    if session.errors >= _ERRORS_BEFORE_SKIP:
        session.errors = 0
        facts = session.known
        for name in session.asking:
            facts.setdefault(name, fact_values.UNKNOWN)
        return _settled(turn, session.asking, turn.voice("check_skip"))
    question = turn.pending_ask()
    if session.errors == 1:
        line = turn.voice("lost_asking_1", ask=question.ask)
    else:
        line = turn.voice("check_examples", examples=_examples(turn), ask=question.ask)
    return Answer((line,), Question("", turn.voice("check_reprompt"), session.asking))


def _examples(turn: Turn) -> str:
    """Two answers that would be understood."""
    kb = turn.guide.kb
    names = [
        kb.name(name, value) for name in turn.session.asking for value in fact_values.choices(kb.facts[name])
        if value not in ("none", "no", "yes", "unknown", "not_applicable")
    ]
    return turn.voice.listed([f'"{name}"' for name in names[:2]], "or")
