"""What is told of an animal is nobody's sign: "my dog can't breathe", "I mean my cat's eye"; it is one of who is meant instead."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import said, statement, words_of
from ..guide import Guide
from ..hearing.slots import MOVED
from ..hearing.wordings import plain
from ..remembering.session import SELF, Session
from ..standing import emergencies, tells_of_despair
from .violence import of_violence

ANIMAL, ITS_ANIMALS = "AnimalIntent", "animals_own"
"""An animal is meant; and so of a danger that was told, in words that can mean nothing else, which is no intent of the model."""
_TOPIC, _PETS, _SWALLOWED = "topic", "pets", "pet_swallowed"
_BABY = "baby"
"""What would be a sign of a baby is one of an animal."""
_EXPLAIN, _ABOUT, _INSTEAD = "ExplainIntent", "AboutMeIntent", ("instead", MOVED)


def of_animals(intent: Intent, session: Session, supposed: str, guide: Guide) -> Intent:
    """The intent, or what it amounts to where an animal is told of, or somebody instead of one; `supposed` are the words told of it."""
    words = plain(said(intent))
    if told := _told_instead(_somebody(intent, words, guide), supposed, session, guide):
        return told
    if is_animals(words, guide) and session.told and not (tells_of_despair(session) or of_violence(session, guide)):
        return Intent(name=ITS_ANIMALS if any(emergencies(guide.kb, session.facts)) else ANIMAL, slots={})
    if words and guide.corrections.grammar.read("maybe_animals", words) is not None:
        return Intent(name=ANIMAL, slots={})
    if not tells_of_animal(words, guide) or (_speaks_of_somebody(words, guide) and _is_about_somebody(session)):
        return intent
    session.supposed = ((session.subject, words),)
    return Intent(name=_EXPLAIN, slots={_TOPIC: Slot(name=_TOPIC, value=guide.language.heard["amends"]["my_pet"])})


def is_animals(words: str, guide: Guide) -> bool:
    """Whether words say that what was told is an animal's: "it's my dog's eye, not mine"."""
    return bool(words) and guide.corrections.grammar.read("is_animals", plain(words)) is not None


def is_of_person(words: str, guide: Guide) -> bool:
    """Whether words say that somebody did or has what was told of an animal: "my kid did too"."""
    return guide.corrections.grammar.read("person_did", plain(words)) is not None


def tells_of_animal(words: str, guide: Guide) -> bool:
    """Whether an animal has a sign, and neither the speaker nor anybody named is told of with it, nor what it did to them."""
    found = guide.corrections.grammar.read("animal_is", plain(words)) if words else None
    if found is None:
        return False
    amends, kin = guide.language.heard["amends"], guide.ear.kin
    others = {*amends["beside_animal"]["people"], *amends["beside_animal"]["harms"], *kin.named, *kin.young, *amends["people"]}
    if not others.isdisjoint(found["told"].split()):
        return False
    of_baby = (_BABY + word[len(own):] if (own := word.removesuffix("'s")) in amends["animals"] else word for word in plain(words).split())
    return any(term.fact in guide.ear.complaints for term in guide.ear.hear(statement(" ".join(of_baby))).said)


def _speaks_of_somebody(words: str, guide: Guide) -> bool:
    return not set(guide.language.heard["amends"]["beside_animal"]["theirs"]).isdisjoint(words.split())


def _is_about_somebody(session: Session) -> bool:
    """Whether "she" may be somebody who was told of before."""
    return session.subject != SELF or bool(session.third or session.called)


def _somebody(intent: Intent, words: str, guide: Guide) -> str:
    """Who is named in place of somebody or something, or as having it too; empty where nobody is."""
    if intent.name == _ABOUT:
        slots = words_of(intent)
        return next((slots[name] for name in _INSTEAD if name in slots), "")
    read = guide.corrections.grammar.read
    found = (read("person_did", words) or read("person_instead", words)) if words else None
    return found["who"] if found else ""


def _told_instead(person: str, told: str, session: Session, guide: Guide) -> Intent | None:
    """What was `told` of an animal, or asked about one, told of a person; None where it was about none."""
    amends, asked = guide.language.heard["amends"], session.turn.get(_TOPIC)
    if person and asked == _SWALLOWED:
        return statement(f"{person} {amends['happened']['by_pet']}")
    words = told.split() if person and asked == _PETS else []
    at = next((place for place, word in enumerate(words) if word.removesuffix("'s") in amends["animals"]), None)
    if at is None:
        return None
    own = "'s" if words[at].endswith("'s") else ""
    return statement(" ".join((f"{person}{own}", *words[at + 1:])))
