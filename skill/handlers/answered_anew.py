"""Whether what is told calls for the last question to be answered anew: it has another answer now, or is about somebody else."""

from __future__ import annotations

from ..hearing.people import BESIDES, THIRD
from ..presentation.plan import make_plan
from ..presentation.reasons import told_facts
from ..remembering.session import BABY, OTHER, SELF, Facts
from ..turn import Turn

_TOPIC, _SYMPTOMS, _WHO = "topic", "symptoms", "who"


def changes_the_answer(turn: Turn) -> bool:
    """Whether the last question has another answer now, for the same person."""
    session = turn.session
    if not session.turn or session.subject != turn.subject_before:
        return False
    before = turn.guide.kb.infer({**session.turn, **turn.facts_before})
    after = turn.infer(session.question())
    return [one.id for one in before.conclusions + tuple(w.conclusion for w in before.withheld)] != [
        one.id for one in after.conclusions + tuple(w.conclusion for w in after.withheld)
    ]


def complains(turn: Turn) -> bool:
    """Whether what is told now is what the answer to it is about, after an answer about something else: skin that burns from a product."""
    session, kb = turn.session, turn.guide.kb
    if session.turn.get(_TOPIC, _SYMPTOMS) == _SYMPTOMS or session.subject != turn.subject_before:
        return False
    result = kb.infer({_TOPIC: _SYMPTOMS, **session.known})
    told = {(one.fact, one.value) for one in turn.update.changes if one.fact in turn.guide.ear.complaints and not one.denied}
    return any(told.intersection(told_facts(kb, result, one.id)) for one in make_plan(kb, result).verdicts[:1])


def tells_of_another(turn: Turn) -> bool:
    """Whether what is told turns to the speaker or somebody else, and changes the last answer ("we're trying for a baby")."""
    session = turn.session
    if _is_no_baby(turn):
        return bool(session.turn)
    if session.subject == turn.subject_before or session.turn.get(_TOPIC, _SYMPTOMS) == _SYMPTOMS:
        return False
    told = {change.fact for change in turn.update.changes if change.subject == session.subject}
    if session.subject != SELF and turn.heard.mode != THIRD:
        personal = told.isdisjoint(turn.guide.ear.complaints | turn.guide.ear.places) and bool(told - {_WHO})
        asked_for = session.subject == OTHER or turn.heard.mode == BESIDES
        return personal and asked_for and _differs(turn, session.known)
    before = {name: value for name, value in session.known.items() if name not in told}
    return turn.infer(session.question()).conclusions != turn.guide.kb.infer({**session.turn, **before}).conclusions


def back_to_speaker(turn: Turn) -> bool:
    """Whether another is named and the answer to the speaker's own question changes by what the speaker is: "my wife is, I'm the man"."""
    session = turn.session
    own = [change for change in turn.update.changes if change.subject == SELF and change.fact != _WHO]
    asked = bool(own) and turn.subject_before == SELF and session.subject == OTHER and session.turn.get(_TOPIC, _SYMPTOMS) != _SYMPTOMS
    return asked and not (turn.heard.owns or turn.plan().flags) and _differs(turn, session.facts[SELF])


def _is_no_baby(turn: Turn) -> bool:
    """Whether the baby who was told of turns out to be a child: all that was known is the child's now."""
    facts, told = turn.session.facts, turn.facts_before.keys() - {_WHO}
    return turn.subject_before == BABY and turn.session.subject == OTHER and bool(told) and not facts[BABY]


def _differs(turn: Turn, known: Facts) -> bool:
    """Whether the last question is answered in another way for whom this is known than for whom it was asked."""
    infer, asked = turn.guide.kb.infer, turn.session.turn
    return infer({**asked, **known}).conclusions != infer({**asked, **turn.facts_before}).conclusions
