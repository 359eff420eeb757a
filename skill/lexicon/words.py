"""Words as they are compared: lower case, contractions opened, endings taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

_TOKEN = re.compile(r"\d+\.\d+|[a-z0-9]+(?:'[a-z]+)*|[.,;:!?]")
_DIGITS = re.compile(r"\d{1,3}(?:\.\d+)?")
_VOWEL = re.compile(r"[aeiouy]")
_ENDINGS = ("iness", "ness", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_HARD_BREAKS = frozenset(".;:!?")

Phrases = Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]

MAX_WORDS = 2000
"""Longer sentences are cut here: nobody says more in one breath, and time must stay bounded."""


@dataclass(frozen=True)
class Spelling:
    """How a language opens contractions (``don't`` is ``do not``), bends irregular words, puts phrases simply and says numbers."""

    contractions: Mapping[str, str] = field(default_factory=dict)
    irregular: Mapping[str, str] = field(default_factory=dict)
    rewrites: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    after_is: frozenset[str] = frozenset()
    """Words before which an ``'s`` is short for "is" or "has", not a sign of possession: ``my lip's gone numb``."""

    @cached_property
    def phrases(self) -> Phrases:
        """What is rewritten, by its first two words, the longest first: each phrase and what it says, in words."""
        found: dict[tuple[str, ...], list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for phrase, plain in sorted(self.rewrites.items(), key=lambda one: -len(one[0].split())):
            words = tuple(phrase.split())
            found.setdefault(words[:2], []).append((words, tuple(plain.split())))
        return found


def tokens(text: str, spelling: Spelling) -> tuple[str, ...]:
    """The words and punctuation marks of a text, contractions opened.

    >>> tokens("It ISN'T hot!", Spelling(contractions={"isn't": "is not"}))
    ('it', 'is', 'not', 'hot', '!')
    """
    plain = text.lower().replace("\u2019", "'").replace("-", " ")
    found: list[str] = []
    for token, following in pairwise([*_TOKEN.findall(plain), ""]):
        found.extend(_opened(token, following, spelling))
        if len(found) >= MAX_WORDS:
            break
    return tuple(_rewritten(found, spelling.phrases))


def _rewritten(words: list[str], phrases: Phrases) -> Iterator[str]:
    """The words with whole phrases put simply: "not see any" is "no"."""
    place = 0
    while place < len(words):
        for phrase, plain in (*phrases.get(tuple(words[place : place + 2]), ()), *phrases.get((words[place],), ())):
            if tuple(words[place : place + len(phrase)]) == phrase:
                yield from plain
                place += len(phrase)
                break
        else:
            yield words[place]
            place += 1


def _opened(token: str, following: str, spelling: Spelling) -> list[str]:
    if spelling.numbers and _DIGITS.fullmatch(token):
        return list(_spelled_out(token, spelling.numbers))
    if token in spelling.contractions:
        return spelling.contractions[token].split()
    word, _, ending = token.partition("'")
    is_short = ending == "s" and following in spelling.after_is
    plain = spelling.contractions.get(word, word).split()
    return [*plain, "is"] if is_short else plain


def _spelled_out(token: str, numbers: Mapping[int, str]) -> Iterator[str]:
    """A number as it is spoken: "38.5" is "thirty eight point five"."""
    whole, _, tenths = token.partition(".")
    yield from _in_words(int(whole), numbers)
    if tenths:
        yield "point"
        yield from (numbers[int(digit)] for digit in tenths)


def _in_words(number: int, numbers: Mapping[int, str]) -> Iterator[str]:
    if number in numbers:
        yield numbers[number]
    elif number > 100:
        yield from (numbers[number // 100], numbers[100])
        yield from _in_words(number % 100, numbers) if number % 100 else ()
    else:
        yield from (numbers[number - number % 10], numbers[number % 10])


def is_break(token: str) -> bool:
    """Whether a token is punctuation that ends a sentence or a part of one."""
    return token in _HARD_BREAKS


def stem(word: str, spelling: Spelling) -> str:
    """What a word has in common with its other forms; the same for all of them, not always a word.

    A word that is its own irregular form stays as it is: "sorry" is no form of "sore".

    >>> [stem(word, Spelling()) for word in ("swelling", "swells", "itchy", "redness", "oozing", "ooze")]
    ['swell', 'swell', 'itch', 'red', 'ooz', 'ooz']
    """
    word = spelling.irregular.get(word, word)
    if spelling.irregular.get(word) == word:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and _may_lose(word, ending):
            return _undoubled(_restored(word, ending))
    return word


def _may_lose(word: str, ending: str) -> bool:
    rest = word[: -len(ending)]
    if len(rest) < 3 or not _VOWEL.search(rest):
        return False
    if ending == "s":
        return rest[-1] not in "sui"
    return not (ending in ("ed", "es") and rest.endswith("e"))


def _restored(word: str, ending: str) -> str:
    rest = word[: -len(ending)]
    if ending in ("s", "ness"):
        return rest[:-1] if rest.endswith("e") and len(rest) > 3 else rest
    return rest


def _undoubled(rest: str) -> str:
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
    return rest[:-1] if doubled else rest
