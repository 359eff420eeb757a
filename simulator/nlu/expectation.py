"""What the skill's last response makes likely: an answer to an elicited slot, or a yes or no."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .words import word_list

_YES_NO = frozenset(word_list(
    "do does did are is am was were have has had can could shall should would will may might any shall ready want"))
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


@dataclass(frozen=True, slots=True)
class Expectation:
    """The state of the conversation, as far as it changes how the next sentence is understood."""

    intent: str | None = None
    slot: str | None = None
    yes_no: bool = False


NOTHING = Expectation()


def expected_after(response: Mapping[str, Any], speech: str, sent: str | None = None) -> Expectation:
    """The expectation that a response of the skill sets up; sent is the intent it responds to.

    >>> expected_after({}, "I see. Shall I go on?")
    Expectation(intent=None, slot=None, yes_no=True)
    """
    for directive in response.get("directives") or ():
        if directive.get("type") in ("Dialog.ElicitSlot", "Dialog.ConfirmSlot", "Dialog.ConfirmIntent"):
            intent = (directive.get("updatedIntent") or {}).get("name") or sent
            slot = directive.get("slotToElicit")
            return Expectation(intent, slot, directive["type"] != "Dialog.ElicitSlot" or _asks_yes_no(speech))
    return Expectation(yes_no=_asks_yes_no(speech))


def _asks_yes_no(speech: str) -> bool:
    """True where the last sentence is a question that starts with a verb."""
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(speech) if sentence.strip()]
    if not sentences or not sentences[-1].endswith("?"):
        return False
    first = re.match(r"[a-z]+", sentences[-1].lower())
    return first is not None and first.group() in _YES_NO
