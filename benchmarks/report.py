"""The figures as Markdown tables and one drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import growth, interview, memory, peers, plot, skill
from .engines import PEERS, DurableBest, Kernel, KernelProof

ORDERS = {
    "chosen": "the kernel's next question", "facts": "single facts those questions settled",
    "in_order": "the pack's order, one fact a question", "random_order": "a random order, one fact a question",
    "everything": "every question, whatever was answered",
}


@dataclass(frozen=True)
class Bar:
    """What was aimed at, what came out, and whether that is met."""

    aim: str
    found: str
    met: bool


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; numbers are aligned to the right."""
    lines = [f"| {' | '.join(head)} |", "|" + "|".join("---" if n == 0 else "---:" for n in range(len(head))) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def peers_table(rows: list[peers.Row]) -> str:
    """Latency and cold start of every engine."""
    head = ("engine", "median µs", "min µs", "× best style", "× by min", "import ms", "define ms", "first ms", "memory MB")
    return table(head, (
        (row.name, f"{row.median:,.0f}", f"{row.least:,.0f}", f"{row.ratio:.2f}", f"{row.ratio_least:.2f}",
         *(f"{row.cold[key]:.1f}" if row.cold else "" for key in ("import", "define", "first", "memory")))
        for row in rows
    ))


def growth_table(rows: list[growth.Growth]) -> str:
    """Load and latency by size."""
    head = ("rules", "engine", "load ms", "median µs", "min µs", "× best style")
    return table(head, ((f"{r.size:,}", r.name, f"{r.load:,.1f}", f"{r.median:,.0f}", f"{r.least:,.0f}", f"{r.ratio:.2f}") for r in rows))


def memory_table(rows: list[memory.Growth]) -> str:
    """Growth of the process."""
    head = ("what", "inferences", "bytes grown", "bytes each", "different answers", "µs each")
    return table(head, (
        (r.what, f"{r.count:,}", f"{r.grown:,}", f"{r.grown / r.count:.2f}", f"{r.different:,}", f"{r.microseconds:,.0f}") for r in rows
    ))


def interview_tables(study: interview.Study) -> tuple[str, str]:
    """Questions by order, and how early the outcome is final."""
    rows = []
    for name, title in ORDERS.items():
        mean, median, high = study.spread(name)
        rows.append((title, f"{mean:.1f}", f"{median:.0f}", f"{high:.0f}"))
    levels, decisions = dict(study.settled("levels")), dict(study.settled("decisions"))
    caps = ((cap, f"{levels[cap]:.1%}", f"{decisions[cap]:.1%}") for cap in levels)
    return (
        table(("asked by", "mean", "median", "95th percentile"), rows),
        table(("after questions", "level is final", "whole decision is final"), caps),
    )


def skill_table(rows: list[skill.Row]) -> str:
    """Start and turns."""
    head = ("", "this skill, ms", "hello world, ms", "ratio")
    return table(head, ((r.what, f"{r.ours:.2f}", f"{r.hello:.2f}", f"{r.ratio:.2f}") for r in rows))


def bars(rows: list[peers.Row], grown: list[memory.Growth], turns: list[skill.Row]) -> list[Bar]:
    """Every aim beside its figure."""
    by = {row.name: row for row in rows}
    bare, proof = by[Kernel.name], by[KernelProof.name]
    nearest = min((by[peer.name] for peer in PEERS), key=lambda row: row.ratio)
    start = next(turn for turn in turns if turn.what.startswith("start"))
    slowest = max((turn for turn in turns if turn.what.startswith("warm")), key=lambda turn: turn.ratio)
    return [
        Bar(f"bare conclusions at most 1.3 × {DurableBest.name}", f"{bare.ratio:.2f} (by min {bare.ratio_least:.2f})", bare.ratio <= 1.3),
        Bar(f"with the full proof at most 2 × {DurableBest.name}", f"{proof.ratio:.2f} (by min {proof.ratio_least:.2f})", proof.ratio <= 2),
        Bar("ahead of every peer engine", f"{nearest.ratio / bare.ratio:.1f} × as fast as {nearest.name}", nearest.ratio > proof.ratio),
        Bar("no growth over 200,000 inferences", f"{grown[0].grown:,} bytes over {grown[0].count:,}", _no_growth(grown[0])),
        Bar("start of the skill at most 1.5 × hello world", f"{start.ratio:.2f}", start.ratio <= 1.5),
        Bar("slowest warm turn at most 2 × hello world", f"{slowest.ratio:.2f} ({slowest.what})", slowest.ratio <= 2),
    ]


def _no_growth(one: memory.Growth) -> bool:
    """A shorter run proves nothing about the long one."""
    return one.grown <= 0 and one.count >= 200_000


def bars_table(found: list[Bar]) -> str:
    """The aims and whether they are met."""
    return table(("aim", "found", "met"), ((bar.aim, bar.found, "yes" if bar.met else "**no**") for bar in found))


def drawing(rows: list[peers.Row], grown: list[growth.Growth]) -> str:
    """Peers as bars, growth as lines, in one SVG."""
    canvas = plot.Canvas()
    plot.bars(canvas, "One assessment, 150 rules (median)", "µs", {row.name: row.median for row in rows}, (Kernel.name, KernelProof.name))
    names = dict.fromkeys(row.name for row in grown)
    latency = {name: [(float(r.size), r.median) for r in grown if r.name == name] for name in names}
    load = {name: [(float(r.size), r.load) for r in grown if r.name == name] for name in names}
    plot.lines(canvas, "One assessment as the base grows (median)", ("number of rules", "µs"), latency)
    plot.lines(canvas, "Loading the base", ("number of rules", "ms"), load)
    return canvas.svg("How fast the kernel is beside other engines, and how it grows")
