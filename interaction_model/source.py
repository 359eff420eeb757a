"""Read the authored half of the interaction model (`source/<locale>.yaml`).

The file's own head comment explains its format to authors; this module turns it
into frozen values and says which line of an intent it could not understand.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

ALTERNATIVES = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
PHRASES = re.compile(r"<([a-z_]+)>")


class SourceError(Exception):
    """The authored file cannot be read; the message names the place."""


@dataclass(frozen=True)
class Intent:
    """One intent as authored: slot name to slot type, and lines not yet expanded."""

    name: str
    slots: Mapping[str, str]
    lines: tuple[str, ...]

    def samples(self) -> tuple[str, ...]:
        """Every sample the lines stand for, in order, each once."""
        return tuple(dict.fromkeys(s for line in self.lines for s in expand(line)))


@dataclass(frozen=True)
class Elicitation:
    """A slot the skill may ask for: what Alexa says, and how people answer."""

    intent: str
    slot: str
    prompts: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """The whole authored file.

    `leaves`: by slot type, the patterns of sayings it leaves to other types.
    `same_meaning`: pairs of intents that may share a sentence, because the skill understands the same by either.
    """

    invocation: str
    intents: tuple[Intent, ...]
    elicitations: tuple[Elicitation, ...] = ()
    leaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    same_meaning: frozenset[frozenset[str]] = frozenset()


def expand(line: str) -> Iterator[str]:
    """Yield the samples a line stands for: `(a|b)` is a choice, `[a]` may be left out.

    >>> list(expand("(may|can) i use {ingredient} [now]"))[:2]
    ['may i use {ingredient} now', 'may i use {ingredient}']
    """
    parts: list[list[str]] = []
    end = 0
    for match in ALTERNATIVES.finditer(line):
        chosen, optional = match.groups()
        parts.append([line[end:match.start()]])
        parts.append(chosen.split("|") if chosen is not None else [*optional.split("|"), ""])
        end = match.end()
    parts.append([line[end:]])
    for choice in itertools.product(*parts):
        yield " ".join("".join(choice).split())


def read_source(path: Path) -> Source:
    """Return the authored file as values."""
    try:
        data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(f"{path.name}: cannot be read ({error.strerror})") from error
    except YAMLError as error:
        raise SourceError(f"{path.name}: not readable YAML: {error}") from error
    if not isinstance(data, dict) or "invocation" not in data or not isinstance(data.get("intents"), dict):
        raise SourceError(f"{path.name}: expected the keys invocation, intents and, if a slot may be asked for, elicit")
    return Source(
        invocation=str(data["invocation"]),
        intents=tuple(_intent(name, body, data.get("phrases") or {}) for name, body in data["intents"].items()),
        elicitations=tuple(_elicitations(data.get("elicit") or {})),
        leaves={kind: tuple(patterns) for kind, patterns in (data.get("leaves") or {}).items()},
        same_meaning=frozenset(map(frozenset, data.get("same_meaning") or ())),
    )


def _intent(name: str, body: Mapping[str, Any] | None, phrases: Mapping[str, str]) -> Intent:
    if body is not None and not isinstance(body, dict):
        raise SourceError(f"{name}: an intent is a mapping of slots and samples")
    found = body or {}
    unknown = found.keys() - {"slots", "samples"}
    if unknown:
        raise SourceError(f"{name}: unknown key {', '.join(sorted(unknown))}; an intent has slots and samples")
    return Intent(name, dict(found.get("slots") or {}), tuple(_lines(name, _filled(name, found.get("samples") or "", phrases))))


def _filled(name: str, block: str, phrases: Mapping[str, str]) -> str:
    """The lines with the alternatives of each `<phrase>` in its place."""
    if missing := sorted({one for one in PHRASES.findall(block) if one not in phrases}):
        raise SourceError(f"{name}: unknown phrase {', '.join(missing)}")
    return PHRASES.sub(lambda found: "|".join(phrases[found[1]].split(", ")), block)


def _lines(name: str, block: str) -> Iterator[str]:
    for line in map(str.strip, block.splitlines()):
        if not line or line.startswith("#"):
            continue
        if re.search(r"[()\[\]|]", ALTERNATIVES.sub("", line)):
            raise SourceError(f"{name}: unbalanced or nested choice in {line!r}")
        yield line


def _elicitations(block: Mapping[str, Mapping[str, Any]]) -> Iterator[Elicitation]:
    for intent, slots in block.items():
        for slot, body in slots.items():
            if body.keys() != {"prompts", "answers"}:
                raise SourceError(f"elicit: {intent}.{slot}: prompts and answers are needed, nothing else")
            answers = tuple(s for line in _lines(intent, body["answers"]) for s in expand(line))
            yield Elicitation(intent, slot, tuple(body["prompts"]), answers)
