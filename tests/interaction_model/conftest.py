"""A tiny skill of its own, so that the checks are tested apart from the milia pack and its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interaction_model.build import target_path
from interaction_model.model import assemble
from interaction_model.source import read_source
from tests.interaction_model.sayings import Sayings
from tests.interaction_model.tea import TEA, VOCABULARY


@pytest.fixture
def tea_path(tmp_path: Path) -> Path:
    """The tiny skill's authored source as a file."""
    path = tmp_path / "en-US.yaml"
    path.write_text(TEA, encoding="utf-8")
    return path


@pytest.fixture
def tea(tea_path: Path) -> dict[str, Any]:
    """The tiny skill's model, free of problems, to be spoilt by a test."""
    return assemble(read_source(tea_path), VOCABULARY)


@pytest.fixture(scope="session")
def committed() -> str:
    """The text of the model that is in the repository."""
    return target_path("en-US").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sayings(committed: str) -> Sayings:
    """Which intents of the committed model say a sentence."""
    return Sayings(json.loads(committed)["interactionModel"]["languageModel"])
