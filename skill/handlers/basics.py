"""Opening, closing, help, repeating and starting over."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.card import make_card
from ..presentation.closing import once_more
from ..remembering.said import Said
from ..remembering.session import AGAIN, Session
from ..standing import warned_level
from ..turn import Turn
from .base import Conversation

_CANCEL = "AMAZON.CancelIntent"


class Launch(Conversation):
    """Opened without a question: says what it is and is not, and asks."""

    ends_check: ClassVar[bool] = True

    def meant(self, turn: Turn) -> bool:
        return turn.request == "LaunchRequest"

    def reply(self, turn: Turn) -> Answer:
        voice = turn.voice
        return Answer((voice("welcome"),), Question("", voice("welcome_reprompt")), make_card(voice, []), ())


class Home(Conversation):
    """Back to the start; what was told stays known."""

    ends_check: ClassVar[bool] = True
    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.NavigateHomeIntent"})

    def reply(self, turn: Turn) -> Answer:
        return Answer((turn.voice("home"),), Question("", turn.voice("ask_first")), more=())


class Help(Conversation):
    """Says what can be said at this point; a pending question stays pending."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.HelpIntent"})

    def reply(self, turn: Turn) -> Answer:
        session, voice = turn.session, turn.voice
        if session.asking:
            return _help_asking(turn)
        if session.offer == AGAIN:
            return Answer((voice("help_flag"),), Question("", voice("ask_again_reprompt"), offer=AGAIN))
        check = voice("help_check") if turn.guide.skin_check else ""
        line = voice("help_answer") if session.turn else voice("help_start", check=check)
        return Answer((line,), Question("", voice("ask_first")))


def _help_asking(turn: Turn) -> Answer:
    pending = turn.pending_ask()
    because = turn.voice("help_because", because=pending.reason) if pending.reason else ""
    line = turn.voice("help_asking", because=because, ask=pending.ask)
    return Answer((line,), Question("", pending.ask, turn.session.asking))


class Goodbye(Conversation):
    """Stops at once; the last word is what to do about a warning that stands."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent"})

    def reply(self, turn: Turn) -> Answer:
        if turn.intent == _CANCEL and any(one.subject not in turn.session.helped for one in turn.emergencies()):
            return _kept_in_mind(turn)
        return farewell(turn)


def _kept_in_mind(turn: Turn) -> Answer:
    """"Never mind" ends no emergency: what to do is said, and the talk stays open with everything known."""
    return Answer((turn.voice("flag_same"), _what_to_do(turn)), once_more(turn.voice))


def _what_to_do(turn: Turn) -> str:
    """What to do about the warning that is talked about, or else about the emergencies that stand; empty where there is none."""
    return turn.standing_step() or " ".join(turn.first_things())


def _said_before_a_fresh_start(turn: Turn) -> str:
    """What to do about the emergencies that were forgotten in the very last answer: it is said once more at the end."""
    last = turn.session.last
    before, begun, _ = last.speech.partition(turn.voice("start_over")) if last else ("", "", "")
    return before.strip() if begun else ""


def farewell(turn: Turn) -> Answer:
    """The end of the conversation."""
    step, forgotten = _what_to_do(turn), _said_before_a_fresh_start(turn)
    if not (step or forgotten):
        return Answer((turn.voice("goodbye"),), more=())
    now = not step or turn.emergencies() or warned_level(turn.guide.kb, turn.session.known)
    return Answer((turn.voice("goodbye_flag" if now else "goodbye_flag_soon", step=step or forgotten),), more=())


class Repeat(Conversation):
    """Says the last answer again, word for word; what it asked is asked again, the offer to repeat it in other words."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.RepeatIntent"})
    keeps_last: ClassVar[bool] = True

    def reply(self, turn: Turn) -> Answer:
        return said_again(turn)


class AnswerAgain(Conversation):
    """Says the last answer itself again, whatever was said about it since; where nothing was answered, what was said last."""

    intents: ClassVar[frozenset[str]] = frozenset({"AnswerAgainIntent"})
    keeps_last: ClassVar[bool] = True

    def reply(self, turn: Turn) -> Answer:
        session = turn.session
        return said_again(turn, None if session.check else session.told_last)


def said_again(turn: Turn, said: Said | None = None) -> Answer:
    """What was said last once more, or what was `said` before it."""
    session = turn.session
    last = said or session.last
    if not last:
        return Answer((turn.voice("repeat_nothing"),), Question("", turn.voice("ask_reprompt")))
    question = Question("", last.reprompt, session.asking, session.offer) if last.reprompt else None
    if session.check and session.asking and not said and (ask := turn.pending_ask().ask) not in last.speech:
        return Answer((ask,), question)
    return Answer((_asked_otherwise(turn, last.speech),), question)


def _asked_otherwise(turn: Turn, speech: str) -> str:
    """The speech, its offer to say it again put in other words than the last time."""
    offers: list[str] = turn.guide.language.said["ask_again"]
    said = next((one for one in offers if speech.endswith(one)), "")
    if not said:
        return speech
    now = (offers.index(said) + 1) % len(offers)
    turn.session.variants["ask_again"] = (now + 1) % len(offers)
    return speech.removesuffix(said) + offers[now]


class StartOver(Conversation):
    """Forgets what was told and begins afresh; what to do about an emergency that stands is said one last time."""

    intents: ClassVar[frozenset[str]] = frozenset({"AMAZON.StartOverIntent"})

    def reply(self, turn: Turn) -> Answer:
        dangers = turn.first_things()
        turn.session = Session(variants=turn.session.variants)
        return Answer((*dangers, turn.voice("start_over")), Question("", turn.voice("ask_first")), more=())
