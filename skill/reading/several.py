"""Two people told of in one breath: each is heard alone, whoever is worse last, so that the answer is about them."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from rules_core import KnowledgeBase

from ..facts import Ear
from ..free_words import TALK, WORDS, said, statement
from ..hearing.breaths import Breaths, Part
from ..remembering.memory import take_in
from ..remembering.session import SELF, Session

_WHO = "who"
_TOPIC, _SYMPTOMS = "topic", "symptoms"


def each(intent: Intent, breaths: Breaths, ear: Ear, kb: KnowledgeBase) -> list[tuple[Intent, str]]:
    """What is told of each in free words, and whom it is about where no name says it: the speaker. Empty where it is one person."""
    text = said(intent).lower()
    parts = breaths.parts(text) or _denied_of_oneself(breaths.not_of_oneself(text), ear)
    told = [(_told_of(part), "" if part[0] else SELF) for part in parts]
    if any(about and _is_caught(one, ear, kb) for one, about in told):
        return []
    return sorted(told, key=lambda one: _rank(one[0], one[1], ear, kb))


def denies_of_oneself(words: str, breaths: Breaths, ear: Ear) -> bool:
    """Whether the speaker denies a sign that somebody else has, who is told of after that."""
    return bool(_denied_of_oneself(breaths.not_of_oneself(words.lower()), ear))


def _is_caught(intent: Intent, ear: Ear, kb: KnowledgeBase) -> bool:
    """Whether what is told of the speaker counts for whoever is near: a cold sore, chickenpox."""
    said = {(term.fact, term.value) for term in ear.hear(intent).said}
    return any((fact, value) in said for spec in kb.facts.values() for fact, values in spec.near.items() for value in values)


def _denied_of_oneself(parts: tuple[Part, ...], ear: Ear) -> tuple[Part, ...]:
    """The parts, where the speaker denies a sign: "I don't think my brother is ill" denies none."""
    return parts if parts and any(term.fact in ear.complaints for term in ear.hear(statement(parts[-1][1])).denied) else ()


def _told_of(part: Part) -> Intent:
    person, words = part
    told = f"{person} {words}".strip()
    slots = {WORDS: Slot(name=WORDS, value=told), _WHO: Slot(name=_WHO, value=person)}
    return Intent(name=TALK, slots=slots) if person else statement(told)


def _rank(intent: Intent, about: str, ear: Ear, kb: KnowledgeBase) -> int:
    """How soon somebody needs help, by what is told of them now."""
    session = Session()
    take_in(ear.hear(intent), session, kb.facts, about)
    return kb.levels.index(str(kb.infer({_TOPIC: _SYMPTOMS, **session.known}).level))
