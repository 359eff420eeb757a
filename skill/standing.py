"""Emergencies that stand: what to do about them is said before anything else, whoever is being talked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import NamedTuple

from rules_core import KnowledgeBase, Result

from .presentation.plan import make_plan
from .presentation.reasons import told_facts
from .presentation.voice import Voice
from .remembering.fact_values import listed
from .remembering.session import OTHER, SELF, SUBJECTS, Facts, Session

_TOPIC, _SYMPTOMS = "topic", "symptoms"
_SEES, _STEP = "see_", "step_"
DANGER = "danger_signs"
OUTSIDE = (DANGER, "outside")
"""The danger of which only that is known: an emergency outside the subject."""
SELF_HARM, BLEEDING, LONG = (DANGER, "self_harm"), (DANGER, "bleeding_on"), (DANGER, "minutes_on")
OF_DESPAIR = (SELF_HARM, (DANGER, "harm_child"))
"""What no vague word and no jest takes back."""
VIOLENCE = (DANGER, "violence")
EVENTS = (OUTSIDE, SELF_HARM, (DANGER, "overdose"), (DANGER, "swallowed"), (DANGER, "object"), VIOLENCE)
"""Dangers that are over for this talk once help is called: they happened, and are no sign that somebody still has."""


class StandingWarning(NamedTuple):
    """Who is warned, what to do in short, and the warning in full."""

    subject: str
    step: str
    warning: str


def top_flag(kb: KnowledgeBase, result: Result) -> str:
    """The most important warning of a result; empty where there is none."""
    return next(iter(make_plan(kb, result).flags), "")


def step_of(kb: KnowledgeBase, result: Result, flag: str) -> str:
    """What to do about a warning in a sentence or two: its own (`step_x` for `see_x`), or else that of its level."""
    level = f"level_{result.level}"
    return own_step(kb, flag) or (kb.text(level).say if level in kb.entries else "")


def own_step(kb: KnowledgeBase, flag: str) -> str:
    """What a warning asks for that its level does not; empty where it asks for nothing of its own."""
    own = _own(flag)
    return kb.text(own).say if own in kb.entries else ""


def _own(flag: str) -> str:
    return _STEP + flag.removeprefix(_SEES)


def despairs(facts: Facts) -> bool:
    """Whether somebody of whom these facts are known does not want to live, or may harm a child."""
    return any(value in listed(facts.get(fact)) for fact, value in OF_DESPAIR)


def tells_of_despair(session: Session) -> bool:
    """Whether what was told last is that somebody does not want to live, or may harm a child."""
    return any(told[1:] in OF_DESPAIR for told in session.told)


def anybody_despairs(session: Session) -> bool:
    """Whether anybody who was talked about does not want to live, or may harm a child."""
    return any(map(despairs, session.facts.values()))


def own_steps(kb: KnowledgeBase, result: Result, flags: Sequence[str]) -> list[str]:
    """What warnings after the first ask for of their own, where they stand on something else that was told; one number helps in despair."""
    told = set(told_facts(kb, result, flags[0]))
    told |= set(OF_DESPAIR) if told.intersection(OF_DESPAIR) else set()
    asked = [flag for flag in flags[1:] if _own(flag) in result]  # nobody presses on an eye that bleeds
    return [own_step(kb, flag) for flag in asked if not told.issuperset(told_facts(kb, result, flag))]


def is_emergency(kb: KnowledgeBase, result: Result) -> bool:
    """Whether a result is a warning of the highest level there is."""
    return bool(kb.levels) and result.level == kb.levels[-1] and bool(top_flag(kb, result))


def first_things(standing: Iterable[StandingWarning], session: Session, voice: Voice, told_of: str = "", speech: str = "") -> list[str]:
    """What to do about each emergency that stands, but for that of whom one is told of now and what stands in the speech already.

    "She" who was never named may be the one who is told of. Nothing is said again of those for whom help was called.
    """
    every = tuple(one for one in standing if one.subject not in session.helped)
    told = {told_of, *(one.subject for one in every if one.step in speech or one.warning in speech)} - {""}
    told |= {OTHER} if told and not session.called else set()
    return [_line(one.subject, session, one.step, voice) for one in every if one.subject not in told]


def left_behind(kb: KnowledgeBase, session: Session, before: str, voice: Voice) -> list[str]:
    """What to do about a same-day warning of somebody else, where the talk turns from them to the speaker."""
    left = _warned(kb, OTHER, session.facts[OTHER], kb.levels[-2:-1]) if (session.subject, before) == (SELF, OTHER) else None
    return [_line(OTHER, session, left.step, voice)] if left else []


def emergencies(kb: KnowledgeBase, facts_of: Mapping[str, Facts]) -> Iterator[StandingWarning]:
    """The emergencies of all whose facts are given, in the order of the subjects."""
    yield from filter(None, (_warned(kb, subject, facts_of[subject], kb.levels[-1:]) for subject in SUBJECTS))


def warned_level(kb: KnowledgeBase, facts: Facts) -> int:
    """How high somebody's facts warn, told as a statement: 2 for an emergency, 1 for the same day, 0 for all below."""
    levels = kb.levels[-2:]
    if not facts or not levels or _SYMPTOMS not in kb.facts[_TOPIC].values:
        return 0
    result = kb.infer({_TOPIC: _SYMPTOMS, **facts})
    return levels.index(result.level) + 1 if result.level in levels and top_flag(kb, result) else 0


def would_ease(kb: KnowledgeBase, session: Session, subject: str, take_back: Callable[[Session], object]) -> bool:
    """Whether somebody's warning would be lower if what is taken back were not so; the session itself stays as it is."""
    if not (level := warned_level(kb, session.facts[subject])):
        return False
    supposed = deepcopy(session)
    take_back(supposed)
    return warned_level(kb, supposed.facts[subject]) < level


def ended(stood: Iterable[StandingWarning], left: Iterable[StandingWarning]) -> tuple[str, ...]:
    """What to do about emergencies that stood and were taken back: nobody of those who are `left` has them."""
    steps = {one.step for one in left}
    return tuple(dict.fromkeys(one.step for one in stood if one.step not in steps))


def _warned(kb: KnowledgeBase, subject: str, facts: Facts, levels: Sequence[str]) -> StandingWarning | None:
    """The warning that somebody's facts are where they are told as a statement; None where it is of none of these levels."""
    if not facts or _SYMPTOMS not in kb.facts[_TOPIC].values:
        return None
    result = kb.infer({_TOPIC: _SYMPTOMS, **facts})
    flag = top_flag(kb, result) if result.level in levels else ""
    return StandingWarning(subject, step_of(kb, result, flag), kb.text(flag, facts=result.facts).say) if flag else None


def _line(subject: str, session: Session, step: str, voice: Voice) -> str:
    key = "first_called" if subject == OTHER and session.called else f"first_{subject}"
    return voice(key, step=step, person=session.called)
