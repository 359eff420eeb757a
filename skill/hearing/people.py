"""Whom each thing that was said is about, where one breath names more than one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rules_core import FactSpec, Term

from ..lexicon.mentions import Mention
from ..remembering.session import OTHER, SELF
from .kin import Kin
from .slots import MOVED, Reading

WHO = ("who", "age_group")
"""Facts whose words name a person."""

PRONOUN = "PRONOUN"
"""The slot type of "she" and "he"."""

BESIDES, INSTEAD, THIRD = "besides", "instead", "third"
"""How somebody came in: as one more ("what about me"), in place of another ("no, for me"), or as the one spoken of before ("she")."""

_AID = "aid"
"""What is told of help stands beside the danger that the same words may tell."""
_THIRD_WORDS = ("third_words", "third_not_words")
_MODES = {
    "who_two": BESIDES, "own_site": BESIDES, "instead": INSTEAD, MOVED: INSTEAD, "pronoun": THIRD, **dict.fromkeys(_THIRD_WORDS, THIRD)
}
_OF_SPEAKER = ("i'm ", "i am ")
"""How sentences begin that tell what the speaker is."""
_OF_SIZE = "little|big|older|younger|twin|teenage|teenaged|grown|adult"
_CALLED = re.compile(rf"(?:my|our) (?:(?:{_OF_SIZE}) )?(?!one\b)([a-z]+(?:(?: |-)in(?: |-)law)?)(?:\'s)?")
_AGE_LAST = re.compile(r"\b(?:he|him|his|she|her)\b.*\b(?:days?|weeks?)(?: old| yet)?$")
_OF_ONE_NAMED = re.compile(r"\b(?:my|our) [a-z' ]{0,24}\b(?:days?|weeks?)(?: old| yet)?$")
"""A baby's age told last, of the "he" spoken of before; and of one who is named for it: "my son is nine days old"."""

Whose = dict[str, tuple[str, ...]]
"""The people a term was said of, by the id of the term; what is not in it is about whoever the talk is about."""


def named(term: Term) -> str:
    """The person a word names; empty where it names none."""
    return (term.subject or (term.value if term.fact == "who" else "")) if term.fact in WHO else ""


def mode(found: Iterable[tuple[Reading, Sequence[Mention]]], subject: str) -> str:
    """How somebody came in, told by the name of the slot; empty where a person was just named, or nobody.

    Beside a person who is named as `subject`, "she" is that person.
    """
    heard = {_MODES.get(reading.name) for reading, mentions in found if reading.terms or mentions or reading.name in _THIRD_WORDS}
    return next((one for one in (INSTEAD, BESIDES, THIRD) if one in heard and not (subject and one == THIRD)), "")


def called(found: Sequence[tuple[Reading, Sequence[Mention]]], kin: Kin) -> str:
    """How the speaker calls somebody else: "husband" in "my husband"; empty where that is not told, or free words name two."""
    for reading, mentions in found:
        match = _CALLED.fullmatch(reading.words.lower()) if reading.type == "WHO" else None
        if match and any(named(one.term) == OTHER for one in mentions):
            return match[1].replace("-", " ")
    spoken = {name for reading, mentions in found if any(named(one.term) == OTHER and not one.denied for one in mentions)
              for name in kin.told_in(reading.words)}
    return spoken.pop() if len(spoken) == 1 else ""


def pronoun(found: Iterable[tuple[Reading, Sequence[Mention]]]) -> str:
    """The "he" or "she" in the slots of a request: "he" in "he's"; empty where only free words may hold one."""
    words = next((reading.words for reading, _ in found if reading.type == PRONOUN), "")
    return words.lower().split()[0].partition("'")[0] if words.split() else ""


def whose(found: Sequence[tuple[Reading, Sequence[Mention]]]) -> Whose:
    """Who owns what the slots of one request said.

    In free words what follows a person is that person's. In slots nobody can tell which of two people a sign belongs
    to: it counts for both, so that none is lost. What the speaker says of themselves is theirs.
    """
    parted: Whose = {}
    open_terms: list[Term] = []
    people: dict[str, None] = {}
    for reading, mentions in found:
        if reading.own:
            parted.update({one.term.id: (SELF,) for one in mentions})
        elif _people(mentions) > 1:
            parted.update(_with_him(_by_clause(mentions), mentions) if _is_his_age(reading.words) else _by_clause(mentions))
        else:
            own = set(_told_before(reading, mentions))
            parted.update(dict.fromkeys(own, (SELF,)))
            open_terms += [one.term for one in mentions if one.term.id not in own]
            people.update(dict.fromkeys(named(one.term) for one in mentions if named(one.term) and not one.denied))
    besides = any(_MODES.get(reading.name) == BESIDES for reading, mentions in found if mentions)
    if len(people) > 1 or (people and besides):
        parted.update({term.id: (named(term),) if named(term) else tuple(people) for term in open_terms})
    return parted


def _told_before(reading: Reading, mentions: Sequence[Mention]) -> Iterator[str]:
    """What the speaker tells of themselves before another person comes in: "I'm pregnant and my mother has a bump"."""
    person = min((min(one.places, default=0) for one in mentions if named(one.term) == OTHER), default=0)
    if reading.words.lower().startswith(_OF_SPEAKER):
        yield from (one.term.id for one in mentions if one.term.subject == SELF and max(one.places, default=person) < person)


def _people(mentions: Iterable[Mention]) -> int:
    return len({named(one.term) for one in mentions if named(one.term) and not one.denied})


def _by_clause(mentions: Sequence[Mention]) -> Whose:
    """Each term belongs to the person named last before its end, or, with none before, to the first one named.

    A sign told in many words may name its owner in between: "my mother squeezed my BABY's bump and it is red".
    """
    marks = sorted((min(one.places, default=0), named(one.term)) for one in mentions if named(one.term))
    owners: Whose = {}
    for one in mentions:
        before = [person for place, person in marks if place <= max(one.places, default=0)]
        owners[one.term.id] = (named(one.term) or (before[-1] if before else marks[0][1]),)
    return owners


def _is_his_age(words: str) -> bool:
    told = words.lower().strip()
    return bool(_AGE_LAST.search(told)) and not _OF_ONE_NAMED.search(told)


def _with_him(owners: Whose, mentions: Sequence[Mention]) -> Whose:
    """What was said of somebody else counts for the baby too whose age comes last: "gran kissed HIM, he has a blister, nine days old"."""
    last = max(mentions, key=lambda one: min(one.places, default=0))
    young = named(last.term) if last.term.fact in WHO else ""
    if young in ("", OTHER, SELF):
        return owners
    names = {one.term.id for one in mentions if named(one.term)}
    return {told: (*whom, young) if whom == (OTHER,) and told not in names else whom for told, whom in owners.items()}


def person_first(mentions: tuple[Mention, ...], specs: Mapping[str, FactSpec]) -> Iterator[Mention]:
    """In free talk about oneself, words that tell something about a person ask nothing besides.

    "I take isotretinoin" is no question about isotretinoin, and beside a symptom no topic counts.
    """
    personal = [one for one in mentions if specs[one.term.fact].scope == "person"]
    told = {place for one in personal for place in one.places}
    tells = any(one.term.fact not in WHO for one in personal)
    for one in mentions:
        asks = specs[one.term.fact].scope != "person" and one.term.fact != _AID
        dropped = told.intersection(one.places) or (tells and one.term.fact == "topic")
        if not (asks and dropped):
            yield one
