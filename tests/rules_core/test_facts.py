"""What facts are accepted, in which form they are kept, and how the others are refused."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules_core import FactError, KnowledgeBase, Refusal, ReplayError, RulesCoreError
from rules_core.explaining.graph import mermaid

KB = KnowledgeBase.load("examples/packs/plants")


@pytest.mark.parametrize(
    ("given_facts", "kept"),
    [
        ({"flowering": True}, {"flowering": "yes"}),
        ({"flowering": False}, {"flowering": "no"}),
        ({"flowering": "unknown"}, {"flowering": "unknown"}),
        ({"pests": "mites"}, {"pests": ("mites",)}),
        ({"pests": {"mites", "aphids"}}, {"pests": ("aphids", "mites")}),
        ({"pests": ["unknown"]}, {"pests": "unknown"}),
        ({"pests": ["mites", "unknown"]}, {"pests": ("mites", "unknown")}),
        ({"pests": ["none"]}, {"pests": ("none",)}),
        ({"product": ["tomato_food"]}, {"product": ("tomato_food",), "product_class": ("feed",)}),
        ({"weeks_since_feed": 0}, {"weeks_since_feed": 0}),
        ({}, {}),
    ],
)
def test_normal_form(given_facts, kept):
    assert dict(KB.infer(given_facts).facts) == kept


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"leef": "green"}, "the fact 'leef' is not declared; did you mean 'leaf'?"),
        ({"leaf": "gren"}, "'leaf' cannot be 'gren'; did you mean 'green'?"),
        ({"leaf": 3}, "'leaf' takes one of its values as text, not 3 (int)"),
        ({"leaf": None}, "not None (NoneType)"),
        ({"leaf": ["green"]}, "takes one of its values as text"),
        ({"flowering": "true"}, "'flowering' cannot be 'true'; declared are: no, yes"),
        ({"weeks_since_feed": "3"}, "takes a whole number, not '3' (str)"),
        ({"weeks_since_feed": True}, "takes a whole number"),
        ({"weeks_since_feed": 3.0}, "takes a whole number, not 3.0 (float)"),
        ({"weeks_since_feed": float("nan")}, "takes a whole number, not nan"),
        ({"weeks_since_feed": float("inf")}, "takes a whole number, not inf"),
        ({"weeks_since_feed": -1}, "lies between 0 and 104, not at -1"),
        ({"weeks_since_feed": 10**30}, "not at a huge number"),
        ({"pests": []}, "takes 1 to 200 values, not 0; say ['none'] to deny all"),
        ({"pests": ["none", "mites"]}, "says both 'none' and 'mites'"),
        ({"pests": 5}, "takes a list of values"),
        ({"pests": ["mites"] * 201}, "takes 1 to 200 values"),
        ({"pests": [["mites"]]}, "takes one of its values as text"),
        ({"leaf": "\ud800"}, "cannot be '\\ud800'"),
        ({"leaf": "x" * 100_000}, "cannot be 'xxx"),
        ({7: "green"}, "is not declared"),
        ({"id": "p"}, "is not declared"),
        ({"$s": 1}, "is not declared"),
    ],
)
def test_refusals_name_the_fact_the_problem_and_the_way_out(facts, message):
    with pytest.raises(FactError) as refused:
        KB.infer(facts)
    assert message in str(refused.value)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize("facts", [None, [], "leaf", 3])
def test_facts_that_are_no_mapping(facts):
    with pytest.raises(FactError, match="must be a mapping"):
        KB.infer(facts)


def test_deeply_nested_values_are_refused_not_followed():
    value = []
    for _ in range(50_000):
        value = [value]
    with pytest.raises(FactError):
        KB.infer({"pests": value})


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["green", "mites", "none", "unknown", "yes"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(list(KB.facts)) | st.text(max_size=12), JUNK, max_size=5), st.lists(st.text(max_size=8), max_size=3))
def test_any_input_is_answered_or_refused_clearly(facts, asked):
    try:
        result = KB.infer(facts)
    except RulesCoreError as error:
        assert str(error)
        assert isinstance(next(KB.infer_many([facts])), Refusal)
        return
    record = result.to_dict()
    assert KB.infer_in_python(facts).to_dict() == next(KB.infer_many([facts])).to_dict() == record
    assert json.dumps(KB.replay(json.loads(json.dumps(record))).to_dict()) == json.dumps(record)
    KB.next_question(result)
    KB.next_question(result, asked)
    for name in KB.entries:
        for told in (KB.why(result, name), KB.why_not(result, name), KB.what_if(result, name, most=1)):
            assert str(told) and json.dumps(told.to_dict()) and mermaid(told).startswith("flowchart LR")
        assert KB.text(name, facts=result.facts)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30) | st.sampled_from([*KB.entries, *KB.sources, "level", "en-US", "de-DE"]), JUNK)
def test_any_name_or_record_is_answered_or_refused_clearly(name, junk):
    result = KB.infer({"leaf": "green"})
    calls = (
        lambda: KB.entry(name), lambda: KB.source(name), lambda: KB.text(name), lambda: KB.text("use_feed", name),
        lambda: KB.vocabulary(name),
        lambda: KB.why(result, name), lambda: KB.why_not(result, name), lambda: KB.what_if(result, name, most=1),
        lambda: KB.replay(junk), lambda: KB.replay({"pack": junk, "facts": junk}), lambda: KB.infer(junk),
        lambda: KB.replay({**result.to_dict(), "facts": junk}),
    )
    for call in calls:
        try:
            call()
        except RulesCoreError as error:
            assert str(error)


def test_a_result_of_another_pack_is_not_explained_by_this_one():
    other = KnowledgeBase.load("milia")
    result = other.infer({"age_group": "adult"})
    about = (lambda: KB.why(result, "use_feed"), lambda: KB.why_not(result, "use_feed"), lambda: KB.what_if(result, "level"))
    for call in (*about, lambda: KB.next_question(result)):
        with pytest.raises(ReplayError, match="the result was made by milia"):
            call()


def test_a_single_fact_that_is_not_to_be_asked_again_may_be_named_plainly():
    result = KB.infer({"leaf": "yellow"})
    assert KB.next_question(result).facts == ("soil",) and KB.next_question(result, "soil").facts != ("soil",)


def test_unknown_ids_name_the_nearest():
    result = KB.infer({"leaf": "green"})
    about = (lambda n: KB.why(result, n), lambda n: KB.why_not(result, n), lambda n: KB.what_if(result, n))
    for call in (KB.entry, KB.source, KB.text, *about):
        with pytest.raises(RulesCoreError, match="there is no"):
            call("is_thirstyy")


def test_order_of_facts_does_not_matter():
    facts = [("leaf", "yellow"), ("soil", "wet"), ("pests", ["mites"]), ("product", ["tomato_food"])]
    rng = random.Random(1)
    first = KB.infer(dict(facts)).to_dict()
    for _ in range(20):
        rng.shuffle(facts)
        assert KB.infer(dict(facts)).to_dict() == first


def test_the_callers_facts_are_left_alone():
    facts = {"pests": ["mites", "aphids"], "product": ["tomato_food"]}
    KB.infer(facts)
    assert facts == {"pests": ["mites", "aphids"], "product": ["tomato_food"]}
