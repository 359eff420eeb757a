"""Whose a baby or a child is: "my sister's baby" is one person, not two, and none of the speaker's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from .ages import AgeReader
from .slots import Reading
from .tellers import Tellers

_WHO, _DURATION, _WEEKS_OLD = "WHO", "DURATION", "age_weeks"
OWN = "own"
"""The speaker's own."""


class Kin:
    """Finds owners by the words of a language: `young` are those for a baby or child, `relatives` those for one of somebody else's, and
    `tellers` those by which somebody tells the speaker what to do."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.young, self._relatives = tuple(words["young"]), frozenset(words["relatives"])
        self._men, self._women, self._grown, self._vague = (frozenset(words.get(name, ())) for name in ("men", "women", "grown", "vague"))
        self._he, self._she = (frozenset(words.get(name, ())) for name in ("he", "she"))
        self._takes, self._taken = ("|".join(words.get(name, ())) for name in ("takes", "taken"))
        self._uses, self._things = ("|".join(sorted(words.get(name, ()), key=len, reverse=True)) for name in ("uses", "things"))
        self._own_baby, self._their_baby = map(str, words.get("babies", ("", "")))
        self._tellers = Tellers(words["tellers"], (*self.young, *self.named)) if "tellers" in words else None
        self._same = {name: group[0] for group in (one.split() for one in words.get("same", ())) for name in group}

    @property
    def named(self) -> frozenset[str]:
        """The words for a man, a woman or a relative."""
        return self._men | self._women | self._grown | self._relatives

    @property
    def speaking(self) -> frozenset[str]:
        """Those whose word is their own: a child is quoted ("my son says I can't breathe")."""
        return self.named - {*self.young, *self._relatives}

    @property
    def mentioned(self) -> frozenset[str]:
        """All words for one of the family, the youngest among them."""
        return self.named.union(self.young)

    @cached_property
    def _owned(self) -> re.Pattern[str]:
        young = "|".join(self.young)
        return re.compile(rf"\b(?:my|our|a|the|his|her) (?!(?:{young})\b)([a-z]+)'s ((?:[a-z]+ ){{0,3}}?)({young})\b", re.IGNORECASE)

    @cached_property
    def _of_another(self) -> re.Pattern[str]:
        owner = r"(?:my|our|his|her|their|a|the) (?:[a-z-]+ ){0,2}[a-z-]+(?:'s|s')"
        return re.compile(rf"\b({self._takes})\b((?: [a-z'-]+){{0,6}}?) {owner}((?: [a-z-]+){{0,4}}? (?:{self._taken}))\b", re.IGNORECASE)

    @cached_property
    def _owner(self) -> re.Pattern[str]:
        return re.compile(rf"(?:my|our|a|the|his|her) (?!(?:{'|'.join(self.young)})\b)([a-z]+)'s", re.IGNORECASE)

    @cached_property
    def _thing_of_another(self) -> re.Pattern[str]:
        owner = r"(?:my|our|his|her|their|a|the) (?:[a-z-]+ )?[a-z-]+(?:'s|s')"
        kind = rf"(?: (?!(?:{'|'.join(self.young)})\b)[a-z-]+){{0,2}}?"
        used = rf"({self._uses})\b((?: (?:some|a bit|a little|of|on|up))*)"
        return re.compile(rf"\b{used} {owner}({kind} (?:{self._things}))\b", re.IGNORECASE)

    def without_owner_of_thing(self, text: str) -> str:
        """The text with "used my mom's peel" put as "used the peel": whose it is has not used it.

        >>> kin = Kin({"young": ["baby"], "relatives": [], "uses": ["used"], "things": ["peel"]})
        >>> kin.without_owner_of_thing("i used my mom's chemical peel and my face burns")
        'i used the chemical peel and my face burns'
        >>> kin.without_owner_of_thing("my mom's face burns")
        "my mom's face burns"
        """
        return self._thing_of_another.sub(r"\1\2 the\3", text) if self._things else text

    def without_bystanders(self, text: str) -> str:
        """The text without whose a thing is that was used, and who told the speaker to use it: neither is whom it is about."""
        plain = self.without_owner_of_thing(text)
        return self._tellers.without(plain) if self._tellers else plain

    def told_in(self, words: str) -> frozenset[str]:
        """By which names of kin somebody is spoken of in a sentence: "nan" in "my nan has it", none in "my nan's cream"."""
        spoken = re.findall(r"\b(?:my|our) ([a-z]+(?: in law)?)(?![a-z'-]| in law)", words.lower().replace("-in-law", " in law"))
        return self.named.intersection(spoken)

    def is_man(self, called: str) -> bool:
        """Whether somebody called like this is a man or a boy, so that a pregnancy is out of the question."""
        return called in self._men

    def fits(self, pronoun: str, called: str) -> bool:
        """Whether "he" or "she" may be said of somebody called like this."""
        return not ((pronoun in self._he and called in self._women) or (pronoun in self._she and called in self._men))

    def is_same(self, one: str, other: str) -> bool:
        """Whether two names may be of one person: "mom" and "mother", or a "kid" and anybody."""
        return not self._vague.isdisjoint((one, other)) or self._same.get(one, one) == self._same.get(other, other)

    def baby_of(self, owner: str) -> str:
        """How a baby is called whose owner this is, the speaker's own among them."""
        return self._own_baby if owner == OWN else self._their_baby.format(owner=owner)

    def is_young(self, called: str) -> bool:
        """Whether somebody called like this is a child of a family: a son, a granddaughter."""
        return called in self.young or (called in self._relatives and called not in self._grown)

    def is_grown(self, called: str) -> bool:
        """Whether somebody called like this is no child: a mother, a husband."""
        return called in self._grown

    def with_ages(self, readings: Sequence[Reading], ages: AgeReader) -> tuple[Reading, ...]:
        """The readings with the weeks of a child who is named put as an age: "my son has bumps, he's SIX WEEKS OLD" names one person."""
        of_child = [one for one in readings if one.type == _WHO and any(map(self.is_young, one.words.lower().split()))]
        return tuple(_aged(one, ages) if of_child and one not in of_child and one.type == _WHO else one for one in readings)

    def _taken_by_whom(self, reading: Reading) -> Reading:
        """The reading with "swallowed my sister's pills" put as "swallowed the pills": she did not take them."""
        words = self.without_bystanders(self._of_another.sub(r"\1\2 the\3", reading.words) if self._takes else reading.words)
        return reading if words == reading.words else replace(reading, words=words)

    def without_owner(self, readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], str]:
        """The readings with "my sister's baby" put as "the baby", and who has the baby; empty where it is not told."""
        kept: list[Reading] = []
        owner = ""
        whole = tuple(self._taken_by_whom(one) for one in readings)
        if not self.young:
            return whole, ""
        for reading in whole:
            alone = self._owner.fullmatch(reading.words) if reading.type == _WHO else None
            others = " ".join(one.words for one in whole if one is not reading).lower().split()
            if alone and not set(self.young).isdisjoint(others):
                owner = alone[1].lower()
                continue
            match = self._owned.search(reading.words)
            owner = owner or (match[1].lower() if match else self._relative(reading.words))
            kept.append(replace(reading, words=self._owned.sub(r"the \2\3", reading.words)) if match else reading)
        return tuple(kept), owner

    def _relative(self, words: str) -> str:
        told = words.lower().replace("'s", "").split()
        own = any(first in ("my", "our") and second in self.young for first, second in pairwise(told))
        return next((word for word in told if word in self._relatives), OWN if own else "")


def _aged(reading: Reading, ages: AgeReader) -> Reading:
    """The reading as the slot for a baby's age has it, where it tells one in weeks or months: "month old" after "a" is one month."""
    age = ages.find(reading.words, asked=True) or ages.find(f"a {reading.words}", asked=True)
    if age is None or age.weeks is None:
        return reading
    return replace(reading, name=_WEEKS_OLD, type=_DURATION, words=f"P{age.weeks}W", terms=())
