"""A sign that "was last week", of somebody who is fine now: when it was is set right, whatever is told in the same breath."""

from __future__ import annotations

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import said, words_of
from ..guide import Guide
from ..hearing.wordings import plain
from ..lexicon.kinds import CALM
from ..remembering.amends import BABIES
from ..remembering.session import BABY, Session

_WAS, _OVER, _THIRD, _AGE = "CorrectionTalkIntent", "corrected_words", "third_words", "age_group"


def long_over(intent: Intent, session: Session, guide: Guide) -> Intent:
    """The intent, or the correction that its words are; a young baby's fever is never too long ago to tell a doctor."""
    of_third = words_of(intent).get(_THIRD, "")
    lead = guide.language.heard["relief"]["carriers"][_THIRD]
    words = plain(said(intent) or (f"{lead} {of_third}" if of_third else ""))
    if not tells_when(words, guide) or not session.told:
        return intent
    was = Intent(name=_WAS, slots={_OVER: Slot(name=_OVER, value=words)})
    heard = guide.ear.hear(was)
    ages = set(heard.values(_AGE))
    is_baby = bool(ages.intersection(BABIES)) or (session.subject == BABY and not ages)
    complains = any(one.fact in guide.ear.complaints - CALM for one in heard.said)
    return intent if is_baby or complains or not heard.over else was


def tells_when(words: str, guide: Guide) -> bool:
    """Whether words say that a sign was long ago, and perhaps how somebody is by now or how old."""
    return any(guide.corrections.grammar.read(name, plain(words)) is not None for name in ("long_over", "dated_only"))
