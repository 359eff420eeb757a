"""The example that maps a knowledge base over partitions runs as it stands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_every_profile_of_every_partition_is_answered_or_refused():
    pytest.importorskip("distributed", reason="dask is not installed here; `make setup` installs it")
    command = [sys.executable, "examples/dask_partitions.py"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "200 profiles, 50 refused, first {'level': 'act_now'}"
