"""Yes, no and not sure: answers to what the skill asked last."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else
from ..remembering import fact_values
from ..remembering.session import AGAIN, MORE, MORE_SIGNS, UNDO, Offer
from ..turn import Turn
from . import check_flow
from .asking_back import kept
from .base import Conversation
from .basics import farewell, said_again
from .explain import more
from .knowledge import answer_question, carry_on
from .setting_right import Retract
from .steps import skipped
from .which import closest, which


class Yes(Conversation):
    """Takes up the offer, or answers the question."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.YesIntent"})

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        if session.asking:
            return _yes_to_question(turn)
        if session.offer:
            return _taken_up(turn, session.offer)
        if turn.first_things():
            return Answer((), anything_else(turn.voice))
        return Answer((turn.voice("yes_nothing"),), Question("", turn.voice("ask_reprompt")))


class No(Conversation):
    """Denies what was asked, declines the offer, or, to "anything else?", ends the conversation."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.NoIntent"})
    counts_as_error: ClassVar[bool] = True

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        errors, session.errors = session.errors, 0
        if session.asking:
            if all(fact_values.none_of(turn.guide.kb.facts[name]) == fact_values.UNKNOWN for name in session.asking):
                if errors:
                    return _left_open(turn)
                session.errors = 1
                return Answer((closest(turn),), Question("", turn.voice("which_reprompt"), session.asking))
            for spec in map(turn.guide.kb.facts.__getitem__, session.asking):
                held = session.holding(spec)
                held[spec.id] = fact_values.none_of(spec, held.get(spec.id))
            return carry_on(turn, turn.voice("ack_plain"))
        if session.offer == UNDO:
            return kept(turn)
        if session.offer:
            return Answer((turn.voice("no_offer"),), anything_else(turn.voice), more=())
        return farewell(turn)


class Unsure(Conversation):
    """Not knowing is an answer: the advice then carries the condition in words."""

    intents: ClassVar[frozenset[str]] = frozenset({"UnsureIntent"})

    def reply(self, turn: Turn) -> Answer:
        if turn.session.offer == UNDO:
            return kept(turn)
        if not turn.session.asking:
            return skipped(turn) or Answer((turn.voice("unsure"),), anything_else(turn.voice))
        return _left_open(turn)


def _left_open(turn: Turn) -> Answer:
    """What was asked is not known, and not asked again."""
    session = turn.session
    line = turn.leave_open(session.asking, session.holding)
    session.skipped = tuple(dict.fromkeys((*session.skipped, *session.asking)))
    return carry_on(turn, turn.voice("unsure"), line)


def _taken_up(turn: Turn, offer: Offer) -> Answer:
    if offer == AGAIN:
        return said_again(turn)
    if offer == MORE:
        return more(turn)
    if offer == UNDO:
        return Retract().reply(turn)
    turn.session.turn = dict(offer.facts)
    return answer_question(turn)


def _yes_to_question(turn: Turn) -> Answer:
    """A yes settles a yes/no question; to any other question, which of the choices is it?"""
    session, name = turn.session, turn.session.asking[0]
    spec = turn.guide.kb.facts[name]
    if len(session.asking) > 1:
        session.apart = tuple(dict.fromkeys((*session.apart, turn.pending_ask().screen)))
        return Answer((turn.voice("check_yes_screen"),), Question(turn.voice.asks(spec.ask), asking=(name,)))
    if name == MORE_SIGNS and turn.guide.skin_check:
        return check_flow.begin(turn, turn.voice("check_yes_screen"), apart=True)
    if spec.type == "yes_no" and len(session.asking) == 1:
        session.holding(spec)[name] = "yes"
        return carry_on(turn, turn.voice("ack_plain"))
    question = Question("", turn.voice("which_reprompt"), session.asking)
    session.holding(spec).setdefault(name, fact_values.UNKNOWN)  # a yes is never a no
    return Answer((which(turn, spec),), question)
