"""Gives the surfaces found in a sentence to the slots an intent declares."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .gazetteer import Span
from .interaction_model import Intent, Slot
from .reading import Filled
from .text import Sentence

_DENIED, _PRONOUN, _OWN = "denied", "PRONOUN", "own"
_THEIRS = frozenset(("his", "her", "their"))
"""Words before what is somebody else's."""
_BEFORE_PRONOUN = frozenset(("and", "so", "but", "for", "can", "could", "may", "might", "should", "would", "will", "must"))
"""Words that may stand before the "he" of whom a question is asked."""
_CONDITION = re.compile(r"\b(?:if|when)\b[^{]*{(\w+)}")
Kind = tuple[str, bool]
"""A slot type, and whether the slot is made for what a person denies."""


def deniable_types(intents: Iterable[Intent]) -> frozenset[str]:
    """The slot types that some intent can report as denied; a "no" before other words changes nothing."""
    return frozenset(slot.type for intent in intents for slot in intent.slots if slot.name.startswith(_DENIED))


def supposable_types(intents: Iterable[Intent]) -> frozenset[str]:
    """The deniable types that no sample puts after an "if": a supposed one is not told, so it fills no slot."""
    intents = tuple(intents)
    conditions = {intent.slot(name) for intent in intents for sample in intent.samples for name in _CONDITION.findall(sample)}
    return deniable_types(intents) - {slot.type for slot in conditions if slot}


@dataclass(frozen=True, slots=True)
class Filling:
    """The spans an intent can take, each with the slot it fills."""

    pairs: tuple[tuple[Slot, Span], ...]
    places: frozenset[int]
    """The tokens that the spans cover."""
    kinds: Counter[Kind]

    def slots(self, sentence: Sentence) -> tuple[Filled, ...]:
        """The filled slots as a reading reports them."""
        return tuple(Filled(slot.name, slot.type, sentence.spoken(span.start, span.end), span.values) for slot, span in self.pairs)


def kind_of(slot: Slot) -> Kind:
    """What may fill the slot."""
    return slot.type, slot.name.startswith(_DENIED)


def fill(intent: Intent, wanted: Iterable[Kind], spans: Sequence[Span], words: Sequence[str] = ()) -> Filling:
    """Spans for the wanted kinds first, then for the other slots; the most telling first, no token twice.

    What a person denies goes to slots made for denials, and only there; what is only supposed goes nowhere.
    What the `words` say to be "his" goes to no slot made for what is the speaker's own, where there is another.
    """
    room = Counter(kind_of(slot) for slot in intent.slots)
    taken: list[Span] = []
    for quota in (Counter(wanted) & room, room):
        for span in spans:
            kind = (span.type, span.negated)
            tells = (span.telling or _opens(span, words)) and not span.supposed
            if quota[kind] > 0 and room[kind] > 0 and tells and not _clashes(span, taken):
                quota[kind] -= 1
                if quota is not room:
                    room[kind] -= 1
                taken.append(span)
    taken.sort(key=lambda span: span.start)
    places = frozenset(place for span in taken for place in range(span.start, span.end))
    return Filling(tuple(_pair(intent.slots, taken, words)), places, Counter((span.type, span.negated) for span in taken))


def _opens(span: Span, words: Sequence[str]) -> bool:
    """Whether it says of whom the sentence tells or asks: the "she" of "she vomits" or "can she", which weighs nothing."""
    return span.type == _PRONOUN and (span.start == 0 or (bool(words) and _BEFORE_PRONOUN.issuperset(words[:span.start])))


def _clashes(span: Span, taken: Iterable[Span]) -> bool:
    """True where a token is used already, or the same value is said twice."""
    return any(span.overlaps(other) or (span.type == other.type and span.values == other.values) for other in taken)


def _pair(slots: Sequence[Slot], spans: Sequence[Span], words: Sequence[str]) -> Iterator[tuple[Slot, Span]]:
    free = list(slots)
    for span in spans:
        fitting = [slot for slot in free if kind_of(slot) == (span.type, span.negated)]
        theirs = not _THEIRS.isdisjoint(words[max(span.start - 1, 0):span.end])
        slot = next((one for one in fitting if not (theirs and one.name.startswith(_OWN))), fitting[0])
        free.remove(slot)
        yield slot, span
