"""A sign that was told of one place and is of another: "my eye is swollen" - "not my eye, sorry, my lip"."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ask_sdk_model.intent import Intent

from ..free_words import statement
from ..guide import Guide
from ..hearing.wordings import plain
from ..remembering.memory import retract
from ..remembering.session import Session


def other_place(words: str, session: Session, guide: Guide, in_danger: Callable[[], Collection[str]]) -> Intent | None:
    """What was told last, said of the other place; only the place where a bite tells why. None where it is none of it.

    What was told is taken back, but nobody's emergency.
    """
    read = guide.corrections.grammar.read
    found, last = read("other_place", plain(words)), _told_last(session)
    if not found or found["wrong"] not in last or session.subject in in_danger():
        return None
    right, told = found["right"], found["told"]
    said = (right,) if read("bitten", told) is not None else (right.rpartition(" ")[2] if word == found["wrong"] else word for word in last)
    retract(session, guide.kb.facts)
    return statement(" ".join((*said, told)).strip())


def _told_last(session: Session) -> list[str]:
    """The words in which something was told last of whoever the talk is about."""
    whose, words = session.words[-1] if session.words else ("", "")
    return words.lower().split() if whose == session.subject else []
