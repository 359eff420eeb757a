"""Sentences of a locale's grammar: what people say, as it is written down for somebody who reads it.

A pattern is words and, among them, "(one|another)" for a choice, "[word]" for what may be left out, "[word]*" for what may come any number
of times, "{name}" for a list or pattern of that name, and "{who=name}" for one whose words are wanted as "who". "{told}" and "{more}" are
any words at all, none among them, and "{any}" is one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .wordings import longest_first

_PART = re.compile(r"\{(?:(?P<group>\w+)=)?(?P<name>\w+)\}|(?P<mark>\]\*|[\[\]()|])|(?P<word>[^\s\[\](){}|]+)")
_MARKS = {"[": "(?:", "]": ")?", "]*": ")*", "(": "(?:", ")": ")", "|": "|"}
_WORD = r"[^ ]+ "
_ANY = {"told": rf"(?P<told>(?:{_WORD})*)", "more": rf"(?:{_WORD})*", "any": _WORD}


class Grammar:
    """Reads sentences by `patterns`, in which `lists` of words have names, and `wanted` words begin what is wanted as "rest"."""

    def __init__(self, patterns: Mapping[str, Sequence[str]], lists: Mapping[str, Iterable[str]], wanted: str) -> None:
        self._patterns = patterns
        self._known = {name: _any_of(words) for name, words in lists.items()} | _ANY | {"rest": rf"(?P<rest>(?:{wanted})\b.*)"}
        self._ways = {name: tuple(re.compile(self._of(way)) for way in ways) for name, ways in patterns.items()}

    def read(self, name: str, words: str) -> dict[str, str] | None:
        """What is wanted of words that are said as the patterns of a name have it; None where they are not."""
        found = next(filter(None, (way.fullmatch(f"{words} ") for way in self._ways[name])), None)
        return {wanted: (told or "").strip() for wanted, told in found.groupdict().items()} if found else None

    def pattern(self, name: str) -> str:
        """The patterns of a name, or the words of a list, as a regular expression; a blank ends every word."""
        return self._known.get(name) or f"(?:{'|'.join(map(self._of, self._patterns[name]))})"

    def _of(self, way: str) -> str:
        return "".join(map(self._part, _PART.finditer(way)))

    def _part(self, part: re.Match[str]) -> str:
        if part["mark"]:
            return _MARKS[part["mark"]]
        if part["word"]:
            return re.escape(part["word"]) + " "
        return f"(?P<{part['group']}>{self.pattern(part['name'])})" if part["group"] else self.pattern(part["name"])


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(one) + ' ' for one in longest_first(words))})"
