"""A second measurement: it tells what the thermometer reads now, and takes back nothing of what it read before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .heard import Heard


class MeasuredAgain:
    """Knows by patterns of a language that something was measured once more."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._again = re.compile(rf"\b(?:{'|'.join(patterns)})\b")

    def heard(self, heard: Heard, slots: Mapping[str, str]) -> Heard:
        """The same without what a second measurement would deny: a fever that came down is watched all the same."""
        again = heard.denied and not (heard.corrects or heard.is_measured) and self._again.search(" ".join(slots.values()).lower())
        return replace(heard, denied=()) if again else heard
