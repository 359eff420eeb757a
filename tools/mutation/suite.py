"""The tests of the pack as pytest collects them: which people each asks about, and whether one of them fails.

Nothing is rewritten here. The items are the ones that `make test` runs, and an item is run by calling its own test function with its own
fixtures.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from rules_core import KnowledgeBase, Result

OPTIONS = (
    "-qq", "--no-header", "--no-summary", "--capture=no", "--tb=native", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist",
    "-m", "not slow",
)


@dataclass
class Item:
    """One test: how long it takes in seconds, the people it asks about by number, and whether it reads scores."""

    test: pytest.Item
    seconds: float = 0.0
    people: set[int] = field(default_factory=set)
    reads_scores: bool = False

    @property
    def name(self) -> str:
        """Its node id."""
        return self.test.nodeid

    def fails(self) -> bool:
        """Whether the test fails now."""
        return any(report.failed for report in runtestprotocol(self.test, log=False, nextitem=None))


class Collected:
    """A pytest plugin that runs no test by itself: `work` gets the items, and says in the end whether all is well."""

    def __init__(self, work: Callable[[Sequence[pytest.Item]], int]) -> None:
        self._work = work
        self.status = 0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Called by pytest once everything is collected."""
        if session.testsfailed:
            raise session.Interrupted(f"{session.testsfailed} modules cannot be collected")
        self.status = self._work(session.items)
        return True


def with_items(paths: Sequence[str], work: Callable[[Sequence[pytest.Item]], int]) -> int:
    """Collect the tests in `paths` and let `work` have them; its status, or pytest's where nothing could be collected."""
    plugin = Collected(work)
    code = pytest.main([*OPTIONS, *paths], plugins=[plugin])
    return plugin.status or int(code)


class Recorder:
    """While it is at work, everybody a test asks the shared knowledge base about is noted."""

    def __init__(self, kb: KnowledgeBase, note: Callable[[Result], int]) -> None:
        self._kb, self._note = kb, note

    def record(self, tests: Sequence[pytest.Item]) -> list[Item]:
        """Each test run once; those that ask about nobody are left out. Raises SystemExit when one of them fails."""
        found: list[Item] = []
        failed: list[str] = []
        right = {name: getattr(KnowledgeBase, name) for name in ("infer", "infer_in_python")}
        for test in tests:
            item = Item(test)
            for name, method in right.items():
                setattr(KnowledgeBase, name, self._noting(method, item.people))
            started = time.process_time()
            try:
                with _scores_watched(item):
                    if item.fails():
                        failed.append(item.name)
            finally:
                for name, method in right.items():
                    setattr(KnowledgeBase, name, method)
            item.seconds = time.process_time() - started
            if item.people:
                found.append(item)
        if failed:
            raise SystemExit("these tests fail without any fault: " + ", ".join(failed[:5]))
        return found

    def _noting(self, method: Callable[..., Result], people: set[int]) -> Callable[..., Result]:
        def noting(kb: KnowledgeBase, facts: Mapping[str, Any]) -> Result:
            result = method(kb, facts)
            if kb is self._kb and result.facts:
                people.add(self._note(result))
            return result

        return noting


@contextmanager
def _scores_watched(item: Item) -> Iterator[None]:
    """While this lasts, reading the scores of a result is noted."""

    def read(result: Result) -> Any:
        item.reads_scores = True
        return vars(result)["scores"]

    def write(result: Result, scores: Any) -> None:
        vars(result)["scores"] = scores

    Result.scores = property(read, write)  # type: ignore[assignment]
    try:
        yield
    finally:
        del Result.scores  # type: ignore[misc]
