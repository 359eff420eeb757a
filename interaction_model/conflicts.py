"""Find sentences that two intents both claim, slots filled in.

That is decided on the words, not by writing every filling out: the samples of two
intents are walked side by side, in and out of the surfaces of their slot types.

Where one sample is plainly the more literal there is no conflict, for the more literal wins:
"my {who} has milk spots" is a special case of "my {who} has {symptom}", and a bare slot
("{topic}") gives way to any sample with words of its own. What two bare slots share is
settled by what the skill has just asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from interaction_model.sample_trees import END, Node, Sample, Trie, samples, tree, tries

Json = dict[str, Any]
Place = tuple[Node, Trie | None]
"""A point between words; with a trie node: inside a slot, and the point is the one after it."""


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
    """Yield one shared sentence for every pair of samples of different intents that conflict.

    Samples with a free-text slot are left out: they are meant to catch what no other sample says.
    """
    known = tries(language_model)
    trees = [tree(samples(intent, known)) for intent in language_model["intents"]]
    for one, other in combinations(trees, 2):
        for conflict in shared(one, other, known):
            if not _is_settled(conflict.one, conflict.other, known):
                yield conflict


def _is_settled(one: Sample, other: Sample, known: Mapping[str, Trie]) -> bool:
    """Whether it is plain which of two samples a shared sentence belongs to."""
    bare = one.is_bare() or other.is_bare()
    return bare or is_special_case(one, other, known) or is_special_case(other, one, known)


def is_special_case(one: Sample, other: Sample, known: Mapping[str, Trie]) -> bool:
    """Whether everything `one` says, `other` says too, and `one` has more words of its own."""
    opaque, loose = Node(), Node()
    opaque.add(one, opaque=True)
    loose.add(other)
    return one.literals() > other.literals() and any(shared(opaque, loose, known))


def shared(one: Node, other: Node, known: Mapping[str, Trie]) -> Iterator[Conflict]:
    """Yield a sentence for every pair of samples of two trees that share one."""
    seen: set[tuple[int, int, int, int]] = set()
    found: set[tuple[int, int]] = set()
    stack: list[tuple[Place, Place, tuple[str, ...]]] = [((one, None), (other, None), ())]
    while stack:
        left, right, said = stack.pop()
        key = (id(left[0]), id(left[1]), id(right[0]), id(right[1]))
        if key in seen:
            continue
        seen.add(key)
        for pair in _ending(left, right):
            if (ids := (id(pair[0]), id(pair[1]))) not in found:
                found.add(ids)
                yield Conflict(" ".join(said), *pair)
        stack.extend((p, q, (*said, word)) for word, p, q in _steps(left, right, known))


def _ending(left: Place, right: Place) -> Iterator[tuple[Sample, Sample]]:
    if left[1] is None and right[1] is None:
        yield from product(left[0].ends, right[0].ends)


def _steps(left: Place, right: Place, known: Mapping[str, Trie]) -> Iterator[tuple[str, Place, Place]]:
    """Yield every word that both may say next, with where it leads each of them."""
    for (words, after), (others, after_other) in product(_ways(left, known), _ways(right, known)):
        few, many = (words, others) if len(words) <= len(others) else (others, words)
        for word in few:
            if word != END and word in many:
                for p, q in product(_follow(words, after, word), _follow(others, after_other, word)):
                    yield word, p, q


def _ways(place: Place, known: Mapping[str, Trie]) -> Iterator[tuple[Mapping[str, Any], Node | None]]:
    """Yield what may be said next: own words (leading to nodes), or the words of a slot and the node after it."""
    node, inside = place
    if inside is not None:
        yield inside, node
        return
    if node.words:
        yield node.words, None
    for kind, after in node.slots.items():
        yield known[kind], after


def _follow(words: Mapping[str, Any], after: Node | None, word: str) -> Collection[Place]:
    child = words[word]
    if after is None:
        return [(child, None)]
    # A surface that ends here leaves the slot; one that goes on stays in it.
    leaving: list[Place] = [(after, None)] if END in child else []
    return leaving if child.keys() == {END} else [*leaving, (after, child)]

