"""The built folder is all that Lambda needs: it answers in an interpreter that has nothing else installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import build_lambda
import engine
import pytest

pytestmark = pytest.mark.slow

TOOLS = Path(build_lambda.__file__).parent
FOREIGN = "amzn1.ask.skill.ffffffff-ffff-ffff-ffff-ffffffffffff"


@pytest.fixture(scope="module")
def artefact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An artefact built for the Python that runs the tests."""
    folder = tmp_path_factory.mktemp("artefact")
    build_lambda.build(folder, sys.executable)
    return folder


@pytest.fixture(scope="module")
def answers(artefact: Path) -> dict[str, dict[str, Any]]:
    """What it said to each of the sample requests, by name."""
    responses = build_lambda.ask(artefact, sys.executable)["responses"]
    return {event.stem: response for event, response in zip(build_lambda.EVENTS, responses, strict=True)}


def speech(response: dict[str, Any]) -> str:
    return re.sub(r"<[^>]+>", "", response["response"]["outputSpeech"]["ssml"])


def bare(folder: Path, event: dict[str, Any], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """One request in a bare interpreter with just this environment."""
    request = folder.parent / "request.json"
    request.write_text(json.dumps(event))
    command = [sys.executable, "-I", "-S", "-B", "-W", "ignore", str(TOOLS / "ask_artefact.py"), str(folder), str(request)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_launch_is_greeted_and_the_conversation_stays_open(answers: dict[str, dict[str, Any]]) -> None:
    assert "milia" in speech(answers["launch"]).lower()
    assert answers["launch"]["response"]["shouldEndSession"] is False


def test_what_are_milia_is_answered(answers: dict[str, dict[str, Any]]) -> None:
    assert "keratin" in speech(answers["explain"]).lower()


def test_retinol_in_pregnancy_is_answered_for_pregnancy(answers: dict[str, dict[str, Any]]) -> None:
    assert "pregnan" in speech(answers["product"]).lower()


def test_it_holds_nothing_that_only_a_desk_needs(artefact: Path) -> None:
    names = {path.name.lower() for path in artefact.iterdir()}
    assert not names & {"flask", "werkzeug", "ruamel", "jsonschema", "boto3", "botocore", "requests", "simulator", "tests", "durable"}
    assert not list(artefact.rglob("*.yaml"))
    assert (artefact / "rules_core" / "packs" / "milia.json").is_file()


def test_what_answering_loads_is_byte_compiled(artefact: Path) -> None:
    loaded = build_lambda.ask(artefact, sys.executable)["modules"]
    sources = [artefact / file for file in loaded if file.endswith(".py")]
    tag = sys.implementation.cache_tag
    missing = [str(file) for file in sources if not (file.parent / "__pycache__" / f"{file.stem}.{tag}.pyc").exists()]
    assert missing == []


def test_the_zip_is_within_its_budget_and_the_same_every_time(artefact: Path, tmp_path: Path) -> None:
    size = build_lambda.write_zip(artefact, tmp_path / "one.zip")
    build_lambda.build(tmp_path / "again", sys.executable)
    build_lambda.write_zip(tmp_path / "again", tmp_path / "two.zip")
    assert size <= build_lambda.BUDGET
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_without_a_skill_id_every_request_is_refused(artefact: Path) -> None:
    event = json.loads(build_lambda.EVENTS[0].read_text())
    done = bare(artefact, event, {})
    assert done.returncode != 0
    assert "SKILL_ID is not set" in done.stderr


def test_a_desk_may_lift_the_check_in_so_many_words(artefact: Path) -> None:
    event = json.loads(build_lambda.EVENTS[0].read_text())
    assert bare(artefact, event, {"MILIA_ALLOW_ANY_SKILL": "yes"}).returncode != 0
    assert bare(artefact, event, {"MILIA_ALLOW_ANY_SKILL": "local"}).returncode == 0


def test_another_skills_request_gets_no_answer(artefact: Path) -> None:
    text = build_lambda.EVENTS[0].read_text().replace(build_lambda.SKILL_ID, FOREIGN)
    done = bare(artefact, json.loads(text), {"SKILL_ID": build_lambda.SKILL_ID})
    assert "milia" not in done.stdout.lower()


def test_an_artefact_that_cannot_answer_is_not_handed_over(artefact: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    subprocess.run(["cp", "-r", str(artefact), str(broken)], check=True)
    (broken / engine.LIBRARY).unlink()
    with pytest.raises(SystemExit, match="durable_rules_engine"):
        build_lambda.ask(broken, sys.executable)


def test_an_architecture_this_machine_cannot_build_is_refused(tmp_path: Path) -> None:
    other = "arm64" if build_lambda.host_architecture() == "x86_64" else "x86_64"
    command = [sys.executable, str(TOOLS / "build_lambda.py"), str(tmp_path / "out"), "--arch", other]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), check=False)
    assert done.returncode == 1
    assert f"Lambda's {other} cannot be built" in done.stderr
    assert not (tmp_path / "out").exists()
