"""Yes, no and not sure: answers to what the skill asked last."""

from __future__ import annotations

from typing import ClassVar

from rules_core import FactSpec

from .. import fact_values
from ..presentation.answer import Answer, Question
from ..session import AGAIN, MORE, Offer
from ..turn import Turn
from .base import Conversation
from .basics import farewell, said_again
from .explain import more
from .knowledge import answer_question, carry_on

_MOST_CHOICES = 3
_NO_CHOICE = ("no", "none", "unknown", "not_applicable")


class Yes(Conversation):
    """Takes up the offer, or answers the question."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.YesIntent"})

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        if session.asking:
            return _yes_to_question(turn)
        if session.offer:
            return _taken_up(turn, session.offer)
        return Answer((turn.voice("yes_nothing"),), Question("", turn.voice("ask_reprompt")))


class No(Conversation):
    """Denies what was asked, declines the offer, or, to "anything else?", ends the conversation."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.NoIntent"})

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        if session.asking:
            for name in session.asking:
                session.known[name] = fact_values.none_of(turn.guide.kb.facts[name], session.known.get(name))
            return carry_on(turn, turn.voice("ack_plain"))
        if session.offer:
            return Answer((turn.voice("no_offer"),), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")), more=())
        return farewell(turn)


class Unsure(Conversation):
    """Not knowing is an answer: the advice then carries the condition in words."""

    intents: ClassVar[frozenset[str]] = frozenset({"UnsureIntent"})

    def reply(self, turn: Turn) -> Answer:
        session, specs = turn.session, turn.guide.kb.facts
        if not session.asking:
            return Answer((turn.voice("unsure"),), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")))
        unsure = specs[session.asking[0]].unsure
        for name in session.asking:
            session.known.setdefault(name, fact_values.UNKNOWN)
        session.skipped = tuple(dict.fromkeys((*session.skipped, *session.asking)))
        return carry_on(turn, turn.voice("unsure"), unsure)


def _taken_up(turn: Turn, offer: Offer) -> Answer:
    if offer == AGAIN:
        return said_again(turn)
    if offer == MORE:
        return more(turn)
    turn.session.turn = dict(offer.facts)
    return answer_question(turn)


def _yes_to_question(turn: Turn) -> Answer:
    """A yes settles a yes/no question; to any other question, which of the choices is it?"""
    session, name = turn.session, turn.session.asking[0]
    spec = turn.guide.kb.facts[name]
    if spec.type == "yes_no" and len(session.asking) == 1:
        session.known[name] = "yes"
        return carry_on(turn, turn.voice("ack_plain"))
    question = Question("", turn.voice("which_reprompt"), session.asking)
    return Answer((_which(turn, spec),), question)


def _which(turn: Turn, spec: FactSpec) -> str:
    choices = [one for one in fact_values.choices(spec) if one not in _NO_CHOICE]
    if not 0 < len(choices) <= _MOST_CHOICES or len(turn.session.asking) > 1:
        return turn.voice("which_of", ask=spec.ask)
    names = [turn.guide.kb.name(spec.id, one) for one in choices]
    return turn.voice("which", choices=turn.voice.listed(names, "or"))
