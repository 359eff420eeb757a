"""What one request sets right of what was told before: another place, another person, or one more it is true of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from ..lexicon.mentions import Mention
from .slots import MOVED, RIGHT, Reading
from .wordings import either

_CORRECTING = (RIGHT, "wrong_", MOVED, "instead")

Found = Iterable[tuple[Reading, Sequence[Mention]]]


def replaced(found: Found, facts: Collection[str]) -> tuple[str, ...]:
    """Those of the facts that are told in place of what was told before ("no, on my forehead")."""
    return tuple(dict.fromkeys(
        one.term.fact for reading, mentions in found if reading.name.startswith(RIGHT) for one in mentions if one.term.fact in facts
    ))


def corrects(found: Found) -> bool:
    """Whether a slot tells what or who was meant in place of something else."""
    return any(reading.name.startswith(_CORRECTING) for reading, _ in found)


def moves(found: Found) -> bool:
    """Whether what was told last is said to be true of somebody else instead ("I'm not, my sister is")."""
    return any(reading.name == MOVED for reading, _ in found)


class Mending(Protocol):
    """Hears what is set right in one breath."""

    def meant(self, text: str) -> str:
        """The text without what is set right in it."""


class Amends:
    """Hears by the words of a language: `likewise` are whole phrases that say the same of the speaker, `turns` the words by which
    somebody says one thing in place of another in one breath ("six months, SORRY, six years"); `mending` hear the same of other
    things. By `quotes` they tell what they said, by `checks` how they know or that it never changed: in a correction that is nothing
    that was missed."""

    def __init__(self, words: Mapping[str, Sequence[str]], counting: Collection[str], units: Collection[str],
                 mending: Sequence[Mending] = ()) -> None:
        self._mending = tuple(mending)
        self._likewise, self._quotes = frozenset(words["likewise"]), frozenset(words.get("quotes", ()))
        self._saying = self._quotes.union(words.get("checks", ()))
        self._turns = re.compile(rf"\b(?:{either(words['turns'])})\b", re.IGNORECASE)
        number, unit, turn = either(counting), either(units), either(words["turns"])
        before, after = either(words["before_age"]), either(words["after_age"])
        length = rf"(?:\d+|(?:{number})(?: (?:{number}))?)(?: (?:{unit}))?(?: (?:{after}))?"
        self._set_right = re.compile(rf"\b{length},?(?: (?:{turn}),?)+ (?:(?:{before}) )?(?={length}\b)", re.IGNORECASE)

    def likewise(self, found: Found) -> bool:
        """Whether the speaker says the same of themselves: "so am I"."""
        return any(reading.words.lower() in self._likewise for reading, _ in found)

    def beside(self, said: str, words: Iterable[str]) -> tuple[str, ...]:
        """Those of the words of what was said that are more than how a correction begins."""
        turning = {word for turn in self._turns.findall(said) for word in turn.lower().split()}
        corrects = self._saying if turning or not self._quotes.isdisjoint(words) else frozenset()
        return tuple(word for word in words if word not in turning and word not in corrects)

    def last_said(self, words: str) -> str:
        """The words without what is set right in the same breath, a number or what is told in words.

        >>> words = {"likewise": (), "turns": ("sorry",), "before_age": ("he is",), "after_age": ("old",)}
        >>> Amends(words, ("six",), ("months", "years")).last_said("is six months sorry six years")
        'is six years'
        """
        said = self._set_right.sub("", words)
        for one in self._mending:
            said = one.meant(said)
        return said
