"""What was said before, heard again in the light of who it is about.

"She feels a bit cold" is no sign of a grown-up and a grave one of a newborn. The words of a few turns are kept, and heard once more behind
the person they are about as soon as that becomes known. Words that tell no sign by themselves are heard with those before them: "something
in my eye", "it was bleach". What was asked about and is told to have been used ("I already put some on") is named once more. Only signs
are added that way, and none that was denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ask_sdk_model.intent import Intent

from rules_core import FactSpec, Term

from ..facts import Ear
from ..free_words import statement
from ..hearing.heard import Heard
from ..hearing.people import INSTEAD, WHO
from ..hearing.slots import DENYING
from ..hearing.used import Used
from ..lexicon.kinds import JOINED, REACTIONS
from ..remembering.fact_values import UNKNOWN, listed
from ..remembering.session import BABY, OTHER, SELF, TOO_YOUNG, Facts, Session

MOST_KEPT, LONGEST = 3, 200
_DANGER = "EmergencyIntent"
"""What names a danger tells it, and is kept for what is told after it: "he drank the peel", "now he drools"."""
_STATEMENTS = ("TalkIntent", "SymptomIntent", _DANGER)
_PAST, _MOST_ADDED, _MOST_JOINED = "past_words", 4, 8
"""The slot of what was ("it WAS bleach"), how many words are few enough to go on with what was said before, and to be joined with it."""

_IRRITATED, _INJURED = "irritation", "injury"


class Hindsight:
    """Hears again; `persons` are the words for a baby and the young, `speaker` those by which people speak of
    themselves, `small` those that only say how much, `wards` children who
    may turn out to be babies, `elsewhere` the slots of what is not told of now: supposed, over, or corrected; `used` hears
    that what was asked about was used."""

    def __init__(self, ear: Ear, specs: Mapping[str, FactSpec], words: Mapping[str, Any], wards: Iterable[str], used: Used) -> None:
        self._used = used
        self._wards = frozenset(wards)
        self._ear, self._specs = ear, specs
        self._persons, self._speaker, self._small = words["persons"], frozenset(words["speaker"]), frozenset(words["small"])
        self._carriers: Mapping[str, str] = words["carriers"]
        self._elsewhere = frozenset(words["elsewhere"])

    def signs(self, intent: Intent, heard: Heard, session: Session, before: tuple[str, Facts]) -> Heard:
        """The signs that the words of now, and of before, tell of a baby or a child, as far as they are not known; then keeps the words."""
        self._forget(heard.denied, session)
        if heard.mode == INSTEAD and session.subject != before[0]:
            _moved_away(before[0], session)
        words, person = self._words(intent), self._person(session.subject, session.known)
        if intent.name == _DANGER:
            return self._kept(words, session)
        told = [words] if words and not (heard.subject and heard.free) else []
        if person != self._person(*before):
            told += [text for subject, text in session.words if self._may_be(subject, text, session)]
        texts = [*(f"{person} {text}" for text in told if person), *self._together(intent, heard, session)]
        if named := self._used.named(words, heard, session.turn, person):
            texts.append(f"{named} {words}")
        known = {term.id for term in (*heard.said, *heard.denied, *heard.over)}
        told_at_last = (*self._joined(words, heard, session), *(term for text in texts for term in self._hear(text, session.known)))
        found = {term.id: term for term in told_at_last if term.id not in known}
        return replace(self._kept(words, session), said=tuple(found.values()))

    @staticmethod
    def _kept(words: str, session: Session) -> Heard:
        """Nothing heard; the words are kept for what is told after them."""
        if words:
            session.words = (*session.words, (session.subject, words))[-MOST_KEPT:]
        return Heard()

    def _forget(self, denied: Iterable[Term], session: Session) -> None:
        """What is denied of whoever the talk is about is not heard again in the words that told it."""
        facts = {term.fact for term in denied}
        if facts and session.words:
            session.words = tuple(
                (subject, text) for subject, text in session.words
                if subject != session.subject or facts.isdisjoint(term.fact for term in self._hear(text, {})))

    def _together(self, intent: Intent, heard: Heard, session: Session) -> Iterator[str]:
        """The words with the last ones said of the same person, where they tell no sign and deny nothing."""
        past = (intent.slots or {}).get(_PAST)
        words = past.value if past and isinstance(past.value, str) else self._words(intent)
        tells = any(term.fact in self._ear.signs for term in heard.said) or bool(heard.denied)
        if session.words and not tells and 0 < len(words.split()) <= _MOST_ADDED and session.words[-1][0] == session.subject:
            yield f"{session.words[-1][1]} {words}"

    def _joined(self, words: str, heard: Heard, session: Session) -> Iterator[Term]:
        """What neither the words nor those before them tell alone ("he bumped his head", "he keeps falling asleep"); and a reaction to
        what was asked about before."""
        if not words or heard.denied or heard.asks or len(words.split()) > _MOST_JOINED:
            return
        before = [(text, JOINED) for subject, text in session.words[-1:] if self._may_be(subject, text, session)]
        before += [(text, REACTIONS) for text in self._used.asked(session.turn)]
        for text, facts in before:
            told = self._ear.hear(statement(text)).said
            alone, irritated = {term.id for term in told}, any(term.fact == _IRRITATED for term in told)
            joined = facts - {_INJURED} if irritated else facts  # who told of skin that peels had no burn in mind
            yield from (term for term in self._hear(f"{text} {words}", session.known) if term.fact in joined and term.id not in alone)

    def _words(self, intent: Intent) -> str:
        """The words of a statement as far as they are told, ways of speaking left out: free words, or else what its slots hold."""
        if not (intent.name or "").endswith(_STATEMENTS):
            return ""
        slots = {name: slot.value for name, slot in (intent.slots or {}).items() if isinstance(slot.value, str)}
        filled = {name: value for name, value in slots.items() if not name.startswith(DENYING)}
        if not self._elsewhere.isdisjoint(filled):
            return ""
        told = self._ear.plainly(" ".join(f"{self._carriers.get(name, '')} {value}" for name, value in filled.items()))
        return " ".join(word for word in told.split() if word.lower() not in self._small)[:LONGEST]

    def _person(self, subject: str, facts: Facts) -> str:
        age = str(facts.get("age_group"))
        return str(self._persons.get(age if age in TOO_YOUNG else subject, ""))

    def _may_be(self, subject: str, text: str, session: Session) -> bool:
        """Whether words that were taken to be about somebody else may have been about whom the talk is about now."""
        nobody = subject == SELF and self._speaker.isdisjoint(text.lower().split())
        unnamed = not session.called or session.called in self._wards
        return subject == session.subject or nobody or (subject == OTHER and session.subject == BABY and unnamed)

    def _hear(self, words: str, known: Facts) -> Iterator[Term]:
        for term in self._ear.hear(statement(words)).said:
            value, spec = known.get(term.fact), self._specs[term.fact]
            open_still = value is None or (spec.type == "multi" and UNKNOWN in listed(value) and term.value not in listed(value))
            if spec.scope == "person" and term.fact not in WHO and term.fact in self._ear.signs and open_still:
                yield term


def _moved_away(whose: str, session: Session) -> None:
    """What was said of somebody last is not heard again of them: it turned out to be another's."""
    last = next((place for place, (one, _) in reversed(tuple(enumerate(session.words))) if one == whose), None)
    session.words = tuple(one for place, one in enumerate(session.words) if place != last)
