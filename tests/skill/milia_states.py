"""States a conversation on the milia pack can be in, and a way to try something in a state without leaving it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from rules_core import KnowledgeBase
from skill.app import Handler
from tests.skill.talk import Talk

Prepare = Callable[[Talk], object]


def _in_check(talk: Talk) -> None:
    talk("SkinCheckIntent")
    talk("AMAZON.NoIntent")


def _late_in_check(talk: Talk) -> None:
    _in_check(talk)
    talk("AboutMeIntent", circumstance="thirty two years old")
    talk("AboutMeIntent", site="cheek")


def _twice_lost(talk: Talk) -> None:
    talk("AMAZON.FallbackIntent")
    talk("AMAZON.FallbackIntent")


STATES: dict[str, Prepare] = {
    "nothing said": lambda talk: None,
    "opened": lambda talk: talk.launch(),
    "after an answer": lambda talk: talk("ContagiousIntent"),
    "a question pending": lambda talk: talk("ProductIntent", ingredient="retinol"),
    "an offer pending": lambda talk: talk("ExplainIntent"),
    "in the routine": lambda talk: talk("HomeCareIntent", step="cleansing"),
    "at the start of a check": lambda talk: talk("SkinCheckIntent"),
    "in a check": _in_check,
    "late in a check": _late_in_check,
    "after a warning": lambda talk: talk("SymptomIntent", symptom="pus"),
    "after an emergency elsewhere": lambda talk: talk("EmergencyIntent"),
    "about a baby": lambda talk: talk("BabyIntent", who="newborn"),
    "about somebody else": lambda talk: talk("AboutMeIntent", who="my husband", circumstance="eczema"),
    "lost": _twice_lost,
    "after help": lambda talk: talk("AMAZON.HelpIntent"),
}


class Branch:
    """A conversation that stands still: each `talk` goes on from it anew."""

    def __init__(self, handler: Handler, kb: KnowledgeBase, prepare: Prepare) -> None:
        self._handler, self._kb = handler, kb
        talk = self._fresh({})
        prepare(talk)
        self.attributes: Mapping[str, Any] = talk.attributes
        self.last = talk

    def talk(self) -> Talk:
        """A conversation in this state."""
        return self._fresh(copy.deepcopy(dict(self.attributes)))

    def _fresh(self, attributes: dict[str, Any]) -> Talk:
        talk = Talk(self._handler, self._kb)
        talk.attributes = attributes
        return talk
