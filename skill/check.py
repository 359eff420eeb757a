"""The skin check: what has been asked, what comes next, how to go back. The rules choose the questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rules_core import KnowledgeBase, Question, Result, Screen

from .remembering.check_state import Check
from .remembering.fact_values import NONE, UNKNOWN, listed, none_of
from .remembering.session import BABY, WEEKS_OLD, Facts, Session

ENOUGH, MOST = 8, 13
"""After ENOUGH questions only those are asked that may still raise the level to GRAVE; after MOST none."""
_AGE = "age_group"
_OWN = ("wants",)
"""Not asked in a check: what people would like is theirs to say, and decides nothing about danger."""
_LATER = ("pregnancy",)
"""Asked after all else: it matters for a medicine or an active, and few of those who deny these need to be asked."""
_DENIED = frozenset({NONE, "no"})
_NOTHING = _DENIED | {UNKNOWN}
_GRAVE, _URGENT = 2, 3
"""Positions on the pack's scale: from _GRAVE a level is worth a further question, from _URGENT it cannot wait."""


def next_question(kb: KnowledgeBase, session: Session) -> Question | None:
    """The next question of the check; None when it has come to its end."""
    check = session.check
    if check is None or len(check.steps) >= MOST:
        return None
    if check.again:
        spec = kb.facts[check.again]
        return _as_put(kb, check, Question((spec.id,), spec.ask, spec.because, ()))
    result = kb.infer(session.facts[check.subject])
    closed = {*check.closed, *session.not_to_ask, *_OWN}
    return _open_one(kb, check, result, closed | set(_LATER)) or _open_one(kb, check, result, closed)


def _open_one(kb: KnowledgeBase, check: Check, result: Result, closed: set[str]) -> Question | None:
    """The next question beside these, passing over what a description left open and cannot be grave."""
    described = {name for screen in kb.screens if screen.id in check.screens and not screen.denies for name in screen.facts}
    while question := kb.next_question(result, closed):
        is_grave = _decides(kb, question, _GRAVE)
        if len(check.steps) >= ENOUGH and not is_grave:
            return None
        if is_grave or described.isdisjoint(question.facts):
            return _as_put(kb, check, question)
        closed.update(question.facts)
    return None


def _as_put(kb: KnowledgeBase, check: Check, question: Question) -> Question:
    """The question as it is put: one part of a screen that was taken apart, and for a baby the age in weeks, which tells the rest."""
    spec = kb.facts[question.facts[0]]
    if question.screen in check.screens:
        return Question((spec.id,), spec.ask, spec.because, question.decides)
    if question.facts == (_AGE,) and check.subject == BABY and WEEKS_OLD in kb.facts:
        return Question((WEEKS_OLD, _AGE), kb.facts[WEEKS_OLD].ask, spec.because, question.decides)
    return question


def left(kb: KnowledgeBase, session: Session) -> int:
    """How many questions follow the one that is put, where nothing unusual is told: found by going through them."""
    check = session.check
    assert check is not None
    known = {**session.facts, check.subject: _calm(kb, session.asking, session.facts[check.subject])}
    trial = replace(session, facts=known, check=check, asking=())
    count = 0
    while question := next_question(kb, trial):
        count += 1
        check = trial.check = asked(check, question)
        known[check.subject] = _calm(kb, question.facts, known[check.subject])
    return count


def _calm(kb: KnowledgeBase, names: Iterable[str], facts: Facts) -> Facts:
    """The facts after a "no" to each of these, or an answer that nothing more can be made of."""
    return {**{name: none_of(kb.facts[name]) for name in names}, **facts}


def was_begun(kb: KnowledgeBase, session: Session) -> bool:
    """Whether a danger question was answered as a whole, as happens in a check only."""
    return any(one.denies and set(one.facts) <= session.known.keys() for one in kb.screens)


def is_denied(kb: KnowledgeBase, screen: str) -> bool:
    """Whether a plain no denies all that this screening question asks; a description takes none."""
    return any(one.id == screen and one.denies for one in kb.screens)


def is_partly_told(kb: KnowledgeBase, session: Session, question: Question) -> bool:
    """Whether something that this screening question names was told before it is put: it is asked for what else there is."""
    facts = next((one.facts for one in kb.screens if one.id == question.screen and one.denies), ())
    return any(value not in _NOTHING for name in facts for value in listed(session.known.get(name)))


def may_be_urgent(kb: KnowledgeBase, session: Session) -> bool:
    """Whether an answer to the pending question can still raise the level so far that it cannot wait."""
    question = next_question(kb, session)
    return question is not None and _decides(kb, question, _URGENT)


def _decides(kb: KnowledgeBase, question: Question, rank: int) -> bool:
    levels = {f"level_{name}" for name in kb.levels[rank:]}
    return any(name in levels for name in question.decides)


def asked(check: Check, question: Question) -> Check:
    """The check after this question was put; none is put a third time, and a screen is taken apart after its second.

    Of a description that was taken apart only what may be grave is asked, see `next_question`."""
    again = question.facts in check.steps
    closed = (*check.closed, *question.facts) if again and not question.screen else check.closed
    screens = (*check.screens, question.screen) if question.screen in check.put else check.screens
    put = (*check.put, question.screen) if question.screen else check.put
    steps = (*check.steps, question.facts)
    return replace(check, steps=steps, closed=_unique(closed), screens=_unique(screens), screen=question.screen, put=_unique(put), again="")


def answered(check: Check, facts: tuple[str, ...], session: Session) -> Check:
    """The check after an answer to `facts`: what it settled is closed; what a screen left open is asked for once more."""
    known = session.facts[check.subject]
    return replace(check, closed=_unique((*check.closed, *(name for name in facts if name in known))))


def set_aside(kb: KnowledgeBase, check: Check, told: Iterable[str]) -> Check:
    """The check before its last question was put: something else was told, which is no answer and no refusal.

    Where nothing of the screen that stands in full is told, it has not been taken apart for it: a no still denies it as a whole."""
    facts = next((one.facts for one in kb.screens if one.id == check.screen), ())
    rest, put = (tuple(name for name in names if name != check.screen) for names in (check.screens, check.put))
    return replace(check, steps=check.steps[:-1], screens=rest if set(told).isdisjoint(facts) else check.screens, put=put)


def split(check: Check) -> Check:
    """The check with its pending screening question taken apart: each part of it is asked by itself."""
    return replace(check, screens=_unique((*check.screens, check.screen)), screen="") if check.screen else check


def doubted(kb: KnowledgeBase, session: Session, *again: str) -> Check:
    """The check with its pending screening question, where it may be urgent, in doubt until a part of it is told."""
    check = session.check
    assert check is not None
    if not may_be_urgent(kb, session):
        return check
    return replace(check, doubt=check.doubt if check.screen in check.doubt else (check.screen, *again))


def left_in_doubt(kb: KnowledgeBase, session: Session, question: Question | None) -> Screen | None:
    """The danger question in doubt of which no part is left to ask and none was told."""
    screen = in_doubt(kb, session)
    is_asked = bool(screen and question and not set(question.facts).isdisjoint(screen.facts))
    return None if is_asked else screen


def in_doubt(kb: KnowledgeBase, session: Session) -> Screen | None:
    """The danger question that was answered with a yes, or not at all, while no part of it was told."""
    check = session.check
    screen = next((one for one in kb.screens if check and one.id in check.doubt and one.denies), None)
    known = session.facts[check.subject] if check else {}
    told = screen and any(one not in _NOTHING for name in screen.facts for one in listed(known.get(name)))
    return None if told else screen


def denied_before(kb: KnowledgeBase, session: Session) -> Screen | None:
    """The danger question that was put before the one that is pending and denied as a whole; None where another was."""
    steps, known = (session.check.steps, session.facts[session.check.subject]) if session.check else ((), {})
    facts = set(steps[-2]) if len(steps) > 1 else set()
    denied = len(facts) > 1 and all(known.get(name) and _DENIED.issuperset(listed(known[name])) for name in facts)
    return next((one for one in kb.screens if one.denies and facts <= set(one.facts)), None) if denied else None


def step_back(check: Check, session: Session) -> Check:
    """The check as it was before the last question but one was answered; its answer is forgotten."""
    last = check.steps[-2:-1]
    facts = last[0] if last else ()
    for name in facts:
        session.facts[check.subject].pop(name, None)
    session.skipped = tuple(name for name in session.skipped if name not in facts)
    closed = tuple(name for name in check.closed if name not in facts)
    again = facts[0] if len(facts) == 1 else ""
    return replace(check, steps=check.steps[:-2], closed=closed, screens=(), screen="", put=(), again=again)


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
