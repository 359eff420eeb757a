"""Which mentions in a sentence are only supposed ("what if it gets infected", "it might start to bleed")."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .mood import is_question
from .negation import Place

_IF_REACHES = 6
_MAY_REACHES = 4
_BREAKS = frozenset(("but", "because", "now", "since", "so", "already"))
_GENERAL = frozenset(("can", "could", "will", "would", "does", "do", "might"))
_HERE = frozenset(("i", "it", "he", "she", "we", "they", "you", "my", "his", "her", "our", "their", "this", "these", "that", "those",
                   "there"))
_CAUSING = frozenset(("make", "makes", "give", "gives", "cause", "causes", "leave", "leaves", "bring", "turn"))
_HAVING = frozenset(("my", "his", "her", "our", "their", "this", "these", "help", "helps", "work", "treat", "stop", "soothe", "calm", "dry",
                     "remove", "for", "with"))
_SUPPOSE = frozenset((("suppose",), ("supposing",), ("imagine",), ("say", "it"), ("what", "if")))
_WHETHER = frozenset(("know", "sure", "see", "tell", "unsure", "wonder", "check"))


def supposed_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places after an "if" in a question, or after a "may" or "might".

    "I am not sure if it is infected" and "if I press it pus comes out" speak of something that is there.
    """
    asking = is_question(words)
    general = _asks_in_general(words)
    return {place for place in places if (asking and _after_if(words, place[0])) or _after_may(words, place[0])
            or (general and place[0] >= general and _BREAKS.isdisjoint(words[:place[0]]) and not _asks_for_help(words[:place[0]]))}


def _asks_in_general(words: Sequence[str]) -> int:
    """Where it begins to ask what may happen, or 0: "can milia bleed", "will the acid burn"; "does it bleed" asks of what is there."""
    for length in (1, 2):
        if tuple(words[:length]) in _SUPPOSE:
            return length
    return 2 if len(words) > 1 and words[0] in _GENERAL and words[1] not in _HERE else 0


def _asks_for_help(before: Sequence[str]) -> bool:
    """"Can the acid help my swollen lid" speaks of what is there; "can the acid make my lid swell" does not."""
    return _CAUSING.isdisjoint(before) and not _HAVING.isdisjoint(before)


def _after_if(words: Sequence[str], start: int) -> bool:
    for back in range(start - 1, max(start - 1 - _IF_REACHES, -1), -1):
        if words[back] in _BREAKS:
            return False
        if words[back] == "if":
            return _WHETHER.isdisjoint(words[max(back - 2, 0):back])
    return False


def _after_may(words: Sequence[str], start: int) -> bool:
    near = words[max(start - _MAY_REACHES, 0):start]
    return not {"may", "might"}.isdisjoint(near) and _BREAKS.isdisjoint(near)
