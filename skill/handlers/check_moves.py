"""What an answer does to a skin check: takes it on, back, over from the start, or out of it."""

from __future__ import annotations

from dataclasses import replace

from rules_core import FactSpec

from .. import check as checks
from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else
from ..presentation.paraphrase import MOST_IN_SUMMARY, acknowledgement
from ..remembering import fact_values
from ..remembering.check_state import AGAIN, Check
from ..remembering.session import WEEKS_OLD
from ..turn import Turn
from . import check_asides, check_denials
from .check_flow import go_on, settled
from .statements import turned_to
from .which import closest, which

_ERRORS_BEFORE_SKIP = 3
_MEDICINES = "medicines"


def said(turn: Turn) -> Answer:
    """An answer in words: several facts at once are taken in, and need not be asked any more."""
    session = turn.session
    if turn.heard.is_open and not (turn.update.changes or turn.heard.asks):
        session.errors += 1
        return check_asides.length(turn) if session.errors == 1 else unsure(turn)
    if turn.heard.bygone and not turn.update.changes:
        return check_asides.over(turn)
    if not turn.heard:
        return lost(turn)
    if not _is_new(turn):
        return _nothing_new(turn)
    session.errors = 0
    turned = _follow_subject(turn)
    absent = check_denials.said_back(turn)
    answered = (*turn.update.answered, *check_denials.covered(turn))
    if not answered and session.check:
        session.check = _set_aside(turn, session.check)
    told = acknowledgement(turn.guide.kb, turn.update.changes, turn.voice, turn.facts_before, most=MOST_IN_SUMMARY)
    return settled(turn, answered, turned, told, absent or ("" if turned or told else turn.voice("ack_plain")))


def _set_aside(turn: Turn, check: Check) -> Check:
    return checks.set_aside(turn.guide.kb, check, (term.fact for term in (*turn.heard.said, *turn.heard.denied)))


def well(turn: Turn) -> Answer:
    """"I'm fine" denies what a screening question asks, and answers no other."""
    check = turn.session.check
    assert check is not None
    return no(turn) if checks.is_denied(turn.guide.kb, check.screen) else lost(turn)


def medicine(turn: Turn) -> Answer:
    """A medicine that is none of those asked for: among other things each is asked by itself, and a pharmacist can tell what it does."""
    if _MEDICINES not in turn.session.asking:
        return lost(turn)
    return yes(turn) if len(turn.session.asking) > 1 else unsure(turn)


def _is_new(turn: Turn) -> bool:
    """Whether an answer told anything that was not known."""
    session = turn.session
    is_told = bool(turn.update.answered or check_denials.new(turn))
    return is_told or session.subject != turn.subject_before or session.known != turn.facts_before


def _nothing_new(turn: Turn) -> Answer:
    """What was said before answers no question: it is asked again, and a screen is taken apart."""
    session = turn.session
    assert session.check is not None
    told = (*turn.heard.said, *turn.heard.denied)
    elsewhere = told and all(term.fact not in session.asking for term in told)
    if elsewhere and not session.errors:
        session.errors, session.check = 1, _set_aside(turn, session.check)
        return go_on(turn, turn.voice("ack_plain"))
    if not session.check.screen:
        return lost(turn)
    session.check = checks.split(session.check)
    return go_on(turn, turn.voice("check_yes_screen"))


def _follow_subject(turn: Turn) -> str:
    """A check is about whom its age question turns out to be about, which is said; later mentions of others do not move it."""
    session = turn.session
    check = session.check
    assert check is not None
    named = turn.heard.subject or WEEKS_OLD in turn.heard.numbers
    if named and session.subject != check.subject and len(check.steps) <= 2:
        session.facts[session.subject] = {**session.facts[check.subject], **session.facts[session.subject]}
        session.check = replace(check, subject=session.subject)
        return turned_to(turn)
    return ""


def no(turn: Turn) -> Answer:
    """A plain no denies all that was asked; a request for a description is put part by part; "where?" takes no no."""
    session = turn.session
    assert session.check is not None
    if session.check.screen and not checks.is_denied(turn.guide.kb, session.check.screen):
        session.check = checks.split(session.check)
        return go_on(turn, turn.voice("check_yes_screen"))
    facts, specs = session.facts[session.check.subject], turn.guide.kb.facts
    if all(fact_values.none_of(specs[name]) == fact_values.UNKNOWN for name in session.asking):
        if not session.errors:
            session.errors = 1
            return Answer((closest(turn),), Question("", turn.voice("which_reprompt"), session.asking))
        session.errors = 0
        return unsure(turn)
    session.errors = 0
    for name in session.asking:
        facts[name] = fact_values.none_of(specs[name], facts.get(name))
    return settled(turn, session.asking, turn.voice("ack_plain"))


def yes(turn: Turn) -> Answer:
    """A yes settles a yes/no question; to a screen, each of its parts is asked; to anything else, which is it?

    Until that is told it counts as not known, never as "no". Right after a no to the question of danger it takes that no back.
    """
    session = turn.session
    assert session.check is not None
    spec = turn.guide.kb.facts[session.asking[0]]
    if len(session.asking) > 1:
        session.errors, session.check = 0, checks.split(checks.doubted(turn.guide.kb, session))
        return go_on(turn, turn.voice("check_yes_screen"))
    if spec.type == "yes_no":
        session.errors = 0
        session.known[spec.id] = "yes"
        return settled(turn, session.asking, turn.voice("ack_plain"))
    if screen := checks.denied_before(turn.guide.kb, session):
        session.errors, session.check = 0, replace(checks.step_back(session.check, session), doubt=(screen.id,))
        return go_on(turn, turn.voice("check_back"))
    return lost(turn) if session.errors else _which_of_it(turn, spec)


def _which_of_it(turn: Turn, spec: FactSpec) -> Answer:
    """A yes to a choice: which is it? Until that is told it is not known."""
    turn.session.errors = 1
    turn.session.known.setdefault(spec.id, fact_values.UNKNOWN)
    return Answer((which(turn, spec),), Question("", turn.voice("which_reprompt"), turn.session.asking))


def unsure(turn: Turn) -> Answer:
    """Not knowing is an answer; it is not asked again. Where it may be urgent, each part is asked by itself first."""
    session = turn.session
    assert session.check is not None
    if session.check.screen and len(session.asking) > 1 and checks.may_be_urgent(turn.guide.kb, session):
        session.check = checks.split(checks.doubted(turn.guide.kb, session, AGAIN))
        return go_on(turn, turn.voice("check_yes_screen"))
    facts = session.facts[session.check.subject]
    return settled(turn, session.asking, turn.voice("unsure"), turn.leave_open(session.asking, lambda _: facts))


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
    session.skipped, session.check = (), Check(session.check.subject)
    return go_on(turn, turn.voice("check_over"))


def leave(turn: Turn) -> Answer:
    """Out of the check; what was told stays known, and whoever said yes to a danger and not to which is sent to a doctor."""
    worry = (turn.voice("check_worry"),) if checks.in_doubt(turn.guide.kb, turn.session) else ()
    turn.session.check = None
    return Answer((turn.voice("check_left"), *worry), anything_else(turn.voice), more=())


def lost(turn: Turn) -> Answer:
    """Rephrase, give examples, then go on as if the answer were "not sure"."""
    session = turn.session
    if turn.heard.asks and not turn.heard:
        return check_asides.unanswered(turn)
    session.errors += 1
    if session.errors >= _ERRORS_BEFORE_SKIP:
        session.errors = 0
        turn.leave_open(session.asking, lambda _: session.known)
        return settled(turn, session.asking, turn.voice("check_skip"))
    question = turn.pending_ask()
    if session.errors == 1:
        line = turn.voice("lost_asking_1", ask=question.ask)
    else:
        line = turn.voice("check_examples", examples=check_asides.few(turn), ask=question.ask)
    return Answer((line,), Question("", turn.voice("check_reprompt"), session.asking))
