"""A synthetic rule base of any size, and its profiles."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

FLAGS = (
    "pregnant", "breastfeeding", "heavy_cream", "sun_damage", "recent_laser", "burn_history", "blistering",
    "on_retinoid", "on_steroid", "near_eyes", "itchy", "painful", "bleeding", "exfoliates",
)
CHOICES = {
    "age_group": ("newborn", "child", "teen", "adult", "senior"),
    "skin_type": ("dry", "oily", "normal", "combination"),
    "site": ("cheeks", "eyelids", "nose", "trunk", "genital"),
    "climate": ("humid", "dry", "temperate"),
}
NUMBERS = {"age_years": (0, 90), "weeks_present": (0, 60), "count": (1, 80)}
ATTRIBUTES = (*FLAGS, *CHOICES, *NUMBERS)
Found = frozenset[str]
"""The conclusions of one profile."""


@dataclass(frozen=True)
class Rule:
    """One rule: tests on attributes, earlier conclusions it needs, what it concludes; `level` 1 to 3."""

    id: str
    level: int
    when: tuple[tuple[str, str, Any], ...]
    needs: tuple[str, ...]
    then: str


def rules(size: int = 150, seed: int = 7) -> list[Rule]:
    """`size` rules in three levels of chaining (40, 32 and 28 per cent)."""
    rng = random.Random(seed)
    shares = (("f", 16), ("g", 11), ("h", 13))
    first, second, third = ([f"{letter}{n:03d}" for n in range(max(4, size * share // 100))] for letter, share in shares)
    made: list[Rule] = []
    for number in range(size * 40 // 100):
        tests = tuple(_test(rng, a) for a in rng.sample(ATTRIBUTES, rng.choice((1, 2, 2, 3))))
        made.append(Rule(f"r{len(made):04d}", 1, tests, (), first[number % len(first)]))
    for level, earlier, targets, count in ((2, first, second, size * 32 // 100), (3, second, third, size - size * 72 // 100)):
        for number in range(count):
            tests = tuple(_test(rng, a) for a in rng.sample(ATTRIBUTES, rng.choice((0, 1, 1))))
            needs = tuple(sorted(rng.sample(earlier, rng.choice((1, 2, 2)))))
            made.append(Rule(f"r{len(made):04d}", level, tests, needs, targets[number % len(targets)]))
    return made


def _test(rng: random.Random, attribute: str) -> tuple[str, str, Any]:
    if attribute in CHOICES:
        return attribute, rng.choice(("==", "==", "!=")), rng.choice(CHOICES[attribute])
    if attribute in NUMBERS:
        low, high = NUMBERS[attribute]
        return attribute, rng.choice((">=", "<")), rng.randint(low + 1, high - 1)
    return attribute, "==", rng.random() < 0.5


def profiles(count: int, seed: int = 11) -> list[dict[str, Any]]:
    """Profiles with every attribute known, as the peers need them."""
    rng = random.Random(seed)
    return [
        {**{f: rng.random() < 0.4 for f in FLAGS}, **{n: rng.choice(v) for n, v in CHOICES.items()},
         **{n: rng.randint(*bounds) for n, bounds in NUMBERS.items()}}
        for _ in range(count)
    ]
