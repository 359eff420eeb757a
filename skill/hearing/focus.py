"""Whom a request is about."""

from __future__ import annotations

from dataclasses import replace

from ..lexicon.kinds import CALM, LOOKS, OF_BABIES
from ..remembering.session import BABY, GAVE_BIRTH, NAMED, OPEN, OTHER, SELF, SUBJECTS, TOO_YOUNG, WEEKS_OLD, Facts, Session
from .heard import Heard
from .people import BESIDES, INSTEAD, THIRD

_NOT_GROWN = (*TOO_YOUNG, "teen")
_OF_MOTHERS = (GAVE_BIRTH, "danger_signs")
_REMOVAL, _ANOTHER = "removal", "who.other"
_OF_A_NAME = frozenset(("who", "pregnancy"))
"""What is known of somebody by the name alone."""
_LOOKS_AND_PLACES = CALM | {"site", "topic", "surface"}


def spoken_of(heard: Heard) -> Heard:
    """The same, less a person too many: "him" in free words is whoever was spoken of before, a child of some days or weeks is one baby."""
    if heard.subject == OTHER and heard.is_young and WEEKS_OLD in heard.numbers:
        return replace(heard, whose={told: tuple(BABY if one == OTHER and told != _ANOTHER else one for one in people)
                                     for told, people in heard.whose.items()})
    named = [term for term in heard.said if term.fact == "who"]
    is_him = heard.subject == OTHER and not heard.mode and not heard.called and not any(OTHER in people for people in heard.whose.values())
    if not is_him or [(term.value, term.subject) for term in named] != [(OTHER, "")]:
        return heard
    return replace(heard, subject="", mode=THIRD, said=tuple(term for term in heard.said if term not in named))


def focus(heard: Heard, session: Session, about: str, asks: bool) -> str:
    """Whom it names, else whom "she" or "I am pregnant" means, else whoever it was before.

    A denial that names nobody ("I have no pus") lifts no warning about somebody else who was named.

    Somebody who `asks` what to do without naming anybody asks for a baby or child that the talk is about, but not for
    another grown-up: "can I use it" after talk of a husband, or beside it, is the speaker's own question.
    """
    named = heard.subject or about
    if heard.mode == BESIDES and ((named == OTHER and asks) or named not in SUBJECTS):
        return SELF
    if _is_a_baby(named, heard, session):
        return BABY
    if named in SUBJECTS:
        return named
    if heard.values(GAVE_BIRTH) and session.subject != OTHER and (heard.mode == THIRD or _tells_of_the_baby(heard)):
        return BABY
    if heard.mode == THIRD and not session.third and heard.values("recent_skin_event") == [_REMOVAL]:
        return session.subject  # "she took two of them out": nobody else was named, and she is who did it
    if heard.mode == THIRD:
        if session.alarmed == OPEN and session.subject == SELF and not session.third and asks:
            return SELF  # "a man collapsed", "can he use it": nobody else fits
        return session.subject if session.subject != SELF else session.third or OTHER
    if session.subject == OTHER and session.alarmed == NAMED and heard.denied and not (heard.said or heard.is_measured or heard.of_told):
        return SELF
    hers = _OF_MOTHERS if session.subject == OTHER and _is_mother(session.known) else ()
    speaks_of_self = any(term.subject == SELF and term.fact not in (*session.asking, *hers) for term in heard.said)
    if (speaks_of_self and (session.subject == BABY or not session.check)) or _means_the_grown(heard, session):
        return SELF
    grown = session.subject == OTHER and session.known.get("age_group") not in _NOT_GROWN
    return SELF if asks and grown and not session.check else session.subject


def is_called_child(session: Session) -> bool:
    """Whether the baby of whom the talk is goes by another name, and nobody else is told of: "my grandson is two weeks old"."""
    return bool(session.called) and _OF_A_NAME.issuperset(session.facts[OTHER])


def _is_a_baby(named: str, heard: Heard, session: Session) -> bool:
    """Whether somebody else turns out to be a baby: by an age in weeks or a child's, or as another name for the one who is talked about."""
    if WEEKS_OLD in heard.numbers and (named or session.subject) == OTHER:
        return True
    renamed = session.subject == BABY and heard.renames and is_called_child(session)
    return named == OTHER and (_tells_how_old(heard, session) or renamed)


def _tells_how_old(heard: Heard, session: Session) -> bool:
    """Whether nothing but a child's age is told where a warning hangs on the age of a baby: "my baby has a fever", "he's four"."""
    if session.subject != BABY or not session.alarmed or heard.called or heard.mode not in ("", THIRD) or heard.denied or heard.numbers:
        return False
    aged = not {"age_group", WEEKS_OLD}.isdisjoint(session.known)
    return not aged and [(term.fact, term.value) for term in heard.said] == [("age_group", "child")]


def _means_the_grown(heard: Heard, session: Session) -> bool:
    """Whether people are meant who are no babies, after talk of one: "no, in adults"."""
    return session.subject == BABY and heard.mode == INSTEAD and not set(heard.values("age_group")) <= {*TOO_YOUNG}


def _is_mother(known: Facts) -> bool:
    """Whether she who is talked about is with child or was lately: what women then go through is hers."""
    return known.get("pregnancy") == "pregnant" or known.get(GAVE_BIRTH) == "yes"


def _tells_of_the_baby(heard: Heard) -> bool:
    """Whether nothing but a look is told besides a birth, or what is a sign of babies: "I had a baby last week, and he won't drink"."""
    if any(term.id in OF_BABIES for term in heard.said):
        return True
    facts = {term.fact for term in heard.said} - {GAVE_BIRTH}
    return not LOOKS.isdisjoint(facts) and _LOOKS_AND_PLACES.issuperset(facts)
