"""How many there are, told by a number among other words: "left cheek, three, white, hard"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rules_core import SlotType

from ..hearing.amounts import Amounts
from ..hearing.heard import Heard
from ..remembering.session import Session

_NUMBER = "number"


class Numbered:
    """Reads the number of things where it is asked for and all else that was said is understood, but for which `sides` they are on."""

    def __init__(self, vocabulary: Iterable[SlotType], amounts: Amounts, sides: Iterable[str]) -> None:
        self._terms = {term.value: term for kind in vocabulary for term in kind.terms if term.fact == _NUMBER}
        self._amounts, self._sides = amounts, frozenset(sides)

    def heard(self, heard: Heard, session: Session) -> Heard:
        """What is heard, with how many there are."""
        if not session.check or _NUMBER not in session.asking or heard.values(_NUMBER) or not heard.said:
            return heard
        left = " ".join(word for word in heard.left if word not in self._sides)
        term = self._terms.get(self._amounts.counted_as(_NUMBER, left)) if self._amounts.is_bare(left) else None
        return replace(heard, said=(*heard.said, term)) if term else heard
