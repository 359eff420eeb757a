"""The wheel is all a library user needs: installed alone in a clean environment it answers, without any YAML."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import importlib.util
from rules_core import KnowledgeBase
assert importlib.util.find_spec("ruamel") is None and importlib.util.find_spec("jsonschema") is None
kb = KnowledgeBase.load("milia")
result = kb.infer({"topic": "product", "ingredient": ["retinol"], "pregnancy": "pregnant"})
assert "use_retinoid" not in result and [one.conclusion.id for one in result.vetoed]
print(kb.why(result, result.vetoed[0].conclusion.id))
"""


def run(*command: object, **options: object) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    if sys.version_info >= (3, 13):  # a name that durable_rules calls and that Python's headers dropped
        environment["CPPFLAGS"] = "-DPyEval_CallObject=PyObject_CallObject"
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=environment, check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left in the checkout."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "rules_core", source / "rules_core", ignore=shutil.ignore_patterns("__pycache__", "*.json.*"))
    run(sys.executable, "-m", "rules_core", "compile", "rules_core/packs/milia", "--out", "rules_core/packs/milia.json", cwd=source)
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", source / "dist", ".", cwd=source)
    return next((source / "dist").glob("*.whl"))


def test_it_holds_the_kernel_and_compiled_packs_alone(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"rules_core", "milia_rules_core"}
    wanted = {"rules_core/packs/milia.json", "rules_core/py.typed", "rules_core/authoring/schema/pack.schema.json"}
    assert wanted <= set(names)
    assert not [name for name in names if name.endswith((".yaml", ".yml"))]


def test_it_answers_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "clean"
    venv.create(home, with_pip=True, symlinks=True)
    python = home / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=tmp_path)
    assert "fell to" in run(python, "-c", ASK, cwd=tmp_path)
    assert '"level"' in run(python, "-m", "rules_core", "infer", "milia", "topic=causes", cwd=tmp_path)
