"""The samples of an intent as one tree of words and slots, and slot types as tries of their surfaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interaction_model.wording import SLOT, normalise

Json = dict[str, Any]
Trie = dict[str, Any]
END = ""  # key of a trie node at which a surface may end


@dataclass(frozen=True)
class Sample:
    """A sample in the wording that counts, as words; a slot is the token of its type."""

    intent: str
    text: str
    words: tuple[str, ...]

    def literals(self) -> int:
        """How many words are the sample's own."""
        return len([word for word in self.words if not word.startswith("{")])

    def is_bare(self) -> bool:
        """Whether it is nothing but values: "{ingredient}", "{ingredient} and {ingredient_two}"."""
        return all(word.startswith("{") or word in ("and", "or") for word in self.words)


@dataclass(eq=False)
class Node:
    """A point in a tree of samples: the words and slots that may follow, and the samples that end here."""

    words: dict[str, Node] = field(default_factory=dict)
    slots: dict[str, Node] = field(default_factory=dict)
    ends: list[Sample] = field(default_factory=list)

    def add(self, sample: Sample, *, opaque: bool = False) -> None:
        """Grow the tree by a sample; `opaque` keeps its slots as plain words."""
        node = self
        for word in sample.words:
            branch = node.slots if word.startswith("{") and not opaque else node.words
            node = branch.setdefault(word, Node())
        node.ends.append(sample)


def token(slot_type: str) -> str:
    """The word that stands for a slot of a type."""
    return "{" + slot_type + "}"


def tries(language_model: Json) -> dict[str, Trie]:
    """By token, every surface of a slot type; the token itself is a surface, for opaque samples."""
    return {token(t["name"]): _trie(t) for t in language_model.get("types", ())}


def samples(intent: Json, known: Mapping[str, Trie]) -> Iterator[Sample]:
    """Yield the samples of an intent whose slots all have known types, contractions and spellings aside each once."""
    kinds = {s["name"]: token(s["type"]) for s in intent.get("slots", ())}
    for text in dict.fromkeys(normalise(s) for s in intent.get("samples", ())):
        if all(kinds.get(name) in known for name in SLOT.findall(text)):
            words = (kinds[match[1]] if (match := SLOT.fullmatch(word)) else word for word in text.split())
            yield Sample(intent["name"], text, tuple(words))


def tree(found: Iterator[Sample]) -> Node:
    """Return one tree of all the samples."""
    root = Node()
    for sample in found:
        root.add(sample)
    return root


def _trie(slot_type: Json) -> Trie:
    root: Trie = {}
    surfaces = [s for v in slot_type["values"] for s in (v["name"]["value"], *v["name"].get("synonyms", ()))]
    for surface in [token(slot_type["name"]), *map(normalise, surfaces)]:
        node = root
        for word in surface.split():
            node = node.setdefault(word, {})
        node[END] = True
    return root
