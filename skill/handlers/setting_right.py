"""What was heard wrong, or is no longer so: it is taken back at once."""

from __future__ import annotations

from typing import ClassVar

from ..lexicon.kinds import LASTING
from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else
from ..presentation.paraphrase import acknowledgement
from ..reading.jesting import FIGURE
from ..reading.of_animals import ANIMAL, ITS_ANIMALS
from ..reading.violence import of_violence
from ..remembering.memory import retract
from ..remembering.session import BABY, SELF
from ..standing import anybody_despairs
from ..turn import Turn
from .asking_back import NO_LONGER, SAID_AGAIN, kept
from .base import Conversation
from .knowledge import answer_question
from .manners import Safe
from .statements import taken_in

_CORRECTED = "CorrectionTalkIntent"
_TOPIC, _SYMPTOMS, _PETS = "topic", "symptoms", "pets"
_PREGNANCY, _PREGNANT = "pregnancy", "pregnant"


class Retract(Conversation):
    """"That is wrong": what was told last is forgotten, and the last question answered anew.

    So too where it is over, or is said once more ("I said she has a limp") and is no sign that anybody knows, or was in a year of the past.
    """

    intents: ClassVar[frozenset[str]] = frozenset({"RetractIntent", NO_LONGER, SAID_AGAIN})

    def meant(self, turn: Turn) -> bool:
        if turn.intent == _CORRECTED and turn.heard.is_year:
            return True
        tells = any(term.fact in turn.guide.ear.signs for term in (*turn.heard.said, *turn.heard.denied))
        return super().meant(turn) and (turn.intent != SAID_AGAIN or (bool(turn.heard.left) and not tells))

    def reply(self, turn: Turn) -> Answer:
        voice = turn.voice
        if of_violence(turn.session, turn.guide):
            return kept(turn)
        if turn.intent == NO_LONGER:  # an allergic reaction is over, and the allergy is not
            turn.session.told = tuple(one for one in turn.session.told if one[1] not in LASTING)
        changes = retract(turn.session, turn.guide.kb.facts).changes
        if not changes:
            nothing = voice("ack_plain" if turn.intent == NO_LONGER else "retract_nothing")
            return Answer((nothing,), Question(voice("ask_notice"), voice("ask_notice_reprompt")), more=())
        said = acknowledgement(turn.guide.kb, changes, voice, turn.facts_before) or voice("retracted")
        asks = turn.session.turn.get(_TOPIC, _SYMPTOMS) != _SYMPTOMS or turn.plan().flags
        return (turn.answer([said]) if asks else None) or taken_in(turn, said)


class Animal(Conversation):
    """"I mean my dog": what was told last is of no person, and a vet knows. An emergency ends only where that is said of what was told."""

    intents: ClassVar[frozenset[str]] = frozenset({ANIMAL})

    def meant(self, turn: Turn) -> bool:
        return turn.intent in (*self.intents, ITS_ANIMALS)

    def reply(self, turn: Turn) -> Answer:
        session, kb = turn.session, turn.guide.kb
        changes = () if turn.emergencies() and turn.intent != ITS_ANIMALS else retract(session, kb.facts).changes
        said = acknowledgement(kb, changes, turn.voice, turn.facts_before)
        session.turn = {_TOPIC: _PETS}
        if turn.intent == ITS_ANIMALS:  # what to do if it is so after all needs the room
            return Answer((said, kb.text(turn.plan().verdicts[0].id).say), anything_else(turn.voice), more=())
        return answer_question(turn, said)


class Jest(Safe):
    """"Just kidding": what was told last was not so. What to do if it ever is stays named once; nobody else's warning is touched.

    Nor is a blow: who told of one may not be free to talk. Who wished to die, and says that it is over, hears who is there for them.
    """

    intents: ClassVar[frozenset[str]] = frozenset({"JestIntent"})

    def meant(self, turn: Turn) -> bool:
        return turn.intent in self.intents or (turn.intent == NO_LONGER and anybody_despairs(turn.session))

    def reply(self, turn: Turn) -> Answer:
        session, voice = turn.session, turn.voice
        if anybody_despairs(session):
            return super().reply(turn)
        if of_violence(session, turn.guide):
            return kept(turn)
        if not retract(session, turn.guide.kb.facts).changes:
            return super().reply(turn)
        session.alarmed, session.turn = "", {}
        return Answer((*turn.first_things(), voice("jest")), anything_else(voice), more=())


class FigureMeant(Conversation):
    """"I mean I'm dying of embarrassment": who wished to die has told what was meant, and hears once more whom to call."""

    def meant(self, turn: Turn) -> bool:
        return turn.intent == FIGURE

    def reply(self, turn: Turn) -> Answer:
        turn.stood = ()  # the line itself says what to do if it is so after all
        return Answer((*turn.first_things(), turn.voice("safe_figure")), anything_else(turn.voice), more=())


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
