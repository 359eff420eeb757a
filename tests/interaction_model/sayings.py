"""Ask a model which of its intents can say a sentence, slots filled with listed values."""

from __future__ import annotations

from typing import Any

from interaction_model.conflicts import shared
from interaction_model.sample_trees import Node, Sample, Trie, samples, tree, tries
from interaction_model.wording import normalise


class Sayings:
    """The samples of a model as trees, free-text slots left out."""

    def __init__(self, language_model: dict[str, Any]) -> None:
        self._known: dict[str, Trie] = tries(language_model)
        self._trees = {i["name"]: tree(samples(i, self._known)) for i in language_model["intents"]}

    def intents(self, sentence: str) -> list[str]:
        """Return the intents with a sample that is exactly this sentence."""
        text = normalise(sentence)
        asked = Node()
        asked.add(Sample("", text, tuple(text.split())))
        return [name for name, root in self._trees.items() if any(shared(asked, root, self._known))]
