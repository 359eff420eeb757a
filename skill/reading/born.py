"""A birth that a baby or child is told of with is its own: "my baby has had them since birth" tells how long, not that she gave birth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ask_sdk_model.intent import Intent

from rules_core import SlotType

from ..free_words import words_of
from ..hearing.heard import Heard, unique
from ..hearing.kin import Kin
from ..hearing.wordings import either
from ..remembering.session import BABY, GAVE_BIRTH, SELF, Session


class Born:
    """Hears by the words of a language: `since` are those of a birth that may be either's, `own` is the sign that it is the child's,
    and `speaker` those of a mother who tells of herself as well: she may have given birth."""

    def __init__(self, vocabulary: Iterable[SlotType], kin: Kin, words: Mapping[str, Sequence[str]]) -> None:
        self._speaker = frozenset(words["speaker"])
        self._kin, self._since = kin, re.compile(rf"\b(?:{either(words['since'])})\b")
        self._own = tuple(term for kind in vocabulary for term in kind.terms if term.id in words["own"])

    def heard(self, intent: Intent, heard: Heard, session: Session) -> Heard:
        """The same, with the birth as that of the baby or child who is told of; whoever is grown, or the speaker, may have given birth."""
        subject, called = heard.subject or session.subject, heard.called or session.called
        is_childs = subject == BABY or (subject != SELF and bool(called) and not self._kin.is_grown(called))
        words = " ".join(words_of(intent).values()).lower()
        tells_of_self = not self._speaker.isdisjoint(words.split())
        if tells_of_self or not (is_childs and heard.values(GAVE_BIRTH) and self._since.search(words)):
            return heard
        return replace(heard, said=unique((*heard.without(GAVE_BIRTH).said, *self._own)))
