"""People who are only mentioned: who says how the speaker's bumps look, who has the same, and what the speaker is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ..lexicon.kinds import CALM, OF_BUMPS
from ..lexicon.mentions import Mention
from .people import named
from .slots import Reading

_LOOKS = CALM | OF_BUMPS | {"topic", "duration_weeks", "who", "age_group"}
"""What two may have alike and neither be ill; whoever has a worse sign "too" stays in view."""


class Mentioned:
    """Tells it by patterns of a language with `{person}` for a word for somebody: `reports` begin what somebody says of the speaker
    ("my husband says they ..."), and `oneself` is what speakers call themselves ("I'm a lady"), in both of which `grown` are those who
    may be named; `alike` tell who has the same ("my sister has them too")."""

    def __init__(self, words: Mapping[str, Collection[str]], grown: Collection[str], people: Collection[str],
                 words_of: Callable[[str], Sequence[str]], carriers: Mapping[str, str]) -> None:
        self._reports, self._oneself = (_pattern(words.get(kind, ()), grown) for kind in ("reports", "oneself"))
        self._alike = _pattern(words.get("alike", ()), people)
        self._words_of, self._carriers = words_of, carriers

    def without(self, reading: Reading, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions in free words without those of people who are only mentioned, somebody else as long as anything else is told."""
        if reading.name not in self._carriers or not any(named(one.term) for one in mentions):
            return mentions
        text = " ".join(self._words_of(f"{self._carriers[reading.name]} {reading.words}".strip()))
        told = _but_for(_places(text, self._oneself), mentions)
        alike = (self._alike,) if all(one.term.fact in _LOOKS for one in told) else ()
        return _but_for(_places(text, self._reports, *alike), told) or told


def _but_for(places: Iterable[int], mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions but for those of people that are named at these places."""
    there = frozenset(places)
    return tuple(one for one in mentions if not (named(one.term) and there.issuperset(one.places)))


def _places(text: str, *patterns: re.Pattern[str]) -> Iterator[int]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            first = text.count(" ", 0, found.start())
            yield from range(first, first + len(found[0].split()))


def _pattern(ways: Collection[str], people: Collection[str]) -> re.Pattern[str]:
    """One pattern of all these ways, which finds nothing where there are none or nobody is named."""
    person = "|".join(sorted(people, key=len, reverse=True))
    either = "|".join(one.replace("{person}", f"(?:{person})") for one in ways)
    return re.compile(rf"\b(?:{either})\b" if either and person else r"(?!)")
