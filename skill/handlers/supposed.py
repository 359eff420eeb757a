"""What if: a sign that is only supposed is answered as if it were there, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from rules_core import FactSpec, Term

from ..hearing.heard import unique
from ..hearing.people import WHO, named
from ..presentation.answer import Answer
from ..presentation.closing import anything_else
from ..presentation.limits import WORDS_A_TURN
from ..remembering import fact_values
from ..remembering.changes import NO
from ..remembering.session import BABY, SELF, Facts
from ..standing import top_flag
from ..turn import Turn
from .base import Conversation
from .knowledge import answer_question

_PREGNANCY, _BREASTFEEDING = "pregnancy", "breastfeeding"
_STAYS = (*WHO, "age_weeks", "pregnancy", "medicines", "recent_skin_event", "event_weeks_ago")
"""What is known of somebody and bears on a sign that is only supposed: a scab after a removal is no scab out of nowhere."""
_AGE, _WEEKS, _WHO, _BABIES = "age_group", "age_weeks", "who", ("newborn", "infant")
_TOPIC, _SYMPTOMS, _SIGNS = "topic", "symptoms", "red_flags"


def _as_if(turn: Turn, supposed: Facts, opening: str) -> Answer | None:
    """The last question answered as if that were so of whoever the talk is about; nothing of it stays. None where nothing was asked."""
    known = turn.session.known
    kept = dict(known)
    known.update(supposed)
    answer = turn.answer([opening], asks=False) if turn.session.turn.get(_TOPIC, _SYMPTOMS) != _SYMPTOMS else None
    known.clear()
    known.update(kept)
    return answer


def _with(turn: Turn, whom: str, supposed: Iterable[Term]) -> Facts:
    """Who somebody is, with what is supposed of them: the facts of a statement."""
    facts: Facts = {_TOPIC: _SYMPTOMS}
    facts |= {name: value for name, value in turn.session.facts[whom].items() if name in _STAYS}
    for term in supposed:
        spec = turn.guide.kb.facts[term.fact]
        if spec.scope == "person":
            facts[term.fact] = fact_values.told(spec, facts.get(term.fact), [term.value])
    return facts


def _under_other_conditions(turn: Turn, whom: str, facts: Facts) -> Answer | None:
    """The last question again where what is supposed is no sign but how somebody is ("what if I was pregnant"), and all is calm."""
    known = turn.session.facts[whom]
    other = {name: value for name, value in facts.items() if name != _TOPIC and known.get(name) != value}
    calm = whom == turn.session.subject and not turn.plan().flags and turn.guide.ear.signs.isdisjoint(other)
    return _as_if(turn, other, turn.voice("as_if")) if other and calm else None


def _of_age(turn: Turn, supposed: Iterable[Term]) -> Answer:
    """The last question again, or what was told, as it would be for somebody of that age; what is known of them counts too."""
    known, voice = turn.session.known, turn.voice
    kept, ages = dict(known), {term.fact: term.value for term in supposed if term.fact == _AGE}
    known.pop(_WEEKS, None)
    known.update(ages | ({_WHO: BABY} if ages.get(_AGE) in _BABIES else {}))
    answer = turn.answer([voice("as_if")], asks=False, name_first=True)
    if answer and turn.plan().flags:
        answer = replace(answer, lines=(voice("as_if"), *answer.lines), question=anything_else(voice), more=())
    known.clear()
    known.update(kept)
    return answer or Answer((voice("ack_plain"),), anything_else(voice), more=())


def _other_than_no(spec: FactSpec) -> str:
    """What is so where "no" is not: the value that asks for the most care stands first."""
    return next(one for one in fact_values.choices(spec) if one not in (NO, fact_values.NONE))


def _opposite(turn: Turn) -> tuple[Term, ...]:
    """What was told last not to be so, where nothing is named: "I'm not pregnant", "and what if I was"."""
    session, kb = turn.session, turn.guide.kb
    if not turn.heard.whole:
        return ()
    told = [(fact, value) for whom, fact, value in session.ruled_out if whom == session.subject]
    told = told or [(fact, NO) for fact, value in session.known.items() if value == NO][-1:]
    meant = {(fact, _other_than_no(kb.facts[fact]) if value == NO else value) for fact, value in told}
    return unique(term for kind in kb.vocabulary() for term in kind.terms if (term.fact, term.value) in meant)


class AfterBirth(Conversation):
    """"And when the baby is here": the last question as it would be for somebody who breastfeeds; what is so now stays as it is."""

    intents: ClassVar[frozenset[str]] = frozenset({"AfterBirthIntent"})

    def reply(self, turn: Turn) -> Answer:
        session, voice = turn.session, turn.voice
        if session.subject == BABY:
            session.subject = SELF
        standing = turn.first_things()
        answer = _as_if(turn, {_PREGNANCY: _BREASTFEEDING}, voice("after_birth"))
        return answer or Answer((*standing, voice("ack_plain")), anything_else(voice), more=())


class WhatIf(Conversation):
    """Says the warning that a supposed sign would be; where it would be none, what the warning signs are."""

    intents: ClassVar[frozenset[str]] = frozenset({"SupposedTalkIntent"})

    def reply(self, turn: Turn) -> Answer:
        kb, voice, session = turn.guide.kb, turn.voice, turn.session
        supposed = turn.heard.supposed or _opposite(turn)
        if supposed and all(term.fact in WHO for term in supposed):
            return _of_age(turn, supposed)
        whom = next((person for term in supposed if (person := named(term))), session.subject)
        facts = _with(turn, whom, supposed)
        result = kb.infer(facts)
        flag = top_flag(kb, result)
        if not flag and (answer := _under_other_conditions(turn, whom, facts)):
            return answer
        if not flag:
            session.turn = {_TOPIC: _SIGNS}
            return answer_question(turn, voice("supposed_calm") if any(term.fact in turn.guide.ear.signs for term in supposed) else "")
        text = kb.text(flag, facts=result.facts)
        lines = (*turn.first_things(), voice("supposed"), text.say)
        answer = Answer((*lines, text.because), anything_else(voice), more=())
        return answer if answer.words <= WORDS_A_TURN else replace(answer, lines=lines)
