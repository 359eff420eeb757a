"""One request, read: what was heard, the session it belongs to, and what follows from both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rules_core import FactSpec, Result
from rules_core import Question as Ask

from .asked_again import is_same
from .check import next_question
from .guide import Guide
from .hearing.heard import Heard
from .hearing.kin import OWN
from .hearing.people import INSTEAD
from .presentation.answer import Answer, Question
from .presentation.asking import asked, worded
from .presentation.plan import Plan, make_plan
from .presentation.voice import Voice
from .remembering.changes import Update
from .remembering.fact_values import UNKNOWN
from .remembering.session import BABY, OTHER, SELF, SUBJECTS, TOO_YOUNG, Facts, Session
from .standing import StandingWarning, emergencies, first_things, is_emergency, left_behind, step_of, top_flag

_ABOUT, _AGE, _ADULT, _CHILD, _PREGNANCY = "about_", "age_group", "adult", "child", "pregnancy"
_MOTHERS = ("pregnant", "planning", "breastfeeding")
_OF_ITSELF = ("BabyIntent", "AnimalIntent")
"""Intents that say themselves whom they are about."""


@dataclass
class Turn:
    """The state of one turn.

    `intent` is empty for requests that carry none.
    `subject_before`, `facts_before` and `asked_before` are whom and what the session was about until now, and what it asked; `stood` the
    emergencies that stood then, where something may have been taken back.
    """

    guide: Guide
    session: Session
    request: str
    intent: str = ""
    heard: Heard = field(default_factory=Heard)
    update: Update = field(default_factory=Update)
    subject_before: str = SELF
    facts_before: Facts = field(default_factory=dict)
    asked_before: Facts = field(default_factory=dict)
    result: Result | None = None
    _inferred: Mapping[str, Any] = field(default_factory=dict)
    stood: tuple[StandingWarning, ...] = ()
    _standing: tuple[StandingWarning, ...] | None = None
    _stood: Mapping[str, Facts] = field(default_factory=dict)

    @property
    def voice(self) -> Voice:
        """The skill's own sentences, variants counted in this session."""
        return Voice(self.guide.language, self.session.variants, self._called(), self.is_grown)

    @property
    def is_grown(self) -> bool:
        """Whether the person who is talked about is called like one who is no child, or is a mother or will be."""
        session = self.session
        subject = session.check.subject if session.check else session.subject
        mother = session.facts[subject].get(_PREGNANCY) in _MOTHERS and subject != BABY
        return mother or (subject == OTHER and self.guide.ear.kin.is_grown(session.called))

    def leave_open(self, names: Iterable[str], facts_of: Callable[[FactSpec], Facts]) -> str:
        """Take these facts as not known, but for the age of somebody who is no child; what to do about it if only one was asked for."""
        specs, names = self.guide.kb.facts, tuple(names)
        grown = _AGE in names and self.is_grown
        for name in names:
            facts_of(specs[name]).setdefault(name, _ADULT if name == _AGE and grown else UNKNOWN)
        if len(names) != 1:
            return ""
        return self.voice("unsure_grown", whom=self._called()) if grown else specs[names[0]].unsure

    def _called(self) -> str:
        """How the person is called who is talked about; empty for the speaker."""
        said, session = self.guide.language.said["whom"], self.session
        subject = session.check.subject if session.check else session.subject
        if subject == OTHER and session.called:
            return str(said["called"].format(person=session.called))
        return str(said.get(subject, ""))

    def names(self) -> dict[str, str]:
        """How everybody is called in a sentence: "you", "your baby", "your sister"."""
        said, called = self.guide.language.said["ack_of"], self.session.called
        return {one: said[one] for one in SUBJECTS} | ({OTHER: said["called"].format(person=called)} if called else {})

    def worded(self, question: Ask) -> Ask:
        """The question in the words in which it is put about whoever is talked about."""
        return worded(self.guide.kb, question, self.voice)

    def infer(self, facts: Mapping[str, Any]) -> Result:
        """What the rules say to these facts; kept, since it is often asked twice in a turn."""
        if self.result is None or self._inferred != facts:
            self.result, self._inferred = self.guide.kb.infer(facts), dict(facts)
        return self.result

    def plan(self) -> Plan:
        """What the answer to the session's question consists of."""
        return make_plan(self.guide.kb, self.infer(self.session.question()), self.session.not_to_ask, self.session.apart)

    def standing_step(self) -> str:
        """What to do about a warning that stands, in one sentence; empty where none does."""
        result, kb = self.infer(self.session.question()), self.guide.kb
        flag = top_flag(kb, result)
        return step_of(kb, result, flag) if flag else ""

    def first_things(self, told_of: str = "", speech: str = "", in_short: bool = False) -> list[str]:
        """What to do about emergencies that stand, but for whom one is told of and what is said in this speech."""
        standing = self.emergencies()
        if in_short:
            standing = tuple(one._replace(step=one.step and self.voice("first_in_short")) for one in standing)
        return first_things(standing, self.session, self.voice, told_of, speech)

    def emergencies(self) -> tuple[StandingWarning, ...]:
        """The emergencies that stand; kept, since an answer asks for them as it is made and once more before it is said."""
        if self._standing is None or self._stood != self.session.facts:
            self._stood = {subject: dict(facts) for subject, facts in self.session.facts.items()}
            self._standing = tuple(emergencies(self.guide.kb, self._stood))
        return self._standing

    def emergency(self) -> StandingWarning | None:
        """The emergency that is talked about, or else the first that stands and has no help yet; None where there is none."""
        every = self.emergencies()
        about = [one for one in every if one.subject == self.session.subject]
        return next(iter((*about, *(one for one in every if one.subject not in self.session.helped))), None)

    def of_theirs(self, text: str) -> str:
        """The text as it is said of a baby that is not the speaker's: "the baby" for "your baby"."""
        for yours, theirs in self.guide.language.said["not_yours"].items() if self.session.kin not in ("", OWN) else ():
            text = text.replace(yours, theirs)
        return text

    def pending_ask(self) -> Ask:
        """The question that was put last, by its screen or its fact."""
        return self.worded(asked(self.guide.kb, self.session.asking))

    def answer(self, opening: Sequence[str] = (), asks: bool = True, name_first: bool = False, short: bool = False) -> Answer | None:
        """The answer to the session's question, or None when there is nothing to say.

        With `name_first` whom it is about is said before the opening, else after it; with `short` the safety net makes room for the reason.
        """
        kb, result = self.guide.kb, self.infer(self.session.question())
        first = self.first_things(self.session.subject if is_emergency(kb, result) else "")
        first += left_behind(kb, self.session, self.subject_before, self.voice) if not top_flag(kb, result) else []
        whom = [*first, *(self.whom() or ([self.voice("about_then")] if first and not top_flag(kb, result) else []))]
        lines = [*whom, *opening] if name_first or first else [*opening, *whom]
        skipped, before = self.session.not_to_ask if asks else None, self.session.last.speech if self.session.last else ""
        same, then = self.voice("said_again") if is_same(self) else "", self.check_question()
        return self.guide.composer.answer(result, self.voice, lines, skipped, then, whom, self.session.apart, before, same, short)

    def resumed(self, answer: Answer) -> Answer:
        """The answer, leading back to the skin check where one is under way and it asks for nothing itself."""
        if answer.question is None or answer.question.asking:
            return answer
        question = self.check_question()
        return replace(answer, question=question) if question else answer

    def check_question(self) -> Question | None:
        """The question of the skin check to come back to, the one that is open still if there is one; None where none is under way."""
        session = self.session
        if session.check is None:
            return None
        if any(name not in session.facts[session.check.subject] for name in session.asking):
            question: Ask | None = self.pending_ask()
        else:
            question = next_question(self.guide.kb, session)
            question = self.worded(question) if question else None
            session.check = replace(session.check, screen=question.screen if question else "")
        if question is None:
            return None
        ask = self.voice("check_resume", ask=question.ask)
        return Question(ask, self.voice("check_reprompt"), question.facts, about=session.check.subject)

    def still_held(self) -> bool:
        """Whether the same verdict that waited for an answer before this turn waits for another one now."""
        before = self.guide.kb.infer({**self.session.turn, **self.facts_before})
        then, now = make_plan(self.guide.kb, before), self.plan()
        if now.flags or not (then.verdicts and now.verdicts) or self.session.subject != self.subject_before:
            return False
        return then.verdicts[0].held and then.verdicts[0].id == now.verdicts[0].id and bool(now.verdicts[0].missing)

    def whom(self) -> list[str]:
        """Names the subject when it was carried over, turned back to the speaker unsaid, or is somebody in place of another."""
        session, handed_on = self.session, self.heard.moves and any(one.denied for one in self.update.changes)
        if (session.subject == self.heard.subject and (self.heard.mode != INSTEAD or handed_on)) or self.intent in _OF_ITSELF:
            return []
        return [] if session.subject == SELF and self.subject_before != OTHER else [self.subject_named()]

    def subject_named(self) -> str:
        """Whom the talk is about, as it is said before an answer: "For your husband:"."""
        session = self.session
        if session.subject == OTHER and session.called:
            return self.voice("about_called", person=session.called)
        return self.voice(_ABOUT + (_CHILD if session.subject == OTHER and session.known.get(_AGE) in TOO_YOUNG else session.subject))
