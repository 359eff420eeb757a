"""Reads JSON bodies, and says what is wrong with those that are not what was asked for."""
from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from flask import Request

from .errors import SimulatorError

Value = TypeVar("Value")


def json_body(request: Request) -> dict[str, Any]:
    """The JSON object in the body; an empty body is an empty object."""
    data = request.get_data()
    if not request.is_json and (data or request.mimetype):
        kind = (request.mimetype or "missing")[:60]
        raise SimulatorError("body", f"the content type is {kind}", "send Content-Type: application/json", 415)
    try:
        body = json.loads(data) if data.strip() else {}
    except (ValueError, RecursionError):
        raise SimulatorError("body", "the body is not valid JSON", 'send an object, such as {"text": "what are milia"}') from None
    if not isinstance(body, dict):
        raise SimulatorError("body", "the body is not a JSON object", 'send an object, such as {"text": "what are milia"}')
    return body


def optional(body: Mapping[str, Any], name: str, kind: type[Value], default: Value) -> Value:
    """The value under a name, or the default where it is missing; raises SimulatorError on another type."""
    value = body.get(name, default)
    if not isinstance(value, kind):
        raise SimulatorError(name, f"{name} must be {_NAMES[kind]}", f"leave it out for {json.dumps(default)}")
    return value


def required_list(body: Mapping[str, Any], name: str) -> list[Any]:
    """The list under a name."""
    value = body.get(name)
    if not isinstance(value, list):
        raise SimulatorError(name, f"{name} must be a list", f'send {{"{name}": [...]}}')
    return value


def required_mapping(body: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The object under a name, which must say its type."""
    value = body.get(name)
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise SimulatorError(name, f"{name} must be an object with a type", f'send {{"{name}": {{"type": "LaunchRequest"}}}}')
    return value


_NAMES: dict[type, str] = {str: "text", bool: "true or false"}
