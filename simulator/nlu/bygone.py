"""Which mentions in a sentence are over, or are not about anybody here ("last year i had a fever", "i read that it bleeds")."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .mood import BEFORE, is_over
from .negation import Place
from .words import phrases

_REMOTE = phrases(
    "last year, last winter, last summer, last spring, last fall, last autumn, years ago, months ago, years back, months back, weeks "
    "back, ages ago, long time ago, used to, when i was kid, when i was child, when i was little, when i was younger, as child, as "
    "teenager, as kid, in spring, in summer, in winter, i once, once had, sister once, brother once, back then")
_HEARSAY = phrases(
    "read about, read that, i read, heard of, heard about, heard that, saw video, saw on, on news, says on, told me hers, told me "
    "his, told me theirs, said hers, said his, says hers, says his, friend said, friend had, friend got, friend of mine, online said,"
    " read online, neighbor's, neighbor, in article, in movie, on internet, on tv, in commercial")
_AGAIN = phrases(
    "came back, comes back, is back, swelling again, bleeding again, there again, started again, is it again, returned, since then, "
    "ever since, still, worse, and now it, and now my, and now i")
_EARLIER = BEFORE | {"got", "bled", "grew"}
_TURNS = frozenset(("but", "today", "now", "mine", "tonight"))


def bygone_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places of what was and is said to be over, or was only heard of; what follows a "but" or "now" is of today.

    >>> sorted(bygone_places("last year i had fever but now my lip is swollen".split(), [(4, 5), (10, 11)]))
    [(4, 5)]
    """
    if not _tells_of_elsewhere(words):
        return set()
    end = next((place for place, word in enumerate(words) if word in _TURNS and words[max(place - 1, 0)] != "of"), len(words))
    return {place for place in places if place[1] <= end}


def _tells_of_elsewhere(words: Sequence[str]) -> bool:
    before = not _EARLIER.isdisjoint(words) or is_over(words)
    return _says(words, _HEARSAY) or (before and not _says(words, _AGAIN) and (is_over(words) or _says(words, _REMOTE)))


def _says(words: Sequence[str], known: frozenset[tuple[str, ...]]) -> bool:
    return any(tuple(words[start:start + length]) in known for start in range(len(words)) for length in range(1, 6))
