"""The only place that touches durable_rules: fire flat facts of small integers, read back rule names.

Only the package's C module is used, in the one way that was measured to be safe: one ruleset per
group of at most 60 alternatives, one fixed session and fact id, integers only, assert - drain -
retract, one lock. No name, text or value from a person ever reaches the engine.
"""

from __future__ import annotations

import logging
import os
import threading
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import durable_rules_engine as durable

from .errors import EngineError

log = logging.getLogger("rules_core")

RETRACT = '{"id":"p","sid":"s"}'
WARM_UP = '{"id":"p","sid":"s","k":2}'
WARM_RULE = "www"
MAX_PROPERTIES = 250

Literal = tuple[str, str, int]
"""(property, operator, number)."""

_OPERATORS = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte", "!=": "$neq"}


@dataclass(frozen=True)
class RulesetSpec:
    """One engine ruleset: for each rule, by the caller's number for it, the literals that must all hold."""

    name: str
    rules: Mapping[int, tuple[Literal, ...]]

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """Every property its rules look at, sorted."""
        return tuple(sorted({prop for literals in self.rules.values() for prop, _, _ in literals}))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The caller's numbers by the engine's names: all of three characters, so that they are quickly read back."""
        return {f"{position:03d}": number for position, number in enumerate(self.rules)}

    def definition(self) -> str:
        """The engine's JSON definition.

        A rule without tests gets one that every fact meets: the engine would match an empty one
        against its own messages. `www` is a rule of its own that only the warm-up fact meets.
        """
        every: Literal = ("k", "==", 1)
        rules = {name: self.rules[number] or (every,) for name, number in self.numbers.items()}
        rules[WARM_RULE] = (("k", "==", 2),)
        terms = {literal: _term(literal) for literals in rules.values() for literal in literals}
        return "{" + ",".join(_rule(name, [terms[one] for one in literals]) for name, literals in rules.items()) + "}"


def _rule(name: str, terms: Sequence[str]) -> str:
    condition = terms[0] if len(terms) == 1 else '{"$and":[' + ",".join(terms) + "]}"
    return f'"{name}":{{"all":[{{"m":{condition}}}]}}'


def _term(literal: Literal) -> str:
    prop, op, number = literal
    return f'{{"{prop}":{number:d}}}' if op == "==" else f'{{"{_OPERATORS[op]}":{{"{prop}":{number:d}}}}}'


class Engine:
    """Rulesets, ready to fire. Safe from any number of threads, and after a fork.

    A `warm` engine has built all of them; else each is built when it is first fired.
    """

    def __init__(self, specs: Sequence[RulesetSpec], *, warm: bool = True) -> None:
        self._specs = tuple(specs)
        self._lock = threading.Lock()
        self.faults = 0
        """How often the engine failed and was rebuilt; 0 in a healthy process."""
        self._numbers = [spec.numbers.__getitem__ for spec in self._specs]
        self._handles = [_create(spec) if warm else None for spec in self._specs]
        self._finalizer = weakref.finalize(self, _delete, self._handles)
        self._finalizer.atexit = False
        _alive.add(self)

    def fire(self, number: int, fact: str) -> list[int]:
        """The numbers of the rules of ruleset `number` that `fact` meets, in no particular order.

        `fact` is the inner part of a JSON object, ``"p1":2,"p7":0``. Raises EngineError when the
        engine failed; the next call builds the ruleset anew and starts clean.
        """
        with self._lock:
            try:
                handle = self._handles[number]
                if handle is None:
                    handle = self._handles[number] = _create(self._specs[number])
                names = _fire(handle, '{"id":"p","sid":"s","k":1' + fact + "}")
            except Exception as error:
                self.faults += 1
                log.error("the rule engine failed on ruleset %s, which is built anew: %s", self._specs[number].name, error)
                self._handles[number] = None
                raise EngineError(f"ruleset {self._specs[number].name}: {error}") from error
        return [*map(self._numbers[number], names)]

    def after_fork(self) -> None:
        """Start clean in a child process: where another thread of the parent was firing, its lock and its ruleset stay behind."""
        if self._lock.acquire(blocking=False):  # `locked()` does not know of a thread that was only just let in
            self._lock.release()
        else:
            self._lock = threading.Lock()
            self._handles[:] = [None] * len(self._handles)

    def close(self) -> None:
        """Give the engine's memory back. Call when no inference is running on it any more."""
        with self._lock:
            self._finalizer()


_alive: weakref.WeakSet[Engine] = weakref.WeakSet()
"""The engines of this process, for `after_fork` alone: Python offers no way to take such a call back from a single engine."""


def _after_fork() -> None:
    for engine in list(_alive):
        engine.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _create(spec: RulesetSpec) -> int:
    try:
        handle: int = durable.create_ruleset(spec.name, spec.definition())
        fired = _fire(handle, WARM_UP)
    except Exception as error:
        raise EngineError(f"the engine refused ruleset {spec.name}: {error}") from error
    if fired != [WARM_RULE]:
        raise EngineError(f"ruleset {spec.name} did not answer its warm-up fact (it answered {fired})")
    return handle


def _fire(handle: int, fact: str) -> list[str]:
    """The names of the rules that fired. A message is ``{"name":{"m":{...}}}``."""
    fired: list[str] = []
    code, offset = durable.assert_fact(handle, fact)
    if code == 0:
        got = durable.start_action_for_state(handle, offset)
        message = got and got[1]
        while message:
            fired.append(message[2:5])
            message = durable.complete_and_start_action(handle, offset)
    durable.retract_fact(handle, RETRACT)
    return fired


def _delete(handles: list[int | None]) -> None:
    """Safe only because every state has fired its warm-up rule (an unfired state crashes when deleted)."""
    while handles:
        handle = handles.pop()
        if handle is not None:
            durable.delete_state(handle, "s")
            durable.delete_ruleset(handle)


def fnv1a(name: str) -> int:
    """The 32-bit hash by which the engine tells properties apart."""
    value = 2166136261
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value
