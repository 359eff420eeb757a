"""Proofs: trees from a conclusion down to what the person said, as data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..model import FactValue, show_value

STATE_WORDS = {"concluded": "stands", "vetoed": "was ruled out", "withheld": "is held back", "": "was not reached"}


class Cited(NamedTuple):
    """A citation of a proof node: who says so, and how strong that is."""

    source: str
    title: str
    publisher: str
    grade: str
    locator: str


class Step(NamedTuple):
    """One rule that held: the facts it matched, the conclusions it rests on, and the scores it looked at.

    `said` are the facts that derived ones among `facts` come from; `tests` are its other tests in words.
    """

    rule: str
    file: str
    line: int
    facts: Mapping[str, FactValue]
    said: Mapping[str, FactValue]
    tests: tuple[str, ...]
    rests_on: tuple[Proof, ...]
    scores: tuple[Tally, ...]

    def lines(self, head: str, pack: str, pad: str) -> Iterator[str]:
        """The step, and what it rests on, as indented lines of text; `head` leads to it."""
        words = " and ".join([*fact_words(self.facts), *self.tests])
        source = f" (from {', '.join(fact_words(self.said))})" if self.said else ""
        yield f"{pad}{head} {self.rule} ({pack}, {self.file}:{self.line}){': ' + words if words else ''}{source}"
        for tally in self.scores:
            yield f"{pad}  score {tally.score} is {tally.value}"
            for added in tally.added:
                yield from added.step.lines(f"{added.points:+d} by", pack, pad + "    ")
        for below in self.rests_on:
            yield from below.lines(len(pad) // 2 + 1)

    def to_dict(self) -> dict[str, Any]:
        """The step as plain data."""
        return {
            "rule": self.rule, "file": self.file, "line": self.line, "facts": dict(self.facts), "said": dict(self.said),
            "tests": list(self.tests), "rests_on": [below.to_dict() for below in self.rests_on],
            "scores": [
                {"score": t.score, "value": t.value, "added": [{"points": a.points, **a.step.to_dict()} for a in t.added]}
                for t in self.scores
            ],
        }


class Added(NamedTuple):
    """The points that one rule added to a score."""

    points: int
    step: Step


class Tally(NamedTuple):
    """A score that a rule looked at: its value, and every rule that added to it."""

    score: str
    value: int
    added: tuple[Added, ...]


class Against(NamedTuple):
    """One veto on the conclusion: `holds` is true (it fell), None (not ruled out) or false (survived).

    Where it holds, `rests_on` are the proofs of the conclusions that it rests on.
    """

    rule: str
    holds: bool | None
    facts: Mapping[str, FactValue]
    rests_on: tuple[Proof, ...] = ()


class Proof(NamedTuple):
    """Why a conclusion has the state it has, in this result and this pack version.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> proof = kb.why(kb.infer({"product": ["tomato_food"], "soil": "wet", "pests": ["none"]}), "use_feed")
    >>> proof.state, [(veto.rule, veto.holds) for veto in proof.vetoes]
    ('vetoed', [('wet_soil_no_feed', True), ('pests_first', False)])
    """

    conclusion: str
    state: str
    say: str
    pack: str
    evidence: tuple[Cited, ...]
    steps: tuple[Step, ...]
    vetoes: tuple[Against, ...]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The tree as indented lines of text.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> list(kb.why(kb.infer({"pests": ["mites"]}), "is_infested").lines())
        ['is_infested stands [G1 textbook]', '  by pests_seen (plants 1.0.0, plants.yaml:54): pests = mites']
        """
        pad = "  " * depth
        cited = f" [{', '.join(f'{c.source} {c.grade}' for c in self.evidence)}]" if self.evidence else ""
        yield f"{pad}{self.conclusion} {STATE_WORDS[self.state]}{cited}"
        for step in self.steps:
            yield from step.lines("by", self.pack, pad + "  ")
        for veto in self.vetoes:
            said = ", ".join(fact_words(veto.facts))
            verdict = {True: "fell to", None: "could fall to", False: "survived"}[veto.holds]
            yield f"{pad}  {verdict} {veto.rule}{' (' + said + ')' if said else ''}"
            for below in veto.rests_on:
                yield from below.lines(depth + 2)

    def to_dict(self) -> dict[str, Any]:
        """The tree as plain data.

        >>> from rules_core import KnowledgeBase
        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.why(kb.infer({"pests": ["mites"]}), "is_infested").to_dict()["steps"][0]["facts"]
        {'pests': ('mites',)}
        """
        return {
            "conclusion": self.conclusion,
            "state": self.state,
            "say": self.say,
            "pack": self.pack,
            "evidence": [cited._asdict() for cited in self.evidence],
            "steps": [step.to_dict() for step in self.steps],
            "vetoes": [
                {"rule": v.rule, "holds": v.holds, "facts": dict(v.facts), "rests_on": [below.to_dict() for below in v.rests_on]}
                for v in self.vetoes
            ],
        }


def fact_words(facts: Mapping[str, FactValue]) -> list[str]:
    """Each fact with its value in words."""
    return [f"{name} = {show_value(value)}" for name, value in facts.items()]
