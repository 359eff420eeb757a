"""Questions about milia: one handler, and a table of what each intent asks about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ..check import in_doubt
from ..hearing.slots import MOST_AT_ONCE
from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else
from ..presentation.paraphrase import told_names
from ..presentation.plan import make_plan
from ..remembering.fact_values import listed
from ..remembering.memory import turn_facts
from ..remembering.session import BABY, OTHER, TOO_YOUNG, Facts
from ..remembering.topics import MILK_SPOTS, OF_A_PRODUCT, TO_DO
from ..turn import Turn
from .base import Conversation
from .following import following

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

_MOST_QUESTIONS = 7
"""For one answer; after these it is given with its conditions in words."""

_OTHERWISE = ("other_allergy", "deadly")
"""Topics that only say why a product is asked about, where one is named: "I'm allergic to cats, can I use retinol"."""
_THINGS = (TOPICS["ExplainIntent"], "newborn_milia")
"""Topics that beside another question only name what it is about: "are MILIA poisonous", "are MILK SPOTS catching"."""

_ALLOWS, _AGE = "use_", "age_group"
_MOST_TOLD = 3

_NEEDS = {"product": "ingredient", "action": "considering"}
"""Topics that ask for something to be named: without it the conversation stays open."""


class Knowledge(Conversation):
    """Answers for the person it is about, with what is known of them."""

    intents: ClassVar[frozenset[str]] = frozenset(TOPICS)

    def reply(self, turn: Turn) -> Answer:
        asked = following(turn.session.turn, _asked(turn), bool(turn.heard.values("topic")))
        turn.session.turn = {**_last_product(turn, asked), **asked}
        left = len(turn.heard.values("ingredient")) >= MOST_AT_ONCE
        return answer_question(turn, turn.voice("most_at_once") if left else "")


def _asked(turn: Turn) -> Facts:
    """What is asked; what the question is about is none by itself."""
    topic = _topic(turn)
    asked = turn_facts(turn.heard, turn.guide.kb.facts, topic)
    if asked.get("topic") in _OTHERWISE and _NEEDS["product"] in asked:
        return {**asked, "topic": "product"}
    return {**asked, "topic": topic} if asked.get("topic") in _THINGS and topic != TOPICS["ExplainIntent"] else asked


def _last_product(turn: Turn, asked: Facts) -> Facts:
    """The product that was talked about, where none is named and one is asked about: "can I use it under my eyes", "how often".

    Of several, one may be left out: "and without the retinol".
    """
    before, named = turn.session.turn, _NEEDS["product"]
    out = {term.value for term in turn.heard.denied if term.fact == named}
    if out and set(asked) == {"topic"}:
        kept = [one for one in listed(before.get(named)) if one not in out]
        return {named: kept} if kept else {}
    if named not in before or set(asked) != {"topic"} or not (turn.heard.words and asked["topic"] in OF_A_PRODUCT):
        return {}
    return {named: before[named]}


def _topic(turn: Turn) -> str:
    """What the intent asks about; milk spots are asked of nobody who is known to be no baby, or named and not known to be young."""
    if turn.intent != "BabyIntent" or turn.session.subject == BABY:
        return TOPICS[turn.intent]
    young = turn.session.known.get(_AGE) in (*TOO_YOUNG, "teen")
    return TOPICS[turn.intent if young or not turn.heard.subject else "HomeCareIntent"]


def still_asked(turn: Turn) -> Facts:
    """The last question, put so that it can be asked of whoever the talk is about now: milk spots are a baby's, milia anybody's."""
    session = turn.session
    if session.turn.get("topic") not in MILK_SPOTS or session.subject == BABY or session.known.get(_AGE) in (*TOO_YOUNG, "teen"):
        return session.turn
    return {**session.turn, "topic": TOPICS["HomeCareIntent"]}


def answer_question(turn: Turn, *opening: str, asks: bool = True) -> Answer:
    """The answer to what the session asks now; a polite way on where there is none."""
    session, voice = turn.session, turn.voice
    session.questions, session.alarmed = 0, ""
    if session.turn.get("topic") in turn.guide.steps:
        session.place = str(session.turn["topic"])
    topic = str(session.turn.get("topic"))
    unnamed = topic in _NEEDS and _NEEDS[topic] not in session.turn
    if unsettled := _unsettled(turn):
        return Answer((voice("check_unsettled"),), unsettled, more=())
    if asks and (ask := _age_first(turn)):
        return Answer((*(line for line in opening if line), turn.voice("age_first")), ask, more=())
    answer = turn.answer([line for line in opening if line], asks)
    if answer:
        return answer
    if unnamed:
        return Answer((voice(f"{topic}_unclear"),), Question("", voice(f"{topic}_unclear_reprompt")), more=())
    return Answer((*opening, voice("nothing")), anything_else(voice), more=())


def _unsettled(turn: Turn) -> Question | None:
    """The question of the check that goes on, where somebody asks what to use or do who said yes to a danger and not yet to which."""
    session = turn.session
    asks = session.turn.get("topic") in TO_DO and session.check is not None and session.check.subject == session.subject
    if not asks or turn.plan().flags or not in_doubt(turn.guide.kb, session):
        return None
    return turn.check_question()


def _age_first(turn: Turn) -> Question | None:
    """The question how old a son, daughter or the like is, where a child gets another answer than a grown-up and neither asks for it."""
    session, kb = turn.session, turn.guide.kb
    ward = session.subject == OTHER and session.called in turn.guide.language.heard["wards"]
    plan = turn.plan()
    if not ward or _AGE in session.known or _AGE in session.not_to_ask or plan.flags or any(one.held for one in plan.verdicts):
        return None
    child, grown = (_verdicts(turn, age) for age in ("child", "adult"))
    return None if child == grown else Question(kb.facts[_AGE].ask, asking=(_AGE,))


def _verdicts(turn: Turn, age: str) -> list[str]:
    result = turn.guide.kb.infer({**turn.session.question(), _AGE: age})
    return [one.id for one in result.conclusions if one.role in ("verdict", "condition")]


def carry_on(turn: Turn, *opening: str) -> Answer:
    """After an answer to the skill's question: the next question while the same verdict waits for it, else the answer.

    Where part of a screening question was answered, the rest of it is asked one by one.
    """
    session = turn.session
    said = [line for line in opening if line]
    take_apart(turn, set(turn.update.answered))
    if session.questions < _MOST_QUESTIONS and turn.still_held():
        session.questions += 1
        return turn.guide.composer.next_question(turn.plan(), [*(said or [turn.voice("ack_plain")]), *_new_conditions(turn)], turn.voice)
    cleared = _cleared(turn) if session.questions else ""
    return answer_question(turn, *said, cleared, asks=session.questions < _MOST_QUESTIONS)


def _new_conditions(turn: Turn) -> list[str]:
    """The conditions that hold since what was told now, and were not said with the answer: what it means to breastfeed."""
    kb, plan = turn.guide.kb, turn.plan()
    before = make_plan(kb, kb.infer({**turn.session.turn, **turn.facts_before})).conditions
    facts = turn.infer(turn.session.question()).facts
    return [kb.text(one, facts=facts).say for one in plan.conditions if one not in before]


def take_apart(turn: Turn, answered: set[str]) -> None:
    """Note that the screening question that was pending is asked part by part from now on, where it was not answered whole."""
    screen = turn.pending_ask().screen if turn.session.asking else ""
    if screen and answered and not set(turn.session.asking) <= answered:
        turn.session.apart = tuple(dict.fromkeys((*turn.session.apart, screen)))


def _cleared(turn: Turn) -> str:
    """What was told that speaks for the permission now given; empty where none is."""
    verdict = next(iter(turn.plan().verdicts), None)
    if not verdict or verdict.held or not verdict.id.startswith(_ALLOWS) or turn.plan().flags:
        return ""
    told = told_names(turn.guide.kb, turn.session.known, _MOST_TOLD)
    return turn.voice("cleared", facts=turn.voice.listed(told)) if told else ""
