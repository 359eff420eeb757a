"""Explanations as Mermaid graphs, for documents and screens."""

from __future__ import annotations

from .explain import Proof
from .model import show_value
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
            for fact, value in step.facts.items():
                self.edge(f"{fact} = {show_value(value)}", proof.conclusion, step.rule)
            for below in step.rests_on:
                self.edge(below.conclusion, proof.conclusion, step.rule)
                self.proof(below)
        for veto in proof.vetoes:
            label = {True: "vetoes", None: "may veto", False: "does not veto"}[veto.holds]
            self.edge(veto.rule, proof.conclusion, label)

    def why_not(self, told: WhyNot) -> None:
        for gap in told.rules:
            for refuted in gap.refuted:
                self.edge(f"{refuted.fact} = {show_value(refuted.value)}", told.conclusion, f"{gap.rule} needs {refuted.needed}")
            for name in (*gap.not_asked, *gap.missing):
                self.edge(f"{name}?", told.conclusion, f"{gap.rule} waits")
        for rule in (*told.vetoed_by, *told.held_by):
            self.edge(rule, told.conclusion, "vetoes" if told.vetoed_by else "may veto")
        for below in told.below:
            self.why_not(below)

    def what_if(self, told: WhatIf) -> None:
        for change in told.changes:
            text = " and ".join(f"{name} = {show_value(value)}" for name, value in change.facts.items())
            self.edge(text, f"{told.target}: {change.level if told.target == 'level' else change.state or 'not reached'}", "if")
