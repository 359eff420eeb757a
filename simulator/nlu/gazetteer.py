"""Finds the surfaces of the slot types in a sentence."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .bygone import bygone_places
from .interaction_model import Value
from .negation import negated_places
from .supposition import intended_places, supposed_places
from .text import Sentence
from .words import LINKING, NEGATORS, STOP_WORDS, singular, stem

_WIDEST = 9
_FEW = 4
"""The most words of a sign that may stand in any order."""
_SMALL = STOP_WORDS | LINKING
_NUMBERS = frozenset(map(stem, [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "point",
]))
"""A number by itself is found only as it is written: "thirty eight bumps" is no fever."""
_WHEN_AND_HOW_MANY = frozenset(map(stem, [
    "last", "every", "day", "week", "month", "year", "night", "weekend", "ago", "today", "yesterday", "morning", "few", "couple", "two",
    "three", "bumps", "spots", "milia", "milium", "dots", "beads", "took", "taken",
]))
"""What tells nothing without the small word beside it: "had a few bumps OUT last week", "MORE every day"."""
_TAKING, _QUANTITY = frozenset(map(stem, ["took", "taken", "swallowed", "ate"])), frozenset(("all", "many", "much", "lot", "lots"))
"""Verbs of which the quantity is the point: "took my tablets" is not "took ALL my tablets"."""
_PAIR, _CAN, _FEEL = 2, "can", "feel"
_ASKING = frozenset(("what", "which", "how", "why", "who", "when", "where"))
_CLAUSES = frozenset(("but", "because", "since", "although", "while", "then"))

_PERSON, _CONDITION = "WHO", "CIRCUMSTANCE"

Words = tuple[str, ...]
Entries = dict[Words, dict[str, tuple[Value, ...]]]


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens start up to end speak of values of a slot type."""

    start: int
    end: int
    type: str
    values: tuple[Value, ...]
    telling: int
    """How many of its words carry meaning."""
    negated: bool = False
    supposed: bool = False
    is_loose: bool = False
    """True where small words stand between those of the surface."""

    @property
    def place(self) -> tuple[int, int]:
        """Where it starts and ends."""
        return self.start, self.end

    def overlaps(self, other: Span) -> bool:
        """True where both claim a token."""
        return self.start < other.end and other.start < self.end


class Gazetteer:
    """All surfaces of all custom slot types, found as written, in the other number, or with small words between."""

    def __init__(self, types: Mapping[str, tuple[Value, ...]], normalise: Callable[[str], Words], deniable: Iterable[str] = (),
                 supposable: Iterable[str] = ()) -> None:
        self._deniable = frozenset(deniable)
        self._supposable = frozenset(supposable)
        collected = [(normalise(surface), kind, value)
                     for kind, values in types.items() for value in values for surface in value.surfaces]
        self._written = _index((words, kind, value) for words, kind, value in collected)
        self._number = _index((tuple(map(singular, words)), kind, value) for words, kind, value in collected)
        self._loose = _index((key, kind, value) for words, kind, value in collected
                             if len(key := core(words)) > 1 and _tells(key) and not _counts(words, key))
        self._numb = frozenset(core(words) for words, _, _ in collected if _only_denies(words, core(words)))
        self._mixed = _index((tuple(sorted(key)), kind, value) for words, kind, value in collected
                             if kind in self._supposable and 1 < len(key := core(words)) <= _FEW and NEGATORS.isdisjoint(words)
                             and not _counts(words, key))
        self._longest = max((len(words) for words, _, _ in collected), default=0)

    def written_spans(self, sentence: Sentence) -> list[Span]:
        """Every span whose words are a surface, as written or in the other number."""
        words = sentence.words
        spans = []
        for start in range(len(words)):
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                found = self._written.get(words[start:end]) or self._number.get(tuple(map(singular, words[start:end])), {})
                spans += [Span(start, end, kind, values, len(content(words[start:end]))) for kind, values in found.items()]
        return spans

    def spans(self, sentence: Sentence, as_said: Sentence | None = None) -> list[Span]:
        """Written spans and those with small words between, what is denied or only supposed marked, the most telling first.

        Whether something is over is judged by the words as they were said, where the sentence has been rewritten.
        """
        found = {(span.start, span.end, span.type): span for span in (*self.loose_spans(sentence), *self.written_spans(sentence))}
        words = sentence.words
        negated = negated_places(words, [span.place for span in found.values() if span.type in self._deniable])
        reported = [span.place for span in found.values() if span.type in self._supposable]
        supposed = supposed_places(words, reported) | _over(as_said or sentence, sentence, reported)
        intended = intended_places(words, [span.place for span in found.values() if span.type in self._deniable])
        marked = [replace(span, negated=span.type in self._deniable and span.place in negated,
                          supposed=(span.type in self._supposable and span.place in supposed)
                          or (span.type in self._deniable and span.place in intended)) for span in found.values()]
        return sorted((span for span in marked if not _is_part(span, marked)), key=_eagerness)

    def loose_spans(self, sentence: Sentence) -> Iterator[Span]:
        """Spans with all telling words of a surface in order and only small words between them."""
        words = sentence.words
        told = [(place, stem(word)) for place, word in enumerate(words) if word not in _SMALL]
        for first in range(len(told)):
            for last in range(first + 1, min(first + 6, len(told))):
                start, end = told[first][0], told[last][0] + 1
                if end - start > _WIDEST or any(_breaks_off(words, place) for place in range(start + 1, end - 1)):
                    break
                window = tuple(word for _, word in told[first:last + 1])
                if window in self._numb and _FEEL not in words[start:end]:
                    continue
                for kind, values in self._told(window).items():
                    yield Span(start, end, kind, values, last - first + 1, is_loose=True)
                if last - first == 2 and "and" in words[start:end] and window[0] not in NEGATORS:
                    for kind, values in self._told((window[0], window[2])).items():
                        yield Span(start, end, kind, values, 2, is_loose=True)

    def _told(self, stems: Words) -> dict[str, tuple[Value, ...]]:
        """What these stems say in this order; signs that a person reports, in any order ("a swelling of the lips")."""
        return self._loose.get(stems) or (self._mixed.get(tuple(sorted(stems)), {}) if len(stems) <= _FEW else {})


def _over(as_said: Sentence, sentence: Sentence, places: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The places of a rewritten sentence that are over by the words as said."""
    said = {(start, end): (as_said.place_of(sentence.tokens[start].first), as_said.place_of(sentence.tokens[end - 1].last) + 1)
            for start, end in places}
    over = bygone_places(as_said.words, said.values())
    return {place for place, heard in said.items() if heard in over}


def _breaks_off(words: Words, place: int) -> bool:
    """True where a new clause begins: "burning up and HIS face" is no burning face, "red and swollen" is one; "no, WHAT milk" asks."""
    if words[place] in _ASKING and words[place - 1] in NEGATORS:
        return True
    return words[place] in _CLAUSES or (words[place] in ("and", "so") and words[place + 1] in STOP_WORDS)


def _eagerness(span: Span) -> tuple[int, bool, int, int, str]:
    """The most telling first; as written before loose; a longer surface says more, a longer gap less."""
    length = span.end - span.start
    return -span.telling, span.is_loose, length if span.is_loose else -length, span.start, span.type


def _is_part(span: Span, spans: Iterable[Span]) -> bool:
    """Whether it names somebody only within a longer surface: who is "trying for a baby" speaks of none."""
    return span.type == _PERSON and any(
        other.type == _CONDITION and not other.is_loose and other.start <= span.start and span.end <= other.end
        and other.end - other.start > span.end - span.start for other in spans)


def _tells(key: Words) -> bool:
    """Whether the telling words of a surface still tell it: neither "eight weeks" nor "daughter is not" does."""
    return key[-1] not in NEGATORS and not (_WHEN_AND_HOW_MANY | _NUMBERS).issuperset(key)


def _counts(words: Words, key: Words) -> bool:
    """Whether a surface is a number or says "one" or how much, which its telling words leave out: "tiny bumps" are not "one tiny bump"."""
    return _NUMBERS.issuperset(key) or "one" in words or not (_QUANTITY.isdisjoint(words) or _TAKING.isdisjoint(key))


def _only_denies(words: Words, key: Words) -> bool:
    """Whether no more than a denial is left of a surface without its verb: "not my face" is not "can't feel my face"."""
    return len(key) == _PAIR and key[0] in NEGATORS and _CAN in words and _FEEL in words


def content(words: Words) -> Words:
    """The stems of the words that carry meaning."""
    return tuple(stem(word) for word in words if word not in STOP_WORDS)


def core(words: Words) -> Words:
    """The stems of the words that tell which thing is meant, whatever becomes of it and when."""
    return tuple(stem(word) for word in words if word not in _SMALL)


def _index(entries: Iterable[tuple[Words, str, Value]]) -> Entries:
    index: dict[Words, dict[str, dict[int, Value]]] = defaultdict(lambda: defaultdict(dict))
    for words, kind, value in entries:
        if words:
            index[words][kind][id(value)] = value
    return {words: {kind: tuple(values.values()) for kind, values in kinds.items()} for words, kinds in index.items()}
