"""The authored word lists of the paraphrase layer."""
from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

import simulator.nlu
from simulator.composition import MODEL_PATH
from simulator.nlu import load_model
from simulator.nlu.templates import known_slots
from simulator.nlu.text import normal_words

LISTS = Path(simulator.nlu.__file__).parent
UTTERANCES = sorted((Path(__file__).parent.parent / "utterances").glob("*.yaml"))


def lines(name: str) -> list[str]:
    return [line for line in (LISTS / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def sentences_of_the_test_files() -> set[tuple[str, ...]]:
    return {normal_words(entry["say"]) for path in UTTERANCES for entry in YAML(typ="safe").load(path.read_text("utf-8"))["utterances"]}


@pytest.mark.parametrize("name", ["paraphrases.txt", "negatives.txt"])
def test_no_line_is_a_sentence_of_the_test_file(name: str) -> None:
    said = {normal_words(line.partition(":")[2] or line) for line in lines(name)}
    assert said.isdisjoint(sentences_of_the_test_files())


@pytest.mark.parametrize("name", ["paraphrases.txt", "negatives.txt"])
def test_no_line_stands_twice(name: str) -> None:
    said = [normal_words(line.partition(":")[2] or line) for line in lines(name)]
    assert [words for words in set(said) if said.count(words) > 1] == []


def test_every_paraphrase_names_an_intent_and_its_slots() -> None:
    model = load_model(MODEL_PATH)
    wrong = [line for line in lines("paraphrases.txt")
             if (name := line.partition(":")[0]) not in model.intents or not known_slots(model.intents[name], line)]
    assert wrong == []


def test_no_phrase_is_rewritten_twice() -> None:
    phrases = [normal_words(phrase) for line in lines("rewrites.txt") for phrase in line.partition("=")[2].split(",")]
    assert [phrase for phrase in set(phrases) if phrases.count(phrase) > 1] == []
