"""When a veto holds, is ruled out, or still waits: also where it rests on the level."""

from pathlib import Path

import pytest

from rules_core import KnowledgeBase
from rules_core.authoring.authored import join
from rules_core.authoring.link import compile_pack
from rules_core.authoring.yaml_source import Document


@pytest.fixture(scope="module")
def kb():
    """A treatment that is vetoed by a conclusion which itself holds below the highest level only."""
    data = {
        "pack": {"id": "vetoes", "version": "1.0.0", "language": "en-US", "title": "Vetoes"},
        "levels": ["low", "high"],
        "strata": [{"id": "levels", "kinds": ["level"]}, {"id": "states", "kinds": ["state"]},
                   {"id": "judged", "kinds": ["judged"]}, {"id": "remedies", "kinds": ["remedy"]}],
        "decision": {"level": True, "kinds": ["remedy"]},
        "facts": [{"id": name, "type": "yes_no", "ask": f"{name}?"} for name in ("grave", "frail", "wants")],
        "conclusions": [
            {"id": "level_low", "kind": "level"}, {"id": "level_high", "kind": "level"},
            {"id": "too_frail", "kind": "state"}, {"id": "unfit", "kind": "judged"},
            {"id": "use_it", "kind": "remedy"}, {"id": "use_more", "kind": "remedy"},
        ],
        "rules": [
            {"id": "always_low", "when": "always", "then": {"level": "low"}},
            {"id": "grave_is_high", "when": {"grave": "yes"}, "then": {"level": "high"}},
            {"id": "frail_at_home", "when": {"frail": "yes", "level": {"lt": "high"}}, "then": {"conclude": "too_frail"}},
            {"id": "frail_is_unfit", "when": {"concluded": "too_frail"}, "then": {"conclude": "unfit"}},
            {"id": "wanted", "when": {"wants": "yes"}, "then": {"conclude": ["use_it", "use_more"]}},
            {"id": "not_when_frail", "when": {"concluded": "too_frail"}, "then": {"veto": "use_it"}},
            {"id": "not_when_unfit", "when": {"concluded": "unfit"}, "then": {"veto": "use_more"}},
        ],
    }
    return KnowledgeBase(compile_pack(join(Path("vetoes"), [Document("vetoes.yaml", data, {})])))


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"wants": "yes", "frail": "yes"}, "vetoed"),
        ({"wants": "yes", "frail": "no"}, "concluded"),
        ({"wants": "yes"}, "withheld"),
        ({"wants": "yes", "frail": "unknown"}, "withheld"),
        ({"wants": "yes", "grave": "yes"}, "concluded"),  # the level reached leaves the veto no way to hold
        ({"wants": "yes", "grave": "yes", "frail": "yes"}, "concluded"),
        ({"wants": "no"}, ""),
    ],
)
def test_state_of_a_vetoed_conclusion(kb, facts, state):
    for result in (kb.infer(facts), kb.infer_in_python(facts)):
        assert (result.state("use_it"), result.state("use_more")) == (state, state)


def test_what_a_veto_waits_for_is_named(kb):
    held = kb.infer({"wants": "yes"}).withheld
    assert [(one.conclusion.id, one.rules, one.facts) for one in held] == [
        ("use_it", ("not_when_frail",), ("frail",)), ("use_more", ("not_when_unfit",), ("frail",)),
    ]


def test_why_not_and_the_next_question_follow_it_down(kb):
    result = kb.infer({"wants": "yes", "grave": "no"})
    assert "held back by not_when_frail until known: frail" in str(kb.why_not(result, "use_it"))
    assert kb.next_question(result).facts == ("frail",)


@pytest.fixture(scope="module")
def scored():
    """A remedy that is vetoed from three points of danger on; danger also comes from points of weakness."""
    data = {
        "pack": {"id": "scored", "version": "1.0.0", "language": "en-US", "title": "Scored"},
        "levels": ["low"],
        "strata": [{"id": "levels", "kinds": ["level"]}, {"id": "more", "kinds": ["state"]}, {"id": "last", "kinds": ["remedy"]}],
        "facts": [{"id": name, "type": "yes_no", "ask": f"{name}?"} for name in ("old", "ill", "tired", "hot", "wants")],
        "conclusions": [{"id": "level_low", "kind": "level"}, {"id": "seen", "kind": "state"}, {"id": "use_it", "kind": "remedy"}],
        "rules": [
            {"id": "always_low", "when": "always", "then": {"level": "low"}},
            {"id": "old_is_weak", "when": {"old": "yes"}, "then": {"score": {"weakness": 2}}},
            {"id": "tired_is_weak", "when": {"tired": "yes"}, "then": {"score": {"weakness": 1}}},
            {"id": "weak_is_danger", "when": {"score": {"weakness": {"gte": 2}}}, "then": {"score": {"danger": 2}}},
            {"id": "ill_is_danger", "when": {"ill": "yes"}, "then": {"score": {"danger": 1}}},
            {"id": "hot_is_safer", "when": {"hot": "yes"}, "then": {"score": {"danger": -1}}},
            {"id": "wanted", "when": {"wants": "yes"}, "then": {"conclude": "use_it"}},
            {"id": "too_dangerous", "when": {"score": {"danger": {"gte": 3}}}, "then": {"veto": "use_it"}},
        ],
    }
    return KnowledgeBase(compile_pack(join(Path("scored"), [Document("scored.yaml", data, {})])))


@pytest.mark.parametrize(
    ("facts", "state", "waits_for"),
    [
        ({"old": "yes", "ill": "yes", "hot": "no"}, "vetoed", ()),
        ({"old": "yes", "ill": "yes", "hot": "yes"}, "concluded", ()),
        ({"old": "yes", "ill": "unknown", "hot": "no"}, "withheld", ()),
        ({"old": "unknown", "ill": "yes", "hot": "no"}, "withheld", ("tired",)),  # two points below the veto's own score
        ({"old": "unknown", "ill": "unknown", "tired": "unknown", "hot": "unknown"}, "withheld", ()),
        ({"old": "unknown", "ill": "no"}, "concluded", ()),  # even the worst stays below three points
        ({"old": "no", "ill": "yes", "tired": "unknown"}, "concluded", ()),
        ({"ill": "yes", "hot": "no"}, "withheld", ("old", "tired")),
        ({"ill": "unknown", "hot": "no"}, "withheld", ("old", "tired")),  # a no to `old` would end the doubt
    ],
)
def test_a_veto_on_a_score_waits_for_what_could_push_it_over(scored, facts, state, waits_for):
    for result in (scored.infer({**facts, "wants": "yes"}), scored.infer_in_python({**facts, "wants": "yes"})):
        assert result.state("use_it") == state
        assert [one.facts for one in result.withheld] == ([waits_for] if state == "withheld" else [])
