"""The authored file is read as its head comment says, and a slip in it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from interaction_model.source import SourceError, expand, read_source


@pytest.mark.parametrize(("line", "samples"), [
    ("what are milia", ["what are milia"]),
    ("(can|may) i {action}", ["can i {action}", "may i {action}"]),
    ("tell me [please] more", ["tell me please more", "tell me more"]),
    ("[a|an] {thing}", ["a {thing}", "an {thing}", "{thing}"]),
    ("(a|b) (c|d)", ["a c", "a d", "b c", "b d"]),
    ("my {who}'s (skin|nose)", ["my {who}'s skin", "my {who}'s nose"]),
])
def test_a_line_stands_for_all_its_choices(line: str, samples: list[str]) -> None:
    assert list(expand(line)) == samples


def test_remarks_and_empty_lines_are_no_samples_and_repeats_count_once(tea_path: Path) -> None:
    brew, note, help_intent, *_ = read_source(tea_path).intents
    assert brew.samples()[0] == "brew {tea}"
    assert not any("#" in sample for sample in brew.samples())
    assert len(brew.samples()) == len(set(brew.samples())) == 21
    assert note.slots == {"words": "AMAZON.SearchQuery"}
    assert help_intent.samples() == ("what can i drink",)


def test_what_may_be_asked_for_is_read_with_prompts_and_answers(tea_path: Path) -> None:
    (elicitation,) = read_source(tea_path).elicitations
    assert (elicitation.intent, elicitation.slot) == ("BrewIntent", "tea")
    assert elicitation.prompts == ("Which tea would you like?",)
    assert elicitation.answers == ("{tea}", "some {tea}")


@pytest.mark.parametrize(("text", "message"), [
    ("invocation: a b\nintents: {A: {samples: '(open|shut'}}\n", r"A: unbalanced or nested choice in '\(open\|shut'"),
    ("invocation: a b\nintents: {A: {samples: 'this ((a|b)|c)'}}\n", "A: unbalanced or nested choice"),
    ("invocation: a b\nintents: {A: {sample: hello}}\n", "A: unknown key sample"),
    ("invocation: a b\n", "expected the keys"),
    ("just words\n", "expected the keys"),
    ("invocation: a b\nintents: [A]\n", "expected the keys"),
    ("invocation: a b\nintents: {A: [b]}\n", "A: an intent is a mapping"),
    ("invocation: [a\n", "not readable YAML"),
    ("invocation: a b\nintents: {A: }\nelicit: {A: {slot: {prompts: [x]}}}\n", "elicit: A.slot: prompts and answers"),
])
def test_a_slip_in_the_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "en-US.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        read_source(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"en-XX\.yaml: cannot be read"):
        read_source(tmp_path / "en-XX.yaml")


def test_what_settles_shared_words_is_read(tmp_path: Path) -> None:
    path = tmp_path / "en-US.yaml"
    path.write_text('invocation: a b\nintents: {A: }\nleaves: {POT: ["{TEA}"]}\nsame_meaning: [[A, B]]\n', encoding="utf-8")
    source = read_source(path)
    assert source.leaves == {"POT": ("{TEA}",)}
    assert source.same_meaning == {frozenset(("A", "B"))}
