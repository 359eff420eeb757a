"""Picks the skill's own sentences: variants take turns, so none is heard twice running."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence

from ..language import Language


class Voice:
    """The sentences of one language for one conversation; `counts` remembers which variant comes next.

    `whom` is how the person is called who is talked about ("your baby"); empty for the speaker. Somebody `grown` is asked nothing
    that is only asked of a child.
    """

    def __init__(self, language: Language, counts: MutableMapping[str, int], whom: str = "", grown: bool = False) -> None:
        self._said = language.said
        self._counts = counts
        self._whom, self._grown = whom, grown

    def __call__(self, key: str, **values: str) -> str:
        """The sentence for a key, its blanks filled; each call takes the next variant.

        A blank in capitals, as at the start of a sentence, takes the value with its first letter in capitals.
        """
        values |= {name.capitalize(): value[:1].upper() + value[1:] for name, value in values.items()}
        entry = self._said[key]
        if isinstance(entry, str):
            return entry.format(**values)
        count = self._counts.get(key, 0)
        self._counts[key] = (count + 1) % len(entry)
        chosen: str = entry[count % len(entry)]
        return chosen.format(**values)

    def listed(self, parts: list[str], last: str = "and") -> str:
        """Parts as one list: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        comma: str = self("comma")
        return comma.join(parts[:-1]) + self(last) + parts[-1]

    def asks(self, text: str) -> str:
        """A question of the pack as it is put about whoever is talked about: "Do you have" becomes "Does your baby have"."""
        for part, instead in self._said["asked_of_grown" if self._whom else "asked_of_speaker"].items() if self._grown else ():
            text = text.replace(part, instead)
        if not self._whom:
            return text
        about: dict[str, str] = self._said["asked_about"]
        return re.sub(rf"\b(?:{'|'.join(about)})\b", lambda found: about[found.group()].format(whom=self._whom), text)

    def number(self, number: int) -> str:
        """A small number as a word."""
        words: list[str] = self._said["numbers"]
        return words[number] if number < len(words) else str(number)

    def rest(self, facts: Sequence[str]) -> str:
        """One question for what a description left open, made of a short one for each part; empty where one is wanting."""
        parts: list[str] = [self._said["rest"].get(fact, "") for fact in facts]
        return self("ask_rest", parts=self.listed(parts)) if all(parts) else ""
