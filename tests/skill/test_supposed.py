"""What if: a condition that is only supposed is answered as if it were so, and nothing of it is kept."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.app import create_skill
from tests.skill.talk import Talk


@pytest.fixture
def asked(milia: KnowledgeBase) -> Talk:
    """Somebody who has asked about retinol."""
    talk = Talk(create_skill(milia), milia)
    talk("ProductIntent", ingredient="retinol")
    return talk


def test_the_last_question_is_answered_as_if_it_were_so(asked: Talk) -> None:
    said = asked("SupposedTalkIntent", supposed_words="i was pregnant")
    assert "Leave retinol out when pregnant" in said
    assert "pregnancy" not in asked.facts("self")


def test_what_is_known_stays_known(asked: Talk) -> None:
    asked("AboutMeIntent", circumstance="breastfeeding")
    asked("SupposedTalkIntent", supposed_words="i had eczema")
    assert asked.facts("self") == {"pregnancy": "breastfeeding"}


def test_a_supposed_sign_is_no_condition(asked: Talk) -> None:
    said = asked("SupposedTalkIntent", supposed_words="i get a fever")
    assert "Leave retinol out" not in said
    assert "unwell" not in asked.facts("self")
