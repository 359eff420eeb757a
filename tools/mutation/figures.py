"""The figures of a run: how many faults were noticed, by file, for docs/safety.md, and the lists behind them for docs/mutation.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .trial import EQUIVALENT, NOTICED, REFUSED, SURVIVED, Verdict

BAR = 0.95
"""The least share of faults that must be noticed."""

START, END = "<!-- mutation: written by tools/mutate_pack.py --write -->", "<!-- end of mutation -->"


def noticed_share(verdicts: Iterable[Verdict | Mapping[str, Any]]) -> float:
    """The share that was refused or noticed, of all faults that make a difference; 1.0 of none."""
    found = Counter(one.outcome if isinstance(one, Verdict) else one["outcome"] for one in verdicts)
    real = found[REFUSED] + found[NOTICED] + found[SURVIVED]
    return (found[REFUSED] + found[NOTICED]) / real if real else 1.0


def write(docs: Path, entries: Sequence[Mapping[str, Any]], all_faults: int) -> None:
    """Renew the figures between the marks in safety.md, and mutation.md. `all_faults`: how many there are, tried or not."""
    safety = docs / "safety.md"
    before, _, rest = safety.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    safety.write_text(f"{before}{START}\n{table(entries, all_faults)}\n{END}{after}", encoding="utf-8")
    (docs / "mutation.md").write_text(lists(entries), encoding="utf-8")


def table(entries: Sequence[Mapping[str, Any]], all_faults: int) -> str:
    """One row for each file of the pack, one for all, and how many of all faults were tried."""
    heads = ("file", "faults", "refused on loading", "noticed by a test", "survived", "no difference", "noticed")
    rows = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    files = sorted({entry["file"] for entry in entries})
    for name, group in [*((file, [e for e in entries if e["file"] == file]) for file in files), ("all", list(entries))]:
        count = Counter(entry["outcome"] for entry in group)
        numbers = " | ".join(f"{count[key]:,}" for key in (REFUSED, NOTICED, SURVIVED, EQUIVALENT))
        rows.append(f"| {name} | {len(group):,} | {numbers} | {noticed_share(group):.1%} |")
    rows += ["", f"{len(entries):,} of {all_faults:,} faults were tried, in random order."]
    return "\n".join(rows)


def lists(entries: Sequence[Mapping[str, Any]]) -> str:
    """The faults that survived, and those that make no difference."""
    parts = [
        "# Faults that no test notices, and faults that make no difference", "",
        "Written by `python tools/mutate_pack.py --write`; the figures stand in [safety.md](safety.md).",
        "Each line is one change of one rule.",
    ]
    titles = {SURVIVED: "Survived: somebody would hear something else, and no test fails", EQUIVALENT: "No difference found"}
    for outcome, title in titles.items():
        found = [entry for entry in entries if entry["outcome"] == outcome]
        parts += ["", f"## {title} ({len(found):,})", ""]
        by_file: dict[str, list[str]] = {}
        for entry in found:
            by_file.setdefault(entry["file"], []).append(entry["fault"].removeprefix(f"{entry['file']} "))
        for file, lines in sorted(by_file.items()):
            parts += [f"### {file}", "", *(f"- `{line}`" for line in lines), ""]
    return "\n".join(parts).rstrip() + "\n"
