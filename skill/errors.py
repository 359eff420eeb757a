"""What goes wrong: refused requests, and faults that are apologised for and logged without personal data."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from ask_sdk_core.dispatch_components.exception_components import AbstractExceptionHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.response import Response

from .language import Language
from .presentation.speech import ssml
from .presentation.voice import Voice

_log = logging.getLogger("skill")


class ForeignRequest(ValueError):
    """The request is not for this skill: its application id is another one, or missing."""


class Apology(AbstractExceptionHandler):
    """Apologises and asks again; the session stays as it was before the turn that failed."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Any fault."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """A spoken apology and a way on; outside a session, nothing."""
        log_fault(exception)
        if handler_input.request_envelope.session is None:
            return handler_input.response_builder.response
        voice, pronunciation = Voice(self._language, {}), self._language.pronunciation
        builder = handler_input.response_builder.speak(ssml(voice("apology"), pronunciation))
        return builder.ask(ssml(voice("apology_reprompt"), pronunciation)).response


def log_fault(exception: BaseException) -> None:
    """One log line: the kind of fault and where it arose. Its message may quote what a person said, so it stays out."""
    frames = traceback.extract_tb(exception.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    _log.error("turn failed: %s at %s", type(exception).__name__, places or "unknown place")
