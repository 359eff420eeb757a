"""That a danger seems to have been none: words that open as a correction, or in which somebody breathes again ("he was just snoring")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .corrections import Corrections
from .wordings import plain


class Relief:
    """Reads by the words of a language: `weak` openings tell nothing alone ("no"), `carriers` are what stood before the words of a slot."""

    def __init__(self, corrections: Corrections, words: Mapping[str, Any]) -> None:
        self._corrections = corrections
        self._weak = frozenset(words["weak"])
        self._carriers: Mapping[str, str] = words["carriers"]

    def reads(self, slots: Mapping[str, str]) -> bool:
        """Whether the words of any slot speak of relief, or open as a correction does."""
        texts = (f"{self._carriers.get(name, '')} {words}" for name, words in slots.items())
        return any(self.is_relief(text) or self._turns(text) for text in texts)

    def is_relief(self, text: str) -> bool:
        """Whether somebody tells that all is well, or was nothing."""
        return self._corrections.grammar.read("relieved", plain(text)) is not None

    def affirms(self, text: str) -> bool:
        """Whether it says by itself that the alarm was false: "it never happened"."""
        return self._corrections.grammar.read("not_happened", plain(text)) is not None

    def calls_off(self, text: str) -> bool:
        """Whether it says in so many words that the alarm was false, whatever is told after that."""
        return self._corrections.grammar.read("called_off", plain(text)) is not None

    def is_jest(self, text: str) -> bool:
        """Whether it begins as a jest that goes on: "just kidding, I mean I'm dying of embarrassment"."""
        return self.after_jest(text) is not None

    def after_jest(self, text: str) -> str | None:
        """What is told after a jest, in the same breath, but that nothing was done; None where there was no jest."""
        read = self._corrections.grammar.read
        found = read("jested", plain(text))
        if found is None:
            return None
        undone = any(read(name, found["told"]) is not None for name in ("undone", "not_done", "denied"))
        return "" if undone else found["told"]

    def is_figure(self, text: str) -> bool:
        """Whether it is told that nobody dies of more than a figure of speech: "I mean I'm dying of embarrassment"."""
        return self._corrections.grammar.read("of_a_figure", plain(text)) is not None

    def is_violence(self, words: str) -> bool:
        """Whether words tell of a blow or a threat: that stays a danger, and it is not asked whether it was one."""
        return self._corrections.grammar.read("violence", plain(words)) is not None

    def _turns(self, text: str) -> bool:
        words = plain(text)
        rest = self._corrections.after_opening(words)
        opening = words.removesuffix(rest).split() if rest else ()
        opens = not self._weak.issuperset(opening) and self._corrections.opens(words)
        return opens or self._corrections.closes(words)
