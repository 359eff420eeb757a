"""The nouns of the kernel: what a pack declares and what an inference yields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

UNKNOWN = "unknown"
NONE = "none"

FactValue = str | int | tuple[str, ...]
"""A normalised fact: an enum or yes/no value, a whole number, or the sorted values of a list."""


class PackInfo(NamedTuple):
    """Which pack answered: `hash` is the SHA-256 of its content, so an answer can be replayed.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.pack.id, kb.pack.version, kb.pack.language, len(kb.pack.hash)
    ('plants', '1.0.0', 'en-US', 64)
    """

    id: str
    version: str
    title: str
    language: str
    hash: str

    def __str__(self) -> str:
        return f"{self.id} {self.version} ({str(self.hash)[:12]})"


class FactSpec(NamedTuple):
    """A declared fact: `type` is enum, multi, yes_no or int (whole numbers from `min` to `max`).

    `no` is the value that a plain "no" to its question stands for; `complete` lists are given in full by who
    volunteers one value; `bands` gives the age in years from which a value holds. `ask_if` says when an interview asks
    for it: once each fact named there has one of the values given ("unknown" for asked and not known). `near` names what
    makes a yes/no fact hold for one person while somebody else has it; whoever knows several people sets it.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> weeks = kb.facts["weeks_since_feed"]
    >>> weeks.type, weeks.min, weeks.max, kb.facts["soil"].values
    ('int', 0, 104, ('wet', 'moist', 'dry'))
    """

    id: str
    type: str
    values: tuple[str, ...] = ()
    scope: str = "person"
    ask: str = ""
    because: str = ""
    unsure: str = ""
    labels: Mapping[str, str] = {}
    derived_from: str = ""
    min: int = 0
    max: int = 0
    no: str = ""
    complete: bool = False
    bands: Mapping[str, int] = {}
    ask_if: Mapping[str, tuple[str, ...]] = {}
    near: Mapping[str, tuple[str, ...]] = {}


class Screen(NamedTuple):
    """A question that covers several facts. Where it `denies`, a plain "no" denies all of them.

    >>> from rules_core import KnowledgeBase
    >>> screen = KnowledgeBase.load("milia").screens[0]
    >>> len(screen.facts) > 1, screen.ask.endswith("?"), screen.denies
    (True, True, True)
    """

    id: str
    facts: tuple[str, ...]
    ask: str
    because: str = ""
    denies: bool = True


class Term(NamedTuple):
    """A word people say for one value of one fact; `id` is ``fact.value``.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> term = kb.vocabulary()[0].terms[0]
    >>> term.id, term.name, term.says, term.classes
    ('product.tomato_food', 'tomato food', ('tomato fertilizer',), ('feed',))
    """

    id: str
    fact: str
    value: str
    name: str
    says: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    subject: str = ""
    apart: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Groups of wordings: free words also mean the term where one wording of each group stands near the others."""


class SlotType(NamedTuple):
    """A named group of terms, the source of one slot type of an interaction model.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> [(kind.id, [term.value for term in kind.terms]) for kind in kb.vocabulary()]
    [('PRODUCT', ['tomato_food', 'bug_spray'])]
    """

    id: str
    terms: tuple[Term, ...]


class Source(NamedTuple):
    """A publication. `status` is seen, mirror (a copy was read) or known (not opened: never cited).

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.source("G1").publisher, kb.source("G1").year, kb.source("G1").status
    ('Example Press', 2020, 'seen')
    """

    id: str
    slug: str
    title: str
    publisher: str
    year: int | None
    url: str | None
    status: str


class Evidence(NamedTuple):
    """Why an entry may be said: a source, the place in it, and the strength of it.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.entry("is_thirsty").evidence
    (Evidence(source='G1', grade='textbook', locator=''),)
    """

    source: str
    grade: str
    locator: str = ""


class Text(NamedTuple):
    """What one conclusion says: heard (`say`, `because`, `hold`, `more`) and shown (`show`).

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.text("use_feed").hold
    'Feeding may help, but not in wet soil and not while it has pests.'
    """

    say: str = ""
    show: str = ""
    because: str = ""
    hold: str = ""
    more: tuple[str, ...] = ()


class Offer(NamedTuple):
    """A yes/no follow-up: answering yes asks `facts`.

    >>> from rules_core import KnowledgeBase
    >>> offers = [entry.offer for entry in KnowledgeBase.load("milia").entries.values() if entry.offer]
    >>> all(offer.ask.endswith("?") and offer.facts for offer in offers)
    True
    """

    ask: str
    facts: Mapping[str, str]


class Entry(NamedTuple):
    """A declared conclusion with its words and its evidence.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> entry = kb.entry("is_thirsty")
    >>> entry.kind, entry.role, entry.text.say, entry.checked["by"]
    ('ailment', 'verdict', 'It is thirsty.', 'project')
    """

    id: str
    kind: str
    role: str
    priority: int
    text: Text
    evidence: tuple[Evidence, ...] = ()
    covers: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    offer: Offer | None = None
    checked: Mapping[str, str] = {}


class Conclusion(NamedTuple):
    """A conclusion that was reached, with the rules that reached it.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.infer({"soil": "dry", "leaf": "brown"}).conclusions[0]
    Conclusion(id='is_thirsty', kind='ailment', role='verdict', priority=50, rules=('dry_soil',))
    """

    id: str
    kind: str
    role: str
    priority: int
    rules: tuple[str, ...]


class Vetoed(NamedTuple):
    """A conclusion that a contraindication removed, and the veto rules that did it.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> result = kb.infer({"product": ["tomato_food"], "soil": "wet"})
    >>> [(one.conclusion.id, one.rules) for one in result.vetoed]
    [('use_feed', ('wet_soil_no_feed',))]
    """

    conclusion: Conclusion
    rules: tuple[str, ...]


class Withheld(NamedTuple):
    """A conclusion held back until `facts` (in the pack's ask order) rule the veto `rules` out.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> result = kb.infer({"product": ["tomato_food"], "soil": "dry"})
    >>> [(one.conclusion.id, one.rules, one.facts) for one in result.withheld]
    [('use_feed', ('pests_first',), ('pests',))]
    """

    conclusion: Conclusion
    rules: tuple[str, ...]
    facts: tuple[str, ...]


class Firing(NamedTuple):
    """One rule that held: the facts and earlier conclusions it matched, and what it did.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> print(kb.infer({"soil": "dry", "leaf": "brown"}).trace[0])
    dry_soil: soil=dry and leaf=brown -> is_thirsty
    """

    rule: str
    stratum: str
    facts: Mapping[str, Any]
    conclusions: tuple[str, ...]
    effect: tuple[str, ...]

    def __str__(self) -> str:
        said = [f"{fact}={show_value(value)}" for fact, value in self.facts.items()]
        because = " and ".join([*said, *self.conclusions]) or "always"
        return f"{self.rule}: {because} -> {', '.join(self.effect)}"


def show_value(value: FactValue) -> str:
    """A fact's value in one short piece of text.

    >>> show_value(("pus", "unknown"))
    'pus+unknown'
    """
    return "+".join(value) if isinstance(value, tuple) else str(value)
