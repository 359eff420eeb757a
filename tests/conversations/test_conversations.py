"""Every dialogue in this folder, spoken to the skill in one process and over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient

from simulator.app import create_app
from simulator.client import Client
from simulator.composition import Composition
from simulator.nlu import Nlu

from .invariants import Invariants
from .reading import FOLDER, Dialogue, dialogues
from .replay import Replay

FEWEST = 64
SKIN_CHECKS = 15


class InProcess:
    """Speaks to the handler itself."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def open(self) -> Mapping[str, Any]:
        return self._client.open().to_dict()

    def say(self, text: str) -> Mapping[str, Any]:
        return self._client.say(text).to_dict()

    def silence(self) -> Mapping[str, Any]:
        return self._client.silence().to_dict()


class OverHttp:
    """Speaks to the simulator as its page does."""

    def __init__(self, http: FlaskClient) -> None:
        self._http = http
        self._address = ""

    def _posted(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        found = self._http.post(path, json=body)
        assert found.status_code == 200, found.json
        assert isinstance(found.json, dict)
        return found.json

    def open(self) -> Mapping[str, Any]:
        opened = self._posted("/api/sessions", {"launch": True})
        self._address = f"/api/sessions/{opened['id']}"
        answer = opened["answer"]
        assert isinstance(answer, dict)
        return answer

    def say(self, text: str) -> Mapping[str, Any]:
        if not self._address:
            self._address = f"/api/sessions/{self._posted('/api/sessions', {'launch': False})['id']}"
        return self._posted(f"{self._address}/say", {"text": text})

    def silence(self) -> Mapping[str, Any]:
        return self._posted(f"{self._address}/event", {"type": "silence"})


@pytest.fixture(scope="module")
def http(composition: Composition) -> FlaskClient:
    return create_app(composition.handler, composition.model, recorder=composition.recorder, urgency=composition.urgency).test_client()


@pytest.mark.parametrize("dialogue", dialogues(), ids=str)
def test_spoken_to_the_handler(dialogue: Dialogue, composition: Composition, nlu: Nlu, invariants: Invariants) -> None:
    Replay(InProcess(composition.client_of(nlu)), invariants).play(dialogue)


@pytest.mark.parametrize("dialogue", dialogues(), ids=str)
def test_spoken_over_http(dialogue: Dialogue, http: FlaskClient, invariants: Invariants) -> None:
    Replay(OverHttp(http), invariants).play(dialogue)


def test_there_are_enough_dialogues_each_told_once() -> None:
    names = [dialogue.name for dialogue in dialogues()]
    assert len(names) >= FEWEST
    assert len(names) == len(set(names))
    assert sum(dialogue.file == "skin_checks.yaml" for dialogue in dialogues()) >= SKIN_CHECKS
    assert all(path.suffix in (".py", ".yaml") for path in FOLDER.iterdir() if path.is_file())
