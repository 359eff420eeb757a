"""Questions, why-not and what-if against brute force on small random packs."""

import itertools
import json
import random
from pathlib import Path

import pytest

from rules_core import KnowledgeBase
from rules_core.explaining.graph import mermaid

from .random_packs import SCORED, USUAL, random_compiled, random_facts

SMALL = [
    {"id": "who", "type": "enum", "values": ["a", "b", "c"], "ask": "Who?"},
    {"id": "wet", "type": "yes_no", "ask": "Wet?"},
    {"id": "hot", "type": "yes_no", "ask": "Hot?"},
    {"id": "signs", "type": "multi", "values": ["none", "p", "q"], "ask": "Signs?"},
    {"id": "age", "type": "int", "min": 0, "max": 4, "ask": "Age?"},
]
ANSWERS = {
    "who": ["a", "b", "c", "unknown"], "wet": ["yes", "no", "unknown"], "hot": ["yes", "no", "unknown"],
    "signs": [["none"], ["p"], ["q"], ["p", "q"], "unknown"], "age": [0, 1, 2, 3, 4, "unknown"],
}


def small_kb(seed):
    rng = random.Random(seed)
    return KnowledgeBase(random_compiled(rng, rules=rng.choice([4, 8, 14]), facts=SMALL)), rng


def some_facts(rng):
    facts = {name: rng.choice(answers) for name, answers in ANSWERS.items() if rng.random() < 0.5}
    if rng.random() < 0.2:
        facts["signs"] = ["p", "unknown"]
    return facts


def completions(facts):
    """Every way to answer what is not answered yet."""
    choices = []
    for name, answers in ANSWERS.items():
        if name not in facts:
            choices.append([(name, answer) for answer in answers])
        elif facts[name] == ["p", "unknown"]:
            choices.append([(name, answer) for answer in (["p"], ["p", "q"], ["p", "unknown"])])
        else:
            choices.append([(name, facts[name])])
    return (dict(choice) for choice in itertools.product(*choices))


def decision(kb, result):
    return result.level, {one.id for one in result.conclusions if one.kind in kb.decision["kinds"]}


def test_no_question_means_no_answer_can_change_the_decision():
    ended = 0
    for seed in range(80):
        kb, rng = small_kb(seed)
        for _ in range(25):
            facts = some_facts(rng)
            result = kb.infer(facts)
            question = kb.next_question(result)
            if question is None and facts:
                ended += 1
                now = decision(kb, result)
                for completed in completions(facts):
                    assert decision(kb, kb.infer_in_python(completed)) == now, (seed, facts, completed)
            elif question is not None:
                assert all(name not in result.facts or "unknown" in result.facts[name] for name in question.facts)
    assert ended > 200, "interviews hardly ever end: the proof says nothing"


def test_interviews_always_end_and_never_ask_twice():
    for seed in range(40):
        kb, rng = small_kb(seed)
        facts, asked = {}, []
        while (question := kb.next_question(kb.infer(facts), asked)) is not None:
            assert not set(question.facts) & set(asked), "asked twice"
            for name in question.facts:
                facts[name] = rng.choice(ANSWERS[name])
                asked.append(name)
        assert len(asked) <= len(ANSWERS)


@pytest.mark.parametrize("seed", range(60))
def test_why_not_refutes_only_what_no_answer_can_save(seed):
    kb, rng = small_kb(seed)
    for _ in range(10):
        facts = some_facts(rng)
        if not facts:
            continue
        result = kb.infer(facts)
        for name in kb.entries:
            told = kb.why_not(result, name)
            if told.state or name.startswith("level"):
                continue
            assert str(told) and told.to_dict()["conclusion"] == name
            if told.rules and all(gap.truth is False for gap in told.rules):
                assert all(kb.infer_in_python(c).state(name) == "" for c in completions(facts)), (name, facts)
            for gap in told.rules:
                assert gap.refuted or gap.not_asked or gap.unsure or gap.missing, "a gap without a reason"
                assert all(name not in facts or "unknown" in facts[name] for name in gap.not_asked)
                assert all(result.facts[name] == "unknown" for name in gap.unsure)
                for refuted in gap.refuted:
                    assert result.facts[refuted.fact] == refuted.value


@pytest.mark.parametrize("seed", range(20))
def test_why_not_is_exact_rule_by_rule(seed):
    """A refuted rule holds after no answers; one that waits for facts alone holds after some."""
    rng = random.Random(seed)
    kb = KnowledgeBase(random_compiled(rng, rules=14, facts=SMALL, mix=SCORED if seed % 2 else USUAL))
    refuted = waiting = 0
    for _ in range(6):
        facts = some_facts(rng)
        if not facts:
            continue
        fired = {firing.rule for world in completions(facts) for firing in kb.infer_in_python(world).trace}
        told = [kb.why_not(kb.infer(facts), name) for name in kb.entries]
        while told:
            one = told.pop()
            told += one.below
            for gap in one.rules:
                if gap.truth is False:
                    refuted += 1
                    assert gap.rule not in fired, (facts, one)
                elif not gap.missing and not gap.unsure and len(gap.not_asked) == 1:
                    waiting += 1
                    assert gap.rule in fired, (facts, one)
    assert refuted + waiting > 5


@pytest.mark.parametrize("seed", range(80))
def test_what_if_is_verified_and_smallest(seed):
    kb, rng = small_kb(seed)
    facts = some_facts(rng) or {"who": "a"}
    result = kb.infer(facts)
    for target in [*list(kb.entries)[3:9], "level"]:
        told = kb.what_if(result, target, most=2)
        assert told.complete
        for change in told.changes:
            changed = kb.infer({**facts, **change.facts})
            flipped = changed.level != result.level if target == "level" else (target in changed) != (target in result)
            assert flipped and len(change.facts) == told.depth
        if told.depth == 2 or not told.changes:
            for name, answers in ANSWERS.items():
                for answer in answers:
                    if answer == "unknown":
                        continue
                    other = kb.infer({**facts, name: answer})
                    same = other.level == result.level if target == "level" else (target in other) == (target in result)
                    assert same, (target, facts, name, answer, told)


def test_what_if_changes_the_answer_that_a_class_comes_from(tmp_path):
    text = Path("examples/packs/plants/plants.yaml").read_text(encoding="utf-8")
    (tmp_path / "plants.yaml").write_text(text.replace("product, type: multi, scope: turn,", "product, type: multi,"), encoding="utf-8")
    kb = KnowledgeBase.load(tmp_path)
    told = kb.what_if(kb.infer({"soil": "moist", "pests": ["none"], "product": ["bug_spray"]}), "use_feed", most=1)
    assert {change.facts["product"] for change in told.changes} == {("bug_spray", "tomato_food")}
    assert "use_feed" in kb.infer({"soil": "moist", "pests": ["none"], "product": ["bug_spray", "tomato_food"]})


def test_what_if_finds_a_pair_of_answers_where_no_single_one_is_enough():
    """Against every single answer and every pair, on packs that veto and score."""
    pairs = 0
    for seed in range(330):
        rng = random.Random(seed)
        kb = KnowledgeBase(random_compiled(rng, rules=12, facts=SMALL, mix=SCORED))
        facts = some_facts(rng) if seed % 2 else {}
        result = kb.infer(facts)
        target = rng.choice([*list(kb.entries)[3:], "level"])
        told = kb.what_if(result, target, most=2, tries=100_000)
        sizes = [len(names) for names in itertools.chain.from_iterable(itertools.combinations(ANSWERS, n) for n in (1, 2))
                 if any(flips(kb, result, target, {**facts, **one}) for one in answers_to(names))]
        assert (told.depth if told.changes else None) == min(sizes, default=None), (seed, facts, target)
        pairs += bool(told.changes) and told.depth == 2
    assert pairs > 3, "hardly ever are two answers needed: the search is not tried"


def answers_to(names):
    known = ([answer for answer in ANSWERS[name] if answer != "unknown"] for name in names)
    return (dict(zip(names, one, strict=True)) for one in itertools.product(*known))


def flips(kb, result, target, facts):
    other = kb.infer_in_python(facts)
    return other.level != result.level if target == "level" else (target in other) != (target in result)


@pytest.mark.parametrize(("facts", "conclusion", "told"), [
    ({"soil": "dry", "leaf": "unknown"}, "is_thirsty", "is_thirsty was not reached\n  dry_soil: open: not known: leaf"),
    ({"soil": "wet", "leaf": "green"}, "is_thirsty",
     "is_thirsty was not reached\n  dry_soil: refuted: soil is wet, needs dry; leaf is green, needs brown or yellow"),
    ({"product": ["tomato_food"], "pests": ["none"]}, "use_feed", "use_feed is held back by wet_soil_no_feed until known: soil"),
    ({"product": ["tomato_food"], "pests": ["none"], "soil": "unknown"}, "use_feed",
     "use_feed is held back by wet_soil_no_feed as long as what it rests on is not known"),
    ({"product": ["tomato_food"], "soil": "wet"}, "use_feed", "use_feed was ruled out by wet_soil_no_feed"),
    ({"leaf": "green", "weeks_since_feed": 3, "product": ["bug_spray"]}, "avoid_feed", """avoid_feed was not reached
  feed_refused: refuted: vetoed use_feed not reached
    use_feed was not reached
      wants_feed: refuted: product_class is poison, needs feed
      hungry: refuted: score hunger gte 4 not reached
        score hunger is -3, and no rule moves it further:
          pale_leaf: refuted: leaf is green, needs yellow
          long_unfed: refuted: weeks_since_feed is 3, needs at least 12"""),
])
def test_why_not_in_words(facts, conclusion, told):
    kb = KnowledgeBase.load("examples/packs/plants")
    answer = kb.why_not(kb.infer(facts), conclusion)
    assert str(answer) == told
    assert json.loads(json.dumps(answer.to_dict()))["state"] == answer.state and mermaid(answer).startswith("flowchart LR")


def test_proof_leads_down_to_what_was_said():
    kb = KnowledgeBase.load("examples/packs/plants")
    result = kb.infer({"product": ["tomato_food"], "soil": "wet", "pests": ["none"]})
    proof = kb.why(result, "avoid_feed")
    assert proof.state == "concluded"
    refused = proof.steps[0].rests_on[0]
    assert (refused.conclusion, refused.state) == ("use_feed", "vetoed")
    assert refused.steps[0].facts == {"product_class": ("feed",)}
    assert {(v.rule, v.holds) for v in refused.vetoes} == {("wet_soil_no_feed", True), ("pests_first", False)}
    assert proof.evidence[0].title == "The window gardener"
    assert "plants 1.0.0" in str(proof) and proof.to_dict()["steps"][0]["rule"] == "feed_refused"


def test_proof_follows_scores_classes_and_vetoes_down_to_what_was_said():
    kb = KnowledgeBase.load("examples/packs/plants")
    result = kb.infer({"leaf": "yellow", "weeks_since_feed": 20, "pests": ["mites"], "product": ["tomato_food"]})
    proof = kb.why(result, "use_feed")
    assert str(proof) == """use_feed was ruled out [G1 textbook]
  by wants_feed (plants 1.0.0, plants.yaml:63): product_class = feed (from product = tomato_food)
  by hungry (plants 1.0.0, plants.yaml:64): score hunger gte 4
    score hunger is 4
      +2 by pale_leaf (plants 1.0.0, plants.yaml:60): leaf = yellow
      +2 by long_unfed (plants 1.0.0, plants.yaml:61): weeks_since_feed = 20
  could fall to wet_soil_no_feed
  fell to pests_first
    is_infested stands [G1 textbook]
      by pests_seen (plants 1.0.0, plants.yaml:54): pests = mites"""
    hungry = json.loads(json.dumps(proof.to_dict()))["steps"][1]
    assert [(one["rule"], one["points"], one["facts"]) for one in hungry["scores"][0]["added"]] == [
        ("pale_leaf", 2, {"leaf": "yellow"}), ("long_unfed", 2, {"weeks_since_feed": 20}),
    ]
    drawn = mermaid(proof)
    for text in ("score hunger = 4", "product = tomato_food", "|pale_leaf +2|", "pests = mites", "|vetoes|", "|may veto|"):
        assert text in drawn


def leaves(proof):
    """The facts at the ends of a proof."""
    for step in proof.steps:
        yield from leaves_of(step)
    for veto in proof.vetoes:
        for below in veto.rests_on:
            yield from leaves(below)


def leaves_of(step):
    yield from step.said.items() if step.said else step.facts.items()
    for tally in step.scores:
        for added in tally.added:
            yield from leaves_of(added.step)
    for below in step.rests_on:
        yield from leaves(below)


def test_every_proof_of_random_packs_ends_in_facts_as_they_were_told():
    told = 0
    for seed in range(90):
        rng = random.Random(seed)
        kb = KnowledgeBase(random_compiled(rng, rules=30, mix=SCORED))
        result = kb.infer(random_facts(rng))
        for conclusion in kb.entries:
            proof = kb.why(result, conclusion)
            assert (proof.state, bool(proof.steps)) == (result.state(conclusion), bool(result.state(conclusion)))
            assert str(proof) and json.dumps(proof.to_dict()) and mermaid(proof).startswith("flowchart LR")
            for name, value in leaves(proof):
                told += 1
                assert result.facts.get(name, "unknown") == value
    assert told > 300
