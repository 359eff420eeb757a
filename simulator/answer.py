"""One answer of the skill as the simulator shows it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .devices import APL
from .nlu import Filled, Interpretation
from .speech import plain


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything one turn brought: what is heard, what was understood, what went over the wire, what was inferred."""

    speech: str
    reprompt: str
    card: dict[str, Any] | None
    apl: dict[str, Any] | None
    ended: bool
    intent: dict[str, Any] | None
    request: dict[str, Any] | None
    response: dict[str, Any] | None
    inference: dict[str, Any] | None

    def to_dict(self) -> dict[str, Any]:
        """The answer as the HTTP contract words it."""
        return {name: getattr(self, name) for name in self.__slots__}


def heard_from(response: Mapping[str, Any]) -> tuple[str, str]:
    """The speech and the reprompt of a response body, as plain text."""
    return plain(response.get("outputSpeech")), plain((response.get("reprompt") or {}).get("outputSpeech"))


def drawn_by(response: Mapping[str, Any]) -> dict[str, Any] | None:
    """The last APL document of a response: token, document, datasources."""
    shown = [directive for directive in response.get("directives") or () if directive.get("type") == f"{APL}.RenderDocument"]
    return {key: shown[-1].get(key) for key in ("token", "document", "datasources")} if shown else None


def understood(interpretation: Interpretation | None) -> dict[str, Any] | None:
    """The intent part of an answer: name, layer, confidence, filled slots, the three best candidates."""
    if interpretation is None:
        return None
    reading = interpretation.reading
    return {"name": reading.intent, "layer": interpretation.layer, "confidence": round(reading.score, 3),
            "slots": {slot.name: _slot(slot) for slot in reading.slots},
            "candidates": [{"name": other.intent, "score": round(other.score, 3), "sample": other.sample,
                            "slots": {slot.name: slot.text for slot in other.slots}} for other in interpretation.candidates]}


def _slot(filled: Filled) -> dict[str, Any]:
    ids = [value.id for value in filled.values or ()]
    return {"value": filled.text, "type": filled.type, "id": ids[0] if ids else None, "ids": ids}
