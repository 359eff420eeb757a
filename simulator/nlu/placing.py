"""Amounts in a sentence, each put into the slot that the words around it ask for."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .interaction_model import Slot
from .reading import Filled
from .text import Sentence

Words = tuple[str, ...]
Read = Callable[[Words], str | None]
"""What words amount to, as Alexa reports it; None where they are no amount."""
Role = Callable[[Words, int, int], str]
"""The name of the slot that the words around an amount, from a place up to an end, ask for; empty where they do not tell."""


def placed(sentence: Sentence, slots: Iterable[Slot], taken: frozenset[int], longest: int, read: Read, role: Role) -> Iterator[Filled]:
    """The slots that the sentence fills, each once; of amounts that start at one word the longest counts, of `longest` words at most."""
    free = {slot.name: slot for slot in slots}
    words = sentence.words
    start = 0
    while free and start < len(words):
        end, value = _longest(words, start, longest, read)
        if value and taken.isdisjoint(range(start, end)) and (slot := free.pop(role(words, start, end), None)):
            yield Filled(slot.name, slot.type, value, None)
        start = end


def _longest(words: Words, start: int, longest: int, read: Read) -> tuple[int, str | None]:
    for end in range(min(start + longest, len(words)), start, -1):
        if value := read(words[start:end]):
            return end, value
    return start + 1, None
