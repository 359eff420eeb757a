"""Many profiles at once: streaming, in order, in this process or in several, nothing lost silently."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import FactError, WorkerError
from .inference import Outcome
from .result import Result

if TYPE_CHECKING:
    from .knowledge_base import KnowledgeBase

CHUNK = 200
"""Profiles sent to a worker at a time."""
AHEAD = 3
"""Chunks that each worker may be ahead of the reader: memory stays the same however long the input is."""


class Refusal(NamedTuple):
    """A profile that was not inferred on: its number in the input, from 1, and the reason.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> next(kb.infer_many([{"soil": "wett"}]))
    Refusal(number=1, problem="'soil' cannot be 'wett'; did you mean 'wet'?")
    """

    number: int
    problem: str


Packed = tuple[Any, ...]


def infer_many(kb: KnowledgeBase, profiles: Iterable[Any], workers: int) -> Iterator[Result | Refusal]:
    """One Result or Refusal for each profile, in order."""
    numbered = enumerate(profiles, 1)
    if workers < 2:
        for number, facts in numbered:
            yield _one(kb, number, facts)
        return
    yield from _shared(kb, numbered, workers)


def _shared(kb: KnowledgeBase, numbered: Iterator[tuple[int, Any]], workers: int) -> Iterator[Result | Refusal]:
    """Raises WorkerError when a worker process dies."""
    import multiprocessing  # slow to import, and most callers never need it
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")
    chunks = _chunks(numbered)
    with ProcessPoolExecutor(workers, context, _start, (kb,)) as pool:
        waiting: deque[Future[list[Packed | Refusal]]] = deque()
        try:
            waiting.extend(pool.submit(_work, chunk) for chunk in islice(chunks, workers * AHEAD))
            while waiting:
                answers = waiting.popleft().result()
                waiting.extend(pool.submit(_work, chunk) for chunk in islice(chunks, 1))
                for answer in answers:
                    yield answer if isinstance(answer, Refusal) else kb._restore(unpack(kb, answer))
        except BrokenProcessPool as error:
            raise WorkerError("a worker process died; what was not answered yet is lost: run again, with fewer workers") from error
        finally:
            for future in waiting:
                future.cancel()


def _one(kb: KnowledgeBase, number: int, facts: Any) -> Result | Refusal:
    if isinstance(facts, Refusal):
        return Refusal(number, facts.problem)
    try:
        return kb.infer(facts)
    except FactError as error:
        return Refusal(number, str(error))


def _chunks(numbered: Iterator[tuple[int, Any]]) -> Iterator[list[tuple[int, Any]]]:
    while chunk := list(islice(numbered, CHUNK)):
        yield chunk


_worker: dict[str, KnowledgeBase] = {}
"""The one base of a worker process; empty in every other process."""


def _start(kb: KnowledgeBase) -> None:
    _worker["kb"] = kb


def _work(chunk: list[tuple[int, Any]]) -> list[Packed | Refusal]:
    kb = _worker["kb"]
    answers = [_one(kb, number, facts) for number, facts in chunk]
    return [answer if isinstance(answer, Refusal) else pack(answer) for answer in answers]


def pack(result: Result) -> Packed:
    """A result as plain data that another process with the same base can restore."""
    found = result._outcome
    tables = (found.vetoed_by, found.withheld_by)
    vetoed, withheld = ({name: [unit.number for unit in units] for name, units in table.items()} for table in tables)
    fired = [(unit.number, number) for unit, number in found.fired]
    return (dict(found.facts), fired, found.states, vetoed, withheld, found.missing, found.scores, found.rank)


def unpack(kb: KnowledgeBase, packed: Packed) -> Outcome:
    """The outcome that `pack` took apart."""
    facts, fired, states, vetoed, withheld, missing, scores, rank = packed
    units = kb._units
    by = [{name: [units[n] for n in numbers] for name, numbers in table.items()} for table in (vetoed, withheld)]
    return Outcome(facts, [(units[n], number) for n, number in fired], states, by[0], by[1], missing, scores, rank)


def read_profiles(lines: Iterable[str | bytes]) -> Iterator[Mapping[str, Any] | Refusal]:
    """Profiles from JSON lines; a line that is none becomes a Refusal. Empty lines are refused too, and keys given twice."""
    for number, line in enumerate(lines, 1):
        try:
            facts = json.loads(line, object_pairs_hook=_once_each)
        except (ValueError, RecursionError) as error:
            yield Refusal(number, f"is not JSON: {error}")
            continue
        yield facts if isinstance(facts, dict) else Refusal(number, f"is not a JSON object but {type(facts).__name__}")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name in found if sum(name == other for other, _ in pairs) > 1)
        raise ValueError(f"the key {ascii(twice)[:60]} stands twice")
    return found
