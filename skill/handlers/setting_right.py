"""What was heard wrong, or is no longer so: it is taken back at once."""

from __future__ import annotations

from typing import ClassVar

from ..memory import retract
from ..presentation.answer import Answer, Question
from ..presentation.paraphrase import acknowledgement
from ..session import BABY, SELF
from ..turn import Turn
from .base import Conversation
from .statements import taken_in

_SAID_AGAIN = "SaidTalkIntent"
_TOPIC, _SYMPTOMS = "topic", "symptoms"
_PREGNANCY, _PREGNANT = "pregnancy", "pregnant"


class Retract(Conversation):
    """"That is wrong": what was told last is forgotten, and the last question answered anew.

    So too where it is said once more ("I said she has a limp") and is no sign that anybody knows.
    """

    intents: ClassVar[frozenset[str]] = frozenset({"RetractIntent", _SAID_AGAIN})

    def meant(self, turn: Turn) -> bool:
        tells = any(term.fact in turn.guide.ear.signs for term in (*turn.heard.said, *turn.heard.denied))
        return super().meant(turn) and (turn.intent != _SAID_AGAIN or (bool(turn.heard.left) and not tells))

    def reply(self, turn: Turn) -> Answer:
        voice = turn.voice
        changes = retract(turn.session, turn.guide.kb.facts).changes
        if not changes:
            return Answer((voice("retract_nothing"),), Question(voice("ask_notice"), voice("ask_notice_reprompt")), more=())
        said = acknowledgement(turn.guide.kb, changes, voice, turn.facts_before) or voice("retracted")
        asks = turn.session.turn.get(_TOPIC, _SYMPTOMS) != _SYMPTOMS or turn.plan().flags
        return (turn.answer([said]) if asks else None) or taken_in(turn, said)


class Loss(Conversation):
    """A pregnancy or a baby was lost: nothing of it is talked about any more."""

    intents: ClassVar[frozenset[str]] = frozenset({"LossIntent"})

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        for facts in session.facts.values():
            if facts.get(_PREGNANCY) == _PREGNANT:
                del facts[_PREGNANCY]
        session.facts[BABY].clear()
        session.subject, session.third, session.turn, session.words = SELF, "", {}, ()
        return Answer((turn.voice("loss"),), Question(turn.voice("ask_loss"), turn.voice("ask_loss_reprompt")), more=())
