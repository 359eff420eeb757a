"""A skill on a small pack, apart from the wording of the milia pack, and one on the milia pack itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from rules_core import KnowledgeBase
from skill.app import create_skill
from tests.skill.talk import Talk

PACK = Path(__file__).with_name("pack")


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(PACK)


@pytest.fixture(scope="session")
def milia() -> KnowledgeBase:
    return KnowledgeBase.load("milia")


@pytest.fixture
def seen() -> list[Mapping[str, Any]]:
    """What the observer saw, turn by turn."""
    return []


@pytest.fixture
def talk(kb: KnowledgeBase, seen: list[Mapping[str, Any]]) -> Talk:
    """A conversation in an opened skill."""
    return Talk(create_skill(kb, observer=seen.append), kb)


@pytest.fixture
def one_shot(kb: KnowledgeBase) -> Callable[[], Talk]:
    """A conversation that begins with a question, without opening the skill."""
    handler = create_skill(kb)
    return lambda: Talk(handler, kb, opened=False)
