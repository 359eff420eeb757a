"""Questions about milia: one handler, and a table of what each intent asks about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ..memory import turn_facts
from ..presentation.answer import Answer, Question
from ..turn import Turn
from .base import Conversation

TOPICS: Mapping[str, str] = {
    "ExplainIntent": "what_are_milia",
    "CauseIntent": "causes",
    "ActionIntent": "action",
    "ProductIntent": "product",
    "HomeCareIntent": "home_care",
    "ProcedureIntent": "professional",
    "PreventionIntent": "prevention",
    "MistakesIntent": "mistakes",
    "TimelineIntent": "timeline",
    "ContagiousIntent": "contagious",
    "DoctorIntent": "red_flags",
    "LookAlikeIntent": "lookalikes",
    "RoadmapIntent": "roadmap",
    "BabyIntent": "newborn_milia",
}

_UNCLEAR = {"product": "product_unclear", "action": "action_unclear"}


class Knowledge(Conversation):
    """Answers for the person it is about, with what is known of them."""

    intents: ClassVar[frozenset[str]] = frozenset(TOPICS)

    def reply(self, turn: Turn) -> Answer:
        turn.session.turn = turn_facts(turn.heard, turn.guide.kb.facts, TOPICS[turn.intent])
        return answer_question(turn)


def answer_question(turn: Turn, *opening: str) -> Answer:
    """The answer to what the session asks now; a polite way on where there is none."""
    answer = turn.answer([line for line in opening if line], ended=turn.one_shot)
    if answer:
        return answer
    key = _UNCLEAR.get(str(turn.session.turn.get("topic")), "")
    if key:
        return Answer((turn.voice(key),), Question("", turn.voice(f"{key}_reprompt")), more=())
    return Answer((*opening, turn.voice("nothing")), Question(turn.voice("ask_open"), turn.voice("ask_open_reprompt")), more=())
