"""Sentences that name the skill: "open milia guide", "ask milia guide if lanolin is okay"."""
from __future__ import annotations

import re

_OPENERS = r"(?:open|launch|start|run|begin|use|load|resume|talk to|speak to|play)"
_ASKERS = r"(?:ask|tell|search|have|get)"
_LINKS = r"(?:(?:to|about|if|whether|for|that|and ask|and tell me)\s+)?"
_WAKE = r"^\W*(?:(?:hey |okay )?alexa\W+)?"


class Invocation:
    """Recognises the invocation name of one skill."""

    def __init__(self, name: str) -> None:
        spoken = r"\s+".join(map(re.escape, name.split()))
        self._open = re.compile(rf"{_WAKE}{_OPENERS}\s+(?:the\s+)?{spoken}\W*$", re.IGNORECASE)
        self._ask = re.compile(rf"{_WAKE}(?:{_ASKERS}|{_OPENERS})\s+(?:the\s+)?{spoken}[\s,:]+{_LINKS}(?=\w)", re.IGNORECASE)
        self._wake = re.compile(_WAKE, re.IGNORECASE)

    def opens(self, text: str) -> bool:
        """True where the sentence only opens the skill."""
        return self._open.match(text) is not None

    def request(self, text: str) -> str:
        """The sentence without the wake word and the invocation."""
        rest = self._ask.sub("", text, count=1) if self._ask.match(text) else self._wake.sub("", text, count=1)
        return rest if rest.strip() else text
