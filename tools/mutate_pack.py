"""Put deliberate faults into the rules of the milia pack, one at a time, and count how many its tests notice.

Usage: python tools/mutate_pack.py [--sample N] [--seed N] [--minutes N] [--file NAME] [--again] [--write] [--results FILE] [PATH ...]

Every rule is dropped, negated, shifted and otherwise changed in one small way (tools/mutation/operators.py). A fault is noticed when the
pack is refused on loading, when one of the tests in PATH (tests/cases, tests/pack and tests/safety) fails, or when it breaks a safety
invariant for one of the generated people. A fault that makes no difference to anybody - neither to those the tests ask about, nor to
thousands drawn by chance, nor to hundreds made to measure for the very rule - counts as none, and is listed apart.

Results go to build/mutation.json; with --again only the faults that survived there are tried. With --write the figures in docs/safety.md
and the lists in docs/mutation.md are renewed. The exit status is 1 when less than 95 percent are noticed.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import pytest  # noqa: E402
from mutation.faulty import Workshop  # noqa: E402
from mutation.figures import BAR, noticed_share, write  # noqa: E402
from mutation.operators import Mutant, mutants  # noqa: E402
from mutation.population import Population  # noqa: E402
from mutation.suite import Recorder, with_items  # noqa: E402
from mutation.trial import SURVIVED, Court, Verdict, helpers_of, outcome_of  # noqa: E402

from rules_core import KnowledgeBase, packs  # noqa: E402
from rules_core.authoring.authored import read_pack  # noqa: E402
from rules_core.authoring.link import compile_pack  # noqa: E402

PACK = "milia"
TESTS = ("tests/cases", "tests/pack", "tests/safety")
RESULTS = ROOT / "build" / "mutation.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trials; the exit status."""
    chosen = _arguments().parse_args(arguments)
    authored = read_pack(packs.built_in_folder() / PACK)
    compiled = compile_pack(authored)
    kb = KnowledgeBase(compiled)
    _share(kb)
    every = list(mutants(authored, compiled))
    faults = _chosen(every, chosen)
    print(f"{len(faults)} faults", flush=True)
    workshop = Workshop(authored, kb)
    verdicts: list[Verdict] = []

    def work(tests: Sequence[pytest.Item]) -> int:
        court = _court(workshop, tests, everyone=not chosen.quick, patience=chosen.patience)
        gc.freeze()  # a hundred thousand people need not be looked through for what may be freed
        started = time.monotonic()
        for number, fault in enumerate(faults, 1):
            verdicts.append(court.tries(fault))
            if verdicts[-1].outcome == SURVIVED:
                print(f"survived: {fault}\n    {verdicts[-1].person}", flush=True)
            if chosen.minutes and time.monotonic() - started > 60 * chosen.minutes:
                print(f"stopped after {number} of {len(faults)}, which are in no order", flush=True)
                break
            if number % 250 == 0:
                _save(verdicts, chosen, len(every))
                print(f"{number} of {len(faults)} in {time.monotonic() - started:.0f} s, {noticed_share(verdicts):.2%}", flush=True)
        return 0

    status = with_items([str(ROOT / path) for path in chosen.paths or TESTS], work)
    if status:
        return status
    share = noticed_share(verdicts)
    print(f"{share:.2%} of {len(verdicts)} faults noticed")
    _save(verdicts, chosen, len(every))
    if chosen.write:
        write(ROOT / "docs", _load(chosen.results), len(every))
    return int(share < BAR)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sample", type=int, default=0, help="so many faults, drawn by chance (0: all)")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--minutes", type=float, default=0.0, help="stop after so many minutes (0: try them all)")
    parser.add_argument("--quick", action="store_true", help="without the generated people")
    parser.add_argument("--patience", type=float, default=2.0, help="seconds of tests for one fault at most")
    parser.add_argument("--file", action="append", default=[], help="only the rules of this file of the pack")
    parser.add_argument("--again", action="store_true", help="only what survived the last time")
    parser.add_argument("--write", action="store_true", help="renew the figures in docs/")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the verdicts are kept")
    parser.add_argument("paths", nargs="*")
    return parser


def _share(kb: KnowledgeBase) -> None:
    """Whoever loads the pack from now on gets this very knowledge base: so a fault in it reaches every test."""
    right = KnowledgeBase.load

    def load(cls: type[KnowledgeBase], pack: Any) -> KnowledgeBase:
        return kb if pack == PACK else right(pack)

    KnowledgeBase.load = classmethod(load)  # type: ignore[method-assign,assignment]


def _chosen(found: list[Mutant], chosen: argparse.Namespace) -> list[Mutant]:
    if chosen.file:
        found = [fault for fault in found if fault.file in chosen.file]
    if chosen.again:
        survived = {entry["fault"] for entry in _load(chosen.results) if entry["outcome"] == SURVIVED}
        found = [fault for fault in found if str(fault) in survived]
    return random.Random(chosen.seed).sample(found, min(chosen.sample or len(found), len(found)))


def _court(workshop: Workshop, tests: Sequence[pytest.Item], everyone: bool, patience: float) -> Court:
    from tests.safety.invariants import broken
    from tests.safety.profiles import CLEAR, People
    from tests.safety.profiles import everyone as all_of_them

    kb = workshop.kb
    people = Population(kb.facts, helpers_of(kb))
    items = Recorder(kb, lambda result: people.add(result._outcome.facts, outcome_of(result))).record(tests)
    print(f"{len(items)} tests ask about {len(people)} people", flush=True)
    generated: set[int] = set()
    for facts in all_of_them() if everyone else ():
        outcome = outcome_of(kb.infer(facts))
        generated.add(people.add(outcome.facts, outcome))
    drawn = People(kb, 7).draw(60)
    topics = [{"topic": topic} for topic in kb.facts["topic"].values]
    bases = [*drawn, *({**CLEAR, **topic} for topic in topics), *topics, {}, {"age_group": "newborn"}, {"age_group": "child"}]
    return Court(workshop, items, people, broken, bases, frozenset(generated), patience)


def _save(verdicts: Sequence[Verdict], chosen: argparse.Namespace, every: int) -> None:
    entries = {entry["fault"]: entry for entry in (_load(chosen.results) if chosen.again else [])}
    for one in verdicts:
        fault = one.mutant
        entries[str(fault)] = {
            "fault": str(fault), "file": fault.file, "operator": fault.operator, "outcome": one.outcome, "by": one.by, "person": one.person,
        }
    chosen.results.parent.mkdir(exist_ok=True)
    chosen.results.write_text(json.dumps({"faults": every, "tried": list(entries.values())}, indent=1), encoding="utf-8")


def _load(results: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(results.read_text(encoding="utf-8"))["tried"]
    return loaded


if __name__ == "__main__":
    sys.exit(main())
