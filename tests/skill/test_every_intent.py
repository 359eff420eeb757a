"""Every intent of the interaction model, whatever its slots hold and whatever the session holds: a way on, and nothing lost."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from rules_core import KnowledgeBase
from skill.app import HANDLERS, Handler, create_skill
from skill.handlers.base import Conversation
from tests.skill.milia_states import STATES, Branch
from tests.skill.talk import AUTHORITY, authority, check, envelope, plain

MODEL = Path(__file__).parents[2] / "interaction_model/skill-package/interactionModels/custom/en-US.json"
LANGUAGE = json.loads(MODEL.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
INTENTS: dict[str, dict[str, str]] = {
    intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())} for intent in LANGUAGE["intents"]
}
VALUES: dict[str, list[dict[str, Any]]] = {kind["name"]: kind["values"] for kind in LANGUAGE["types"]}
ENDS = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NoIntent")
FREE, NUMBER, DURATION = "AMAZON.SearchQuery", "AMAZON.NUMBER", "AMAZON.DURATION"
WORDS = {FREE: "something odd", NUMBER: "?", DURATION: "P"}


def empty(name: str, kind: str) -> dict[str, Any]:
    return {"name": name, "confirmationStatus": "NONE"}


def unmatched(name: str, kind: str) -> dict[str, Any]:
    slot = {**empty(name, kind), "value": WORDS.get(kind, "zorblax")}
    return slot if kind in WORDS else {**slot, "resolutions": {"resolutionsPerAuthority": [authority(kind, [])]}}


def _failed(name: str, kind: str, code: str) -> dict[str, Any]:
    resolutions = {"resolutionsPerAuthority": [authority(kind, [], code)]}
    return {**empty(name, kind), "value": WORDS.get(kind, "zorblax"), "resolutions": resolutions}


def timed_out(name: str, kind: str) -> dict[str, Any]:
    return _failed(name, kind, "ER_ERROR_TIMEOUT")


def failed(name: str, kind: str) -> dict[str, Any]:
    return _failed(name, kind, "ER_ERROR_EXCEPTION")


def _matched(name: str, kind: str, most: int) -> dict[str, Any]:
    harmless = [value for value in VALUES.get(kind, ()) if not value["id"].startswith(("unwell", "danger", "allergy", "eye", "injury"))]
    chosen = harmless[:: max(1, len(harmless) // most)][:most]
    if not chosen:
        return unmatched(name, kind)
    entries = [{"value": {"name": value["name"]["value"], "id": value["id"]}} for value in chosen]
    listed = {"authority": f"{AUTHORITY}.{kind}", "status": {"code": "ER_SUCCESS_MATCH"}, "values": entries}
    return {**empty(name, kind), "value": chosen[0]["name"]["value"], "resolutions": {"resolutionsPerAuthority": [listed]}}


def matched(name: str, kind: str) -> dict[str, Any]:
    return _matched(name, kind, 1)


def several(name: str, kind: str) -> dict[str, Any]:
    return _matched(name, kind, 4)


FILLINGS = (empty, unmatched, timed_out, failed, matched, several)
ATTRIBUTES: dict[str, Any] = {
    "foreign": {"cart": ["milk"], "user": {"name": "x"}},
    "of an old version": {"v": 0, "subject": "self", "facts": {"self": {"pregnancy": "pregnant"}}},
    "of a later version": {"v": 99, "facts": "elsewhere"},
    "oversized": {"v": 1, "facts": {"self": {"symptoms": ["pain"] * 5000}}, "last": {"speech": "x" * 200_000}, "more": ["a:say"] * 9000,
                  "told": [["self", "symptoms", "pain"]] * 9000, "check": {"subject": "self", "steps": [["site"]] * 9000}},
    "of wrong types": {"v": 1, "subject": 7, "facts": [1], "turn": "x", "asking": {"a": 1}, "offer": [], "last": 5, "more": {},
                       "told": [[1]], "check": "yes", "variants": [], "errors": "many", "questions": -4, "alarmed": [], "third": 9,
                       "called": "x" * 99},
    "of another pack": {"v": 1, "subject": "baby", "facts": {"baby": {"weather": "rain", "age_group": "wizard"}}, "asking": ["weather"],
                        "turn": {"topic": "football"}, "offer": {"kind": "ask", "facts": {"topic": "football"}}, "more": ["no_such:say"]},
}


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def asked(intent: str, filling: Any) -> dict[str, Any]:
    slots = {name: filling(name, kind) for name, kind in INTENTS[intent].items()}
    return {"type": "IntentRequest", "intent": {"name": intent, "confirmationStatus": "NONE", "slots": slots}}


def answered(handler: Handler, intent: str, filling: Any, attributes: Any) -> str:
    """What is said; the response keeps the rules of every response, and nobody is apologised to."""
    response = handler(envelope(asked(intent, filling), copy.deepcopy(attributes)), None)
    check(response)
    said = plain(response["response"]["outputSpeech"])
    assert "something went wrong" not in said, said
    assert response["response"]["shouldEndSession"] is False or intent in ENDS, said
    return said


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("filling", FILLINGS, ids=lambda filling: filling.__name__)
def test_in_every_state_with_slots_of_every_kind(handler: Handler, milia: KnowledgeBase, state: str, filling: Any) -> None:
    branch = Branch(handler, milia, STATES[state])
    for intent in INTENTS:
        assert answered(handler, intent, filling, branch.attributes), intent


@pytest.mark.parametrize("kind", ATTRIBUTES)
@pytest.mark.parametrize("filling", [empty, matched], ids=lambda filling: filling.__name__)
def test_with_any_session(handler: Handler, kind: str, filling: Any) -> None:
    """Foreign, outdated, damaged and oversized attributes are left aside; what is written is small again."""
    for intent in INTENTS:
        response = handler(envelope(asked(intent, filling), copy.deepcopy(ATTRIBUTES[kind])), None)
        check(response)
        assert "something went wrong" not in plain(response["response"]["outputSpeech"]), intent


def test_an_intent_of_a_later_model_gets_a_way_on(handler: Handler, milia: KnowledgeBase) -> None:
    for prepare in STATES.values():
        talk = Branch(handler, milia, prepare).talk()
        talk("IntentOfTomorrow", wish="zorblax")
        assert not talk.ended


def test_can_fulfil_judges_every_intent(handler: Handler) -> None:
    """Every intent gets a verdict, in silence; what needs a conversation around it is declined, and no slot is promised unheard."""
    verdicts = {}
    for intent in INTENTS:
        for filling in FILLINGS:
            request = {**asked(intent, filling), "type": "CanFulfillIntentRequest"}
            response = handler({**envelope(request), "session": None}, None)["response"]
            assert "outputSpeech" not in response
            told = response["canFulfillIntent"]
            assert told["canFulfill"] in ("YES", "NO", "MAYBE")
            if filling in (unmatched, timed_out, failed):
                assert all(slot["canFulfill"] == "NO" for slot in told.get("slots", {}).values()), (intent, told)
                assert told["canFulfill"] != "YES" or not told.get("slots"), (intent, told)
            verdicts[intent, filling.__name__] = told["canFulfill"]
    assert all(verdicts[name, "empty"] == "NO" for name in INTENTS if name.startswith("AMAZON.") or name in ("WhyIntent", "MoreIntent"))
    assert verdicts["ContagiousIntent", "matched"] == verdicts["ContagiousIntent", "empty"] == "YES"


def test_without_the_skin_check_no_intent_starts_one(milia: KnowledgeBase) -> None:
    """Deployed for operators who read the policy strictly: every intent still has its answer, and none interviews anybody."""
    strict = create_skill(milia, skin_check=False)
    for name, prepare in STATES.items():
        branch = Branch(strict, milia, prepare)
        assert "check" not in branch.attributes, name
        for intent in INTENTS:
            said = answered(strict, intent, matched, branch.attributes)
            assert "Back to your check" not in said, (name, intent)
            assert "short questions" not in said, (name, intent)


@pytest.mark.parametrize("faulty", [one for one in HANDLERS if issubclass(one, Conversation)], ids=lambda one: one.__name__)
def test_a_fault_in_any_conversation_is_apologised_for(
    milia: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, faulty: Any
) -> None:
    """A spoken apology and a way on, the session as it was, and a log line without a word of what was said."""

    def fail(*_: Any) -> Any:
        raise RuntimeError("CANARY said pus")

    monkeypatch.setattr(faulty, "meant", lambda *_: True)
    monkeypatch.setattr(faulty, "reply", fail)
    attributes = {"v": 1, "subject": "self", "facts": {"self": {"pregnancy": "pregnant"}}}
    handler = create_skill(milia)
    unknown = {"type": "IntentRequest", "intent": {"name": "IntentOfTomorrow"}}
    known = [asked("ExplainIntent", matched), asked("AMAZON.YesIntent", empty), asked("AboutMeIntent", empty)]
    for request in (*known, unknown, {"type": "Connections.Response"}):
        response = handler(envelope(request, copy.deepcopy(attributes)), None)
        check(response)
        said = plain(response["response"]["outputSpeech"])
        if "something went wrong" in said:
            assert response["sessionAttributes"] == attributes
            assert "RuntimeError" in caplog.text
    assert "RuntimeError" in caplog.text, "the fault never happened"
    assert not any(word in caplog.text for word in ("CANARY", "pus", "pregnan"))
