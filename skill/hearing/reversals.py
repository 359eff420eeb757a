"""What is denied first and then said to be so after all, in one breath: "it doesn't hurt, no wait, it does"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .wordings import either

_MOST = 4
"""So many words may be denied before they are said to be so."""


class Reversals:
    """Reads by the words of a language: `denying` ones, each with what is left of it, `affirming` ones that say it is so after all,
    and between them `turns` and `hesitating` ones, and `but`."""

    def __init__(self, words: Mapping[str, Sequence[str]], denying: Mapping[str, str]) -> None:
        self._denying = denying
        told = rf"(?P<told>[\w']+(?: [\w']+){{0,{_MOST - 1}}}?)"
        turn = either((*words["turns"], *words["hesitating"], *words["but"]))
        so = rf"(?:{either(words['affirming'])})(?: (?:{either(words['surely'])}))?"
        ends = either((*words["goes_on"], *words["joining"]))
        self._reversed = re.compile(
            rf"\b(?P<denied>{either(denying)}) {told}(?:,? (?:{turn}))+,? {so}(?=,|$| (?:{ends})\b)", re.IGNORECASE)

    def meant(self, text: str) -> str:
        """The text as it is meant in the end; the same text where nothing is denied first and then so."""
        return self._reversed.sub(lambda found: f"{self._denying[found['denied'].lower()]} {found['told']}".strip(), text)
