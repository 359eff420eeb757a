"""Which tokens can fill a slot of a type: known surfaces, built-in types, open words, a whole phrase."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from .gazetteer import Gazetteer
from .interaction_model import Value
from .slot_numbers import read_number
from .slot_times import read_date, read_duration
from .text import Sentence
from .words import DETERMINERS

SEARCH_QUERY = "AMAZON.SearchQuery"
_LONGEST_BUILT_IN = 7
_LONGEST_OPEN = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """A slot filled up to a token: the text Alexa would report and what it resolves to."""

    end: int
    text: str
    values: tuple[Value, ...] | None
    is_open: bool = False


class SlotValues:
    """The choices for slots in one sentence."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, today: Callable[[], date]) -> None:
        self._sentence = sentence
        self._today = today
        self._known: dict[tuple[int, str], list[Choice]] = defaultdict(list)
        self._spans = [span for span in gazetteer.written_spans(sentence) if span.telling]
        for span in gazetteer.written_spans(sentence):
            for start in self._openings(span.start):
                text = sentence.spoken(span.start, span.end)
                self._known[start, span.type].append(Choice(span.end, text, span.values))

    def choices(self, kind: str, start: int, may_open: bool) -> Iterator[Choice]:
        """Every way to fill a slot of this type from this token on, known values first and longest."""
        if kind == SEARCH_QUERY:
            yield from self._phrases(start)
        elif kind.startswith("AMAZON."):
            yield from self._built_in(kind, start)
        else:
            yield from sorted(self._known.get((start, kind), ()), key=lambda choice: -choice.end)
            if may_open:
                yield from self._open(kind, start)

    def _openings(self, start: int) -> Iterator[int]:
        """The token itself and the determiners before it ("my eyelid" fills a slot with "eyelid")."""
        yield start
        while start > 0 and self._sentence.tokens[start - 1].word in DETERMINERS:
            start -= 1
            yield start

    def _phrases(self, start: int) -> Iterator[Choice]:
        for end in range(len(self._sentence.tokens), start, -1):
            yield Choice(end, self._sentence.spoken(start, end), None, is_open=True)

    def _open(self, kind: str, start: int) -> Iterator[Choice]:
        """Words that no entry lists, as long as none among them is listed."""
        for end in range(start + 1, min(start + _LONGEST_OPEN, len(self._sentence.tokens)) + 1):
            if any(span.type == kind and start < span.end and span.start < end for span in self._spans):
                return
            yield Choice(end, self._sentence.spoken(start, end), (), is_open=True)

    def _built_in(self, kind: str, start: int) -> Iterator[Choice]:
        words = self._sentence.words
        for end in range(min(start + _LONGEST_BUILT_IN, len(words)), start, -1):
            value = self._read(kind, words[start:end])
            if value is not None:
                yield Choice(end, value, None)

    def _read(self, kind: str, words: tuple[str, ...]) -> str | None:
        if kind in ("AMAZON.NUMBER", "AMAZON.FOUR_DIGIT_NUMBER"):
            return read_number(words)
        if kind == "AMAZON.DURATION":
            return read_duration(words)
        return read_date(words, self._today()) if kind == "AMAZON.DATE" else None
