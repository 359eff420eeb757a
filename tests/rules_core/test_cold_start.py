"""A knowledge base that was loaded cold builds what it needs on the way, and answers like a warm one."""

import random
import threading

import pytest

from rules_core import EngineError, KnowledgeBase
from rules_core import kernel as kernel_module
from rules_core.kernel import Engine, RulesetSpec

from .random_packs import random_compiled, random_facts

MILIA = {"age_group": "adult", "topic": "product", "ingredient": ["retinol"], "pregnancy": "pregnant"}


def built(kb):
    return sum(handle is not None for handle in kb._engine._handles)


def test_a_cold_base_builds_only_what_it_is_asked_for():
    cold, warm = KnowledgeBase.load("milia", warm=False), KnowledgeBase.load("milia")
    assert built(cold) == 0 and built(warm) == len(warm._program.rulesets)
    assert cold.infer(MILIA).to_dict() == warm.infer(MILIA).to_dict()
    assert 0 < built(cold) < built(warm)


def test_cold_and_warm_bases_answer_alike():
    rng = random.Random(5)
    for _ in range(20):
        compiled = random_compiled(rng, rules=30)
        cold, warm = KnowledgeBase(compiled, warm=False), KnowledgeBase(compiled)
        for facts in (random_facts(rng) for _ in range(30)):
            assert cold.infer(facts).to_dict() == warm.infer(facts).to_dict()
        assert cold.engine_faults == 0


def test_threads_that_meet_a_cold_base_all_get_the_answer():
    wanted = KnowledgeBase.load("milia").infer(MILIA).to_dict()
    cold, found, gate = KnowledgeBase.load("milia", warm=False), [], threading.Barrier(8)

    def ask():
        gate.wait()
        found.append(cold.infer(MILIA).to_dict())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8 and cold.engine_faults == 0


def test_what_the_engine_refuses_is_refused_at_once_when_warm_and_counted_when_cold(monkeypatch):
    def refuse(name, definition):
        raise RuntimeError("simulated refusal")

    monkeypatch.setattr(kernel_module.durable, "create_ruleset", refuse)
    specs = [RulesetSpec("t", {1: (("p", "==", 1),)})]
    with pytest.raises(EngineError, match="refused ruleset t"):
        Engine(specs)
    cold = Engine(specs, warm=False)
    with pytest.raises(EngineError, match="simulated refusal"):
        cold.fire(0, ',"p":1')
    assert cold.faults == 1
    monkeypatch.undo()
    assert cold.fire(0, ',"p":1') == [1]


def test_a_cold_base_can_be_closed_before_it_was_asked_anything():
    cold = KnowledgeBase.load("examples/packs/plants", warm=False)
    cold.close()
