"""Whose a wish to harm is, or a voice that nobody else hears: never a baby's, and the speaker's where they say "I"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from ..lexicon.mentions import Mention
from ..remembering.session import OTHER, SELF
from .mentioned import Mentioned
from .people import Whose, named
from .slots import Reading

_DANGER, GROWN = "DANGER", "grown"
"""What the pack calls whom a term is of that no baby can have: whoever is grown, and else the speaker."""
VIOLENCE, OUTSIDE = "danger_signs.violence", "danger_signs.outside"
"""A blow or a threat is told of whoever strikes, and is the danger of whoever is struck: "my husband hit ME". So is what comes of it."""
_NEAR = 2
"""So many words after a wish still tell to whom it would be done: "I want to hurt my SISTER"."""

Found = tuple[Reading, tuple[Mention, ...]]


class Minds:
    """Tells it by words of a language: `speaker` are those by which people speak of themselves ("i", "my head"), `bare` those that do so
    where nobody is named before ("want to"), `own` what is theirs ("my"), `suffers` who is struck ("me"), `third` "he" and "she",
    `people` those for somebody else, `cries` patterns of what "he" and "she" do who are babies ("he will not stop crying"), `one_child`
    those by which a son or a girl is some weeks old ("my little GIRL is three weeks old").

    `words_of` gives the words of a text as the places of mentions count them, `carriers` what is said before the words of a slot.
    """

    def __init__(self, words: Mapping[str, Collection[str]] | None = None, people: Collection[str] = (),
                 words_of: Callable[[str], Sequence[str]] = str.split, carriers: Mapping[str, str] | None = None,
                 mentioned: Mentioned | None = None) -> None:
        words = words or {}
        self._speaker, self._bare = (tuple(tuple(one.split()) for one in words.get(kind, ())) for kind in ("speaker", "bare"))
        self._people, self._third = frozenset(people), frozenset((*words.get("third", ()), *people))
        self._own = frozenset(words.get("own", ()))
        self._suffers = frozenset(words.get("suffers", ()))
        self._cries = re.compile(rf"(?:{'|'.join(words.get('cries', ())) or '(?!)'})\b")
        self._one_child = re.compile("|".join(words.get("one_child", ())) or r"(?!)")
        self._words_of, self._carriers, self._mentioned = words_of, carriers or {}, mentioned

    def subject(self, found: Sequence[Found]) -> str:
        """The speaker, where a danger is told of what is `own` and nobody is named: "a pain in MY chest"."""
        own = any(reading.type == _DANGER and not self._own.isdisjoint(self._words_of(reading.words)) for reading, _ in found)
        return SELF if own else ""

    def without_whom(self, found: Sequence[Found]) -> list[Found]:
        """The same without those to whom it would be done ("I'm scared I'll hurt HIM"), and without the pain in "hurt".

        Nor are those kept who are only mentioned."""
        told = [(reading, self._mentioned.without(reading, several) if self._mentioned else several) for reading, several in found]
        return [(reading, self._without_whom(reading, mentions)) for reading, mentions in self._as_one(told)]

    def _as_one(self, found: Sequence[Found]) -> Sequence[Found]:
        """The same with a baby alone where one child is called by two names: else a son is in danger, and a baby besides."""
        if not self._one_child.search(" ".join(reading.words.lower() for reading, _ in found)):
            return found
        return [(reading, tuple(one for one in mentions if named(one.term) != OTHER)) for reading, mentions in found]

    def owners(self, found: Sequence[Found], whose: Whose) -> Whose:
        """The people each term was said of, where whoever is named last before a wish, "I" among them, has it."""
        told = {one.term.id: (owner,) for reading, mentions in found for one in mentions
                if one.term.subject == GROWN and (owner := self._owner(reading, one, mentions))}
        struck = {one.term.id: (SELF,) for reading, mentions in found if self._tells_a_blow(reading, mentions)
                  for one in mentions if one.term.id in (VIOLENCE, OUTSIDE)}
        return {**whose, **told, **struck}

    def _tells_a_blow(self, reading: Reading, mentions: Sequence[Mention]) -> bool:
        """Whether words tell of a blow to the speaker, or a threat."""
        told = any(one.term.id == VIOLENCE and not one.denied for one in mentions)
        return told and not self._suffers.isdisjoint(self._words(reading))

    def _owner(self, reading: Reading, wish: Mention, mentions: Sequence[Mention]) -> str:
        words = self._words(reading)
        if not wish.places:
            return SELF if any(person == SELF for _, person in self._spoken(words)) else ""
        people = [(one.places[0], named(one.term)) for one in mentions if named(one.term) == OTHER and one.places and not one.denied]
        before = [(place, person) for place, person in (*people, *self._spoken(words))
                  if place < wish.places[-1] and not _is_done_to(place, wish.places)]
        return max(before, default=(0, ""))[1]

    def _spoken(self, words: Sequence[str]) -> Iterator[tuple[int, str]]:
        nobody = True
        for place, word in enumerate(words):
            if word in self._third and self._cries.match(" ".join(words[place:])):
                continue
            if word in self._third:
                nobody = False
                yield place, OTHER
            elif any(tuple(words[place : place + len(one)]) == one for one in (*self._speaker, *(self._bare if nobody else ()))):
                yield place, SELF

    def _without_whom(self, reading: Reading, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        wishes = [one.places for one in mentions if one.term.subject == GROWN and one.places and not one.denied]
        if not wishes:
            return mentions
        first = next((place for place, word in enumerate(self._words(reading)) if word in self._people), None)
        return tuple(one for one in mentions if not any(_is_part(one, wish) or _is_whom(one, wish, first) for wish in wishes))

    def _words(self, reading: Reading) -> Sequence[str]:
        return self._words_of(f"{self._carriers.get(reading.name, '')} {reading.words}".strip())


def _is_part(one: Mention, wish: Sequence[int]) -> bool:
    """Whether a mention of a sign is no more than a word of the wish."""
    return one.term.subject != GROWN and not named(one.term) and len(one.places) == 1 and one.places[0] in wish


def _is_done_to(place: int, wish: Sequence[int]) -> bool:
    """Whether a word within a wish stands right behind what would be done: the SON of "I want to shake my son, he screams"."""
    return place in wish and any(place - before in wish for before in range(1, _NEAR + 1))


def _is_whom(one: Mention, wish: Sequence[int], first: int | None) -> bool:
    """Whether a wish ends with somebody, or tells to whom it would be done, and no other was named before."""
    if not named(one.term) or not one.places or not (0 <= one.places[-1] - wish[-1] <= _NEAR or _is_done_to(one.places[0], wish)):
        return False
    return one.places[0] > wish[0] and (first is None or first >= one.places[0])
