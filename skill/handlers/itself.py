"""What the guide says of itself: who speaks and why believe it, and what becomes of what one tells it."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.limits import word_count
from ..presentation.paraphrase import summary_names
from ..remembering.session import SUBJECTS, UNDO
from ..turn import Turn
from .base import Conversation

_MOST_TOLD = 3
_ROOM = 14
"""Words for what was told: beside what becomes of it, the longest question of a skin check still fits into the turn."""


class Trust(Conversation):
    """Who made it, who checked it, and what its answers rest on."""

    intents: ClassVar[frozenset[str]] = frozenset({"TrustIntent"})

    def reply(self, turn: Turn) -> Answer:
        return trust(turn)


class Privacy(Conversation):
    """What was told in this conversation, and that nothing of it is kept after it."""

    intents: ClassVar[frozenset[str]] = frozenset({"PrivacyIntent"})

    def reply(self, turn: Turn) -> Answer:
        told = _told(turn)
        line = turn.voice("privacy_told", facts=told) if told else turn.voice("privacy_nothing")
        return _then_ask_on(turn, line, turn.voice("privacy"))


def _told(turn: Turn) -> str:
    """A few things that were told, of whoever the talk is about first, and whether there is more; empty where nothing was told."""
    session, kb, voice = turn.session, turn.guide.kb, turn.voice
    people = dict.fromkeys((session.subject, *SUBJECTS))
    names = list(dict.fromkeys(name for one in people for name in summary_names(kb, session.facts[one], voice)))
    kept = names[:_MOST_TOLD]
    while len(kept) > 1 and word_count(" ".join(kept)) > _ROOM:
        kept.pop()
    return voice.listed([*kept, voice("privacy_more")] if len(kept) < len(names) else kept)


def trust(turn: Turn) -> Answer:
    """Why believe it: said to whoever asks, and where a source is asked for before there was an answer."""
    return _then_ask_on(turn, turn.voice("trust"))


def _then_ask_on(turn: Turn, *lines: str) -> Answer:
    """These lines; a question that was open is asked again."""
    session = turn.session
    if session.asking and not session.check:
        ask = turn.pending_ask().ask
        return Answer((*lines, ask), Question("", turn.voice("ask_reprompt"), session.asking))
    offer = None if session.offer == UNDO else session.offer  # a yes to "anything else?" takes no alarm back
    return Answer(lines, Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt"), offer=offer))
