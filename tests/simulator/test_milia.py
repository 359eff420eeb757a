"""The milia skill itself, asked through the simulator."""
from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from simulator.app import EXAMPLES, create_app
from simulator.composition import Composition, compose
from simulator.nlu import Nlu

from ..work import calls_of

EXPECTED = {
    "what are milia": ("ExplainIntent", "keratin"),
    "why did I get them": ("CauseIntent", "skin"),
    "can I pop them": ("ActionIntent", "do not pop"),
    "can I use retinol": ("ProductIntent", "retinol"),
    "I'm pregnant, can I use retinol": ("ProductIntent", "pregnan"),
    "my newborn has milk spots": ("BabyIntent", "milk spots"),
    "how do I treat milia at home": ("HomeCareIntent", "wash"),
    "is lanolin ok": ("ProductIntent", "lanolin"),
    "what happens in cryotherapy": ("ProcedureIntent", "liquid nitrogen"),
    "how do I prevent milia": ("PreventionIntent", "prevent"),
    "it's hot red and spreading and I have a fever": ("SymptomIntent", "emergency"),
    "tell me a joke": ("SmallTalkIntent", "milia"),
}


@pytest.fixture(scope="module")
def milia() -> Composition:
    return compose()


@pytest.fixture(scope="module")
def page(milia: Composition) -> Iterator[FlaskClient]:
    with create_app(milia.handler, milia.model, recorder=milia.recorder, urgency=milia.urgency).test_client() as client:
        yield client


def test_the_page_offers_these_questions() -> None:
    assert tuple(EXPECTED) == EXAMPLES


@pytest.mark.parametrize("question", EXPECTED)
def test_each_question_names_the_right_thing_and_shows_its_rules(page: FlaskClient, question: str) -> None:
    key = page.post("/api/sessions", json={}).get_json()["id"]
    answer = page.post(f"/api/sessions/{key}/say", json={"text": question}).get_json()
    intent, words = EXPECTED[question]
    assert answer["intent"]["name"] == intent
    assert words in answer["speech"].lower()
    if intent != "SmallTalkIntent":
        assert answer["inference"]["trace"]


def test_danger_gets_no_product_advice(page: FlaskClient) -> None:
    key = page.post("/api/sessions", json={"launch": False}).get_json()["id"]
    answer = page.post(f"/api/sessions/{key}/say", json={"text": "it's hot red and spreading and I have a fever"}).get_json()
    assert answer["inference"]["level"] == "emergency"
    assert not any(word in answer["speech"].lower() for word in ("retinol", "cream", "moisturizer", "acid"))


def test_inference_crosses_the_wire_as_json(page: FlaskClient) -> None:
    key = page.post("/api/sessions", json={}).get_json()["id"]
    inference = page.post(f"/api/sessions/{key}/say", json={"text": "I'm pregnant, can I use retinol"}).get_json()["inference"]
    assert set(inference) == {"level", "facts", "conclusions", "vetoed", "withheld", "trace", "asked"}
    assert inference["facts"]["pregnancy"] == "pregnant"
    assert json.loads(json.dumps(inference)) == inference


def test_a_very_long_sentence_gets_a_way_on_and_keeps_the_session(page: FlaskClient) -> None:
    key = page.post("/api/sessions", json={}).get_json()["id"]
    assert page.post(f"/api/sessions/{key}/say", json={"text": "my skin " * 1250}).status_code == 413
    assert page.post(f"/api/sessions/{key}/say", json={"text": "what are milia"}).get_json()["intent"]["layer"] == "exact"


def test_a_sentence_is_understood_with_what_was_made_ready_once(milia: Composition) -> None:
    made: list[Nlu] = []
    making = calls_of(lambda: made.append(Nlu(milia.model, urgency=milia.urgency)))
    sentence = "i have these little white things under my left eye and i wonder what to do about it"
    made[0].understand(sentence)  # the first free words make the lexicon
    assert calls_of(lambda: made[0].understand(sentence)) < making / 30


@pytest.mark.slow
@pytest.mark.parametrize("frame", ["{}", "help {}", "since yesterday {}", "i used a new cream and now {}", "my baby has milia and {}",
                                   "{} and i am worried"])
def test_what_is_told_arrives_in_everyday_frames(milia: Composition, frame: str) -> None:
    """Every third way to name a sign, as the interaction model lists them: it fills a slot, or reaches the skill as words."""
    nlu = Nlu(milia.model, urgency=milia.urgency)
    named = [(value, surface) for value in milia.model.types["SYMPTOM"] for surface in value.surfaces][::3]
    lost = []
    for value, surface in named:
        reading = nlu.understand(frame.format(surface)).reading
        arrived = {entry.id for slot in reading.slots for entry in slot.values or ()}
        if value.id not in arrived and not any(slot.values is None for slot in reading.slots) and reading.intent != "EmergencyIntent":
            lost.append((surface, reading.intent))
    assert len(lost) <= 0.03 * len(named), lost
