"""The same rules on this kernel and on its peers: each class answers a profile with its conclusions."""

from __future__ import annotations

import itertools
import json
import operator
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from .base import CHOICES, FLAGS, NUMBERS, Rule

Found = frozenset[str]


class Kernel:
    """rules_core, bare conclusions. `compiled` is the base as a compiled pack, where that has been done beforehand."""

    name = "rules_core"
    module = "rules_core"

    def __init__(self, base: list[Rule], compiled: str = "") -> None:
        from rules_core import KnowledgeBase

        if not compiled:
            from .as_pack import compiled as as_pack

            compiled = json.dumps(as_pack(base))
        self.kb = KnowledgeBase(json.loads(compiled))

    def assess(self, profile: dict[str, Any]) -> Found:
        return self.kb.infer(profile).standing


class KernelProof(Kernel):
    """rules_core, with conclusions, vetoes and the whole trace read."""

    name = "rules_core, full proof"

    def assess(self, profile: dict[str, Any]) -> Found:
        result = self.kb.infer(profile)
        assert result.trace and result.conclusions is not None
        return result.standing


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


class DurableBest:
    """durable_rules in the best style known: C module, strata, interned integers, rule ids read back."""

    name = "durable_rules, best style"
    module = "durable_rules_engine"

    def __init__(self, base: list[Rule], shard: int = 60) -> None:
        import threading

        import durable_rules_engine

        self.engine, self.lock = durable_rules_engine, threading.Lock()
        names = sorted({test[0] for rule in base for test in rule.when})
        self.keys = {name: f"a{number:x}" for number, name in enumerate(names)}
        concluded = {name: f"c{number:x}" for number, name in enumerate(sorted({rule.then for rule in base}))}
        domains = {name: CHOICES.get(name) or (False, True) for name in names if name not in NUMBERS}
        codes = {name: {value: n for n, value in enumerate(values)} for name, values in domains.items()}
        self.parts = {n: {v: f'"{self.keys[n]}":{c}' for v, c in table.items()} for n, table in codes.items()}
        self.earlier = {name: f'"{key}":1' for name, key in concluded.items()}
        self.stages = []
        for level in (1, 2, 3):
            rules = [rule for rule in base if rule.level == level]
            for start in range(0, len(rules), shard):
                some = rules[start : start + shard]
                definition = {
                    rule.id: {"all": [{"m": _and([
                        *(_term(self.keys[a], op, value if a in NUMBERS else codes[a][value]) for a, op, value in rule.when),
                        *({concluded[need]: 1} for need in rule.needs),
                    ])}]}
                    for rule in some
                }
                handle = durable_rules_engine.create_ruleset(f"k{level}_{start}", json.dumps(definition))
                used = sorted({test[0] for rule in some for test in rule.when})
                self.stages.append((handle, {r.id: r.then for r in some}, used, {n for r in some for n in r.needs}))

    def assess(self, profile: dict[str, Any]) -> Found:
        engine, out, trace = self.engine, set[str](), []
        with self.lock:
            for handle, then, used, needs in self.stages:
                parts = [f'"{self.keys[a]}":{profile[a]}' if a in NUMBERS else self.parts[a][profile[a]] for a in used]
                parts += [self.earlier[name] for name in out & needs]
                code, offset = engine.assert_fact(handle, '{"id":"p","sid":"s",' + ",".join(parts) + "}")
                if code == 0:
                    got = engine.start_action_for_state(handle, offset)
                    message = got and got[1]
                    while message:
                        name = message[2 : message.index('"', 2)]
                        trace.append(name)
                        out.add(then[name])
                        message = engine.complete_and_start_action(handle, offset)
                engine.retract_fact(handle, '{"id":"p","sid":"s"}')
        return frozenset(out)


class DurableNaive:
    """durable_rules as its manual shows it: operator DSL, one fact an attribute, conclusions asserted again."""

    name = "durable_rules, operator DSL"
    module = "durable.lang"

    def __init__(self, base: list[Rule]) -> None:
        from durable import engine, lang

        class Quiet(engine.Host):  # the stock host's timer threads crash the process
            def _run(self) -> None:
                pass

        self.engine, self.numbers, self.out = engine, itertools.count(), {}
        self.ruleset = f"kb{id(self)}"
        m, when_all = lang.m, lang.when_all
        compare = {"==": "__eq__", "!=": "__ne__", ">=": "__ge__", "<": "__lt__"}
        with lang.ruleset(self.ruleset):
            for rule in base:
                tests = [(m.attr == a) & getattr(m.value, compare[op])(value) for a, op, value in rule.when]
                tests += [m.concl == need for need in rule.needs]
                when_all(*[getattr(lang.c, f"x{n}") << test for n, test in enumerate(tests)])(self._action(rule.then))
        self.host = Quiet()
        name, definition = lang._rulesets.pop(self.ruleset).define()
        self.host.register_rulesets({name: definition})

    def _action(self, then: str) -> Any:
        engine = self.engine

        def act(context: Any) -> None:
            found = self.out[context.s.sid]
            if then not in found:
                found.add(then)
                with suppress(engine.MessageNotHandledException):
                    context.assert_fact({"concl": then})

        return act

    def assess(self, profile: dict[str, Any]) -> Found:
        sid = f"u{next(self.numbers)}"
        found = self.out[sid] = set()
        for name, value in profile.items():
            with suppress(self.engine.MessageNotHandledException):
                self.host.assert_fact(self.ruleset, {"sid": sid, "attr": name, "value": value})
        self.host.delete_state(self.ruleset, sid)
        del self.out[sid]
        return frozenset(found)


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


class Zen:
    """GoRules zen, an expression node for each level."""

    name = "GoRules zen"
    module = "zen"

    def __init__(self, base: list[Rule]) -> None:
        import zen

        def quoted(value: Any) -> str:
            return str(value).lower() if isinstance(value, bool) else f"'{value}'" if isinstance(value, str) else str(value)

        nodes: list[dict[str, Any]] = [{"id": "in", "type": "inputNode", "name": "in"}]
        edges, previous = [], "in"
        self.concluded = sorted({rule.then for rule in base})
        for level in (1, 2, 3):
            by_target: dict[str, list[str]] = {}
            for rule in (rule for rule in base if rule.level == level):
                tests = [f"{a} {op} {quoted(value)}" for a, op, value in rule.when] + [f"{need} == true" for need in rule.needs]
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


def _and(terms: list[dict[str, Any]]) -> dict[str, Any]:
    return terms[0] if len(terms) == 1 else {"$and": terms}


def _term(name: str, op: str, value: int) -> dict[str, Any]:
    return {name: value} if op == "==" else {{"!=": "$neq", ">=": "$gte", "<": "$lt"}[op]: {name: value}}


def _quoted(value: Any) -> str:
    return ("TRUE" if value else "FALSE") if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _literal(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else f"'{value}'" if isinstance(value, str) else str(value)


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


def names(engines: Iterable[Any]) -> list[str]:
    """The engines' names in order."""
    return [engine.name for engine in engines]


PEERS = (Clips, Zen, RuleEngine, BusinessRules, DurableNaive)
ALL = (Kernel, KernelProof, DurableBest, ByHand, Traced, *PEERS)
