"""The milia pack, loaded once for all its safety tests."""

import pytest

from rules_core import KnowledgeBase


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load("milia")
