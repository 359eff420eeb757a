"""The checks that English and the cases bring: each passes the good pack, and names file, line and way out in a bad one."""

from pathlib import Path

import pack_checks
import pytest

from rules_core.authoring.lint import validate

PLANTS = Path("examples/packs/plants/plants.yaml").read_text(encoding="utf-8")
LONG = "Keep an eye on it " + "and then on it " * 6 + "again."
HARD = "Observational monitoring necessitates extraordinary horticultural conscientiousness."
BAD = {
    "grade": ("say: Just keep an eye on it.", f"say: {HARD}", "conclusions[level_watch].say", "shorter words"),
    "breath": ("say: Just keep an eye on it.", f"say: {LONG}", "conclusions[level_watch].say", "make it two"),
    "uncased": ("then: {level: watch}", "then: {level: watch}", "conclusions[level_act_now]", "add a person"),
}
CASES = """cases:
- {name: calm, level: watch}
- {name: dry, level: act_soon, concludes: [is_thirsty, is_infested, is_overwatered], waits: [use_feed]}
"""


def checks(cases):
    return [pack_checks.hard_to_follow, pack_checks.out_of_breath, pack_checks.uncased(cases)]


@pytest.mark.parametrize("check", BAD)
def test_each_check_passes_the_good_and_stops_the_bad(check, tmp_path):
    old, new, where, hint = BAD[check]
    cases = tmp_path / "cases"
    cases.mkdir()
    grave = "- {name: drowned, level: act_now}\n"
    (cases / "a.yaml").write_text(CASES + grave, encoding="utf-8")
    assert validate(Path("examples/packs/plants"), more=checks(cases)) == []
    (cases / "a.yaml").write_text(CASES + ("" if check == "uncased" else grave), encoding="utf-8")
    text = PLANTS.replace(old, new, 1)
    (tmp_path / "plants.yaml").write_text(text, encoding="utf-8")
    found = validate(tmp_path, more=checks(cases))
    assert check in {problem.check for problem in found}
    first = next(problem for problem in found if problem.check == check)
    assert first.where == where and where.split("[")[1].split("]")[0] in text.splitlines()[first.line - 1]
    assert first.file == "plants.yaml" and hint in first.hint


def test_milia_is_clear_and_held_to_its_cases(capsys):
    assert pack_checks.main(["rules_core/packs/milia", "--cases", "tests/cases/milia"]) == 0, capsys.readouterr().out
