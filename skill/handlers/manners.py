"""Thanks, small talk and thinking aloud: a short line, and back to what matters. A warning that stands is named before anything else."""

from __future__ import annotations

from typing import ClassVar

from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else, once_more
from ..reading.supposing import NOT_SO
from ..reading.whole_sentences import OF_THE_TALK
from ..remembering.fact_values import listed
from ..remembering.memory import take_back
from ..remembering.session import SELF, SUBJECTS
from ..standing import SELF_HARM
from ..turn import Turn
from .base import Conversation


class Manners(Conversation):
    """Says its line and asks again what was asked; after a warning it says once more what to do."""

    line: ClassVar[str] = ""

    def reply(self, turn: Turn) -> Answer:
        return _in_passing(turn, self.line)


def _in_passing(turn: Turn, key: str) -> Answer:
    """The line, and back to what is open."""
    session, voice = turn.session, turn.voice
    lines, step = (voice(key),), turn.standing_step()
    if step:
        return Answer((*lines, step), once_more(voice))
    if session.asking and not session.check:
        ask = turn.pending_ask().ask
        return Answer((*lines, ask), Question("", voice("ask_reprompt"), session.asking))
    return Answer(lines, anything_else(voice))


class Thanks(Manners):
    """Thanks are no goodbye."""

    line: ClassVar[str] = "thanks"
    intents: ClassVar[frozenset[str]] = frozenset({"ThanksIntent"})


class Greeting(Manners):
    """A greeting is returned."""

    line: ClassVar[str] = "greeting"
    intents: ClassVar[frozenset[str]] = frozenset({"GreetingIntent"})


class SmallTalk(Manners):
    """What or who this is, and what it cannot do."""

    line: ClassVar[str] = "small_talk"
    intents: ClassVar[frozenset[str]] = frozenset({"SmallTalkIntent"})


class OfTheTalk(Manners):
    """What is said of the talk, or was only supposed and is not so: said back, and the question that is open put again."""

    def meant(self, turn: Turn) -> bool:
        return turn.intent in (*OF_THE_TALK, NOT_SO)

    def reply(self, turn: Turn) -> Answer:
        return _in_passing(turn, turn.intent)


class Safe(Manners):
    """"I'm safe", "I didn't mean it like that": the wish not to live is taken back; help stays named."""

    line: ClassVar[str] = "safe"
    intents: ClassVar[frozenset[str]] = frozenset({"SafeIntent"})

    def meant(self, turn: Turn) -> bool:
        return super().meant(turn) or _denies_it(turn) or _was_over(turn)

    def reply(self, turn: Turn) -> Answer:
        session, specs = turn.session, turn.guide.kb.facts
        if SELF_HARM[0] not in specs:
            return super().reply(turn)
        taken_back = [change for subject in SUBJECTS for change in take_back(*SELF_HARM, session, specs, subject)]
        if _was_over(turn):
            return Answer((turn.voice("safe_past"),), anything_else(turn.voice), more=())
        if not (taken_back or _denies_it(turn)):
            return self._unmoved(turn)
        line = "safe_again" if any(one.subject == SELF for one in taken_back) or not taken_back else "safe_again_other"
        return Answer((turn.voice(line),), anything_else(turn.voice), more=())

    def _unmoved(self, turn: Turn) -> Answer:
        """The same, but a warning of something else is no less urgent, and nothing to be glad about."""
        step = turn.standing_step()
        return Answer((turn.voice("flag_same"), step), once_more(turn.voice)) if step else Manners.reply(self, turn)


def _was_over(turn: Turn) -> bool:
    """Whether the wish not to live is told of the past only."""
    return any((term.fact, term.value) == SELF_HARM for term in turn.heard.once)


def _denies_it(turn: Turn) -> bool:
    """Whether the wish not to live was told before and is denied now."""
    fact, value = SELF_HARM
    denied = any((one.fact, one.value, one.denied) == (fact, value, True) for one in turn.update.changes)
    return denied and value in listed(turn.facts_before.get(fact))


class Pause(Manners):
    """Somebody who thinks aloud has misunderstood nothing."""

    line: ClassVar[str] = "pause"
    intents: ClassVar[frozenset[str]] = frozenset({"PauseIntent"})
