"""Requests as Alexa would post them."""
from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope
from ask_sdk_model.slu.entityresolution import StatusCode

from simulator.devices import DEVICES, device_named
from simulator.envelopes import AlexaSession, Envelopes, launch, session_ended, user_event
from simulator.errors import SimulatorError
from simulator.nlu import InteractionModel, Nlu


def request_for(model: InteractionModel, nlu: Nlu, sentence: str, device: str = "echo_dot") -> dict[str, Any]:
    envelopes = Envelopes(model, device_named(device), "en-US")
    return envelopes.envelope(AlexaSession(), envelopes.intent(nlu.understand(sentence).reading, None))


def read(event: dict[str, Any]) -> Any:
    return DefaultSerializer().deserialize(json.dumps(event), RequestEnvelope)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("request_body", [launch(), session_ended("ERROR"), session_ended("USER_INITIATED"), user_event("page", ["go", 1])])
def test_every_request_on_every_device_is_one_the_sdk_reads(model: InteractionModel, device: str, request_body: dict[str, Any]) -> None:
    envelope = read(Envelopes(model, device_named(device), "en-US").envelope(AlexaSession(), request_body))
    assert envelope.request.object_type == request_body["type"]
    assert envelope.request.locale == "en-US"
    assert envelope.session.new is True
    assert envelope.context.system.application.application_id == envelope.session.application.application_id


def test_every_declared_slot_is_there_even_when_empty(model: InteractionModel, nlu: Nlu) -> None:
    slots = read(request_for(model, nlu, "can i spray copper")).request.intent.slots
    assert set(slots) == {"stuff", "stuff_two", "plant", "state"}
    assert slots["plant"].value is None
    assert slots["plant"].confirmation_status.value == "NONE"


def test_a_match_carries_the_authority_and_the_id(model: InteractionModel, nlu: Nlu) -> None:
    slot = read(request_for(model, nlu, "can i spray dish soap")).request.intent.slots["stuff"]
    resolution = slot.resolutions.resolutions_per_authority[0]
    assert slot.value == "dish soap"
    assert resolution.authority == "amzn1.er-authority.echo-sdk.amzn1.ask.skill.00000000-0000-4000-8000-000000000000.STUFF"
    assert resolution.status.code == StatusCode.ER_SUCCESS_MATCH
    assert [(value.value.id, value.value.name) for value in resolution.values] == [("stuff.soap", "soap")]
    assert slot.slot_value.object_type == "Simple"


def test_no_match_has_no_values(model: InteractionModel, nlu: Nlu) -> None:
    slot = request_for(model, nlu, "can i spray bleach")["request"]["intent"]["slots"]["stuff"]
    resolution = slot["resolutions"]["resolutionsPerAuthority"][0]
    assert (resolution["status"], "values" in resolution) == ({"code": "ER_SUCCESS_NO_MATCH"}, False)


def test_a_shared_word_gives_both_values(model: InteractionModel, nlu: Nlu) -> None:
    slot = request_for(model, nlu, "what is peace plant")["request"]["intent"]["slots"]["plant"]
    values = slot["resolutions"]["resolutionsPerAuthority"][0]["values"]
    assert [entry["value"]["id"] for entry in values] == ["plant.lily", "plant.calathea"]


def test_built_in_slots_have_no_resolutions(model: InteractionModel, nlu: Nlu) -> None:
    slot = request_for(model, nlu, "it has nine leaves")["request"]["intent"]["slots"]["count"]
    assert (slot["value"], "resolutions" in slot) == ("9", False)


def test_fallback_carries_no_words(model: InteractionModel, nlu: Nlu) -> None:
    event = request_for(model, nlu, "blorp zonk the quizzical walrus")
    assert event["request"]["intent"] == {"name": "AMAZON.FallbackIntent", "confirmationStatus": "NONE", "slots": {}}
    assert "walrus" not in json.dumps(event)


@pytest.mark.parametrize(("sentence", "state"), [("check my plant", "STARTED"), ("tell me about fern", None)])
def test_the_dialog_state_stands_only_where_the_intent_has_a_dialog(model: InteractionModel, nlu: Nlu, sentence: str,
                                                                    state: str | None) -> None:
    assert request_for(model, nlu, sentence)["request"].get("dialogState") == state


@pytest.mark.parametrize(("device", "shape", "mode", "size"), [
    ("echo_spot", "ROUND", "HUB", (480, 480)), ("echo_show_5", "RECTANGLE", "HUB", (960, 480)),
    ("echo_show_8", "RECTANGLE", "HUB", (1280, 800)), ("fire_tv", "RECTANGLE", "TV", (1920, 1080))])
def test_a_screen_describes_itself(model: InteractionModel, nlu: Nlu, device: str, shape: str, mode: str, size: tuple[int, int]) -> None:
    event = request_for(model, nlu, "help", device)
    viewport = event["context"]["Viewport"]
    assert "Alexa.Presentation.APL" in event["context"]["System"]["device"]["supportedInterfaces"]
    assert (viewport["shape"], viewport["mode"], (viewport["pixelWidth"], viewport["pixelHeight"])) == (shape, mode, size)
    assert ("touch" in viewport) == (mode == "HUB")
    assert read(event).context.viewports[0].shape.value == shape


def test_a_device_without_a_screen_claims_none(model: InteractionModel, nlu: Nlu) -> None:
    context = request_for(model, nlu, "help")["context"]
    assert context["System"]["device"]["supportedInterfaces"] == {}
    assert "Viewport" not in context
    assert "Alexa.Presentation.APL" not in context


def test_the_request_is_made_afresh_each_time(model: InteractionModel, nlu: Nlu) -> None:
    first, second = (request_for(model, nlu, "help")["request"]["requestId"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize("name", ["toaster", "", None, 5, ["echo_dot"]])
def test_an_unknown_device_is_named_with_those_there_are(name: object) -> None:
    with pytest.raises(SimulatorError, match="echo_show_8"):
        device_named(name)


def test_touch_names_the_document_on_the_screen() -> None:
    assert SimpleNamespace(**user_event(None, [])).token == ""
