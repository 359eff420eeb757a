"""Run every benchmark: ``python -m benchmarks [--quick]``.

The full run writes docs/benchmarks.md and docs/benchmarks.svg; the quick one, for trying things out, build/benchmarks.*.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from . import growth, interview, machine, memory, peers, report, skill

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
BUSY = 1.5
"""Load above which the figures are taken with reserve."""

TEXT = """# Benchmarks

Written by `make bench` on {date}; `make bench ARGS=--quick` is a short run for trying things out. Engines are measured in turns within one
round, and every round asserts that all of them reach the same conclusions. Ratios are medians of the ratios of single
rounds, so that what else the machine does mostly cancels out; minima are what it can do when left alone.

Machine: {machine}. {load}

## Aims

{bars}

## One assessment, engine by engine

150 rules in three levels of chaining, 21 facts, about 31 conclusions a profile. The last four columns are from fresh processes:
to import the engine, to define the rules, the first answer, and the memory all that took.

{peers}

"full proof" reads every conclusion, veto and line of the trace. "best style" is the C module of durable_rules driven as this kernel
drives it, with nothing else around it: no checks of facts, no unknown values, no vetoes, no proof but rule names. "operator DSL" is
durable_rules as its manual shows it. rules_core "defines" by loading a compiled pack, as it does when it runs.

![One assessment by engine; latency and load time by number of rules](benchmarks.svg)

## As the rule base grows

The same kind of base at growing sizes. About a quarter of the rules fire for a profile. Load is the least of {loads} loads; for
rules_core, of a compiled pack.

{growth}

## Memory

Resident memory after a warm-up and after the run, everything collectable collected.

{memory}

## Questions in an interview

{people:,} made-up people answer the skin check of the milia pack: a quarter of the list and yes/no questions bring something up, one
question in twenty is answered with "not sure". Each interview goes on until no open answer can change the level or a deciding
conclusion, or until an emergency stands: then nothing more is asked. A screening question that is answered with a plain no settles
all its facts; one that is not costs a question, and its
facts are asked one by one. The other orders ask one fact at a time and stop at the same point.

{interview}

For {unsound} of those whose interview ran to its end, the answers that were never asked for would have changed the decision.

How early the outcome is final, if the kernel's interview were cut off:

{caps}

## The skill beside a hello-world skill

Both answer the same requests from a folder laid out as on Lambda, with byte code, in fresh processes. The hello-world skill is
`benchmarks/hello_skill.py`: one handler, one sentence.

{skill}
"""


def main() -> None:
    """Every benchmark has been run and its figures written."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few rounds of everything, into build/")
    quick = parser.parse_args().quick
    target = ROOT / ("build" if quick else "docs")
    target.mkdir(exist_ok=True)
    before = machine.load()

    rows = _step("peers", lambda: peers.run(rounds=6, cold_runs=1) if quick else peers.run(rounds=60))
    loads = 1 if quick else 3
    sizes = growth.SIZES[:2] if quick else growth.SIZES
    grown = _step("growth", lambda: growth.run(sizes, rounds=4 if quick else 15, loads=loads))
    kept = _step("memory", lambda: memory.run(2_000 if quick else 200_000))
    turns = _step("skill", lambda: skill.run(rounds=2, turns=20) if quick else skill.run())
    study = _step("interviews", lambda: interview.run(100 if quick else 10_000))

    aims = report.bars(rows, kept, turns)
    questions, caps = report.interview_tables(study)
    text = TEXT.format(
        date=datetime.date.today(), machine="; ".join(machine.facts()), load=_load(before, machine.load()), bars=report.bars_table(aims),
        peers=report.peers_table(rows), growth=report.growth_table(grown), loads=loads, memory=report.memory_table(kept),
        people=len(study.courses), interview=questions, unsound=study.unsound, caps=caps, skill=report.skill_table(turns),
    )
    (target / "benchmarks.md").write_text(text, encoding="utf-8")
    (target / "benchmarks.svg").write_text(report.drawing(rows, grown), encoding="utf-8")
    print(report.bars_table(aims))
    print(f"Written: {(target / 'benchmarks.md').relative_to(ROOT)} and benchmarks.svg beside it")


def _step(name: str, run: Callable[[], T]) -> T:
    print(f"{name} ...", file=sys.stderr, flush=True)
    return run()


def _load(before: float, after: float) -> str:
    text = f"Load {before:.1f} when the run began and {after:.1f} when it ended"
    if before > BUSY:
        return text + ": the machine was busy with other things, so take medians with reserve and read the minima."
    return text + " (the run itself keeps one or two cores busy)."


if __name__ == "__main__":
    main()
