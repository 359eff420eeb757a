"""Build the durable_rules C module for the artefact: one library that every supported Python can load.

durable_rules ships as source only, and a plain build fits the one Python that built it. Its C code keeps to CPython's
stable interface, so compiled against that interface the same file runs on 3.11, 3.12 and 3.13.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from pathlib import Path

LIBRARY = "durable_rules_engine.abi3.so"
FLAGS = ["-O2", "-fPIC", "-std=c99", "-D_GNU_SOURCE", "-DPy_LIMITED_API=0x03080000", "-w"]
# 3.13's headers no longer have the name the source calls.
RENAMED = ["-DPyEval_CallObject=PyObject_CallObject"] if sys.version_info >= (3, 13) else []


def build_engine(target: Path, pin: str, cache: Path) -> None:
    """`target` holds the library and its licence; `pin` is durable_rules' entry of a lock file, hashes included."""
    key = hashlib.sha256("\0".join([pin, *_link_command(), *FLAGS, *RENAMED, sysconfig.get_platform()]).encode()).hexdigest()[:16]
    kept = cache / f"engine-{key}"
    if not kept.is_dir():
        with tempfile.TemporaryDirectory() as scratch:
            source = _fetch(pin, Path(scratch))
            built = Path(scratch) / "built"
            built.mkdir()
            _compile(source, built / LIBRARY)
            shutil.copy(source / "LICENSE", built / "durable_rules.LICENSE")
            cache.mkdir(parents=True, exist_ok=True)
            shutil.copytree(built, kept, dirs_exist_ok=True)
    shutil.copytree(kept, target, dirs_exist_ok=True)


def _fetch(pin: str, scratch: Path) -> Path:
    """The unpacked source, after pip has checked it against the lock's hashes."""
    wanted = scratch / "engine.txt"
    wanted.write_text(pin)
    options = ["-qq", "--no-deps", "--no-binary", ":all:", "--require-hashes", "--dest", str(scratch)]
    subprocess.run([sys.executable, "-m", "pip", "download", *options, "-r", str(wanted)], check=True, stdin=subprocess.DEVNULL)
    archive = next(scratch.glob("*.tar.gz"))
    with tarfile.open(archive) as packed:
        packed.extractall(scratch, filter="data")
    return next(path for path in scratch.iterdir() if path.is_dir())


def _compile(source: Path, library: Path) -> None:
    files = [source / "src/rulespy/rules.c", *(source / "src/rules" / f"{name}.c" for name in ("json", "rete", "state", "events", "regex"))]
    headers = [f"-I{source / 'src/rules'}", f"-I{sysconfig.get_path('include')}"]
    subprocess.run([*_link_command(), *FLAGS, *RENAMED, *headers, *map(str, files), "-o", str(library)], check=True)


def _link_command() -> list[str]:
    """The words this Python links its extension modules with."""
    return shlex.split(os.environ.get("LDSHARED") or sysconfig.get_config_var("LDSHARED") or "cc -shared")
