"""The committed model is what the source and the pack give, and a problem keeps it from being written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from interaction_model import build
from interaction_model.checks import problems
from interaction_model.source import read_source
from tests.interaction_model.tea import VOCABULARY


@pytest.fixture
def tea_shop(tea_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The builder at work on the tiny skill; yields where it writes."""
    class Pack:
        @staticmethod
        def load(_: str) -> Any:
            return Pack

        @staticmethod
        def vocabulary(_: str) -> Any:
            return VOCABULARY

    target = tmp_path / "package" / "en-US.json"
    monkeypatch.setattr(build, "KnowledgeBase", Pack)
    monkeypatch.setattr(build, "source_path", lambda locale: tea_path)
    monkeypatch.setattr(build, "target_path", lambda locale: target)
    return target


def test_the_committed_model_is_the_built_one(committed: str) -> None:
    assert build.serialise(build.build("en-US")[1]) == committed


def test_the_committed_model_has_no_problems(committed: str) -> None:
    source = read_source(build.source_path("en-US"))
    assert problems(json.loads(committed), source.same_meaning) == []


def test_every_custom_intent_has_twenty_authored_lines_not_only_twenty_expanded_ones() -> None:
    for intent in read_source(build.source_path("en-US")).intents:
        assert intent.name.startswith("AMAZON.") or len(intent.lines) >= 20, intent.name


def test_it_writes_once_and_then_checks(tea_shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--check"]) == 1
    assert "en-US: en-US.json is stale" in capsys.readouterr().err
    assert not tea_shop.exists()
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0
    tea_shop.write_text(tea_shop.read_text(encoding="utf-8").replace("sencha", "senchu"), encoding="utf-8")
    assert build.main(["--check"]) == 1


def test_it_refuses_to_write_a_model_with_problems(tea_shop: Path, tea_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tea_path.write_text(tea_path.read_text(encoding="utf-8").replace("tea corner", "alexa tea"), encoding="utf-8")
    assert build.main([]) == 1
    assert "'alexa' is not allowed" in capsys.readouterr().err
    assert not tea_shop.exists()


def test_it_names_a_source_it_cannot_read(tea_shop: Path, tea_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tea_path.write_text("nothing", encoding="utf-8")
    assert build.main([]) == 1
    assert "expected the keys" in capsys.readouterr().err


def test_it_says_when_the_pack_does_not_load(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(build, "PACK", "no_such_pack")
    assert build.main(["--check"]) == 1
    assert "no_such_pack" in capsys.readouterr().err


def test_a_place_and_a_symptom_never_split_a_sign_that_needs_both() -> None:
    """A swollen face or tongue is an allergic reaction, swollen skin on the face is not: they stay one slot."""
    for intent in read_source(build.source_path("en-US")).intents:
        for sample in intent.samples():
            assert not re.search(r"\{site\}( \w+)? \{symptom", sample), f"{intent.name}: {sample}"
