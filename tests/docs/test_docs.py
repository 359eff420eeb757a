"""The pages hold: their Python runs, their links lead somewhere, and nothing public is left unexplained."""

import re
from pathlib import Path

import pytest

import rules_core
from tests.rules_core.checks import checks

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))


def text(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_internal_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not re.match(r"[a-z]+:", link) and not (page.parent / link).exists()]
    assert missing == []


def test_every_check_of_a_pack_is_explained_with_its_way_out():
    table = text("authoring.md").split("## What `validate` checks")[1].split("\n## ")[0]
    rows = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", table, re.M)}
    assert set(rows) == checks() and all(map(all, rows.values()))


def test_every_public_name_is_on_the_library_page():
    page = text("library.md")
    assert [name for name in rules_core.__all__ if not re.search(rf"\b{name}\b", page)] == []


def test_every_command_is_documented():
    pages = text("library.md") + text("authoring.md")
    commands = ("validate", "compile", "infer", "why", "why-not", "what-if", "questions", "diff")
    assert [name for name in commands if not re.search(rf"rules_core {name}\b", pages)] == []
