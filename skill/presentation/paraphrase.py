"""Says back what was understood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter

from rules_core import KnowledgeBase

from ..hearing.ages import WEEKS_A_YEAR
from ..hearing.people import WHO
from ..remembering.changes import Change
from ..remembering.fact_values import NONE, Value, listed
from .voice import Voice

_MOST = 3
MOST_IN_SUMMARY = 5
_NUMBERS = {"age_weeks": ("told_age_weeks", "told_age_months", 17), "duration_weeks": ("told_duration_weeks", "told_duration_months", 8)}
"""How a number of weeks is said back, how in months, and from how many weeks on it is: a young baby's weeks count one by one."""
_WEEKS_A_MONTH = 4.35
_LASTS = "duration_weeks"
_NAMED = ("enum", "yes_no", "multi")
_NEVER = "not_applicable"
_SAYS_NOTHING = ("none", "no", "unknown", _NEVER)


def acknowledgement(
    kb: KnowledgeBase, changes: Iterable[Change], voice: Voice, before: Mapping[str, Value], right: bool = False, most: int = _MOST
) -> str:
    """What was stated, or else taken back, in a few words, at `most` so many things; empty when there is nothing to say back.

    `before` is what was known: what was never told cannot be taken back. With `right` it sets something right.
    """
    changes = [one for one in changes if not one.denied or one.value in listed(before.get(one.fact, NONE))]
    stated = _names(kb, (one for one in changes if not one.denied), voice, most)
    if stated:
        return voice("ack_right" if right else "ack", facts=voice.listed(stated))
    denied = _names(kb, (one for one in changes if one.denied), voice)
    return voice("ack_denied", facts=voice.listed(denied)) if denied else ""


def absent(kb: KnowledgeBase, changes: Iterable[Change], voice: Voice) -> str:
    """What was denied and never told before, in a few words; empty when there is nothing to say back."""
    names = [voice("not_so", fact=name) for name in _names(kb, changes, voice)]
    return voice("ack_absent", facts=voice.listed(names)) if names else ""


def handed_on(kb: KnowledgeBase, changes: Iterable[Change], voice: Voice, whom: Mapping[str, str], likewise: bool) -> str:
    """Of whom what was told is true now, and of whom no longer, or `likewise`; `whom` is how each is called.

    Empty when nothing changed hands.
    """
    told = list(changes)
    new = next((one.subject for one in told if not one.denied and one.fact not in WHO), "")
    old = next((one.subject for one in told if one.denied and one.subject != new), "")
    names = _names(kb, (one for one in told if one.subject == new and not one.denied and one.fact not in WHO), voice)
    if not names or not (old or likewise):
        return ""
    return voice("ack_moved" if old else "ack_too", facts=voice.listed(names), whom=whom[new], before=whom.get(old, ""))


def summary(
    kb: KnowledgeBase, facts: Mapping[str, Value], voice: Voice, most: int = MOST_IN_SUMMARY, decides: Collection[str] = ()
) -> str:
    """What is known of somebody, at most so many things, what `decides` and the telling ones first; empty when nothing was told."""
    return voice.listed(summary_names(kb, facts, voice, decides)[:most])


def summary_names(kb: KnowledgeBase, facts: Mapping[str, Value], voice: Voice, decides: Collection[str] = ()) -> list[str]:
    """All that was told of somebody and says something, by its names, a circumstance first, then what `decides`, in few words."""
    told = [
        (_rank(kb, fact, decides), _name(kb, fact, value, voice))
        for fact in sorted(kb.facts, key=lambda fact: _weight(kb, fact))
        if fact in facts and fact != "who"
        for value in listed(facts[fact])
        if value not in (*_SAYS_NOTHING, kb.facts[fact].no)
    ]
    return [name for _, name in sorted(filter(itemgetter(1), told), key=lambda one: (one[0], len(one[1].split()) if one[0] == 1 else 0))]


def told_names(kb: KnowledgeBase, facts: Mapping[str, Value], most: int) -> list[str]:
    """The first things known of somebody in the pack's order, what was denied among them, by their names."""
    told = (kb.name(fact, str(one)) for fact, spec in kb.facts.items() if fact in facts and fact != "who" and spec.type in _NAMED
            for one in listed(facts[fact]) if one in spec.labels)
    return list(dict.fromkeys(told))[:most]


def _rank(kb: KnowledgeBase, fact: str, decides: Collection[str]) -> int:
    """A circumstance stands first, then what decides, then the rest."""
    return 0 if _weight(kb, fact) == 0 else 1 if fact in decides else 2


def _weight(kb: KnowledgeBase, fact: str) -> int:
    """A circumstance that was plainly affirmed tells most, an age least; the rest follows the pack's order."""
    spec = kb.facts[fact]
    return 2 if spec.bands else 0 if spec.type == "yes_no" else 1


def _names(kb: KnowledgeBase, changes: Iterable[Change], voice: Voice, most: int = _MOST) -> list[str]:
    """At `most` so many names; whom it is about, and what it means for somebody else, is said elsewhere."""
    told = dict.fromkeys((one.fact, one.value) for one in changes if _is_worth_saying(kb, one))
    return list(dict.fromkeys(name for fact, value in told if (name := _name(kb, fact, value, voice))))[:most]


def _is_worth_saying(kb: KnowledgeBase, change: Change) -> bool:
    """Nobody wants to hear that a pregnancy does not apply to him."""
    return change.fact != "who" and change.value != _NEVER and not kb.facts[change.fact].near


def _name(kb: KnowledgeBase, fact: str, value: str, voice: Voice) -> str:
    """How a value is said back; numbers by a sentence of their own, and not at all where there is none."""
    if kb.facts[fact].type != "int":
        return kb.name(fact, value)
    weeks = int(value)
    if fact == _LASTS and weeks >= WEEKS_A_YEAR:
        return voice("told_duration_years" if weeks >= 2 * WEEKS_A_YEAR else "told_duration_year")
    if fact not in _NUMBERS or weeks <= 1:
        return ""
    in_weeks, in_months, long = _NUMBERS[fact]
    return voice(in_months, number=str(round(weeks / _WEEKS_A_MONTH))) if weeks >= long else voice(in_weeks, number=str(weeks))
