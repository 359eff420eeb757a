"""The Alexa interaction model as the simulator reads it: intents, slots, slot types, dialog entries."""
from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .builtin_intents import BUILT_IN_SAMPLES


@dataclass(frozen=True, slots=True)
class Value:
    """One entry of a slot type: its id, its name and every surface that resolves to it."""

    id: str | None
    name: str
    surfaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot an intent declares, with the samples that answer when it is elicited."""

    name: str
    type: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intent:
    """An intent with its slots and samples; has_dialog when the dialog model lists it."""

    name: str
    slots: tuple[Slot, ...]
    samples: tuple[str, ...]
    has_dialog: bool

    def slot(self, name: str) -> Slot | None:
        """The declared slot of that name, if any."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class InteractionModel:
    """Everything the matcher and the request envelopes need to know."""

    invocation: str
    intents: Mapping[str, Intent]
    types: Mapping[str, tuple[Value, ...]]


def load_model(path: Path) -> InteractionModel:
    """The model of a committed interaction-model JSON file."""
    return read_model(json.loads(path.read_text(encoding="utf-8")))


def read_model(document: Mapping[str, Any]) -> InteractionModel:
    """The model of an interaction-model document, built-in intents filled with what people say for them."""
    body = document["interactionModel"]
    language = body["languageModel"]
    dialogs = {intent["name"] for intent in body.get("dialog", {}).get("intents", ())}
    intents = {intent["name"]: _intent(intent, intent["name"] in dialogs) for intent in language["intents"]}
    types = {kind["name"]: tuple(_value(value) for value in kind["values"]) for kind in language.get("types", ())}
    return InteractionModel(language["invocationName"], MappingProxyType(intents), MappingProxyType(types))


def _intent(entry: Mapping[str, Any], has_dialog: bool) -> Intent:
    slots = tuple(Slot(slot["name"], slot["type"], tuple(slot.get("samples", ()))) for slot in entry.get("slots", ()))
    samples = tuple(dict.fromkeys((*entry.get("samples", ()), *BUILT_IN_SAMPLES.get(entry["name"], ()))))
    return Intent(entry["name"], slots, samples, has_dialog)


def _value(entry: Mapping[str, Any]) -> Value:
    name = entry["name"]["value"]
    return Value(entry.get("id"), name, (name, *entry["name"].get("synonyms", ())))
