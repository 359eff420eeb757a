"""durable_rules by itself: as its manual shows it, and in the best style known."""

from __future__ import annotations

import itertools
import json
from contextlib import suppress
from typing import Any

from ..base import CHOICES, NUMBERS, Found, Rule


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


def _and(terms: list[dict[str, Any]]) -> dict[str, Any]:
    return terms[0] if len(terms) == 1 else {"$and": terms}


def _term(name: str, op: str, value: int) -> dict[str, Any]:
    return {name: value} if op == "==" else {{"!=": "$neq", ">=": "$gte", "<": "$lt"}[op]: {name: value}}
