"""A loaded pack: ask it what follows from facts, why, and in which words."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from .errors import ReplayError, UnknownIdError, nearest
from .explain import Proof, prove
from .facts import FactReader, fact_specs
from .inference import Outcome, infer
from .interview import Question, next_question
from .kernel import Engine
from .model import Entry, FactSpec, PackInfo, Screen, SlotType, Source, Text
from .many import Refusal, infer_many
from .packs import load_compiled
from .program import Program, Unit
from .result import Result
from .what_if import LEVEL, MAX_TRIES, WhatIf, what_if
from .why_not import WhyNot, why_not
from .words import Names, read_entry, read_slot_type, read_source, read_text


T = TypeVar("T")


class KnowledgeBase:
    """One pack, compiled and ready. Immutable; safe to share between threads.

    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.infer({"leaf": "yellow", "soil": "wet"}).level
    'act_now'
    """

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self.facts: Mapping[str, FactSpec] = fact_specs(compiled)
        self.pack = PackInfo(**compiled["pack"], hash=compiled["hash"])
        self.levels: tuple[str, ...] = tuple(compiled["levels"])
        self.screens = tuple(
            Screen(s["id"], tuple(s["facts"]), s["ask"], s.get("because", ""), s.get("denies", True)) for s in compiled["screens"]
        )
        self.omitted: Mapping[str, str] = {item["claim"]: item["reason"] for item in compiled["omitted"]}
        self.decision: Mapping[str, Any] = compiled["decision"]
        self._vocabulary = tuple(read_slot_type(raw) for raw in compiled["vocabulary"])
        self._entries = {raw["id"]: read_entry(raw) for raw in compiled["conclusions"]}
        self._sources = {raw["id"]: read_source(raw) for raw in compiled["sources"]}
        self._translations: dict[str, dict[str, Text]] = {}
        for raw in compiled.get("translations", ()):
            self._translations.setdefault(raw["locale"], {})[raw["of"]] = read_text(raw)
        self._names = Names(self.facts, self._vocabulary)
        self._reader = FactReader(self.facts, _classes(self._vocabulary))
        self._program = Program(compiled, self.facts)
        self._engine = Engine(self._program.specs_of_engine)
        self._compiled = compiled

    @classmethod
    def load(cls, pack: str | os.PathLike[str]) -> KnowledgeBase:
        """The knowledge base of a built-in pack (by name), a pack folder, or a compiled JSON file.

        Raises PackError with every fault found, each with file, line and a hint.
        """
        return cls(load_compiled(pack))

    def infer(self, facts: Mapping[str, Any]) -> Result:
        """What follows from `facts`; nothing follows from none. Pure, deterministic, thread-safe.

        Raises FactError for a fact that is not declared, of a wrong type, or out of range.
        """
        outcome = infer(self._program, self._engine, self._reader.normalise(facts))
        return Result(outcome, self._program, self._entries, self.pack)

    def infer_in_python(self, facts: Mapping[str, Any]) -> Result:
        """The same inference without the engine: the reference it is tested against."""
        outcome = infer(self._program, None, self._reader.normalise(facts))
        return Result(outcome, self._program, self._entries, self.pack)

    def infer_many(self, profiles: Iterable[Any], *, workers: int = 0) -> Iterator[Result | Refusal]:
        """A Result for each profile, in order and as a stream; a Refusal where the facts were refused.

        With two or more `workers`, that many processes share the work.
        """
        return infer_many(self, profiles, workers)

    def replay(self, record: Mapping[str, Any]) -> Result:
        """The inference that `record` (a `Result.to_dict()`) came from, again: the same bytes.

        Raises ReplayError when the record was made by another pack or another version of it.
        """
        recorded = record["pack"]["hash"]
        if recorded != self.pack.hash:
            made = f"{record['pack']['id']} {record['pack']['version']} ({recorded[:12]})"
            raise ReplayError(f"the record was made by {made}, this is {self.pack.id} {self.pack.version} ({self.pack.hash[:12]})")
        return self.infer(record["facts"])

    def restore(self, outcome: Outcome) -> Result:
        """The result of an outcome that another process found on the same pack."""
        return Result(outcome, self._program, self._entries, self.pack)

    @property
    def units(self) -> list[Unit]:
        """The pack's rules by stratum, numbered: the same in every process."""
        return self._program.units

    def why(self, result: Result, conclusion: str) -> Proof:
        """The proof of `conclusion` in `result`, down to what was said. Raises UnknownIdError."""
        self.entry(conclusion)
        return prove(self, result, conclusion)

    def next_question(self, result: Result, asked: Collection[str] = ()) -> Question | None:
        """What to ask next, most dangerous first; None when no answer can change the decision any more.

        `asked`: facts not to be asked again, say because the answer was "not sure".
        """
        return next_question(self._program, self.decision, self.screens, result, asked)

    def why_not(self, result: Result, conclusion: str) -> WhyNot:
        """For each rule that reaches `conclusion`: what refutes it, or what it still waits for. Raises UnknownIdError."""
        self.entry(conclusion)
        return why_not(self._program, result, conclusion)

    def what_if(self, result: Result, target: str, *, most: int = 3, tries: int = MAX_TRIES) -> WhatIf:
        """The fewest changed answers (up to `most`) that flip `target`, each verified by running it.

        `target` is a conclusion, or ``"level"`` for any move of the level. Raises UnknownIdError.
        """
        if target != LEVEL:
            self.entry(target)
        return what_if(self._program, self._reader, result, target, most, tries)

    def text(self, conclusion: str, locale: str | None = None, facts: Mapping[str, Any] | None = None) -> Text:
        """The words of a conclusion, placeholders filled from `facts`.

        A locale of the pack's own language reads the pack's words; another needs a translation.
        Raises UnknownIdError for a conclusion or locale that the pack does not have.
        """
        text = self._words(conclusion, locale or self.pack.language)
        if facts is None:
            facts = {}
        fill = self._names.fill
        return Text(
            fill(text.say, facts), fill(text.show, facts), fill(text.because, facts), fill(text.hold, facts),
            tuple(fill(more, facts) for more in text.more),
        )

    def entry(self, conclusion: str) -> Entry:
        """The declared entry of a conclusion. Raises UnknownIdError naming the nearest."""
        return _get(self._entries, conclusion, "conclusion")

    def _words(self, conclusion: str, locale: str) -> Text:
        if locale[:2] == self.pack.language[:2]:
            return self.entry(conclusion).text
        words = _get(self._translations, locale, "locale")
        return words.get(conclusion, Text()) if conclusion in self._entries else self.entry(conclusion).text

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every declared entry by id."""
        return self._entries

    def source(self, source: str) -> Source:
        """A cited publication. Raises UnknownIdError naming the nearest."""
        return _get(self._sources, source, "source")

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every declared source by id."""
        return self._sources

    def name(self, fact: str, value: str) -> str:
        """How a value of a fact is said back to people."""
        return self._names.name(fact, value)

    def vocabulary(self, locale: str | None = None) -> tuple[SlotType, ...]:
        """The words people use, by slot type: what an interaction model's slot types are built from.

        Raises UnknownIdError for a locale of another language than the pack's.
        """
        if locale and locale[:2] != self.pack.language[:2]:
            raise UnknownIdError(f"the pack {self.pack.id!r} has no vocabulary for {locale!r}; it speaks {self.pack.language}")
        return self._vocabulary

    @property
    def engine_faults(self) -> int:
        """How often the rule engine failed and was rebuilt since loading; 0 when healthy."""
        return self._engine.faults

    def close(self) -> None:
        """Give the engine's memory back; no inference may be running or follow."""
        self._engine.close()

    def __reduce__(self) -> tuple[type[KnowledgeBase], tuple[Mapping[str, Any]]]:
        return type(self), (self._compiled,)


def _classes(vocabulary: tuple[SlotType, ...]) -> dict[str, dict[str, tuple[str, ...]]]:
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for slot_type in vocabulary:
        for term in slot_type.terms:
            if term.classes:
                table.setdefault(term.fact, {})[term.value] = term.classes
    return table


def _get(table: Mapping[str, T], name: str, noun: str) -> T:
    try:
        return table[name]
    except (KeyError, TypeError):
        raise UnknownIdError(f"there is no {noun} {name!r}; {nearest(str(name), table)}") from None
