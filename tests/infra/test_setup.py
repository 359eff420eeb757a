"""`make setup` finds a fitting Python, says what is missing, and does nothing when nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import prerequisites
import pytest
import setup_env

ROOT = Path(__file__).resolve().parents[2]


def fake_python(folder: Path, name: str, *, suitable: bool) -> Path:
    """A command that passes or fails the version probe, as a Python would."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n[ \"$1\" = -V ] && echo 'Python 3.9.6' && exit 0\nexit {0 if suitable else 1}\n")
    path.chmod(0o755)
    return path


def find(folder: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{folder}:/usr/bin:/bin", "PYTHON": python}
    return subprocess.run(["/bin/sh", str(ROOT / "tools/find_python.sh")], env=environment, capture_output=True, text=True, check=False)


def test_the_python_named_by_the_caller_is_taken(tmp_path: Path) -> None:
    mine = fake_python(tmp_path, "mine", suitable=True)
    assert find(tmp_path, str(mine)).stdout.strip() == str(mine)


def test_a_named_python_out_of_range_is_refused_with_its_version(tmp_path: Path) -> None:
    done = find(tmp_path, str(fake_python(tmp_path, "old", suitable=False)))
    assert done.returncode == 1
    assert "Python 3.9.6" in done.stderr
    assert "needs Python 3.11, 3.12 or 3.13" in done.stderr


def test_a_named_python_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert "needs Python 3.11, 3.12 or 3.13" in find(tmp_path, str(tmp_path / "none")).stderr


def test_an_old_default_python_is_passed_over_for_a_fitting_one(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", suitable=False)
    newer = fake_python(tmp_path, "python3.13", suitable=True)
    assert find(tmp_path).stdout.strip() == str(newer)


def test_no_fitting_python_at_all_is_said_with_a_way_on(tmp_path: Path) -> None:
    for name in ("python3", "python3.13", "python3.12", "python3.11"):
        fake_python(tmp_path, name, suitable=False)
    done = find(tmp_path)
    assert done.returncode == 1
    assert "No Python 3.11, 3.12 or 3.13 found" in done.stderr
    assert "PYTHON=/path/to/" in done.stderr


def test_nothing_is_missing_here() -> None:
    assert prerequisites.missing() == []


def test_missing_parts_end_the_setup_with_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prerequisites, "missing", lambda: ["the venv module", "a C compiler"])
    monkeypatch.setattr(prerequisites, "_is_debian_python", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as ended:
        prerequisites.ensure()
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"sudo apt-get install python{version}-venv gcc libc6-dev" in str(ended.value)
    assert "the venv module and a C compiler" in str(ended.value)


def test_root_on_debian_gets_them_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["Python's C headers"], []]
    asked: list[list[str]] = []
    monkeypatch.setattr(prerequisites, "missing", lambda: answers.pop(0))
    monkeypatch.setattr(prerequisites, "_is_debian_python", lambda: True)
    monkeypatch.setattr(prerequisites, "_apt_install", asked.append)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    prerequisites.ensure()
    assert asked == [["Python's C headers"]]


@pytest.mark.slow
def test_an_environment_is_made_once_kept_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup_env, "ROOT", tmp_path)
    monkeypatch.delenv("PYTHON", raising=False)
    (tmp_path / "requirements").mkdir()
    lock = tmp_path / "requirements" / "sam.txt"
    lock.write_text("# nothing\n")
    python = tmp_path / ".venv-sam" / "bin" / "python"

    setup_env.main("sam")
    assert "Making .venv-sam" in capsys.readouterr().out
    setup_env.main("sam")
    assert capsys.readouterr().out == ""
    lock.write_text("# changed\n")
    setup_env.main("sam")
    assert "Making" not in capsys.readouterr().out
    python.unlink()
    setup_env.main("sam")
    assert "Making .venv-sam" in capsys.readouterr().out
    assert python.exists()


def test_make_help_lists_the_commands() -> None:
    listed = subprocess.run(["make", "-s", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True).stdout
    for command in ("setup", "run", "test", "test-fast", "check", "package"):
        assert f"make {command} " in listed
