"""How urgent the skill finds what a reading carries: what the simulator must not lose for want of a slot."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot
from ask_sdk_model.slu.entityresolution.resolution import Resolution
from ask_sdk_model.slu.entityresolution.resolutions import Resolutions
from ask_sdk_model.slu.entityresolution.status import Status
from ask_sdk_model.slu.entityresolution.status_code import StatusCode
from ask_sdk_model.slu.entityresolution.value import Value as Resolved
from ask_sdk_model.slu.entityresolution.value_wrapper import ValueWrapper

from rules_core import KnowledgeBase
from skill.guide import Guide
from skill.language import language
from skill.reading.long_over import tells_when
from skill.reading.misread import is_misread
from skill.reading.of_animals import is_animals, is_of_person, tells_of_animal
from skill.reading.read_turn import ABOUT
from skill.reading.several import denies_of_oneself
from skill.reading.supposing import supposes_harm
from skill.remembering.memory import take_in
from skill.remembering.session import Session
from skill.standing import DANGER, top_flag

from .nlu import Filled, Reading, Urgency

_LEAST, _A_LEVEL = "doctor_soon", 1000
_INJURY, _BURNS = "injury", frozenset({"chemical_burn", "scald"})
"""What tells which harm was done, be it an emergency or not: what to do about a burn is known."""
_HURT_ONCE = "onset.after_injury"
"""That bumps came where the skin was hurt, which is told in more words than one slot holds."""
_TOPIC, _ASKED = "topic", "symptoms"
_GRAVEST = "my newborn"
"""For nobody do the same words mean more."""
_NOW = {"had": "has", "was": "is", "were": "are"}
"""At its worst, what is only supposed ("if she HAD a fever") is there."""
_FREE_INTENT, _FREE_SLOT = "TalkIntent", "words"


def urgency_of(kb: KnowledgeBase) -> Urgency:
    """How the skill with this knowledge weighs what is said."""
    return _Ear(kb)


class _Ear:
    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._least = kb.levels.index(_LEAST) * _A_LEVEL

    def __call__(self, reading: Reading) -> int:
        session = Session()
        heard = self._guide.ear.hear(_intent(reading))
        take_in(heard, session, self._kb.facts, ABOUT.get(reading.intent, ""))
        ranks = [self._rank({_TOPIC: _ASKED, **facts}) for facts in session.facts.values() if facts]
        ranks += [self._rank({_TOPIC: topic}) for topic in heard.values(_TOPIC)]
        return max((rank for rank in ranks if rank >= self._least), default=0)

    def at_worst(self, reading: Reading) -> int:
        words = " ".join((_GRAVEST, *(_NOW.get(word, word) for slot in reading.slots for word in slot.text.split())))
        return self(_free(words, reading.score))

    def is_emergency(self, reading: Reading) -> bool:
        return self(reading) >= (len(self._kb.levels) - 1) * _A_LEVEL

    def names_danger(self, reading: Reading) -> bool:
        if not self(reading):
            return False
        heard = self._guide.ear.hear(_intent(reading))
        return (self.is_emergency(reading) and bool(heard.values(DANGER))) or not _BURNS.isdisjoint(heard.values(_INJURY))

    def tells_of_two(self, reading: Reading) -> bool:
        ear = self._guide.ear
        heard = ear.hear(_intent(reading))
        signs = {term.id for term in heard.said if term.fact in ear.complaints}
        return not signs.isdisjoint(heard.whose)

    def unsaid(self, words: str) -> frozenset[str]:
        return self._guide.ear.unsaid(words)

    def plainly(self, words: str) -> str:
        return self._guide.ear.plainly(words)

    def is_figure(self, words: str) -> bool:
        return self._guide.ear.hear(_intent(_free(words))).figure

    def denied(self, reading: Reading) -> frozenset[str]:
        ear = self._guide.ear
        heard = ear.hear(_intent(reading))
        kinds = (ear.complaints, ear.places)
        told = frozenset().union(*(kind for kind in kinds if any(term.fact in kind for term in heard.said)))
        return frozenset(term.id for term in heard.denied if term.fact in told)

    def sets_right(self, words: str) -> bool:
        corrections = self._guide.corrections
        if self._is_of_animals(words) or tells_when(words, self._guide):
            return True
        if self._guide.wholes.read(words) or is_misread(words, self._guide) or self._guide.breaths.meant(words) != words:
            return True
        return bool(corrections.read(words) or corrections.turns_to(words))

    def is_known_whole(self, words: str) -> bool:
        return self._guide.wholes.read(words) is not None

    def opens(self, words: str) -> bool:
        return self._guide.corrections.opens(words)

    def relieves(self, words: str) -> bool:
        relief = self._guide.relief
        return relief.is_relief(words) or relief.affirms(words) or relief.is_jest(words)

    def parts(self, words: str) -> bool:
        kin = self._guide.ear.kin
        beside_a_child = bool(kin.told_in(words)) and not set(kin.young).isdisjoint(words.lower().split())
        return beside_a_child or bool(self._guide.breaths.parts(words))

    def looks_back(self, words: str) -> bool:
        return self._guide.used.is_told(words) or any(term.id == _HURT_ONCE for term in self._guide.ear.hear(_intent(_free(words))).said)

    def needs_order(self, words: str, denies: bool) -> bool:
        guide = self._guide
        if self.sets_right(words) or supposes_harm(words, guide) or guide.breaths.parts(words) or guide.ear.last_said(words) != words:
            return True
        two = guide.repairs.denies_one_of_two(words) or guide.repairs.tells_beside_a_no(words)
        two = two or denies_of_oneself(words, guide.breaths, guide.ear)
        return denies and (guide.instead.read(words) is not None or two)

    def _is_of_animals(self, words: str) -> bool:
        """Whether what is told is an animal's, or somebody's as well: no slot says whose it is."""
        guide = self._guide
        danger = tells_of_animal(words, guide) and self(_free(words)) > 0
        return danger or is_animals(words, guide) or is_of_person(words, guide)

    @cached_property
    def _guide(self) -> Guide:
        return Guide.of(self._kb, language())

    def _rank(self, facts: dict[str, object]) -> int:
        """The level first, then how important the warning is that is said at it."""
        result = self._kb.infer(facts)
        level, flag = self._kb.levels.index(str(result.level)), top_flag(self._kb, result)
        return level * _A_LEVEL + next((one.priority for one in result.conclusions if one.id == flag), 0)


def _free(words: str, score: float = 0.0) -> Reading:
    return Reading(_FREE_INTENT, score, (Filled(_FREE_SLOT, "", words, None),))


def _intent(reading: Reading) -> Intent:
    return Intent(name=reading.intent, slots={slot.name: _slot(slot) for slot in reading.slots})


def _slot(filled: Filled) -> Slot:
    values = [ValueWrapper(Resolved(name=value.name, id=value.id)) for value in filled.values or ()]
    return Slot(name=filled.name, value=filled.text, resolutions=None if filled.values is None else _resolutions(values))


def _resolutions(values: Iterable[ValueWrapper]) -> Resolutions:
    found = list(values)
    code = StatusCode.ER_SUCCESS_MATCH if found else StatusCode.ER_SUCCESS_NO_MATCH
    return Resolutions([Resolution(authority="simulator", status=Status(code), values=found)])
