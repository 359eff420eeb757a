"""One spoken answer: what is always said, what gives way, and in which order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rules_core import KnowledgeBase
from skill.language import language
from skill.presentation.answer import Answer
from skill.presentation.card import make_card
from skill.presentation.composer import Composer
from skill.presentation.limits import CARD_CHARACTERS, SPEECH_CHARACTERS, WORDS_A_TURN
from skill.presentation.speech import Pronunciation, ssml
from skill.presentation.voice import Voice
from tests.skill.conftest import PACK

LONG = "This condition has eleven words and nobody may leave it out"


def pack(folder: Path, verdict: str, conditions: int, extra: str = "") -> KnowledgeBase:
    """A pack of one verdict with so many conditions of 33 words each."""
    evidence = "evidence: [{source: A1, grade: review}]"
    lines = [f"- {{id: {verdict}, kind: treatment, role: verdict, say: The verdict stands., because: It has a reason., {evidence}}}"]
    for number in range(conditions):
        say = f"Condition {number}. {LONG}. {LONG}. {LONG}."
        lines.append(f"- {{id: explain_{number}, kind: advice, role: condition, say: '{say}', evidence: [{{source: A1, grade: review}}]}}")
    lines.append("- {id: explain_net, kind: advice, role: safety_net, say: The net., evidence: [{source: A1, grade: review}]}")
    ids = ", ".join([verdict, "explain_net", *(f"explain_{number}" for number in range(conditions))])
    text = (PACK / "pack.yaml").read_text().replace("kinds: [treatment]}", "kinds: [treatment]}", 1)
    (folder / "pack.yaml").write_text(text)
    (folder / "vocabulary.yaml").write_text((PACK / "vocabulary.yaml").read_text())
    levels = "\n".join(
        f"- {{id: level_{name}, kind: level, role: silent, evidence: [{{source: A1, grade: project}}]}}"
        for name in ("self_care", "routine", "doctor_soon", "same_day", "emergency")
    )
    rules = f"- {{id: all, when: {{topic: product}}, then: {{conclude: [{ids}]}}}}\n{extra}"
    (folder / "rules.yaml").write_text("conclusions:\n" + "\n".join(lines) + "\n" + levels + "\nrules:\n" + rules)
    return KnowledgeBase.load(folder)


def voice() -> Voice:
    return Voice(language(), {})


def answer(kb: KnowledgeBase, **facts: object) -> Answer:
    made = Composer(kb).answer(kb.infer({"topic": "product", **facts}), voice())
    assert made
    return made


def all_turns(kb: KnowledgeBase, first: Answer, **facts: object) -> list[Answer]:
    """The answer and every "go on" after it."""
    turns = [first]
    while turns[-1].more:
        following = Composer(kb).more(turns[-1].more, {"topic": "product", **facts}, voice())
        assert following
        turns.append(following)
    return turns


def positions(turns: Iterable[Answer], *texts: str) -> list[int]:
    spoken = " ".join(turn.speech for turn in turns)
    return [spoken.index(text) for text in texts]


def test_verdict_reason_condition_net_question(tmp_path: Path) -> None:
    said = answer(pack(tmp_path, "use_it", 1)).speech
    order = ["The verdict stands.", "It has a reason.", "Condition 0.", "The net.", "general information"]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)


def test_the_reason_gives_way_to_conditions(tmp_path: Path) -> None:
    made = answer(pack(tmp_path, "use_it", 2))
    assert "Condition 0." in made.speech
    assert "Condition 1." in made.speech
    assert made.more


@pytest.mark.parametrize("conditions", [3, 4, 5])
def test_conditions_that_do_not_fit_come_before_the_permission(tmp_path: Path, conditions: int) -> None:
    kb = pack(tmp_path, "use_it", conditions)
    turns = all_turns(kb, answer(kb))
    assert all(turn.words <= WORDS_A_TURN for turn in turns)
    assert "The verdict stands." not in turns[0].speech
    order = positions(turns, *(f"Condition {number}. {LONG}. {LONG}. {LONG}." for number in range(conditions)), "The verdict stands.")
    assert order == sorted(order)


def test_a_one_shot_permission_with_many_conditions_stays_open(tmp_path: Path) -> None:
    kb = pack(tmp_path, "use_it", 4)
    made = Composer(kb).answer(kb.infer({"topic": "product"}), voice())
    assert made
    assert made.question


def test_a_refusal_comes_before_its_conditions(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    kb = pack(folder, "avoid_it", 4)
    turns = all_turns(kb, answer(kb))
    assert "The verdict stands." in turns[0].speech
    positions(turns, *(f"Condition {number}." for number in range(4)))


def test_a_held_verdict_asks_instead_of_reading_out_all_conditions(tmp_path: Path) -> None:
    veto = "- {id: no, when: {pregnancy: pregnant}, then: {veto: use_it}}"
    kb = pack(tmp_path, "use_it", 4, veto)
    made = answer(kb)
    assert made.question
    assert made.question.asking == ("pregnancy",)
    assert "The verdict stands." not in made.speech
    assert made.words <= WORDS_A_TURN


def test_an_opening_counts_too(kb: KnowledgeBase) -> None:
    result = kb.infer({"topic": "what_are_milia"})
    made = Composer(kb).answer(result, voice(), opening=[LONG] * 5)
    assert made
    assert made.words <= WORDS_A_TURN


def test_nothing_to_say_is_none(kb: KnowledgeBase) -> None:
    assert Composer(kb).answer(kb.infer({}), voice()) is None
    assert Composer(kb).answer(kb.infer({"age_group": "adult"}), voice()) is None
    assert Composer(kb).more((), {}, voice()) is None


def test_speech_is_escaped_and_hard_words_are_spelled_out() -> None:
    assert ssml('a < b & "c"', Pronunciation({})) == 'a &lt; b &amp; "c"'
    assert ssml("Milia, familia", Pronunciation({"milia": "ˈmɪliə"})) == '<phoneme alphabet="ipa" ph="ˈmɪliə">Milia</phoneme>, familia'
    assert ssml("a\x00\ud800b", Pronunciation({})) == "ab"


@pytest.mark.parametrize("text", ["milia " * 150, "milia " * 1300, "& " * 9000, "x" * 20_000])
def test_speech_has_a_limit(text: str) -> None:
    assert len(f"<speak>{ssml(text, Pronunciation({'milia': 'ˈmɪliə'}))}</speak>") <= SPEECH_CHARACTERS


def test_a_card_drops_whole_paragraphs() -> None:
    card = make_card(voice(), ["first", "x" * 7900, "last"])
    assert len(card.title) + len(card.text) <= CARD_CHARACTERS
    assert card.text.startswith("first")
    assert "x" not in card.text
    assert "not medical advice" in card.text


def test_variants_take_turns() -> None:
    counts: dict[str, int] = {}
    said = [Voice(language(), counts)("ask_open") for _ in range(7)]
    assert all(one != other for one, other in itertools.pairwise(said))


OFTEN = (
    "ack", "ack_plain", "ack_denied", "ask_open", "ask_open_reprompt", "ask_more", "disclaimer_short", "lost_1", "lost_asking_1",
    "lost_flag", "unsure", "no_offer", "goodbye", "thanks", "small_talk", "more_nothing", "check_reprompt", "check_rest",
    "check_yes_screen", "check_skip", "check_back",
)


@pytest.mark.parametrize("key", OFTEN)
def test_what_is_said_often_is_said_in_three_ways_and_never_twice_running(key: str) -> None:
    ways = language().said[key]
    assert len(set(ways)) == len(ways) >= 3
    counts: dict[str, int] = {}
    voice = Voice(language(), counts)
    said = [voice(key, facts="a", ask="b", person="c", step="d") for _ in range(2 * len(ways) + 1)]
    assert all(one != other for one, other in itertools.pairwise(said))


def test_every_hard_word_is_said_somewhere_and_marked_there(milia: KnowledgeBase) -> None:
    """None is listed that nobody hears; each is marked as a whole word in any case, and the mark is well formed."""
    sounds = language().said["pronounce"]
    texts = [milia.text(one) for one in milia.entries]
    heard = " ".join(part for text in texts for part in (text.say, text.because, text.hold, *text.more))
    heard += " ".join(milia.name(spec.id, value) for spec in milia.facts.values() for value in spec.values)
    heard += " ".join(str(ways) for key, ways in language().said.items() if key != "pronounce")
    for word, sound in sounds.items():
        assert re.search(rf"(?<![a-z]){word}(?![a-z])", heard, re.IGNORECASE), word
        marked = ElementTree.fromstring(f"<speak>{ssml(f'The {word.title()} & more', Pronunciation(sounds))}</speak>")
        (phoneme,) = marked.findall("phoneme")
        assert phoneme.attrib == {"alphabet": "ipa", "ph": sound}
        assert phoneme.text == word.title()
