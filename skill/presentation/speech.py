"""Plain sentences as SSML: escaped, with the hard words spelled out for the voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from .limits import SPEECH_CHARACTERS

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Pronunciation:
    """How hard words sound: a lower-case word to its sounds in the International Phonetic Alphabet."""

    def __init__(self, sounds: Mapping[str, str]) -> None:
        self._tags = {word: f'<phoneme alphabet="ipa" ph="{escape(sound)}">' for word, sound in sounds.items()}
        words = "|".join(map(re.escape, sounds)) or "(?!)"
        self._words = re.compile(f"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE | re.ASCII)

    def marked(self, text: str) -> str:
        """The escaped text with every hard word, as a whole word and in any case, inside its phoneme element."""
        return self._words.sub(lambda match: f"{self._tags[match.group().lower()]}{match.group()}</phoneme>", text)


def ssml(text: str, pronunciation: Pronunciation) -> str:
    """The text as the inside of a speak element, at most 8,000 characters with it.

    >>> ssml("Milia & co", Pronunciation({"milia": "ˈmɪliə"}))
    '<phoneme alphabet="ipa" ph="ˈmɪliə">Milia</phoneme> &amp; co'
    """
    plain = escape(_CONTROL.sub("", text), quote=False)
    spoken = pronunciation.marked(plain)
    room = SPEECH_CHARACTERS - len("<speak></speak>")
    return spoken if len(spoken) <= room else plain if len(plain) <= room else escape(text[: room // 6], quote=False)
