"""The skill's start and its turns beside a hello-world skill on the same SDK, each run in a fresh process."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVENTS = ROOT / "tools" / "events"
TURNS = ("launch", "explain", "product")
CHILD = """
import json, statistics, sys, time
start = time.perf_counter()
from handler import handler
ready = time.perf_counter()
event, count = json.load(open(sys.argv[1])), int(sys.argv[2])
handler(json.loads(json.dumps(event)), None)
first = time.perf_counter()
warm = []
for _ in range(count):
    fresh = json.loads(json.dumps(event))
    begun = time.perf_counter()
    handler(fresh, None)
    warm.append(time.perf_counter() - begun)
print(json.dumps({"init": (ready - start) * 1e3, "first": (first - ready) * 1e3, "warm": statistics.median(warm) * 1e3}))
"""


@dataclass(frozen=True)
class Row:
    """One kind of turn: milliseconds of this skill and of the hello-world skill on the same request, and the median ratio."""

    what: str
    ours: float
    hello: float
    ratio: float


def run(rounds: int = 9, turns: int = 200) -> list[Row]:
    """The start, the first turn and warm turns, in rounds that run both skills one after the other."""
    with tempfile.TemporaryDirectory() as scratch:
        hello, ours = _lay_out(Path(scratch))
        taken: dict[str, list[tuple[dict[str, float], dict[str, float]]]] = {turn: [] for turn in TURNS}
        for number in range(rounds + 1):
            for turn in TURNS:
                pair = (_once(ours, EVENTS / f"{turn}.json", turns), _once(hello, EVENTS / f"{turn}.json", turns))
                if number:  # the first round only fills the caches of byte code and files
                    taken[turn].append(pair)
    starts = [pair for pairs in taken.values() for pair in pairs]
    return [
        _row("start, import to ready", "init", starts),
        *(_row(f"first turn, {turn}", "first", pairs) for turn, pairs in taken.items()),
        *(_row(f"warm turn, {turn}", "warm", pairs) for turn, pairs in taken.items()),
    ]


def _row(what: str, key: str, pairs: list[tuple[dict[str, float], dict[str, float]]]) -> Row:
    ours, hello = (statistics.median(pair[side][key] for pair in pairs) for side in (0, 1))
    return Row(what, ours, hello, statistics.median(mine[key] / theirs[key] for mine, theirs in pairs))


def _lay_out(scratch: Path) -> tuple[Path, Path]:
    """Two folders as Lambda would see them: the code, the compiled pack, no sources of packs."""
    hello, ours = scratch / "hello", scratch / "ours"
    hello.mkdir()
    shutil.copy(ROOT / "benchmarks" / "hello_skill.py", hello / "handler.py")
    for package in ("skill", "rules_core"):
        shutil.copytree(ROOT / package, ours / package, ignore=shutil.ignore_patterns("__pycache__", "*.yaml", "milia", "milia.json"))
    shutil.copy(ROOT / "lambda" / "handler.py", ours)
    pack = ours / "rules_core" / "packs" / "milia.json"
    subprocess.run([sys.executable, "-m", "rules_core", "compile", "milia", "--out", str(pack)], cwd=ROOT, check=True)
    return hello, ours


def _once(folder: Path, event: Path, turns: int) -> dict[str, float]:
    """One start, one first turn and many warm ones, in a fresh interpreter that may keep its byte code."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment.update(PYTHONWARNINGS="ignore", MILIA_ALLOW_ANY_SKILL="local", PYTHONPATH=str(folder))
    command = [sys.executable, "-c", CHILD, str(event), str(turns)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures
