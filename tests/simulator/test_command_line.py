"""The terminal command."""
from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from simulator.__main__ import main
from simulator.composition import Composition
from simulator.envelopes import DEFAULT_APPLICATION
from simulator.nlu import load_model
from simulator.recorder import InferenceRecorder

from .small_skill import small_skill


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = InferenceRecorder()
    parts = Composition(small_skill(recorder), load_model(Path(__file__).parent / "small_model.json"), recorder, DEFAULT_APPLICATION)
    monkeypatch.setattr("simulator.__main__.compose", lambda: parts)


def test_several_sentences_are_one_conversation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "tell me about roses", "tell me about ferns"]) == 0
    assert "PlantIntent, turn 2." in capsys.readouterr().out


def test_the_whole_answer_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "--json", "--device", "fire_tv", "open garden helper"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["request"]["context"]["Viewport"]["mode"] == "TV"


def test_a_problem_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "how much water does it need"]) == 2
    assert capsys.readouterr().err.startswith("skill: the skill failed with RuntimeError")


@pytest.mark.parametrize("port", ["http", "-1", "99999"])
def test_a_port_that_is_none(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], port: str) -> None:
    monkeypatch.setenv("PORT", port)
    assert main([]) == 2
    assert "PORT" in capsys.readouterr().err


def test_a_port_in_use(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert main(["serve"]) == 2
    assert "cannot be used" in capsys.readouterr().err
