"""One answer, before it becomes Alexa's JSON."""

from __future__ import annotations

from dataclasses import dataclass

from ..remembering.session import Offer
from .card import Card
from .limits import word_count


@dataclass(frozen=True)
class Question:
    """The one question that ends a turn, and what an answer to it would mean.

    `text` is empty where the lines before already end in the question, `about` is whom an answer is about where it was another in between.
    """

    text: str
    reprompt: str = ""
    asking: tuple[str, ...] = ()
    offer: Offer | None = None
    about: str = ""


@dataclass(frozen=True)
class Answer:
    """What is said in one turn. Without a question the conversation ends.

    `more` are the names of pieces left for "tell me more"; None leaves those of the answer before. `weighs` tells that somebody may act
    on it: that it is no medical advice is said with it, however often that was said.
    """

    lines: tuple[str, ...]
    question: Question | None = None
    card: Card | None = None
    more: tuple[str, ...] | None = None
    weighs: bool = False

    @property
    def speech(self) -> str:
        """Everything said, in one text."""
        return " ".join(line for line in (*self.lines, self.question.text if self.question else "") if line)

    @property
    def words(self) -> int:
        """How long it is, in spoken words."""
        return word_count(self.speech)
