"""Each person of the cases gets the level, the words and the refusals that the evidence asks for; nobody is left out."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatchcase

import pytest

from rules_core import KnowledgeBase, Result

from .reading import Case, cases

CASES = cases("milia")
SPOKEN_KINDS = ("flag", "type", "lookalike", "treatment", "cause", "level")
CALM = ("self_care", "routine")


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load("milia")


def test_cases_are_told_once_each_and_in_number() -> None:
    assert [name for name, count in Counter(str(case) for case in CASES).items() if count > 1] == []
    assert len(CASES) >= 350
    assert len([case for case in CASES if case.file == "ordinary.yaml" and case.level in CALM]) >= 35


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(kb: KnowledgeBase, case: Case) -> None:
    result = kb.infer(case.facts)
    standing = {one.id for one in result.conclusions}
    waiting = {one.conclusion.id for one in result.withheld}
    assert result.level == case.level, f"{case.because}: {flags(result)}"
    assert [name for name in case.concludes if name not in standing] == [], f"{case.because}: {sorted(standing)}"
    assert [name for name in case.waits if name not in waiting] == [], f"{case.because}: {sorted(waiting)}"
    assert [name for name in standing if any(fnmatchcase(name, never) for never in case.never)] == [], case.because
    assert speaks(kb, result), f"nothing can be said: {sorted(standing)}"


def flags(result: Result) -> list[str]:
    """What carries the level."""
    return [one.id for one in result.conclusions if one.kind in ("flag", "level") or one.role == "flag"]


def speaks(kb: KnowledgeBase, result: Result) -> bool:
    """Whether something that can be said aloud stands, or waits with words of its own."""
    standing = any(one.role != "silent" and kb.text(one.id).say for one in result.conclusions)
    return standing or any(kb.text(one.conclusion.id).hold for one in result.withheld)


def must_have_a_case(kb: KnowledgeBase) -> list[str]:
    """Whatever decides for a person: every sign, kind, look-alike, treatment, refusal, cause and level."""
    return [
        entry.id
        for entry in kb.entries.values()
        if entry.text.say and (entry.kind in SPOKEN_KINDS or entry.role == "flag" or entry.id.startswith("avoid_"))
    ]


def test_every_decision_has_a_person_who_gets_it(kb: KnowledgeBase) -> None:
    told = {name for case in CASES for name in (*case.concludes, f"level_{case.level}")}
    assert [name for name in must_have_a_case(kb) if name not in told] == []


def test_every_word_that_can_be_said_is_heard_by_someone(kb: KnowledgeBase) -> None:
    heard = {one.id for case in CASES for one in kb.infer(case.facts).conclusions}
    silent = [entry.id for entry in kb.entries.values() if entry.role != "silent" and entry.id not in heard]
    assert silent == []
