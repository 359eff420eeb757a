"""The traps of the rule engine that the kernel's design absorbs, each shown to be absorbed.

T-numbers are those of the survey in docs/engine-traps.md.
"""

import gc
import json
import multiprocessing
import os
import pickle
import random
import sys
import threading
from pathlib import Path

import durable_rules_engine as durable
import pytest

from rules_core import EngineError, KnowledgeBase
from rules_core import kernel as kernel_module
from rules_core.kernel import Engine, RulesetSpec, fnv1a

from .random_packs import random_compiled, random_facts

PLANTS = "examples/packs/plants"


def engine(rules):
    return Engine([RulesetSpec("t", {name: tuple(literals) for name, literals in rules.items()})])


def test_t1_t2_batches_are_never_used():
    source = Path(kernel_module.__file__).read_text(encoding="utf-8")
    assert "assert_facts" not in source and "assert_event" not in source and "durable.engine" not in source


def test_t4_t5_values_of_different_types_never_meet():
    kb = KnowledgeBase.load(PLANTS)
    for spec in kb._program.rulesets:
        assert all(type(number) is int for literals in spec.rules.values() for _, _, number in literals)


def test_t6_absent_and_unknown_are_not_negations():
    kb = KnowledgeBase.load(PLANTS)
    assert kb.infer({"product": ["tomato_food"]}).state("use_feed") == "withheld"
    assert kb.infer({"product": ["tomato_food"], "soil": "unknown", "pests": ["none"]}).state("use_feed") == "withheld"


def test_t7_unknown_numbers_are_not_small():
    one = engine({"small": [("p", "<", 12), ("p", ">=", 0)]})
    assert one.fire(0, ',"p":-1') == [] and one.fire(0, ',"p":0') == ["small"] and one.fire(0, ',"p":12') == []


def test_t11_rulesets_stay_below_the_property_limit():
    literals = {f"r{n}": [(f"p{n}", "==", 1)] for n in range(250)}
    many = Engine([RulesetSpec("t", {name: tuple(one) for name, one in list(literals.items())[:60]})])
    assert many.fire(0, "".join(f',"p{n}":1' for n in range(240)))


def test_t12_property_names_never_collide_by_hash():
    kb = KnowledgeBase.load(PLANTS)
    names = [*kb._program.properties.names, "id", "sid", "k", "$s"]
    assert len({fnv1a(name) for name in names}) == len(names)
    assert fnv1a("eye_face_378") == fnv1a("face_sun_146"), "the known colliding pair collides: the hash is the engine's"


def test_t13_no_name_or_value_from_outside_reaches_the_engine(monkeypatch):
    seen = []
    real = durable.assert_fact
    monkeypatch.setattr(kernel_module.durable, "assert_fact", lambda handle, fact: (seen.append(fact), real(handle, fact))[1])
    kb = KnowledgeBase.load(PLANTS)
    kb.infer({"leaf": "yellow", "soil": "wet", "product": ["tomato_food"], "weeks_since_feed": 7})
    assert seen
    for fact in seen:
        data = json.loads(fact)
        assert data.pop("id") == "p" and data.pop("sid") == "s"
        assert all(type(value) is int for value in data.values())
        assert not set(data) & {"leaf", "soil", "product"} and "tomato" not in fact


def test_t15_t20_states_and_rulesets_are_given_back_safely():
    for _ in range(30):
        KnowledgeBase.load(PLANTS).close()
    gc.collect()


def test_t21_threads_share_one_base():
    kb = KnowledgeBase.load(PLANTS)
    rng = random.Random(5)
    facts = [
        {"leaf": rng.choice(["green", "yellow"]), "soil": rng.choice(["wet", "dry"]), "pests": [rng.choice(["mites", "none"])]}
        for _ in range(40)
    ]
    wanted = [kb.infer_in_python(one).to_dict() for one in facts]
    wrong, interval = [], sys.getswitchinterval()

    def work(start):
        for n in range(1_000):
            at = (start + n) % len(facts)
            if kb.infer(facts[at]).to_dict() != wanted[at]:
                wrong.append(at)

    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work, args=(n,)) for n in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert wrong == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
def test_t25_a_forked_child_answers_rightly():
    kb = KnowledgeBase.load(PLANTS)
    facts = {"leaf": "yellow", "soil": "wet"}
    wanted = kb.infer(facts).to_dict()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        ok = b"1" if kb.infer(facts).to_dict() == wanted else b"0"
        os.write(writer, ok)
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 1) == b"1"


def _answer(kb, facts):
    return kb.infer(facts).to_dict()


def test_a_base_can_be_sent_to_a_spawned_worker():
    kb = KnowledgeBase.load(PLANTS)
    facts = {"leaf": "yellow", "soil": "wet"}
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_answer, (kb, facts)) == kb.infer(facts).to_dict()


def test_a_result_survives_pickling_of_its_base():
    kb = pickle.loads(pickle.dumps(KnowledgeBase.load(PLANTS)))
    assert kb.infer({"soil": "dry", "leaf": "brown"}).level == "act_soon"


def test_t26_t31_every_matching_rule_fires_once():
    one = engine({"a": [("p", "==", 1)], "b": [("p", "==", 1)], "c": [("p", ">=", 1)]})
    assert sorted(one.fire(0, ',"p":1')) == ["a", "b", "c"]


def test_t27_t28_negation_looks_only_at_finished_strata():
    rng = random.Random(11)
    for _ in range(20):
        compiled = random_compiled(rng, rules=30)
        assert all(rule["earliest"] >= 0 for rule in compiled["rules"])


def test_t29_an_always_rule_neither_hangs_nor_matches_the_engines_own_message():
    one = engine({"always": []})
    assert one.fire(0, "") == ["always"] and one.fire(0, "") == ["always"]


def test_t32_t33_t34_many_rules_on_one_condition_are_spread():
    kb = KnowledgeBase.load(PLANTS)
    assert all(len(spec.rules) <= 60 for spec in kb._program.rulesets)


@pytest.mark.parametrize("bad", ['{"r": ', ',"p":1e-7', ',"p":[[', ',"p":99999999999999999999999'])
def test_engine_fault_is_counted_and_the_ruleset_rebuilt(bad, caplog):
    one = engine({"a": [("p", "==", 1)]})
    try:
        one.fire(0, bad)
    except EngineError:
        assert one.faults == 1 and "is built anew" in caplog.text
    assert one.fire(0, ',"p":1') == ["a"]


def test_engine_fault_is_answered_by_the_evaluator(monkeypatch):
    kb = KnowledgeBase.load(PLANTS)
    facts = {"leaf": "yellow", "soil": "wet", "product": ["tomato_food"]}
    wanted = kb.infer(facts).to_dict()

    def fail(handle, fact):
        raise RuntimeError("simulated engine fault")

    real = durable.assert_fact
    calls = []

    def once(handle, fact):
        if '"k":1' in fact and not calls:
            calls.append(fact)
            fail(handle, fact)
        return real(handle, fact)

    monkeypatch.setattr(kernel_module.durable, "assert_fact", once)
    assert kb.infer(facts).to_dict() == wanted
    assert kb.engine_faults == 1
    assert kb.infer(facts).to_dict() == wanted


def test_a_thousand_bases_one_after_the_other():
    rng = random.Random(2)
    compiled = random_compiled(rng, rules=10)
    facts = random_facts(rng)
    for _ in range(1_100):
        kb = KnowledgeBase(compiled)
        kb.infer(facts)
        kb.close()
