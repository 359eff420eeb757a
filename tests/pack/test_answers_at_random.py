"""Whatever is asked by whomever, each turn of the answer is at most ninety words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from rules_core import FactSpec, KnowledgeBase
from skill.language import language
from skill.presentation.composer import Composer
from skill.presentation.limits import WORDS_A_TURN
from skill.presentation.voice import Voice

Facts = dict[str, Any]

CALM = {
    "injury": "none", "irritation": "none", "blister_fragile": "no", "number": "few", "colour": "white", "surface": "smooth",
    "feel": "hard_bead", "age_group": "adult", "steroid_cream": "none", "recent_skin_event": "none", "immune_weak": "no",
    "family_syndrome": "no",
}
SAMPLES = 20


def person(kb: KnowledgeBase, dice: random.Random) -> Facts:
    """Somebody of whom little or much is known, mostly well, some answers contradictory or not sure."""
    density = dice.choice([0.1, 0.3, 0.6, 0.9])
    specs = [spec for spec in kb.facts.values() if spec.scope == "person" and not spec.derived_from]
    return {spec.id: value(spec, dice) for spec in specs if dice.random() < density}


def value(spec: FactSpec, dice: random.Random) -> Any:
    if dice.random() < 0.05:
        return "unknown"
    if spec.type == "int":
        return dice.choice([0, 2, 8, 13, 30, spec.max // 2])
    if spec.type == "multi":
        calm = "none" if "none" in spec.values else spec.no or spec.values[0]
        worse = [one for one in spec.values if one != calm]
        return [calm] if dice.random() < 0.8 else dice.sample(worse, min(2, len(worse)))
    return dice.choice(spec.values) if spec.id not in CALM or dice.random() < 0.35 else CALM[spec.id]


def questions(kb: KnowledgeBase, dice: random.Random) -> Iterator[Facts]:
    """Every topic, an ingredient of every class, every plan."""
    yield from ({"topic": topic} for topic in kb.facts["topic"].values)
    by_class: dict[tuple[str, ...], list[str]] = {}
    for slot_type in kb.vocabulary():
        for term in slot_type.terms:
            if term.fact == "ingredient":
                by_class.setdefault(term.classes, []).append(term.value)
    yield from ({"topic": "product", "ingredient": [dice.choice(values)]} for values in by_class.values())
    yield {"topic": "product", "ingredient": ["retinol", "niacinamide", "glycolic_acid"]}
    yield from ({"topic": "action", "considering": [one]} for one in kb.facts["considering"].values)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200 // SAMPLES))
def test_every_turn_of_every_answer_is_short(kb: KnowledgeBase, seed: int) -> None:
    dice, voice, composer = random.Random(seed), Voice(language(), {}), Composer(kb)
    for asked in questions(kb, dice):
        for _ in range(SAMPLES):
            facts = {**person(kb, dice), **asked}
            turn = composer.answer(kb.infer(facts), voice)
            assert turn, facts
            turns = 1
            while turn:
                assert turn.words <= WORDS_A_TURN, (facts, turn)
                turn = composer.more(turn.more, facts, voice) if turn.more else None
                turns += 1
            assert turns < 20, facts
