"""Reads the slots of an intent: the words spoken and the vocabulary terms they were resolved to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot
from ask_sdk_model.slu.entityresolution.status_code import StatusCode

from rules_core import SlotType, Term

from ..lexicon import numbers
from ..lexicon.kinds import LONG_MINUTES, MINUTES_ON

_ORDINALS = ("_two", "_three", "_four", "_five", "_six", "_seven", "_eight")
MOST_AT_ONCE = len(_ORDINALS) + 1
"""So many things of one kind fit into one request."""
_OWN, _OWN_SITE, _PRONOUN = "own", "own_site", "pronoun"
DENYING = ("denied", "wrong")
"""What the names of slots begin with that hold what is not so."""
RIGHT = "right_"
"""What the names of slots begin with that hold what is so in place of what was told before."""
MOVED = "moved"
"""The slot for whoever it is that what was told last is true of."""
_WHO, _SITE, _OWNING = "WHO", "SITE", ("'s", "s'")
OWNER = "owner"
"""Whose a product is ("my mother's retinol") is nobody the question is about."""
_SPEAKER = ("i ", "i'm ", "i've ")
SUPPOSED = "supposed_words"
"""The slot for what is only supposed."""
AGE, OWN_AGE = "age", "own_age"
"""The slots for an age told as a number of years: of somebody else, and of the speaker."""
_TYPES = {"denied": "CIRCUMSTANCE", _OWN: "CIRCUMSTANCE", "instead": "WHO", MOVED: "WHO", AGE: "NUMBER", OWN_AGE: "NUMBER"}
"""Slots whose names say how something was meant, not what it is."""


@dataclass(frozen=True)
class Reading:
    """One filled slot. `terms` is empty when nothing matched; `type` is the slot type its name tells.

    `own` is true where the slot holds what the speaker says of themselves beside somebody else.
    """

    name: str
    type: str
    words: str
    terms: tuple[Term, ...]
    denies: bool
    own: bool = False


class SlotReader:
    """Turns the slots of an intent into readings; ids that the vocabulary does not know are left out."""

    def __init__(self, vocabulary: tuple[SlotType, ...]) -> None:
        self._terms = {(slot_type.id, term.id): term for slot_type in vocabulary for term in slot_type.terms}
        self._by_id = {term.id: term for term in self._terms.values()}

    def read(self, intent: Intent) -> tuple[Reading, ...]:
        """Every slot in which something was said; a place is theirs beside a "he" or "she", or one who owns it ("my baby's face")."""
        slots: Mapping[str, Slot] = intent.slots or {}
        pronoun = slots.get(_PRONOUN)
        is_theirs = (pronoun and pronoun.value) or any(map(_is_owner, slots.values()))
        theirs = {_OWN_SITE: _OWN_SITE.removeprefix("own_")} if is_theirs else {}
        return tuple(reading for name, slot in slots.items() if name != OWNER for reading in self._readings(theirs.get(name, name), slot))

    def _readings(self, name: str, slot: Slot) -> Iterator[Reading]:
        for part in _parts(slot):
            words = part.value if isinstance(part.value, str) else ""
            if words.strip():
                kind = slot_type(name)
                yield Reading(name, kind, words, self._resolved(kind, words, part), name.startswith(DENYING), _is_own(name, kind, words))

    def _resolved(self, kind: str, words: str, part: Slot) -> tuple[Term, ...]:
        found: dict[str, Term] = {}
        for term_id in _matched_ids(part):
            term = self._terms.get((kind, term_id)) or self._by_id.get(term_id)
            if term:
                found[term.id] = term
        if numbers.minutes(words) >= LONG_MINUTES and MINUTES_ON in self._by_id:
            found[MINUTES_ON] = self._by_id[MINUTES_ON]
        exact = tuple(term for term in found.values() if words.lower() in (term.name, *term.says))
        return exact if len(exact) == 1 else tuple(found.values())


def owns(readings: Iterable[Reading]) -> bool:
    """Whether somebody is named as the one whose place it is: "my baby's forehead"."""
    found = tuple(readings)
    return any(one.type == _WHO and one.words.endswith(_OWNING) for one in found) and any(one.type == _SITE for one in found)


def _is_owner(slot: Slot) -> bool:
    return isinstance(slot.value, str) and slot.value.endswith(_OWNING) and slot_type(str(slot.name)) == _WHO


def slot_type(name: str) -> str:
    """The slot type that a slot's name tells: ``symptom_two`` is a SYMPTOM, ``denied`` a CIRCUMSTANCE.

    >>> slot_type("symptom_two"), slot_type("denied"), slot_type("denied_symptom"), slot_type("instead")
    ('SYMPTOM', 'CIRCUMSTANCE', 'SYMPTOM', 'WHO')
    """
    for ordinal in _ORDINALS:
        name = name.removesuffix(ordinal)
    return _TYPES.get(name) or name.removeprefix("denied_").removeprefix("wrong_").removeprefix(RIGHT).removeprefix("own_").upper()


def _is_own(name: str, kind: str, words: str) -> bool:
    """Whether the speaker says it of themselves: by the slot it came in, or in its words ("I'm pregnant and my mother ...")."""
    return name.startswith(_OWN) or (kind == _TYPES[_OWN] and words.lower().startswith(_SPEAKER))


def _parts(slot: Slot) -> Iterator[Slot]:
    """The slot itself, or each value of a slot that holds several."""
    several = getattr(slot.slot_value, "values", None) if slot.slot_value else None
    yield from several if several else (slot,)


def _matched_ids(part: Slot) -> Iterator[str]:
    for authority in (part.resolutions and part.resolutions.resolutions_per_authority) or ():
        if authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH:
            for wrapper in authority.values or ():
                if wrapper.value and isinstance(wrapper.value.id, str):
                    yield wrapper.value.id
