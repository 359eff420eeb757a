"""Build what AWS Lambda runs: our code, the compiled packs and the few libraries they need, and nothing else.

    python tools/build_lambda.py FOLDER                 build into FOLDER, for this machine
    python tools/build_lambda.py FOLDER --arch x86_64   the same, and refuse where the result would not run on such a Lambda
    python tools/build_lambda.py --zip                  write build/lambda-<arch>.zip for this machine's processor

The result has answered a launch and two questions in an interpreter with nothing else installed before this returns.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import engine

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "lambda"
LOCK = ROOT / "requirements" / "lambda.txt"
EVENTS = [ROOT / "tools" / "events" / f"{name}.json" for name in ("launch", "explain", "product", "ended")]
RUNTIME = "3.12"  # template.yaml: Runtime
BUDGET = 13 * 256 * 1024  # the aim is 3 MiB: the word lists of free speech have outgrown it by 80 kB and want packing
PACKS = ("milia",)
SKILL_ID = json.loads(EVENTS[0].read_text(encoding="utf-8"))["session"]["application"]["applicationId"]
# Needed to write rules, to draw them or to run them over files, not to answer.
LEFT_OUT = shutil.ignore_patterns(
    "__pycache__", "*.pyc", "*.yaml", "*.md", "py.typed", "__main__.py", "authoring", "diff.py", "progress.py", "files.py", "graph.py"
)
# What installers and type checkers leave behind; time zones and calendar rules that nothing here names; requests of payments, gadgets,
# games, roads, videos, player buttons, widgets, calls, cameras, tasks and other skills, messages, dialogs led by Alexa and being enabled,
# which no skill without their interfaces is sent, as are faults of sound documents; and dynamic entities, which nothing here sends.
LEAVINGS = (
    "*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED", "*.dist-info/WHEEL", "*.dist-info/top_level.txt", "bin",
    "**/py.typed", "ask_sdk_model/interfaces/alexa/presentation/apla", "ask_sdk_model/er",
    "dateutil/zoneinfo", "dateutil/rrule.py", "dateutil/easter.py", "dateutil/tz/win.py",
    "ask_sdk_model/interfaces/amazonpay", "ask_sdk_model/interfaces/custom_interface_controller", "ask_sdk_model/interfaces/game_engine",
    "ask_sdk_model/interfaces/gadget_controller", "ask_sdk_model/interfaces/navigation", "ask_sdk_model/interfaces/videoapp",
    "ask_sdk_model/interfaces/playbackcontroller", "ask_sdk_model/services/game_engine", "ask_sdk_model/services/gadget_controller",
    "ask_sdk_model/interfaces/conversations", "ask_sdk_model/interfaces/alexa/datastore", "ask_sdk_model/interfaces/alexa/comms",
    "ask_sdk_model/interfaces/alexa/smartvision", "ask_sdk_model/interfaces/connections", "ask_sdk_model/interfaces/tasks",
    "ask_sdk_model/interfaces/messaging", "ask_sdk_model/interfaces/monetization", "ask_sdk_model/events/skillevents",
)


def build(target: Path, python: str) -> list[dict[str, Any]]:
    """`target` is a complete artefact, byte-compiled for `python`; returns what it answered to EVENTS."""
    if target.exists() and any(target.iterdir()):
        shutil.rmtree(target)
    pins = _pins(LOCK.read_text(encoding="utf-8"))
    _copy_libraries(target, [pin for name, pin in pins.items() if name != "durable-rules"])
    engine.build_engine(target, pins["durable-rules"], CACHE)
    _copy_our_code(target)
    loaded = ask(target, python)["modules"]
    _byte_compile(target, python, loaded)
    return list(ask(target, python)["responses"])


def ask(target: Path, python: str) -> dict[str, Any]:
    """What the artefact answers to EVENTS in a bare interpreter whose environment holds nothing but the skill's id."""
    command = [python, "-I", "-S", "-B", "-W", "ignore", str(ROOT / "tools" / "ask_artefact.py"), str(target), *map(str, EVENTS)]
    done = subprocess.run(command, cwd=target, env={"SKILL_ID": SKILL_ID}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The artefact does not answer:\n{done.stderr}")
    return dict(json.loads(done.stdout))


def _pins(lock: str) -> dict[str, str]:
    """The entries of a lock file by package name, each with its hashes."""
    entries: dict[str, str] = {}
    name = ""
    for line in lock.splitlines(keepends=True):
        if line[0].isalnum():
            name = line.split("==")[0]
        if not line.lstrip().startswith("#") and line.strip():
            entries[name] = entries.get(name, "") + line
    return entries


def _copy_libraries(target: Path, pins: list[str]) -> None:
    wanted = "".join(pins)
    kept = CACHE / f"libraries-{hashlib.sha256((wanted + repr(LEAVINGS)).encode()).hexdigest()[:16]}"
    if not kept.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
            (Path(scratch) / "lambda.txt").write_text(wanted, encoding="utf-8")
            _pip_install(Path(scratch) / "lambda.txt", Path(scratch) / "libraries")
            shutil.copytree(Path(scratch) / "libraries", kept, dirs_exist_ok=True)
    shutil.copytree(kept, target, dirs_exist_ok=True)


def _pip_install(lock: Path, target: Path) -> None:
    options = ["-qq", "--no-compile", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--target", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, "-r", str(lock)], check=True, stdin=subprocess.DEVNULL)
    for pattern in LEAVINGS:
        for path in target.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _copy_our_code(target: Path) -> None:
    shutil.copy(ROOT / "lambda" / "handler.py", target)
    shutil.copy(ROOT / "LICENSE", target)
    for package in ("skill", "rules_core"):
        shutil.copytree(ROOT / package, target / package, ignore=LEFT_OUT)
    for pack in PACKS:
        shutil.rmtree(target / "rules_core" / "packs" / pack, ignore_errors=True)
        compiled = target / "rules_core" / "packs" / f"{pack}.json"
        command = [sys.executable, "-m", "rules_core", "compile", f"rules_core/packs/{pack}", "--out", str(compiled)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            sys.exit(f"The pack {pack} was refused, so nothing was built.")


def _byte_compile(target: Path, python: str, loaded: list[str]) -> None:
    """Compile what answering loads and all of our own. The rest of the SDK would double the size and is hardly ever read."""
    ours = [str(path.relative_to(target)) for package in ("skill", "rules_core") for path in (target / package).rglob("*.py")]
    files = sorted({file for file in [*loaded, *ours] if file.endswith(".py")})
    options = ["-q", "--invalidation-mode", "unchecked-hash", "-i", "-"]
    command = [python, "-I", "-S", "-W", "ignore", "-m", "compileall", *options]
    subprocess.run(command, cwd=target, input="\n".join(files), text=True, check=True)


def runtime_python() -> str:
    """A Python of Lambda's minor version where the machine has one, else this one: byte code fits one minor version only."""
    names = [sys.executable, shutil.which(f"python{RUNTIME}"), *map(str, _pyenv_pythons())]
    probe = f"import sys; sys.exit('%d.%d' % sys.version_info[:2] != '{RUNTIME}')"
    for name in filter(None, names):
        if subprocess.run([name, "-I", "-c", probe], capture_output=True, check=False).returncode == 0:
            return name
    print(f"No Python {RUNTIME} here: byte-compiled for {platform.python_version()}, so Lambda will start more slowly.", file=sys.stderr)
    return sys.executable


def _pyenv_pythons() -> list[Path]:
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    return sorted(home.glob(f"versions/{RUNTIME}*/bin/python{RUNTIME}"))


def host_architecture() -> str:
    """This machine's processor in Lambda's words."""
    return {"aarch64": "arm64", "amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())


def write_zip(folder: Path, archive: Path) -> int:
    """Zip the folder so that the same content gives the same bytes; returns the size."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(str(path.relative_to(folder)), date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return archive.stat().st_size


def _refuse_unless_it_runs_on(architecture: str) -> None:
    if platform.system() != "Linux" or host_architecture() != architecture:
        here = f"{platform.system()} on {host_architecture()}"
        sys.exit(f"An artefact for Lambda's {architecture} cannot be built on {here} yet: build on Linux with that processor.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--zip", action="store_true")
    parser.add_argument("--arch", choices=["arm64", "x86_64"])
    parser.add_argument("--python", help="the interpreter to byte-compile for and to check with")
    options = parser.parse_args()
    if options.zip == bool(options.folder):
        parser.error("give a folder, or --zip")
    if options.zip or options.arch:
        _refuse_unless_it_runs_on(options.arch or host_architecture())
    folder = options.folder or ROOT / "build" / f"lambda-{host_architecture()}"
    build(folder.resolve(), options.python or runtime_python())
    if options.zip:
        archive = folder.with_name(folder.name + ".zip")
        size = write_zip(folder, archive)
        print(f"{archive.relative_to(ROOT)}: {size / 1024 / 1024:.2f} MB")
        if size > BUDGET:
            sys.exit(f"That is more than the {BUDGET / 1024 / 1024:g} MB this artefact may weigh.")


if __name__ == "__main__":
    main()
