"""Where a question may begin in a sentence that tells something first: "my skin is oily CAN I USE retinol", "I wonder IF they spread"."""
from __future__ import annotations

from collections.abc import Iterator

from .mood import is_question, question_start
from .openings import past_opening
from .text import Sentence
from .words import ASIDES, NEGATORS, word_list

_OPENS = frozenset(word_list("is are does do can should will would could what how why which when where may"))
_WHETHER = frozenset(("if", "whether"))
_TELL_ME = ("tell", "me", "about")
_COURTESY = frozenset(word_list(
    "can could would will you i me just please like want to tell do know wonder am was wondering ask let first"))
"""Words of asking that tell nothing themselves."""
_WONDERING = frozenset(word_list("wondering wonder know ask tell sure curious wondered asking see understand"))
_TURNED = frozenset(word_list("can could should may might would will is are am do does"))
_CASES = (("if",), ("when",), ("suppose",), ("say",), ("imagine",))
"""So a case begins that the question is about: nothing of it is left out."""
_REACH = 2
_SHORT = 3
"""Fewer words ask nothing of their own."""
_MOST = 8
"""So many last places are tried, so that a long sentence takes work in proportion to its length."""


def questions(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence where it asks, its end from where it asks, and each end that may be a question; of a painted case the whole only."""
    words = sentence.words
    if is_question(words):
        yield sentence
    if words[:1] in _CASES:
        yield from () if is_question(words) else _wondered(sentence)
        return
    start = question_start(words)
    opens = [place for place in range(1, len(words)) if words[place] in _OPENS]
    starts = dict.fromkeys((start, *opens[-_MOST:]))
    yield from (Sentence(sentence.raw, sentence.tokens[place:]) for place in starts if 0 < place <= len(words) - _SHORT)
    yield from _wondered(sentence)


def _wondered(sentence: Sentence) -> Iterator[Sentence]:
    """What comes after "I wonder if", as it would be asked.

    >>> from .text import read
    >>> [one.words for one in _wondered(read("i was wondering whether i could use it"))]
    [('could', 'i', 'use', 'it')]
    """
    words, tokens = sentence.words, sentence.tokens
    for place, word in enumerate(words[:-_SHORT]):
        asks = place == 0 or not _WONDERING.isdisjoint(words[max(place - _REACH, 0):place])
        if word in _WHETHER and asks:
            turn = next((at for at in range(place + 2, min(place + 2 + _SHORT, len(words))) if words[at] in _TURNED), 0)
            rest = (tokens[turn], *tokens[place + 1:turn], *tokens[turn + 1:]) if turn else (
                tokens[place]._replace(word="do"), *tokens[place + 1:])
            yield Sentence(sentence.raw, rest)


def asked_instead(sentence: Sentence) -> Iterator[Sentence]:
    """What is asked where nothing stands before it but how people turn to it: nothing that may be an answer is left out.

    >>> from .text import read
    >>> [one.words for one in asked_instead(read("actually no, can you tell me if milia are contagious"))][:1]
    [('are', 'milia', 'contagious')]
    >>> ("is", "it", "contagious") in [one.words for one in asked_instead(read("it is red, is it contagious"))]
    False
    """
    rest = past_opening(sentence)
    rest = Sentence(rest.raw, rest.tokens[1:]) if rest.words[:1] == ("no",) and len(rest.words) > _SHORT else rest
    if rest.words[:len(_TELL_ME)] == _TELL_ME:
        yield rest
    rest = rest.past(ASIDES)
    before = [place for place, word in enumerate(rest.words) if word in _WHETHER]
    if before and _COURTESY.issuperset(rest.words[:before[0]]):
        yield from _wondered(rest)
    if is_question(rest.words) and NEGATORS.isdisjoint(rest.words[:1]):
        yield rest
