"""No engine at all: what plain Python does with the same rules."""

from __future__ import annotations

import operator
from typing import Any

from ..base import Found, Rule


class ByHand:
    """Generated Python source, as a person would write it: the lower bound."""

    name = "hand-written Python"
    module = "json"

    def __init__(self, base: list[Rule]) -> None:
        lines = ["def assess(p):", " out = set(); add = out.add"]
        lines += [f" v_{name} = p[{name!r}]" for name in sorted({test[0] for rule in base for test in rule.when})]
        for rule in sorted(base, key=lambda rule: rule.level):
            tests = [
                (f"v_{a}" if value else f"not v_{a}") if isinstance(value, bool) else f"v_{a} {op} {value!r}"
                for a, op, value in rule.when
            ] + [f"{name!r} in out" for name in rule.needs]
            lines.append(f" if {' and '.join(tests)}: add({rule.then!r})")
        space: dict[str, Any] = {}
        exec("\n".join([*lines, " return frozenset(out)"]), space)
        self.assess = space["assess"]


class Traced:
    """Rules as data over plain Python, with a list of what fired."""

    name = "data-driven Python with trace"
    module = "json"

    def __init__(self, base: list[Rule]) -> None:
        operators = {"==": operator.eq, "!=": operator.ne, ">=": operator.ge, "<": operator.lt}
        self.rules = [
            (rule.id, [(a, operators[op], value) for a, op, value in rule.when], rule.needs, rule.then)
            for rule in sorted(base, key=lambda rule: rule.level)
        ]

    def assess(self, profile: dict[str, Any]) -> Found:
        out: set[str] = set()
        fired = []
        for name, tests, needs, then in self.rules:
            if all(test(profile[a], value) for a, test, value in tests) and all(need in out for need in needs):
                out.add(then)
                fired.append(name)
        return frozenset(out)
