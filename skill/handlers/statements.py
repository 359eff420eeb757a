"""Things people say about themselves: symptoms, circumstances, corrections, bare answers."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from ..hearing.people import BESIDES, INSTEAD, WHO
from ..presentation.answer import Answer, Question
from ..presentation.closing import anything_else
from ..presentation.paraphrase import acknowledgement, handed_on
from ..remembering.memory import turn_facts
from ..remembering.session import BABY, MORE_SIGNS, NAMED, OTHER, SELF, Facts
from ..standing import ended
from ..turn import Turn
from . import unheard
from .answered_anew import back_to_speaker, changes_the_answer, complains, tells_of_another
from .base import Conversation
from .following import at_a_place
from .knowledge import answer_question, carry_on, still_asked

TALK = frozenset(
    f"{about}TalkIntent"
    for about in (
        "", "Eye", "Eyelid", "Face", "Lip", "Throat", "Baby", "Newborn", "Child", "Other", "Third", "Past", "Correction", "Skin",
        "Cannot", "Said", "Not", "ThirdNot", "Measured",
    )
)
"""Free words behind a carrier phrase; which phrase it was shows in the name of the slot."""

_TOPIC, _SYMPTOMS, _PRODUCT, _INGREDIENT = "topic", "symptoms", "product", "ingredient"
_STAYS = (*WHO, "pregnancy", "age_weeks")
"""What is true of a person does not move with a warning."""


class Statement(Conversation):
    """Takes in what was said, and answers what it changes."""

    intents: ClassVar[frozenset[str]] = frozenset({"SymptomIntent", "AboutMeIntent", "DenyIntent", *TALK})
    counts_as_error: ClassVar[bool] = True

    def reply(self, turn: Turn) -> Answer:
        if turn.heard.reads_normal and (step := turn.standing_step()):
            return _reads_normal(turn, step)
        if not (turn.heard or turn.update.changes):
            return unheard.reply(turn)
        _note_hearing(turn)
        if moved := _moved_alarm(turn):
            return moved
        if turn.stood and ended(turn.stood, turn.emergencies()) and not turn.plan().flags:
            return taken_in(turn, " ".join((_acknowledged(turn), *_lest_it_was_hot(turn))))
        return _answered(turn)


def _answered(turn: Turn) -> Answer:
    """The answer to what a statement asks or changes, with what was taken in of it said back."""
    asked = turn_facts(turn.heard, turn.guide.kb.facts, _PRODUCT if turn.heard.values(_INGREDIENT) else "")
    said = " ".join(line for line in (_acknowledged(turn), _beside(turn), unheard.missed(turn)) if line)
    if asked:
        turn.session.turn = asked
        return answer_question(turn)
    if past := unheard.over(turn):
        return taken_in(turn, f"{said} {past}".strip())
    _ask_there(turn)
    if back_to_speaker(turn):
        turn.session.subject = SELF
        return turn.answer([said] if said else []) or taken_in(turn, said)
    if _turns_to_somebody(turn):
        return turn.answer([said] if said and turn.heard.likewise else []) or taken_in(turn, said)
    if turn.session.turn and (turn.update.answered or (turn.session.asking and turn.still_held())):
        return carry_on(turn, said)
    if not complains(turn) and (changes_the_answer(turn) or tells_of_another(turn)):
        return turn.answer([said] if said else []) or taken_in(turn, said)
    return _about_symptoms(turn, said) or taken_in(turn, said)


def _ask_there(turn: Turn) -> None:
    """Ask of the product that was talked about, at the place that is named, where no more than that is told."""
    if _names_a_place(turn):
        turn.session.turn = at_a_place(turn.session.turn) or turn.session.turn


def _names_a_place(turn: Turn) -> bool:
    """Whether no more than a place is named after a product: "and around my eyes"; one that was only meant has to be asked for so."""
    session, places = turn.session, turn.guide.ear.places
    told = {change.fact for change in turn.update.changes}
    asks = turn.heard.mode == BESIDES or (turn.intent == "AboutMeIntent" and _INGREDIENT in session.turn)
    return asks and bool(told) and told <= places and _names_only(turn, places) and session.subject == turn.subject_before


def _reads_normal(turn: Turn, step: str) -> Answer:
    """A normal reading is heard, and what the fever before it asks for still holds."""
    turn.session.errors = 0
    return Answer((turn.voice("reads_normal", step=step),), anything_else(turn.voice), more=())


def _lest_it_was_hot(turn: Turn) -> tuple[str, ...]:
    """What else counts where a baby's fever was a mistake by the thermometer."""
    return (turn.voice("fever_mistaken"),) if turn.heard.is_measured and turn.session.subject == BABY else ()


def _acknowledged(turn: Turn) -> str:
    """What was taken in, said back: as set right where it is, and with whom it is true of where it changed hands."""
    heard, kb = turn.heard, turn.guide.kb
    changed_hands = heard.moves or heard.likewise
    if changed_hands and (said := handed_on(kb, turn.update.changes, turn.voice, turn.names(), heard.likewise)):
        return said
    before = turn.facts_before if turn.session.subject == turn.subject_before else {}
    return acknowledgement(kb, turn.update.changes, turn.voice, before, heard.corrects or bool(heard.said and heard.denied))


def _beside(turn: Turn) -> str:
    """Of whom else something was noted that was told in the same breath."""
    return " ".join(turn.voice("ack_beside", person=person) for person in turn.update.beside)


def _heard_all(turn: Turn) -> Facts:
    """That nothing more was told, where the whole sentence was understood; nothing where some of it may be lost."""
    return {MORE_SIGNS: "no"} if turn.heard.whole and MORE_SIGNS in turn.guide.kb.facts else {}


def _note_hearing(turn: Turn) -> None:
    """What was known to be told in full before says nothing about signs told now; what was asked may not fit whom it is about now."""
    turn.session.errors, turn.session.turn = 0, still_asked(turn)
    if MORE_SIGNS in turn.session.turn and not _tells_of_person_only(turn):
        del turn.session.turn[MORE_SIGNS]
        turn.session.turn.update(_heard_all(turn))


def _tells_of_person_only(turn: Turn) -> bool:
    """Whether all that is told says who somebody is: an age or a pregnancy, no sign of the skin or of an illness."""
    changed = {change.fact for change in turn.update.changes}
    told_of = turn.session.subject == turn.subject_before
    return told_of and bool(changed) and not (turn.heard.left or changed & turn.guide.ear.signs)


def _turns_to_somebody(turn: Turn) -> bool:
    """Whether only another person was named: "and for me?" asks the last question about them, and finds their warning again."""
    session = turn.session
    owned = turn.guide.ear.places if turn.heard.owns else ()
    is_same = session.subject == turn.subject_before and (turn.heard.mode not in (INSTEAD, BESIDES) or session.subject == SELF)
    if not _names_only(turn, owned) or is_same:
        return False
    return session.turn.get(_TOPIC, _SYMPTOMS) != _SYMPTOMS or bool(turn.plan().flags)


def _names_only(turn: Turn, besides: Collection[str] = ()) -> bool:
    """Whether nothing is told but who it is, and perhaps facts `besides`: where on them."""
    heard = turn.heard
    named = all(term.fact in WHO or term.fact in besides for term in heard.said)
    return bool(heard.said or heard.mode) and named and not (heard.denied or heard.numbers)


def _moved_alarm(turn: Turn) -> Answer | None:
    """"It is for my mother" after an alarm corrects whom it is about: what was told, and the alarm, move with it."""
    session, mode = turn.session, turn.heard.mode
    corrects = mode == INSTEAD if session.alarmed == NAMED else mode in ("", INSTEAD)
    if session.subject == turn.subject_before or not session.alarmed or not corrects or not _names_only(turn, turn.guide.ear.places):
        return None
    alarmed = turn.guide.kb.infer({_TOPIC: _SYMPTOMS, **turn.facts_before})
    if not any(one.role == "flag" for one in alarmed.conclusions):
        return None
    told = {name: value for name, value in turn.facts_before.items() if name not in _STAYS}
    session.facts[session.subject] = {**told, **session.known}
    for name in told:
        session.facts[turn.subject_before].pop(name, None)
    session.turn = {_TOPIC: _SYMPTOMS}
    return turn.answer()


def _about_symptoms(turn: Turn, said: str) -> Answer | None:
    """What symptoms by themselves call for."""
    topic: Facts = {_TOPIC: _SYMPTOMS, **_heard_all(turn)}
    if turn.intent == "AboutMeIntent" or not any(not change.denied for change in turn.update.changes):
        return None
    before, turn.session.turn = turn.session.turn, topic
    answer = turn.answer([said] if said else [])
    if not answer:
        turn.session.turn = before
    return answer


def taken_in(turn: Turn, said: str) -> Answer:
    """Nothing is promised: it was heard, and what would they like to know? Where only a place was told, what is to be seen there?"""
    voice, subject = turn.voice, turn.session.subject
    told = {change.fact for change in turn.update.changes}
    wonders = bool(told) and told <= turn.guide.ear.places and not turn.guide.ear.complaints & turn.session.known.keys()
    if not said and subject != turn.subject_before:
        said, wonders = turned_to(turn), True
    name = "ask_notice" if wonders else "ask_open"
    return Answer((said or unheard.standing(turn) or voice("ack_plain"),), Question(voice(name), voice(f"{name}_reprompt")), more=())


def turned_to(turn: Turn) -> str:
    """Whom the talk is about from now on."""
    session = turn.session
    key = "turned_called" if session.subject == OTHER and session.called else f"turned_{session.subject}"
    return str(turn.voice(key, person=session.called))
