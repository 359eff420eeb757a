"""How the skill is put together: what it imports, what stands where, and that it is the same from any thread."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import skill
from rules_core import KnowledgeBase
from skill.app import HANDLERS, Handler, create_skill
from skill.handlers import ends, lost, offers, urgent
from skill.handlers.skin_check import CheckAnswer
from skill.language import language
from tests.skill.talk import Talk, envelope, plain

ROOT = Path(skill.__file__).parent
REQUESTS = Path(__file__).parents[1] / "requests"
RECORDED = sorted(REQUESTS.glob("*.json"))


def test_danger_is_asked_first_and_the_unexpected_last() -> None:
    assert HANDLERS[:4] == (offers.CanFulfill, ends.Silent, urgent.RedFlag, urgent.Emergency)
    assert HANDLERS[-2:] == (lost.Lost, ends.Unexpected)


def test_no_intent_has_two_handlers() -> None:
    """Outside the skin check, whose answers are its own; what is said once more is a statement where it takes nothing back."""
    intents = [intent for handler in HANDLERS if handler is not CheckAnswer for intent in getattr(handler, "intents", ())]
    intents.remove("SaidTalkIntent")
    assert len(intents) == len(set(intents))


def test_neither_network_nor_cloud_libraries_are_imported() -> None:
    code = "import sys, skill.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent).stdout.split()
    assert not {"boto3", "requests", "ask_sdk_core.api_client", "flask", "ruamel", "ruamel.yaml", "yaml", "jsonschema"} & set(loaded)


@pytest.mark.parametrize("path", sorted((ROOT / "handlers").glob("*.py")), ids=lambda path: path.name)
def test_handlers_hold_no_sentences(path: Path) -> None:
    tree = ast.parse(path.read_text())
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) and isinstance(node.body[0], ast.Expr)
    }
    docs |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    asserts = {id(node.msg) for node in ast.walk(tree) if isinstance(node, ast.Assert)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs | asserts
    ]
    assert not [text for text in texts if " " in text.strip()]


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 200
    longest = 20 if path.parent.name == "handlers" else 32
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < longest, f"{path.name}:{node.name}"


def test_the_same_request_gets_the_same_answer_from_any_thread(kb: KnowledgeBase) -> None:
    handler = create_skill(kb)
    events = [json.loads(path.read_text()) for path in RECORDED] * 4
    alone = [handler(event, None) for event in events]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda event: handler(event, None), events)) == alone


def test_a_request_is_not_changed(kb: KnowledgeBase) -> None:
    handler = create_skill(kb)
    for path in RECORDED:
        event = json.loads(path.read_text())
        handler(event, None)
        assert event == json.loads(path.read_text())


@pytest.fixture(scope="module")
def handler(kb: KnowledgeBase) -> Handler:
    return create_skill(kb)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recorded_requests_get_the_recorded_answers(handler: Handler, path: Path) -> None:
    response = handler(json.loads(path.read_text()), None)
    response.pop("userAgent", None)
    assert response == json.loads((REQUESTS / "responses" / path.name).read_text())


def test_the_observer_sees_each_inference_and_nothing_else_leaves(kb: KnowledgeBase) -> None:
    seen: list[Any] = []
    talk = Talk(create_skill(kb, observer=seen.append), kb)
    talk.launch()
    assert seen == []
    talk("ProductIntent", ingredient="retinol", circumstance="pregnant")
    assert set(seen[0]) == {"level", "facts", "conclusions", "vetoed", "withheld", "trace", "asked"}
    assert seen[0]["vetoed"] == [{"conclusion": "use_retinoid", "rules": ["retinoid_in_pregnancy"]}]
    assert seen[0]["asked"] is None
    assert set(talk.response) == {"outputSpeech", "card", "reprompt", "shouldEndSession"}
    json.dumps(seen)
    talk("AMAZON.HelpIntent")
    assert len(seen) == 1


class TestSentences:
    """The skill's own sentences."""

    SAID = language().said

    def texts(self) -> list[str]:
        return [
            text for entry in self.SAID.values() if not isinstance(entry, dict) for text in (entry if isinstance(entry, list) else [entry])
        ]

    def test_every_key_is_used_and_every_used_key_is_there(self) -> None:
        code = "\n".join(path.read_text() for path in ROOT.rglob("*.py"))
        used = set(re.findall(r'voice\(\s*"(\w+)"', code)) | set(re.findall(r'voice\("(\w+)" if', code))
        assert used <= set(self.SAID)
        names = {
            re.sub(r"_(self|baby|child|other|first|next|[123]|guideline|label|review|textbook|case|expert|consumer|project)$", "", key)
            for key in self.SAID
        }
        assert not [name for name in names if name not in code and not name.endswith(("unclear", "unclear_reprompt"))]

    def test_sentences_are_short(self) -> None:
        for text in self.texts():
            for sentence in re.split(r"(?<=[.?!])\s", text):
                assert len(sentence.split()) <= 27, sentence

    def test_suggested_phrases_are_in_the_interaction_model(self) -> None:
        model = ROOT.parent / "interaction_model/skill-package/interactionModels/custom/en-US.json"
        intents = json.loads(model.read_text())["interactionModel"]["languageModel"]["intents"]
        types = {kind["name"]: kind["values"] for kind in json.loads(model.read_text())["interactionModel"]["languageModel"]["types"]}
        samples = {sample for intent in intents for sample in expanded(intent, types)}
        built_in = {"stop"}
        for phrase in {phrase.lower() for text in self.texts() for phrase in re.findall(r'"([^"]+)"', text)}:
            assert phrase in samples | built_in, phrase

    def test_closing_questions_are_short_enough(self) -> None:
        for key in ("ask_open", "ask_more", "ask_again"):
            for text in self.SAID[key] if isinstance(self.SAID[key], list) else [self.SAID[key]]:
                assert len(text.split()) <= 9

    def test_other_locales_fall_back(self) -> None:
        assert language("en-GB").locale == language("xx-XX").locale == language(None).locale == "en-US"


def expanded(intent: dict[str, Any], types: dict[str, Any]) -> list[str]:
    """Samples without slots, and those with one slot for all its names and synonyms."""
    slots = {slot["name"]: slot["type"] for slot in intent.get("slots", [])}
    found = []
    for sample in intent["samples"]:
        names = re.findall(r"{(\w+)}", sample)
        if not names:
            found.append(sample)
        elif len(names) == 1 and slots[names[0]] in types:
            for value in types[slots[names[0]]]:
                found += [
                    sample.replace("{" + names[0] + "}", said) for said in (value["name"]["value"], *value["name"].get("synonyms", []))
                ]
    return found


def test_plain_speech_is_what_is_heard(handler: Handler) -> None:
    response = handler(envelope({"type": "LaunchRequest"}), None)["response"]
    assert "<phoneme" in response["outputSpeech"]["ssml"]
    assert "milia" in plain(response["outputSpeech"])
