"""Walking through the home-care steps, one at a time; a question in between keeps the place."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer
from ..presentation.closing import anything_else
from ..remembering.session import Offer
from ..turn import Turn
from .base import BACK, Conversation
from .basics import said_again
from .explain import more
from .knowledge import answer_question

_TOPIC, _HOME_CARE = "topic", "home_care"


class Next(Conversation):
    """The step after the last one; away from the steps, more of the last answer, or else the first step."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.NextIntent"})

    def reply(self, turn: Turn) -> Answer:
        place, offer = _place(turn), turn.session.offer
        if place is None and offer and (offer.facts.get(_TOPIC) in turn.guide.steps or _goes_on(turn, offer)):
            turn.session.turn = dict(offer.facts)
            return answer_question(turn)
        if place is None and not turn.session.place and (turn.session.more or _is_elsewhere(turn)):
            return more(turn)
        return _step(turn, _kept(turn) + 1 if place is None else place + 1)


class Previous(Conversation):
    """The step before the last one; away from the steps, the answer before the last one, and where there is none the last once more."""

    intents: ClassVar[frozenset[str]] = frozenset({BACK})

    def reply(self, turn: Turn) -> Answer:
        place = _place(turn)
        if place is None and not turn.session.place:
            return _earlier(turn)
        return _step(turn, _kept(turn) if place is None else place - 1)


class Progress(Conversation):
    """Where in the steps, and that step again; away from them, what was said last."""

    intents: ClassVar[frozenset[str]] = frozenset({"ProgressIntent"})

    def reply(self, turn: Turn) -> Answer:
        kept = _kept(turn)
        if kept < 0:
            return said_again(turn)
        voice, steps = turn.voice, turn.guide.steps
        turn.session.turn = {_TOPIC: steps[kept]}
        return answer_question(turn, voice("steps_place", number=voice.number(kept + 1), all=voice.number(len(steps))))


def skipped(turn: Turn) -> Answer | None:
    """The step after one that is left out: each of them is a choice. None away from the steps."""
    place = _place(turn)
    return None if place is None else _step(turn, place + 1)


def _earlier(turn: Turn) -> Answer:
    """The answer before the last one, as it is now that all is known that was told since."""
    session, told = turn.session, turn.session.told_last
    if not session.earlier:
        return said_again(turn, told) if told else Answer((turn.voice("steps_none"),), anything_else(turn.voice))
    *before, (session.subject, session.turn) = session.earlier
    session.earlier = tuple(before)
    return answer_question(turn)


def _goes_on(turn: Turn, offer: Offer) -> bool:
    """Whether what is offered comes next in what is gone through: after one cause the next one."""
    return _series(offer.facts.get(_TOPIC)) == _series(turn.session.turn.get(_TOPIC))


def _series(topic: object) -> str:
    """What a topic is one of: "cause_sun" one of the causes."""
    return str(topic or "").partition("_")[0].removesuffix("s")


def _is_elsewhere(turn: Turn) -> bool:
    """Whether the last answer was about something that has no steps."""
    return bool(turn.session.turn) and not turn.plan().flags and turn.session.turn.get(_TOPIC) not in (*turn.guide.steps, _HOME_CARE)


def _place(turn: Turn) -> int | None:
    topic = turn.session.turn.get(_TOPIC)
    return turn.guide.steps.index(str(topic)) if topic in turn.guide.steps else None


def _kept(turn: Turn) -> int:
    """The place of the step that was told last; -1 where none was."""
    return turn.guide.steps.index(turn.session.place) if turn.session.place in turn.guide.steps else -1


def _step(turn: Turn, place: int) -> Answer:
    """The step at this place; before the first and after the last it says so."""
    if 0 <= place < len(turn.guide.steps):
        turn.session.turn = {_TOPIC: turn.guide.steps[place]}
        return answer_question(turn)
    line = turn.voice("steps_first" if place < 0 else "steps_last")
    return Answer((line,), anything_else(turn.voice), more=())
