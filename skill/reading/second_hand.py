"""What somebody else did or swears by, where the speaker asks whether it is any good: "some girl put lemon juice on hers, does it work".

What is told of strangers is no sign of anybody here, and stays unheard. What they used or did is what the question is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rules_core import SlotType

from ..facts import Ear
from ..hearing.heard import Heard
from ..hearing.people import WHO
from ..hearing.wordings import either

_THINGS = frozenset({"ingredient", "considering"})


class SecondHand:
    """Hears what is asked about in a tale; `asks` are the words in which people ask for a verdict on it."""

    def __init__(self, vocabulary: Iterable[SlotType], ear: Ear, asks: Iterable[str]) -> None:
        self._ear = ear
        self._things = {term.id: term for kind in vocabulary for term in kind.terms if term.fact in _THINGS}
        self._asks = re.compile(rf"\b(?:{either(asks)})\b")

    def heard(self, heard: Heard, words: str) -> Heard:
        """The same with the things told of others, where a verdict on them is asked and nothing else is told."""
        told = any(term.fact not in WHO for term in heard.said) or heard.denied or heard.numbers
        if told or not self._asks.search(words.lower()):
            return heard
        unsaid = self._ear.unsaid(words, _THINGS)
        return replace(heard, said=(*heard.said, *(term for id_, term in self._things.items() if id_ in unsaid)))
