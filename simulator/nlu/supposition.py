"""Which mentions in a sentence are only supposed ("what if it gets infected", "it might start to bleed")."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .mood import is_question
from .negation import Place

_IF_REACHES = 6
_MAY_REACHES = 4
_BREAKS = frozenset(("but", "because", "now", "since", "so", "already"))
_WHETHER = frozenset(("know", "sure", "see", "tell", "unsure", "wonder", "check"))


def supposed_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places after an "if" in a question, or after a "may" or "might".

    "I am not sure if it is infected" and "if I press it pus comes out" speak of something that is there.
    """
    asking = is_question(words)
    return {place for place in places if (asking and _after_if(words, place[0])) or _after_may(words, place[0])}


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
