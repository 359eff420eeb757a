"""Every question of the pack is good English, whomever it is about: the speaker, a baby, somebody called by a word, somebody unknown."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from rules_core import KnowledgeBase, Question
from skill.language import language
from skill.presentation.asking import worded
from skill.presentation.voice import Voice

PEOPLE = {
    "self": "", "baby": "your baby", "other": "the person", "husband": "your husband", "daughter": "your daughter",
}
SPEAKERS_OWN = ("wants", "who", "considering")
"""Questions for the speaker, whoever is talked about: what they want or plan, and whom it is about."""
_SINGULAR = "|".join(re.escape(whom) for whom in PEOPLE.values() if whom)
FAULTS = (
    rf"\b(?:do|are|have|were) (?:{_SINGULAR}|anybody|somebody|anyone|someone)\b", r"\b(?:does|is|has|was) (?:you|they|we)\b",
    r"\byou or (?:your|the) baby\b", r"\bdo anybody\b", r"\b(\w+) \1\b", r"\{", r"\ba [aeiou]\w+\b(?<!\ba one)",
)


def questions(kb: KnowledgeBase) -> dict[str, Question]:
    """Every fact's own question, every screen, and of each description what any part of it leaves open."""
    asks = {spec.id: Question((spec.id,), spec.ask, spec.because, ()) for spec in kb.facts.values() if spec.ask}
    for screen in kb.screens:
        sizes = range(2, len(screen.facts) + 1) if not screen.denies else (len(screen.facts),)
        for size in sizes:
            for facts in combinations(screen.facts, size):
                asks[f"{screen.id}: {' '.join(facts)}"] = Question(facts, screen.ask, screen.because, (), screen.id)
    return asks


@pytest.mark.parametrize("person", PEOPLE)
def test_each_question_is_grammatical_about_everybody(milia: KnowledgeBase, person: str) -> None:
    whom = PEOPLE[person]
    for name, question in questions(milia).items():
        ask = worded(milia, question, Voice(language(), {}, whom)).ask
        assert ask.endswith("?") and ask[0].isupper(), (name, ask)
        found = [fault for fault in FAULTS if re.search(fault, ask, re.IGNORECASE)]
        assert not found, (name, ask, found)


@pytest.mark.parametrize("person", [one for one in PEOPLE if one != "self"])
def test_a_question_about_somebody_else_never_says_you(milia: KnowledgeBase, person: str) -> None:
    whom = PEOPLE[person]
    for name, question in questions(milia).items():
        if name in SPEAKERS_OWN:
            continue
        ask = worded(milia, question, Voice(language(), {}, whom)).ask.replace(whom, "")
        assert not re.search(r"\b(?:you|your|yours)\b", ask, re.IGNORECASE), (name, ask)


def test_a_question_about_the_speaker_stands_as_it_is(milia: KnowledgeBase) -> None:
    for spec in milia.facts.values():
        assert Voice(language(), {}).asks(spec.ask) == spec.ask


def test_every_part_of_a_description_can_be_asked_for(milia: KnowledgeBase) -> None:
    for screen in milia.screens:
        if not screen.denies:
            assert Voice(language(), {}).rest(screen.facts), screen.id
