"""The pages hold: their Python runs, their links lead somewhere, and nothing public is left unexplained."""

import re
from pathlib import Path

import pytest

import rules_core

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
SOURCES = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules_core").glob("*.py")))
CHECKS = {"form", "unique", "reference", "condition", "alternatives", "order", "monotone", "translation", "unreachable",
          "uncited", "unsaid", "unheld", "overdue", "shadowed", "contradictory", "gap"}


def text(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_the_python_of_the_library_page_runs():
    blocks = re.findall(r"```python\n(.*?)```", text("library.md"), re.S)
    assert blocks
    exec(compile(blocks[0], "docs/library.md", "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_internal_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not re.match(r"[a-z]+:", link) and not (page.parent / link).exists()]
    assert missing == []


def test_every_check_of_a_pack_is_explained_with_its_way_out():
    page = text("authoring.md")
    assert [name for name in sorted(CHECKS) if f"`{name}`" not in page] == []
    assert [name for name in CHECKS if f'"{name}"' not in SOURCES] == [], "a check that is gone is still listed here"


def test_every_public_name_is_on_the_library_page():
    page = text("library.md")
    assert [name for name in rules_core.__all__ if not re.search(rf"\b{name}\b", page)] == []


def test_every_command_is_documented():
    pages = text("library.md") + text("authoring.md")
    commands = ("validate", "compile", "infer", "why", "why-not", "what-if", "questions", "diff")
    assert [name for name in commands if not re.search(rf"rules_core {name}\b", pages)] == []
