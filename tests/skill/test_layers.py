"""The folders of the skill are borders: what understands words knows nothing of slots, sessions or answers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import skill

ROOT = Path(skill.__file__).parent
ALLOWED = {
    "lexicon": ("lexicon", "rules_core"),
    "hearing": ("hearing", "lexicon", "remembering", "rules_core", "ask_sdk_model"),
    "remembering": ("remembering", "hearing", "lexicon", "rules_core"),
}


def imported(path: Path) -> set[str]:
    """What a module of the skill imports besides the standard library: the first name under `skill`, or the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 1:
            found.add(path.parent.name)
        elif isinstance(node, ast.ImportFrom) and node.level == 2:
            found |= {node.module.partition(".")[0]} if node.module else {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in ("ask_sdk_core", "ask_sdk_model", "rules_core"):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("folder", ALLOWED)
def test_each_folder_knows_only_what_comes_before_it(folder: str) -> None:
    modules = sorted((ROOT / folder).glob("*.py"))
    assert len(modules) > 8
    assert {path.name: imported(path) - set(ALLOWED[folder]) for path in modules if not imported(path) <= set(ALLOWED[folder])} == {}
