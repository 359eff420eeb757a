"""The phrases of cues.txt: how a mention is meant, as over, heard of, supposed or intended."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .words import phrases

_TABLE: dict[str, frozenset[tuple[str, ...]]] = {}
for _line in Path(__file__).with_name("cues.txt").read_text(encoding="utf-8").splitlines():
    if _line and not _line.startswith("#"):
        _name, _, _phrases = _line.partition(":")
        _TABLE[_name] = _TABLE.get(_name, frozenset()) | phrases(_phrases)
_LONGEST = 6


def cue(name: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a name, each as its words."""
    return _TABLE[name]


def cue_words(name: str) -> frozenset[str]:
    """The single words of a name."""
    return frozenset(phrase[0] for phrase in _TABLE[name] if len(phrase) == 1)


def says(words: Sequence[str], name: str) -> bool:
    """True where a phrase of that name stands anywhere in the words."""
    return any(tuple(words[start:start + length]) in _TABLE[name] for start in range(len(words)) for length in range(1, _LONGEST + 1))
