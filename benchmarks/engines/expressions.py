"""Engines that evaluate an expression for each rule: GoRules zen and rule-engine."""

from __future__ import annotations

import json
from typing import Any

from ..base import Found, Rule


class Zen:
    """GoRules zen, an expression node for each level."""

    name = "GoRules zen"
    module = "zen"

    def __init__(self, base: list[Rule]) -> None:
        import zen

        nodes: list[dict[str, Any]] = [{"id": "in", "type": "inputNode", "name": "in"}]
        edges, previous = [], "in"
        self.concluded = sorted({rule.then for rule in base})
        for level in (1, 2, 3):
            by_target: dict[str, list[str]] = {}
            for rule in (rule for rule in base if rule.level == level):
                tests = [f"{a} {op} {_literal(value)}" for a, op, value in rule.when] + [f"{need} == true" for need in rule.needs]
                by_target.setdefault(rule.then, []).append(f"({' and '.join(tests)})")
            expressions = [{"id": t, "key": t, "value": " or ".join(tests)} for t, tests in sorted(by_target.items())]
            content = {"expressions": expressions, "passThrough": True}
            nodes.append({"id": f"l{level}", "type": "expressionNode", "name": f"l{level}", "content": content})
            edges.append({"id": f"e{level}", "type": "edge", "sourceId": previous, "targetId": f"l{level}"})
            previous = f"l{level}"
        nodes.append({"id": "out", "type": "outputNode", "name": "out"})
        edges.append({"id": "eo", "type": "edge", "sourceId": previous, "targetId": "out"})
        self.zen = zen.ZenEngine()
        self.decision = self.zen.create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def assess(self, profile: dict[str, Any]) -> Found:
        result = self.decision.evaluate(profile)["result"]
        return frozenset(name for name in self.concluded if result.get(name) is True)


class RuleEngine:
    """rule-engine, a compiled expression for each rule."""

    name = "rule-engine"
    module = "rule_engine"

    def __init__(self, base: list[Rule]) -> None:
        import rule_engine

        self.rules = []
        for rule in sorted(base, key=lambda rule: rule.level):
            tests = [f"{a} {op} {_literal(value)}" for a, op, value in rule.when] + [f"{need} == true" for need in rule.needs]
            self.rules.append((rule_engine.Rule(" and ".join(tests)), rule.then))
        self.empty = dict.fromkeys((rule.then for rule in base), False)

    def assess(self, profile: dict[str, Any]) -> Found:
        world = {**self.empty, **profile}
        out = set()
        for rule, then in self.rules:
            if rule.matches(world):
                out.add(then)
                world[then] = True
        return frozenset(out)


def _literal(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else f"'{value}'" if isinstance(value, str) else str(value)
