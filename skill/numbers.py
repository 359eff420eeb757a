"""Numbers and lengths of time as the voice service writes them."""

from __future__ import annotations

import re

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
_WEEKS = (52.18, 4.35, 1.0, 1 / 7)


def whole_number(text: str) -> int | None:
    """The number in a slot of type NUMBER; None for the "?" of a number that was not understood.

    >>> whole_number("12"), whole_number("?")
    (12, None)
    """
    text = text.strip()
    return int(text) if re.fullmatch(r"\d{1,6}", text) else None


def weeks(text: str) -> int | None:
    """Full weeks in an ISO 8601 duration, rounded down; None when it is none.

    >>> weeks("P3W"), weeks("P2M"), weeks("P10D"), weeks("soon")
    (3, 8, 1, None)
    """
    match = _DURATION.fullmatch(text.strip())
    if not match or text.strip() in ("", "P"):
        return None
    return int(sum(int(part) * size for part, size in zip(match.groups(default="0"), _WEEKS, strict=True)))
