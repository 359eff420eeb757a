"""What is said in place of something else in one breath: "it is on my eyelid, no sorry, cheek"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rules_core import FactSpec, SlotType, Term

from ..lexicon.kinds import CALM
from ..lexicon.lexicon import Lexicon
from .people import WHO

_SYMPTOM, _SITE = "SYMPTOM", "SITE"
_NEAR = 4
"""What takes the place of something else comes within so many words."""
_INSTEAD, _NO = "but", "no"
"""The word that parts what is denied from what is told, and the value that says of a fact that it is none of its others."""


class Repairs:
    """Reads free words by the words of a language and what they tell.

    `turns` are phrases by which somebody says one thing in place of another, `weak` those of them that deny as well, `leads` the words
    before which they do not; among them may stand `hesitating`. Where one of `besides` follows, both are meant. Only `facts` are set right
    this way, and after a weak word only `named` ones: a sign of danger never is.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], lexicon: Lexicon, facts: Collection[str], named: Collection[str]) -> None:
        self._turns = sorted((tuple(turn.split()) for turn in words["turns"]), key=len, reverse=True)
        self._weak, self._leads, self._hesitating, self._besides = (
            frozenset(words.get(name, ())) for name in ("weak", "leads", "hesitating", "besides")
        )
        self._lexicon, self._facts, self._named = lexicon, frozenset(facts), frozenset(named)

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]], lexicon: Lexicon, vocabulary: Iterable[SlotType],
           specs: Mapping[str, FactSpec]) -> Repairs:
        """Repairs of all that a vocabulary tells but signs; of these only how a bump looks."""
        kinds = {kind.id: frozenset(term.fact for term in kind.terms) for kind in vocabulary}
        signs = kinds.get(_SYMPTOM, frozenset())
        return cls(words, lexicon, (specs.keys() - signs - frozenset(WHO)) | CALM, kinds.get(_SITE, frozenset()) | CALM)

    def meant(self, text: str) -> str:
        """The text without what is set right in it; the same text where nothing is."""
        words = tuple(text.lower().replace(",", " ").split())
        if not any(words[place : place + len(turn)] == turn for turn in self._turns for place in range(1, len(words) - 1)):
            return text
        for start, end in self._runs(words):
            before, after = words[:start], words[end:]
            left = self._left(before, after, is_weak=self._weak.issuperset(words[start:end]))
            if left is not None:
                return self.meant(" ".join((*left, *after)))
        return text

    def _runs(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Where one thing may be said in place of another, the words that hesitate before it among them; the last first."""
        found: list[tuple[int, int]] = []
        place = 1
        while place < len(words) - 1:
            end, turns = place, False
            while length := self._at(words, end):
                turns, end = turns or words[end] not in self._hesitating, end + length
            if turns and end < len(words):
                found.append((place, end))
            place = max(end, place + 1)
        yield from reversed(found)

    def _at(self, words: tuple[str, ...], place: int) -> int:
        length = next((len(turn) for turn in self._turns if words[place : place + len(turn)] == turn), 0)
        return length or int(words[place : place + 1] != () and words[place] in self._hesitating)

    def _left(self, before: Sequence[str], after: Sequence[str], is_weak: bool) -> tuple[str, ...] | None:
        """What is left of the words before, where something in them is set right; None where nothing is."""
        facts = self._first(after)
        if is_weak and after[0] not in self._leads and not self._turns_late(after):
            facts &= self._named
        found = self._lexicon.find(" ".join(before), facts) if facts and self._besides.isdisjoint(after) else ()
        same = [one for one in found if one.places]
        if not same:
            return None
        last = max(same, key=lambda one: one.places)
        if self._denies_another(last.term, " ".join(after)):
            return None
        if last.denied:
            return (*before, _INSTEAD)
        return tuple(word for place, word in enumerate(self._lexicon.words(" ".join(before))) if place not in last.places)

    def _denies_another(self, term: Term, after: str) -> bool:
        """Whether what follows only says no to another value of the fact: who breastfeeds, "no, I'm not pregnant", breastfeeds still."""
        soon = min((one for one in self._lexicon.find(after, {term.fact}) if one.places), key=lambda one: one.places, default=None)
        return soon is not None and soon.term.value == _NO and not any(f" {part} " in f" {after} " for part in (term.name, *term.says))

    def _turns_late(self, after: Sequence[str]) -> bool:
        """Whether it is said afterwards that something is set right: "no, eczema I mean"."""
        soon = " ".join(after[: _NEAR + 1])
        return any(f" {' '.join(turn)} " in f" {soon} " for turn in self._turns if not self._weak.issuperset(turn))

    def denies_one_of_two(self, text: str) -> bool:
        """Whether of two things of a kind one is told and the other denied: "not glycolic but lactic acid"."""
        found = [one for one in self._lexicon.find(text) if one.term.fact in self._facts and one.term.fact not in self._named]
        return any(one.denied and not other.denied and one.term.fact == other.term.fact for one in found for other in found)

    def tells_beside_a_no(self, text: str) -> bool:
        """Whether one value of a fact is told and another said not to be so: "I'm not pregnant, I'm breastfeeding"."""
        found = [one for one in self._lexicon.find(text) if one.places and not one.denied and one.term.fact in self._facts]
        pairs = ((no, one) for no in found for one in found if no.term.fact == one.term.fact and no.places < one.places)
        return any(no.term.value == _NO != one.term.value for no, one in pairs)

    def by_same_words(self, text: str, one: Term, other: Term) -> bool:
        """Whether in a text two things are told by the same words: a face that is burned may be sore, or burned by an acid."""
        places = [{place for found in self._lexicon.find(text) if found.term == term for place in found.places} for term in (one, other)]
        return not places[0].isdisjoint(places[1])

    def _first(self, after: Sequence[str]) -> frozenset[str]:
        """The facts of what is told first in the words after, where it comes soon and is no sign."""
        found = [one for one in self._lexicon.find(" ".join(after)) if one.places and one.term.fact not in WHO]
        first = min((one.places for one in found), default=())
        told = [one for one in found if one.places[:1] == first[:1] and not one.denied]
        near = bool(first) and first[0] <= _NEAR
        return frozenset(one.term.fact for one in told) & self._facts if near else frozenset()
