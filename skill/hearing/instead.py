"""One thing that is asked about in place of another: "not a stye, milia", "lactic acid, not glycolic acid"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rules_core import FactSpec

from ..lexicon.kinds import CALM
from ..lexicon.lexicon import Lexicon
from .turns import Turns
from .wordings import either, plain

_MOST = 3
"""A thing that is not meant has so many words at most."""
_NOT = "not"


@dataclass(frozen=True)
class Exchange:
    """What was not meant and what is, each thing with its fact, and how the latter was said."""

    wrong: frozenset[tuple[str, str]]
    meant: frozenset[tuple[str, str]]
    right: str


class Instead:
    """Reads by the `turns` of a language and the words that may stand before a thing (`leads`); only of what is asked, never of a sign."""

    def __init__(self, turns: Turns, leads: Sequence[str], lexicon: Lexicon, specs: Mapping[str, FactSpec]) -> None:
        self._opening = re.compile(rf"(?:(?:{either(turns.all)}) )+")
        self._leads = re.compile(rf"(?:(?:{either((*turns.all, *leads))}) )+")
        self._lexicon = lexicon
        self._asked = frozenset(name for name, spec in specs.items() if spec.scope == "turn")

    def read(self, text: str) -> Exchange | None:
        """What is asked about instead; None where nothing is, or something else is told besides."""
        words = plain(text)
        if f" {_NOT} " not in f" {words} ":
            return None
        opening = self._opening.match(words)
        rest = words[opening.end():] if opening else words
        return next((one for wrong, right in self._ways(rest.split()) if (one := self._exchange(wrong, right))), None)

    def _ways(self, words: list[str]) -> Iterator[tuple[str, str]]:
        """What may not be meant, and what is, the longer first."""
        place = words.index(_NOT) if _NOT in words else 0
        if place:
            yield " ".join(words[place + 1:]), " ".join(words[:place])
            return
        told = self._bare(" ".join(words[1:])).split()
        for length in range(min(_MOST, len(told) - 1), 0, -1):
            yield " ".join(told[:length]), " ".join(told[length:])

    def _exchange(self, wrong: str, right: str) -> Exchange | None:
        wrong, right = self._bare(wrong), self._bare(right)
        denied, meant = self._things(wrong), self._things(right)
        if not denied - meant or not meant - denied:
            return None
        return Exchange(denied - meant, meant - denied, right)

    def _bare(self, words: str) -> str:
        return self._leads.sub("", f"{words} ", count=1).strip() if self._leads.match(f"{words} ") else words

    def _things(self, words: str) -> frozenset[tuple[str, str]]:
        """What the words name to be asked about, where they name nothing besides, but perhaps a look."""
        told = self._lexicon.read(words) if words else None
        if told is None or told.left or any(one.term.fact not in self._asked | CALM for one in told.found):
            return frozenset()
        return frozenset((one.term.fact, one.term.value) for one in told.found if one.term.fact in self._asked and not one.denied)
