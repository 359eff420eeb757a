"""How many questions an interview takes: the kernel's choice beside the pack's own order and a random one."""

from __future__ import annotations

import multiprocessing
import random
import statistics
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rules_core import KnowledgeBase, Question, Result

from . import people

CAPS = range(6, 13)
Decision = tuple[str | None, tuple[str, ...]]
Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Course:
    """One person's interview: questions asked by each order, and after how many the level and the decision were final.

    `facts` is how many single facts the chosen questions settled, since a screening question settles several.
    """

    chosen: int
    facts: int
    in_order: int
    random_order: int
    everything: int
    levels: tuple[bool, ...]
    decisions: tuple[bool, ...]
    sound: bool


@dataclass(frozen=True)
class Study:
    """What the interviews of many people come to."""

    courses: list[Course] = field(repr=False)

    def spread(self, order: str) -> tuple[float, float, float]:
        """Mean, median and 95th percentile of the questions asked in one order."""
        counts = sorted(getattr(course, order) for course in self.courses)
        return statistics.mean(counts), statistics.median(counts), counts[min(len(counts) - 1, len(counts) * 95 // 100)]

    def settled(self, what: str) -> list[tuple[int, float]]:
        """For each cap, the share of people whose `levels` or `decisions` were final by then."""
        return [(cap, statistics.mean(getattr(course, what)[n] for course in self.courses)) for n, cap in enumerate(CAPS)]

    @property
    def unsound(self) -> int:
        """People whose interview ran to its end, and whose decision the answers not asked for would have changed; must be 0."""
        return sum(not course.sound for course in self.courses)


def run(count: int = 10_000, processes: int = 2) -> Study:
    """The interviews of `count` made-up people on the milia pack."""
    chunks = [(seed, min(250, count - seed * 250)) for seed in range((count + 249) // 250)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        return Study([course for part in pool.imap(_several, chunks) for course in part])


def _several(chunk: tuple[int, int]) -> list[Course]:
    seed, count = chunk
    kb = KnowledgeBase.load("milia")
    rng = random.Random(seed)
    asker = Asker(kb)
    return [course(asker, answers, rng) for answers in people.many(kb, count, seed)]


class Asker:
    """Answers what to ask next, and remembers it: first questions are the same for many people."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self._known: dict[str, Question | None] = {}

    def next(self, answers: Answers, asked: Collection[str]) -> Question | None:
        """The kernel's next question after these answers."""
        key = f"{sorted(answers.items())} {sorted(asked)}"
        if key not in self._known:
            question = self.kb.next_question(self.kb.infer(answers), asked)
            if len(answers) > 12:
                return question
            self._known[key] = question
        return self._known[key]


def course(asker: Asker, answers: Answers, rng: random.Random) -> Course:
    """One person's interview, in every order."""
    said: dict[str, Any] = {}
    decisions = [decision(asker.kb, asker.kb.infer({}))]
    for facts in asked_by_kernel(asker, answers, said):
        said.update({name: people.reply(asker.kb.facts[name], answers) for name in facts})
        decisions.append(decision(asker.kb, asker.kb.infer(said)))
    final = decisions[-1]
    capped = [decisions[min(cap, len(decisions) - 1)] for cap in CAPS]
    order = list(answers)
    return Course(
        len(decisions) - 1, len(said), _until_settled(asker, answers, order),
        _until_settled(asker, answers, rng.sample(order, len(order))), len(order),
        tuple(level == final[0] for level, _ in capped), tuple(one == final for one in capped),
        stopped(asker.kb, final[0]) or decision(asker.kb, asker.kb.infer({**said, **answers})) == final,
    )


def asked_by_kernel(asker: Asker, answers: Answers, said: Answers) -> Iterator[tuple[str, ...]]:
    """The facts settled by each question, until none is left. `said` is what has been answered so far.

    A screening question that is answered with a plain no settles all its facts; otherwise it has cost a
    question, and its facts are asked one by one.
    """
    split: set[str] = set()
    while (question := asker.next(said, tuple(said))) is not None:
        one_by_one = question.screen in split
        facts = question.facts[:1] if one_by_one else question.facts
        screen = next((s for s in asker.kb.screens if s.id == question.screen), None)
        plain_no = all(people.harmless(asker.kb.facts[name], people.reply(asker.kb.facts[name], answers)) for name in facts)
        if screen is not None and screen.denies and not one_by_one and len(facts) > 1 and not plain_no:
            split.add(screen.id)
            yield ()
            continue
        yield facts


def _until_settled(asker: Asker, answers: Answers, order: list[str]) -> int:
    """How many facts must be asked in this order until nothing can change any more (more answers keep it so)."""
    low, high = 0, len(order)
    while low < high:
        middle = (low + high) // 2
        said = {name: answers[name] for name in order[:middle]}
        if asker.next(said, tuple(said)) is None:
            high = middle
        else:
            low = middle + 1
    return low


def decision(kb: KnowledgeBase, result: Result) -> Decision:
    """What the pack's interview is for: the level, and the conclusions of the deciding kinds."""
    kinds = set(kb.decision["kinds"])
    return result.level, tuple(one.id for one in result.conclusions if one.kind in kinds)


def stopped(kb: KnowledgeBase, level: str | None) -> bool:
    """Whether the pack asks nothing more at this level, whatever is open: acting comes first."""
    stops_at = kb.decision.get("stops_at")
    return bool(stops_at and level) and kb.levels.index(str(level)) >= kb.levels.index(str(stops_at))
