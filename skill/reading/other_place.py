"""A sign that was told of one place and is of another: "my eye is swollen" - "not my eye, sorry, my lip"."""

from __future__ import annotations

from ask_sdk_model.intent import Intent

from ..free_words import statement, words_of
from ..guide import Guide
from ..hearing.wordings import plain
from ..remembering.memory import retract
from ..remembering.session import Session
from ..standing import warned_level

_ABOUT, _RIGHT, _WRONG = "AboutMeIntent", "site", "wrong_site"


def of_other_place(intent: Intent, session: Session, guide: Guide) -> Intent:
    """The words of one place that is named in place of another, where what was told there warns: the warning goes along."""
    slots = words_of(intent)
    if intent.name != _ABOUT or set(slots) != {_RIGHT, _WRONG} or slots[_WRONG].rpartition(" ")[2].lower() not in _told_last(session):
        return intent
    if not warned_level(guide.kb, session.known):
        return intent
    own = guide.language.heard["amends"]["own_place"]
    return statement(own.format(wrong=slots[_WRONG].rpartition(" ")[2], right=slots[_RIGHT].rpartition(" ")[2]))


def is_other_place(words: str, session: Session, guide: Guide) -> bool:
    """Whether words name one place in place of another, of which something was told last."""
    found = guide.corrections.grammar.read("other_place", plain(words)) if words else None
    return found is not None and found["wrong"] in _told_last(session)


def other_place(words: str, session: Session, guide: Guide) -> Intent | None:
    """What was told last, said of the other place, with its warning; only the place where a bite tells why. None where it is none of it."""
    read = guide.corrections.grammar.read
    found, last = read("other_place", plain(words)), _told_last(session)
    if not found or found["wrong"] not in last:
        return None
    right, told = found["right"], found.get("told") or ""
    said = (right,) if read("bitten", told) is not None else (right.rpartition(" ")[2] if word == found["wrong"] else word for word in last)
    retract(session, guide.kb.facts)
    return statement(" ".join((*said, told)).strip())


def _told_last(session: Session) -> list[str]:
    """The words in which something was told last of whoever the talk is about."""
    whose, words = session.words[-1] if session.words else ("", "")
    return words.lower().split() if whose == session.subject else []
