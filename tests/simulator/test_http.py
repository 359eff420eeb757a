"""The HTTP contract, its errors, and the page."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

import simulator
from simulator.app import EXAMPLES, create_app
from simulator.devices import device_named
from simulator.envelopes import AlexaSession, Envelopes, launch
from simulator.nlu import InteractionModel

from .small_skill import small_skill


def opened(http: FlaskClient, **body: Any) -> str:
    return str(http.post("/api/sessions", json=body).get_json()["id"])


def say(http: FlaskClient, key: str, text: Any) -> Any:
    return http.post(f"/api/sessions/{key}/say", json={"text": text})


def test_opening_and_talking(http: FlaskClient) -> None:
    body = http.post("/api/sessions", json={"locale": "en-US", "device": "echo_dot", "launch": True}).get_json()
    assert body["answer"]["speech"] == "Welcome to the garden."
    answer = say(http, body["id"], "tell me about roses").get_json()
    assert (answer["speech"], answer["intent"]["layer"], answer["ended"]) == ("PlantIntent, turn 1.", "exact", False)
    assert answer["inference"]["level"] == "routine"


def test_without_launch_the_first_sentence_is_a_one_shot(http: FlaskClient) -> None:
    body = http.post("/api/sessions", json={"launch": False}).get_json()
    assert body["answer"] is None
    assert say(http, body["id"], "tell me about roses").get_json()["request"]["session"]["new"] is True


def test_an_empty_body_opens_with_the_defaults(http: FlaskClient) -> None:
    assert http.post("/api/sessions").get_json()["answer"]["ended"] is False


def test_events(http: FlaskClient) -> None:
    key = opened(http, device="echo_show_5")
    path = f"/api/sessions/{key}/event"
    assert http.post(path, json={"type": "touch", "arguments": ["a"]}).get_json()["speech"] == "Touched ['a']."
    assert http.post(path, json={"type": "silence"}).get_json()["speech"] == "What next?"
    assert http.post(path, json={"type": "end"}).get_json()["ended"] is True
    assert http.post(path, json={"type": "request", "request": {"type": "LaunchRequest"}}).get_json()["speech"] == "Welcome to the garden."


@pytest.mark.parametrize(("path", "body", "status", "what"), [
    ("/api/sessions", {"device": "toaster"}, 400, "device"),
    ("/api/sessions", {"device": 5}, 400, "device"),
    ("/api/sessions", {"locale": "xx"}, 400, "locale"),
    ("/api/sessions", {"launch": "yes"}, 400, "launch"),
    ("/api/sessions", [1], 400, "body"),
    ("/api/sessions/none/say", {"text": "hi"}, 404, "session"),
    ("/api/sessions/KEY/say", {}, 400, "text"),
    ("/api/sessions/KEY/say", {"text": ""}, 400, "text"),
    ("/api/sessions/KEY/say", {"text": {"a": 1}}, 400, "text"),
    ("/api/sessions/KEY/say", {"text": "x" * 10_000}, 413, "text"),
    ("/api/sessions/KEY/say", {"text": "x" * 100_000}, 413, "request"),
    ("/api/sessions/KEY/say", {"text": "how much water does it need"}, 502, "skill"),
    ("/api/sessions/KEY/event", {}, 400, "event"),
    ("/api/sessions/KEY/event", {"type": "dance"}, 400, "event"),
    ("/api/sessions/KEY/event", {"type": ["silence"]}, 400, "event"),
    ("/api/sessions/KEY/event", {"type": "touch"}, 400, "arguments"),
    ("/api/sessions/KEY/event", {"type": "request", "request": "hello"}, 400, "request"),
    ("/api/sessions/KEY/event", {"type": "request", "request": {"type": "NoSuchRequest"}}, 502, "skill"),
    ("/alexa", {}, 403, "signature"),
    ("/nowhere", {}, 404, "request"),
])
def test_each_problem_is_told_with_a_way_on(http: FlaskClient, path: str, body: Any, status: int, what: str) -> None:
    key = opened(http)
    reply = http.post(path.replace("KEY", key), json=body)
    error = reply.get_json()["error"]
    assert (reply.status_code, error["what"]) == (status, what)
    assert all(error[part].strip() for part in ("problem", "hint"))
    assert "Traceback" not in reply.text
    assert say(http, key, "tell me about roses").status_code == 200


@pytest.mark.parametrize(("data", "kind", "status"), [
    (b"not json", "application/json", 400), (b'"text"', "application/json", 400), (b"\xff\xfe", "application/json", 400),
    (b"[" * 60_000, "application/json", 400), (b"text=hi", "application/x-www-form-urlencoded", 415), (b"hi", None, 415)])
def test_a_body_that_is_no_json_object(http: FlaskClient, data: bytes, kind: str | None, status: int) -> None:
    key = opened(http)
    reply = http.post(f"/api/sessions/{key}/say", data=data, content_type=kind)
    assert (reply.status_code, reply.get_json()["error"]["what"]) == (status, "body")


def test_a_method_that_is_not_there(http: FlaskClient) -> None:
    assert (reply := http.get("/api/sessions")).status_code == 405
    assert reply.get_json()["error"]["what"] == "request"


def test_a_page_elsewhere_cannot_reach_in(http: FlaskClient) -> None:
    reply = http.get("/", headers={"Host": "evil.example"})
    assert reply.status_code == 400


def test_the_skill_endpoint_opens_only_on_request(model: InteractionModel) -> None:
    http = create_app(small_skill(), model, verify=False).test_client()
    event = Envelopes(model, device_named("echo_dot"), "en-US").envelope(AlexaSession(), launch())
    assert "garden" in http.post("/alexa", json=event).get_json()["response"]["outputSpeech"]["ssml"]
    assert http.post("/alexa", json={"request": 5}).status_code == 400
    assert http.post("/alexa", json={"request": {"type": "LaunchRequest"}}).status_code in (200, 502)


def test_the_model_can_be_a_document_or_a_path() -> None:
    path = Path(__file__).parent / "small_model.json"
    body = create_app(small_skill(), path).test_client().get("/api/model").get_json()
    assert body["invocation"] == "garden helper"
    assert body["devices"] == ["echo_dot", "echo_spot", "echo_show_5", "echo_show_8", "fire_tv"]
    assert body["intents"][0]["slots"] == {"plant": "PLANT"}


def test_conversations_are_bounded(model: InteractionModel) -> None:
    http = create_app(small_skill(), model, most_sessions=3).test_client()
    keys = [opened(http, launch=False) for _ in range(5)]
    assert [say(http, key, "help").status_code for key in keys] == [404, 404, 200, 200, 200]


def test_an_error_inside_is_told_without_its_insides(model: InteractionModel, monkeypatch: pytest.MonkeyPatch) -> None:
    http = create_app(small_skill(), model).test_client()
    key = opened(http)
    monkeypatch.setattr("simulator.client.Client.say", lambda self, text: 1 / 0)
    reply = say(http, key, "help")
    assert (reply.status_code, reply.get_json()["error"]["what"]) == (500, "simulator")
    assert "division" not in reply.text


def test_the_page_offers_devices_examples_and_the_disclaimer(http: FlaskClient) -> None:
    page = http.get("/")
    assert all(example.replace("'", "&#39;") in page.text for example in EXAMPLES)
    assert len(EXAMPLES) == 12
    assert "Not medical advice" in page.text
    assert "Real Alexa differs" in page.text
    assert 'aria-live="polite"' in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_the_page_needs_nothing_from_elsewhere(http: FlaskClient) -> None:
    folder = Path(simulator.__file__).parent
    files = [*folder.glob("static/*"), *folder.glob("templates/*")]
    outside = [address for file in files for address in re.findall(r"https?://[^\s\"')]+", file.read_text("utf-8"))]
    assert set(outside) <= {"http://www.w3.org/2000/svg"}
    page = http.get("/").text
    assert "style=" not in page
    assert " onclick" not in page
    for name in re.findall(r"/static/[\w.]+", page):
        with http.get(name) as reply:
            assert reply.status_code == 200
