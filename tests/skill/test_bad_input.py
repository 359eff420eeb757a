"""Whatever comes in: a clear error or a polite way on, never a stack trace, never a lost session."""

from __future__ import annotations

import copy
import logging
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules_core import FactError, KnowledgeBase
from skill.app import Handler, create_skill
from skill.errors import ForeignRequest
from tests.skill.talk import Talk, check, envelope, plain

INTENT = {"type": "IntentRequest", "intent": {"name": "ExplainIntent", "confirmationStatus": "NONE", "slots": {}}}
ATTRIBUTES = {"v": 1, "subject": "self", "facts": {"self": {"pregnancy": "pregnant"}}}


@pytest.fixture(scope="module")
def handler(kb: KnowledgeBase) -> Handler:
    return create_skill(kb)


def test_a_foreign_request_is_refused(kb: KnowledgeBase) -> None:
    mine, other = create_skill(kb, skill_id="amzn1.ask.skill.test"), create_skill(kb, skill_id="amzn1.ask.skill.other")
    assert mine(envelope(INTENT), None)["response"]["outputSpeech"]
    with pytest.raises(ForeignRequest, match="another application id"):
        other(envelope(INTENT), None)


@pytest.mark.parametrize("event", [{}, {"request": {"type": "LaunchRequest"}}, {"context": 3, "session": {"application": None}}])
def test_a_request_that_names_no_skill_is_refused(kb: KnowledgeBase, event: Any) -> None:
    with pytest.raises(ForeignRequest):
        create_skill(kb, skill_id="amzn1.ask.skill.test")(event, None)


@pytest.mark.parametrize(
    "event", [None, [], "text", 5, b"x", {}, {"request": None}, {"request": {}}, {"request": {"type": 3}}, {"request": {"type": []}}]
)
def test_what_is_no_envelope_gets_an_empty_response(handler: Handler, event: Any) -> None:
    assert handler(event, None) == {"version": "1.0", "response": {}}


def without(*path: str) -> dict[str, Any]:
    event = envelope(INTENT, ATTRIBUTES)
    part: Any = event
    for key in path[:-1]:
        part = part[key]
    del part[path[-1]]
    return event


@pytest.mark.parametrize(
    "path",
    [
        ("version",),
        ("context",),
        ("context", "System"),
        ("request", "requestId"),
        ("request", "timestamp"),
        ("request", "locale"),
        ("request", "intent"),
        ("request", "intent", "slots"),
        ("request", "intent", "name"),
        ("request", "type"),
        ("request",),
        ("session", "attributes"),
        ("session", "user"),
        ("session", "sessionId"),
        ("session", "new"),
        ("session", "application"),
    ],
    ids="/".join,
)
def test_missing_fields_get_a_way_on(handler: Handler, path: tuple[str, ...]) -> None:
    response = handler(without(*path), None)
    check(response)
    assert response["response"]["shouldEndSession"] is False
    if path != ("session", "attributes"):
        assert response["sessionAttributes"]["facts"] == ATTRIBUTES["facts"]


def test_without_a_session_nothing_is_said(handler: Handler) -> None:
    assert handler(without("session"), None)["response"] == {}


@pytest.mark.parametrize(
    "kind",
    [
        "NoSuchRequest",
        "Alexa.Presentation.APL.UserEvent",
        "Connections.Response",
        "PlaybackController.NextCommandIssued",
        "Dialog.InputRequest",
    ],
)
def test_other_kinds_of_request_get_a_way_on(handler: Handler, kind: str) -> None:
    response = handler(envelope({"type": kind}, ATTRIBUTES), None)
    check(response)
    assert response["sessionAttributes"]["facts"] == ATTRIBUTES["facts"]


@pytest.mark.parametrize("request_type", ["SessionEndedRequest", "System.ExceptionEncountered"])
def test_ends_and_reports_take_no_answer(handler: Handler, request_type: str) -> None:
    assert handler(envelope({"type": request_type, "reason": "USER_INITIATED"}), None)["response"] == {}


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "../../etc/passwd", "", None, 5, "en-US" * 99])
def test_any_locale_is_answered_in_english(handler: Handler, locale: Any) -> None:
    event = envelope(INTENT)
    event["request"]["locale"] = locale
    check(handler(event, None))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("timestamp", "yesterday"),
        ("timestamp", 10**20),
        ("dialogState", "LOST"),
        ("intent", []),
        ("intent", "x"),
        ("intent", {"name": 5}),
        ("intent", {"name": "", "slots": []}),
        ("intent", {"name": "ExplainIntent", "confirmationStatus": "MAYBE"}),
        ("intent", {"name": "ExplainIntent", "slots": {"topic": {"value": {"deep": 1}}}}),
        ("requestId", {"a": 1}),
    ],
)
def test_wrong_shapes_get_a_way_on(handler: Handler, field: str, value: Any) -> None:
    event = envelope(INTENT, ATTRIBUTES)
    event["request"][field] = value
    check(handler(event, None))


@pytest.mark.parametrize(
    "attributes", [None, [], "x", 5, {"v": 9}, {"v": 1, "facts": []}, {"foreign": "x" * 50_000}, {"v": 1, "asking": ["nonsense", 5]}]
)
def test_foreign_attributes_do_no_harm(handler: Handler, attributes: Any) -> None:
    event = envelope(INTENT)
    event["session"]["attributes"] = attributes
    check(handler(event, None))


@pytest.mark.parametrize(
    "words", ["", " ", "x" * 10_000, "hot " * 2500, "\u0000\ud83d\ude00<speak>&{}", "'; drop table facts; --", "ß" * 500]
)
@pytest.mark.parametrize("slot", ["words", "symptom", "ingredient", "topic", "unheard_of"])
def test_any_words_in_any_slot(talk: Talk, slot: str, words: str) -> None:
    talk("TalkIntent", **{slot: words})
    assert not talk.ended


def test_one_broken_slot_does_not_lose_a_red_flag(handler: Handler) -> None:
    event = envelope(copy.deepcopy(INTENT), ATTRIBUTES)
    event["request"]["intent"]["slots"] = {
        "one": 5,
        "two": {"value": ["x"]},
        "three": {"value": "hot", "resolutions": {"resolutionsPerAuthority": [{"status": {"code": "ODD"}}, 7]}},
        "symptom": {"name": 3, "value": "pus", "resolutions": "broken", "slotValue": {"type": "Odd"}},
    }
    assert "doctor look at it today" in plain(handler(event, None)["response"]["outputSpeech"])


def test_a_fault_is_apologised_for_and_the_session_kept(kb: KnowledgeBase, caplog: pytest.LogCaptureFixture) -> None:
    class Faulty:
        """Fails with a message that quotes what was said."""

        def __getattr__(self, name: str) -> Any:
            return getattr(kb, name)

        def infer(self, facts: Mapping[str, Any]) -> Any:
            raise FactError(f"CANARY {facts}")

    handler = create_skill(Faulty())  # type: ignore[arg-type]
    event = envelope(INTENT, ATTRIBUTES)
    event["request"]["intent"]["slots"] = {"words": {"name": "words", "value": "CANARY pus"}}
    with caplog.at_level(logging.DEBUG):
        response = handler(event, None)
    check(response)
    assert "something went wrong" in plain(response["response"]["outputSpeech"])
    assert response["sessionAttributes"] == ATTRIBUTES
    assert "FactError" in caplog.text
    assert not any(word in caplog.text for word in ("CANARY", "pregnan", "pus"))


def test_nothing_personal_is_logged(handler: Handler, kb: KnowledgeBase, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        talk = Talk(handler, kb)
        talk("TalkIntent", words="CANARY fever and pus")
        talk("ProductIntent", ingredient="CANARY", circumstance="pregnant")
        handler({**envelope(INTENT), "request": {"type": "IntentRequest", "intent": {"name": "CANARY", "slots": {"CANARY": 1}}}}, None)
    assert "CANARY" not in caplog.text
    assert "pregnan" not in caplog.text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(
        [
            ("session",),
            ("context",),
            ("request",),
            ("request", "intent"),
            ("request", "intent", "slots"),
            ("request", "intent", "slots", "symptom"),
            ("session", "attributes"),
            ("request", "locale"),
        ]
    ),
    value=JSON,
)
def test_no_envelope_breaks_it(handler: Handler, path: tuple[str, ...], value: Any) -> None:
    event = envelope(copy.deepcopy(INTENT), copy.deepcopy(ATTRIBUTES))
    event["request"]["intent"]["slots"] = {"symptom": {"name": "symptom", "value": "sore"}}
    part = event
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    response = handler(event, None)
    if response["response"]:
        check(response)
