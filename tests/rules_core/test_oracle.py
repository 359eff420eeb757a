"""The engine and the Python evaluator of the same conditions agree: 100,000 random assessments."""

import json
import random

import pytest

from rules_core.facts import FactReader, fact_specs
from rules_core.inference import infer
from rules_core.kernel import Engine
from rules_core.program import Program

from .random_packs import random_compiled, random_facts

PACKS = 100
PROFILES_EACH = 1_000


def outcome_as_text(outcome):
    return json.dumps([
        [(unit.rule.id, unit.stratum, number) for unit, number in outcome.fired],
        sorted(outcome.states.items()), sorted(outcome.scores.items()), outcome.rank,
        sorted(outcome.missing.items()),
    ])


@pytest.mark.parametrize("block", range(10))
def test_engine_equals_oracle_on_random_rules_and_facts(block):
    fired = 0
    for number in range(block * PACKS // 10, (block + 1) * PACKS // 10):
        rng = random.Random(number)
        compiled = random_compiled(rng, rules=rng.choice([5, 20, 40, 90]))
        specs = fact_specs(compiled)
        program, reader = Program(compiled, specs), FactReader(specs, {})
        engine = Engine(program.rulesets)
        for _ in range(PROFILES_EACH):
            facts = reader.normalise(random_facts(rng))
            by_engine, by_python = infer(program, engine, facts), infer(program, None, facts)
            assert outcome_as_text(by_engine) == outcome_as_text(by_python), (number, facts)
            fired += len(by_engine.fired)
        assert engine.faults == 0
        engine.close()
    assert fired > 10_000, "the random rules hardly ever fire: the comparison says nothing"
