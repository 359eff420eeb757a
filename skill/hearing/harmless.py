"""Whether words of free speech that were not understood are of everyday life, so that nobody need be warned of what was missed.

Only words that are on the lists are; of all others nobody knows what they may tell. Of anybody but the speaker, and beside anything that
was understood, those of looks are harmless still, those of house and work are not ("the sofa is on my son", "my office smokes").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..remembering.session import SELF
from .heard import Heard

_PAST = "past_words"
"""The slot of what is told of the past: "last year I had ..."."""


class Harmless:
    """Reads by the words of a language: `of_looks` and feelings about them, `of_life`, house, work, shops and weather, `of_time`, which
    only say when beside what was understood, `of_talk`, which only say how it is told, `beside` such words what tells nothing by itself;
    `of_the_past` are patterns of what was once and is over, `ahead` of what is still to come and no more ("it's in two weeks"), `never`
    patterns beside which nothing is harmless, `others` words for somebody else, `about` the slots in which it may be.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], contractions: Mapping[str, str]) -> None:
        self._of_looks, self._of_life, self._of_time, self._beside, self._about = (
            frozenset(words[kind]) for kind in ("of_looks", "of_life", "of_time", "beside", "about")
        )
        self._of_talk = frozenset(words["of_talk"])
        self._of_the_past = re.compile("|".join(words["of_the_past"]))
        self._ahead = re.compile(rf"(?:{'|'.join(words['ahead'])})")
        self._never = re.compile(rf"\b(?:{'|'.join(words['never'])})\b")
        self._others, self._contractions = frozenset(words["others"]), contractions

    def is_all(self, heard: Heard, slots: Mapping[str, str]) -> bool:
        """Whether all that was not understood is harmless; `slots` are those that hold words."""
        past = slots.get(_PAST) or (" ".join(slots.values()) if heard.bygone and heard.once and not heard.said else "")
        if past and self._of_the_past.fullmatch(self._opened(past)):
            return True
        if not (heard.free and heard.left) or not self._about.issuperset(slots) or heard.once:
            return False
        text, left = self._opened(" ".join(slots.values())), set(heard.left)
        if self._never.search(text):
            return False
        if left <= self._of_talk and (heard or heard.figure):
            return True
        if heard.figure:
            return False
        is_alone = not (heard or heard.subject not in ("", SELF) or heard.called or self._others.intersection(text.split()))
        everyday = self._of_looks | self._of_life if is_alone else self._of_looks
        is_when = (bool(heard) and left <= self._of_time) or (is_alone and self._ahead.fullmatch(text) is not None)
        return is_when or (bool(left & everyday) and left <= everyday | self._beside | self._of_time)

    def _opened(self, words: str) -> str:
        return " ".join(self._contractions.get(word, word) for word in words.lower().replace(",", " ").split())
