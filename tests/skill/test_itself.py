"""What the guide says of itself: a little of what was told, and a way on, however much that was."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.app import create_skill
from skill.handlers import itself
from skill.language import language
from skill.presentation.limits import WORDS_A_TURN, word_count
from skill.remembering.fact_values import choices
from tests.skill.talk import Talk


@pytest.fixture
def talk(milia: KnowledgeBase) -> Talk:
    return Talk(create_skill(milia), milia)


def test_a_little_is_said_back_whole(talk: Talk) -> None:
    talk("AboutMeIntent", circumstance="pregnant")
    said = talk("PrivacyIntent")
    assert said.startswith("So far you told me: pregnant.")


def test_much_is_said_back_in_part(talk: Talk, milia: KnowledgeBase) -> None:
    """Of whoever the talk is about first; that there is more is said."""
    talk("AboutMeIntent", circumstance="pregnant")
    talk("AboutMeIntent", who="my husband", circumstance="eczema")
    talk("SymptomIntent", symptom="white", symptom_two="hard", symptom_three="tiny")
    told = talk("PrivacyIntent").partition(".")[0]
    assert told.endswith(" and more")
    assert milia.name("skin_conditions", "eczema") in told
    assert milia.name("pregnancy", "pregnant") not in told


def test_there_is_room_for_the_longest_name_and_question(milia: KnowledgeBase) -> None:
    """The bound on the names keeps every turn within its words, whatever is told and asked."""
    said = language().said
    names = [milia.name(spec.id, value) for spec in milia.facts.values() if spec.scope == "person" for value in choices(spec)]
    asks = [one.ask for one in (*milia.facts.values(), *milia.screens) if one.ask]
    told = max(itself._ROOM, *map(word_count, names)) + word_count(said["and"] + said["privacy_more"])
    rest = word_count(said["privacy_told"].format(facts="") + said["privacy"] + said["check_resume"].format(ask=""))
    assert told + rest + max(map(word_count, asks)) <= WORDS_A_TURN
