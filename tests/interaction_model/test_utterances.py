"""The files of natural sentences are what the head comments say, so that what is measured with it means something."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from interaction_model.build import source_path
from interaction_model.source import read_source
from interaction_model.wording import SEARCH_QUERY, normalise
from rules_core import KnowledgeBase
from tests.interaction_model.sayings import Sayings

FILES = sorted((Path(__file__).parents[1] / "utterances").glob("en-US*.yaml"))
UTTERANCES: list[dict[str, Any]] = [
    entry for path in FILES for entry in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))["utterances"]]
LEVELS = {"doctor_soon", "same_day", "emergency"}
SOURCE = read_source(source_path("en-US"))
INTENTS = {intent.name for intent in SOURCE.intents}
FREE_WORDS = {intent.name for intent in SOURCE.intents if SEARCH_QUERY in intent.slots.values()}


def test_there_are_many_and_many_of_them_are_red_flags() -> None:
    assert len(UTTERANCES) >= 660
    assert sum(bool(u.get("red_flag")) for u in UTTERANCES) >= 160
    assert sum(bool(u.get("quiet")) for u in UTTERANCES) >= 60
    assert [say for say, n in Counter(normalise(u["say"]) for u in UTTERANCES).items() if n > 1] == []


def test_every_intent_is_spoken_for() -> None:
    count = Counter(u["intent"] for u in UTTERANCES)
    # Free words are what is left when no sample fits: hardly a sentence is theirs alone.
    assert INTENTS - FREE_WORDS - {"AMAZON.NavigateHomeIntent"} <= count.keys()
    assert all(n >= 5 for name, n in count.items() if not name.startswith("AMAZON."))


def test_they_have_only_known_keys_and_intents() -> None:
    for utterance in UTTERANCES:
        assert utterance.keys() <= {"say", "intent", "also", "ids", "red_flag", "quiet", "level"}, utterance
        assert {utterance["intent"], *utterance.get("also", ())} <= INTENTS, utterance


def test_a_level_belongs_to_a_red_flag() -> None:
    assert [u["say"] for u in UTTERANCES if "level" in u and not (u.get("red_flag") and u["level"] in LEVELS)] == []
    assert [u["say"] for u in UTTERANCES if u.get("quiet") and u.get("red_flag")] == []


def test_every_id_is_a_word_of_the_pack() -> None:
    known = {term.id for slot_type in KnowledgeBase.load("milia").vocabulary() for term in slot_type.terms}
    assert {i for u in UTTERANCES for i in u.get("ids", ())} - known == set()


@pytest.mark.parametrize("say", [u["say"] for u in UTTERANCES])
def test_no_sample_says_it(sayings: Sayings, say: str) -> None:
    assert sayings.intents(say) == []
