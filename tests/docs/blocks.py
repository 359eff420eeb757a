"""The fenced blocks of the documents, and what it takes to run them: each page in a folder of its own, nothing of the network."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINKED = ("examples", "rules_core", "tools", "interaction_model")
PYTHON = ("python", ".venv/bin/python")


@dataclass(frozen=True)
class Block:
    """A fenced block: its page, the line of its text, its language, and the text."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks() -> list[Block]:
    """Every fenced block of every page."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.S | re.M):
            found.append(Block(page, text[: match.start()].count("\n") + 2, match.group(1), match.group(2)))
    return found


def run_python(block: Block) -> str:
    """What the block prints."""
    said = io.StringIO()
    code = compile("\n" * (block.line - 1) + block.text, str(block.page), "exec")
    with contextlib.redirect_stdout(said):
        exec(code, {"__name__": "__main__"})
    return said.getvalue()


def commands(block: Block) -> Iterator[tuple[list[str], str | None]]:
    """Each command of a shell block in words, and the output that is shown for it (None: none is)."""
    if block.language == "sh":
        yield from ((shlex.split(line, comments=True), None) for line in block.text.splitlines() if line.strip())
        return
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, shown = part.partition("\n")
        yield shlex.split(command, comments=True), shown


class Desk:
    """A folder in which the commands of the documents find what they name, and the address of a simulator."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self._session = ""
        for name in LINKED:
            (folder / name).symlink_to(ROOT / name)
        for name in ("OLD", "NEW"):
            (folder / name).symlink_to(ROOT / "rules_core" / "packs" / "milia")
        profiles = [{"age_group": "adult"}, {"topic": "product", "ingredient": ["retinol"], "pregnancy": "pregnant"}]
        (folder / "profiles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in profiles), encoding="utf-8")

    def run(self, words: list[str]) -> str:
        """The output of one command; AssertionError when it fails, ValueError when nobody knows how to run it here."""
        if words[0] in PYTHON:
            command, env = [sys.executable, "-W", "ignore", *words[1:]], {"PYTHONPATH": str(ROOT), "PATH": ""}
            done = subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{shlex.join(words)}\n{done.stderr}"
            return done.stdout
        if words[0] == "make":
            done = subprocess.run(["make", "-n", *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{shlex.join(words)}\n{done.stderr}"
            return done.stdout
        if words[0] == "curl":
            return self._post(words)
        raise ValueError(f"no test knows how to run {shlex.join(words)}")

    def _post(self, words: list[str]) -> str:
        given = {words[n]: words[n + 1] for n in range(1, len(words) - 1) if words[n] in ("-X", "-H", "-d")}
        assert given["-X"] == "POST" and given["-H"] == "Content-Type: application/json"
        url = words[3].replace("localhost:5000", self.address).replace("/ID/", f"/{self._session}/")
        request = urllib.request.Request(f"http://{url}", given["-d"].encode(), {"Content-Type": "application/json"}, method="POST")
        with urllib.request.urlopen(request, timeout=30) as answer:
            told = json.loads(answer.read())
        self._session = told.get("id", self._session)
        return str(told.get("speech") or told["answer"]["speech"])
