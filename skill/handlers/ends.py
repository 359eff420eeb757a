"""Requests that are not talk: the end of a session, reports of the service, and kinds this skill does not use."""

from __future__ import annotations

from ask_sdk_core.dispatch_components.request_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.response import Response

from ..presentation.answer import Answer, Question
from ..turn import Turn
from .base import Conversation

_SILENT = ("SessionEndedRequest", "System.ExceptionEncountered")


class Silent(AbstractRequestHandler):
    """Ends and reports take no answer, and neither does anything outside a session."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether nothing may be said."""
        envelope = handler_input.request_envelope
        return envelope.session is None or getattr(envelope.request, "object_type", None) in _SILENT

    def handle(self, handler_input: HandlerInput) -> Response:
        """An empty response."""
        return handler_input.response_builder.response


class Unexpected(Conversation):
    """A kind of request inside a session that nothing else takes: a polite way on."""

    def meant(self, turn: Turn) -> bool:
        return True

    def reply(self, turn: Turn) -> Answer:
        return Answer((turn.voice("unexpected"),), Question("", turn.voice("ask_reprompt")))
