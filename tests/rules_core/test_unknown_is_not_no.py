"""Not known is never "no": what a veto rests on, at any depth, is ruled out only when no answer at all could bring it about."""

import itertools
import random

import pytest

from rules_core import KnowledgeBase

from .random_packs import SCORED, random_compiled
from .test_explaining import ANSWERS, SMALL, completions, decision, some_facts


def known_worlds(facts):
    """Every way in which all that is absent or unknown in `facts` may truly be."""
    choices = []
    for name, answers in ANSWERS.items():
        value = facts.get(name, "unknown")
        known = [answer for answer in answers if answer != "unknown"]
        if isinstance(value, list) and "unknown" in value:
            known = [answer for answer in known if set(value) - {"unknown"} <= set(answer)]
        elif value != "unknown":
            known = [value]
        choices.append([(name, answer) for answer in known])
    return [dict(world) for world in itertools.product(*choices)]


def scored_kb(seed):
    rng = random.Random(seed)
    return KnowledgeBase(random_compiled(rng, rules=rng.choice([10, 20, 30]), facts=SMALL, mix=SCORED)), rng


def vetoes_on(kb, name):
    return {rule["id"] for rule in kb._compiled["rules"] if name in rule["veto"]}


def mostly_told(rng):
    facts = {name: rng.choice([*answers, "unknown"]) for name, answers in ANSWERS.items() if rng.random() < 0.85}
    return facts or {"wet": "unknown"}


@pytest.mark.parametrize("block", range(4))
def test_what_stands_falls_to_no_veto_in_any_world(block):
    stood = withheld = 0
    for seed in range(block * 60, block * 60 + 60):
        kb, rng = scored_kb(seed)
        for _ in range(10):
            facts = mostly_told(rng)
            result = kb.infer(facts)
            guarded = {one.id: vetoes_on(kb, one.id) for one in result.conclusions if vetoes_on(kb, one.id)}
            withheld += len(result.withheld)
            if not guarded:
                continue
            worlds = [{firing.rule for firing in kb.infer_in_python(world).trace} for world in known_worlds(facts)]
            for name, vetoes in guarded.items():
                stood += 1
                assert not any(vetoes & fired for fired in worlds), (seed, facts, name)
    assert stood > 60 and withheld > 60, "hardly anything stands or waits: the proof says nothing"


def test_no_question_means_no_answer_can_change_the_decision_through_scores():
    ended = 0
    for seed in range(100, 150):
        kb, rng = scored_kb(seed)
        for _ in range(20):
            facts = some_facts(rng)
            result = kb.infer(facts)
            if not facts or kb.next_question(result) is not None:
                continue
            ended += 1
            now = decision(kb, result)
            for completed in completions(facts):
                assert decision(kb, kb.infer_in_python(completed)) == now, (seed, facts, completed)
    assert ended > 30, "interviews hardly ever end: the proof says nothing"


def test_what_is_withheld_names_every_fact_that_could_still_end_it():
    """An answer that frees or removes what is withheld is an answer to one of the facts named there."""
    changed = 0
    for seed in range(200, 240):
        kb, rng = scored_kb(seed)
        for _ in range(6):
            facts = some_facts(rng)
            for one in kb.infer(facts).withheld:
                for name, answers in ANSWERS.items():
                    if name not in facts and name not in one.facts:
                        after = {kb.infer({**facts, name: answer}).state(one.conclusion.id) for answer in answers}
                        assert after <= {"withheld", ""}, (seed, facts, one, name)
                for name in one.facts:
                    changed += any(kb.infer({**facts, name: a}).state(one.conclusion.id) != "withheld" for a in ANSWERS[name])
    assert changed > 30, "the answers hardly ever matter: the proof says nothing"
