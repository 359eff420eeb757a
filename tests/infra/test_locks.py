"""requirements/*.txt are what requirements/*.in resolve to, every package with its hashes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
NAMES = sorted(path.stem for path in REQUIREMENTS.glob("*.in"))
HTTP_ONLY = {"requests", "urllib3", "certifi", "idna", "charset-normalizer"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> dict[str, str]:
    """Package to version, as the lock has them."""
    lines = (REQUIREMENTS / f"{name}.txt").read_text().splitlines()
    pins = [re.match(r"([\w.-]+)==([^\s;\\]+)", line) for line in lines]
    return {canonical(pin[1]): pin[2] for pin in pins if pin}


def wanted(name: str) -> set[str]:
    """The packages asked for by name, those of included files too."""
    asked: set[str] = set()
    for line in (REQUIREMENTS / f"{name}.in").read_text().splitlines():
        if line.startswith("-r "):
            asked |= wanted(line.removeprefix("-r ").strip().removesuffix(".in"))
        elif line and not line.startswith("#"):
            asked.add(canonical(re.split(r"[=<>!~ ]", line)[0]))
    return asked


@pytest.mark.parametrize("name", NAMES)
def test_everything_asked_for_is_locked(name: str) -> None:
    assert wanted(name) <= locked(name).keys()


@pytest.mark.parametrize("name", NAMES)
def test_every_package_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", (REQUIREMENTS / f"{name}.txt").read_text(), flags=re.MULTILINE)
    assert [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", ["run", "lambda"])
def test_the_smaller_environments_are_parts_of_the_developers(name: str) -> None:
    assert locked(name).items() <= locked("dev").items()


def test_the_artefact_has_neither_a_web_server_nor_an_http_client() -> None:
    assert not locked("lambda").keys() & (HTTP_ONLY | {"flask", "boto3", "ruamel-yaml", "jsonschema"})
