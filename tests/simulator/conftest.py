"""A small skill with a small interaction model, so that the simulator is tested on its own."""
from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from simulator.app import create_app
from simulator.client import Client
from simulator.nlu import InteractionModel, Nlu, load_model
from simulator.recorder import InferenceRecorder

from .small_skill import small_skill


@pytest.fixture(scope="session")
def model() -> InteractionModel:
    return load_model(Path(__file__).parent / "small_model.json")


@pytest.fixture(scope="session")
def nlu(model: InteractionModel) -> Nlu:
    return Nlu(model)


@pytest.fixture
def recorder() -> InferenceRecorder:
    return InferenceRecorder()


@pytest.fixture
def client(nlu: Nlu, recorder: InferenceRecorder) -> Client:
    return Client(small_skill(recorder), nlu, recorder=recorder)


@pytest.fixture
def http(model: InteractionModel, recorder: InferenceRecorder) -> FlaskClient:
    return create_app(small_skill(recorder), model, recorder=recorder).test_client()
