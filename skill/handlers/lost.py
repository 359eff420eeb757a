"""Not understood: a ladder of three steps, from asking again to a short list."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.closing import once_more
from ..remembering.session import UNDO
from ..turn import Turn
from .base import Conversation

_STEPS = 3


class Lost(Conversation):
    """Anything that no other conversation understands, intents this version does not know among it."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.FallbackIntent"})
    keeps_last: ClassVar[bool] = True
    counts_as_error: ClassVar[bool] = True

    def meant(self, turn: Turn) -> bool:
        return bool(turn.intent)

    def reply(self, turn: Turn) -> Answer:
        return lost(turn)


def lost(turn: Turn, key: str = "") -> Answer:
    """The next step of the ladder; a pending question is asked again, at the last step it is let go.

    What to do about a warning that stands is said once more: those who are worried ask things nobody foresaw.
    `key` is what is said at the first step instead, with no question pending.
    """
    session = turn.session
    session.errors = min(session.errors + 1, _STEPS)
    last_step = session.errors == _STEPS
    if session.asking:
        pending = turn.pending_ask()
        because = turn.voice("help_because", because=pending.reason) if pending.reason else ""
        lines = (turn.voice(f"lost_asking_{session.errors}", ask=pending.ask, because=because),)
        return Answer(lines, Question("", turn.voice("ask_reprompt"), () if last_step else session.asking))
    if (step := turn.standing_step()) and (turn.emergency() or not last_step):
        return Answer((turn.voice("lost_flag", step=step),), once_more(turn.voice))
    line = turn.voice(key if key and session.errors == 1 else f"lost_{session.errors}")
    return Answer((line,), Question("", turn.voice("ask_reprompt"), offer=None if session.offer == UNDO else session.offer))
