"""Two intents that claim one sentence are found, slots filled in, with the sentence."""

from __future__ import annotations

from typing import Any

import pytest

from interaction_model.conflicts import conflicts


def model(one: str, other: str, **types: list[str]) -> dict[str, Any]:
    """Two intents with one sample each; every slot has the type of its own name in capitals."""
    kinds = [{"name": name.lower(), "type": name} for name in types]
    return {
        "intents": [
            {"name": "OneIntent", "slots": kinds, "samples": [one]},
            {"name": "OtherIntent", "slots": kinds, "samples": [other]},
        ],
        "types": [
            {"name": name, "values": [{"id": s, "name": {"value": s}} for s in surfaces]} for name, surfaces in types.items()
        ],
    }


TYPES = {
    "ACID": ["lactic acid", "acid", "salicylic"],
    "CARE": ["peel", "acid peel", "laser"],
    "STEP": ["washing", "acid peel", "peel"],
}


@pytest.mark.parametrize(("one", "other", "sentences"), [
    ("what is it", "what's it", {"what is it"}),
    ("is {care} safe", "is {step} safe", {"is peel safe", "is acid peel safe"}),
    ("use {acid} peel", "use {care}", {"use acid peel"}),
    ("my {care}'s edge", "my {step}'s edge", {"my peel 's edge", "my acid peel 's edge"}),
    ("use {acid} {care}", "use {step} now", set()),
    ("use acid {care} laser", "use {care} {step}", set()),
    ("use {acid} laser", "use lactic {care}", set()),
])
def test_a_shared_sentence_is_found(one: str, other: str, sentences: set[str]) -> None:
    found = list(conflicts(model(one, other, **TYPES)))
    assert {c.sentence for c in found} <= sentences
    assert bool(found) == bool(sentences)
    assert all("OneIntent" in str(c) and "OtherIntent" in str(c) for c in found)


@pytest.mark.parametrize(("one", "other"), [
    ("is {acid} safe", "is {care} safe"),
    ("is {acid} safe", "is {acid} good"),
    ("use {acid}", "use {acid} now"),
    ("lactic", "{acid}"),
    ("{acid} {care}", "{acid} {acid}"),
    ("tell me {words}", "tell me {acid}"),
])
def test_sentences_that_differ_are_no_conflict(one: str, other: str) -> None:
    assert list(conflicts(model(one, other, **TYPES))) == []


@pytest.mark.parametrize(("one", "other"), [
    ("can i use lactic acid", "can i use {acid}"),
    ("is lactic acid {care}", "is {acid} {care}"),
    ("{care}", "acid peel"),
    ("{care}", "{step}"),
    ("{care} and {acid}", "{step} and {acid}"),
])
def test_the_plainly_more_literal_sample_wins_and_so_is_no_conflict(one: str, other: str) -> None:
    assert list(conflicts(model(one, other, **TYPES))) == []
    assert list(conflicts(model(other, one, **TYPES))) == []


def test_one_intent_may_say_a_thing_twice() -> None:
    double = model("is {care} safe", "never", **TYPES)
    double["intents"][0]["samples"].append("is {step} safe")
    assert list(conflicts(double)) == []


def test_free_words_catch_what_no_sample_says_and_so_conflict_with_none() -> None:
    free = model("i have {acid}", "i have {words}", **TYPES)
    free["intents"][1]["slots"] = [{"name": "words", "type": "AMAZON.SearchQuery"}]
    assert list(conflicts(free)) == []
