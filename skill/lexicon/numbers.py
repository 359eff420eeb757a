"""Numbers and lengths of time, as the voice service writes them and as people say them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
_TIME = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?")
_DIGITS, _TENS, _UNITS = 5, 20, 10
_WEEKS = (52.18, 4.35, 1.0, 1 / 7)


def whole_number(text: str) -> int | None:
    """The number in a slot of type NUMBER; None for the "?" of a number that was not understood.

    >>> whole_number("12"), whole_number("?")
    (12, None)
    """
    text = text.strip()
    return int(text) if re.fullmatch(r"\d{1,6}", text) else None


def spoken(words: Sequence[str], place: int, names: Mapping[str, int]) -> tuple[int | None, int]:
    """The number that starts at a place, told in digits or by the `names` of numbers, and where it ends; None at the place itself.

    >>> spoken(("about", "thirty", "five"), 1, {"thirty": 30, "five": 5}), spoken(("a", "lot"), 0, {})
    ((35, 3), (None, 0))
    """
    word = words[place] if place < len(words) else ""
    if word.isdigit():
        return (int(word), place + 1) if len(word) < _DIGITS else (None, place)
    value = names.get(word)
    if value is None:
        return None, place
    following = names.get(words[place + 1]) if place + 1 < len(words) else None
    if value >= _TENS and following is not None and 0 < following < _UNITS:
        return value + following, place + 2
    return value, place + 1


def minutes(text: str) -> int:
    """Full minutes in an ISO 8601 duration of less than a day; 0 when it is none.

    >>> minutes("PT20M"), minutes("PT1H"), minutes("PT1H30M"), minutes("P3W")
    (20, 60, 90, 0)
    """
    match = _TIME.fullmatch(text.strip())
    hours, rest = match.groups(default="0") if match else ("0", "0")
    return int(hours) * 60 + int(rest)


def weeks(text: str) -> int | None:
    """Full weeks in an ISO 8601 duration, rounded down; None when it is none.

    >>> weeks("P3W"), weeks("P2M"), weeks("P10D"), weeks("soon")
    (3, 8, 1, None)
    """
    match = _DURATION.fullmatch(text.strip())
    if not match or text.strip() in ("", "P"):
        return None
    return int(sum(int(part) * size for part, size in zip(match.groups(default="0"), _WEEKS, strict=True)))
