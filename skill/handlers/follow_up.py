"""What is asked about the last thing again: "is that okay", each of several things alone, several at once, and for two people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.several import each_thing, for_each
from ..remembering.fact_values import listed
from ..remembering.memory import turn_facts
from ..remembering.session import BABY, OTHER, SELF, TOO_YOUNG, Session
from ..turn import Turn
from .base import Conversation
from .following import kinds_of
from .knowledge import answer_question

_PRODUCT, _INGREDIENT, _WHO, _SYMPTOMS, _AGE = "product", "ingredient", "who", "symptoms", "age_group"
_SEVERAL = 2


class That(Conversation):
    """"Is that okay?": the last question is answered once more; without one, what is meant is asked."""

    intents: ClassVar[frozenset[str]] = frozenset({"ThatIntent"})

    def reply(self, turn: Turn) -> Answer:
        session, voice = turn.session, turn.voice
        if session.turn or turn.plan().flags:
            return answer_question(turn)
        return Answer((voice("product_unclear"),), Question("", voice("product_unclear_reprompt")), more=())


class Each(That):
    """"Which of them can I use?": the verdict on each thing that is compared or was asked about; after a kind of product, which kind."""

    intents: ClassVar[frozenset[str]] = frozenset({"EachIntent"})

    def reply(self, turn: Turn) -> Answer:
        compared = turn.heard.values(_INGREDIENT)
        if len(compared) == 1:  # "is it stronger than retinol"
            compared = list(dict.fromkeys((*listed(turn.session.turn.get(_INGREDIENT)), *compared)))
        if len(compared) >= _SEVERAL:
            turn.session.turn = {"topic": _PRODUCT, _INGREDIENT: compared}
        asked = _compared(turn.session)
        if turn.session.turn.get("topic") != _PRODUCT or len(asked) < _SEVERAL or turn.plan().flags:
            meant = kinds_of(turn.session.turn)
            turn.session.turn = meant or turn.session.turn
            return answer_question(turn) if meant else self._not_compared(turn)
        kb, question = turn.guide.kb, turn.session.question()
        return each_thing(kb, {one: kb.infer({**question, _INGREDIENT: [one]}) for one in asked}, turn.voice)

    def _not_compared(self, turn: Turn) -> Answer:
        """That nothing is known of which is better, and then what is known of the one thing that was talked about."""
        if turn.plan().flags or not turn.session.turn:
            return super().reply(turn)
        return answer_question(turn, turn.voice("not_compared"))


class Together(That):
    """"Can I use them together?": the verdict on what is named, what was asked about last and, where that is one thing, before it."""

    intents: ClassVar[frozenset[str]] = frozenset({"TogetherIntent"})

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        several = list(dict.fromkeys((*turn.heard.values(_INGREDIENT), *listed(session.turn.get(_INGREDIENT)))))
        if len(several) < _SEVERAL:
            several = list(dict.fromkeys((*several, *_asked_before(session))))
        if len(several) < _SEVERAL:
            return super().reply(turn)
        session.turn = {"topic": _PRODUCT, _INGREDIENT: several}
        return answer_question(turn)


class Both(Conversation):
    """"Can we both use it?": the verdict for the speaker, and that for the other one."""

    intents: ClassVar[frozenset[str]] = frozenset({"BothIntent"})

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        asked = turn_facts(turn.heard, turn.guide.kb.facts, _PRODUCT)
        if _INGREDIENT in asked or session.turn.get("topic") != _PRODUCT:
            session.turn = asked
        other = next((one for one in (turn.heard.subject, session.subject, session.third) if one in (BABY, OTHER)), "")
        if not other or _INGREDIENT not in session.turn:
            return answer_question(turn)
        told = []
        for subject in (SELF, other):
            named = {} if subject == SELF else {_WHO: subject}
            session.subject = subject
            if turn.plan().flags:
                return answer_question(turn)
            told.append((turn.subject_named(), turn.infer({**named, **session.question()})))
        session.third = other
        session.subject = other if other == BABY or session.facts[other].get(_AGE) in TOO_YOUNG else SELF
        return for_each(turn.guide.kb, told, turn.voice)


def _compared(session: Session) -> Sequence[str]:
    """The things that were asked about last; of two that were asked about one after the other, both."""
    asked = listed(session.turn.get(_INGREDIENT))
    before = [one for one in _asked_before(session) if one not in asked]
    if len(asked) == 1 and len(before) == 1 and not kinds_of(session.turn):
        session.turn = {"topic": _PRODUCT, _INGREDIENT: [*before, *asked]}
    return listed(session.turn.get(_INGREDIENT))


def _asked_before(session: Session) -> Sequence[str]:
    """The things of the last earlier question that was about any."""
    return next((things for _, asked in reversed(session.earlier) if (things := listed(asked.get(_INGREDIENT)))), ())
