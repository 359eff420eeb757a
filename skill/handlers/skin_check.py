"""The skin check: begin, answer, go back, start over, leave; the rules say what to ask and when it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.paraphrase import acknowledgement
from ..remembering.memory import turn_facts
from ..turn import Turn
from . import check_asides, check_flow, check_moves
from .base import Conversation
from .statements import Statement

MEANING, WELL, SO_FAR, MEDICINE, AFRAID = OWN_MOVES = "meaning", "well", "so_far", "medicine", "afraid"
"""What an answer comes to that asks what the question means or what it is so far, says that all is fine, names a medicine that is
none of those asked for, or tells of fear; no intents of the model."""


class Begin(Conversation):
    """Starts the check, for whom the conversation is about; what was told before is not asked again."""

    intents: ClassVar[frozenset[str]] = frozenset({"SkinCheckIntent"})

    def reply(self, turn: Turn) -> Answer:
        if not turn.guide.skin_check:
            return Answer((turn.voice("check_off"),), Question("", turn.voice("ask_first")), more=())
        told = acknowledgement(turn.guide.kb, turn.update.changes, turn.voice, turn.facts_before)
        return check_flow.begin(turn, *turn.whom(), told, turn.voice("check_start"))


class CheckAnswer(Conversation):
    """Everything that is said to a question of the check, questions of the person's own excepted."""

    intents: ClassVar[frozenset[str]] = Statement.intents | frozenset({
        "AMAZON.YesIntent", "AMAZON.NoIntent", "UnsureIntent", "AMAZON.NextIntent", "AMAZON.PreviousIntent",
        "AMAZON.StartOverIntent", "AMAZON.CancelIntent", "AMAZON.FallbackIntent", "WhyIntent", "ProgressIntent",
    })
    counts_as_error: ClassVar[bool] = True

    def meant(self, turn: Turn) -> bool:
        if not (turn.session.check and turn.session.asking and (super().meant(turn) or turn.intent in OWN_MOVES)):
            return False
        return not _asks_something(turn)

    def reply(self, turn: Turn) -> Answer:
        answer = _MOVES.get(turn.intent, check_moves.said)
        if answer in _NEW_START:
            turn.session.errors = 0
        return answer(turn)


def _asks_something(turn: Turn) -> bool:
    """Whether a statement is a question of its own, which is answered before the check goes on."""
    answers = turn.update.changes or turn.heard.is_open
    told = turn.heard.free and not turn.heard.asks
    return bool(turn_facts(turn.heard, turn.guide.kb.facts)) and not answers and not told


_NEW_START = (
    check_moves.unsure, check_moves.back, check_moves.over, check_moves.leave, check_asides.why, check_asides.how_many,
    check_asides.meaning, check_asides.so_far, check_asides.afraid,
)
"""What sets the ladder of misunderstandings back by itself; an answer does so where it answers."""

_MOVES: Mapping[str, Callable[[Turn], Answer]] = {
    "AMAZON.YesIntent": check_moves.yes,
    "AMAZON.NoIntent": check_moves.no,
    "UnsureIntent": check_moves.unsure,
    "AMAZON.NextIntent": check_moves.unsure,
    "AMAZON.PreviousIntent": check_moves.back,
    "AMAZON.StartOverIntent": check_moves.over,
    "AMAZON.CancelIntent": check_moves.leave,
    "AMAZON.FallbackIntent": check_moves.lost,
    "WhyIntent": check_asides.why,
    "ProgressIntent": check_asides.how_many,
    SO_FAR: check_asides.so_far,
    MEANING: check_asides.meaning,
    WELL: check_moves.well,
    MEDICINE: check_moves.medicine,
    AFRAID: check_asides.afraid,
}
