"""Who dared or told the speaker to do something: it is about the speaker ("because my cousin dared me", "my friend told me to put ...")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .wordings import either


class Tellers:
    """Leaves tellers out by words of a language: `reasons` come before who `dares`, `advises` before what somebody was told to do, and
    `done` is what is put on skin. What they advise is `asked` about, but where it is told what came of it (`came_of_it`), and of
    what somebody `bets`: then it `was_done`, and so it is taken of what `burns`. What anybody forces or threatens is none of it, nor
    any other deed."""

    def __init__(self, words: Mapping[str, Sequence[str]], people: Iterable[str]) -> None:
        who = rf"(?:(?:{either(words['owning'])}) (?:[a-z]+ ){{0,2}}?(?:{either((*people, *words['others']))})|{either(words['anybody'])})"
        self._asked, self._was_done = words["asked"][0], words["was_done"][0]
        self._came_of_it = re.compile(rf"\b(?:{either((*words['came_of_it'], *words['burns']))})\b", re.IGNORECASE)
        self._dares = re.compile(rf"\b(?:{either(words['bets'])})\b", re.IGNORECASE)
        dared = rf"(?:{either(words['reasons'])}) {who} (?:{either(words['dares'])}) me(?: (?:{either(words['into'])}))?"
        self._dared = re.compile(rf",? {dared}(?=[,.]|$| (?:{either(words['came_of_it'])})\b)", re.IGNORECASE)
        said = rf"(?:{either(words['advises'])}) me (?:to|i should) (?:just |try to )?|(?:{either(words['says'])}) (?:i should|to) "
        self._advised = re.compile(rf"\b{who} (?:{said})(?=(?:{either(words['done'])})\b)", re.IGNORECASE)

    def without(self, text: str) -> str:
        """The text without them.

        >>> tellers = Tellers({"owning": ["my"], "others": ["friend"], "anybody": ["somebody"], "reasons": ["because"], "dares": ["dared"],
        ...     "into": ["to"], "advises": ["told"], "says": ["says"], "done": ["put"],
        ...     "asked": ["should i"], "was_done": ["i"], "came_of_it": ["and"], "bets": ["dared"], "burns": ["bleach"]}, ["cousin"])
        >>> tellers.without("i put acid on it because my cousin dared me to and it burns")
        'i put acid on it and it burns'
        >>> tellers.without("my friend told me to put toothpaste on them"), tellers.without("my cousin told me to go away")
        ('should i put toothpaste on them', 'my cousin told me to go away')
        """
        return self._advised.sub(self._put, self._dared.sub("", text))

    def _put(self, advised: re.Match[str]) -> str:
        was_done = self._dares.search(advised[0]) or self._came_of_it.search(advised.string, advised.end())
        return f"{self._was_done if was_done else self._asked} "
