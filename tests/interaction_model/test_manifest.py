"""What the store page says is true, complete and asks for nothing the skill does not use."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from interaction_model.build import HERE
from tests.interaction_model.sayings import Sayings

MANIFEST: dict[str, Any] = json.loads((HERE / "skill-package" / "skill.json").read_text(encoding="utf-8"))["manifest"]
PUBLISHING = MANIFEST["publishingInformation"]
ENGLISH = PUBLISHING["locales"]["en-US"]


@pytest.fixture(scope="module")
def invocation(committed: str) -> str:
    """The name the skill is opened with."""
    return str(json.loads(committed)["interactionModel"]["languageModel"]["invocationName"])


def test_names_and_lengths_are_within_the_store_limits() -> None:
    assert ENGLISH["name"] == "Milia Guide"
    assert 2 <= len(ENGLISH["name"]) <= 50
    assert len(ENGLISH["summary"]) <= 160
    assert len(ENGLISH["description"]) <= 4000
    assert len(ENGLISH["keywords"]) <= 30
    assert not re.search(r"\b(alexa|amazon|echo|skill)\b", ENGLISH["name"] + ENGLISH["summary"], re.IGNORECASE)


def test_the_description_carries_the_disclaimer() -> None:
    description = ENGLISH["description"]
    for needed in ("not medical advice", "not a substitute", "call your doctor", "emergency", "does not make a diagnosis"):
        assert needed in description


def test_nothing_promises_a_cure_or_names_a_brand() -> None:
    text = json.dumps(PUBLISHING).lower()
    for word in ("cure", "guarantee", "dissolve", "proven", "instantly", "always works", "save your life", "differin", "vaseline"):
        assert word not in text


@pytest.mark.parametrize("phrase", ENGLISH["examplePhrases"])
def test_an_example_phrase_is_built_from_a_real_sample(sayings: Sayings, invocation: str, phrase: str) -> None:
    asked = f"Alexa, ask {invocation} "
    assert phrase == f"Alexa, open {invocation}" or (phrase.startswith(asked) and sayings.intents(phrase.removeprefix(asked)))


def test_there_are_three_example_phrases_and_the_first_opens_the_skill(invocation: str) -> None:
    assert len(ENGLISH["examplePhrases"]) == 3
    assert ENGLISH["examplePhrases"][0] == f"Alexa, open {invocation}"


def test_every_sentence_that_the_description_offers_can_be_said(sayings: Sayings, invocation: str) -> None:
    offered = re.findall(r"Alexa, ask ([a-z' ]+?guide) (.+)", ENGLISH["description"])
    assert offered
    for name, words in offered:
        assert name == invocation
        assert sayings.intents(words), words


def test_every_sentence_of_the_testing_instructions_can_be_said(sayings: Sayings) -> None:
    quoted = re.findall(r'"([^"]+)"', PUBLISHING["testingInstructions"])
    said = [words.rstrip(",") for words in quoted if not words.startswith("open ")]
    assert len(said) >= 5
    assert [words for words in said if not sayings.intents(words)] == []


def test_privacy_answers_are_those_of_a_skill_that_keeps_nothing() -> None:
    assert MANIFEST["privacyAndCompliance"] == {
        "allowsPurchases": False,
        # Nothing is stored and no permission is asked for. Turns true, with a policy, as soon as that changes.
        "usesPersonalInfo": False,
        # The answers about babies speak to their parents.
        "isChildDirected": False,
        "isExportCompliant": True,
        "containsAds": False,
        # Means "a HIPAA covered entity that has Amazon process health data", not "talks about health".
        "usesHealthInfo": False,
    }
    assert "permissions" not in MANIFEST


def test_it_is_a_health_skill_for_the_us_with_a_custom_endpoint() -> None:
    assert PUBLISHING["category"] == "HEALTH_AND_FITNESS"
    assert PUBLISHING["distributionCountries"] == ["US"]
    assert PUBLISHING["isAvailableWorldwide"] is False
    assert PUBLISHING["testingInstructions"]
    assert MANIFEST["apis"]["custom"]["endpoint"]["uri"].startswith("arn:aws:lambda:")


def test_the_package_is_where_the_command_line_looks_for_it() -> None:
    resources = json.loads((HERE / "ask-resources.json").read_text(encoding="utf-8"))
    source = resources["profiles"]["default"]["skillMetadata"]["src"]
    assert (HERE / source / "skill.json").is_file()
    assert list((HERE / source / "interactionModels" / "custom").glob("*.json"))
