"""Random packs and random facts for them, from a seed: the material of the differential tests."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules_core.authoring.authored import join
from rules_core.authoring.link import compile_pack
from rules_core.authoring.yaml_source import Document
from rules_core.errors import PackError

FACTS = [
    {"id": "who", "type": "enum", "values": ["a", "b", "c", "d", "e"]},
    {"id": "where", "type": "enum", "values": ["x", "y", "z"]},
    {"id": "wet", "type": "yes_no"},
    {"id": "hot", "type": "yes_no"},
    {"id": "signs", "type": "multi", "values": ["none", "p", "q", "r", "s"]},
    {"id": "uses", "type": "multi", "values": ["t", "u", "v"]},
    {"id": "age", "type": "int", "min": 0, "max": 20},
    {"id": "below", "type": "int", "min": -5, "max": 5},
]
STRATA = [("first", ["one"]), ("second", ["two"]), ("judge", ["level"]), ("third", ["three"])]
LEVELS = ["low", "mid", "high"]


@dataclass(frozen=True)
class Mix:
    """How often a rule adds to a score, a test looks at one, at the level, or asks for "unknown"; and a rule vetoes."""

    scores: float = 0.2
    score_tests: float = 0.05
    level_tests: float = 0.07
    unknown_tests: float = 0.08
    vetoes: float = 0.25


USUAL = Mix()
SCORED = Mix(scores=0.6, score_tests=0.35, level_tests=0, unknown_tests=0, vetoes=0.4)
"""Vetoes that rest on scores, and scores on scores; nothing rests on the level, or on what is not known."""


def random_compiled(
    rng: random.Random, rules: int = 30, facts: list[dict[str, Any]] = FACTS, mix: Mix = USUAL
) -> dict[str, Any]:
    """A compiled pack of up to `rules` rules that the linker accepts."""
    conclusions = [{"id": f"level_{name}", "kind": "level"} for name in LEVELS]
    kinds = {}
    for number, (_, names) in enumerate(STRATA):
        if names[0] != "level":
            for i in range(6):
                kinds[f"c{number}_{i}"] = number
                conclusions.append({"id": f"c{number}_{i}", "kind": names[0]})
    authored = [_rule(rng, n, kinds, facts, mix) for n in range(rules)]
    data = {
        "pack": {"id": "random", "version": "0.0.1", "language": "en-US", "title": "random"},
        "levels": LEVELS,
        "decision": {"level": True, "kinds": ["one", "three"]},
        "strata": [{"id": name, "kinds": kinds_} for name, kinds_ in STRATA],
        "facts": facts, "conclusions": conclusions, "rules": authored,
    }
    while True:
        try:
            return compile_pack(join(Path("random"), [Document("random.yaml", data, {})]))
        except PackError as error:
            bad = {p.where.split("[")[1].split("]")[0] for p in error.problems if p.where.startswith("rules[")}
            assert bad, error
            data["rules"] = [rule for rule in data["rules"] if rule["id"] not in bad]


def _rule(rng: random.Random, number: int, kinds: dict[str, int], facts: list[dict[str, Any]], mix: Mix) -> dict[str, Any]:
    target = rng.choice([*kinds, "level", "level"])
    stratum = 2 if target == "level" else kinds[target]
    when = _condition(rng, stratum, kinds, facts, mix) if rng.random() > 0.03 else "always"
    if target == "level":
        return {"id": f"r{number}", "when": when, "then": {"level": rng.choice(LEVELS)}}
    then: dict[str, Any] = {"veto" if rng.random() < mix.vetoes else "conclude": target}
    if rng.random() < mix.scores:
        then["score"] = {rng.choice(["s1", "s2"]): rng.randint(-3, 4)}
    return {"id": f"r{number}", "when": when, "then": then}


def _condition(
    rng: random.Random, stratum: int, kinds: dict[str, int], facts: list[dict[str, Any]], mix: Mix, depth: int = 0
) -> dict[str, Any]:
    if depth < 3 and rng.random() < 0.45:
        word = rng.choice(["all", "any", "not"])
        if word == "not":
            return {"not": _condition(rng, stratum, kinds, facts, mix, depth + 1)}
        return {word: [_condition(rng, stratum, kinds, facts, mix, depth + 1) for _ in range(rng.randint(1, 3))]}
    return _test(rng, stratum, kinds, facts, mix)


def _test(rng: random.Random, stratum: int, kinds: dict[str, int], facts: list[dict[str, Any]], mix: Mix) -> dict[str, Any]:
    earlier = [name for name, number in kinds.items() if number < stratum]
    if earlier and rng.random() < 0.3:
        return {rng.choice(["concluded", "concluded", "vetoed", "withheld"]): rng.choice(earlier)}
    if stratum > 0 and rng.random() < mix.score_tests:
        return {"score": {rng.choice(["s1", "s2"]): {rng.choice(["gte", "lt", "eq"]): rng.randint(-2, 4)}}}
    if stratum == 3 and rng.random() < mix.level_tests:
        return {"level": {rng.choice(["gte", "lt"]): rng.choice(LEVELS)}}
    fact = rng.choice(facts)
    if rng.random() < mix.unknown_tests:
        return {fact["id"]: {"unknown": rng.random() < 0.8}}
    if fact["type"] == "int":
        return {fact["id"]: {rng.choice(["lt", "lte", "gt", "gte", "eq"]): rng.randint(fact["min"], fact["max"])}}
    values = ["yes", "no"] if fact["type"] == "yes_no" else fact["values"]
    some = rng.sample(values, rng.randint(1, len(values) - 1))
    if fact["type"] == "multi":
        return {fact["id"]: {"has": some[0]} if len(some) == 1 else {"in": some[:2]}}
    return {fact["id"]: some[0] if len(some) == 1 else {"in": some}}


def random_facts(rng: random.Random, facts_: list[dict[str, Any]] = FACTS) -> dict[str, Any]:
    """A random profile: facts missing, unknown, open, complete or denied."""
    facts: dict[str, Any] = {}
    for fact in facts_:
        roll = rng.random()
        if roll < 0.25:
            continue
        if roll < 0.35:
            facts[fact["id"]] = "unknown"
        elif fact["type"] == "int":
            facts[fact["id"]] = rng.randint(fact["min"], fact["max"])
        elif fact["type"] == "multi":
            values = [v for v in fact["values"] if v != "none"]
            some = rng.sample(values, rng.randint(1, len(values)))
            facts[fact["id"]] = ["none"] if rng.random() < 0.2 else some + (["unknown"] if rng.random() < 0.4 else [])
        else:
            facts[fact["id"]] = rng.choice(["yes", "no"] if fact["type"] == "yes_no" else fact["values"])
    return facts
