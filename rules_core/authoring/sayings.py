"""Sayings of the vocabulary written out: a ``<name>`` in one stands for every wording of that name.

Those under `apart` are not written out: they are for free words, where other words stand between, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from ..errors import nearest
from .authored import AuthoredPack, Place, Refusals

_NAME = re.compile(r"<([a-z][a-z0-9_]*)>")
MOST = 1500
"""Sayings that one pattern may stand for: more is a slip, and a voice service takes only so many."""

Terms = Mapping[str, dict[str, Any]]


class Sayings:
    """Writes the sayings of terms out by the pack's wordings."""

    def __init__(self, authored: AuthoredPack, faults: Refusals) -> None:
        faults.unique("wordings")
        self._authored = authored
        self._faults = faults
        self._wordings = {item["id"]: tuple(item["says"]) for item, _ in authored.items("wordings")}

    def write_out(self, terms: Terms, places: Mapping[str, tuple[Place, int]]) -> None:
        """Put in place of each pattern what it stands for, less what a term of the same slot type says in so many words."""
        plain = {saying for term in terms.values() for saying in (term["name"], *term["says"]) if not _NAME.search(saying)}
        for name, term in terms.items():
            place, number = places[name]
            written = [saying for text in term["says"] for saying in self._written(text, plain, place, number)]
            term["says"] = list(dict.fromkeys(written))

    def set_apart(self, types: Sequence[Terms]) -> list[tuple[str, ...]]:
        """Give each term its patterns of `apart`, a number for each word or name; what the numbers stand for."""
        numbers: dict[tuple[str, ...], int] = {}
        for item, place in self._authored.items("apart"):
            terms = [kind[item["term"]] for kind in types if item["term"] in kind]
            if not terms:
                known = [name for kind in types for name in kind]
                self._faults.refuse(place, "reference", f"no term {item['term']!r} in the vocabulary", nearest(item["term"], known))
            for pattern in item["words"]:
                parts = [self._part(word, place) for word in pattern.split()]
                if len(parts) < 2:
                    self._faults.refuse(place, "form", f"{pattern!r} is one word", "list it under says: of the term")
                row = [numbers.setdefault(part, len(numbers)) for part in parts]
                for term in terms:
                    term["apart"].append(row)
        return list(numbers)

    def _part(self, word: str, place: Place) -> tuple[str, ...]:
        name = _NAME.fullmatch(word)
        if not name:
            return (word,)
        if name[1] not in self._wordings:
            self._faults.refuse(place, "reference", f"no wording {name[1]!r} is declared", nearest(name[1], self._wordings))
        return self._wordings.get(name[1], ())

    def _written(self, text: str, plain: Iterable[str], place: Place, number: int) -> Iterator[str]:
        names = _NAME.findall(text)
        if not names:
            yield text
            return
        for name in names:
            if name not in self._wordings:
                hint = nearest(name, self._wordings)
                self._faults.refuse(place, "reference", f"{text!r}: no wording {name!r} is declared", hint, ("terms", number))
                return
        written = [_filled(text, choice) for choice in product(*(self._wordings[name] for name in names))]
        if len(written) > MOST:
            self._faults.refuse(place, "form", f"{text!r} stands for {len(written)} sayings, more than {MOST}", "use fewer wordings",
                                ("terms", number))
            return
        yield from (saying for saying in written if saying not in plain)


def _filled(text: str, choice: Sequence[str]) -> str:
    """The pattern with each name replaced by the wording chosen for it, from left to right.

    >>> _filled("<part> is <state>", ("leaf", "wilting"))
    'leaf is wilting'
    """
    words = iter(choice)
    return _NAME.sub(lambda _: next(words), text)
