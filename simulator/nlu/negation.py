"""Which mentions in a sentence are denied ("no fever or pus", "it is not hot")."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .words import NEGATORS

_REACH = 4
_NEW_CLAUSE = frozenset(("but", "and", "because", "so", "then", "though", "although", "it", "she", "he", "they", "i"))
_BREAKS = _NEW_CLAUSE | {"only", "just", "except", "is", "has", "am", "are", "my", "there"}
_VERBS = frozenset(("is", "are", "could", "would", "can", "do", "does", "will", "should"))
_SUBJECTS = frozenset(("it", "this", "that", "they", "these", "those", "i", "you", "there"))
_HOLDS = frozenset(("has", "have", "are"))
_NOBODY = frozenset(("nothing", "none", "neither", "nobody", "no"))
_SUBJECT_REACHES = 6
"""Words up to the verb among which the subject is looked for: "none of my two kids has"."""
_NO_DENIAL = frozenset(("sure", "only", "just", "know", "stand", "stop", "help", "bear", "believe", "wait"))
_LISTING = frozenset(("or", "and", "nor"))

Place = tuple[int, int]


def negated_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places that a "no" or "not" before them denies, through lists joined by "or" and "and"."""
    denied: set[Place] = set()
    for start, end in sorted(set(places)):
        before = _closest_negator(words, start)
        listed = start >= 2 and words[start - 1] in _LISTING and any(stop == start - 1 for _, stop in denied)
        adjacent = any(stop == start for _, stop in denied)
        if before or listed or adjacent:
            denied.add((start, end))
    return denied


def _closest_negator(words: Sequence[str], start: int) -> bool:
    for back in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if words[back] in NEGATORS:
            return not _asks_why_not(words, back)
        if words[back] in _BREAKS:
            return _subject_denies(words[:back + 1])
    return False


def _subject_denies(words: Sequence[str]) -> bool:
    """True up to the verb of "nothing is" and "none of them are"."""
    first = next((place for place in range(len(words) - 2, max(len(words) - 1 - _SUBJECT_REACHES, -1), -1) if words[place] in _NOBODY), -1)
    return words[-1] in _VERBS | _HOLDS and first >= 0 and _NEW_CLAUSE.isdisjoint(words[first:-1])


def _asks_why_not(words: Sequence[str], place: int) -> bool:
    """"Why not", "not sure if", "isn't it" and "how do I know it is not" deny nothing."""
    following = words[place + 1] if place + 1 < len(words) else ""
    asked = place == 1 and words[0] in _VERBS and following in _SUBJECTS
    return asked or (place > 0 and words[place - 1] == "why") or following in _NO_DENIAL or _in_doubt(words[:place])


def _in_doubt(before: Sequence[str]) -> bool:
    return ("know" in before and ("how" in before or "do" in before)) or "if" in before[-3:]
