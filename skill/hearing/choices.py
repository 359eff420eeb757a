"""Answers in the words of the question: "lentil", where the choices of a fact were just read out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from rules_core import FactSpec, SlotType, Term

from ..remembering.fact_values import NONE, choices

Stems = frozenset[str]


class Choices:
    """Finds the choice that an answer names by a word which only that choice has. Nothing is found in a denial.

    Only where one of several is asked for: a sign has words of its own, and "the lid" is no swollen lid.
    """

    def __init__(self, vocabulary: Iterable[SlotType], specs: Mapping[str, FactSpec], stems: Callable[[str], Stems]) -> None:
        self._stems = stems
        self._specs = specs
        self._terms = {(term.fact, term.value): term for kind in vocabulary for term in kind.terms}

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, Stems]]:
        """The stems of the labels of each choice; made when first asked for, since a start has nothing to find."""
        return {
            spec.id: {value: self._stems(spec.labels[value]) for value in choices(spec) if value in spec.labels and value != NONE}
            for spec in self._specs.values() if spec.type == "enum"
        }

    def find(self, text: str, asked: Iterable[str]) -> Iterator[Term]:
        """The choices of the asked facts that the whole text names; none where it holds a word of no choice."""
        said = self._stems(text)
        for fact in asked:
            labels = self._labels.get(fact, {})
            shared = {stem for one in labels.values() for stem in one if sum(stem in other for other in labels.values()) > 1}
            for value, label in labels.items():
                if said & (label - shared) and said <= label and (fact, value) in self._terms:
                    yield self._terms[fact, value]
