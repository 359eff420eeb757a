"""Picks the skill's own sentences: variants take turns, so none is heard twice running."""

from __future__ import annotations

from collections.abc import MutableMapping

from ..language import Language


class Voice:
    """The sentences of one language for one conversation; `counts` remembers which variant comes next."""

    def __init__(self, language: Language, counts: MutableMapping[str, int]) -> None:
        self._said = language.said
        self._counts = counts

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
