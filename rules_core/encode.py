"""Normalised facts, and what is concluded from them, as the parts of the engine's facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .model import NONE, UNKNOWN, FactSpec
from .properties import SCORE_ZERO, STATE_CODE, Properties


class Encoder:
    """Knows the part that each value of each fact, and each state of each conclusion, comes to."""

    def __init__(self, properties: Properties, specs: Mapping[str, FactSpec]) -> None:
        part = properties.part
        self.at_rest = properties.at_rest()
        self._unknown = {name: (slot, part(slot, 1)) for name, slot in properties.slots_of("unknown").items()}
        self._enum = {
            name: (slot, {value: part(slot, n) for n, value in enumerate(specs[name].values, 1)})
            for name, slot in properties.slots_of("enum").items()
        }
        self._int = {name: (slot, specs[name].min) for name, slot in properties.slots_of("int").items()}
        self._lists: dict[str, dict[str, tuple[int, str, str]]] = {}
        for key, slot in properties.slots.items():
            if key[0] == "has":
                self._lists.setdefault(key[1], {})[key[2]] = (slot, part(slot, 1), part(slot, 2))
        self._states = {
            name: (slot, {state: part(slot, code) for state, code in STATE_CODE.items()})
            for name, slot in properties.slots_of("conclusion").items()
        }
        self._scores = properties.slots_of("score")
        self._level = properties.slots.get(("level",))
        self._part = part

    def encode(self, facts: Mapping[str, Any]) -> list[str]:
        """The parts for these facts, conclusions and scores still at rest."""
        parts = self.at_rest.copy()
        enums, numbers = self._enum, self._int
        for name, value in facts.items():
            if value == UNKNOWN:
                if name in self._unknown:
                    slot, asked = self._unknown[name]
                    parts[slot] = asked
            elif name in enums:
                slot, table = enums[name]
                parts[slot] = table[value]
            elif name in numbers:
                slot, low = numbers[name]
                parts[slot] = self._part(slot, value - low)
            elif type(value) is tuple:
                self._list(name, value, parts)
        return parts

    def _list(self, name: str, value: tuple[str, ...], parts: list[str]) -> None:
        items = self._lists.get(name)
        if not items:
            return
        if UNKNOWN not in value:
            for slot, no, _ in items.values():
                parts[slot] = no
        elif NONE in items and len(value) > 1:
            slot, no, _ = items[NONE]
            parts[slot] = no
        for item in value:
            if item in items:
                slot, _, yes = items[item]
                parts[slot] = yes

    def add(self, parts: list[str], states: Mapping[str, str], scores: Mapping[str, int], rank: int) -> None:
        """Let later strata see these conclusions' states, and the scores and the level reached so far."""
        seen_later = self._states
        for name, state in states.items():
            if name in seen_later:
                slot, written = seen_later[name]
                parts[slot] = written[state]
        for name, points in scores.items():
            if name in self._scores:
                parts[self._scores[name]] = self._part(self._scores[name], SCORE_ZERO + points)
        if self._level is not None:
            parts[self._level] = self._part(self._level, rank)
