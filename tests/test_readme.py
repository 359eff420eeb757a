"""The README is true: its transcript is replayed word for word, and its example code runs."""

import re
from pathlib import Path

import pytest

from simulator.composition import compose

README = Path("README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def composition():
    return compose()


def transcripts():
    blocks = re.findall(r"<!-- transcript -->\n```text\n(.*?)```", README, re.DOTALL)
    return [re.findall(r"^(You|Guide):\s+(.*)$", block, re.MULTILINE) for block in blocks]


def test_there_is_a_transcript_on_the_first_screen():
    assert transcripts() and README.index("<!-- transcript -->") < 1500


@pytest.mark.parametrize("turns", transcripts())
def test_transcript_is_what_the_skill_says(composition, turns):
    client = composition.client()
    answers = [client.say(text).speech for speaker, text in turns if speaker == "You"]
    assert answers == [text for speaker, text in turns if speaker == "Guide"]


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_python_examples_run(code, capsys):
    exec(compile(code, "README.md", "exec"), {})
    assert "avoid_retinoid stands" in capsys.readouterr().out


def test_first_screen_shows_both_commands_the_diagram_and_the_disclaimer():
    first = "\n".join(README.splitlines()[:45])
    for piece in ("make run", "make test", "Not medical advice", "skill/reading/", "You:"):
        assert piece in first
