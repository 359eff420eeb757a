"""What happened while something was done is told whole: "I was MIXING CEMENT AND SOME OF IT SPLASHED IN MY EYE" is nothing of the past."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ask_sdk_model.intent import Intent

from ..facts import Ear
from ..free_words import statement, words_of

_PAST, _WORDS = "PastTalkIntent", "past_words"


class Narrated:
    """Reads by the words of a language: `doing` is a pattern of what was done as it happened, `was` what stands before it."""

    def __init__(self, ear: Ear, words: Mapping[str, str]) -> None:
        self._ear = ear
        self._doing, self._was = re.compile(words["doing"]), words["was"]

    def told(self, intent: Intent) -> Intent:
        """The statement, where the slot of what was holds what happened while something was done and tells no sign by itself."""
        words = words_of(intent).get(_WORDS, "") if intent.name == _PAST else ""
        if not self._doing.match(words.lower()):
            return intent
        tells = any(term.fact in self._ear.complaints for term in self._ear.hear(intent).said)
        return intent if tells else statement(f"{self._was} {words}")
