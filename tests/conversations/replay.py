"""Plays a dialogue to the skill, and holds every turn to what the file and the house rules say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from .invariants import Invariants
from .reading import Dialogue, Step

MOST_QUESTIONS = 16


class Speaker(Protocol):
    """Somebody in conversation with the skill; each act returns the answer as the HTTP contract words it."""

    def open(self) -> Mapping[str, Any]: ...

    def say(self, text: str) -> Mapping[str, Any]: ...

    def silence(self) -> Mapping[str, Any]: ...


class Replay:
    """One dialogue under way."""

    def __init__(self, speaker: Speaker, invariants: Invariants) -> None:
        self._speaker, self._invariants = speaker, invariants
        self._answer: Mapping[str, Any] = {}
        self.heard: list[str] = []

    def play(self, dialogue: Dialogue) -> None:
        """Raise AssertionError, with the conversation so far, at the first turn that is not as it must be."""
        for step in dialogue.steps:
            try:
                self._act(step)
                _compare(self._answer, step.expected)
            except AssertionError as fault:
                raise AssertionError("\n".join([f"{fault}", "", *self.heard])) from None

    def _act(self, step: Step) -> None:
        if step.act == "open":
            self._take("(opens)", self._speaker.open())
        elif step.act == "event":
            self.heard.append(f"> ({step.words})")
            self._answer = self._speaker.silence()
            self.heard.append(self._answer["speech"])
        elif step.act == "say":
            self._take(step.words, self._speaker.say(step.words))
        else:
            self._interview(step.words)

    def _interview(self, answers: Mapping[str, str]) -> None:
        """Answer by the first of the asked facts that has an answer; each answer is given once, `else` for the rest."""
        left = dict(answers)
        for _ in range(MOST_QUESTIONS):
            asked = _asking(self._answer)
            if "check" not in _session(self._answer) or not asked:
                return
            named = next((fact for fact in asked if fact in left), "else")
            words = left.pop(named) if named != "else" else left["else"]
            self._take(words, self._speaker.say(words))
        raise AssertionError(f"more than {MOST_QUESTIONS} questions")

    def _take(self, words: str, answer: Mapping[str, Any]) -> None:
        before, self._answer = self._answer.get("speech", ""), answer
        self.heard += [f"> {words}   [{(answer['intent'] or {}).get('name')}]", answer["speech"]]
        self._invariants.check(answer, before)


def _session(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    attributes = (answer.get("response") or {}).get("sessionAttributes") or {}
    assert isinstance(attributes, Mapping)
    return attributes


def _asking(answer: Mapping[str, Any]) -> list[str]:
    return list(_session(answer).get("asking", ()))


def _compare(answer: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    speech = answer["speech"]
    for part in expected.get("says", ()):
        assert part.lower() in speech.lower(), f"not heard: {part!r}"
    for pattern in expected.get("never", ()):
        assert not re.search(pattern, speech, re.IGNORECASE), f"must not be heard: {pattern!r}"
    if "level" in expected:
        found = (answer["inference"] or {}).get("level")
        assert found == expected["level"], f"level {found}, not {expected['level']}"
    if "intent" in expected:
        found = (answer["intent"] or {}).get("name")
        assert found == expected["intent"], f"understood as {found}, not {expected['intent']}"
    asking = _asking(answer)
    assert set(expected.get("asks", ())) <= set(asking), f"asks {asking}, not {expected['asks']}"
    assert not set(expected.get("asks_not", ())) & set(asking), f"asks {asking}"
    assert answer["ended"] == expected.get("ended", answer["ended"]), f"ended: {answer['ended']}"
    for subject, facts in expected.get("known", {}).items():
        known = _session(answer).get("facts", {}).get(subject, {})
        for fact, value in facts.items():
            assert known.get(fact) == value, f"{subject}: {fact} is {known.get(fact)!r}, not {value!r}"
