"""Answers that cannot all be true: the safer reading is taken, and whose answers they are is asked aloud."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import Any

import pytest

from rules_core import FactError, KnowledgeBase
from skill.remembering import fact_values

from .hearing import heard, offered, rank
from .profiles import QUESTIONS, Facts
from .worse import CHAINS, SIGNS

KB = KnowledgeBase.load("milia")

WHOSE, AGE = "explain_ask_whose", "explain_ask_age"

CLASHES: list[tuple[Facts, Facts, str]] = [
    ({"age_group": "newborn"}, {"pregnancy": "pregnant"}, WHOSE),
    ({"age_group": "infant"}, {"pregnancy": "breastfeeding"}, WHOSE),
    ({"age_group": "child"}, {"pregnancy": "planning"}, WHOSE),
    ({"age_group": "older"}, {"pregnancy": "pregnant"}, WHOSE),
    ({"age_weeks": 3}, {"pregnancy": "pregnant"}, WHOSE),
    ({"who": "baby"}, {"pregnancy": "pregnant"}, WHOSE),
    ({"who": "baby"}, {"age_group": "adult"}, WHOSE),
    ({"who": "baby"}, {"age_group": "older"}, WHOSE),
    ({"age_group": "adult"}, {"unwell": ["poor_feeding"]}, WHOSE),
    ({"age_group": "newborn"}, {"medicines": ["isotretinoin_now"]}, WHOSE),
    ({"age_weeks": 20}, {"medicines": ["isotretinoin_6m", "unknown"]}, WHOSE),
    ({"who": "baby"}, {"medicines": ["isotretinoin_now"]}, WHOSE),
    ({"age_group": "adult"}, {"age_weeks": 3}, AGE),
    ({"age_group": "teen"}, {"age_weeks": 0}, AGE),
    ({"age_group": "older"}, {"age_weeks": 51}, AGE),
    ({"age_group": "child"}, {"age_weeks": 20}, AGE),
    ({"age_group": "newborn"}, {"age_weeks": 20}, AGE),
    ({"age_group": "newborn"}, {"duration_weeks": 30}, AGE),
    ({"age_group": "infant"}, {"duration_weeks": 100}, AGE),
]
"""Two answers that do not fit one person, and what is asked about them."""

BESIDE: list[Facts] = [
    {}, {"unwell": ["fever"]}, {"unwell": ["vomiting", "unknown"]}, {"symptoms": ["redness"]}, {"symptoms": ["pus", "unknown"]},
    {"change": ["growing"]}, {"site": ["eyelid_skin"]}, {"actives": ["retinoid"]}, {"blister_fragile": "yes"}, {"injury": "scald"},
]


def age_is_plain(facts: Facts) -> bool:
    """Whether a reading still says how old the person is."""
    return bool({"age_group", "age_weeks", "who"} & facts.keys())


@pytest.mark.parametrize(("one", "other", "asks"), CLASHES, ids=str)
def test_a_clash_is_asked_about_aloud(one: Facts, other: Facts, asks: str) -> None:
    """Beside any answer that is no alarm; an alarm speaks alone."""
    for question in (*QUESTIONS, {"topic": "symptoms"}, {"topic": "what_are_milia"}):
        said = heard(KB.infer({**one, **other, **question}))
        assert said.flag or asks in said.conditions, question
    assert KB.text(asks).say.endswith(("Tell me whom this is about.", "Tell me again how old the child is."))


@pytest.mark.parametrize(("one", "other", "asks"), CLASHES, ids=str)
def test_a_clash_takes_the_safer_reading(one: Facts, other: Facts, asks: str) -> None:
    """Nothing is allowed that either reading refuses, and it is as urgent as the more urgent reading."""
    for beside in BESIDE:
        for question in QUESTIONS:
            readings = [KB.infer({**reading, **beside, **question}) for reading in (one, other)]
            both = KB.infer({**one, **other, **beside, **question})
            assert not offered(both) - offered(readings[0]) and not offered(both) - offered(readings[1]), (beside, question)
            told_age = [reading for reading, facts in zip(readings, (one, other), strict=True) if age_is_plain(facts)]
            assert rank(both) >= max(map(rank, told_age)), (beside, question)


@pytest.mark.parametrize("name", SIGNS)
def test_none_beside_a_sign_is_refused_by_the_kernel_and_settled_by_the_skill(name: str) -> None:
    """ "No symptoms" and pus: the sign stays, in whichever order they were said."""
    spec = KB.facts[name]
    for value in (value for value in spec.values if value != "none"):
        with pytest.raises(FactError):
            KB.infer({name: ["none", value]})
        for said in (["none", value], [value, "none"]):
            assert fact_values.told(spec, None, said) == [value, "unknown"]
            assert fact_values.answered(spec, None, said) == [value]
        assert fact_values.told(spec, ["none"], [value]) == [value, "unknown"]
        assert fact_values.answered(spec, [value], ["none"]) == [value]


def test_pus_wins_over_no_symptoms_all_the_way() -> None:
    symptoms = fact_values.told(KB.facts["symptoms"], ["none"], ["pus"])
    said = heard(KB.infer({"symptoms": symptoms, "topic": "symptoms"}))
    assert said.flag == "see_same_day_infection"


@pytest.mark.parametrize("name", [name for name in CHAINS if KB.facts[name].type in ("enum", "yes_no")])
def test_of_two_values_in_one_breath_the_one_that_asks_for_more_care_counts(name: str) -> None:
    for chain in CHAINS[name]:
        for better, worse in pairwise(chain):
            for said in permutations((better, worse)):
                assert fact_values.told(KB.facts[name], None, said) == worse


@pytest.mark.parametrize("sign", ["growing", "bleeding", "not_healing"])
def test_stable_beside_a_change_calms_nothing(sign: str) -> None:
    for site in ("face", "eyelid_skin"):
        said: dict[str, Any] = {"site": [site], "number": "single", "topic": "symptoms"}
        alone, both = KB.infer({**said, "change": [sign]}), KB.infer({**said, "change": ["stable", sign]})
        assert rank(both) == rank(alone) and heard(both).flag == heard(alone).flag
