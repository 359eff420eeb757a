"""Find sentences that two intents both claim, slots filled in.

Two samples conflict when some filling of their slots makes them the same sentence.
That is decided on the words, not by writing every filling out: both samples are
walked side by side over tries of their slot types' surfaces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interaction_model.wording import SEARCH_QUERY, SLOT, normalise

Json = dict[str, Any]
Trie = dict[str, Any]
END = ""  # key of a trie node at which a surface may end
Place = tuple[int, Trie | None]  # position in a sample, and the trie node when inside a slot


@dataclass(frozen=True)
class Sample:
    """A sample as parts: a word, or the trie of a slot type's surfaces."""

    intent: str
    text: str
    parts: tuple[str | Trie, ...]
    first: frozenset[str]
    last: frozenset[str]


@dataclass(frozen=True)
class Conflict:
    """A sentence that two samples of different intents share."""

    sentence: str
    one: Sample
    other: Sample

    def __str__(self) -> str:
        return (f"{self.sentence!r} is said by {self.one.intent} ({self.one.text!r}) "
                f"and by {self.other.intent} ({self.other.text!r})")


def conflicts(language_model: Json) -> Iterator[Conflict]:
    """Yield one shared sentence for every pair of samples of different intents that has one.

    Samples with a free-text slot are left out: they are meant to catch what no other sample says.
    """
    samples = list(_samples(language_model))
    for one, other in _candidates(samples):
        sentence = shared_sentence(one, other)
        if sentence is not None:
            yield Conflict(sentence, one, other)


def shared_sentence(one: Sample, other: Sample) -> str | None:
    """Return a sentence both samples can say, or None."""
    seen: set[tuple[int, int, int, int]] = set()
    stack: list[tuple[Place, Place, tuple[str, ...]]] = [((0, None), (0, None), ())]
    while stack:
        left, right, said = stack.pop()
        key = (left[0], id(left[1]), right[0], id(right[1]))
        if key in seen:
            continue
        seen.add(key)
        if left == (len(one.parts), None) and right == (len(other.parts), None):
            return " ".join(said)
        steps = _steps(other, right)
        for word, place in _steps(one, left).items():
            stack.extend((p, q, (*said, word)) for p in place for q in steps.get(word, ()))
    return None


def _steps(sample: Sample, place: Place) -> dict[str, list[Place]]:
    """Return the words that may come next, and the places they lead to."""
    position, node = place
    if node is None:
        if position == len(sample.parts):
            return {}
        part = sample.parts[position]
        if isinstance(part, str):
            return {part: [(position + 1, None)]}
        node = part
    found: dict[str, list[Place]] = {}
    for word, child in node.items():
        if word == END:
            continue
        # A surface that ends here leaves the slot; one that goes on stays in it.
        leaving: list[Place] = [(position + 1, None)] if END in child else []
        staying: list[Place] = [(position, child)] if child.keys() - {END} else []
        found[word] = leaving + staying
    return found


def _samples(language_model: Json) -> Iterator[Sample]:
    tries = {t["name"]: _trie(t) for t in language_model.get("types", ())}
    ends = {t["name"]: frozenset(s.split()[-1] for s in _surfaces(t)) for t in language_model.get("types", ())}
    for intent in language_model["intents"]:
        kinds = {s["name"]: s["type"] for s in intent.get("slots", ())}
        for text in dict.fromkeys(normalise(s) for s in intent.get("samples", ())):
            if all(kinds.get(name) in tries for name in SLOT.findall(text)):
                yield _sample(intent["name"], text, kinds, tries, ends)


def _sample(intent: str, text: str, kinds: Mapping[str, str], tries: Mapping[str, Trie],
            ends: Mapping[str, frozenset[str]]) -> Sample:
    words = text.split()
    types = [kinds[match[1]] if (match := SLOT.fullmatch(word)) else None for word in words]
    parts = tuple(word if kind is None else tries[kind] for word, kind in zip(words, types, strict=True))
    first, last = types[0], types[-1]
    return Sample(
        intent, text, parts,
        frozenset(tries[first].keys() if first else words[:1]),
        ends[last] if last else frozenset(words[-1:]),
    )


def _surfaces(slot_type: Json) -> Iterator[str]:
    for value in slot_type["values"]:
        for surface in (value["name"]["value"], *value["name"].get("synonyms", ())):
            yield normalise(surface)


def _trie(slot_type: Json) -> Trie:
    root: Trie = {}
    for surface in _surfaces(slot_type):
        node = root
        for word in surface.split():
            node = node.setdefault(word, {})
        node[END] = True
    return root


def _candidates(samples: Sequence[Sample]) -> Iterator[tuple[Sample, Sample]]:
    """Yield the pairs of different intents that may begin and end with the same words."""
    by_first: defaultdict[str, list[int]] = defaultdict(list)
    for number, sample in enumerate(samples):
        for word in sample.first:
            by_first[word].append(number)
    pairs = {(a, b) for group in by_first.values() for i, a in enumerate(group) for b in group[i + 1:]
             if samples[a].intent != samples[b].intent}
    for a, b in sorted(pairs):
        if not samples[a].last.isdisjoint(samples[b].last):
            yield samples[a], samples[b]


__all__ = ["SEARCH_QUERY", "Conflict", "Sample", "conflicts", "shared_sentence"]
