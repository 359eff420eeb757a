"""Thanks, small talk and thinking aloud: a short line, and back to what matters. A warning that stands is named before anything else."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..session import AGAIN
from ..turn import Turn
from .base import Conversation


class Manners(Conversation):
    """Says its line and asks again what was asked; after a warning it says once more what to do."""

    line: ClassVar[str] = ""

    def reply(self, turn: Turn) -> Answer:
        session, voice = turn.session, turn.voice
        lines, step = (voice(self.line),), turn.standing_step()
        if step:
            return Answer((*lines, step), Question(voice("ask_again"), voice("ask_again_reprompt"), offer=AGAIN))
        if session.asking and not session.check:
            ask = turn.pending_ask().ask
            return Answer((*lines, ask), Question("", voice("ask_reprompt"), session.asking))
        return Answer(lines, Question(voice("ask_open"), voice("ask_open_reprompt")))


class Thanks(Manners):
    """Thanks are no goodbye."""

    line: ClassVar[str] = "thanks"
    intents: ClassVar[frozenset[str]] = frozenset({"ThanksIntent"})


class SmallTalk(Manners):
    """Greetings, and what or who this is."""

    line: ClassVar[str] = "small_talk"
    intents: ClassVar[frozenset[str]] = frozenset({"SmallTalkIntent"})


class Pause(Manners):
    """Somebody who thinks aloud has misunderstood nothing."""

    line: ClassVar[str] = "pause"
    intents: ClassVar[frozenset[str]] = frozenset({"PauseIntent"})
