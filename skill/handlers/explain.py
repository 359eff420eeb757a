"""About the last answer: why, where from, how sure, and more of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from .. import check as checks
from ..presentation.answer import Answer, Question
from ..presentation.card import cited, make_card
from ..presentation.closing import anything_else
from ..presentation.counterfactuals import change_lines, treatment_in_question, why_not_lines
from ..presentation.reasons import source_line, sure_line, why_lines
from ..remembering.memory import turn_facts
from ..turn import Turn
from . import check_flow
from .base import Conversation
from .itself import trust
from .knowledge import TOPICS, answer_question


class Why(Conversation):
    """The reason of a question when one is pending, else of the last answer, from its trace."""

    intents: ClassVar[frozenset[str]] = frozenset({"WhyIntent"})

    def reply(self, turn: Turn) -> Answer:
        session, kb = turn.session, turn.guide.kb
        pending = turn.pending_ask() if session.asking else None
        if pending and pending.reason:
            return Answer((turn.voice("why_ask", because=pending.reason, ask=pending.ask),), Question("", pending.ask, session.asking))
        return _about_last(turn, lambda: why_lines(kb, turn.infer(session.question()), turn.plan(), turn.voice))


class WhyNot(Conversation):
    """What stands against the treatment that was asked about: named now, or in the last answer."""

    intents: ClassVar[frozenset[str]] = frozenset({"WhyNotIntent"})

    def reply(self, turn: Turn) -> Answer:
        session, kb = turn.session, turn.guide.kb
        if turn_facts(turn.heard, kb.facts):
            session.turn = turn_facts(turn.heard, kb.facts, TOPICS["ProductIntent"])
        result = turn.infer(session.question())
        treatment = treatment_in_question(result)
        if not treatment:
            return _about_last(turn, lambda: why_lines(kb, turn.infer(session.question()), turn.plan(), turn.voice))
        return _about_last(turn, lambda: [*why_not_lines(kb, result, turn.plan(), treatment, turn.voice), turn.voice("disclaimer_short")])


class Change(Conversation):
    """The smallest change of answers that would turn the last answer, found by trying it. No more of them lowers a warning."""

    intents: ClassVar[frozenset[str]] = frozenset({"ChangeIntent"})

    def reply(self, turn: Turn) -> Answer:
        kb, voice = turn.guide.kb, turn.voice
        if turn.plan().flags:
            return _about_last(turn, lambda: [voice("change_alarm", step=turn.standing_step()), voice("disclaimer_flag")])
        return _about_last(
            turn, lambda: [*change_lines(kb, turn.infer(turn.session.question()), turn.plan(), voice), voice("disclaimer_short")]
        )


class Source(Conversation):
    """Names the publications behind the last answer."""

    intents: ClassVar[frozenset[str]] = frozenset({"SourceIntent"})

    def reply(self, turn: Turn) -> Answer:
        if not turn.plan().spoken:
            return trust(turn)
        return _about_last(turn, lambda: [source_line(turn.guide.kb, turn.plan().spoken, turn.voice)])


class Sure(Conversation):
    """Says how strong the evidence behind the last answer is."""

    intents: ClassVar[frozenset[str]] = frozenset({"SureIntent"})

    def reply(self, turn: Turn) -> Answer:
        if not turn.plan().spoken:
            return trust(turn)
        facts = turn.infer(turn.session.question()).facts
        return _about_last(turn, lambda: [sure_line(turn.guide.kb, turn.plan().spoken, facts, turn.voice)])


class More(Conversation):
    """The pieces that did not fit into the answer."""

    intents: ClassVar[frozenset[str]] = frozenset({"MoreIntent"})

    def reply(self, turn: Turn) -> Answer:
        return more(turn)


def more(turn: Turn) -> Answer:
    """The next pieces of the last answer, or that there are none."""
    session = turn.session
    answer = turn.guide.composer.more(session.more, turn.infer(session.question()).facts, turn.voice, turn.check_question())
    if answer:
        return answer
    if not session.turn:
        return _on_with_check(turn) or no_answer_yet(turn)
    if session.offer and set(session.offer.facts) == {"topic"}:
        session.turn = dict(session.offer.facts)
        return answer_question(turn)
    return Answer((turn.voice("more_nothing"),), Question(turn.voice("ask_open"), turn.voice("ask_reprompt")), more=())


def _on_with_check(turn: Turn) -> Answer | None:
    """The open question of the check; one that was left before its end goes on with what it knows. None where there was no check."""
    if question := turn.check_question():
        return Answer((), question)
    return check_flow.begin(turn, turn.voice("ack_plain")) if checks.was_begun(turn.guide.kb, turn.session) else None


def no_answer_yet(turn: Turn) -> Answer:
    """That there was no answer to say more about; where a skin check has a question left, that follows and nothing else is asked."""
    question = turn.check_question()
    if question:
        return Answer((turn.voice("why_nothing_yet"),), question)
    return Answer((turn.voice("why_nothing"),), Question("", turn.voice("ask_reprompt")))


def _about_last(turn: Turn, lines: Callable[[], list[str]]) -> Answer:
    """These lines about the last answer; what it asked is asked again. A way on where there was no answer."""
    session, voice = turn.session, turn.voice
    if not turn.plan().spoken:
        return no_answer_yet(turn)
    card = make_card(voice, [], cited(turn.guide.kb, turn.plan().spoken))
    resumed = turn.check_question()
    if resumed:
        question = resumed
    elif session.last and (session.asking or session.offer):
        question = Question(session.last.reprompt, asking=session.asking, offer=session.offer)
    else:
        question = anything_else(voice)
    return Answer(tuple(lines()), question, card)
