"""A warning that stands is not lowered by what is told after it of looks, places or numbers.

"I'm pregnant and I'm bleeding" - "and I have spots on my face": the spots are told besides, and the bleeding is hers as before. What would
end or lower such a warning is left out, until it is said in so many words that the sign itself is not there. An age or a length of time
may lower it: they tell what a sign means, and warnings name them ("if your baby is older").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rules_core import KnowledgeBase

from ..hearing.heard import Heard
from ..remembering.changes import Update
from ..remembering.session import Facts, Session
from ..standing import warned_level

MAY_LOWER = frozenset({"age_group", "age_weeks", "who", "pregnancy", "gave_birth", "duration_weeks", "event_weeks_ago", "care_weeks"})
"""Facts that tell what a sign means for somebody, and none of a sign itself."""


def uphold(kb: KnowledgeBase, session: Session, before: Mapping[str, Facts], heard: Heard, update: Update) -> None:
    """Leave out what would lower a warning that stood, but of a correction, a denial or an answer; that it was told stays in the update."""
    if heard.corrects or heard.moves or session.check or any(one.denied for one in update.changes):
        return
    for subject in update.subjects:
        told = {one.fact for one in update.changes if one.subject == subject} - MAY_LOWER - set(update.answered)
        if told and before[subject] and (lowering := _lowering(kb, before[subject], session.facts[subject], told)):
            session.facts[subject] = _as_before(session.facts[subject], before[subject], lowering)


def _lowering(kb: KnowledgeBase, before: Facts, now: Facts, told: Collection[str]) -> frozenset[str]:
    """The facts among those told that lower the warning; empty where none stood, it stands still, or something else lowered it."""
    stood = warned_level(kb, before)
    if not stood or warned_level(kb, now) >= stood:
        return frozenset()
    for names in (*(frozenset({name}) for name in sorted(told)), frozenset(told)):
        if warned_level(kb, _as_before(now, before, names)) >= stood:
            return names
    return frozenset()


def _as_before(now: Facts, before: Facts, names: Collection[str]) -> Facts:
    return {**{name: value for name, value in now.items() if name not in names},
            **{name: before[name] for name in names if name in before}}
