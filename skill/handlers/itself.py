"""What the guide says of itself: who speaks and why believe it, and what becomes of what one tells it."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.paraphrase import summary
from ..session import SUBJECTS
from ..turn import Turn
from .base import Conversation

_MOST_TOLD = 3


class Trust(Conversation):
    """Who made it, who checked it, and what its answers rest on."""

    intents: ClassVar[frozenset[str]] = frozenset({"TrustIntent"})

    def reply(self, turn: Turn) -> Answer:
        return trust(turn)


class Privacy(Conversation):
    """What was told in this conversation, and that nothing of it is kept after it."""

    intents: ClassVar[frozenset[str]] = frozenset({"PrivacyIntent"})

    def reply(self, turn: Turn) -> Answer:
        known = [summary(turn.guide.kb, turn.session.facts[subject], turn.voice, _MOST_TOLD) for subject in SUBJECTS]
        told = turn.voice.listed([one for one in known if one])
        line = turn.voice("privacy_told", facts=told) if told else turn.voice("privacy_nothing")
        return _then_ask_on(turn, line, turn.voice("privacy"))


def trust(turn: Turn) -> Answer:
    """Why believe it: said to whoever asks, and where a source is asked for before there was an answer."""
    return _then_ask_on(turn, turn.voice("trust"))


def _then_ask_on(turn: Turn, *lines: str) -> Answer:
    """These lines; a question that was open is asked again."""
    session = turn.session
    if session.asking and not session.check:
        ask = turn.pending_ask().ask
        return Answer((*lines, ask), Question("", turn.voice("ask_reprompt"), session.asking))
    return Answer(lines, Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt"), offer=session.offer))
