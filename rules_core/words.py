"""Words of a pack: entries, placeholders, names of values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .model import (
    UNKNOWN,
    Entry,
    Evidence,
    FactSpec,
    FactValue,
    Offer,
    SlotType,
    Source,
    Term,
    Text,
)

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z0-9_]+))?(?:\|([^{}]*))?\}")


def read_entry(raw: Mapping[str, Any]) -> Entry:
    """An entry from its compiled form."""
    offer = raw.get("offer")
    return Entry(
        raw["id"], raw["kind"], raw["role"], raw["priority"], read_text(raw),
        tuple(Evidence(item["source"], item["grade"], item.get("locator", "")) for item in raw.get("evidence", ())),
        tuple(raw.get("covers", ())), tuple(raw.get("corrects", ())),
        Offer(offer["ask"], offer["facts"]) if offer else None, raw["checked"],
    )


def read_text(raw: Mapping[str, Any]) -> Text:
    """The words of an entry or of its translation."""
    say = raw.get("say", "")
    return Text(say, raw.get("show", say), raw.get("because", ""), raw.get("hold", ""), tuple(raw.get("more", ())))


def read_source(raw: Mapping[str, Any]) -> Source:
    """A source from its compiled form."""
    return Source(raw["id"], raw["slug"], raw["title"], raw["publisher"], raw["year"], raw["url"], raw["status"])


def read_slot_type(raw: Mapping[str, Any], wordings: Sequence[tuple[str, ...]]) -> SlotType:
    """A slot type with its terms from its compiled form; `wordings` are what the numbers in `apart` stand for."""
    return SlotType(raw["id"], tuple(_term(term, wordings) for term in raw["terms"]))


def _term(raw: Mapping[str, Any], wordings: Sequence[tuple[str, ...]]) -> Term:
    apart = tuple(tuple(wordings[number] for number in pattern) for pattern in raw["apart"])
    return Term(**{**raw, "says": tuple(raw["says"]), "classes": tuple(raw["classes"]), "apart": apart})


class Names:
    """How values of facts are said back."""

    def __init__(self, specs: Mapping[str, FactSpec], vocabulary: tuple[SlotType, ...]) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._classes: dict[tuple[str, str], tuple[str, ...]] = {}
        for slot_type in vocabulary:
            for term in slot_type.terms:
                self._names.setdefault((term.fact, term.value), term.name)
                self._classes.setdefault((term.fact, term.value), term.classes)
        for spec in specs.values():
            self._names.update({(spec.id, value): label for value, label in spec.labels.items()})

    def name(self, fact: str, value: str) -> str:
        """The label or vocabulary name of a value; failing both, the value with spaces."""
        return self._names.get((fact, value), value.replace("_", " "))

    def fill(self, text: str, facts: Mapping[str, FactValue]) -> str:
        """`text` with ``{fact:class|fallback}`` replaced by the names of the stated values of that class."""
        if "{" not in text:
            return text
        filled = _PLACEHOLDER.sub(lambda found: self._stated(found, facts), text)
        return filled[:1].upper() + filled[1:] if text.startswith("{") else filled

    def _stated(self, found: re.Match[str], facts: Mapping[str, FactValue]) -> str:
        fact, wanted, fallback = found.groups()
        value = facts.get(fact, ())
        values = value if isinstance(value, tuple) else (str(value),)
        names = [
            self.name(fact, item) for item in values
            if item != UNKNOWN and (wanted is None or wanted in self._classes.get((fact, item), ()))
        ]
        return join_words(names) if names else (fallback or "")


def join_words(words: list[str]) -> str:
    """Words in one breath.

    >>> join_words(["lanolin", "beeswax", "shea butter"])
    'lanolin, beeswax and shea butter'
    """
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
