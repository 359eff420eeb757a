"""Read YAML 1.2 as plain data, keeping the line of every value.

Needed only where packs are authored: the run time reads compiled JSON. Plain ``no`` and dates
stay text; duplicate keys, anchors, tags, bad UTF-8 and outsized files are refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

YamlPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """One file: its `data`, and the line (from 1) at which each path in it starts."""

    file: str
    data: dict[str, Any]
    lines: dict[YamlPath, int]

    def line(self, path: YamlPath) -> int:
        """The line of `path`, or of the nearest enclosing value that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str) -> Document | Problem:
    """The document in `path`, or the problem that makes it unreadable."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Problem(name, 1, "file", f"cannot be read: {error.strerror}", "check its name and permissions")
    if len(raw) > MAX_BYTES:
        return Problem(name, 1, "file", f"is {len(raw):,} bytes, more than {MAX_BYTES:,}", "split it by subject")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(name, line, "file", f"is not UTF-8 at byte {error.start}", "save it as UTF-8")
    return _parse(text, name)


def _parse(text: str, name: str) -> Document | Problem:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Problem(name, mark.line + 1 if mark else 1, "file", f"is not YAML: {error.problem}", "check the indentation and quotes")
    except (YAMLError, ValueError) as error:
        return Problem(name, 1, "file", f"is not YAML: {str(error).splitlines()[0]}", "remove control characters")
    except RecursionError:
        return Problem(name, 1, "file", "is nested too deeply", "flatten it")
    reader = _Reader(name)
    try:
        data = reader.value(node, ()) if node is not None else {}
    except _Refused as refused:
        return refused.problem
    if not isinstance(data, dict):
        return Problem(name, 1, "file", "must be a mapping at the top", "start with keys such as conclusions: or rules:")
    return Document(name, data, reader.lines)


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Reader:
    """Turns composed nodes into plain data and notes where each stood."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[YamlPath, int] = {}
        self._ids: dict[YamlPath, str] = {}

    def refuse(self, node: Any, path: YamlPath, problem: str, hint: str) -> _Refused:
        where = show_path(path, self._ids.get(path[:2], "")) or "file"
        return _Refused(Problem(self.name, node.start_mark.line + 1, where, problem, hint))

    def value(self, node: Any, path: YamlPath) -> Any:
        self.lines[path] = node.start_mark.line + 1
        if node.anchor:
            raise self.refuse(node, path, "uses an anchor or alias", "write the value out: packs are read by people")
        if len(path) > MAX_DEPTH:
            raise self.refuse(node, path, f"is nested deeper than {MAX_DEPTH}", "flatten it")
        if node.id == "mapping":
            return self._mapping(node, path)
        if node.id == "sequence":
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: Any, path: YamlPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        if len(path) == 2:
            self._ids[path] = next((str(value.value) for key, value in node.value if key.value == "id"), "")
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in result:
                raise self.refuse(key_node, (*path, key), f"the key {key!r} appears twice", "keep one of them")
            result[key] = self.value(value_node, (*path, key))
            self.lines[(*path, key)] = key_node.start_mark.line + 1
        return result

    def _scalar(self, node: Any, path: YamlPath) -> Any:
        text, kind = str(node.value), str(node.tag).rsplit(":", 1)[-1]
        if kind == "int":
            try:
                return int(text.replace("_", ""), 0)
            except ValueError:
                return text
        if kind == "bool":
            return text.lower() == "true"
        if kind == "null":
            return None
        if kind in ("str", "timestamp", "float"):
            return text
        raise self.refuse(node, path, f"has the tag {node.tag!r}", "use plain values only")


def show_path(path: YamlPath, name: str = "") -> str:
    """A path as people write it; `name` is that of the list item it leads through.

    >>> show_path(("rules", 3, "when")), show_path(("rules", 3, "when"), "dry_soil")
    ('rules[3].when', 'rules[dry_soil].when')
    """
    text = ""
    for place, part in enumerate(path):
        shown = name if name and place == 1 else part
        text += f"[{shown}]" if isinstance(part, int) else f".{part}" if text else part
    return text
