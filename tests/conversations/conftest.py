"""One skill, one understanding and one set of house rules for all conversations of this folder."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from simulator.composition import Composition, compose
from simulator.nlu import Nlu

from .invariants import Invariants


@pytest.fixture(scope="package")
def composition() -> Composition:
    return compose()


@pytest.fixture(scope="package")
def nlu(composition: Composition) -> Nlu:
    return Nlu(composition.model, urgency=composition.urgency)


@pytest.fixture(scope="package")
def invariants() -> Invariants:
    return Invariants(KnowledgeBase.load("milia"))
