"""Whom a question concerns: `ask_if`, facts of the turn, and what is asked after "not sure"."""

import random
from pathlib import Path

import pytest

from rules_core import KnowledgeBase, PackError
from rules_core.authoring.authored import join
from rules_core.authoring.link import compile_pack
from rules_core.authoring.yaml_source import Document

from .random_packs import random_compiled
from .test_explaining import SMALL, completions, decision, some_facts
from .test_unknown_is_not_no import known_worlds, mostly_told, vetoes_on


def asking_kb(**decides):
    """Weeks are asked of the small only, and the wish of the moment never."""
    data = {
        "pack": {"id": "small", "version": "0.0.1", "language": "en-US", "title": "small"},
        "levels": ["low", "high"], "decision": {"level": True, "kinds": [], **decides},
        "strata": [{"id": "judge", "kinds": ["level", "allowed"]}],
        "facts": [
            {"id": "who", "type": "enum", "values": ["small", "big"], "ask": "Who?"},
            {"id": "weeks", "type": "int", "min": 0, "max": 50, "ask": "How many weeks?", "ask_if": {"who": ["small"]}},
            {"id": "wish", "type": "yes_no", "scope": "turn", "ask": "A wish?"},
        ],
        "conclusions": [{"id": "level_low", "kind": "level"}, {"id": "level_high", "kind": "level"}, {"id": "ok", "kind": "allowed"}],
        "rules": [
            {"id": "base", "when": "always", "then": {"level": "low"}},
            {"id": "young", "when": {"weeks": {"lt": 13}}, "then": {"level": "high"}},
            {"id": "asked", "when": {"wish": "yes"}, "then": {"conclude": "ok", "level": "high"}},
            {"id": "stop", "when": {"any": [{"who": "small"}, {"weeks": {"gte": 0}}]}, "then": {"veto": "ok"}},
        ],
    }
    return KnowledgeBase(compile_pack(join(Path("small"), [Document("small.yaml", data, {})])))


@pytest.mark.parametrize(("facts", "asked"), [
    ({}, ("who",)), ({"who": "small"}, ("weeks",)), ({"who": "big"}, None), ({"who": "unknown"}, None),
    ({"who": "small", "weeks": 3}, None),
])
def test_an_interview_asks_only_whom_it_concerns(facts, asked):
    kb = asking_kb()
    question = kb.next_question(kb.infer(facts), [name for name in facts if facts[name] == "unknown"])
    assert (question and question.facts) == asked


def test_what_is_withheld_does_not_ask_on_where_the_first_answer_was_not_sure():
    kb = asking_kb()
    assert kb.infer({"wish": "yes"}).withheld[0].facts == ("who", "weeks")
    assert kb.infer({"wish": "yes", "who": "unknown"}).withheld[0].facts == ()


def test_no_veto_waits_for_what_does_not_concern_somebody_but_it_counts_when_told():
    kb = asking_kb()
    assert kb.infer({"wish": "yes", "who": "big"}).state("ok") == "concluded"
    assert kb.infer({"wish": "yes", "who": "big", "weeks": 3}).state("ok") == "vetoed"
    assert kb.infer({"wish": "yes", "who": "big", "weeks": "unknown"}).state("ok") == "withheld"
    assert kb.infer({"wish": "yes"}).state("ok") == kb.infer({"wish": "yes", "who": "unknown"}).state("ok") == "withheld"


def test_an_interview_stops_at_the_level_where_the_pack_says_so():
    facts = {"wish": "yes"}
    assert asking_kb(kinds=["allowed"]).next_question(asking_kb(kinds=["allowed"]).infer(facts)).facts == ("who",)
    kb = asking_kb(kinds=["allowed"], stops_at="high")
    assert kb.infer(facts).level == "high" and kb.next_question(kb.infer(facts)) is None
    assert kb.next_question(kb.infer({"wish": "no"})).facts == ("who",)
    with pytest.raises(PackError, match=r"stops at the level 'hihg', which is none.*high"):
        asking_kb(stops_at="hihg")


def test_a_condition_for_asking_names_facts_and_values_that_are_there():
    kb = asking_kb()
    assert dict(kb.facts["weeks"].ask_if) == {"who": ("small",)}
    bad = {"id": "weeks", "type": "int", "min": 0, "max": 9, "ask": "?", "ask_if": {"whom": ["a"], "who": ["tiny"]}}
    with pytest.raises(PackError) as caught:
        compile_pack(join(Path("bad"), [Document("bad.yaml", {
            "pack": {"id": "bad", "version": "0.0.1", "language": "en-US", "title": "bad"}, "levels": ["low"],
            "decision": {"level": True, "kinds": []}, "strata": [{"id": "judge", "kinds": ["level"]}],
            "facts": [{"id": "who", "type": "enum", "values": ["small"]}, bad],
            "conclusions": [{"id": "level_low", "kind": "level"}],
            "rules": [{"id": "base", "when": "always", "then": {"level": "low"}}],
        }, {})]))
    assert {problem.where for problem in caught.value.problems} and "whom" in str(caught.value) and "tiny" in str(caught.value)


@pytest.mark.parametrize(("fact", "named"), [
    ({"type": "yes_no", "near": {"whom": ["a"]}}, "whom"), ({"type": "yes_no", "near": {"who": ["tiny"]}}, "tiny"),
    ({"type": "enum", "values": ["yes"], "near": {"who": ["small"]}}, "yes/no"),
])
def test_what_holds_because_of_somebody_else_is_a_yes_or_no_and_names_what_is_there(fact, named):
    with pytest.raises(PackError, match=named):
        compile_pack(join(Path("bad"), [Document("bad.yaml", {
            "pack": {"id": "bad", "version": "0.0.1", "language": "en-US", "title": "bad"}, "levels": ["low"],
            "decision": {"level": True, "kinds": []}, "strata": [{"id": "judge", "kinds": ["level"]}],
            "facts": [{"id": "who", "type": "enum", "values": ["small"]}, {"id": "close", **fact}],
            "conclusions": [{"id": "level_low", "kind": "level"}],
            "rules": [{"id": "base", "when": "always", "then": {"level": "low"}}],
        }, {})]))


CONCERNED = ("a", "unknown")
OF_SOME = [{**fact, "ask_if": {"who": list(CONCERNED)}} if fact["id"] == "age" else fact for fact in SMALL]


def test_no_question_means_that_no_answer_of_whom_it_concerns_can_change_the_decision():
    ended = 0
    for seed in range(60):
        rng = random.Random(seed)
        kb = KnowledgeBase(random_compiled(rng, rules=14, facts=OF_SOME))
        for _ in range(25):
            facts = {name: value for name, value in some_facts(rng).items() if name != "age"}
            if not facts or kb.next_question(kb.infer(facts)) is not None:
                continue
            ended += 1
            now = decision(kb, kb.infer(facts))
            for completed in completions(facts):
                if completed["who"] not in CONCERNED:
                    del completed["age"]
                assert decision(kb, kb.infer_in_python(completed)) == now, (seed, facts, completed)
    assert ended > 30, "interviews hardly ever end: the proof says nothing"


def test_what_stands_beside_what_does_not_concern_somebody_falls_to_no_veto_in_any_world():
    """Whom the age does not concern has none: in every world where it is told only of those whom it concerns, no veto holds."""
    thanks = 0
    for seed in range(80):
        compiled = [random_compiled(random.Random(seed), rules=20, facts=facts) for facts in (OF_SOME, SMALL)]
        kb, asking_all = map(KnowledgeBase, compiled)
        rng = random.Random(seed)
        for _ in range(12):
            facts = {name: value for name, value in mostly_told(rng).items() if name != "age"} | {"who": rng.choice("bc")}
            result, strict = kb.infer(facts), asking_all.infer(facts)
            freed = [one.id for one in result.conclusions if strict.state(one.id) == "withheld" and vetoes_on(kb, one.id)]
            thanks += len(freed)
            for world in known_worlds(facts) if freed else ():
                fired = {firing.rule for firing in kb.infer_in_python({k: v for k, v in world.items() if k != "age"}).trace}
                assert not any(vetoes_on(kb, name) & fired for name in freed), (seed, facts, freed)
    assert thanks > 20, "sparing hardly ever frees anything: the proof says nothing"
