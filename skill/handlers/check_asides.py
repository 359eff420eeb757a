"""What is said beside an answer in a skill check: how long it takes, why it asks, what a question means, an amount without a number."""

from __future__ import annotations

from .. import check as checks
from ..presentation.answer import Answer, Question
from ..turn import Turn
from .which import examples

_FEW_EXAMPLES, _MOST_EXAMPLES = 2, 5


def how_many(turn: Turn) -> Answer:
    """About how many questions are left where nothing unusual comes up, and the question again."""
    left = checks.left(turn.guide.kb, turn.session)
    key = "check_left_last" if left == 0 else "check_left_one" if left == 1 else "check_left_some"
    return _again(turn, turn.voice(key, number=turn.voice.number(left)))


def why(turn: Turn) -> Answer:
    """Why the pending question is asked, and the question again."""
    question = turn.pending_ask()
    line = turn.voice("why_ask", because=question.reason, ask=question.ask)
    return Answer((line,), Question("", turn.voice("check_reprompt"), turn.session.asking))


def meaning(turn: Turn) -> Answer:
    """What is asked: why, and more examples of what would be an answer."""
    pending = turn.pending_ask()
    because = turn.voice("help_because", because=pending.reason) if pending.reason else ""
    parted = len(turn.session.asking) > 1
    named = turn.voice("check_meaning", examples=turn.voice.listed(examples(turn, 1 if parted else _MOST_EXAMPLES), "or"))
    return _again(turn, " ".join(one for one in (because, named) if one))


def so_far(turn: Turn) -> Answer:
    """What it is likely to be is not said before all that tells is known: how much is left, and the question again."""
    return _again(turn, turn.voice("check_too_soon"), how_many(turn).lines[0])


def afraid(turn: Turn) -> Answer:
    """Fear is met, and tells nothing of the skin: the question stands."""
    return _again(turn, turn.voice("check_afraid"))


def unanswered(turn: Turn) -> Answer:
    """A question in the middle that has no answer here leaves the check where it stood."""
    return _again(turn, turn.voice("check_unanswered"))


def length(turn: Turn) -> Answer:
    """A length of time that has no number is asked for once more, as a rough guess."""
    return _again(turn, turn.voice("check_length"))


def over(turn: Turn, *said: str) -> Answer:
    """What is over answers nothing about now: it is noted as over, and now is asked about again."""
    return _again(turn, *said, turn.voice("check_over_now"))


def few(turn: Turn) -> str:
    """Two answers that would be understood."""
    return str(turn.voice.listed([f'"{name}"' for name in examples(turn, _FEW_EXAMPLES)[:_FEW_EXAMPLES]], "or"))


def _again(turn: Turn, *lines: str) -> Answer:
    ask = turn.pending_ask().ask
    return Answer((*lines, ask), Question("", turn.voice("check_reprompt"), turn.session.asking))
