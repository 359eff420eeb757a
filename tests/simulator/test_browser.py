"""The page in a real browser: a question in the link is said, and its answer and rules appear."""
from __future__ import annotations

import html
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import browser
import pytest
from werkzeug.serving import make_server

from simulator.app import create_app
from simulator.recorder import InferenceRecorder

from .small_skill import small_skill

CHROMIUM = browser.find()
QUIET = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--virtual-time-budget=6000", "--dump-dom")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine (see tools/browser.py)"
)]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    recorder = InferenceRecorder()
    app = create_app(small_skill(recorder), Path(__file__).parent / "small_model.json", recorder=recorder)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def shown(address: str, folder: Path) -> str:
    assert CHROMIUM, "continuous integration needs a browser: install chromium"
    command = [CHROMIUM, *QUIET, f"--user-data-dir={folder}", address]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_a_question_is_answered_with_its_rules(address: str, tmp_path: Path) -> None:
    page = shown(f"{address}/#tell%20me%20about%20roses", tmp_path)
    heard = [html.unescape(words) for words in re.findall(r'<p class="speech">([^<]*)</p>', page)]
    assert heard == ["Welcome to the garden.", "PlantIntent, turn 1."]
    assert "PlantIntent, exact 100%" in page
    assert re.search(r'<ol class="trace"><li><span>turn 1</span>', page)
    assert '"type": "IntentRequest"' in html.unescape(page)
    assert 'data-state="listening"' in page


def test_what_is_typed_never_becomes_markup(address: str, tmp_path: Path) -> None:
    page = shown(f"{address}/#%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", tmp_path)
    assert "<img" not in page
    assert "&lt;img src=x" in page
