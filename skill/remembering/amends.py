"""What was told is set right: it is true of somebody else instead or besides, or of another place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from rules_core import FactSpec

from ..hearing.focus import is_called_child
from ..hearing.heard import Heard
from ..hearing.people import THIRD, WHO
from . import fact_values
from .changes import Change
from .session import BABY, OTHER, SELF, TOO_YOUNG, WEEKS_OLD, Facts, Session

_TOPIC, _SYMPTOMS, _AGE = "topic", "symptoms", "age_group"
BABIES = ("newborn", "infant")


def set_right(heard: Heard, session: Session, specs: Mapping[str, FactSpec], before: str) -> list[Change]:
    """Move, copy or make room as `heard` says; `before` is whom the talk was about until now.

    Nothing is moved out of a warning here, and no place of one is forgotten: a vague word takes no alarm back.
    """
    if session.alarmed and not heard.likewise:
        return []
    if heard.moves:
        return _moved(heard, session, specs, before)
    if heard.likewise:
        return _copied(session, specs)
    told = [(fact, value) for fact, value in _told_last(session, specs, session.subject) if fact in heard.replaces]
    for name in set(heard.replaces) - {fact for fact, _ in told}:
        session.known.pop(name, None)
    for fact, value in told:
        session.facts[session.subject] = _without(session.known, specs, fact, value)
    return []


def grown_up(heard: Heard, session: Session, before: str) -> Heard:
    """What was told of a baby who turns out to be no baby is kept of the child, by the same name: "six weeks, sorry, six years"."""
    older = set(heard.values(_AGE)).difference(BABIES)
    turns = before == BABY and session.subject == OTHER and heard.mode in ("", THIRD) and not heard.called
    by_name = not session.alarmed and is_called_child(session)
    if not (older and turns and (by_name or _was_younger(heard, session))):
        return heard
    told = {name: value for name, value in session.facts[BABY].items() if name not in (*WHO, WEEKS_OLD)}
    session.facts[OTHER], session.facts[BABY] = {**told, **session.facts[OTHER]}, {}
    return replace(heard, called=session.called)


def _was_younger(heard: Heard, session: Session) -> bool:
    """Whether nothing but an age is told in place of one in weeks, and nobody else is known of whom it may be."""
    only_age = not heard.denied and {term.fact for term in heard.said} <= {*WHO, _AGE}
    return only_age and WEEKS_OLD in session.facts[BABY] and set(session.facts[OTHER]) <= set(WHO)


def hand_on(session: Session, specs: Mapping[str, FactSpec], known: Facts) -> Facts:
    """What was `known` of one other without what was told last, which is now noted of the other who is talked about."""
    for fact, value in _told_last(session, specs, OTHER):
        known = _without(known, specs, fact, value)
        noted(session, specs, OTHER, fact, value)
    return known


def told_with(named: Collection[tuple[str, str]], session: Session, specs: Mapping[str, FactSpec], before: str) -> set[tuple[str, str]]:
    """What else was told with what is `named`, where that was alarming: of a fever and a stiff neck, who has the fever has both."""
    told = set(_told_last(session, specs, before)) if session.alarmed else set()
    return told.difference(named) if told.intersection(named) else set()


def _told_last(session: Session, specs: Mapping[str, FactSpec], subject: str) -> list[tuple[str, str]]:
    """What was told last of somebody, but for who it is."""
    return [(fact, value) for whom, fact, value in session.told if whom == subject and fact in specs and fact not in WHO]


def _moved(heard: Heard, session: Session, specs: Mapping[str, FactSpec], before: str) -> list[Change]:
    """What is named, or else what was told last, is the other's now; a question that the speaker asked of themselves stays theirs."""
    changes: list[Change] = []
    named = [(term.fact, term.value) for term in heard.said if term.fact in specs and term.fact not in WHO]
    for fact, value in (named or _told_last(session, specs, before)) if session.subject != before else ():
        session.facts[before] = _without(session.facts[before], specs, fact, value)
        changes += [Change(before, fact, value, denied=True), *noted(session, specs, session.subject, fact, value)]
    if changes and before == SELF and session.turn.get(_TOPIC, _SYMPTOMS) != _SYMPTOMS:
        session.subject = SELF
    return changes


def _copied(session: Session, specs: Mapping[str, FactSpec]) -> list[Change]:
    """What was told last of somebody else is so of the speaker too; how young somebody is never is."""
    told = [(fact, value) for subject, fact, value in session.told if subject != session.subject and fact in specs]
    return [
        change
        for fact, value in told
        if fact != "who" and not (fact in WHO and value in TOO_YOUNG)
        for change in noted(session, specs, session.subject, fact, value)
    ]


def noted(session: Session, specs: Mapping[str, FactSpec], subject: str, fact: str, value: str) -> list[Change]:
    """What is known of somebody now, beside what was."""
    spec, facts = specs[fact], session.facts[subject]
    if spec.type == "int":
        facts[fact] = int(value)
    else:
        facts[fact] = fact_values.told(spec, facts.get(fact), [value])
    return [Change(subject, fact, value)]


def _without(facts: Facts, specs: Mapping[str, FactSpec], fact: str, value: str) -> Facts:
    """The facts without what is somebody else's."""
    kept = None if specs[fact].type == "int" else fact_values.without(specs[fact], facts.get(fact), value)
    rest = {name: known for name, known in facts.items() if name != fact}
    return rest if kept is None else {**rest, fact: kept}
