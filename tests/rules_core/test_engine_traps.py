"""The traps of the rule engine that the kernel's design absorbs, each shown to be absorbed.

T-numbers are those of the survey in docs/engine-traps.md.
"""

import ast
import gc
import json
import multiprocessing
import os
import pickle
import random
import re
import signal
import sys
import threading
import time
from pathlib import Path

import durable_rules_engine as durable
import pytest

from benchmarks import machine
from rules_core import EngineError, KnowledgeBase
from rules_core import kernel as kernel_module
from rules_core.authoring.authored import join
from rules_core.authoring.link import compile_pack
from rules_core.authoring.yaml_source import Document
from rules_core.kernel import Engine, RulesetSpec, fnv1a

from .random_packs import random_compiled, random_facts

PLANTS = "examples/packs/plants"


ABSORBED = set()


def absorbs(*traps):
    """Marks a test that shows these traps to be absorbed."""
    ABSORBED.update(traps)
    return lambda test: test


def test_every_trap_of_the_survey_has_a_test_here():
    page = Path("docs/engine-traps.md").read_text(encoding="utf-8")
    listed = set()
    for cell in re.findall(r"^\| (T\d[^|]*) \|", page, re.M):
        for part in re.split(r", | and ", cell):
            first, _, last = part.partition(" to ")
            listed.update(range(int(first[1:]), int((last or first)[1:]) + 1))
    assert listed == ABSORBED == set(range(1, 48))


def engine(rules):
    return Engine([RulesetSpec("t", {name: tuple(literals) for name, literals in rules.items()})])


@absorbs(1, 2, 16, 17, 22, 26, 41, 42, 44, 45)
def test_only_the_measured_calls_of_the_c_module_are_made():
    """No batches, no events, no host with its timers and leases, no actions, no Python layer that swallows exceptions."""
    package = Path(kernel_module.__file__).parent
    trees = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in package.glob("*.py")}
    imports = {
        name for name, tree in trees.items() for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and "durable" in ast.dump(node)
    }
    used = {
        node.attr for node in ast.walk(trees["kernel.py"])
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "durable"
    }
    assert imports == {"kernel.py"} and "durable.engine" not in sys.modules and "durable.lang" not in sys.modules
    assert used == {
        "create_ruleset", "delete_ruleset", "delete_state",
        "assert_fact", "retract_fact", "start_action_for_state", "complete_and_start_action",
    }


def random_kbs(count, rules=40):
    for seed in range(count):
        rng = random.Random(seed)
        yield KnowledgeBase(random_compiled(rng, rules=rules)), rng


TERM = re.compile(r'\{"p[0-9a-f]+":-?\d{1,7}\}|\{"k":[12]\}|\{"\$(?:lt|lte|gt|gte|neq)":\{"p[0-9a-f]+":-?\d{1,7}\}\}')


@absorbs(5, 27, 28, 29, 30, 31, 35, 36, 37, 38, 39, 40)
def test_definitions_are_flat_tests_of_whole_numbers_on_one_fact():
    """No joins, nested or negated conditions, priorities, patterns, actions that assert; nothing the engine could match to itself."""
    seen = 0
    for kb, _ in random_kbs(20):
        for spec in kb._program.rulesets:
            for name, rule in json.loads(spec.definition()).items():
                seen += 1
                assert set(rule) == {"all"} and len(rule["all"]) == 1 and set(rule["all"][0]) == {"m"} and len(name) == 3
                term = rule["all"][0]["m"]
                terms = term["$and"] if set(term) == {"$and"} else [term]
                assert terms and all(TERM.fullmatch(json.dumps(one, separators=(",", ":"))) for one in terms), rule
    assert seen > 500


FACT = re.compile(r'\{"id":"p","sid":"s","k":[12](?:,"p[0-9a-f]+":-?\d{1,7})*\}')


@absorbs(3, 4, 7, 8, 9, 10, 14, 18, 19)
def test_whatever_is_said_the_engine_gets_one_short_flat_fact_of_small_integers(monkeypatch):
    """One state for everybody, no text, no exponent, no nesting, no long number, no id of a person."""
    sent = []
    real = durable.assert_fact
    monkeypatch.setattr(kernel_module.durable, "assert_fact", lambda handle, fact: (sent.append(fact), real(handle, fact))[1])
    for kb, rng in random_kbs(10):
        for _ in range(150):
            kb.infer(random_facts(rng))
    assert len(sent) > 1_100 and all(FACT.fullmatch(fact) for fact in sent), "more people than the engine has room for states"
    assert max(len(json.loads(fact)) for fact in sent) <= 252


@absorbs(4, 5)
def test_values_of_different_types_never_meet():
    kb = KnowledgeBase.load(PLANTS)
    for spec in kb._program.rulesets:
        assert all(type(number) is int for literals in spec.rules.values() for _, _, number in literals)


@absorbs(6)
def test_absent_and_unknown_are_not_negations():
    kb = KnowledgeBase.load(PLANTS)
    assert kb.infer({"product": ["tomato_food"]}).state("use_feed") == "withheld"
    assert kb.infer({"product": ["tomato_food"], "soil": "unknown", "pests": ["none"]}).state("use_feed") == "withheld"


@absorbs(7)
def test_unknown_numbers_are_not_small():
    one = engine({"small": [("p", "<", 12), ("p", ">=", 0)]})
    assert one.fire(0, ',"p":-1') == [] and one.fire(0, ',"p":0') == ["small"] and one.fire(0, ',"p":12') == []


@absorbs(11)
def test_rulesets_stay_below_the_property_limit():
    literals = {f"r{n}": [(f"p{n}", "==", 1)] for n in range(250)}
    many = Engine([RulesetSpec("t", {name: tuple(one) for name, one in list(literals.items())[:60]})])
    assert many.fire(0, "".join(f',"p{n}":1' for n in range(240)))


@absorbs(12)
def test_property_names_never_collide_by_hash():
    kb = KnowledgeBase.load(PLANTS)
    names = [*kb._program.properties.names, "id", "sid", "k", "$s"]
    assert len({fnv1a(name) for name in names}) == len(names)
    assert fnv1a("eye_face_378") == fnv1a("face_sun_146"), "the known colliding pair collides: the hash is the engine's"


@absorbs(13)
def test_no_name_or_value_from_outside_reaches_the_engine(monkeypatch):
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


@absorbs(15)
def test_states_and_rulesets_are_given_back_safely():
    for _ in range(30):
        KnowledgeBase.load(PLANTS).close()
    gc.collect()


@absorbs(21)
def test_threads_share_one_base():
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


@absorbs(25)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
def test_a_forked_child_answers_rightly():
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


def test_a_base_pickles_and_a_result_says_what_to_send_instead():
    kb = pickle.loads(pickle.dumps(KnowledgeBase.load(PLANTS)))
    result = kb.infer({"soil": "dry", "leaf": "brown"})
    assert result.level == "act_soon"
    with pytest.raises(TypeError, match=r"send result\.to_dict\(\)"):
        pickle.dumps(result)
    assert pickle.loads(pickle.dumps(kb.why(result, "is_thirsty"))) == kb.why(result, "is_thirsty")


@absorbs(32, 33)
def test_hundreds_of_rules_with_one_condition_or_with_as_many_different_ones_load_and_fire():
    facts = [{"id": "n", "type": "int", "min": 0, "max": 999, "ask": "?"}]
    for conditions in ([{"n": 7}] * 300, [{"n": {"gte": n}} for n in range(600)]):
        rules = [{"id": f"r{n}", "when": when, "then": {"score": {f"s{n}": 1}}} for n, when in enumerate(conditions)]
        data = {
            "pack": {"id": "many", "version": "1.0.0", "language": "en-US", "title": "Many"}, "levels": ["low"],
            "strata": [{"id": "judge", "kinds": ["level"]}], "facts": facts,
            "conclusions": [{"id": "level_low", "kind": "level"}], "rules": rules,
        }
        kb = KnowledgeBase(compile_pack(join(Path("many"), [Document("many.yaml", data, {})])))
        assert len(kb.infer({"n": 7}).scores) == len([when for when in conditions if when == {"n": 7} or when["n"]["gte"] <= 7])
        assert all(len(spec.rules) <= 60 for spec in kb._program.rulesets) and kb.engine_faults == 0


@absorbs(23)
def test_an_action_that_is_not_completed_leaves_nothing_behind(monkeypatch):
    kb = KnowledgeBase.load(PLANTS)
    facts = {"leaf": "yellow", "soil": "wet"}
    wanted = kb.infer(facts).to_dict()
    real, failed = durable.complete_and_start_action, []

    def fail_once(handle, offset):
        if not failed:
            failed.append(handle)
            raise RuntimeError("interrupted between start and completion")
        return real(handle, offset)

    monkeypatch.setattr(kernel_module.durable, "complete_and_start_action", fail_once)
    assert kb.infer(facts).to_dict() == wanted and kb.engine_faults == 1
    assert kb.infer(facts).to_dict() == wanted and kb.infer({"leaf": "green"}).level == "watch" and kb.engine_faults == 1


@absorbs(24)
def test_no_action_is_started_on_the_offset_of_a_fact_that_nothing_met(monkeypatch):
    one = engine({"a": [("p", "==", 1)]})
    started = []
    monkeypatch.setattr(kernel_module.durable, "start_action_for_state", lambda handle, offset: started.append(offset))
    assert one.fire(0, ',"p":5') == [] and started == []


@absorbs(43)
def test_unmatched_and_repeated_facts_are_plain_answers():
    one = engine({"a": [("p", "==", 1)]})
    assert [one.fire(0, fact) for fact in (',"p":2', ',"p":1', ',"p":1', ',"p":2')] == [[], ["a"], ["a"], []] and one.faults == 0


@absorbs(46)
@pytest.mark.parametrize(("definition", "message"), [
    ('{"r": {"all": [{"m": {"$what": 1}', "the engine refused ruleset t: .*error code"),
    ("{}", "ruleset t did not answer its warm-up fact"),
    ('{"www": {"all": []}}', "ruleset t did not answer its warm-up fact|the engine refused ruleset t"),
])
def test_a_definition_that_the_engine_refuses_by_number_or_takes_in_silence_is_told_in_words(monkeypatch, definition, message):
    monkeypatch.setattr(RulesetSpec, "definition", lambda spec: definition)
    with pytest.raises(EngineError, match=message):
        engine({"a": [("p", "==", 1)]})


@absorbs(47)
def test_the_order_of_rules_in_a_pack_changes_no_answer():
    rng = random.Random(3)
    compiled = KnowledgeBase.load(PLANTS)._compiled
    turned = KnowledgeBase({**compiled, "rules": compiled["rules"][::-1]})
    kb = KnowledgeBase(compiled)
    for _ in range(50):
        facts = {"leaf": rng.choice(["green", "yellow", "brown"]), "soil": rng.choice(["wet", "dry"]), "pests": ["mites", "aphids"]}
        one, other = kb.infer(facts), turned.infer(facts)
        assert one.conclusions == other.conclusions and one.level == other.level and sorted(one.trace) == sorted(other.trace)


@absorbs(20)
def test_bases_that_come_and_go_leave_no_memory_behind():
    """A ruleset of this size that is not given back costs some 60 kB."""
    compiled = random_compiled(random.Random(2), rules=10)
    facts = random_facts(random.Random(2))

    def come_and_go(times):
        for _ in range(times):
            kb = KnowledgeBase(compiled)
            kb.infer(facts)
            kb.close()
        return machine.resident()

    before = come_and_go(150)
    assert come_and_go(300) - before < 2_000_000


@absorbs(25)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
def test_a_child_forked_while_other_threads_infer_does_not_wait_for_them():
    kb = KnowledgeBase.load(PLANTS)
    facts = {"leaf": "yellow", "soil": "wet"}
    kb.infer(facts)
    stop, interval = threading.Event(), sys.getswitchinterval()

    def work():
        while not stop.is_set():
            kb.infer(facts)

    threads = [threading.Thread(target=work) for _ in range(4)]
    sys.setswitchinterval(1e-5)
    try:
        for thread in threads:
            thread.start()
        assert [_forked(kb, facts) for _ in range(25)] == ["right"] * 25
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        sys.setswitchinterval(interval)


def _forked(kb, facts):
    """Whether a child that is forked now answers, and rightly."""
    child = os.fork()
    if child == 0:
        right = kb.infer(facts).level == "act_now" and kb.infer({"leaf": "green"}).level == "watch"
        os._exit(0 if right else 1)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "right" if status == 0 else "wrong"
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "hangs"


@absorbs(26, 31)
def test_every_matching_rule_fires_once():
    one = engine({"a": [("p", "==", 1)], "b": [("p", "==", 1)], "c": [("p", ">=", 1)]})
    assert sorted(one.fire(0, ',"p":1')) == ["a", "b", "c"]


@absorbs(27, 28)
def test_negation_looks_only_at_finished_strata():
    rng = random.Random(11)
    for _ in range(20):
        compiled = random_compiled(rng, rules=30)
        assert all(rule["earliest"] >= 0 for rule in compiled["rules"])


@absorbs(29)
def test_an_always_rule_neither_hangs_nor_matches_the_engines_own_message():
    one = engine({"always": []})
    assert one.fire(0, "") == ["always"] and one.fire(0, "") == ["always"]


@absorbs(34)
def test_many_rules_on_one_condition_are_spread():
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


@absorbs(18)
def test_a_thousand_bases_one_after_the_other():
    rng = random.Random(2)
    compiled = random_compiled(rng, rules=10)
    facts = random_facts(rng)
    for _ in range(1_100):
        kb = KnowledgeBase(compiled)
        kb.infer(facts)
        kb.close()
