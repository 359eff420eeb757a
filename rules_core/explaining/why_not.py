"""Why not, as data and as text: for every rule that could have reached a conclusion, what refutes it or what it waits for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..model import FactValue, show_value


class Refuted(NamedTuple):
    """A known answer that a rule cannot accept: `needed` says what it would have to be."""

    fact: str
    value: FactValue
    needed: str


class RuleGap(NamedTuple):
    """Why one rule did not hold: refuted for good (`truth` false), or not settled (None).

    What leaves it unsettled are facts not asked, facts asked and not known (`unsure`), and earlier conclusions, scores or
    levels that are `missing`.
    """

    rule: str
    truth: bool | None
    refuted: tuple[Refuted, ...]
    not_asked: tuple[str, ...]
    unsure: tuple[str, ...]
    missing: tuple[str, ...]


class WhyNot(NamedTuple):
    """Why a conclusion does not stand. `below` explains the earlier conclusions and scores that its rules miss.

    `state` is that of the conclusion; for a score it is ``scored``, and `rules` are those that would move it as needed.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> told = kb.why_not(kb.infer({"soil": "dry"}), "is_thirsty")
    >>> told.rules[0].rule, told.rules[0].truth, told.rules[0].not_asked
    ('dry_soil', None, ('leaf',))
    """

    conclusion: str
    state: str
    rules: tuple[RuleGap, ...]
    vetoed_by: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    below: tuple[WhyNot, ...] = ()

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The explanation as indented lines of text.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> list(kb.why_not(kb.infer({"soil": "dry"}), "is_thirsty").lines())
        ['is_thirsty was not reached', '  dry_soil: open: not asked: leaf']
        """
        pad = "  " * depth
        if self.state == "concluded":
            yield f"{pad}{self.conclusion} stands"
            return
        if self.vetoed_by:
            yield f"{pad}{self.conclusion} was ruled out by {', '.join(self.vetoed_by)}"
            return
        if self.state == "withheld":
            until = f"until known: {', '.join(self.waits_for)}" if self.waits_for else "as long as what it rests on is not known"
            yield f"{pad}{self.conclusion} is held back by {', '.join(self.held_by)} {until}"
            return
        yield f"{pad}{self.conclusion}{', and no rule moves it further:' if self.state == 'scored' else ' was not reached'}"
        for gap in self.rules:
            yield f"{pad}  {gap.rule}: {_gap(gap)}"
        for below in self.below:
            yield from below.lines(depth + 2)

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.why_not(kb.infer({"soil": "wet"}), "is_thirsty").to_dict()["rules"][0]["refuted"]
        [{'fact': 'soil', 'value': 'wet', 'needed': 'dry'}]
        """
        return {
            "conclusion": self.conclusion,
            "state": self.state,
            "rules": [
                {"rule": g.rule, "truth": g.truth, "refuted": [r._asdict() for r in g.refuted],
                 "not_asked": list(g.not_asked), "unsure": list(g.unsure), "missing": list(g.missing)}
                for g in self.rules
            ],
            "vetoed_by": list(self.vetoed_by), "held_by": list(self.held_by), "waits_for": list(self.waits_for),
            "below": [one.to_dict() for one in self.below],
        }


def _gap(gap: RuleGap) -> str:
    if gap.truth is None:
        parts = {"not asked": gap.not_asked, "not known": gap.unsure, "not reached": gap.missing}
        return "open: " + "; ".join(f"{word}: {', '.join(names)}" for word, names in parts.items() if names)
    said = [f"{r.fact} is {show_value(r.value)}, needs {r.needed}" for r in gap.refuted]
    return "refuted: " + "; ".join([*said, *(f"{name} not reached" for name in gap.missing)])
