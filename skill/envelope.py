"""Checks a request envelope before it is read: whose it is, and whether it has the declared shape.

Parts of a wrong shape are left out, so that one broken slot does not lose the others.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from ask_sdk_model.intent_confirmation_status import IntentConfirmationStatus
from ask_sdk_model.request import Request
from ask_sdk_model.slu.entityresolution.status_code import StatusCode

from .errors import ForeignRequest

_STATUSES = {status.value for status in StatusCode}
_CONFIRMATIONS = {status.value for status in IntentConfirmationStatus}
_LONGEST_VALUE = 20_000


def check_owner(event: Mapping[str, Any], skill_id: str | None) -> None:
    """Raise ForeignRequest unless the request names this skill; with no id configured every request is accepted."""
    if skill_id is None:
        return
    found = _at(event, "context", "System", "application", "applicationId")
    found = found or _at(event, "session", "application", "applicationId")
    if found != skill_id:
        raise ForeignRequest("the request names another application id than this skill's, or none")


def is_known(event: Any) -> bool:
    """Whether the event is an envelope with a kind of request that the SDK can read."""
    kind = _at(event, "request", "type") if isinstance(event, Mapping) else None
    return isinstance(kind, str) and kind in Request.discriminator_value_class_map


def session_of(event: Any) -> Mapping[str, Any] | None:
    """The session part, if the event has one."""
    session = event.get("session") if isinstance(event, Mapping) else None
    return session if isinstance(session, Mapping) else None


def repaired(event: Mapping[str, Any]) -> dict[str, Any]:
    """The envelope with every part the skill reads in its declared shape; the event itself stays as it is."""
    clean = dict(event)
    clean["request"] = _request(event["request"])
    session = session_of(event)
    clean.pop("session", None)
    if session is not None:
        clean["session"] = _session(session)
    if not isinstance(event.get("context"), Mapping):
        clean.pop("context", None)
    return clean


def _session(session: Mapping[str, Any]) -> dict[str, Any]:
    attributes = session.get("attributes")
    return {**session, "new": session.get("new") is True, "attributes": attributes if isinstance(attributes, Mapping) else {}}


def _request(request: Mapping[str, Any]) -> dict[str, Any]:
    clean = {name: part for name, part in request.items() if name not in ("intent", "timestamp", "dialogState")}
    if request.get("dialogState") in ("STARTED", "IN_PROGRESS", "COMPLETED"):
        clean["dialogState"] = request["dialogState"]
    if clean["type"] == "IntentRequest":
        clean["intent"] = _intent(request.get("intent"))
    elif isinstance(request.get("intent"), Mapping):
        clean["intent"] = copy.deepcopy(request["intent"])
    return clean


def _intent(intent: Any) -> dict[str, Any]:
    parts = intent if isinstance(intent, Mapping) else {}
    name, slots = parts.get("name"), parts.get("slots")
    filled = slots.items() if isinstance(slots, Mapping) else ()
    clean = {
        "name": name if isinstance(name, str) and name else "UnnamedIntent",
        "slots": {str(key): _slot(str(key), slot) for key, slot in filled if _is_filled(slot)},
    }
    if parts.get("confirmationStatus") in _CONFIRMATIONS:
        clean["confirmationStatus"] = parts["confirmationStatus"]
    return clean


def _is_filled(slot: Any) -> bool:
    return isinstance(slot, Mapping) and ("value" in slot or "slotValue" in slot)


def _slot(name: str, slot: Mapping[str, Any]) -> dict[str, Any]:
    clean: dict[str, Any] = {"name": name, **_valued(slot)}
    several = _at(slot, "slotValue", "values")
    if _at(slot, "slotValue", "type") == "List" and isinstance(several, list):
        values = [{"type": "Simple", **_valued(one)} for one in several if isinstance(one, Mapping)]
        clean["slotValue"] = {"type": "List", "values": values}
    return clean


def _valued(part: Mapping[str, Any]) -> dict[str, Any]:
    value = part.get("value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return {}
    authorities = _at(part, "resolutions", "resolutionsPerAuthority")
    kept = [_authority(one) for one in authorities if _is_resolved(one)] if isinstance(authorities, list) else []
    clean: dict[str, Any] = {"value": value[:_LONGEST_VALUE]}
    return {**clean, "resolutions": {"resolutionsPerAuthority": kept}} if kept else clean


def _is_resolved(authority: Any) -> bool:
    return _at(authority, "status", "code") in _STATUSES and isinstance(_at(authority, "values") or [], list)


def _authority(authority: Mapping[str, Any]) -> dict[str, Any]:
    values = [one for one in authority.get("values") or [] if isinstance(_at(one, "value", "id"), str)]
    plain = [{"value": {"id": one["value"]["id"]}} for one in values]
    return {"status": {"code": authority["status"]["code"]}, "values": plain}


def _at(part: Any, *path: str) -> Any:
    """What stands at a path of keys, or None."""
    for key in path:
        part = part.get(key) if isinstance(part, Mapping) else None
    return part
