"""Sentences of all dialogues in any order: whatever people say next, every turn keeps the house rules."""

from __future__ import annotations

import random

import pytest

from simulator.composition import Composition
from simulator.nlu import Nlu

from .invariants import Invariants
from .reading import dialogues

WALKS, TURNS = 12, 25
SENTENCES = sorted({step.words for dialogue in dialogues() for step in dialogue.steps if step.act == "say"})


@pytest.mark.parametrize("seed", range(WALKS))
def test_a_walk_through_the_sentences_keeps_the_house_rules(
    seed: int, composition: Composition, nlu: Nlu, invariants: Invariants
) -> None:
    chosen, client = random.Random(seed), composition.client_of(nlu)
    before = client.open().speech
    said: list[str] = []
    for _ in range(TURNS):
        said.append(chosen.choice(SENTENCES))
        answer = client.say(said[-1]).to_dict()
        try:
            invariants.check(answer, before)
        except AssertionError as fault:
            raise AssertionError("\n> ".join([str(fault), *said])) from None
        before = client.open().speech if answer["ended"] else answer["speech"]
