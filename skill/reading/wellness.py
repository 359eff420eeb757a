"""That somebody is well, told in a skill check beside something else: "she's five weeks old and she's doing fine"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rules_core import SlotType

from ..hearing.heard import Heard
from ..remembering.session import Session

_WELL = "unwell.none"


class Wellness:
    """Reads by patterns of a language: who (`who`) is (`how`) `well`, before `after` or the end; beside one of `never` it is not so plain.

    It rules out that they are ill, and no other sign.
    """

    def __init__(self, vocabulary: Iterable[SlotType], words: Mapping[str, Sequence[str]]) -> None:
        self._terms = tuple(term for kind in vocabulary for term in kind.terms if term.id == _WELL)[:1]
        who, how, well, after = ("|".join(words[name]) for name in ("who", "how", "well", "after"))
        self._well = re.compile(rf"\b(?:{who})(?: (?:{how}))* (?:{well})(?=$| (?:{after})\b)")
        self._never = re.compile(rf"\b(?:{'|'.join(words['never'])})\b|n't\b")

    def heard(self, heard: Heard, words: str, session: Session) -> Heard:
        """What is heard, and that they are well where an answer in a check says so, and nothing of an illness."""
        plain = words.lower().replace(",", "")
        facts = {term.fact for term in self._terms}
        is_told = bool(session.check) and self._well.search(plain) is not None and not (heard.asks or self._never.search(plain))
        return heard if not is_told or any(one.fact in facts for one in heard.said) else replace(heard, said=(*heard.said, *self._terms))
