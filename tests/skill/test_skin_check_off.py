"""Deployed without the skin check: the rest of the skill holds together, and the setting reaches the function."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from rules_core import KnowledgeBase
from skill.app import create_skill
from tests.skill.talk import Talk, envelope, plain

HANDLER = Path(__file__).parents[2] / "lambda" / "handler.py"


def deployed(monkeypatch: pytest.MonkeyPatch, **settings: str) -> ModuleType:
    """The module AWS loads, with these settings in its environment."""
    monkeypatch.setenv("MILIA_ALLOW_ANY_SKILL", "local")
    monkeypatch.delenv("SKILL_ID", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    described = importlib.util.spec_from_file_location("deployed_handler", HANDLER)
    assert described and described.loader
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


def first_words(module: ModuleType) -> str:
    answer = module.handler(envelope({"type": "IntentRequest", "intent": {"name": "SkinCheckIntent"}}, new=True), None)
    return plain(answer["response"]["outputSpeech"])


@pytest.mark.parametrize(("value", "begins"), [("off", False), (" OFF ", False), ("on", True), ("", True)])
def test_the_setting_turns_the_interview_off_and_nothing_else_does(
    monkeypatch: pytest.MonkeyPatch, value: str, begins: bool
) -> None:
    said = first_words(deployed(monkeypatch, MILIA_SKIN_CHECK=value))
    assert ("short questions" in said) is begins
    assert ("does no skin checks" in said) is not begins


def test_the_rest_holds_together(milia: KnowledgeBase) -> None:
    talk = Talk(create_skill(milia, skin_check=False), milia)
    assert "does no skin checks" in talk("SkinCheckIntent")
    assert "short questions" not in talk("AMAZON.YesIntent")
    assert "keratin" in talk("ExplainIntent")
    assert "Back to your check" not in talk("ContagiousIntent")
    talk("SkinCheckIntent")
    assert "doctor today" in talk("SymptomIntent", symptom="pus")
    talk("AMAZON.StopIntent")
    assert talk.ended
    assert "No." in Talk(create_skill(milia, skin_check=False), milia)("ProductIntent", ingredient="retinol", circumstance="pregnant")


def test_help_offers_the_check_only_where_it_is_on(milia: KnowledgeBase) -> None:
    for on in (True, False):
        said = Talk(create_skill(milia, skin_check=on), milia)("AMAZON.HelpIntent")
        assert ("check my skin" in said) is on
