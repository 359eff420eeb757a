"""What is told after a plain "no" to a question: "no, nothing like that, she's four"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .wordings import either


class AfterNo:
    """Reads by the words of a language: `noes` are plain answers; what begins with one of `but`, or holds one of `denying`, is no more
    than that, and `harmless` are words that tell of nothing wrong."""

    def __init__(self, words: Mapping[str, Sequence[str]], noes: Iterable[str], unsure: Iterable[str]) -> None:
        self._no = re.compile(rf"(?:i said )?(?:{either(noes)})[,.]? (?P<told>.+)")
        self._more = re.compile(rf"(?:{either((*words['but'], *unsure))})\b|(?:.* )?(?:{either(words['denying'])})\b|.*n't\b")
        self._harmless = frozenset(words["harmless"])

    def told(self, text: str) -> str:
        """The words after the answer; empty where there is none, or what follows may take it back."""
        found = self._no.fullmatch(text.lower().strip(" .,!?"))
        return "" if not found or self._more.match(found["told"]) else found["told"]

    def is_harmless(self, left: Iterable[str]) -> bool:
        """Whether words that tell nothing known tell of nothing wrong."""
        return self._harmless.issuperset(left)
