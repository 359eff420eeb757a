"""Made-up people: what each would answer if asked, most of it harmless, some of it unknown."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from rules_core import FactSpec, KnowledgeBase

UNSURE = 0.05
"""Share of questions a person cannot answer."""
TROUBLED = 0.25
"""Share of yes/no and list questions answered with something rather than with no."""

Answers = dict[str, Any]


def many(kb: KnowledgeBase, count: int, seed: int = 23) -> list[Answers]:
    """What `count` people would answer to every question that an interview of them may ask."""
    rng = random.Random(seed)
    return [one(kb, rng) for _ in range(count)]


def one(kb: KnowledgeBase, rng: random.Random) -> Answers:
    """One person's answers to all that concerns them."""
    answers: Answers = {}
    waiting = askable(kb)
    while waiting:
        spec = next(one for one in waiting if not any(other.id in one.ask_if for other in waiting))
        waiting.remove(spec)
        if concerns(spec, answers):
            answers[spec.id] = "unknown" if rng.random() < UNSURE else _answer(spec, rng)
    return {spec.id: answers[spec.id] for spec in askable(kb) if spec.id in answers}


def reply(spec: FactSpec, answers: Mapping[str, Any]) -> Any:
    """What the person says when asked: a plain no where it turns out not to concern them."""
    return answers.get(spec.id, ["none"] if spec.type == "multi" else spec.no or "no")


def askable(kb: KnowledgeBase) -> list[FactSpec]:
    """The facts that interviews ask for, in the pack's order."""
    return [spec for spec in kb.facts.values() if spec.ask and spec.scope == "person" and not spec.derived_from]


def concerns(spec: FactSpec, answers: Mapping[str, Any]) -> bool:
    """Whether somebody with these answers is asked for the fact at all."""
    return all(set(_several(answers.get(name))) & set(values) for name, values in spec.ask_if.items())


def harmless(spec: FactSpec, answer: Any) -> bool:
    """Whether the answer is a plain no."""
    return answer == ["none"] or answer == "no" or bool(spec.no and answer == spec.no)


def _answer(spec: FactSpec, rng: random.Random) -> Any:
    if spec.type == "int":
        return rng.randint(spec.min, spec.max)
    if spec.type == "enum":
        return rng.choice(spec.values)
    troubled = rng.random() < TROUBLED
    if spec.type == "yes_no":
        return "yes" if troubled else "no"
    values = [value for value in spec.values if value != "none"]
    if troubled or "none" not in spec.values:  # a list without "none" always has an answer: a place, say
        return rng.sample(values, rng.choice((1, 1, 2)) if len(values) > 1 else 1)
    return ["none"]


def _several(answer: Any) -> list[Any]:
    return answer if isinstance(answer, list) else [answer]
