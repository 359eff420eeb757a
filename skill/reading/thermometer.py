"""A normal reading after a fever, or "no fever now": of a baby it takes nothing back, for the fever that was there still counts.

But "no wait, she has no fever, I checked" sets right what was told: there never was one.
"""

from __future__ import annotations

from dataclasses import replace

from ask_sdk_model.intent import Intent

from rules_core import Term

from ..free_words import said, statement
from ..guide import Guide
from ..hearing.heard import Heard
from ..hearing.wordings import plain
from ..remembering.fact_values import listed
from ..remembering.session import BABY, OTHER, Session
from .misread import measured


class Thermometer:
    """Hears by the ear of the guide; what a normal reading denies is a fever, in the words of its language."""

    def __init__(self, guide: Guide) -> None:
        self._ear = guide.ear
        words = guide.language.heard["temperature"]
        self._fever = frozenset(term.id for term in guide.ear.hear(statement(words["normal"])).denied)
        amends, self._corrections = guide.language.heard["amends"], guide.corrections
        self._denials, self._denial_ends = frozenset(amends["denials"]), tuple(amends["denial_ends"])
        self._measuring, self._numbers = words["reading"], frozenset(guide.language.heard["numbers"])

    def heard(self, intent: Intent, heard: Heard, session: Session, amid: bool, mistaken: bool = False) -> Heard:
        """The same, without what a later reading denies of a baby who had a fever; a reading that was misread is set right.

        Nor does "she has no fever now" end what it is told `amid`: an emergency of a baby. The words say that it was `mistaken` where they
        open as a correction and do not tell how she is by now.
        """
        of_baby = heard.subject in ("", BABY, OTHER) and session.subject == BABY and self._has_fever(session)
        if heard.is_measured or not of_baby:
            return heard
        if mistaken and self._denies(heard.denied) and self._in_words(said(intent)):
            return replace(heard, is_measured=True)
        if not self._reads(intent, heard) and not (amid and self._denies(heard.denied)):
            return heard
        only = all(term.fact not in self._ear.complaints for term in heard.said)  # a sign beside it is what the answer is about
        return replace(heard, denied=tuple(term for term in heard.denied if term.id not in self._fever), reads_normal=only)

    def _in_words(self, words: str) -> bool:
        """Whether a correction says no or not, after the words with which it opens: a figure alone may be a later reading."""
        told = (self._corrections.after_opening(plain(words)) or plain(words)).split()
        return any(word in self._denials or word.endswith(self._denial_ends) for word in told)

    def _has_fever(self, session: Session) -> bool:
        known = session.facts[BABY]
        return any(value in listed(known.get(fact)) for fact, _, value in (one.partition(".") for one in self._fever))

    def _reads(self, intent: Intent, heard: Heard) -> bool:
        """Whether a normal temperature was read, or a figure told that is one on a thermometer."""
        words = said(intent)
        tells_number = any(sign.isdigit() for sign in words) or not self._numbers.isdisjoint(words.lower().split())
        if self._denies(heard.denied):
            return bool(words) and (tells_number or self._measuring in heard.left)
        if heard.said or not tells_number:
            return False
        reads = self._ear.hear(measured(words))
        return self._denies(reads.denied) and not reads.said

    def _denies(self, terms: tuple[Term, ...]) -> bool:
        return any(term.id in self._fever for term in terms)
