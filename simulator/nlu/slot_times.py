"""Spans of time and days as people say them, read the way AMAZON.DURATION and AMAZON.DATE report them."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .slot_numbers import read_number
from .words import singular, word_list

_UNITS = {"second": ("T", "S"), "minute": ("T", "M"), "hour": ("T", "H"), "day": ("", "D"), "week": ("", "W"),
          "fortnight": ("", "2W"), "month": ("", "M"), "year": ("", "Y")}
_WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = word_list("january february march april may june july august september october november december")
_SEASONS = {"winter": "WI", "spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA"}
_ORDINALS = word_list("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
                      "sixteenth seventeenth eighteenth nineteenth twentieth")


def read_duration(words: Sequence[str]) -> str | None:
    """The ISO 8601 duration, or None where the words are no length of time.

    >>> read_duration(["three", "weeks"]), read_duration(["half", "hour"]), read_duration(["couple", "of", "months"])
    ('P3W', 'PT30M', 'P2M')
    """
    if list(words) == ["half", "hour"]:
        return "PT30M"
    if list(words) == ["half", "year"]:
        return "P6M"
    for cut in range(1, len(words) - 1):
        if words[cut] == "and" and (left := _one_duration(words[:cut])) and (right := _one_duration(words[cut + 1:])):
            return left + right.removeprefix("PT" if "T" in left and "T" in right else "P")
    return _one_duration(words)


def _one_duration(words: Sequence[str]) -> str | None:
    if not words or (unit := _UNITS.get(singular(words[-1]))) is None:
        return None
    if len(words) == 1 and words[0] != singular(words[0]):  # "years" alone is no length that could be counted
        return None
    count = _count(words[:-1])
    if count is None:
        return None
    part, letter = unit
    if letter == "2W":
        return f"P{2 * int(count)}W"
    return f"P{part}{count}{letter}"


def _count(words: Sequence[str]) -> str | None:
    if not words or list(words) == ["a"] or list(words) == ["one"]:
        return "1"
    if list(words) in (["couple"], ["couple", "of"], ["a", "couple", "of"]):
        return "2"
    if list(words) in (["few"], ["a", "few"]):
        return "3"
    return read_number(words)


def read_date(words: Sequence[str], today: date) -> str | None:
    """The ISO day, week, month, year or season, or None where the words are no date.

    >>> read_date(["tomorrow"], date(2026, 11, 22)), read_date(["next", "week"], date(2026, 11, 22))
    ('2026-11-23', '2026-W48')
    """
    phrase = " ".join(words)
    if phrase in ("today", "now", "tomorrow", "yesterday"):
        return (today + timedelta({"tomorrow": 1, "yesterday": -1}.get(phrase, 0))).isoformat()
    if len(words) == 1 and words[0] in _WEEKDAYS:
        return (today + timedelta((_WEEKDAYS.index(words[0]) - today.weekday() - 1) % 7 + 1)).isoformat()
    if len(words) == 2 and words[0] in ("this", "next", "last"):
        return _relative(today, {"this": 0, "next": 1, "last": -1}[words[0]], words[1])
    if len(words) >= 2 and words[-1] == "ago":
        return _ago(today, words[:-1])
    return _calendar(words, today)


def _relative(today: date, step: int, unit: str) -> str | None:
    if unit in ("week", "weekend"):
        year, week, _ = (today + timedelta(weeks=step)).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    if unit in _SEASONS:
        return f"{today.year + step}-{_SEASONS[unit]}"
    return f"{today.year + step}" if unit == "year" else None


def _ago(today: date, words: Sequence[str]) -> str | None:
    unit, count = singular(words[-1]), _count(words[:-1])
    if count is None or unit not in ("day", "week", "month", "year") or not count.isdecimal() or int(count) > 1500:
        return None
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    back = today - timedelta(days * int(count))
    return back.isoformat() if unit in ("day", "week") else back.isoformat()[:7 if unit == "month" else 4]


def _calendar(words: Sequence[str], today: date) -> str | None:
    if len(words) == 1 and words[0].isdecimal() and 1900 <= int(words[0]) <= 2100:
        return words[0]
    if not words or words[0] not in _MONTHS:
        return None
    month = _MONTHS.index(words[0]) + 1
    if len(words) == 1:
        return f"{today.year}-{month:02d}"
    day = _day(words[1:])
    return f"{today.year}-{month:02d}-{day:02d}" if day else None


def _day(words: Sequence[str]) -> int | None:
    if len(words) == 1 and words[0] in _ORDINALS:
        return _ORDINALS.index(words[0]) + 1
    if len(words) == 2 and words[0] in ("twenty", "thirty") and words[1] in _ORDINALS[:9]:
        day = {"twenty": 20, "thirty": 30}[words[0]] + _ORDINALS.index(words[1]) + 1
    else:
        day = int(read_number(words) or 0)
    return day if 1 <= day <= 31 else None
