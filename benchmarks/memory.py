"""Whether inferring for ever costs memory: growth of the process over many inferences, after a warm-up."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from rules_core import KnowledgeBase

from . import base, machine, people
from .engines import Kernel

WARM_UP = 5_000
VARIED = 500


@dataclass(frozen=True)
class Growth:
    """Bytes the process grew by over `count` inferences, and how many different answers it gave."""

    what: str
    count: int
    grown: int
    different: int
    microseconds: float


def run(count: int = 200_000) -> list[Growth]:
    """The growth of each subject, each in a process of its own."""
    return [_apart(name, share) for name, share in (("base", count), ("milia", max(count // 10, 100)))]


def _apart(name: str, count: int) -> Growth:
    done = subprocess.run([sys.executable, "-m", "benchmarks.memory", name, str(count)], capture_output=True, text=True, check=True)
    return Growth(**json.loads(done.stdout))


def measure(name: str, count: int) -> Growth:
    """In this process: the resident memory before and after, read once everything collectable is collected."""
    what, ask = _subject(name)
    for number in range(min(WARM_UP, count)):
        ask(number)
    different = len({ask(number) for number in range(VARIED)})
    machine.resident()  # collecting, too, lays things out anew once
    for number in range(min(WARM_UP, count)):
        ask(number)
    before = machine.resident()
    start = time.perf_counter()
    for number in range(count):
        ask(number)
    spent = time.perf_counter() - start
    return Growth(what, count, machine.resident() - before, different, spent / count * 1e6)


def _subject(name: str) -> tuple[str, Callable[[int], int]]:
    """What is asked for inference `number`: conclusions and proof are read, and told apart by a number."""
    if name == "milia":
        kb = KnowledgeBase.load("milia")
        everyone: list[dict[str, Any]] = people.many(kb, VARIED)
        what = "the milia pack, conclusions, proof and next question"
    else:
        kb = Kernel(base.rules()).kb
        everyone = base.profiles(VARIED)
        what = "150 rules, conclusions and proof"

    def ask(number: int) -> int:
        result = kb.infer(everyone[number % VARIED])
        if name == "milia":
            kb.next_question(result)
        return hash((result.conclusions, len(result.trace), result.vetoed))

    return what, ask


if __name__ == "__main__":
    print(json.dumps(asdict(measure(sys.argv[1], int(sys.argv[2])))))
