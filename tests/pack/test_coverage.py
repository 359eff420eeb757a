"""Every claim of the source article is spoken, corrected or left out for a reason, and docs/coverage.md says which."""

from __future__ import annotations

import claim_coverage as coverage
import pytest

from rules_core import KnowledgeBase


@pytest.fixture(scope="module")
def rows(kb: KnowledgeBase) -> list[coverage.Row]:
    return coverage.rows(kb, coverage.read_claims())


def test_the_list_of_claims_is_whole() -> None:
    claims = coverage.read_claims()
    assert [claim["id"] for claim in claims["claims"]] == [f"S{number:03}" for number in range(1, 171)]
    assert [claim["id"] for claim in claims["extra"]] == [f"E{number:02}" for number in range(1, 50)]
    assert [claim["id"] for claim in claims["conflicts"]] == [f"X{number:02}" for number in range(1, 15)]


def test_no_claim_is_forgotten_or_repeated_against_the_evidence(kb: KnowledgeBase, rows: list[coverage.Row]) -> None:
    faults = coverage.faults(kb, rows)
    assert not faults, "\n".join(faults)


def test_the_table_is_fresh(kb: KnowledgeBase, rows: list[coverage.Row]) -> None:
    assert coverage.TABLE_FILE.read_text(encoding="utf-8") == coverage.table(kb, rows), "run python tools/claim_coverage.py"


def test_a_gap_is_noticed(kb: KnowledgeBase) -> None:
    claims = {**coverage.read_claims(), "extra": [{"id": "E99", "text": "a fact nobody speaks"}]}
    found = coverage.rows(kb, claims)
    assert any(fault.startswith("E99 is neither spoken") for fault in coverage.faults(kb, found))
    assert "Gaps: E99" in coverage.table(kb, found)


def test_a_refuted_claim_may_not_be_spoken(kb: KnowledgeBase) -> None:
    claims = {**coverage.read_claims(), "claims": [{"id": "S009", "text": "spoken as it is", "verdict": "contradicted"}]}
    found = coverage.rows(kb, claims)
    assert any("S009 is contradicted but spoken" in fault for fault in coverage.faults(kb, found))
