"""Pieces of what the pack says, named so that a session can keep what is still to be said: ``use_acid:because``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rules_core import KnowledgeBase, UnknownIdError

from .limits import word_count

SAY, BECAUSE, HOLD, MORE = "say", "because", "hold", "more"


@dataclass(frozen=True)
class Piece:
    """One thing to say, which conclusion it belongs to, and where it stands in an answer."""

    name: str
    text: str
    place: int = 0

    @property
    def words(self) -> int:
        """Spoken words."""
        return word_count(self.text)


class Pieces:
    """The texts of a pack as pieces, their blanks filled from one question's facts."""

    def __init__(self, kb: KnowledgeBase, facts: Mapping[str, Any]) -> None:
        self._kb = kb
        self._facts = facts

    def piece(self, conclusion: str, part: str, place: int = 0) -> Piece:
        """The say, because or hold of a conclusion; its text is empty where the pack has none."""
        text = getattr(self._kb.text(conclusion, facts=self._facts), part)
        return Piece(f"{conclusion}:{part}", text, place)

    def more(self, conclusion: str) -> tuple[Piece, ...]:
        """The further pieces of a conclusion, in order."""
        texts = self._kb.text(conclusion, facts=self._facts).more
        return tuple(Piece(f"{conclusion}:{MORE}.{number}", text) for number, text in enumerate(texts))

    def named(self, name: str) -> Piece | None:
        """The piece of that name; None when the pack has no such piece (any more)."""
        conclusion, _, part = name.partition(":")
        part, _, number = part.partition(".")
        try:
            if part == MORE:
                return self.more(conclusion)[int(number)]
            return self.piece(conclusion, part) if part in (SAY, BECAUSE, HOLD) else None
        except (UnknownIdError, ValueError, IndexError):
            return None

    def shown(self, conclusion: str) -> str:
        """The card's text of a conclusion."""
        text = self._kb.text(conclusion, facts=self._facts)
        return text.show or text.say


def fill(pieces: Iterable[Piece], room: int) -> tuple[list[Piece], list[Piece]]:
    """The pieces that fit into the room, first come first served, and those that do not."""
    said: list[Piece] = []
    left: list[Piece] = []
    for piece in pieces:
        if piece.text and piece.words <= room:
            room -= piece.words
            said.append(piece)
        elif piece.text:
            left.append(piece)
    return said, left


def total(pieces: Iterable[Piece]) -> int:
    """Spoken words of all the pieces."""
    return sum(piece.words for piece in pieces)


def names(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """What the pieces are called, each once; those that have no name are left out."""
    return tuple(dict.fromkeys(piece.name for piece in pieces if piece.name))
