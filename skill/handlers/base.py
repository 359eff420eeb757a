"""What all handlers have in common: the turn they get and the response they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from ask_sdk_core.dispatch_components.request_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.intent import Intent
from ask_sdk_model.response import Response
from ask_sdk_model.slot import Slot
from ask_sdk_model.ui.simple_card import SimpleCard

from ..free_words import TALK, WORDS
from ..presentation.answer import Answer
from ..presentation.limits import WORDS_A_TURN, word_count
from ..presentation.speech import ssml
from ..remembering import session as sessions
from ..remembering.said import Said
from ..remembering.session import MOST_EARLIER
from ..report import report
from ..standing import ended
from ..turn import Turn
from .alarms import in_short

TURN, BACK = "turn", "AMAZON.PreviousIntent"
_FREE_ANSWER = Intent(name=TALK, slots={WORDS: Slot(name=WORDS)})
"""Where an answer to a question of the skin check arrives when it is none of the samples."""


def turn_of(handler_input: HandlerInput) -> Turn:
    """The turn that was read before any handler ran."""
    turn = handler_input.attributes_manager.request_attributes[TURN]
    assert isinstance(turn, Turn)
    return turn


class Conversation(AbstractRequestHandler):
    """Answers the intents it names with what `reply` says."""

    intents: ClassVar[frozenset[str]] = frozenset()
    keeps_last: ClassVar[bool] = False
    counts_as_error: ClassVar[bool] = False
    ends_check: ClassVar[bool] = False

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this conversation is meant."""
        return self.meant(turn_of(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """The response; the session remembers what was said and asked, and nothing once it has ended."""
        turn = turn_of(handler_input)
        if self.ends_check:
            turn.session.check = None
        reply = self.reply(turn)
        said = _lest_it_is_so(turn, reply if self.keeps_last else in_short(turn, reply))
        answer = _in_room(turn, _danger_first(turn, _disclaimed_once(turn, turn.resumed(said))))
        reprompt = _reprompt(turn, answer)
        turn.session.errors = turn.session.errors if self.counts_as_error else 0
        _remember(turn, answer, reprompt, self.keeps_last)
        return _response(handler_input, turn, answer, reprompt)

    def meant(self, turn: Turn) -> bool:
        """Whether the turn's intent is one of these."""
        return turn.intent in self.intents

    def reply(self, turn: Turn) -> Answer:
        """What to say."""
        raise NotImplementedError


def _danger_first(turn: Turn, answer: Answer) -> Answer:
    """The answer after what to do about emergencies that stand, where that is not said yet and there is room for it."""
    missing = tuple(turn.first_things(speech=answer.speech))
    longer = replace(answer, lines=(*missing, *answer.lines))
    return longer if missing and longer.words <= WORDS_A_TURN else answer


def _lest_it_is_so(turn: Turn, answer: Answer) -> Answer:
    """The answer, and what to do if an emergency that was taken back is so after all."""
    steps = ended(turn.stood, turn.emergencies()) if turn.stood else ()
    return replace(answer, lines=(*answer.lines, *(turn.voice("ended_alarm", step=step) for step in steps if step not in answer.speech)))


def _in_room(turn: Turn, answer: Answer) -> Answer:
    """The answer; where it is too long, what can be said in short is, until it fits."""
    if answer.words <= WORDS_A_TURN:
        return answer
    for shorter in _shortenings(turn):
        lines = (shorter.get(line, line) for line in answer.lines)
        answer = replace(answer, lines=tuple(line for line in lines if line))
        if answer.words <= WORDS_A_TURN:
            break
    return answer


def _shortenings(turn: Turn) -> Iterator[Mapping[str, str]]:
    """Lines and what is said in their place, the least lost first: the further emergencies, all, those taken back, what leads over."""
    short = list(zip(turn.first_things(), turn.first_things(in_short=True), strict=True))
    yield dict(short[1:])
    yield dict(short)
    steps = ended(turn.stood, turn.emergencies()) if turn.stood else ()
    yield {turn.voice("ended_alarm", step=step): turn.voice("ended_in_short") for step in steps}
    yield {turn.voice(key): "" for key in ("about_then", "disclaimer_flag")}


def _disclaimed_once(turn: Turn, answer: Answer) -> Answer:
    """The answer without the line that this is no medical advice where that was said before, unless somebody may act on the answer."""
    session, short = turn.session, turn.guide.language.said["disclaimer_short"]
    if not any(line in short for line in answer.lines):
        return answer
    said_before, session.disclaimed = session.disclaimed, True
    if not said_before or answer.weighs:
        return answer
    return replace(answer, lines=tuple(line for line in answer.lines if line not in short))


def _reprompt(turn: Turn, answer: Answer) -> str:
    """A shorter way to ask the same; empty when nothing is asked."""
    if not answer.question:
        return ""
    reprompt = answer.question.reprompt or answer.question.text
    too_long = word_count(reprompt) >= answer.words or reprompt == answer.speech
    return turn.voice("ask_reprompt") if too_long or not reprompt else reprompt


def _remember(turn: Turn, answer: Answer, reprompt: str, keeps_last: bool) -> None:
    session, question = turn.session, answer.question
    session.asking = question.asking if question else ()
    session.offer = question.offer if question else None
    session.subject = question.about if question and question.about else session.subject
    if answer.more is not None:
        session.more = answer.more
    if not keeps_last:
        session.last = Said(answer.speech, reprompt)
        if _answers(turn, answer):
            session.told_last = session.last
            _keep_earlier(turn)
    if turn.result is not None and turn.result.facts and turn.guide.observer:
        turn.guide.observer(report(turn.result, session.asking))


def _keep_earlier(turn: Turn) -> None:
    """Keep what was answered before, to go back to; going back itself leaves it behind."""
    session, before = turn.session, (turn.subject_before, turn.asked_before)
    if turn.asked_before and session.turn != turn.asked_before and turn.intent != BACK:
        session.earlier = (*session.earlier, before)[-MOST_EARLIER:]


def _answers(turn: Turn, answer: Answer) -> bool:
    """Whether what is said is an answer itself, not the reason, the source or anything else about one."""
    if not turn.session.turn or turn.result is None:
        return False
    facts = turn.infer(turn.session.question()).facts
    texts = [turn.guide.kb.text(one, facts=facts) for one in turn.plan().spoken]
    return any(part in answer.speech for text in texts for part in (text.say, text.hold) if part)


def _response(handler_input: HandlerInput, turn: Turn, answer: Answer, reprompt: str) -> Response:
    pronunciation = turn.guide.language.pronunciation
    builder = handler_input.response_builder.speak(ssml(turn.of_theirs(answer.speech), pronunciation))
    if answer.card:
        builder.set_card(SimpleCard(title=answer.card.title, content=turn.of_theirs(answer.card.text)))
    if turn.session.check and turn.session.asking:
        builder.add_directive(ElicitSlotDirective(_FREE_ANSWER, slot_to_elicit=WORDS))
    if reprompt:
        builder.ask(ssml(turn.of_theirs(reprompt), pronunciation))
    else:
        builder.set_should_end_session(True)
    handler_input.attributes_manager.session_attributes = sessions.write(turn.session) if reprompt else {}
    return builder.response
