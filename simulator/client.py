"""One conversation with the skill: the engine behind the page, the terminal and the tests."""
from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import envelopes
from .answer import Answer, drawn_by, heard_from, understood
from .devices import device_named
from .envelopes import DEFAULT_APPLICATION, AlexaSession, Envelopes
from .errors import SimulatorError
from .invocation import Invocation
from .nlu import NOTHING, Expectation, Interpretation, Nlu, expected_after
from .recorder import InferenceRecorder

LambdaHandler = Callable[[dict[str, Any], Any], dict[str, Any]]
LONGEST_SENTENCE = 1000
LOCALES = ("en-US",)


@dataclass(slots=True)
class _State:
    """Where the conversation stands; fresh when no Alexa session is open."""

    session: AlexaSession | None = None
    reprompt: str = ""
    expectation: Expectation = NOTHING
    dialog: dict[str, Any] | None = None


class Client:
    """Speaks to a skill as one person on one device. Turns of one client run one after another."""

    def __init__(self, handler: LambdaHandler, nlu: Nlu, *, device: str = "echo_dot", locale: str = "en-US",
                 recorder: InferenceRecorder | None = None, application_id: str = DEFAULT_APPLICATION) -> None:
        if locale not in LOCALES:
            raise SimulatorError("locale", f"there is no interaction model for {str(locale)[:20]!r}", f"choose one of {', '.join(LOCALES)}")
        self._handler = handler
        self._nlu = nlu
        self._recorder = recorder or InferenceRecorder()
        self._envelopes = Envelopes(nlu.model, device_named(device), locale, application_id)
        self._invocation = Invocation(nlu.model.invocation)
        self._lock = threading.RLock()
        self._state = _State()

    @property
    def is_open(self) -> bool:
        """True while the skill's Alexa session lasts."""
        return self._state.session is not None

    def open(self) -> Answer:
        """Starts a fresh Alexa session by a LaunchRequest."""
        with self._lock:
            self._state = _State()
            return self._turn(envelopes.launch())

    def say(self, text: str) -> Answer:
        """Says a sentence; without an open session it starts one, as a one-shot."""
        spoken = _checked(text)
        with self._lock:
            if self._invocation.opens(spoken):
                return self.open()
            found = self._nlu.understand(self._invocation.request(spoken), self._state.expectation)
            dialog = self._state.dialog
            goes_on = dialog if dialog and dialog.get("name") == found.intent else None
            return self._turn(self._envelopes.intent(found.reading, goes_on), found)

    def touch(self, arguments: list[Any]) -> Answer:
        """Touches the screen where the document sends these arguments."""
        with self._lock:
            session = self._needed_session("touch")
            if self._envelopes.device.screen is None:
                raise SimulatorError("touch", f"{self._envelopes.device.id} has no screen", "choose a device with a screen")
            return self._turn(envelopes.user_event(session.screen_token, arguments))

    def silence(self) -> Answer:
        """Says nothing: first the reprompt is heard, then the session ends."""
        with self._lock:
            self._needed_session("silence")
            if self._state.reprompt:
                speech, self._state.reprompt = self._state.reprompt, ""
                return Answer(speech, "", None, None, False, None, None, None, None)
            return self.end("EXCEEDED_MAX_REPROMPTS")

    def end(self, reason: str = "USER_INITIATED") -> Answer:
        """Ends the session from the person's side; a skill can answer nothing to that."""
        with self._lock:
            self._needed_session("end")
            return self._turn(envelopes.session_ended(reason), last=True)

    def send(self, request: Mapping[str, Any]) -> Answer:
        """Sends any request in the current session, or in a new one."""
        with self._lock:
            return self._turn(dict(request), last=request.get("type") == "SessionEndedRequest")

    def _turn(self, request: dict[str, Any], found: Interpretation | None = None, last: bool = False) -> Answer:
        session = self._state.session or AlexaSession()
        event = self._envelopes.envelope(session, request)
        try:
            reply, inference = self._recorder.during(lambda: called(self._handler, event))
        except SimulatorError:
            self._state = _State()
            raise
        response = {} if last else reply.get("response") or {}
        speech, reprompt = heard_from(response)
        ended = last or self._is_over(response)
        self._remember(session, reply, speech, reprompt, request, ended)
        return Answer(speech, reprompt, response.get("card"), drawn_by(response), ended, understood(found), event, reply, inference)

    def _is_over(self, response: Mapping[str, Any]) -> bool:
        """True unless the skill keeps the session; left out, a drawn screen or an open dialog keeps it."""
        flag = response.get("shouldEndSession")
        if flag is None:
            dialog = any(str(directive.get("type", "")).startswith("Dialog.") for directive in response.get("directives") or ())
            return not dialog and (self._envelopes.device.screen is None or drawn_by(response) is None)
        return bool(flag)

    def _remember(self, session: AlexaSession, reply: Mapping[str, Any], speech: str, reprompt: str, request: Mapping[str, Any],
                  ended: bool) -> None:
        if ended:
            self._state = _State()
            return
        response = reply.get("response") or {}
        drawn = drawn_by(response)
        session.new, session.attributes = False, reply.get("sessionAttributes") or {}
        session.screen_token = (drawn.get("token") or "") if drawn else session.screen_token
        sent = (request.get("intent") or {}).get("name")
        self._state = _State(session, reprompt, expected_after(response, speech, sent), _dialog_intent(response, request))

    def _needed_session(self, what: str) -> AlexaSession:
        if self._state.session is None:
            raise SimulatorError(what, "the skill is not open, so nothing is waiting", "say something first")
        return self._state.session


def called(handler: LambdaHandler, event: dict[str, Any]) -> dict[str, Any]:
    """The handler's reply to a copy of the event, as JSON would carry it; raises SimulatorError where there is no usable reply."""
    try:
        reply = json.loads(json.dumps(handler(json.loads(json.dumps(event)), None)))
    except Exception as error:  # whatever a skill raises, the person must get a clear answer
        raise SimulatorError("skill", f"the skill failed with {type(error).__name__}", "say it another way, or start again", 502) from error
    if not isinstance(reply, dict) or not isinstance(reply.get("response") or {}, dict):
        raise SimulatorError("skill", "the skill's reply is no Alexa response", "its handler must return a response envelope", 502)
    return reply


def _checked(text: object) -> str:
    if not isinstance(text, str) or not text.strip():
        raise SimulatorError("text", "there is nothing to say", 'send a sentence, such as {"text": "what are milia"}')
    if len(text) > LONGEST_SENTENCE:
        problem = f"the sentence has {len(text)} characters, more than the {LONGEST_SENTENCE} that can be said at once"
        raise SimulatorError("text", problem, "say it in shorter sentences; the conversation goes on", 413)
    return text


def _dialog_intent(response: Mapping[str, Any], request: Mapping[str, Any]) -> dict[str, Any] | None:
    """The intent whose slots the dialog is filling: the skill's updatedIntent, or the one just sent."""
    for directive in response.get("directives") or ():
        if directive.get("type") == "Dialog.ElicitSlot":
            intent = directive.get("updatedIntent") or request.get("intent")
            return dict(intent) if isinstance(intent, dict) else None
    return None
