"""The medical terms are explained in docs/glossary-medical.md, and only those that are said."""

from __future__ import annotations

from pathlib import Path

import medical_glossary
import pytest

from rules_core import KnowledgeBase


@pytest.fixture(scope="module")
def terms() -> list[medical_glossary.Term]:
    return medical_glossary.terms(KnowledgeBase.load("milia"))


def test_the_document_is_fresh(terms: list[medical_glossary.Term]) -> None:
    assert medical_glossary.TABLE_FILE.read_text(encoding="utf-8") == medical_glossary.table(terms), "run python tools/medical_glossary.py"


def test_every_term_is_said_and_explained_once(terms: list[medical_glossary.Term]) -> None:
    assert medical_glossary.faults(terms) == []
    forms = [form for term in terms for form in (term.name, *term.also)]
    assert sorted(set(forms)) == sorted(forms)
    assert all(term.means and not term.means.endswith(".") for term in terms)


def test_a_term_that_nobody_says_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_text("terms:\n- {term: zymurgy, counts: 2, means: the study of brewing}\n")
    found = medical_glossary.terms(KnowledgeBase.load("milia"), file)
    assert medical_glossary.faults(found) == ["zymurgy is never said: take it out of glossary.yaml"]
