"""On what and how undisturbed the figures were taken."""

from __future__ import annotations

import gc
import os
import platform
import resource
from pathlib import Path


def facts() -> list[str]:
    """The machine in short lines."""
    return [
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        f"{platform.python_implementation()} {platform.python_version()}",
    ]


def load() -> float:
    """How many processes wanted a core over the last minute, on average."""
    return os.getloadavg()[0]


def resident() -> int:
    """Bytes of memory this process holds, once everything collectable is collected; its peak where the system tells no more.

    Collecting empties the stores of small objects that Python keeps; the one that only ever fills up is filled again, or
    its filling would pass for growth: CPython 3.11 keeps 2,000 freed tuples of 20 items, 368 kB, and takes none out again.
    """
    gc.collect()
    spare = [(*range(20),) for _ in range(2_000)]
    spare.clear()
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _processor() -> str:
    names = Path("/proc/cpuinfo")
    if names.exists():
        for line in names.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "an unnamed processor"
