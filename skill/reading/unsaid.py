"""What a denial takes back that names nobody: what was told last of whoever the talk is about, in the words it was told in.

"My daughter's eye is red" - "sorry, not red": the word is one of those that told her sign, so the sign is hers and is lifted. Nothing is
lifted this way from somebody who is in danger, or where the words around the denial were not heard ("I have none" is of the speaker).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from rules_core import SlotType, Term

from ..facts import Ear
from ..free_words import statement
from ..hearing.heard import Heard, unique
from ..lexicon.kinds import BURNED, BURNS_NOW, HURT_SKIN, INJURY, STINGS
from ..remembering.session import Session


class Unsaid:
    """Knows by which words the terms of a vocabulary are told, and hears what is told without some of them."""

    def __init__(self, vocabulary: Iterable[SlotType], ear: Ear, by_same_words: Callable[[str, Term, Term], bool]) -> None:
        self._ear, self._by_same_words = ear, by_same_words
        self._terms = {(term.fact, term.value): term for kind in vocabulary for term in kind.terms if term.fact in ear.signs}

    def heard(self, heard: Heard, session: Session, in_danger: Callable[[], Collection[str]], opens: bool = False) -> Heard:
        """The same with all that is denied of whoever the talk is about, by what was told of them last.

        `in_danger` tells for whom an emergency stands; it is asked only where something may be lifted. It `opens` as a correction.
        An injury is not denied where skin is told to be hurt.
        """
        if _is_hurt(heard):
            heard = replace(heard, denied=tuple(term for term in heard.denied if term.fact != INJURY))
        told = [term for whom, *one in session.told if whom == session.subject and (term := self._terms.get((one[0], one[1])))]
        if not (heard.denied and heard.free) or heard.subject or not told or session.subject in in_danger():
            return heard
        words = session.words[-1][1].lower() if session.words and session.words[-1][0] == session.subject else ""
        lifted = [term for term in told for one in heard.denied if term == one or self._tells_it(one, term, words)
                  or (opens and term.id == BURNS_NOW and _only_stings(one, heard))]
        if not lifted:
            return heard
        return replace(heard, denied=unique((*heard.denied, *(one for one in lifted if one not in heard.said))), of_told=True)

    def _tells_it(self, denied: Term, told: Term, words: str) -> bool:
        """Whether what is denied was told by words that told the other as well, or is the part of them that counts."""
        return self._is_part(denied, told, words) or self._by_same_words(words, denied, told)

    def _is_part(self, denied: Term, told: Term, words: str) -> bool:
        """Whether a word for what is denied stands among those by which something was told, and without it they tell no sign."""
        parts = (part for part in (denied.name, *denied.says) if f" {part} " in f" {words} ")
        return any(f" {part} " in f" {whole} " and not self._tells(f" {words} ".replace(f" {part} ", " "))
                   for part in parts for whole in (told.name, *told.says))

    def _tells(self, words: str) -> bool:
        heard = self._ear.hear(statement(words.strip()))
        return any(term.fact in self._ear.complaints for term in heard.said)


def _is_hurt(heard: Heard) -> bool:
    """Whether skin is told to be more than stung, which leaves an injury as it is: "it's not burned, it's RAW though"."""
    return any(term.fact in HURT_SKIN and term.id != STINGS for term in heard.said)


def _only_stings(denied: Term, heard: Heard) -> bool:
    """Whether a burn is denied and no more than a sting told in its place: "no, I mean it tingles a bit, it's not burned"."""
    return denied.id == BURNED and any(term.id == STINGS for term in heard.said)
