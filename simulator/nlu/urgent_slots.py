"""The slots of a sentence whose intent one phrase decided: what the phrase says, and of whom."""
from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from .gazetteer import Gazetteer, Span
from .interaction_model import Intent, Slot
from .reading import Filled, Reading
from .text import Sentence, normal_words

BUILT_IN = frozenset(("AMAZON.NUMBER", "AMAZON.DURATION"))
"""The types of figures, which no gazetteer knows."""
_SPEAKER = frozenset(("i", "me"))


def with_slots(reading: Reading, intent: Intent, sentence: Sentence, gazetteer: Gazetteer) -> Reading:
    """The reading with its phrase in the first slot of the intent, and in the others what the gazetteer knows of the sentence.

    Words that the first slot does not know are handed on as they are. Somebody named ahead of "I want to ..." is not who says it.
    """
    if not intent.slots:
        return reading
    found = dict(_first_of_each(intent.slots, [span for span in gazetteer.spans(sentence) if not span.negated]))
    told = found.pop(intent.slots[0], None)
    first = _filled(intent.slots[0], told, sentence) if told else Filled(intent.slots[0].name, intent.slots[0].type, reading.sample, ())
    start = told.start if told else len(sentence.words)
    kept = [_filled(slot, span, sentence) for slot, span in found.items() if _SPEAKER.isdisjoint(sentence.words[span.end:start + 1])]
    return replace(reading, slots=(first, *kept))


def with_told(reading: Reading, other: Reading, intent: Intent, sentence: Sentence, gazetteer: Gazetteer) -> Reading:
    """The reading with what another one and the gazetteer know of the whole sentence in the slots of the intent that are still empty."""
    known = {slot.name for slot in intent.slots} - {slot.name for slot in reading.slots}
    said = {word for slot in reading.slots for word in slot.text.split()}
    kept = [slot for slot in other.slots if slot.name in known and slot.type in BUILT_IN]
    spans = [span for span in gazetteer.spans(sentence) if not span.negated and said.isdisjoint(sentence.spoken(*span.place).split())]
    told = _first_of_each([slot for slot in intent.slots if slot.name in known and _is_plain(slot)], spans)
    return replace(reading, slots=(*reading.slots, *kept, *(_filled(slot, span, sentence) for slot, span in told)))


def _is_plain(slot: Slot) -> bool:
    """Whether a slot takes what is told as so: "circumstance_two", not "denied" nor "right_site"."""
    return slot.name.partition("_")[0] == slot.type.lower()


def ids_of(reading: Reading, types: Container[str], but: frozenset[str] = frozenset()) -> frozenset[str]:
    """The ids of what the slots of these types hold, except in words that are all among some others."""
    slots = (slot for slot in reading.slots if slot.type in types and not but.issuperset(normal_words(slot.text)))
    return frozenset(value.id for slot in slots for value in slot.values or () if value.id)


def _filled(slot: Slot, span: Span, sentence: Sentence) -> Filled:
    return Filled(slot.name, slot.type, sentence.spoken(*span.place), span.values)


def _first_of_each(slots: Iterable[Slot], spans: Iterable[Span]) -> Iterator[tuple[Slot, Span]]:
    taken: list[Span] = []
    for slot in slots:
        span = next((one for one in spans if one.type == slot.type and not any(one.overlaps(other) for other in taken)), None)
        if span:
            taken.append(span)
            yield slot, span
