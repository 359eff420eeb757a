"""An emergency ends by a yes to the question whether it was a false alarm, or by a plain retraction, and by nothing else said then."""

from __future__ import annotations

import random

import pytest

from rules_core import KnowledgeBase
from skill.app import Handler, create_skill
from skill.handlers.knowledge import TOPICS
from skill.remembering.fact_values import listed
from skill.remembering.session import UNDO
from skill.standing import BLEEDING
from tests.skill.reading.test_upheld import SEED, is_emergency, people
from tests.skill.talk import Talk

OTHERS = (
    "AMAZON.NoIntent", "AMAZON.RepeatIntent", "AMAZON.FallbackIntent", "AMAZON.HelpIntent", "AMAZON.NextIntent", "AMAZON.PreviousIntent",
    "UnsureIntent", "ThanksIntent", "GreetingIntent", "SmallTalkIntent", "PauseIntent", "TrustIntent", "PrivacyIntent", "SourceIntent",
    "WhyIntent", "SureIntent", "MoreIntent", *sorted(TOPICS),
)
"""What may be said to the question that is no yes to it and takes nothing back."""
STOPPED = "it stopped"
VAGUE = (
    "actually it is all right now", "hang on", "no", "no it was not", "not really", "he is a bit better", "i don't know", "oh well", "phew",
    "what do you mean", "yes but he still looks ill", STOPPED, "nothing like that", "he's asleep now", "i just panicked",
)


@pytest.fixture(scope="module")
def handler(milia: KnowledgeBase) -> Handler:
    return create_skill(milia)


def asked(handler: Handler, kb: KnowledgeBase, subject: str, facts: dict[str, object]) -> Talk:
    """A talk in which it was just asked whether all that was told of somebody was a false alarm."""
    talk = Talk(handler, kb)
    told = [[subject, name, str(value)] for name, values in facts.items() if kb.facts[name].type != "int"
            for value in (values if isinstance(values, list) else [values]) if value not in ("unknown", "none", "no")]
    talk.attributes = {"v": 1, "subject": subject, "facts": {subject: dict(facts)}, "told": told, "offer": {"kind": UNDO.kind, "facts": {}}}
    return talk


@pytest.mark.slow
def test_nothing_but_a_yes_ends_an_emergency(handler: Handler, milia: KnowledgeBase) -> None:
    dice, ended = random.Random(SEED), []
    for name, subject, facts in people(milia):
        for intent in dice.sample(OTHERS, 4):
            talk = asked(handler, milia, subject, facts)
            talk(intent)
            ended += [] if is_emergency(milia, talk.facts(subject)) else [(name, intent)]
        for words in dice.sample(VAGUE, 4):
            talk = asked(handler, milia, subject, facts)
            talk("TalkIntent", words=words)
            over = words == STOPPED and BLEEDING[1] in listed(facts.get(BLEEDING[0]))  # what was to be pressed until it stops has stopped
            ended += [] if over or is_emergency(milia, talk.facts(subject)) else [(name, words)]
    assert not ended, ended[:8]


def test_a_yes_takes_back_what_was_told_and_says_what_to_do_if_it_is_so(handler: Handler, milia: KnowledgeBase) -> None:
    talk = asked(handler, milia, "baby", {"who": "baby", "unwell": ["fever", "unknown"]})
    assert "If it is so after all" in talk("AMAZON.YesIntent")
    assert not is_emergency(milia, talk.facts("baby"))


@pytest.mark.parametrize("before", [("PrivacyIntent",), ("TrustIntent",), ("AMAZON.FallbackIntent",), ("AMAZON.NoIntent",)])
def test_a_yes_to_another_question_takes_nothing_back(handler: Handler, milia: KnowledgeBase, before: tuple[str, ...]) -> None:
    talk = asked(handler, milia, "baby", {"who": "baby", "unwell": ["fever", "unknown"]})
    for intent in (*before, "AMAZON.YesIntent"):
        talk(intent)
    assert is_emergency(milia, talk.facts("baby"))


@pytest.mark.parametrize("words", ["actually it was nothing", "false alarm i panicked", "hang on i panicked"])
def test_despair_is_never_asked_back(handler: Handler, milia: KnowledgeBase, words: str) -> None:
    talk = Talk(handler, milia)
    told = ["self", "danger_signs", "self_harm"]
    talk.attributes = {"v": 1, "facts": {"self": {"danger_signs": ["self_harm", "unknown"]}}, "told": [told]}
    assert "false alarm" not in talk("TalkIntent", words=words)
    assert is_emergency(milia, talk.facts("self"))
