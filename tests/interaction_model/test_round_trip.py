"""Amazon's own model classes understand every key of the package: nothing is misspelt, nothing has the wrong type."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from interaction_model.build import HERE


def round_trip(document: dict[str, Any], kind: type) -> Any:
    """Through Amazon's classes and back, without the keys they set to nothing."""
    serializer = DefaultSerializer()
    return without_nulls(serializer.serialize(serializer.deserialize(json.dumps(document), kind)))


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return [without_nulls(entry) for entry in value] if isinstance(value, list) else value


def test_the_model_comes_back_equal(committed: str) -> None:
    document = json.loads(committed)
    assert round_trip(document, InteractionModelData) == document


def test_the_manifest_comes_back_equal() -> None:
    document = json.loads((HERE / "skill-package" / "skill.json").read_text(encoding="utf-8"))
    assert round_trip(document, SkillManifestEnvelope) == document


def test_a_misspelt_key_would_not_come_back(tea: dict[str, Any]) -> None:
    assert round_trip(tea, InteractionModelData) == tea
    intent = tea["interactionModel"]["languageModel"]["intents"][0]
    intent["sampels"] = intent.pop("samples")
    assert round_trip(tea, InteractionModelData) != tea


def test_a_wrong_type_is_refused(tea: dict[str, Any]) -> None:
    tea["interactionModel"]["languageModel"]["intents"] = "none"
    with pytest.raises(SerializationException):
        round_trip(tea, InteractionModelData)
