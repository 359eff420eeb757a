"""The folders of the kernel are borders: who may import whom."""

import ast
from pathlib import Path

import rules_core

ROOT = Path(rules_core.__file__).parent
FRONT = {"__init__.py", "__main__.py", "knowledge_base.py"}


def imported(path: Path, at_top_only: bool) -> set[str]:
    """The modules of this package that a module imports, as `folder.module`; at its top only, or anywhere."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if at_top_only else list(ast.walk(tree))
    return {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and node.level}


def test_running_a_pack_never_loads_what_writes_one():
    modules = [path for path in ROOT.rglob("*.py") if "authoring" not in path.parts]
    assert len(modules) > 30
    assert [path.name for path in modules if any(name.startswith("authoring") for name in imported(path, at_top_only=True))] == []


def test_inference_does_not_know_how_it_is_explained():
    modules = [path for path in ROOT.glob("*.py") if path.name not in FRONT]
    assert len(modules) > 20
    assert [path.name for path in modules if any(name.startswith("explaining") for name in imported(path, at_top_only=False))] == []
