"""Facts, vocabulary and screens of an authored pack, completed from each other and checked against each other."""

from __future__ import annotations

from typing import Any

from ..errors import nearest
from .authored import AuthoredPack, Place, Refusals
from .parse import WORDS
from .sayings import Sayings

RESERVED = {*WORDS, "always", "id", "sid"}
"""Names a fact cannot have: words of the rule language, and what the engine keeps for itself."""


def vocabulary_of(authored: AuthoredPack, faults: Refusals) -> tuple[list[dict[str, Any]], list[tuple[str, ...]]]:
    """The slot types with all their terms, sayings written out, and the wordings that their `apart` names by number.

    Sections of the same type are joined.
    """
    types: dict[str, dict[str, dict[str, Any]]] = {}
    places: dict[str, dict[str, tuple[Place, int]]] = {}
    for section, place in authored.items("vocabulary"):
        terms = types.setdefault(section["type"], {})
        for number, term in enumerate(section["terms"]):
            fact, value = term["id"].split(".")
            if term["id"] in terms:
                faults.refuse(place, "unique", f"the term {term['id']!r} stands twice in {section['type']}", "join them", ("terms", number))
            places.setdefault(section["type"], {})[term["id"]] = place, number
            terms[term["id"]] = {
                "id": term["id"], "fact": fact, "value": value, "name": term["name"],
                "says": list(term.get("says", ())), "classes": term.get("classes", []), "subject": term.get("subject", ""),
                "apart": [],
            }
    sayings = Sayings(authored, faults)
    for name, terms in types.items():
        sayings.write_out(terms, places[name])
    wordings = sayings.set_apart(list(types.values()))
    return [{"id": name, "terms": list(terms.values())} for name, terms in types.items()], wordings


def facts_of(authored: AuthoredPack, faults: Refusals, vocabulary: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The declared facts with all their values; what refers to facts has been checked."""
    spoken: dict[str, list[str]] = {}
    for slot_type in vocabulary:
        for term in slot_type["terms"]:
            spoken.setdefault(term["fact"], []).append(term["value"])
    facts = []
    for raw, place in authored.items("facts"):
        fact = {k: v for k, v in raw.items() if k not in ("values_from", "unit")}
        values = ["yes", "no"] if raw["type"] == "yes_no" else list(raw.get("values", []))
        if raw.get("values_from"):
            values += spoken.get(raw["id"], [])
        fact["values"] = list(dict.fromkeys(v for v in values if v != "unknown"))
        _check_fact(faults, raw, fact, place)
        facts.append(fact)
    by_id = {fact["id"]: fact for fact in facts}
    _check_derived(authored, faults, by_id)
    _check_ask_if(authored, faults, by_id)
    _check_near(authored, faults, by_id)
    _check_terms(authored, faults, by_id)
    _check_screens(authored, faults, by_id)
    return facts


def _check_fact(faults: Refusals, raw: dict[str, Any], fact: dict[str, Any], place: Place) -> None:
    if raw["id"] in RESERVED:
        faults.refuse(place, "form", f"{raw['id']!r} is a word of the rule language", "choose another name")
    if raw["type"] == "int":
        if "min" not in raw or "max" not in raw or raw["min"] >= raw["max"] or abs(raw["max"]) > 2**31 or abs(raw["min"]) > 2**31:
            faults.refuse(place, "form", "a whole number needs min < max within 32 bits", "add min: and max:")
    elif not fact["values"]:
        faults.refuse(place, "form", "has no values", "list them, or say values_from: vocabulary")
    for value in (*raw.get("bands", {}), *([raw["no"]] if "no" in raw else [])):
        if value not in fact["values"]:
            faults.refuse(place, "form", f"{value!r} is not one of its values", nearest(value, fact["values"]))
    for value in raw.get("labels", {}):
        if value not in fact["values"] and value not in ("none", "unknown"):
            faults.refuse(place, "form", f"labels the value {value!r} it does not have", nearest(value, fact["values"]), ("labels",))


def _check_derived(authored: AuthoredPack, faults: Refusals, facts: dict[str, dict[str, Any]]) -> None:
    for raw, place in authored.items("facts"):
        source = raw.get("derived_from")
        if source and (source not in facts or facts[source]["type"] != "multi" or raw["type"] != "multi"):
            faults.refuse(place, "reference", f"cannot be derived from {source!r}", "both must be declared list facts")


def _check_ask_if(authored: AuthoredPack, faults: Refusals, facts: dict[str, dict[str, Any]]) -> None:
    earlier: list[str] = []
    for raw, place in authored.items("facts"):
        for name, values in raw.get("ask_if", {}).items():
            if name not in earlier:
                faults.refuse(place, "reference", f"no fact {name!r} is declared before it", nearest(name, earlier), ("ask_if",))
                continue
            _check_values(faults, facts[name], values, place, "ask_if")
        earlier.append(raw["id"])


def _check_near(authored: AuthoredPack, faults: Refusals, facts: dict[str, dict[str, Any]]) -> None:
    for raw, place in authored.items("facts"):
        if raw.get("near") and raw["type"] != "yes_no":
            faults.refuse(place, "form", "only a yes/no fact may hold near somebody", "make it yes_no, or leave near: out", ("near",))
        for name, values in raw.get("near", {}).items():
            if name not in facts:
                faults.refuse(place, "reference", f"the fact {name!r} is not declared", nearest(name, facts), ("near",))
            else:
                _check_values(faults, facts[name], values, place, "near")


def _check_values(faults: Refusals, fact: dict[str, Any], values: list[str], place: Place, key: str) -> None:
    for value in values:
        if value not in (*fact["values"], "unknown"):
            faults.refuse(place, "form", f"{fact['id']!r} has no value {value!r}", nearest(value, fact["values"]), (key,))


def _check_terms(authored: AuthoredPack, faults: Refusals, facts: dict[str, dict[str, Any]]) -> None:
    for section, place in authored.items("vocabulary"):
        for number, term in enumerate(section["terms"]):
            name, value = term["id"].split(".")
            fact, at = facts.get(name), ("terms", number)
            if fact is None:
                faults.refuse(place, "reference", f"{term['id']!r}: no fact {name!r}", nearest(name, facts), at)
            elif fact["type"] != "int" and value not in (*fact["values"], "none"):
                faults.refuse(place, "reference", f"{term['id']!r}: {name!r} has no value {value!r}", nearest(value, fact["values"]), at)


def _check_screens(authored: AuthoredPack, faults: Refusals, facts: dict[str, dict[str, Any]]) -> None:
    for screen, place in authored.items("screens"):
        for fact in screen["facts"]:
            if fact not in facts:
                faults.refuse(place, "reference", f"the fact {fact!r} is not declared", nearest(fact, facts), ("facts",))
