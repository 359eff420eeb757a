"""What happened while something was done is told whole: "I was MIXING CEMENT AND SOME OF IT SPLASHED IN MY EYE" is nothing of the past."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ask_sdk_model.intent import Intent

from ..free_words import statement, words_of

_PAST, _WORDS = "PastTalkIntent", "past_words"


class Narrated:
    """Reads by the words of a language: `doing` is a pattern of what was done as it happened, `was` what stands before it."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._doing, self._was = re.compile(words["doing"]), words["was"]

    def told(self, intent: Intent) -> Intent:
        """The statement, where the slot of what was holds what happened while something was done; else the intent itself."""
        words = words_of(intent).get(_WORDS, "") if intent.name == _PAST else ""
        return statement(f"{self._was} {words}") if self._doing.match(words.lower()) else intent
