"""What the skill hears with: the milia pack and the words of English."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.guide import Guide
from skill.language import language


@pytest.fixture(scope="session")
def guide(milia: KnowledgeBase) -> Guide:
    return Guide.of(milia, language())
