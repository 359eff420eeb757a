"""The slots of a sentence whose intent one phrase decided: what the phrase says, and of whom."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .gazetteer import Gazetteer, Span
from .interaction_model import Intent, Slot
from .reading import Filled, Reading
from .text import Sentence

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


def _filled(slot: Slot, span: Span, sentence: Sentence) -> Filled:
    return Filled(slot.name, slot.type, sentence.spoken(*span.place), span.values)


def _first_of_each(slots: Iterable[Slot], spans: Iterable[Span]) -> Iterator[tuple[Slot, Span]]:
    taken: list[Span] = []
    for slot in slots:
        span = next((one for one in spans if one.type == slot.type and not any(one.overlaps(other) for other in taken)), None)
        if span:
            taken.append(span)
            yield slot, span
