"""Which mentions in a sentence are over, or are not about anybody here ("last year i had a fever", "i read that it bleeds")."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cues import says
from .mood import BEFORE, STATED_NOW, is_over
from .negation import Place
from .words import word_list

_EARLIER = BEFORE | set(word_list(
    "got bled grew swelled swole burned burnt blistered threw popped oozed itched hurt broke told said"))
_WAS = BEFORE - {"ago"}  # what is told of days ago without it was done then, and may matter today
_TURNS = frozenset(("but", "today", "mine", "tonight"))
_NO_TURN = frozenset(("of", "thought"))
"""Before "mine": "I thought mine was infected" tells of then."""
_NOW = "now"
_SUBJECTS = frozenset(word_list("i it he she they we there my his her their our the this these"))
_IS = frozenset(word_list("is are am has have keeps looks feels can says goes gets"))
_VERB_REACHES = 8


def bygone_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places of what was and is said to be over, or was only heard of; what follows a "but" or "now" is of today.

    >>> sorted(bygone_places("last year i had fever but now my lip is swollen".split(), [(4, 5), (10, 11)]))
    [(4, 5)]
    """
    if not tells_of_elsewhere(words):
        return set()
    end = next((place for place, word in enumerate(words) if _turns(words, place)), len(words))
    return {place for place in places if place[1] <= end}


def _turns(words: Sequence[str], place: int) -> bool:
    """True where the sentence comes to today; "it has settled now" says only that it is over."""
    word = words[place]
    if word == "and" and words[place + 1:place + 2] and words[place + 1] in _SUBJECTS:
        return not _IS.isdisjoint(words[place + 2:place + _VERB_REACHES]) and not is_over(words[place:])
    return (word in _TURNS and words[max(place - 1, 0)] not in _NO_TURN) or (word == _NOW and place < len(words) - 1)


def tells_of_elsewhere(words: Sequence[str], theirs: bool = True) -> bool:
    """True of what is over, was only heard of, or, unless not `theirs`, is somebody else's and cannot be caught."""
    before = not _EARLIER.isdisjoint(words) or is_over(words)
    lately = says(words, "lately") and not _WAS.isdisjoint(words) and STATED_NOW.isdisjoint(words)
    ended = is_over(words) or lately or says(words, "remote")
    theirs = theirs and says(words, "theirs") and not says(words, "catching")
    return says(words, "hearsay") or theirs or (before and ended and not says(words, "again"))

