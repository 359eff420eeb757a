"""Builds the JSON that Alexa posts to a skill."""
from __future__ import annotations

import copy
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from .devices import APL, Device
from .nlu import Filled, InteractionModel, Reading

DEFAULT_APPLICATION = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"


@dataclass(slots=True)
class AlexaSession:
    """One Alexa session: from the first request after an invocation to the last answer."""

    id: str = field(default_factory=lambda: f"amzn1.echo-api.session.{uuid.uuid4()}")
    new: bool = True
    attributes: dict[str, Any] = field(default_factory=dict)
    screen_token: str | None = None


@dataclass(frozen=True, slots=True)
class Envelopes:
    """The parts that stay the same for one device, user and skill."""

    model: InteractionModel
    device: Device
    locale: str
    application_id: str = DEFAULT_APPLICATION
    user_id: str = field(default_factory=lambda: f"amzn1.ask.account.{uuid.uuid4().hex.upper()}")
    device_id: str = field(default_factory=lambda: f"amzn1.ask.device.{uuid.uuid4().hex.upper()}")
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def envelope(self, session: AlexaSession, request: Mapping[str, Any]) -> dict[str, Any]:
        """The whole request: session, context, and the request with id, time and locale filled in."""
        stamped = {"requestId": f"amzn1.echo-api.request.{uuid.uuid4()}", "timestamp": self.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
                   "locale": self.locale, **request}
        return {"version": "1.0", "session": self._session(session), "context": self._context(session), "request": stamped}

    def intent(self, reading: Reading, dialog: Mapping[str, Any] | None) -> dict[str, Any]:
        """An IntentRequest with every declared slot; dialog is the intent of the dialog under way, if it goes on."""
        intent = self.model.intents.get(reading.intent)
        declared = intent.slots if intent else ()
        filled = {slot.name: slot for slot in reading.slots}
        earlier = (dialog or {}).get("slots") or {}
        slots = {slot.name: self._slot(filled[slot.name]) if slot.name in filled
                 else copy.deepcopy(earlier.get(slot.name)) or _empty(slot.name) for slot in declared}
        request: dict[str, Any] = {"type": "IntentRequest", "intent": {
            "name": reading.intent, "confirmationStatus": "NONE", "slots": slots}}
        if intent and intent.has_dialog:
            request["dialogState"] = "IN_PROGRESS" if dialog else "STARTED"
        return request

    def _session(self, session: AlexaSession) -> dict[str, Any]:
        return {"new": session.new, "sessionId": session.id, "application": {"applicationId": self.application_id},
                "attributes": copy.deepcopy(session.attributes), "user": {"userId": self.user_id}}

    def _context(self, session: AlexaSession) -> dict[str, Any]:
        context: dict[str, Any] = {"System": {
            "application": {"applicationId": self.application_id}, "user": {"userId": self.user_id},
            "device": {"deviceId": self.device_id, "supportedInterfaces": self.device.interfaces()},
            "apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": "simulator"}}
        if self.device.screen:
            context |= {"Viewport": self.device.screen.viewport(), "Viewports": self.device.screen.viewports()}
            if session.screen_token is not None:
                context[APL] = {"token": session.screen_token, "version": "simulator", "componentsVisibleOnScreen": []}
        return context

    def _slot(self, filled: Filled) -> dict[str, Any]:
        resolved = {} if filled.values is None else {"resolutions": self._resolutions(filled)}
        return {"name": filled.name, "value": filled.text, **resolved, "confirmationStatus": "NONE", "source": "USER",
                "slotValue": {"type": "Simple", "value": filled.text, **copy.deepcopy(resolved)}}

    def _resolutions(self, filled: Filled) -> dict[str, Any]:
        authority = f"amzn1.er-authority.echo-sdk.{self.application_id}.{filled.type}"
        values = [{"value": {"name": value.name, **({"id": value.id} if value.id else {})}} for value in filled.values or ()]
        code = "ER_SUCCESS_MATCH" if values else "ER_SUCCESS_NO_MATCH"
        return {"resolutionsPerAuthority": [{"authority": authority, "status": {"code": code}, **({"values": values} if values else {})}]}


def launch() -> dict[str, Any]:
    """A LaunchRequest."""
    return {"type": "LaunchRequest", "shouldLinkResultBeReturned": False}


def session_ended(reason: str) -> dict[str, Any]:
    """A SessionEndedRequest: USER_INITIATED, ERROR or EXCEEDED_MAX_REPROMPTS."""
    error = {"error": {"type": "INVALID_RESPONSE", "message": "The skill's response could not be used."}} if reason == "ERROR" else {}
    return {"type": "SessionEndedRequest", "reason": reason, **error}


def user_event(token: str | None, arguments: list[Any]) -> dict[str, Any]:
    """A touch on the screen, as an APL UserEvent."""
    return {"type": f"{APL}.UserEvent", "token": token or "", "arguments": arguments,
            "source": {"type": "TouchWrapper", "handler": "Press", "id": ""}, "components": {}}


def _empty(name: str) -> dict[str, Any]:
    return {"name": name, "confirmationStatus": "NONE"}
