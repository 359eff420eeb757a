"""Words that two slot types know, in samples that differ in nothing else, are kept by one of them.

"Is {ingredient} safe" and "is {action} safe" both claim "is honey safe". The source says
which type leaves the word to the other, as a pattern: `{INGREDIENT}`, `use {INGREDIENT}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interaction_model.wording import SLOT, normalise

Json = dict[str, Any]


def left_to_others(types: Sequence[Json], leaves: Mapping[str, Iterable[str]]) -> list[Json]:
    """Return the slot types without the sayings that the patterns give to other types."""
    said = {t["name"]: {normalise(s) for v in t["values"] for s in sayings(v)} for t in types}
    return [_without(t, {s for p in leaves.get(t["name"], ()) for s in _matching(p, said)}) for t in types]


def sayings(value: Json) -> list[str]:
    """Return all that is said for a value, its name first."""
    return [value["name"]["value"], *value["name"].get("synonyms", ())]


def _matching(pattern: str, said: Mapping[str, set[str]]) -> set[str]:
    before, kind, after = SLOT.split(pattern)
    return {normalise(before + saying + after) for saying in said.get(kind, ())}


def _without(slot_type: Json, gone: set[str]) -> Json:
    """A value keeps its id; when its name goes, its next saying is the name; when all go, so does the value."""
    values = []
    for value in slot_type["values"]:
        kept = [s for s in sayings(value) if normalise(s) not in gone]
        if kept:
            name = {"value": kept[0], "synonyms": kept[1:]} if kept[1:] else {"value": kept[0]}
            values.append({"id": value["id"], "name": name})
    return {"name": slot_type["name"], "values": values}
