"""What is denied sign by sign in a skill check: kept until it is asked for, said back, and as good as a "no" where it covers a question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rules_core import KnowledgeBase

from .facts import Ear
from .presentation.asking import asked
from .remembering.changes import Change
from .remembering.check_state import Check
from .remembering.session import Facts


def noted(check: Check, changes: Iterable[Change]) -> Check:
    """The check with the signs that were denied of its person; one that is told after all is denied no more."""
    denied = dict.fromkeys(check.denied)
    for one in changes:
        if one.subject == check.subject and one.denied:
            denied[_id(one)] = None
        elif one.subject == check.subject:
            denied.pop(_id(one), None)
    return replace(check, denied=tuple(denied))


def newly(check: Check, changes: Iterable[Change], asking: Collection[str], signs: Collection[str]) -> list[Change]:
    """What was denied of the signs that the question does not ask for, and was not denied before."""
    return [one for one in changes if one.denied and one.subject == check.subject and one.fact in signs and one.fact not in asking
            and _id(one) not in check.denied]


def is_partly_denied(check: Check, facts: Iterable[str]) -> bool:
    """Whether a sign that these facts hold was denied before they are asked for."""
    names = set(facts)
    return any(one.partition(".")[0] in names for one in check.denied)


def covered(kb: KnowledgeBase, ear: Ear, check: Check, asking: Sequence[str], known: Facts) -> tuple[str, ...]:
    """The open facts of the question of which every sign that was read out has been denied, in these or in wider words.

    Whoever says that nothing bleeds has no bleeding that will not stop.
    """
    if not check.denied or len(asking) < 2:
        return ()
    named = ear.named(asked(kb, asking).ask)
    denied = [places for name, places in named if name in check.denied]
    signs = {fact: [places for name, places in named if name.partition(".")[0] == fact] for fact in asking if fact not in known}
    return tuple(fact for fact, read in signs.items() if read and all(any(one >= places for one in denied) for places in read))


def _id(change: Change) -> str:
    return f"{change.fact}.{change.value}"
