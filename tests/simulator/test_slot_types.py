"""Numbers, durations and dates as Alexa reports them."""
from __future__ import annotations

from datetime import date

import pytest

from simulator.nlu.slot_numbers import read_number
from simulator.nlu.slot_times import read_date, read_duration

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(("said", "number"), [
    ("nineteen", "19"), ("thirty four", "34"), ("two hundred and five", "205"), ("one thousand two hundred", "1200"),
    ("150", "150"), ("hundred", "100"), ("twenty twenty", None), ("five fern", None), ("and", None), ("two and", None), ("", None),
])
def test_numbers(said: str, number: str | None) -> None:
    assert read_number(said.split()) == number


@pytest.mark.parametrize(("said", "duration"), [
    ("three weeks", "P3W"), ("week", "P1W"), ("half hour", "PT30M"), ("half year", "P6M"), ("ten minutes", "PT10M"),
    ("couple of months", "P2M"), ("two fortnights", "P4W"), ("six months and two weeks", "P6M2W"),
    ("one hour and ten minutes", "PT1H10M"), ("fern", None), ("many weeks", None), ("", None),
])
def test_durations(said: str, duration: str | None) -> None:
    assert read_duration(said.split()) == duration


@pytest.mark.parametrize(("said", "day"), [
    ("today", "2026-11-22"), ("tomorrow", "2026-11-23"), ("yesterday", "2026-11-21"), ("friday", "2026-11-27"),
    ("next week", "2026-W48"), ("this weekend", "2026-W47-WE"), ("next month", "2026-12"), ("last year", "2025"),
    ("this winter", "2026-WI"), ("two weeks ago", "2026-11-08"), ("three months ago", "2026-08"), ("2025", "2025"),
    ("november", "2026-11"), ("november twenty second", "2026-11-22"), ("may third", "2026-05-03"), ("june fifteen", "2026-06-15"),
    ("next fern", None), ("fern", None), ("may fern", None), ("many days ago", None), ("", None),
])
def test_dates(said: str, day: str | None) -> None:
    assert read_date(said.split(), SUNDAY) == day
