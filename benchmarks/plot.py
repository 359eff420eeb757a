"""Figures as SVG, drawn here: bars and lines on logarithmic scales are all the benchmarks need."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

INK, FAINT, OWN, OTHER = "#222222", "#cccccc", "#1f6f54", "#8a9bb0"
COLOURS = (OWN, "#b3541e", "#6b6b6b", "#3c6ea5", "#a03c78")
WIDTH, LABELS = 760, 230


class Canvas:
    """An SVG drawing that grows downwards."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.height = 0.0

    def text(self, x: float, y: float, text: str, *, size: int = 12, anchor: str = "start", weight: str = "normal") -> None:
        """A piece of text at a point."""
        style = f'font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{INK}"'
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(text)}</text>')

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>')

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float = 1) -> None:
        """A line through points."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>')

    def svg(self, title: str) -> str:
        """The whole drawing."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height:.0f}" font-family="sans-serif" role="img">'
        ground = f'<title>{escape(title)}</title><rect width="{WIDTH}" height="{self.height:.0f}" fill="#ffffff"/>'
        return "\n".join([head, ground, *self.parts, "</svg>"]) + "\n"


class Scale:
    """A logarithmic scale from a value to a position."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low, self.high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
        if self.low == self.high:
            self.high *= 10
        self._start, self._length = start, end - start

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self._start + self._length * math.log10(value / self.low) / math.log10(self.high / self.low)

    def ticks(self) -> list[float]:
        """The powers of ten on it."""
        first, last = round(math.log10(self.low)), round(math.log10(self.high))
        return [10.0**power for power in range(first, last + 1)]


def bars(canvas: Canvas, title: str, unit: str, values: Mapping[str, float], own: Sequence[str]) -> None:
    """A bar for each value; those of `own` are in the first colour."""
    top = canvas.height + 30
    canvas.text(16, top, title, size=15, weight="bold")
    scale = Scale(list(values.values()), LABELS, WIDTH - 90)
    bottom = top + 16 + 24 * len(values)
    for tick in scale.ticks():
        canvas.line([(scale.at(tick), top + 10), (scale.at(tick), bottom)], FAINT)
        canvas.text(scale.at(tick), bottom + 14, f"{tick:g}", size=10, anchor="middle")
    for number, (name, value) in enumerate(values.items()):
        y = top + 16 + 24 * number
        canvas.text(LABELS - 8, y + 12, name, anchor="end")
        canvas.bar(LABELS, y, max(scale.at(value) - LABELS, 1), 16, OWN if name in own else OTHER)
        canvas.text(scale.at(value) + 6, y + 12, f"{value:,.0f}")
    canvas.text(WIDTH - 16, bottom + 14, unit, size=10, anchor="end")
    canvas.height = bottom + 30


def lines(canvas: Canvas, title: str, units: tuple[str, str], series: Mapping[str, Sequence[tuple[float, float]]]) -> None:
    """A line for each series, both axes logarithmic, each named at its end."""
    top, bottom = canvas.height + 30, canvas.height + 330
    canvas.text(16, top, title, size=15, weight="bold")
    across = Scale([x for points in series.values() for x, _ in points], 70, WIDTH - 210)
    up = Scale([y for points in series.values() for _, y in points], bottom, top + 20)
    for tick in up.ticks():
        canvas.line([(70, up.at(tick)), (WIDTH - 210, up.at(tick))], FAINT)
        canvas.text(62, up.at(tick) + 4, f"{tick:g}", size=10, anchor="end")
    for tick in sorted({x for points in series.values() for x, _ in points}):
        canvas.line([(across.at(tick), bottom), (across.at(tick), bottom + 4)], INK)
        canvas.text(across.at(tick), bottom + 16, f"{tick:,.0f}", size=10, anchor="middle")
    ends = _apart(sorted(((up.at(points[-1][1]), name) for name, points in series.items())))
    for (name, points), colour in zip(series.items(), COLOURS, strict=False):
        canvas.line([(across.at(x), up.at(y)) for x, y in points], colour, 2)
        canvas.text(across.at(points[-1][0]) + 10, ends[name] + 4, name, size=11)
    canvas.text(16, bottom + 32, f"{units[1]}, by {units[0]}", size=10)
    canvas.height = bottom + 44


def _apart(places: Sequence[tuple[float, str]], gap: float = 14) -> dict[str, float]:
    """The same places from above, moved down where two names would overlap.

    >>> _apart([(10.0, "a"), (12.0, "b")])
    {'a': 10.0, 'b': 24.0}
    """
    placed: dict[str, float] = {}
    last = -math.inf
    for y, name in places:
        last = placed[name] = max(y, last + gap)
    return placed
