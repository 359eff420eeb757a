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
        return {mention.term.id for mention in self._lexicon.find(words, self._facts) if mention.term.id in self._raising}

    @cached_property
    def _lexicon(self) -> Lexicon:
        vocabulary: tuple[SlotType, ...] = self._kb.vocabulary()
        return language().lexicon(vocabulary)

    @cached_property
    def _facts(self) -> frozenset[str]:
        return frozenset(term.partition(".")[0] for term in self._raising)

    @cached_property
    def _raising(self) -> frozenset[str]:
        return frozenset(term.id for kind in self._kb.vocabulary() for term in kind.terms if self._raises(term))

    def _raises(self, term: Term) -> bool:
        """Whether the level is higher with this said than with nothing said."""
        spec = self._kb.facts[term.fact]
        if spec.scope != "person" or term.value not in spec.values:
            return False
        value = [term.value] if spec.type == "multi" else term.value
        return self._rank({term.fact: value}) >= self._kb.levels.index("doctor_soon")

    def _rank(self, facts: dict[str, str | list[str]]) -> int:
        return self._kb.levels.index(str(self._kb.infer({"topic": "symptoms", **facts}).level))
