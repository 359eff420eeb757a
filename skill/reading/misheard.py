"""A mishearing taken back outright: "I didn't say a painful eye, I said a red pimple"."""

from __future__ import annotations

from ask_sdk_model.intent import Intent

from ..free_words import statement
from ..guide import Guide
from ..hearing.wordings import plain
from ..lexicon.kinds import CALM
from ..remembering.session import Session
from ..standing import tells_of_despair
from .violence import of_violence

_RETRACT, _NO_LONGER = "RetractIntent", "NoLongerIntent"


def misheard(words: str, session: Session, guide: Guide) -> Intent | None:
    """What was never said, taken back where it is what was told last, or asked about where it is like that; None for all else.

    Nothing is where a complaint was said instead, and of despair nobody takes that.
    """
    found = guide.corrections.grammar.read("misheard", plain(words))
    if found is None or not session.told or tells_of_despair(session) or of_violence(session, guide):
        return None
    wrong, right = (guide.ear.hear(statement(found[part])).said for part in ("wrong", "told"))
    complaints = guide.ear.complaints - CALM
    if not right or any(one.fact in complaints for one in right):
        return None
    last = {one[1:] for one in session.told}
    if any((one.fact, one.value) in last for one in wrong):
        return Intent(name=_RETRACT, slots={})
    return Intent(name=_NO_LONGER, slots={}) if any(one.fact in complaints for one in wrong) else None
