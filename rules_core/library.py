"""What a pack says: its entries, sources, words and vocabulary, each made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from .errors import UnknownIdError, nearest
from .facts import fact_specs
from .model import Entry, FactSpec, PackInfo, Screen, SlotType, Source, Text
from .words import Names, read_entry, read_slot_type, read_source, read_text

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """A mapping whose values are made when first read. Making one twice, in two threads, does no harm."""

    def __init__(self, raw: Mapping[str, Mapping[str, Any]], make: Callable[[Mapping[str, Any]], T]) -> None:
        self._raw, self._make = raw, make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._make(self._raw[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


class Library:
    """The readable side of one pack.

    `facts` are the declared facts by id, in the order in which to ask; `levels` the pack's own scale,
    lowest first; `screens` its questions that cover several facts; `omitted` the reason for each claim
    left out; `decision` what an interview is for; `entries` and `sources` everything declared, by id.
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
        self.entries: Mapping[str, Entry] = OnDemand({raw["id"]: raw for raw in compiled["conclusions"]}, read_entry)
        self.sources: Mapping[str, Source] = OnDemand({raw["id"]: raw for raw in compiled["sources"]}, read_source)
        self._compiled = compiled

    def entry(self, conclusion: str) -> Entry:
        """The declared entry of a conclusion: kind, role, words, evidence.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.entry("use_feed").kind, kb.entry("use_feed").evidence[0].source
        ('remedy', 'G1')

        Raises UnknownIdError naming the nearest.
        """
        return _get(self.entries, conclusion, "conclusion")

    def source(self, source: str) -> Source:
        """A publication that entries cite.

        >>> from rules_core import KnowledgeBase
        >>> KnowledgeBase.load("examples/packs/plants").source("G1").title
        'The window gardener'

        Raises UnknownIdError naming the nearest.
        """
        return _get(self.sources, source, "source")

    def text(self, conclusion: str, locale: str | None = None, facts: Mapping[str, Any] | None = None) -> Text:
        """The words of a conclusion, placeholders filled from `facts` (a result's, say).

        A locale of the pack's own language reads the pack's words; another needs a translation.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.text("use_feed", facts=kb.infer({"product": ["tomato_food"]}).facts).say
        'You can feed it with tomato food.'

        Raises UnknownIdError for a conclusion or locale that the pack does not have.
        """
        text = self._words(conclusion, locale or self.pack.language)
        given = facts or {}
        fill = self._names.fill
        return Text(
            fill(text.say, given), fill(text.show, given), fill(text.because, given), fill(text.hold, given),
            tuple(fill(more, given) for more in text.more),
        )

    def name(self, fact: str, value: str) -> str:
        """How a value of a fact is said back to people.

        >>> from rules_core import KnowledgeBase
        >>> KnowledgeBase.load("examples/packs/plants").name("product", "bug_spray")
        'bug spray'
        """
        return self._names.name(fact, value)

    def vocabulary(self, locale: str | None = None) -> tuple[SlotType, ...]:
        """The words people use, by slot type: what an interaction model's slot types are built from.

        >>> from rules_core import KnowledgeBase
        >>> [(kind.id, len(kind.terms)) for kind in KnowledgeBase.load("examples/packs/plants").vocabulary()]
        [('PRODUCT', 2)]

        Raises UnknownIdError for a locale of another language than the pack's.
        """
        if locale and locale[:2] != self.pack.language[:2]:
            raise UnknownIdError(f"the pack {self.pack.id!r} has no vocabulary for {locale!r}; it speaks {self.pack.language}")
        return self._vocabulary

    def _words(self, conclusion: str, locale: str) -> Text:
        if locale[:2] == self.pack.language[:2]:
            return self.entry(conclusion).text
        words = _get(self._translations, locale, "locale")
        return words.get(conclusion, Text()) if conclusion in self.entries else self.entry(conclusion).text

    @cached_property
    def _vocabulary(self) -> tuple[SlotType, ...]:
        wordings = [tuple(says) for says in self._compiled["wordings"]]
        return tuple(read_slot_type(raw, wordings) for raw in self._compiled["vocabulary"])

    @cached_property
    def _names(self) -> Names:
        return Names(self.facts, self._vocabulary)

    @cached_property
    def _translations(self) -> dict[str, dict[str, Text]]:
        found: dict[str, dict[str, Text]] = {}
        for raw in self._compiled["translations"]:
            found.setdefault(raw["locale"], {})[raw["of"]] = read_text(raw)
        return found


def _get(table: Mapping[str, T], name: str, noun: str) -> T:
    try:
        return table[name]
    except (KeyError, TypeError):
        raise UnknownIdError(f"there is no {noun} {name!r}; {nearest(str(name), table)}") from None
