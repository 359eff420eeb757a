"""Catches what the skill inferred during one turn, for the trace on the page."""
from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Result = TypeVar("Result")


class InferenceRecorder:
    """The observer given to the skill. Turns run side by side in threads, so each thread has its own note."""

    def __init__(self) -> None:
        self._turn = threading.local()

    def __call__(self, inference: Mapping[str, Any]) -> None:
        """Notes an inference of the turn that runs in this thread; the last one of a turn counts."""
        self._turn.inference = copy.deepcopy(dict(inference))

    def during(self, turn: Callable[[], Result]) -> tuple[Result, dict[str, Any] | None]:
        """The result of the turn, and what was inferred in it."""
        self._turn.inference = None
        result = turn()
        return result, self._turn.inference
