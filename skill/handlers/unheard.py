"""What is said of words that told nothing, or that were missed beside what was understood."""

from __future__ import annotations

from ..lexicon.kinds import LASTING
from ..presentation.answer import Answer
from ..presentation.closing import anything_else
from ..turn import Turn
from .lost import lost

_FEW_LEFT = 2
"""More words that were not understood may tell of today."""


def reply(turn: Turn) -> Answer:
    """To a statement of which nothing was understood: what to do in danger, unless it can tell of none."""
    if not (turn.session.asking or turn.standing_step()):
        if turn.heard.figure and (turn.heard.whole or turn.heard.everyday):
            return _on_with(turn, "figure")
        if turn.heard.everyday:
            return _on_with(turn, "everyday")
        if _is_over(turn):
            return _on_with(turn, "bygone")
    return lost(turn, "unheard" if turn.heard.words else "")


def _is_over(turn: Turn) -> bool:
    """Whether a sign was told that was there long ago, and nothing besides that could be one of now."""
    signs = turn.guide.ear.complaints
    return turn.heard.bygone and any(term.fact in signs for term in turn.heard.once) and len(turn.heard.left) <= _FEW_LEFT


def over(turn: Turn) -> str:
    """What is said where a sign of long ago was told with what lasts of it ("I had a bad allergic reaction"), and nothing of today."""
    signs = turn.guide.ear.signs - LASTING
    of_today = any(change.fact in signs for change in turn.update.changes) or turn.plan().flags or turn.first_things()
    return turn.voice("bygone") if _is_over(turn) and not of_today else ""


def _on_with(turn: Turn, key: str) -> Answer:
    """A way of speaking is taken for one, and life beside milia for no sign; what they would like to know is asked."""
    turn.session.errors = 0
    return Answer((turn.voice(key),), anything_else(turn.voice), more=())


def missed(turn: Turn) -> str:
    """What is said where words were not understood and no warning is, of nobody: no calm answer is left to them alone."""
    warned = turn.plan().flags or turn.first_things()
    lost_words = turn.heard.left and turn.heard.free and not turn.heard.everyday
    return turn.voice("ack_part") if lost_words and not warned else ""


def standing(turn: Turn) -> str:
    """What a warning that stands asks for, where a statement was not understood."""
    step = turn.standing_step() if turn.heard.left and turn.heard.free else ""
    return turn.voice("lost_flag", step=step) if step else ""
