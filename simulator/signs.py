"""Which dangers free words hold, by the ear of the skill: what the simulator must hand on whole rather than lose."""
from __future__ import annotations

from collections.abc import Set
from functools import cached_property

from rules_core import KnowledgeBase, SlotType, Term
from skill.language import language
from skill.lexicon import Lexicon

from .nlu import Signs


def signs_of(kb: KnowledgeBase) -> Signs:
    """A function from a sentence to the ids of the terms in it that raise the level by themselves."""
    return _Ear(kb).signs


class _Ear:
    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def signs(self, words: str) -> Set[str]:
        told = {mention.term.id for mention in self._lexicon.find(words, self._facts)}
        return found | self._age(words, told) if (found := told & self._raising) else frozenset()

    def _age(self, words: str, told: Set[str]) -> Set[str]:
        """How young a baby is, which counts as much as the sign: "she's four weeks and her temp's thirty eight"."""
        if young := told & {"age_group.newborn", "age_group.infant"}:
            return young
        age = language().ages().find(words, asked=False)
        return {"age_weeks"} if age and age.weeks is not None else frozenset()

    @cached_property
    def _lexicon(self) -> Lexicon:
        vocabulary: tuple[SlotType, ...] = self._kb.vocabulary()
        return language().lexicon(vocabulary)

    @cached_property
    def _facts(self) -> frozenset[str]:
        """Those facts, and whom they are about: the days of "born nine days ago" are an age and make nothing past."""
        return frozenset(term.partition(".")[0] for term in self._raising) | {"age_group", "who"}

    @cached_property
    def _raising(self) -> frozenset[str]:
        terms = {term.id: term for kind in self._kb.vocabulary() for term in kind.terms}
        return frozenset(name for name, term in terms.items() if self._raises(term))

    def _raises(self, term: Term) -> bool:
        """Whether the level is higher with this said than with nothing said, of a baby if of nobody else."""
        spec = self._kb.facts[term.fact]
        if spec.scope != "person" or term.value not in spec.values:
            return False
        value = [term.value] if spec.type == "multi" else term.value
        told: dict[str, str | list[str]] = {term.fact: value}
        least = self._kb.levels.index("doctor_soon")
        return self._rank(told) >= least or self._rank({"who": "baby", **told}) >= least

    def _rank(self, facts: dict[str, str | list[str]]) -> int:
        return self._kb.levels.index(str(self._kb.infer({"topic": "symptoms", **facts}).level))
