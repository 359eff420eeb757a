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
    "UrgencyIntent": "red_flags",
    "LookAlikeIntent": "lookalikes",
    "RoadmapIntent": "roadmap",
    "BabyIntent": "newborn_milia",
}

_MOST_QUESTIONS = 5
"""For one answer; after these it is given with its conditions in words."""

_NEEDS = {"product": "ingredient", "action": "considering"}
"""Topics that ask for something to be named: without it the conversation stays open."""


class Knowledge(Conversation):
    """Answers for the person it is about, with what is known of them."""

    intents: ClassVar[frozenset[str]] = frozenset(TOPICS)

    def reply(self, turn: Turn) -> Answer:
        turn.session.turn = turn_facts(turn.heard, turn.guide.kb.facts, TOPICS[turn.intent])
        return answer_question(turn)


def answer_question(turn: Turn, *opening: str, asks: bool = True) -> Answer:
    """The answer to what the session asks now; a polite way on where there is none."""
    session, voice = turn.session, turn.voice
    session.questions, session.alarmed = 0, ""
    topic = str(session.turn.get("topic"))
    unnamed = topic in _NEEDS and _NEEDS[topic] not in session.turn
    answer = turn.answer([line for line in opening if line], turn.one_shot and not unnamed, asks)
    if answer:
        return answer
    if unnamed:
        return Answer((voice(f"{topic}_unclear"),), Question("", voice(f"{topic}_unclear_reprompt")), more=())
    return Answer((*opening, voice("nothing")), Question(voice("ask_open"), voice("ask_open_reprompt")), more=())


def carry_on(turn: Turn, *opening: str) -> Answer:
    """After an answer to the skill's question: the next question while the same verdict waits for it, else the answer."""
    session = turn.session
    said = [line for line in opening if line]
    if session.questions < _MOST_QUESTIONS and turn.still_held():
        session.questions += 1
        return turn.guide.composer.next_question(turn.plan(), said or [turn.voice("ack_plain")])
    return answer_question(turn, *said, asks=session.questions < _MOST_QUESTIONS)
