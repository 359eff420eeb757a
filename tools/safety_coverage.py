"""Measure how many combinations of answers the generated people of the safety tests hold: writes figures into docs/safety.md.

Usage: python tools/safety_coverage.py [--write]

The environment variables SAFETY_PROFILES and SAFETY_QUIET say how many people are drawn (`make soak` draws more than `make test`).
Every invariant is held against everybody who is drawn; the exit status is 1 when one is broken or when less than 95 percent of the
triples that can occur do.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from rules_core import KnowledgeBase  # noqa: E402
from tests.safety.invariants import broken  # noqa: E402
from tests.safety.profiles import (  # noqa: E402
    SOON,
    Facts,
    Token,
    everyone,
    missing_pairs,
    quiet,
    triple_coverage,
    universe,
)

START, END = "<!-- coverage: written by tools/safety_coverage.py --write -->", "<!-- end of coverage -->"
BAR = 0.95


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and perhaps write; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="renew the figures in docs/safety.md")
    chosen = parser.parse_args(arguments)
    kb = KnowledgeBase.load("milia")
    wanted = universe(kb, [spec.id for spec in kb.facts.values() if spec.scope == "person" and not spec.derived_from])
    levels = [(facts, kb.infer(facts)) for facts in everyone()]
    breaks = [(facts, names) for facts, result in levels if (names := broken(facts, result))]
    breaks += [(facts, names) for facts in quiet().people if (names := broken(facts, kb.infer(facts)))]
    flagged = [facts for facts, result in levels if result.level in SOON]
    rows = [_row("everybody", everyone(), wanted), _row("with a red flag", flagged, wanted), _calm(wanted)]
    lines = [
        "| people | drawn | pairs of answers | triples of answers | ruled out |", "|---|---|---|---|---|", *(line for line, _ in rows), "",
        f"{len(wanted)} answers (values of the facts about a person, \"not known\" among them); {len(breaks)} invariants broken.",
    ]
    text = "\n".join(lines)
    print(text)
    if breaks:
        print(f"broken: {breaks[0]}")
    if chosen.write:
        file = ROOT / "docs" / "safety.md"
        before, _, rest = file.read_text(encoding="utf-8").partition(START)
        file.write_text(f"{before}{START}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return int(bool(breaks) or min(share for _, share in rows) < BAR)


def _row(name: str, people: list[Facts], wanted: Sequence[Token]) -> tuple[str, float]:
    pairs = sum(1 for place, one in enumerate(wanted) for other in wanted[place + 1 :] if one[0] != other[0])
    missing = len(missing_pairs(people, wanted))
    held, total = triple_coverage(people, wanted)
    row = f"| {name} | {len(people):,} | {pairs - missing:,} of {pairs:,} | {held:,} of {total:,} ({held / total:.1%}) | none |"
    return row, held / total


def _calm(wanted: Sequence[Token]) -> tuple[str, float]:
    pairs = sum(1 for place, one in enumerate(wanted) for other in wanted[place + 1 :] if one[0] != other[0])
    can = pairs - len(quiet().ruled_out)
    held, total, out = quiet().triples(wanted)
    why = f"{len(quiet().ruled_out):,} pairs and {out:,} triples: {len(quiet().alarming)} answers and some pairs always send to a doctor"
    row = f"| with no red flag | {len(quiet().people):,} | {can:,} of {can:,} | {held:,} of {total:,} ({held / total:.1%}) | {why} |"
    return row, held / total


if __name__ == "__main__":
    sys.exit(main())
