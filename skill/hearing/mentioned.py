"""People who are only mentioned: who says how the speaker's bumps look, and who has the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from ..lexicon.kinds import CALM, OF_BUMPS
from ..lexicon.mentions import Mention
from .people import named
from .slots import Reading

_LOOKS = CALM | OF_BUMPS | {"topic", "duration_weeks", "who", "age_group"}
"""What two may have alike and neither be ill; whoever has a worse sign "too" stays in view."""


class Mentioned:
    """Tells it by patterns of a language with `{person}` for a word for somebody: `reports` begin what somebody says of the speaker
    ("my husband says they ..."), in which `grown` are those who may say it; `alike` tell who has the same ("my sister has them too")."""

    def __init__(self, words: Mapping[str, Collection[str]], grown: Collection[str], people: Collection[str],
                 words_of: Callable[[str], Sequence[str]], carriers: Mapping[str, str]) -> None:
        self._reports = _pattern(words.get("reports", ()), grown)
        self._alike = _pattern(words.get("alike", ()), people)
        self._words_of, self._carriers = words_of, carriers

    def without(self, reading: Reading, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions in free words without those of people who are only mentioned, as long as anything else is told."""
        if reading.name not in self._carriers or not any(named(one.term) for one in mentions):
            return mentions
        words = self._words_of(f"{self._carriers[reading.name]} {reading.words}".strip())
        places = set(self._places(" ".join(words), all(one.term.fact in _LOOKS for one in mentions)))
        kept = tuple(one for one in mentions if not (named(one.term) and places.issuperset(one.places)))
        return kept or mentions

    def _places(self, text: str, calm: bool) -> Iterator[int]:
        for pattern in (self._reports, *((self._alike,) if calm else ())):
            for found in pattern.finditer(text):
                first = text.count(" ", 0, found.start())
                yield from range(first, first + len(found[0].split()))


def _pattern(ways: Collection[str], people: Collection[str]) -> re.Pattern[str]:
    """One pattern of all these ways, which finds nothing where there are none or nobody is named."""
    person = "|".join(sorted(people, key=len, reverse=True))
    either = "|".join(one.replace("{person}", f"(?:{person})") for one in ways)
    return re.compile(rf"\b(?:{either})\b" if either and person else r"(?!)")
