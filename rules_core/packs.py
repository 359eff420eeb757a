"""Find a pack and bring it to its compiled form: from YAML where it is authored, from JSON where it runs."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from .errors import PackError, Problem, nearest

FORMAT = 3
COMPILER = ("authoring/*.py", "compact.py", "dnf.py")
"""The modules that decide what a pack compiles to: when one changes, so does what was compiled."""


def load_compiled(pack: str | os.PathLike[str]) -> dict[str, Any]:
    """The compiled form of a built-in pack (by name), a pack folder, a compiled ``.json`` file, or ``package:pack``.

    ``package:pack`` is a pack folder or a compiled file inside an installed package; none of the package's code is run.
    A built-in pack that lies here as YAML is compiled when its files have changed since the last time.
    Raises PackError when there is no such pack or it is refused.
    """
    path = packaged(pack) or Path(pack)
    if path.suffix == ".json":
        return read_compiled(path)
    if path.is_dir() and (path.name != str(pack) or any(path.glob("*.yaml"))):
        return compile_folder(path)
    return _built_in(str(pack))


def compile_folder(folder: Path) -> dict[str, Any]:
    """Read, check and compile a folder of YAML (needs the `authoring` extra)."""
    from .authoring.authored import read_pack
    from .authoring.link import compile_pack

    compiled = compile_pack(read_pack(folder))
    compiled["sources_hash"] = sources_hash(folder)
    return compiled


def packaged(pack: str | os.PathLike[str]) -> Path | None:
    """Where ``package:pack`` lies: its folder, or its compiled file. None for anything else.

    Raises PackError when there is no such package, or no such pack in it.
    """
    package, _, name = os.fspath(pack).partition(":")
    if not name or not package.isidentifier():
        return None
    from importlib.util import find_spec  # finds a top-level package without running it; not part of a cold start

    try:
        spec = find_spec(package)
    except ValueError:  # a module that came from nowhere, such as __main__
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise PackError([Problem(str(pack)[:80], 1, "pack", f"there is no package {package!r}", "install it, or check its name")])
    for home in map(Path, spec.submodule_search_locations):
        for found in (home / name, home / f"{name}.json"):
            is_pack = found.is_file() or any(found.glob("*.yaml"))
            if is_pack and found.resolve().is_relative_to(home.resolve()):
                return found
    hint = "give the path inside it, as in plant_lore:packs/plants"
    raise PackError([Problem(str(pack)[:80], 1, "pack", f"the package {package!r} holds no pack {name!r}", hint)])


def built_in_folder() -> Path:
    """Where the packs that come with this package lie."""
    return Path(__file__).parent / "packs"


def _built_in(name: str) -> dict[str, Any]:
    home = built_in_folder()
    folder, cached = home / name, home / f"{name}.json"
    if folder.is_dir():
        fingerprint = sources_hash(folder)
        if cached.exists():
            try:
                compiled = read_compiled(cached)
            except PackError:
                compiled = {}
            if compiled.get("sources_hash") == fingerprint:
                return compiled
        compiled = compile_folder(folder)
        _write_quietly(cached, compiled)
        return compiled
    if cached.exists():
        return read_compiled(cached)
    known = sorted({path.stem for path in home.iterdir() if path.is_dir() or path.suffix == ".json"} - {"__pycache__"})
    raise PackError([Problem(str(name)[:80], 1, "pack", "there is no such pack", nearest(str(name), known))])


def sources_hash(folder: Path) -> str:
    """SHA-256 over the names and bytes of the YAML files, and over the compiler itself."""
    import hashlib  # an installed pack has no sources: not part of a cold start

    digest = hashlib.sha256(str(FORMAT).encode())
    code = Path(__file__).parent
    modules = (path for pattern in COMPILER for path in sorted(code.glob(pattern)))
    for path in (*sorted(folder.glob("*.yaml")), *modules):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_compiled(path: Path) -> dict[str, Any]:
    """The compiled pack in a JSON file. Raises PackError when it is not one."""
    try:
        compiled = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError([Problem(path.name, 1, "file", f"cannot be read: {error.strerror}", "check the path")]) from error
    except (ValueError, RecursionError) as error:
        raise PackError([Problem(path.name, 1, "file", f"is not a compiled pack: {error}", "compile it again")]) from error
    if not isinstance(compiled, dict) or compiled.get("format") != FORMAT:
        raise PackError([Problem(path.name, 1, "format", f"is not a compiled pack of format {FORMAT}", "compile it again")])
    return compiled


def write_compiled(path: Path, compiled: dict[str, Any]) -> None:
    """Write a compiled pack so that a reader sees the old file or the new one, never half of one."""
    import tempfile

    text = json.dumps(compiled, ensure_ascii=False, separators=(",", ":"))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(name, path)


def _write_quietly(path: Path, compiled: dict[str, Any]) -> None:
    """A read-only installation still works; it only compiles again next time."""
    try:
        write_compiled(path, compiled)
    except OSError:
        return
