"""Facts as given to facts as inferred on: checked against the pack, typed, derived, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import FactError, nearest
from .model import NONE, UNKNOWN, FactSpec, FactValue

MAX_ITEMS = 200


def fact_specs(compiled: Mapping[str, Any]) -> dict[str, FactSpec]:
    """The declared facts of a compiled pack by id, in ask order."""
    return {raw["id"]: _spec(raw) for raw in compiled["facts"]}


def _spec(raw: Mapping[str, Any]) -> FactSpec:
    named = {key: {name: tuple(values) for name, values in raw.get(key, {}).items()} for key in ("ask_if", "near")}
    return FactSpec(**{**raw, "values": tuple(raw["values"]), **named})


def classes_of(compiled: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each fact, the classes that the vocabulary gives its values."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for slot_type in compiled["vocabulary"]:
        for term in slot_type["terms"]:
            if term["classes"]:
                table.setdefault(term["fact"], {})[term["value"]] = tuple(term["classes"])
    return table


class FactReader:
    """Normalises facts by the declarations of one pack."""

    def __init__(self, specs: Mapping[str, FactSpec], classes: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._specs = specs
        self._values = {spec.id: frozenset(spec.values) for spec in specs.values()}
        self._plain = {spec.id: _plain(spec) for spec in specs.values()}
        self._derived = [spec for spec in specs.values() if spec.derived_from]
        self.classes = classes

    def normalise(self, facts: Mapping[str, Any]) -> dict[str, FactValue]:
        """The same facts in one canonical form, derived facts added.

        Raises FactError naming the fact, the problem and the nearest declared name.
        """
        if type(facts) is not dict and not isinstance(facts, Mapping):
            raise FactError(f"facts must be a mapping of fact ids to values, not {type(facts).__name__}")
        given: dict[str, FactValue] = {}
        plain = self._plain
        for name, value in facts.items():
            table = plain.get(name)
            if table is None:
                raise FactError(f"the fact {_shown(name)} is not declared; {nearest(str(name), self._specs)}")
            kind = type(value)
            if (kind is str or kind is bool) and value in table:
                given[name] = table[value]
            else:
                given[name] = self._one(self._specs[name], value)
        for spec in self._derived:
            self._derive(spec, given)
        return given

    def _one(self, spec: FactSpec, value: Any) -> FactValue:
        if spec.type == "multi":
            return self._list(spec, value)
        if isinstance(value, str) and value == UNKNOWN:
            return UNKNOWN
        if spec.type == "int":
            return _number(spec, value)
        return self._member(spec, value)

    def _member(self, spec: FactSpec, value: Any) -> str:
        if not isinstance(value, str):
            raise FactError(f"{spec.id!r} takes one of its values as text, not {_shown(value)} ({type(value).__name__})")
        if value not in self._values[spec.id] and not (spec.type == "multi" and value == NONE):
            raise FactError(f"{spec.id!r} cannot be {_shown(value)}; {nearest(value, spec.values)}")
        return value

    def _list(self, spec: FactSpec, value: Any) -> FactValue:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list | tuple | set | frozenset):
            raise FactError(f"{spec.id!r} takes a list of values, not {_shown(value)} ({type(value).__name__})")
        if not items or len(items) > MAX_ITEMS:
            raise FactError(f"{spec.id!r} takes 1 to {MAX_ITEMS} values, not {len(items)}; say ['{NONE}'] to deny all")
        known = {self._member(spec, item) for item in items if not (isinstance(item, str) and item == UNKNOWN)}
        is_open = any(isinstance(item, str) and item == UNKNOWN for item in items)
        if NONE in known and len(known) > 1:
            other = sorted(known - {NONE})[0]
            raise FactError(f"{spec.id!r} says both {NONE!r} and {other!r}; keep the one that is true")
        if not known or (is_open and NONE in known):
            return UNKNOWN
        return (*sorted(known), UNKNOWN) if is_open else tuple(sorted(known))

    def _derive(self, spec: FactSpec, given: dict[str, FactValue]) -> None:
        source = given.get(spec.derived_from)
        if not isinstance(source, tuple):
            return
        table = self.classes.get(spec.derived_from, {})
        own = given.get(spec.id)
        found = set(own) - {UNKNOWN, NONE} if isinstance(own, tuple) else set()
        for value in source:
            found.update(table.get(value, ()))
        found &= self._values[spec.id]
        ending = (UNKNOWN,) if UNKNOWN in source else ()
        given[spec.id] = (*sorted(found), *ending) if found else UNKNOWN if ending else (NONE,)


def _plain(spec: FactSpec) -> dict[str | bool, str]:
    """The values that need no further look: most facts of most people."""
    if spec.type in ("multi", "int"):
        return {}
    yes_no: dict[str | bool, str] = {True: "yes", False: "no"} if spec.type == "yes_no" else {}
    return {**{value: value for value in (*spec.values, UNKNOWN)}, **yes_no}


def _number(spec: FactSpec, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise FactError(f"{spec.id!r} takes a whole number, not {_shown(value)} ({type(value).__name__})")
    if not spec.min <= value <= spec.max:
        shown = value if abs(value) < 10**12 else "a huge number"
        raise FactError(f"{spec.id!r} lies between {spec.min} and {spec.max}, not at {shown}")
    return value


def _shown(value: Any) -> str:
    """A value fit for an error message: short, plain ASCII."""
    try:
        text = ascii(value)
    except Exception:
        return f"a {type(value).__name__}"
    return text if len(text) <= 60 else text[:57] + "..."
