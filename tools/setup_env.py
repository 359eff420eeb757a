"""Make an environment that holds exactly what a lock file says, and do nothing when it already does.

    python tools/setup_env.py run    .venv with what the simulator needs
    python tools/setup_env.py dev    .venv with what tests and checks need besides
    python tools/setup_env.py bench  .venv-bench with the engines that benchmarks compare
    python tools/setup_env.py sam    .venv-sam with the SAM command line

Standard library only: this runs before anything is installed. Every package is checked against the hashes of its lock.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

import prerequisites

ROOT = Path(__file__).resolve().parent.parent
HOMES = {"run": ".venv", "dev": ".venv", "bench": ".venv-bench", "sam": ".venv-sam"}
INCLUDES = {"run": ("run",), "dev": ("dev", "run"), "bench": ("bench",), "sam": ("sam",)}
SUPPORTED = ((3, 11), (3, 13))
ENGINE = "durable_rules"
THIS_VERSION = sys.version.split()[0]


def main(name: str) -> None:
    """The environment `name` stands as its lock file says."""
    home = ROOT / HOMES[name]
    version = _version_of(home)
    keep = version is not None and _may_keep(version)
    if keep and _stamp(home, name) == _mark(name, version):
        return
    if keep and version != THIS_VERSION:  # what is built next is built by and for the environment's own Python
        os.execv(_python(home), [str(_python(home)), __file__, name])
    prerequisites.ensure()
    if not keep:
        print(f"Making {home.name} with Python {THIS_VERSION}", flush=True)
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=True).create(home)
    _install(home, name)
    for part in INCLUDES[name]:
        _stamp_file(home, part).write_text(_mark(part, THIS_VERSION))


def _python(home: Path) -> Path:
    return home / "bin" / "python"


def _version_of(home: Path) -> str | None:
    """The version of the environment's Python, or None where it is absent or broken (its base Python gone, pip missing)."""
    if not _python(home).exists():
        return None
    probe = "import pip, sys; print('.'.join(map(str, sys.version_info[:3])))"
    done = subprocess.run([_python(home), "-c", probe], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def _may_keep(version: str) -> bool:
    """An environment stays unless its Python is out of range, or PYTHON was given and is of another minor version."""
    minor = tuple(int(part) for part in version.split(".")[:2])
    return minor == sys.version_info[:2] if os.environ.get("PYTHON") else SUPPORTED[0] <= minor <= SUPPORTED[1]


def _stamp_file(home: Path, name: str) -> Path:
    return home / f".installed-{name}"


def _stamp(home: Path, name: str) -> str | None:
    """What was written when `name` was last installed in full."""
    return _stamp_file(home, name).read_text() if _stamp_file(home, name).exists() else None


def _mark(name: str, version: str | None) -> str:
    lock = (ROOT / "requirements" / f"{name}.txt").read_bytes()
    return hashlib.sha256(lock + str(version).encode()).hexdigest()


def _install(home: Path, name: str) -> None:
    print(f"Installing requirements/{name}.txt into {home.name} (a minute or two the first time)", flush=True)
    lock = ROOT / "requirements" / f"{name}.txt"
    _pip(home, "--require-hashes", "--no-deps", "-r", str(lock))
    if name != "sam" and not _engine_loads(home):
        # pip may have kept a wheel from an earlier build that lacked the flags below: build it afresh.
        print(f"Building {ENGINE} again: the copy pip had kept does not load", flush=True)
        pin = next(line.split()[0] for line in lock.read_text().splitlines() if line.startswith(ENGINE.replace("_", "-")))
        _pip(home, "--no-cache-dir", "--force-reinstall", "--no-deps", "--no-binary", ENGINE, pin)
        if not _engine_loads(home):
            sys.exit(f"{ENGINE} was built but cannot be imported by {_python(home)}.")


def _pip(home: Path, *arguments: str) -> None:
    command = [str(_python(home)), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input", *arguments]
    if subprocess.run(command, env=_build_environment(), stdin=subprocess.DEVNULL, check=False).returncode:
        sys.exit(f"Setting up {home.name} failed; what pip said stands above. Running make again picks up where it stopped.")


def _build_environment() -> dict[str, str]:
    """Python 3.13 dropped PyEval_CallObject from its headers; durable_rules still calls it by that name."""
    environment = dict(os.environ)
    if sys.version_info >= (3, 13):
        environment["CPPFLAGS"] = f"{environment.get('CPPFLAGS', '')} -DPyEval_CallObject=PyObject_CallObject".strip()
    return environment


def _engine_loads(home: Path) -> bool:
    return subprocess.run([_python(home), "-c", "import durable_rules_engine"], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in HOMES:
        sys.exit(__doc__)
    main(sys.argv[1])
