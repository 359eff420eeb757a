"""How long and how many, in free words that answer a question for it: "about three months", "two or three"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..lexicon.numbers import spoken
from .lengths import Length, Span

_WORD = re.compile(r"[a-z']+|\d+")
_DAYS_A_WEEK, _LONGEST_LEAD = 7, 4
_SETS = ("after", "ones", "leads", "holds", "ago", "things", "of_things", "articles", "of_another", "guesses", "dated")


@dataclass(frozen=True)
class Amounts:
    """Reads amounts by one locale's words.

    `units` are days per unit, `vague` what stands for a number ("a few"), `lasting` whole sayings and their weeks, `open` those that
    say something of time and no number, `idle` those of time that are no length ("one day"), `after` what makes a length none
    ("six weeks OLD"), `holds` what before a length tells that it lasts ("FOR six weeks"), `during` that it lasts up to now ("OVER THE last
    year"), `of_another` what has a length of its own ("PREGNANT for months"), `ago` what after it tells since when where one of `begins`
    is said too ("CAME UP six weeks AGO"), as do those `dated` ("CAME UP yesterday"), `ones` units that alone are one ("year or so");
    `leads` may come before a count, `guesses` before one that ends an answer, `counted` tells from which number on; `things` are what
    an answer about a fact `of_things` may call them ("little ONES"); `sizes` are measures before which a number counts nothing.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    vague: Mapping[str, float] = field(default_factory=dict)
    lasting: Mapping[str, int] = field(default_factory=dict)
    open: Sequence[str] = ()
    holds: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    begins: Sequence[str] = ()
    idle: Sequence[str] = ()
    after: frozenset[str] = frozenset()
    during: Sequence[str] = ()
    of_another: frozenset[str] = frozenset()
    ones: frozenset[str] = frozenset()
    guesses: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    counted: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    of_things: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    sizes: frozenset[str] = frozenset()

    @classmethod
    def from_locale(cls, numbers: Mapping[str, int], words: Mapping[str, Any], sizes: Iterable[str] = ()) -> Amounts:
        """The amounts of a locale's word lists, and its measures of size."""
        return cls(numbers, **{**words, **{name: frozenset(words[name]) for name in _SETS}}, sizes=frozenset(sizes))

    def length(self, text: str) -> Length | None:
        """The length of time in an answer; None where it tells none.

        >>> Amounts({"three": 3}, {"months": 30}).length("about three months, slowly")
        Length(weeks=12, rest='about slowly')
        """
        words = self._without_idle(_WORD.findall(text.lower()))
        if found := self._counted(words):
            start, end, days = found
            return Length(int(days / _DAYS_A_WEEK), " ".join((*words[:start], *words[end:])))
        spoken = f" {' '.join(words)} "
        for saying, weeks in self.lasting.items():
            if f" {saying} " in spoken:
                return Length(weeks, spoken.replace(f" {saying} ", " ").strip())
        return next((Length(None, text) for saying in self.open if f" {saying} " in spoken), None)

    def lasting_length(self, text: str) -> Length | None:
        """The length of time that something is said to last; None where none is, and where it has no number.

        >>> reader = Amounts({"six": 6}, {"months": 30}, leads=frozenset({"about"}), holds=frozenset({"for"}))
        >>> reader.lasting_length("on my nose for about six months"), reader.lasting_length("he is six months")
        (Length(weeks=25, rest='on my nose'), None)
        """
        words = self._without_idle(_WORD.findall(text.lower()))
        return next(filter(None, (self._lasting(words, *span) for span in (*self._spans(words), *self._sayings(words)))), None)

    def _lasting(self, words: Sequence[str], start: int, end: int, days: float) -> Length | None:
        """The length of time between two places as one that lasts, or since when something is; None where nothing says so."""
        weeks, first = int(days / _DAYS_A_WEEK), start
        while first and words[first - 1] in self.leads - self.holds and not f" {' '.join(words[:first])}".endswith(self._begun):
            first -= 1
        is_ago = not self.ago.isdisjoint(words[end : end + 1])
        rest = f" {' '.join((*words[:first], *words[end + is_ago :]))} "
        began = max((saying for saying in self.begins if f" {saying} " in rest), key=len, default="")
        is_since = is_ago or " ".join(words[start:end]) in self.dated
        if (began and is_since) or any(f" {said} " in f" {' '.join(words[first : start + 1])} " for said in self.during):
            return Length(weeks, rest.replace(f" {began} ", " ", 1).strip())
        if is_ago:
            return None
        if first > 1 and words[first - 2] in self.of_another:
            return None
        if first and words[first - 1] in self.holds:
            return Length(weeks, " ".join((*words[: first - 1], *words[end:])))
        return Length(weeks, " ".join((*words[:start], *words[end:]))) if words[start] in self.holds else None

    @cached_property
    def _begun(self) -> tuple[str, ...]:
        """The ends of a text that tells of a beginning."""
        return tuple(f" {saying}" for saying in self.begins)

    def _counted(self, words: Sequence[str]) -> Span | None:
        """Where the length of time in some words begins and ends, and its days; None where they count none."""
        found = self._spans(words)
        if not found:
            return None
        start, end, days = found[0]
        for place, after, more in found[1:]:
            if place == end + 1 and words[end] == "and":
                days, end = days + more, after
            elif place >= end:
                start, days, end = place, more, after
        return start, end, days

    def _spans(self, words: Sequence[str]) -> list[Span]:
        """Where each length of time that is counted begins and ends, and its days."""
        return [(place, end, days) for place in range(len(words)) for end, days in [self._days(words, place)] if end > place]

    def _sayings(self, words: Sequence[str]) -> list[Span]:
        """The same of the sayings that stand for a length of time ("since I was a kid")."""
        sayings = ((saying.split(), weeks * _DAYS_A_WEEK) for saying, weeks in self.lasting.items())
        return [(place, place + len(said), days) for said, days in sayings for place in range(len(words))
                if words[place : place + len(said)] == said]

    def only_length(self, text: str) -> int | None:
        """The weeks of a length of time that is all a text says ("for about three months now"); None of any other text.

        >>> reader = Amounts({"three": 3}, {"months": 30}, leads=frozenset({"for", "about"}))
        >>> reader.only_length("for about three months"), reader.only_length("three months after the peel")
        (12, None)
        """
        found = self.length(" ".join(self._without_leads(text)))
        return found.weeks if found and self.leads.issuperset(_WORD.findall(found.rest.lower())) else None

    def is_bare(self, text: str) -> bool:
        """Whether a text is a number and nothing else.

        >>> Amounts({"six": 6}).is_bare("about six"), Amounts({"six": 6}, leads=frozenset({"about"})).is_bare("about six")
        (False, True)
        """
        words = self._without_leads(text)
        number, end = spoken(words, 0, self.numbers)
        return bool(words) and end == len(words) and number != 0

    def without_things(self, fact: str, text: str) -> str:
        """An answer without what may come before a count or a size, and without what it is of ("just little ones": little)."""
        words = self._without_leads(text)
        while words and words[-1] in self.things and fact in self.of_things:
            words = words[:-1]
        return " ".join(words)

    def _without_leads(self, text: str) -> list[str]:
        words = _WORD.findall(text.lower())
        return words[next((place for place, word in enumerate(words) if word not in self.leads), len(words)) :]

    def _without_idle(self, words: Sequence[str]) -> list[str]:
        spoken = f" {' '.join(words)} "
        for saying in self.idle:
            spoken = spoken.replace(f" {saying} ", " ") if spoken.strip() != saying else spoken
        return spoken.split()

    def counted_as(self, fact: str, text: str) -> str:
        """The choice of a fact that an answer gives by a number of things ("two or three"); empty where it gives none."""
        words = self._without_leads(text)
        number, end = spoken(words, 0, self.numbers)
        if end + 1 < len(words) and words[end] in ("or", "to") and spoken(words, end + 1, self.numbers)[1] > end + 1:
            number, end = spoken(words, end + 1, self.numbers)
        is_length = end < len(words) and (words[end] in self.units or words[end] in self.sizes)
        if not end or number is None or is_length or (number == 1 and end < len(words)):
            return ""
        reached = [(least, choice) for choice, least in self.counted.get(fact, {}).items() if number >= least]
        return max(reached)[1] if reached else ""

    def _days(self, words: Sequence[str], place: int) -> tuple[int, float]:
        """Where a length that starts at `place` ends, and its days; no longer than nothing where none starts there."""
        number: float | None
        number, end = spoken(words, place, self.numbers)
        if number is None:
            for size in range(min(_LONGEST_LEAD, len(words) - place), 0, -1):
                vague = self.vague.get(" ".join(words[place : place + size]))
                if vague is not None and words[place + size : place + size + 1] and words[place + size] in self.units:
                    number, end = vague, place + size
                    break
        half = words[end : end + 3] == ["and", "a", "half"]
        end += 3 if half else 0
        if number is None and place == 0 and words[0] in self.ones:
            number, end = 1, 0
        if number is None or end >= len(words) or words[end] not in self.units or not self.after.isdisjoint(words[end + 1 : end + 2]):
            return place, 0
        days = (number + (0.5 if half else 0)) * self.units[words[end]]
        if words[end + 1 : end + 4] == ["and", "a", "half"]:
            return end + 4, days + self.units[words[end]] / 2
        return end + 1, days
