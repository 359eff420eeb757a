"""A typed sentence becomes the words a speech recogniser would hand over, and keeps where each came from."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .words import ARTICLES, AS_HEARD, CONTRACTIONS, ORDINALS, number_word

_RAW = re.compile(r"\{\w+\}|\d+(?:st|nd|rd|th)\b|\d+\.\d+|\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_JOINED = re.compile(r"\b(hay)[ -](fevers?)\b")
"""Two words that name one thing: hay fever is no fever."""
_LONGEST_PHRASE = 5
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SIGNS = str.maketrans({"`": "'", "%": " percent ", "&": " and "})


class Token(NamedTuple):
    """One normalised word and the raw words it stands for (first to last, both included)."""

    word: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was said: raw words as heard, and the normalised tokens that matching uses."""

    raw: tuple[str, ...]
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The normalised words."""
        return tuple(token.word for token in self.tokens)

    def spoken(self, start: int, end: int) -> str:
        """The raw words behind the tokens from start up to, not including, end."""
        return " ".join(self.raw[self.tokens[start].first:self.tokens[end - 1].last + 1])

    def place_of(self, raw: int) -> int:
        """The place of the first token that stands for this raw word or a later one."""
        return next((place for place, token in enumerate(self.tokens) if token.last >= raw), len(self.tokens) - 1)

    def without(self, words: Iterable[str]) -> Sentence:
        """The same sentence less some words, unless nothing else would be left."""
        kept = tuple(token for token in self.tokens if token.word not in words)
        return Sentence(self.raw, kept or self.tokens)

    def past(self, phrases: Container[tuple[str, ...]]) -> Sentence:
        """The same sentence less those phrases at its start, unless nothing else would be left.

        >>> read("hang on, what are milia").past({("hang", "on")}).words
        ('what', 'are', 'milia')
        """
        words = self.words
        length = next((size for size in range(min(_LONGEST_PHRASE, len(words) - 1), 0, -1) if words[:size] in phrases), 0)
        return Sentence(self.raw, self.tokens[length:]).past(phrases) if length else self

    def with_words(self, changed: dict[int, str]) -> Sentence:
        """The same sentence with other words at some places (a corrected spelling)."""
        raw = list(self.raw)
        for place, word in changed.items():
            raw[self.tokens[place].first] = word
        tokens = tuple(Token(changed.get(place, token.word), token.first, token.last)
                       for place, token in enumerate(self.tokens))
        return Sentence(tuple(raw), tokens)


def read(text: str) -> Sentence:
    """The normalised sentence: lower case, no punctuation, contractions opened, articles dropped, numbers as words.

    >>> read("I'm pregnant. Can I use the A.H.A. cream?").words
    ('i', 'am', 'pregnant', 'can', 'i', 'use', 'aha', 'cream')
    """
    raw = tuple(AS_HEARD.get(word, word) for word in _RAW.findall(_plain(text)))
    return Sentence(raw, tuple(_drop_articles(list(_expand(list(_join_letters(raw)))))))


@lru_cache(maxsize=32768)
def read_known(text: str) -> Sentence:
    """Like read, for texts of the model and the word lists, which are asked for again and again."""
    return read(text)


def normal_words(text: str) -> tuple[str, ...]:
    """The normalised words of a sample, a slot surface or a line of a word list."""
    return read_known(text).words


def _plain(text: str) -> str:
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_QUOTES)
        text = "".join(character for character in text if not unicodedata.combining(character))
    text = _JOINED.sub(r"\1\2", text)
    return text.translate(_SIGNS).replace("}'s", "}").replace("} 's", "}")


def _join_letters(raw: tuple[str, ...]) -> Iterator[Token]:
    """Spelled abbreviations become one word: "b. h. a." and "BHA" read alike."""
    if sum(len(word) == 1 for word in raw) < 2:
        yield from (Token(word, place, place) for place, word in enumerate(raw))
        return
    place = 0
    while place < len(raw):
        end = place
        while end < len(raw) and len(raw[end]) == 1 and raw[end].isalpha():
            end += 1
        run = "".join(raw[place:end])
        if len(run) > 2 or (len(run) == 2 and not set(run) & {"i", "a"}):
            yield Token(run, place, end - 1)
            place = end
        else:
            yield Token(raw[place], place, place)
            place += 1


def _expand(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        spelled = _spellings(token.word)
        if spelled == (token.word,):
            yield token
        else:
            yield from (Token(word, token.first, token.last) for word in spelled)


@lru_cache(maxsize=32768)
def _spellings(word: str) -> tuple[str, ...]:
    if word in CONTRACTIONS:
        return tuple(CONTRACTIONS[word].split())
    if word in ORDINALS:
        return (ORDINALS[word],)
    if word.isascii() and word[:1].isdecimal():
        whole, _, tenths = word.partition(".")
        return (*number_word(whole[:12]), *(("point", *(number_word(digit)[0] for digit in tenths[:4])) if tenths else ()))
    return (word[:-2],) if word.endswith("'s") else (word.replace("'", ""),)


def _drop_articles(tokens: list[Token]) -> Iterator[Token]:
    """Articles before another word go; the letter in "vitamin A" stays."""
    for place, token in enumerate(tokens):
        named = place > 0 and tokens[place - 1].word == "vitamin"
        if token.word not in ARTICLES or named or place == len(tokens) - 1:
            yield token
