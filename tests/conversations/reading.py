"""The dialogues: read from the YAML files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
KEYS = {"name", "because", "turns"}
ACTS = {"say", "open", "event", "interview"}
EXPECTED = {"says", "never", "level", "intent", "asks", "asks_not", "ended", "known"}


@dataclass(frozen=True)
class Step:
    """One turn of the person, and what must be heard after it.

    `interview` answers the questions of a skin check by the facts they ask for, until something else is said; what is
    expected is expected of that last answer.
    """

    act: str
    words: Any
    expected: Mapping[str, Any]


@dataclass(frozen=True)
class Dialogue:
    """A conversation told as a file: what it is, what it shows, its turns."""

    file: str
    name: str
    because: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.file}::{self.name}"


@cache
def dialogues() -> tuple[Dialogue, ...]:
    """Every dialogue, by file and in order."""
    yaml = YAML(typ="safe")
    files = {path.name: yaml.load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}
    return tuple(_dialogue(name, raw) for name, held in files.items() for raw in held["dialogues"])


def _dialogue(file: str, raw: Mapping[str, Any]) -> Dialogue:
    if set(raw) != KEYS:
        raise ValueError(f"{file}: {raw.get('name')}: a dialogue has exactly {sorted(KEYS)}")
    return Dialogue(file, raw["name"], raw["because"], tuple(_step(file, turn) for turn in raw["turns"]))


def _step(file: str, turn: Mapping[str, Any]) -> Step:
    acts, unknown = ACTS & set(turn), set(turn) - ACTS - EXPECTED
    if len(acts) != 1 or unknown:
        raise ValueError(f"{file}: {dict(turn)}: one of {sorted(ACTS)}, and no {sorted(unknown)}")
    act = acts.pop()
    return Step(act, turn[act], {key: value for key, value in turn.items() if key in EXPECTED})
