"""Put the authored source and a pack's vocabulary together as Alexa's interaction model.

Pure: values in, a JSON-ready mapping out, the same for the same input.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from interaction_model.leaving import left_to_others
from interaction_model.source import Elicitation, Intent, Source

Json = dict[str, Any]


class TermLike(Protocol):
    """What is needed of a vocabulary term."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def says(self) -> Sequence[str]: ...


class SlotTypeLike(Protocol):
    """What is needed of a vocabulary slot type."""

    @property
    def id(self) -> str: ...
    @property
    def terms(self) -> Sequence[TermLike]: ...


def assemble(source: Source, vocabulary: Iterable[SlotTypeLike]) -> Json:
    """Return the interaction model; only slot types that some intent uses are in it."""
    used = {slot_type for intent in source.intents for slot_type in intent.slots.values()}
    types = [_type(t) for t in sorted(vocabulary, key=lambda t: t.id)]
    language_model = {
        "invocationName": source.invocation,
        "intents": [_intent(intent, source.elicitations) for intent in source.intents],
        "types": [t for t in left_to_others(types, source.leaves) if t["name"] in used],
    }
    return {"interactionModel": {
        "languageModel": language_model,
        "dialog": {"intents": _dialog_intents(source), "delegationStrategy": "SKILL_RESPONSE"},
        "prompts": [_prompt(e) for e in source.elicitations],
    }}


def prompt_id(elicitation: Elicitation) -> str:
    """Return the id that ties a dialog slot to its prompt."""
    return f"Elicit.Slot.{elicitation.intent}.{elicitation.slot}"


def _intent(intent: Intent, elicitations: Sequence[Elicitation]) -> Json:
    body: Json = {"name": intent.name}
    if intent.slots:
        body["slots"] = [_slot(intent.name, name, kind, elicitations) for name, kind in intent.slots.items()]
    body["samples"] = list(intent.samples())
    return body


def _slot(intent: str, name: str, kind: str, elicitations: Sequence[Elicitation]) -> Json:
    answers = [a for e in elicitations if (e.intent, e.slot) == (intent, name) for a in e.answers]
    return {"name": name, "type": kind, **({"samples": answers} if answers else {})}


def _type(slot_type: SlotTypeLike) -> Json:
    return {"name": slot_type.id, "values": [_value(term) for term in slot_type.terms]}


def _value(term: TermLike) -> Json:
    name: Json = {"value": term.name}
    if term.says:
        name["synonyms"] = list(term.says)
    return {"id": term.id, "name": name}


def _dialog_intents(source: Source) -> list[Json]:
    """A dialog entry per intent with a slot to elicit; Alexa wants all its slots listed."""
    asked = {(e.intent, e.slot): prompt_id(e) for e in source.elicitations}
    wanted = {e.intent for e in source.elicitations}
    return [
        {
            "name": intent.name,
            "delegationStrategy": "SKILL_RESPONSE",
            "confirmationRequired": False,
            "prompts": {},
            "slots": [_dialog_slot(n, kind, asked.get((intent.name, n))) for n, kind in intent.slots.items()],
        }
        for intent in source.intents if intent.name in wanted
    ]


def _dialog_slot(name: str, kind: str, prompt: str | None) -> Json:
    return {
        "name": name,
        "type": kind,
        "confirmationRequired": False,
        "elicitationRequired": prompt is not None,
        "prompts": {"elicitation": prompt} if prompt else {},
    }


def _prompt(elicitation: Elicitation) -> Json:
    variations = [{"type": "PlainText", "value": text} for text in elicitation.prompts]
    return {"id": prompt_id(elicitation), "variations": variations}
