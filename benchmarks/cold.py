"""Cold start of every engine: import, definition of the rules and first answer in a fresh process."""

from __future__ import annotations

import importlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import base, engines, machine


def cold_starts(rules: list[base.Rule], names: list[str], runs: int) -> dict[str, dict[str, float]]:
    """For each engine class the medians of `runs` cold starts; this kernel reads a pack compiled beforehand."""
    if not runs:
        return {}
    from . import as_pack

    with tempfile.TemporaryDirectory() as scratch:
        pack = Path(scratch) / "pack.json"
        pack.write_text(json.dumps(as_pack.compiled(rules)), encoding="utf-8")
        taken = {name: [_apart(name, pack) for _ in range(runs)] for name in names}
    return {name: {key: statistics.median(one[key] for one in own) for key in own[0]} for name, own in taken.items()}


def _apart(name: str, pack: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "benchmarks.cold", name, str(pack)], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def measure(name: str, pack: Path) -> dict[str, float]:
    """In this fresh process: milliseconds to import, to define the rules, to the first answer; memory taken in MB."""
    rules, people = base.rules(), base.profiles(1)
    engine = getattr(engines, name)
    before = machine.resident()
    start = time.perf_counter()
    importlib.import_module(engine.module)
    imported = time.perf_counter()
    made = engine(rules, pack.read_text(encoding="utf-8")) if issubclass(engine, engines.Kernel) else engine(rules)
    defined = time.perf_counter()
    made.assess(people[0])
    first = time.perf_counter()
    memory = (machine.resident() - before) / 2**20
    return {"import": (imported - start) * 1e3, "define": (defined - imported) * 1e3, "first": (first - defined) * 1e3, "memory": memory}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
