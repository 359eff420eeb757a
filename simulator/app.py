"""The Flask application: the HTTP contract around conversations, and the page."""
from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from .answer import Answer
from .bodies import json_body, optional, required_list, required_mapping
from .client import LOCALES, Client, LambdaHandler, called
from .conversations import Conversations
from .devices import DEVICES
from .envelopes import DEFAULT_APPLICATION
from .errors import SimulatorError
from .nlu import InteractionModel, Nlu, Urgency, load_model, no_urgency, read_model
from .recorder import InferenceRecorder

_MOST_BYTES = 64 * 1024
_LOG = logging.getLogger(__name__)
_POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
           "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
EXAMPLES = (
    "what are milia", "why did I get them", "can I pop them", "can I use retinol", "I'm pregnant, can I use retinol",
    "my newborn has milk spots", "how do I treat milia at home", "is lanolin ok", "what happens in cryotherapy",
    "how do I prevent milia", "it's hot red and spreading and I have a fever", "tell me a joke")


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the routes share."""

    handler: LambdaHandler
    nlu: Nlu
    recorder: InferenceRecorder
    application_id: str
    verify: bool
    conversations: Conversations

    def client(self, body: Mapping[str, Any]) -> Client:
        """A new conversation on the device and in the language that the body names."""
        device, locale = optional(body, "device", str, "echo_dot"), optional(body, "locale", str, "en-US")
        return Client(self.handler, self.nlu, device=device, locale=locale, recorder=self.recorder, application_id=self.application_id)


def create_app(lambda_handler: LambdaHandler, model: InteractionModel | Mapping[str, Any] | Path, *,
               recorder: InferenceRecorder | None = None, application_id: str = DEFAULT_APPLICATION, verify: bool = True,
               most_sessions: int = 1000, urgency: Urgency = no_urgency) -> Flask:
    """The simulator for a skill; recorder is the observer the skill was built with, verify keeps POST /alexa shut.

    `urgency` weighs what a reading carries by the ear of the skill, so that no danger is lost for want of a slot.
    """
    app = Flask(__name__)
    app.config.update(MAX_CONTENT_LENGTH=_MOST_BYTES, TRUSTED_HOSTS=["localhost", "127.0.0.1", "[::1]"])
    app.json.sort_keys = False  # type: ignore[attr-defined]
    nlu = Nlu(_model(model), urgency=urgency)
    desk = _Desk(lambda_handler, nlu, recorder or InferenceRecorder(), application_id, verify, Conversations(most_sessions))
    _add_page(app, desk)
    _add_sessions(app, desk)
    _add_endpoint(app, desk)
    _add_errors(app)
    return app


def _model(model: InteractionModel | Mapping[str, Any] | Path) -> InteractionModel:
    if isinstance(model, InteractionModel):
        return model
    return load_model(model) if isinstance(model, Path) else read_model(model)


def _add_page(app: Flask, desk: _Desk) -> None:
    @app.get("/")
    def page() -> str:
        return render_template("index.html", devices=DEVICES.values(), examples=EXAMPLES)

    @app.get("/api/model")
    def model() -> Response:
        intents = [{"name": intent.name, "samples": list(intent.samples), "slots": {slot.name: slot.type for slot in intent.slots}}
                   for intent in desk.nlu.model.intents.values()]
        return jsonify(invocation=desk.nlu.model.invocation, locales=list(LOCALES), devices=list(DEVICES), intents=intents)

    @app.after_request
    def guard(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "no-store"
        return response


def _add_sessions(app: Flask, desk: _Desk) -> None:
    @app.post("/api/sessions")
    def open_session() -> Response:
        body = json_body(request)
        client = desk.client(body)
        answer = client.open().to_dict() if optional(body, "launch", bool, True) else None
        return jsonify(id=desk.conversations.add(client), answer=answer)

    @app.post("/api/sessions/<key>/say")
    def say(key: str) -> Response:
        client = desk.conversations.get(key)
        return jsonify(client.say(json_body(request).get("text", "")).to_dict())

    @app.post("/api/sessions/<key>/event")
    def event(key: str) -> Response:
        client = desk.conversations.get(key)
        body = json_body(request)
        events: dict[str, Callable[[], Answer]] = {
            "touch": lambda: client.touch(required_list(body, "arguments")), "silence": client.silence,
            "end": client.end, "request": lambda: client.send(required_mapping(body, "request"))}
        kind = body.get("type")
        if not isinstance(kind, str) or kind not in events:
            raise SimulatorError("event", f"there is no event {str(kind)[:40]!r}", f"choose one of {', '.join(events)}")
        return jsonify(events[kind]().to_dict())


def _add_endpoint(app: Flask, desk: _Desk) -> None:
    @app.post("/alexa")
    def endpoint() -> Response:
        if desk.verify:
            raise SimulatorError("signature", "this request is not verified to come from Alexa",
                                 "signatures are not checked here yet, so start the simulator with --no-verify to try this endpoint", 403)
        event = json_body(request)
        required_mapping(event, "request")
        return jsonify(called(desk.handler, event))


def _add_errors(app: Flask) -> None:
    @app.errorhandler(SimulatorError)
    def known(error: SimulatorError) -> tuple[Response, int]:
        if error.__cause__ is not None:
            _LOG.error("the skill failed", exc_info=error.__cause__)
        return jsonify(error.to_dict()), error.status

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> tuple[Response, int]:
        hint = "send less" if error.code == 413 else "see GET /api/model and the README for what there is"
        return jsonify(SimulatorError("request", (error.description or error.name).rstrip("."), hint).to_dict()), error.code or 400

    @app.errorhandler(Exception)
    def unknown(error: Exception) -> tuple[Response, int]:
        _LOG.error("the simulator failed", exc_info=error)
        return jsonify(SimulatorError("simulator", "something went wrong here", "try again; the log has the details").to_dict()), 500
