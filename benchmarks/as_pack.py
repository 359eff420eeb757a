"""The synthetic rule base as a pack of this kernel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rules_core.authoring.authored import join
from rules_core.authoring.link import compile_pack
from rules_core.authoring.yaml_source import Document

from .base import CHOICES, FLAGS, NUMBERS, Rule


def compiled(base: list[Rule]) -> dict[str, Any]:
    """The same base as a compiled pack."""
    kinds = {1: "one", 2: "two", 3: "three"}
    conclusions = sorted({(rule.then, kinds[rule.level]) for rule in base})
    data = {
        "pack": {"id": "bench", "version": "1.0.0", "language": "en-US", "title": "Benchmark base"},
        "levels": ["only"],
        "strata": [{"id": kind, "kinds": [kind]} for kind in kinds.values()] + [{"id": "levels", "kinds": ["level"]}],
        "facts": [
            *({"id": name, "type": "yes_no"} for name in FLAGS),
            *({"id": name, "type": "enum", "values": list(values)} for name, values in CHOICES.items()),
            *({"id": name, "type": "int", "min": low, "max": high} for name, (low, high) in NUMBERS.items()),
        ],
        "conclusions": [{"id": name, "kind": kind} for name, kind in conclusions] + [{"id": "level_only", "kind": "level"}],
        "rules": [{"id": rule.id, "when": _when(rule), "then": {"conclude": rule.then}} for rule in base],
    }
    return compile_pack(join(Path("bench"), [Document("bench.yaml", data, {})]))


def _when(rule: Rule) -> dict[str, Any]:
    tests: list[dict[str, Any]] = []
    for attribute, op, value in rule.when:
        if op == "!=":
            tests.append({"not": {attribute: value}})
        elif op == "==":
            tests.append({attribute: value})
        else:
            tests.append({attribute: {"gte" if op == ">=" else "lt": value}})
    return {"all": [*tests, *({"concluded": name} for name in rule.needs)]}
