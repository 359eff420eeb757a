"""What a Python must find on the machine before durable_rules, which ships as C source, can be built.

Missing parts are installed where that needs nobody's leave (Debian's own Python, run as root); everywhere else the one
command that installs them is named.
"""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
DEBIAN_PACKAGES = {
    "the venv module": [f"python{VERSION}-venv"],
    "Python's C headers": [f"python{VERSION}-dev"],
    "a C compiler": ["gcc", "libc6-dev"],
}


def missing() -> list[str]:
    """The parts this Python lacks, in words."""
    found = {
        "the venv module": importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None,
        "Python's C headers": (Path(sysconfig.get_path("include")) / "Python.h").is_file(),
        "a C compiler": _has_compiler(),
    }
    return [part for part, present in found.items() if not present]


def _has_compiler() -> bool:
    if sys.platform == "darwin":  # /usr/bin/cc exists even where the tools behind it do not
        return subprocess.run(["xcode-select", "-p"], capture_output=True, check=False).returncode == 0
    command = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    return shutil.which(shlex.split(command)[0]) is not None


def ensure() -> None:
    """Nothing is missing afterwards; or the program has ended with the command that would help."""
    parts = missing()
    if parts and _is_debian_python() and os.geteuid() == 0:
        _apt_install(parts)
        importlib.invalidate_caches()
        parts = missing()
    if parts:
        sys.exit(f"{sys.executable} lacks {' and '.join(parts)}.\n{_remedy(parts)}\nThen run make again.")


def _is_debian_python() -> bool:
    return shutil.which("apt-get") is not None and sys.base_prefix == "/usr"


def _packages(parts: list[str]) -> list[str]:
    return [package for part in parts for package in DEBIAN_PACKAGES[part]]


def _apt_install(parts: list[str]) -> None:
    packages = _packages(parts)
    print(f"Installing {' '.join(packages)} ({', '.join(parts)})", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages]):
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def _remedy(parts: list[str]) -> str:
    if _is_debian_python():
        return f"Install with:  sudo apt-get install {' '.join(_packages(parts))}"
    if sys.platform == "darwin" and parts == ["a C compiler"]:
        return "Install with:  xcode-select --install"
    if shutil.which("apt-get") and parts == ["a C compiler"]:
        return "Install with:  sudo apt-get install gcc libc6-dev"
    if shutil.which("dnf"):
        return f"Install with:  sudo dnf install gcc python{VERSION}-devel"
    return "Choose a complete Python with:  make setup PYTHON=/path/to/python3.13"
