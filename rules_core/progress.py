"""A progress line for the command line; silent where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable

EVERY = 500


class Progress:
    """Shows how far a file has been read."""

    def __init__(self, size: int, position: Callable[[], int]) -> None:
        self._size, self._position = max(size, 1), position
        self._watched = sys.stderr.isatty()
        self._number = 0

    def show(self, number: int) -> None:
        """Profile `number` has been answered."""
        self._number = number
        if self._watched and number % EVERY == 0:
            share = min(self._position() / self._size, 1.0)
            bar = "#" * int(share * 30)
            print(f"\r[{bar:<30}] {share:4.0%} {number:,} profiles", end="", file=sys.stderr, flush=True)

    def done(self, bad: int) -> None:
        """Everything has been read."""
        start = "\r" if self._watched else ""
        print(f"{start}{self._number:,} profiles, {bad:,} refused{' ' * 30 if self._watched else ''}", file=sys.stderr)
