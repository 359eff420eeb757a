"""Authored packs: read a folder of YAML, check its form, join its files into one plain structure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import PackError, Problem
from .yaml_source import Document, YamlPath, read_yaml, show_path

LISTS = ("facts", "screens", "wordings", "vocabulary", "apart", "sources", "conclusions", "rules", "translations", "omitted")
REQUIRED = ("pack", "levels", "strata")
MAX_PACK_BYTES = 8_000_000


@dataclass(frozen=True)
class Place:
    """Where an authored item stands."""

    document: Document
    path: YamlPath

    def problem(self, check: str, problem: str, hint: str = "", inside: YamlPath = ()) -> Problem:
        """A problem at this place, or at `inside` below it."""
        path = (*self.path, *inside)
        return Problem(self.document.file, self.document.line(path), self._where(path), problem, hint, check)

    def _where(self, path: YamlPath) -> str:
        item = self.document.data.get(str(path[0])) if path else None
        name = _name(item[path[1]]) if len(path) > 1 and isinstance(item, list) and isinstance(path[1], int) else ""
        return show_path(path, name) or "file"


def _name(item: Any) -> str:
    if isinstance(item, dict):
        return str(item.get("id") or item.get("type") or item.get("claim") or "")
    return ""


@dataclass(frozen=True)
class AuthoredPack:
    """The joined pack: `data` by top-level key, `places` for each list item, in the same order."""

    folder: Path
    data: dict[str, Any]
    places: dict[str, list[Place]] = field(default_factory=dict)

    def items(self, key: str) -> Iterator[tuple[dict[str, Any], Place]]:
        """Each item of a list section with its place."""
        return zip(self.data.get(key, ()), self.places.get(key, ()), strict=True)


class Refusals:
    """The faults found so far while a pack is joined."""

    def __init__(self, authored: AuthoredPack) -> None:
        self._authored = authored
        self.problems: list[Problem] = []

    def refuse(self, place: Place, check: str, problem: str, hint: str = "", inside: YamlPath = ()) -> None:
        """Note a fault and go on, so that an author sees all of them at once."""
        self.problems.append(place.problem(check, problem, hint, inside))

    def unique(self, section: str) -> None:
        """Note every item of a section whose id another one has."""
        seen: dict[str, Place] = {}
        for item, place in self._authored.items(section):
            first = seen.setdefault(item["id"], place)
            if first is not place:
                at = f"{first.document.file}:{first.document.line(first.path)}"
                self.refuse(place, "unique", f"{item['id']!r} is declared twice in {section}", f"the first stands at {at}")


def read_pack(folder: Path) -> AuthoredPack:
    """The joined pack in `folder`. Raises PackError listing every unreadable or ill-formed place."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise PackError([Problem(folder.name, 1, "folder", "holds no .yaml file", "a pack is a folder of YAML files")])
    size = sum(path.stat().st_size for path in paths)
    if size > MAX_PACK_BYTES:
        raise PackError([Problem(folder.name, 1, "folder", f"holds {size:,} bytes, more than {MAX_PACK_BYTES:,}", "split the pack")])
    read = [read_yaml(path, path.name) for path in paths]
    problems = [item for item in read if isinstance(item, Problem)]
    documents = [item for item in read if isinstance(item, Document)]
    for document in documents:
        problems += _form_problems(document)
    if problems:
        raise PackError(problems)
    return join(folder, documents)


def _form_problems(document: Document) -> list[Problem]:
    from jsonschema import Draft202012Validator

    found = []
    for error in Draft202012Validator(_schema()).iter_errors(document.data):
        best = error
        while best.context:
            best = min(best.context, key=lambda inner: (len(inner.context or ()), -len(inner.absolute_path)))
        path = tuple(best.absolute_path)
        found.append(Place(document, path).problem("form", _plain(best.message), _describe(best.schema)))
    return found


def _plain(message: str) -> str:
    text = message.encode("ascii", "backslashreplace").decode()
    return text if len(text) <= 240 else text[:237] + "..."


def _describe(schema: Any) -> str:
    known = schema.get("description") if isinstance(schema, dict) else None
    return str(known or "the form of a pack is rules_core/authoring/schema/pack.schema.json")


def _schema() -> dict[str, Any]:
    text = files("rules_core.authoring").joinpath("schema/pack.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def join(folder: Path, documents: list[Document]) -> AuthoredPack:
    """The pack that these documents make up. Raises PackError for a part that is missing or stands twice."""
    data: dict[str, Any] = {key: [] for key in LISTS}
    places: dict[str, list[Place]] = {key: [] for key in LISTS}
    problems: list[Problem] = []
    for document in documents:
        for key, value in document.data.items():
            if key in LISTS:
                data[key] += value or []
                places[key] += [Place(document, (key, number)) for number in range(len(value or []))]
            elif key in data:
                problems.append(Place(document, (key,)).problem("form", f"{key!r} stands in two files", "keep one of them"))
            else:
                data[key] = value
    for key in REQUIRED:
        if key not in data:
            problems.append(Problem("pack.yaml", 1, key, "is missing", f"declare {key}: once in the pack", "form"))
    if problems:
        raise PackError(problems)
    return AuthoredPack(folder, data, places)
