"""What kind of sentence it is: the question words it holds, a question for yes or no, or a statement of now, then or perhaps."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .cues import cue
from .words import NEGATORS, word_list

_ASKING = frozenset(("what", "why", "how", "when", "where", "who", "which", "how_long"))
_VERBS = frozenset(word_list("is are am was were do does did can could should would will may might shall must has have"))
_SUBJECTS = frozenset(word_list(
    "i we you they it he she this that these those there my your our his her their somebody someone anyone people milia"))
_POSSIBLE = frozenset(word_list("can could should would will may might shall must"))
BEFORE = frozenset(word_list("had was were used ago once"))
STATED_NOW = frozenset(word_list("is are am have has now today still since keep keeps tonight just"))
_END = "."
_NOT_KNOWN = ("not", "know")
_PERHAPS = frozenset(word_list("if may might would could"))
YES_NO = "yes or no"
STATED = "statement"
PAST = "past"
SUPPOSED = "supposed"
TOLD = frozenset((STATED, PAST, SUPPOSED))


def moods(words: Sequence[str]) -> frozenset[str]:
    """The question words of a sentence, or that it asks for yes or no, or what kind of statement it is.

    >>> sorted(moods("i am pregnant can i use it".split())), sorted(moods("they are white".split()))
    (['yes or no'], ['statement'])
    """
    found = {word for word in words if word in _ASKING and not _relative(words, word)}
    if not found and _turned_round(words):
        found.add(YES_NO)
    return frozenset(found or {_statement(words)})


def is_question(words: Sequence[str]) -> bool:
    """True where the sentence asks something."""
    return moods(words).isdisjoint(TOLD)


def question_start(words: Sequence[str]) -> int:
    """The place where the sentence begins to ask; its length where it only tells."""
    for place in range(len(words)):
        if words[place] in _ASKING and not _relative(words, words[place]):
            return place
        if words[place] in _VERBS and words[place + 1:place + 2] and words[place + 1] in _SUBJECTS and (
                place == 0 or words[place - 1] not in _SUBJECTS | _POSSIBLE):
            return place
    return len(words)


def _statement(words: Sequence[str]) -> str:
    if not BEFORE.isdisjoint(words) and (STATED_NOW.isdisjoint(words) or is_over(words)):
        return PAST
    return STATED if _PERHAPS.isdisjoint(words) else SUPPOSED


def is_over(words: Sequence[str]) -> bool:
    """True where the sentence says that something has ended; "never went away" and "has not healed" say it has not."""
    words = (*words, _END)
    return any(words[place:place + len(phrase)] == phrase and NEGATORS.isdisjoint(words[max(place - 2, 0):place])
               for phrase in cue("over") for place in range(len(words)))


def _turned_round(words: Sequence[str]) -> bool:
    """True where a verb stands before its subject, first of all at the start."""
    if words and words[0] in _VERBS:
        return True
    return any(verb in _VERBS and subject in _SUBJECTS and words[place - 1] not in _SUBJECTS | _POSSIBLE
               for place, (verb, subject) in enumerate(pairwise(words[1:]), 1))


def _relative(words: Sequence[str], word: str) -> bool:
    """"When" and "where" within a statement ask nothing ("it hurts when I blink"), nor does "he does not know what day it is"."""
    place = words.index(word)
    if tuple(words[max(place - 2, 0):place]) == _NOT_KNOWN and "i" not in words[:place]:
        return True
    return word in ("when", "where", "which", "who") and place > 0 and words[0] not in _VERBS


def agreement(sample: frozenset[str], sentence: frozenset[str]) -> float:
    """How well the kinds go together: 1 for the same kind, least for a statement against a question."""
    if sample & sentence:
        return 1.0
    if sample <= TOLD and sentence <= TOLD:
        return 0.85
    return 0.8 if sample <= TOLD or sentence <= TOLD else 0.92
