"""Every block of code in the documents runs, and prints what is shown; no block is of a kind that nobody runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from rules_core.authoring.authored import join
from rules_core.authoring.link import compile_pack
from rules_core.authoring.yaml_source import Document, read_yaml
from simulator.app import create_app
from simulator.composition import compose

from .blocks import Block, Desk, blocks, commands, run_python

ALL = blocks()
PYTHON = [block for block in ALL if block.language == "python"]
SHELL = [block for block in ALL if block.language in ("sh", "console")]
YAML = [block for block in ALL if block.language == "yaml"]
TOLD_ELSEWHERE = ("text", "")
"""A transcript (tests/test_readme.py replays it) and a drawing."""
FRAME = {
    "pack": {"id": "frame", "version": "1.0.0", "language": "en-US", "title": "What surrounds an example"},
    "levels": ["low"],
    "strata": [{"id": "judge", "kinds": ["level", "treatment"]}, {"id": "advise", "kinds": ["advice"]}],
    "facts": [{"id": "pregnancy", "type": "enum", "values": ["pregnant", "planning", "no"]}],
    "sources": [{"id": "R24", "slug": "a", "title": "A", "publisher": "A", "year": 2020, "url": None, "status": "seen"}],
    "conclusions": [{"id": "level_low", "kind": "level"}, {"id": "use_retinoid", "kind": "treatment"}],
}


def test_every_block_is_of_a_kind_that_is_run() -> None:
    assert [str(block) for block in ALL if block not in (*PYTHON, *SHELL, *YAML) and block.language not in TOLD_ELSEWHERE] == []
    assert len(PYTHON) >= 2 and len(SHELL) >= 6 and YAML


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_python_runs_as_it_stands(block: Block) -> None:
    run_python(block)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a simulator of the skill listens."""
    parts = compose()
    app = create_app(parts.handler, parts.model, recorder=parts.recorder, application_id=parts.application_id)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("block", SHELL, ids=str)
def test_commands_run_and_print_what_is_shown(block: Block, tmp_path: Path, address: str) -> None:
    desk = Desk(tmp_path, address)
    for words, shown in commands(block):
        printed = desk.run(words)
        assert shown is None or printed == shown, f"{block}: {' '.join(words)}"


@pytest.mark.parametrize("block", YAML, ids=str)
def test_a_piece_of_a_pack_fits_into_one(block: Block, tmp_path: Path) -> None:
    path = tmp_path / "piece.yaml"
    path.write_text(block.text, encoding="utf-8")
    piece = read_yaml(path, path.name)
    assert isinstance(piece, Document)
    compiled = compile_pack(join(tmp_path, [Document("frame.yaml", FRAME, {}), piece]))
    assert [rule["id"] for rule in compiled["rules"]] == [rule["id"] for rule in piece.data["rules"]]
