"""What free words answer to a question of the skin check: a plain no and what is told beside it, or what a word of it means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ask_sdk_model.intent import Intent

from ..check import in_doubt
from ..free_words import said, statement
from ..guide import Guide
from ..hearing.after_no import AfterNo
from ..hearing.wordings import either
from ..language import spread
from ..lexicon.kinds import CALM
from ..presentation.asking import asked
from ..remembering.memory import retract
from ..remembering.session import UNDO, Session

NO, _YES, _LEAVE = "AMAZON.NoIntent", "AMAZON.YesIntent", "AMAZON.CancelIntent"


class Answering:
    """Reads answers by the words of the guide's language."""

    def __init__(self, guide: Guide) -> None:
        heard = guide.language.heard
        self._kb, self._ear, self._relief = guide.kb, guide.ear, guide.relief
        self._after_no = AfterNo(heard["after_no"], spread(heard["answers"][NO]), spread(heard["answers"]["UnsureIntent"]))
        leaves = heard["leaves_check"]
        away, then = either(spread(leaves["leaving"])), either(leaves["then"])
        before = either((*leaves["before"], *guide.language.turns.aside, *guide.language.turns.answering))
        rest = rf"(?P<rest>(?: (?!(?:{either(leaves['no_rest'])})\b).+)?)"
        self._leaves = re.compile(rf"(?:(?:{before}) )*(?:{away})(?: (?:{away}|{then}))*{rest}")
        self._whether, self._turned, self._asked = re.compile(leaves["whether"]), leaves["turned"], leaves["asked"]
        self._asks_word = re.compile(rf"(?:{'|'.join(spread(heard['asks_word']))}) (?P<word>[a-z' ]+?)(?: mean| means|)")

    def beside_no(self, words: str, session: Session) -> Intent | None:
        """What is told beside a plain no to a question of the check; None where there is no such answer, or anything wrong is told."""
        told = self._after_no.told(words) if session.check and session.asking else ""
        if not told or self._ear.asks(told):
            return None
        intent = statement(told)
        heard = self._ear.hear(intent)
        wrong = any(term.fact in self._ear.complaints - CALM or term.fact in session.asking for term in heard.said)
        return intent if not (wrong or heard.once or heard.over) and self._after_no.is_harmless(heard.left) else None

    def _place_instead(self, words: str, session: Session) -> Intent | None:
        """A place in place of the one told last, which is taken back: behind it a "no" answers nothing ("my cheeks"; "no, my lids")."""
        told = self._after_no.told(words) if session.check and session.asking else ""
        places = {(fact, value) for whose, fact, value in session.told if whose == session.subject}
        if not told or not places or any(fact not in self._ear.places for fact, _ in places):
            return None
        heard = self._ear.hear(statement(told))
        new = {(term.fact, term.value) for term in heard.said}
        if not new or heard.denied or heard.left or new <= places or any(fact not in self._ear.places for fact, _ in new):
            return None
        retract(session, self._kb.facts)
        return statement(told)

    def leaves(self, words: str, session: Session) -> bool:
        """Whether words say that the check is to end, and nothing besides."""
        return self._rest(words, session) == ""

    def put_plainly(self, intent: Intent, session: Session) -> Intent:
        """What an answer in free words amounts to that ends the check and goes on, puts a place right or says that an alarm was false; else
        the intent itself."""
        words = said(intent)
        if session.offer == UNDO and self._relief.affirms(words):
            return Intent(name=_YES, slots={})
        if self.leaves(words, session):
            return Intent(name=_LEAVE, slots={})
        return self._after_leaving(words, session) or self._place_instead(words, session) or intent

    def _after_leaving(self, words: str, session: Session) -> Intent | None:
        """What is said after the check was ended in one breath; a danger that may be there is cleared first."""
        rest = "" if in_doubt(self._kb, session) else self._rest(words, session)
        if not rest:
            return None
        session.check, session.asking = None, ()
        return statement(self._put_as_question(rest))

    def _put_as_question(self, rest: str) -> str:
        """What is wondered about as it would be asked: "tell me if I can pop it" is "can I pop it"."""
        lead = self._whether.match(rest)
        if not lead:
            return rest
        wondered = rest[lead.end():]
        turns = (re.sub(rf"^{said}\b", asked, wondered) for said, asked in self._turned.items())
        return next((one for one in turns if one != wondered), f"{self._asked} {wondered}")

    def _rest(self, words: str, session: Session) -> str | None:
        """What is said besides that the check is to end; None where it is not to."""
        found = self._leaves.fullmatch(words.lower().replace(",", "")) if session.check and session.asking else None
        return found["rest"].strip() if found else None

    def asks_word(self, words: str, session: Session) -> bool:
        """Whether it is asked what a word of the question means."""
        found = self._asks_word.fullmatch(words) if session.check and session.asking else None
        return found is not None and set(found["word"].split()) <= set(_words(asked(self._kb, session.asking).ask))


def _words(text: str) -> Sequence[str]:
    return re.findall(r"[a-z']+", text.lower())
