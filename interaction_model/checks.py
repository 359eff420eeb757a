"""What Alexa, and this project, demand of an interaction model.

Every check is a function from the model to its problems in plain words; `problems`
runs them all. Nothing is written and nothing is submitted while one of them objects.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator

from interaction_model.access import intents, language, repeated
from interaction_model.check_words import (
    enough_samples,
    invocation_name,
    no_conflicts,
    sample_characters,
    samples_unique,
    search_query,
    surfaces,
)
from interaction_model.model import Json
from interaction_model.wording import slots_of

REQUIRED = frozenset(f"AMAZON.{name}Intent" for name in ("Help", "Stop", "Cancel", "Fallback", "NavigateHome"))
NOT_EXTENSIBLE = frozenset(("AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent"))
MOST_INTENTS = 250
MOST_BYTES = 1_500_000


def problems(model: Json, same_meaning: Collection[frozenset[str]] = ()) -> list[str]:
    """Return every problem of every check; `same_meaning` are pairs of intents that may share a sentence."""
    found = [problem for check in CHECKS for problem in check(model)]
    return [*found, *no_conflicts(model, same_meaning)]


def names(model: Json) -> Iterator[str]:
    """Intents, slots and types are named the way Alexa accepts."""
    for intent in intents(model):
        if not re.fullmatch(r"(AMAZON\.)?[A-Za-z][A-Za-z_]*", intent["name"]):
            yield f"intent {intent['name']!r}: letters and underscores only"
        for slot in intent.get("slots", ()):
            if not re.fullmatch(r"[a-z][a-z_]*", slot["name"]):
                yield f"{intent['name']}: slot {slot['name']!r}: lower-case letters and underscores only"
    for slot_type in language(model)["types"]:
        if not re.fullmatch(r"[A-Z][A-Z_]*", slot_type["name"]):
            yield f"type {slot_type['name']!r}: capitals and underscores only"


def slots_declared_and_used(model: Json) -> Iterator[str]:
    """Every slot in braces is declared, every declared slot can be filled, none twice in one sample."""
    for intent in intents(model):
        declared = {s["name"] for s in intent.get("slots", ())}
        samples = [*intent.get("samples", ()), *(a for s in intent.get("slots", ()) for a in s.get("samples", ()))]
        used = [slots_of(sample) for sample in samples]
        for name in sorted({n for found in used for n in found} - declared):
            yield f"{intent['name']}: {{{name}}} is not declared"
        for name in sorted(declared - {n for found in used for n in found}):
            yield f"{intent['name']}: slot {name!r} is in no sample"
        for sample, found in zip(samples, used, strict=True):
            if len(found) != len(set(found)):
                yield f"{intent['name']}: {sample!r}: a slot twice"


def types_defined(model: Json) -> Iterator[str]:
    """Every slot has a type that exists, and every type written has a slot and a value."""
    defined = {t["name"]: t["values"] for t in language(model)["types"]}
    used = {s["type"] for intent in intents(model) for s in intent.get("slots", ())}
    for name in sorted(n for n in used - defined.keys() if not n.startswith("AMAZON.")):
        yield f"type {name} is used and not defined"
    for name in sorted(defined.keys() - used):
        yield f"type {name} is defined and not used"
    yield from (f"type {name} has no value" for name, values in defined.items() if not values)


def ids_unique(model: Json) -> Iterator[str]:
    """No two intents, slots of an intent, types, values of a type or prompts share a name."""
    yield from repeated("intent", (i["name"] for i in intents(model)))
    for intent in intents(model):
        yield from repeated(f"{intent['name']}: slot", (s["name"] for s in intent.get("slots", ())))
    yield from repeated("type", (t["name"] for t in language(model)["types"]))
    for slot_type in language(model)["types"]:
        yield from repeated(f"{slot_type['name']}: value id", (v["id"] for v in slot_type["values"]))
    yield from repeated("prompt", (p["id"] for p in model["interactionModel"].get("prompts", ())))


def built_ins(model: Json) -> Iterator[str]:
    """The intents certification asks for are there; built-ins have no slots, and some no samples."""
    by_name = {i["name"]: i for i in intents(model)}
    yield from (f"{name} is missing" for name in sorted(REQUIRED - by_name.keys()))
    for name, intent in by_name.items():
        if name.startswith("AMAZON.") and intent.get("slots"):
            yield f"{name}: a built-in intent takes no slots"
        if name in NOT_EXTENSIBLE and intent.get("samples"):
            yield f"{name}: cannot be extended with samples"


def dialog_complete(model: Json) -> Iterator[str]:
    """Dialog entries mirror their intents, and every prompt exists and is used."""
    content = model["interactionModel"]
    declared = {i["name"]: [(s["name"], s["type"]) for s in i.get("slots", ())] for i in intents(model)}
    prompts = {p["id"]: p["variations"] for p in content.get("prompts", ())}
    entries = content.get("dialog", {}).get("intents", ())
    used = {p for e in entries for s in e["slots"] for p in s.get("prompts", {}).values()}
    for entry in entries:
        if declared.get(entry["name"]) != [(s["name"], s["type"]) for s in entry["slots"]]:
            yield f"dialog of {entry['name']}: its slots are not those of the intent"
        for slot in entry["slots"]:
            if slot["elicitationRequired"] and "elicitation" not in slot.get("prompts", {}):
                yield f"dialog of {entry['name']}: slot {slot['name']!r} has no prompt to elicit it"
    yield from (f"prompt {name} does not exist" for name in sorted(used - prompts.keys()))
    yield from (f"prompt {name} is not used" for name in sorted(prompts.keys() - used))
    yield from (f"prompt {name} has no words" for name, words in prompts.items() if not words)


def limits(model: Json) -> Iterator[str]:
    """The model is small enough to be accepted."""
    if len(intents(model)) > MOST_INTENTS:
        yield f"{len(intents(model))} intents, at most {MOST_INTENTS}"
    size = len(json.dumps(model, ensure_ascii=False).encode())
    if size > MOST_BYTES:
        yield f"{size} bytes, at most {MOST_BYTES}"


CHECKS: tuple[Callable[[Json], Iterable[str]], ...] = (
    invocation_name, names, sample_characters, search_query, slots_declared_and_used, types_defined, ids_unique,
    surfaces, samples_unique, built_ins, dialog_complete, enough_samples, limits,
)
