"""Engines with conditions and actions: CLIPS and business-rules."""

from __future__ import annotations

from typing import Any

from ..base import CHOICES, FLAGS, NUMBERS, Found, Rule


class Clips:
    """CLIPS through clipspy."""

    name = "CLIPS (clipspy)"
    module = "clips"

    def __init__(self, base: list[Rule]) -> None:
        import clips

        self.environment, self.symbol = clips.Environment(), clips.Symbol
        names = sorted({test[0] for rule in base for test in rule.when})
        self.environment.build(f"(deftemplate p {' '.join(f'(slot {name})' for name in names)})")
        self.environment.build("(deftemplate concl (slot name))")
        self.names = names
        for rule in base:
            tests = [
                f"({a} {_quoted(value)})" if op == "==" else f"({a} ~{_quoted(value)})" if op == "!="
                else f"({a} ?x{n}&:({op} ?x{n} {value}))"
                for n, (a, op, value) in enumerate(rule.when)
            ]
            parts = ([f"(p {' '.join(tests)})"] if tests else []) + [f"(concl (name {need}))" for need in rule.needs]
            self.environment.build(f"(defrule {rule.id} {' '.join(parts)} => (assert (concl (name {rule.then}))))")
        self.profile = self.environment.find_template("p")
        self.concluded = self.environment.find_template("concl")

    def assess(self, profile: dict[str, Any]) -> Found:
        self.environment.reset()
        symbol = self.symbol
        self.profile.assert_fact(**{
            n: symbol("TRUE" if profile[n] else "FALSE") if isinstance(profile[n], bool) else profile[n] for n in self.names
        })
        self.environment.run()
        return frozenset(str(fact["name"]) for fact in self.concluded.facts())


class BusinessRules:
    """business-rules by Venmo."""

    name = "business-rules"
    module = "business_rules"

    def __init__(self, base: list[Rule]) -> None:
        import business_rules
        from business_rules.actions import BaseActions, rule_action
        from business_rules.fields import FIELD_TEXT
        from business_rules.variables import BaseVariables, boolean_rule_variable, numeric_rule_variable, string_rule_variable

        space: dict[str, Any] = {"__init__": lambda self, world: setattr(self, "world", world)}
        kinds = {**dict.fromkeys(CHOICES, string_rule_variable), **dict.fromkeys(NUMBERS, numeric_rule_variable)}
        for name in [*CHOICES, *FLAGS, *NUMBERS, *sorted({rule.then for rule in base})]:
            space[name] = _variable(name, kinds.get(name, boolean_rule_variable))
        self.variables = type("Variables", (BaseVariables,), space)

        class Actions(BaseActions):
            def __init__(self, world: dict[str, Any], out: set[str]) -> None:
                self.world, self.out = world, out

            @rule_action(params={"then": FIELD_TEXT})
            def conclude(self, then: str) -> None:
                self.world[then] = True
                self.out.add(then)

        self.actions, self.run_all = Actions, business_rules.run_all
        self.rules = [
            {"conditions": {"all": [_business(*test) for test in rule.when] + [_business(need, "==", True) for need in rule.needs]},
             "actions": [{"name": "conclude", "params": {"then": rule.then}}]}
            for rule in sorted(base, key=lambda rule: rule.level)
        ]

    def assess(self, profile: dict[str, Any]) -> Found:
        world, out = dict(profile), set[str]()
        self.run_all(rule_list=self.rules, defined_variables=self.variables(world), defined_actions=self.actions(world, out),
                     stop_on_first_trigger=False)
        return frozenset(out)


def _quoted(value: Any) -> str:
    return ("TRUE" if value else "FALSE") if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _variable(name: str, decorate: Any) -> Any:
    def read(self: Any) -> Any:
        return self.world.get(name, False)

    read.__name__ = name
    return decorate()(read)


def _business(name: str, op: str, value: Any) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"name": name, "operator": "is_true" if value else "is_false", "value": ""}
    if isinstance(value, str):
        return {"name": name, "operator": "equal_to", "value": value} if op == "==" else {
            "name": name, "operator": "matches_regex", "value": f"^(?!{value}$)"}
    return {"name": name, "operator": {">=": "greater_than_or_equal_to", "<": "less_than"}[op], "value": value}
