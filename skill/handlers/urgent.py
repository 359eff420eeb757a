"""Danger comes first: red flags in anything that was said, and emergencies outside the subject."""

from __future__ import annotations

from typing import ClassVar

from ..aided import AID, CALLED, COVERED, SEEN, STOPPED, settle
from ..presentation.answer import Answer
from ..presentation.closing import anything_else, once_more
from ..presentation.plan import make_plan
from ..presentation.reasons import told_facts
from ..reading.complaints import complains
from ..remembering.fact_values import listed
from ..remembering.memory import take_back, turn_facts
from ..remembering.session import NAMED, OPEN, SELF, Facts
from ..standing import BLEEDING, EVENTS, LONG, StandingWarning, despairs, top_flag, warned_level, would_ease
from ..turn import Turn
from .asking_back import kept
from .base import Conversation
from .knowledge import TOPICS, answer_question

_TOPIC, _SYMPTOMS = "topic", "symptoms"
_URGENCY = "UrgencyIntent"
_WHAT_NOW = (_URGENCY, "DoctorIntent", "RoadmapIntent")
"""Questions that, after a warning, ask about the warning."""


class RedFlag(Conversation):
    """Whatever was going on: when what was just said raises a flag, that is the answer.

    A question that was open stays the question where the flag is said with it, so that a correction finds it again.
    """

    ends_check: ClassVar[bool] = True

    def meant(self, turn: Turn) -> bool:
        return not _tells_of_help_alone(turn) and any(_rank(turn, subject) for subject in turn.update.subjects)

    def reply(self, turn: Turn) -> Answer:
        session, specs = turn.session, turn.guide.kb.facts
        session.alarmed = NAMED if turn.heard.subject or turn.heard.mode else OPEN
        session.helped = tuple(one for one in session.helped if one not in turn.update.subjects)
        session.settled = tuple(one for one in session.settled if one[0] not in turn.update.subjects)
        session.subject = max(turn.update.subjects, key=lambda subject: _rank(turn, subject))
        if turn.intent in TOPICS or turn_facts(turn.heard, specs) or not session.turn:
            session.turn = _asked(turn)
        if not turn.plan().flags:
            session.turn = _asked(turn)
        if not turn.plan().flags:
            session.turn = {_TOPIC: _SYMPTOMS}
        answer = turn.answer()
        assert answer, "a flag is always said"
        return answer


class Emergency(Conversation):
    """Danger of which the pack knows nothing: one fixed line."""

    ends_check: ClassVar[bool] = True
    intents: ClassVar[frozenset[str]] = frozenset({"EmergencyIntent"})

    def reply(self, turn: Turn) -> Answer:
        return Answer((turn.voice("emergency"),), once_more(turn.voice), more=())


class Aid(Conversation):
    """What may be done until help is there, and that it was called: answered for the emergency that stands."""

    ends_check: ClassVar[bool] = True
    intents: ClassVar[frozenset[str]] = frozenset({"AidIntent"})

    def meant(self, turn: Turn) -> bool:
        told = turn.heard.values(AID)
        if told[:1] == [COVERED]:
            return not turn.emergency() or _bleeds(turn)
        return bool(told) and (told[0] != STOPPED or _has_stopped(turn) or _is_to_be_shown(turn))

    def reply(self, turn: Turn) -> Answer:
        session, voice, kb = turn.session, turn.voice, turn.guide.kb
        asked: Facts = {AID: turn.heard.values(AID)[0]}
        danger = turn.emergency()
        if asked[AID] == STOPPED and not danger:
            return kept(turn)
        if danger is None and not (asked[AID] in (SEEN, COVERED) and turn.standing_step()):
            session.turn = asked
            return answer_question(turn)
        subject = danger.subject if danger else session.subject
        told = kb.text(make_plan(kb, kb.infer({**asked, **session.facts[subject]}), None).verdicts[0].id)
        if danger is None or (asked[AID] == SEEN and not despairs(session.facts[subject])):
            return _covered(turn, told.say) if asked[AID] == COVERED else _seen(turn, told.say, danger)
        if asked[AID] == STOPPED:
            return _stopped(turn, told.say, subject)
        if asked[AID] == CALLED:
            helped(turn)
            return Answer((told.say,), anything_else(voice), more=())
        return Answer((told.say, told.because, danger.step), once_more(voice), more=())


def _covered(turn: Turn, told: str) -> Answer:
    """Whether it may be covered, and what the warning that stands asks for."""
    return Answer((*turn.whom(), told, turn.standing_step()), anything_else(turn.voice), more=())


def _bleeds(turn: Turn) -> bool:
    """Whether whoever is in danger bleeds: a burn or an eye is not covered so."""
    danger, (fact, value) = turn.emergency(), BLEEDING
    return danger is not None and value in listed(turn.session.facts[danger.subject].get(fact))


def _has_stopped(turn: Turn) -> bool:
    """Whether a bleeding that was to be pressed on, and had not gone on for long under that, is all that makes it an emergency."""
    danger, kb = turn.emergency(), turn.guide.kb
    if danger is None:
        return False
    facts, (fact, value) = turn.session.facts[danger.subject], BLEEDING
    signs = listed(facts.get(fact))
    if value not in signs or LONG[1] in signs:
        return False
    return would_ease(kb, turn.session, danger.subject, lambda supposed: take_back(fact, value, supposed, kb.facts, danger.subject))


def _is_to_be_shown(turn: Turn) -> bool:
    """Whether what stopped is to be shown to a doctor all the same: a bump that bled, though it bleeds no more."""
    return bool(turn.standing_step()) and not warned_level(turn.guide.kb, turn.session.known)


def _stopped(turn: Turn, say: str, subject: str) -> Answer:
    """That a bleeding has stopped: it is none any more."""
    session, voice = turn.session, turn.voice
    take_back(*BLEEDING, session, turn.guide.kb.facts, subject)
    session.turn, session.alarmed = {}, ""
    return Answer((*turn.whom(), say, voice("disclaimer_flag")), anything_else(voice), more=())


def _seen(turn: Turn, say: str, danger: StandingWarning | None) -> Answer:
    """What whoever was seen has to watch for: to hear "see a doctor today" again helps nobody."""
    session, voice = turn.session, turn.voice
    subject = danger.subject if danger else session.subject
    anew = (voice("seen_before", step=danger.step),) if danger else ()
    settle(session, (subject,), turn.guide.ear.signs)
    session.helped = tuple(dict.fromkeys((*session.helped, subject)))
    session.subject, session.turn, session.alarmed = subject, {}, ""
    return Answer((*turn.whom(), say, *anew, voice("disclaimer_flag")), anything_else(voice), more=())


def helped(turn: Turn) -> None:
    """Help is called for all who are in danger: it is named no more unless something new is told, and the talk turns to the speaker."""
    session = turn.session
    session.helped = tuple(one.subject for one in turn.emergencies())
    settle(session, session.helped, turn.guide.ear.signs)
    for subject in session.helped:
        for fact, value in EVENTS:
            take_back(fact, value, session, turn.guide.kb.facts, subject)
    session.subject, session.turn, session.alarmed, session.told = SELF, {}, "", ()


class Waiting(Conversation):
    """"Can I wait until tomorrow?" after a warning: what to do, and that it does not get less urgent by itself."""

    def meant(self, turn: Turn) -> bool:
        if turn.intent in _WHAT_NOW and turn.standing_step():
            return True
        return (turn.intent == _URGENCY or _asks_of_the_warning(turn)) and turn.emergency() is not None

    def reply(self, turn: Turn) -> Answer:
        voice, session, danger = turn.voice, turn.session, turn.emergency()
        if danger and (turn.intent == _URGENCY or _asks_of_the_warning(turn)):
            session.subject, session.turn = danger.subject, {_TOPIC: _SYMPTOMS}
        step, hold = turn.standing_step(), turn.guide.kb.text(f"level_{turn.infer(session.question()).level}").because
        return Answer((*turn.whom(), hold, step, voice("disclaimer_flag")), once_more(voice))


def _asks_of_the_warning(turn: Turn) -> bool:
    """Whether "what do I do now" follows a warning, whoever it was about."""
    return turn.intent in _WHAT_NOW and bool(turn.session.alarmed) and not turn.heard.said


def _tells_of_help_alone(turn: Turn) -> bool:
    """Whether it is told that help is there, and no sign with it: who is "with his parents, and they took him in" is not warned anew."""
    return not {CALLED, SEEN}.isdisjoint(turn.heard.values(AID)) and not complains(turn.heard, turn.guide.ear)


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
