"""A warning stands, and what is said sounds as if it had been none: it is asked whether that is so, and only a yes takes it back."""

from __future__ import annotations

from ..lexicon.kinds import CALM
from ..presentation.answer import Answer, Question
from ..presentation.closing import once_more
from ..reading.complaints import complains
from ..reading.of_animals import ANIMAL
from ..reading.violence import of_violence
from ..remembering.memory import retract
from ..remembering.session import UNDO
from ..standing import anybody_despairs, would_ease
from ..turn import Turn
from .base import Conversation
from .statements import Statement

_MAY_TELL = Statement.intents | {"AidIntent"}
NO_LONGER, SAID_AGAIN = "NoLongerIntent", "SaidTalkIntent"
"""What is over, or was heard wrong: the words do not say which of what was told."""


class AskBack(Conversation):
    """What to do if it is so, and the question whether it is."""

    def meant(self, turn: Turn) -> bool:
        """Whether what was said leaves it open that the danger was none."""
        return _sounds_over(turn) and not _tells_anew(turn) and not _stays(turn) and _ends_with_it(turn)

    def reply(self, turn: Turn) -> Answer:
        turn.session.errors = 0
        question = Question(turn.voice("ask_undo"), turn.voice("ask_undo_reprompt"), offer=UNDO)
        return Answer((*turn.whom(), turn.voice("if_so", step=turn.standing_step())), question)


def kept(turn: Turn) -> Answer:
    """The warning stands: that was no false alarm, or nobody knows."""
    return Answer((turn.voice("flag_same"), turn.standing_step()), once_more(turn.voice))


def _sounds_over(turn: Turn) -> bool:
    """Whether it sounds as if the warning were none."""
    if turn.intent in (NO_LONGER, SAID_AGAIN) or (turn.intent == ANIMAL and turn.emergency()):
        return True
    settles = turn.heard.reads_normal or turn.heard.is_year  # a year of the past leaves nothing to ask
    return turn.intent in _MAY_TELL and not turn.session.check and not settles and turn.heard.relieves


def _tells_anew(turn: Turn) -> bool:
    """Whether anything is told or asked beside it: a complaint, somebody else, a question."""
    complaints = turn.guide.ear.complaints - CALM
    told = any(not one.denied and one.fact in complaints for one in turn.update.changes)
    return told or complains(turn.heard, turn.guide.ear) or turn.heard.asks or turn.session.subject != turn.subject_before


def _stays(turn: Turn) -> bool:
    """Whether the danger is one that nobody is asked to take back: a wish to die or to do harm, or a blow."""
    return anybody_despairs(turn.session) or of_violence(turn.session, turn.guide)


def _ends_with_it(turn: Turn) -> bool:
    """Whether the warning of whoever is talked about would be lower without what was told last."""
    session, kb = turn.session, turn.guide.kb
    if not session.told or any(one[0] != session.subject for one in session.told):
        return False
    return would_ease(kb, session, session.subject, lambda supposed: retract(supposed, kb.facts))
