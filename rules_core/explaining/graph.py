"""Explanations as Mermaid graphs, for documents and screens."""

from __future__ import annotations

from ..model import show_value
from .proof import Proof, Step, fact_words
from .what_if import WhatIf
from .why_not import WhyNot


def mermaid(told: Proof | WhyNot | WhatIf) -> str:
    """The explanation as a Mermaid flowchart."""
    drawing = _Drawing()
    if isinstance(told, Proof):
        drawing.proof(told)
    elif isinstance(told, WhyNot):
        drawing.why_not(told)
    else:
        drawing.what_if(told)
    return "\n".join(["flowchart LR", *drawing.lines])


class _Drawing:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._ids: dict[str, str] = {}

    def node(self, text: str) -> str:
        if text not in self._ids:
            self._ids[text] = f"n{len(self._ids)}"
            safe = text.replace('"', "'")
            self.lines.append(f'  {self._ids[text]}["{safe}"]')
        return self._ids[text]

    def edge(self, start: str, end: str, label: str) -> None:
        line = f"  {self.node(start)} -->|{label}| {self.node(end)}"
        if line not in self.lines:
            self.lines.append(line)

    def proof(self, proof: Proof) -> None:
        for step in proof.steps:
            self.step(step, proof.conclusion, step.rule)
        for veto in proof.vetoes:
            label = {True: "vetoes", None: "may veto", False: "does not veto"}[veto.holds]
            self.edge(veto.rule, proof.conclusion, label)
            for below in veto.rests_on:
                self.edge(below.conclusion, veto.rule, veto.rule)
                self.proof(below)

    def step(self, step: Step, end: str, label: str) -> None:
        for said in fact_words(step.facts):
            self.edge(said, end, label)
            for source in fact_words(step.said):
                self.edge(source, said, "is of class")
        for tally in step.scores:
            score = f"score {tally.score} = {tally.value}"
            self.edge(score, end, label)
            for added in tally.added:
                self.step(added.step, score, f"{added.step.rule} {added.points:+d}")
        for below in step.rests_on:
            self.edge(below.conclusion, end, label)
            self.proof(below)

    def why_not(self, told: WhyNot) -> None:
        for gap in told.rules:
            for refuted in gap.refuted:
                self.edge(f"{refuted.fact} = {show_value(refuted.value)}", told.conclusion, f"{gap.rule} needs {refuted.needed}")
            for name in (*gap.not_asked, *gap.unsure, *gap.missing):
                self.edge(f"{name}?", told.conclusion, f"{gap.rule} waits")
        for rule in (*told.vetoed_by, *told.held_by):
            self.edge(rule, told.conclusion, "vetoes" if told.vetoed_by else "may veto")
        for below in told.below:
            self.why_not(below)

    def what_if(self, told: WhatIf) -> None:
        for change in told.changes:
            text = " and ".join(f"{name} = {show_value(value)}" for name, value in change.facts.items())
            self.edge(text, f"{told.target}: {change.level if told.target == 'level' else change.state or 'not reached'}", "if")
