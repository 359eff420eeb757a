"""The exact layer: a sentence that is a sample, word for word, with values in its slots."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .interaction_model import InteractionModel
from .reading import Filled, Reading
from .slot_values import SlotValues
from .templates import Template
from .text import Sentence
from .words import STOP_WORDS

_ENOUGH = 400
_WORN = frozenset(("explain", "mean", "skin", "face", "question", "information"))


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    slots: dict[tuple[str, str], _Node] = field(default_factory=dict)
    ends: list[Template] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Path:
    """How far a match has come."""

    place: int = 0
    filled: tuple[Filled, ...] = ()
    free: int = 0
    """Tokens taken by open words."""


class ExactMatcher:
    """All samples in one tree of words and slots."""

    def __init__(self, model: InteractionModel, templates: list[Template]) -> None:
        self._root = _Node()
        for template in templates:
            self._add(model, template)

    def match(self, sentence: Sentence, values: SlotValues, may_open: bool) -> list[Reading]:
        """The readings, best first; with may_open also those with words that no slot type lists."""
        found: list[tuple[tuple[int, int, int], Reading]] = []
        for template, path in self._walk(self._root, _Path(), sentence.words, values, may_open):
            if path.free and not _may_stand_open(template, path):
                continue
            found.append((_rank(template, path, len(found)), _reading(template, path, len(sentence.tokens))))
            if len(found) >= _ENOUGH:
                break
        return [reading for _, reading in sorted(found, key=lambda pair: pair[0])]

    def _add(self, model: InteractionModel, template: Template) -> None:
        node = self._root
        intent = model.intents[template.intent]
        for part in template.parts:
            slot = intent.slot(part[1:-1]) if part.startswith("{") else None
            node = node.slots.setdefault((slot.name, slot.type), _Node()) if slot else node.words.setdefault(part, _Node())
        node.ends.append(template)

    def _walk(self, node: _Node, path: _Path, words: tuple[str, ...], values: SlotValues,
              may_open: bool) -> Iterator[tuple[Template, _Path]]:
        if path.place == len(words):
            yield from ((template, path) for template in node.ends)
            return
        following = node.words.get(words[path.place])
        if following:
            yield from self._walk(following, _Path(path.place + 1, path.filled, path.free), words, values, may_open)
        for (name, kind), child in node.slots.items():
            for choice in values.choices(kind, path.place, may_open and not path.free):
                free = path.free + (choice.end - path.place if choice.is_open else 0)
                filled = (*path.filled, Filled(name, kind, choice.text, choice.values))
                yield from self._walk(child, _Path(choice.end, filled, free), words, values, may_open)


def _rank(template: Template, path: _Path, order: int) -> tuple[int, int, int]:
    return (path.free, -template.literal_length, order)


def _reading(template: Template, path: _Path, tokens: int) -> Reading:
    known = tokens - path.free
    return Reading(template.intent, 1.0 if not path.free else known / tokens, path.filled, template.sample, known)


def _may_stand_open(template: Template, path: _Path) -> bool:
    """Unlisted words count only in a phrase slot, or where the sample says something of its own.

    "Can I use {ingredient}" may take a product nobody listed; "what is {topic}" would take any question in the world.
    """
    if any(filled.values is None for filled in path.filled):
        return True
    return any(part not in STOP_WORDS and part not in _WORN for part in template.parts if not part.startswith("{"))
