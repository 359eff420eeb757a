"""Plain sentences as SSML: escaped, with the hard words spelled out for the voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from .limits import SPEECH_CHARACTERS

_WORD = re.compile(r"[A-Za-z]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def ssml(text: str, pronounce: Mapping[str, str]) -> str:
    """The text as the inside of a speak element, at most 8,000 characters with it.

    >>> ssml("Milia & co", {"milia": "ˈmɪliə"})
    '<phoneme alphabet="ipa" ph="ˈmɪliə">Milia</phoneme> &amp; co'
    """
    plain = escape(_CONTROL.sub("", text), quote=False)
    spoken = _WORD.sub(lambda match: _sounded(match.group(), pronounce), plain)
    room = SPEECH_CHARACTERS - len("<speak></speak>")
    return spoken if len(spoken) <= room else plain if len(plain) <= room else escape(text[: room // 6], quote=False)


def _sounded(word: str, pronounce: Mapping[str, str]) -> str:
    sound = pronounce.get(word.lower())
    return f'<phoneme alphabet="ipa" ph="{escape(sound)}">{word}</phoneme>' if sound else word
