"""The cases of people: read from the YAML files beside this module, with the facts that many share filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

CASES = Path(__file__).parent
KEYS = {"name", "like", "facts", "level", "concludes", "waits", "never", "because"}


@dataclass(frozen=True)
class Case:
    """One person: what is known, what must stand, what must wait for an answer, what must never be said, and why."""

    file: str
    name: str
    facts: Mapping[str, Any]
    level: str
    concludes: tuple[str, ...]
    waits: tuple[str, ...]
    never: tuple[str, ...]
    because: str

    def __str__(self) -> str:
        return f"{self.file}::{self.name}"


@cache
def cases(pack: str) -> tuple[Case, ...]:
    """Every case of a pack, by file and in order."""
    yaml = YAML(typ="safe")
    people = yaml.load((CASES / pack / "people.yaml").read_text(encoding="utf-8"))["people"]
    return tuple(
        _case(path.name, raw, people)
        for path in sorted((CASES / pack).glob("*.yaml"))
        if path.name != "people.yaml"
        for raw in yaml.load(path.read_text(encoding="utf-8"))["cases"]
    )


def _case(file: str, raw: Mapping[str, Any], people: Mapping[str, Mapping[str, Any]]) -> Case:
    unknown = set(raw) - KEYS
    if unknown:
        raise ValueError(f"{file}: {raw.get('name')}: there is no key {sorted(unknown)}")
    facts = {fact: value for person in raw.get("like", ()) for fact, value in people[person].items()} | dict(raw["facts"])
    lists = {key: tuple(raw.get(key, ())) for key in ("concludes", "waits", "never")}
    return Case(file, raw["name"], facts, raw["level"], because=raw["because"], **lists)
