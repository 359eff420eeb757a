"""Whole conversations with a small skill."""
from __future__ import annotations

import threading
from typing import Any

import pytest

from simulator.client import LONGEST_SENTENCE, Client
from simulator.conversations import Conversations
from simulator.errors import SimulatorError
from simulator.invocation import Invocation
from simulator.nlu import Nlu
from simulator.recorder import InferenceRecorder
from simulator.speech import plain

from .small_skill import small_skill


def request_of(client: Client, text: str) -> dict[str, Any]:
    request = client.say(text).request
    assert request is not None
    return request


def test_opening_greets_and_keeps_the_session(client: Client) -> None:
    answer = client.open()
    assert (answer.speech, answer.reprompt, answer.ended) == ("Welcome to the garden.", "What shall we do?", False)
    assert answer.intent is None
    assert answer.request is not None
    assert answer.request["request"]["type"] == "LaunchRequest"


def test_the_session_and_its_attributes_go_on(client: Client) -> None:
    first, second = request_of(client, "tell me about roses"), request_of(client, "tell me about ferns")
    assert (first["session"]["new"], second["session"]["new"]) == (True, False)
    assert first["session"]["sessionId"] == second["session"]["sessionId"]
    assert (first["session"]["attributes"], second["session"]["attributes"]) == ({}, {"turns": 1})
    assert first["session"]["user"] == second["session"]["user"]


def test_after_the_end_a_fresh_session_starts(client: Client) -> None:
    first = request_of(client, "tell me about roses")
    assert client.say("stop").ended
    assert not client.is_open
    again = request_of(client, "tell me about roses")
    assert (again["session"]["new"], again["session"]["attributes"]) == (True, {})
    assert again["session"]["sessionId"] != first["session"]["sessionId"]


def test_the_answer_has_everything_the_contract_names(client: Client) -> None:
    answer = client.say("tell me about roses").to_dict()
    assert list(answer) == ["speech", "reprompt", "card", "apl", "ended", "intent", "request", "response", "inference"]
    assert answer["intent"]["name"] == "PlantIntent"
    assert set(answer["intent"]) == {"name", "layer", "confidence", "slots", "candidates"}
    assert answer["intent"]["slots"]["plant"] == {"value": "roses", "type": "PLANT", "id": "plant.rose", "ids": ["plant.rose"]}
    assert answer["card"] == {"type": "Simple", "title": "Card", "content": "PlantIntent"}
    assert answer["inference"]["trace"] == ["turn 1"]


def test_a_turn_without_inference_shows_none(client: Client) -> None:
    client.say("tell me about roses")
    assert client.say("stop").inference is None


def test_silence_brings_the_reprompt_and_then_the_end(client: Client) -> None:
    client.open()
    first, second = client.silence(), client.silence()
    assert (first.speech, first.request, first.ended) == ("What shall we do?", None, False)
    assert second.request is not None
    assert second.request["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert (second.speech, second.ended, client.is_open) == ("", True, False)


def test_ending_from_outside_tells_the_skill(client: Client) -> None:
    client.open()
    answer = client.end()
    assert answer.request is not None
    assert answer.request["request"]["reason"] == "USER_INITIATED"
    assert answer.ended


@pytest.mark.parametrize("act", [Client.silence, Client.end, lambda client: client.touch([])])
def test_without_a_session_nothing_waits(client: Client, act: Any) -> None:
    with pytest.raises(SimulatorError, match="not open"):
        act(client)


def test_touch_sends_the_arguments_of_the_document(nlu: Nlu) -> None:
    client = Client(small_skill(), nlu, device="echo_show_8")
    assert client.say("tell me about roses").apl == {"token": "page", "document": {"type": "APL"}, "datasources": {"n": 1}}
    answer = client.touch(["go", 3])
    assert answer.speech == "Touched ['go', 3]."
    assert answer.request is not None
    assert answer.request["request"]["token"] == "page"
    assert answer.request["context"]["Alexa.Presentation.APL"]["token"] == "page"


def test_a_device_without_a_screen_cannot_be_touched(client: Client) -> None:
    client.open()
    with pytest.raises(SimulatorError, match="no screen"):
        client.touch([])


def test_an_elicited_slot_takes_the_bare_value_in_the_same_dialog(client: Client) -> None:
    asked = client.say("check my plant")
    assert asked.request is not None
    assert (asked.ended, asked.request["request"]["dialogState"]) == (False, "STARTED")
    answer = client.say("dark green")
    assert answer.intent is not None
    assert answer.request is not None
    assert (answer.intent["name"], answer.intent["layer"]) == ("CheckIntent", "state")
    assert answer.request["request"]["dialogState"] == "IN_PROGRESS"
    assert answer.speech == "It is dark green."


@pytest.mark.parametrize("text", ["", "  ", None, 5])
def test_nothing_to_say_is_said_so(client: Client, text: Any) -> None:
    with pytest.raises(SimulatorError, match="nothing to say"):
        client.say(text)


def test_a_sentence_too_long_leaves_the_conversation_as_it_was(client: Client) -> None:
    client.say("tell me about roses")
    with pytest.raises(SimulatorError) as caught:
        client.say("rose " * LONGEST_SENTENCE)
    assert caught.value.status == 413
    assert client.say("tell me about ferns").speech == "PlantIntent, turn 2."


def test_the_longest_sentence_is_answered(client: Client) -> None:
    assert client.say("rose " * (LONGEST_SENTENCE // 5)).speech


def test_punctuation_alone_falls_back(client: Client) -> None:
    answer = client.say("?!")
    assert answer.intent is not None
    assert answer.intent["name"] == "AMAZON.FallbackIntent"


def test_a_failing_skill_is_told_without_its_insides(client: Client) -> None:
    with pytest.raises(SimulatorError) as caught:
        client.say("how much water does it need")
    assert caught.value.status == 502
    assert "out of water" not in str(caught.value)
    assert client.say("tell me about roses").speech == "PlantIntent, turn 1."


@pytest.mark.parametrize("reply", [None, [], "hello", {"response": "hello"}, {"response": {1, 2}}])
def test_a_reply_that_is_no_response_is_told(nlu: Nlu, reply: Any) -> None:
    with pytest.raises(SimulatorError, match="skill"):
        Client(lambda event, context: reply, nlu).say("help")


def test_the_skill_cannot_change_what_was_sent(nlu: Nlu) -> None:
    def spoil(event: dict[str, Any], context: Any) -> dict[str, Any]:
        event["request"].clear()
        return {"version": "1.0", "response": {"outputSpeech": {"type": "PlainText", "text": "Hm."}}}

    answer = Client(spoil, nlu).say("help")
    assert answer.request is not None
    assert answer.request["request"]["type"] == "IntentRequest"
    assert answer.ended


def test_any_request_can_be_sent(client: Client) -> None:
    answer = client.send({"type": "LaunchRequest", "locale": "en-GB"})
    assert answer.request is not None
    assert answer.request["request"]["locale"] == "en-GB"
    assert answer.speech == "Welcome to the garden."


@pytest.mark.parametrize("said", ["open garden helper", "Alexa, launch Garden Helper!", "talk to the garden helper"])
def test_the_invocation_opens_the_skill(client: Client, said: str) -> None:
    request = request_of(client, said)
    assert request["request"]["type"] == "LaunchRequest"


@pytest.mark.parametrize("said", ["alexa ask garden helper what is a fern", "ask garden helper to tell me about ferns",
                                  "open garden helper and tell me about ferns"])
def test_a_one_shot_is_understood_without_its_invocation(client: Client, said: str) -> None:
    answer = client.say(said)
    assert answer.intent is not None
    assert answer.intent["name"] == "PlantIntent"


def test_the_wake_word_alone_is_kept() -> None:
    assert Invocation("garden helper").request("alexa") == "alexa"


def test_an_unknown_locale_is_refused(nlu: Nlu) -> None:
    with pytest.raises(SimulatorError, match="en-US"):
        Client(small_skill(), nlu, locale="tlh-XX")


@pytest.mark.parametrize(("speech", "heard"), [
    ({"type": "SSML", "ssml": "<speak>One.<break time='1s'/>Two &amp; three <sub alias='mil ee uh'>milia</sub>.</speak>"},
     "One. Two & three milia."),
    ({"type": "SSML", "ssml": "<speak><p>One</p><p>Two</p><audio src='x'/></speak>"}, "One Two"),
    ({"type": "PlainText", "text": " a  b "}, "a b"), (None, ""), ({"type": "SSML"}, ""),
])
def test_what_is_heard(speech: dict[str, Any] | None, heard: str) -> None:
    assert plain(speech) == heard


def test_conversations_side_by_side_do_not_mix(nlu: Nlu) -> None:
    recorder = InferenceRecorder()
    handler = small_skill(recorder)
    wrong: list[str] = []

    def talk(sentence: str, intent: str) -> None:
        client = Client(handler, nlu, recorder=recorder)
        for turn in range(1, 16):
            answer = client.say(sentence)
            if answer.speech != f"{intent}, turn {turn}." or (answer.inference or {})["facts"] != {"intent": intent}:
                wrong.append(answer.speech)

    talks = (("tell me about roses", "PlantIntent"), ("it is wilting", "WoundIntent"))
    threads = [threading.Thread(target=talk, args=pair) for pair in talks for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_least_recently_used_conversation_goes_first(client: Client) -> None:
    kept = Conversations(most=2)
    first, second = kept.add(client), kept.add(client)
    kept.get(first)
    third = kept.add(client)
    assert len(kept) == 2
    assert kept.get(first) is kept.get(third) is client
    with pytest.raises(SimulatorError) as caught:
        kept.get(second)
    assert caught.value.status == 404
