"""Walking through the home-care steps, one at a time."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..turn import Turn
from .base import Conversation
from .explain import more
from .knowledge import answer_question

_TOPIC = "topic"


class Next(Conversation):
    """The step after the last one; away from the steps, more of the last answer, or else the first step."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.NextIntent"})

    def reply(self, turn: Turn) -> Answer:
        place, offer = _place(turn), turn.session.offer
        if place is None and offer and offer.facts.get(_TOPIC) in turn.guide.steps:
            turn.session.turn = dict(offer.facts)
            return answer_question(turn)
        if place is None and turn.session.more:
            return more(turn)
        return _step(turn, 0 if place is None else place + 1)


class Previous(Conversation):
    """The step before the last one."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.PreviousIntent"})

    def reply(self, turn: Turn) -> Answer:
        place = _place(turn)
        if place is None:
            return Answer((turn.voice("steps_none"),), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")))
        return _step(turn, place - 1)


def _place(turn: Turn) -> int | None:
    topic = turn.session.turn.get(_TOPIC)
    return turn.guide.steps.index(str(topic)) if topic in turn.guide.steps else None


def _step(turn: Turn, place: int) -> Answer:
    """The step at this place; before the first and after the last it says so."""
    if 0 <= place < len(turn.guide.steps):
        turn.session.turn = {_TOPIC: turn.guide.steps[place]}
        return answer_question(turn)
    line = turn.voice("steps_first" if place < 0 else "steps_last")
    return Answer((line,), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")), more=())
