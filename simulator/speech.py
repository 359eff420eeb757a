"""What is heard when a response is spoken, as plain text."""
from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

_SILENT = re.compile(r"<audio\b[^>]*/>|<audio\b.*?</audio>|<mark\b[^>]*/?>", re.DOTALL)
_BREAKING = re.compile(r"<break\b[^>]*/?>|</?(?:p|s|speak)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_BEFORE_STOP = re.compile(r"\s+([.,;:!?])")


def plain(speech: Mapping[str, Any] | None) -> str:
    """The words of an outputSpeech object, without marks.

    >>> plain({"type": "SSML", "ssml": "<speak>Keep it <emphasis>clean</emphasis>.<break time='1s'/>Ready?</speak>"})
    'Keep it clean. Ready?'
    """
    if not speech:
        return ""
    if speech.get("type") != "SSML":
        return _tidy(str(speech.get("text") or ""))
    text = _BREAKING.sub(" ", _SILENT.sub(" ", str(speech.get("ssml") or "")))
    return _tidy(html.unescape(_TAG.sub("", text)))


def _tidy(text: str) -> str:
    return _BEFORE_STOP.sub(r"\1", " ".join(text.split()))
