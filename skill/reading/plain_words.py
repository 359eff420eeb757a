"""Free words that amount to an answer or a move, whatever intent they came in, and what is said around what is meant."""

from __future__ import annotations

from ask_sdk_model.intent import Intent

from ..free_words import said, statement
from ..guide import Guide
from ..handlers.skin_check import MEANING
from ..hearing.asides import Asides
from ..language import spread
from ..remembering.session import Session
from .answering import Answering


class PlainWords:
    """Reads by the words of the guide's language; `answering` knows which words are those of the question."""

    def __init__(self, guide: Guide, answering: Answering) -> None:
        heard = guide.language.heard
        self._ear, self._answering = guide.ear, answering
        self._answers, self._moves = (
            {words: name for name, ways in heard[kind].items() for words in spread(ways)} for kind in ("answers", "moves")
        )
        before, *other = (spread(heard["asides"][kind]) for kind in ("before", "after", "goes_on", "surely"))
        self._asides = Asides.of((*before, *guide.language.turns.aside), *other)

    def without_asides(self, intent: Intent) -> Intent:
        """The intent, free words of it without what is said before what is meant ("hang on, ...")."""
        whole = said(intent).lower()
        words = self._asides.without(whole)
        return intent if words == whole else statement(words)

    def amounts_to(self, intent: Intent, session: Session) -> str:
        """The intent that free words amount to when they are just "no", "not sure" or the like, or in a skill check "like what?".

        An elicited answer reaches the skill as free words, whatever was said.
        """
        words = said(intent).lower().strip(" .,!?")
        if self._ear.is_choice(words, session.asking):
            return ""
        moves = self._moves if session.check and session.asking else {}
        asked, _, last = words.rpartition(" ")
        if moves and asked and self._ear.asks(asked) and last in self._answers:  # "is she pregnant? no"
            words = last
        if self._answering.asks_word(words, session):
            return MEANING
        return str(self._answers.get(words) or moves.get(words, ""))
