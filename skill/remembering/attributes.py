"""Values from session attributes, which anybody may have written: read as what they should be, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LONGEST_WORD = 24


def mapping(raw: Any) -> Mapping[str, Any]:
    """The mapping with text keys that this should be, or an empty one."""
    return raw if isinstance(raw, Mapping) and all(isinstance(key, str) for key in raw) else {}


def texts(raw: Any) -> tuple[str, ...]:
    """The texts in a list, or none."""
    return tuple(one for one in raw if isinstance(one, str)) if isinstance(raw, list) else ()


def one_of(raw: Any, allowed: tuple[str, ...]) -> str:
    """One of the allowed texts; the first where it is none of them."""
    return raw if isinstance(raw, str) and raw in allowed else allowed[0]


def word(raw: Any) -> str:
    """One short plain word, or a few of them that make one name ("mother in law", "sister's baby"), or none."""
    short = isinstance(raw, str) and len(raw) <= _LONGEST_WORD and raw.isascii()
    return raw if short and raw.replace("'s ", " ").replace(" ", "").isalpha() else ""


def count(raw: Any) -> int:
    """A count, or 0."""
    return raw if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 10**6 else 0
