"""Where the space is small, all of it: every child with every question, every pair of products, every sign with every question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest

from rules_core import KnowledgeBase

from .hearing import LEVELS, heard, offered, rank, texts, treatments
from .invariants import LIDS, PROCEDURES, RETINOIDS, broken
from .profiles import CLEAR, QUESTIONS, Facts

KB = KnowledgeBase.load("milia")
TOPICS = KB.facts["topic"].values
INGREDIENTS = {term.value: frozenset(term.classes) for kind in KB.vocabulary() for term in kind.terms if term.fact == "ingredient"}
OF_EACH_KIND = tuple({classes: name for name, classes in INGREDIENTS.items()}.values())
"""One ingredient of each set of classes: rules speak of classes only."""
PLANS = tuple(value for value in KB.facts["considering"].values if value != "none")

CHILDREN: dict[str, Facts] = {
    "newborn": {"age_group": "newborn"}, "infant": {"age_group": "infant"}, "child": {"age_group": "child"}, "a baby": {"who": "baby"},
    **{f"{weeks} weeks": {"age_weeks": weeks} for weeks in (0, 12, 13, 52)},
    "a baby, adult by mistake": {"who": "baby", "age_group": "adult"}, "ten weeks, teen by mistake": {"age_weeks": 10, "age_group": "teen"},
}


def questions(ingredients: Iterable[str] = INGREDIENTS) -> Iterator[Facts]:
    """Every topic, every ingredient, every plan, one at a time."""
    yield from ({"topic": topic} for topic in TOPICS)
    yield from ({"topic": "product", "ingredient": [name]} for name in ingredients)
    yield from ({"topic": "action", "considering": [name]} for name in PLANS)


@pytest.mark.parametrize("child", CHILDREN)
@pytest.mark.parametrize("known", [{}, CLEAR], ids=["nothing else known", "all else clear"])
def test_no_child_is_ever_allowed_an_active_whatever_is_asked(child: str, known: Facts) -> None:
    person = {name: value for name, value in known.items() if name not in ("age_group", "who")} | CHILDREN[child]
    for question in questions(OF_EACH_KIND if known else INGREDIENTS):
        facts = {**person, **question}
        result = KB.infer(facts)
        assert not offered(result), question
        assert not broken(facts, result), question


@pytest.mark.parametrize("weeks", range(53))
def test_no_week_of_the_first_year_allows_an_active(weeks: int) -> None:
    for question in QUESTIONS:
        assert not offered(KB.infer({"age_weeks": weeks, **question}))


@pytest.mark.parametrize("pregnancy", ["pregnant", "planning"])
@pytest.mark.parametrize("name", [name for name, classes in INGREDIENTS.items() if "retinoid" in classes])
def test_no_retinoid_by_any_name_in_pregnancy(name: str, pregnancy: str) -> None:
    for known in ({}, CLEAR):
        result = KB.infer({**known, "pregnancy": pregnancy, "topic": "product", "ingredient": [name]})
        assert not offered(result) & RETINOIDS
        assert heard(result).first.startswith(("avoid_", "see_")), heard(result)


@pytest.mark.parametrize("site", LIDS)
@pytest.mark.parametrize("also", [[], ["face"], ["unknown"]], ids=str)
def test_nothing_is_allowed_near_the_eye(site: str, also: list[str]) -> None:
    for known in ({}, CLEAR):
        for question in questions(OF_EACH_KIND):
            assert not offered(KB.infer({**known, "site": [site, *also], **question})), question


def test_no_two_products_or_plans_are_ever_allowed_together() -> None:
    kinds = {classes: name for name, classes in INGREDIENTS.items() if classes & {"active", "scrub", "strong_peel", "harsh"}}
    asked = [*(("ingredient", name) for name in kinds.values()), *(("considering", name) for name in PLANS)]
    for one, other in combinations(asked, 2):
        question: Facts = {"topic": "product"}
        for name, value in (one, other):
            question[name] = [*question.get(name, []), value]
        assert len(offered(KB.infer({**CLEAR, **question}))) <= 1, question


SIGNS: list[Facts] = [
    *({name: [value]} for name in ("unwell", "danger_signs", "allergy_signs", "eye_signs", "symptoms", "change", "medicines")
      for value in KB.facts[name].values if value not in ("none", "stable")),
    *({"surface": value} for value in KB.facts["surface"].values), *({"injury": value} for value in KB.facts["injury"].values),
    {"blister_fragile": "yes"}, {"steroid_cream": "long_or_potent"}, {"onset": "sudden_crop", "number": "many"},
    {"number": "many", "family_syndrome": "yes"}, {"number": "single", "colour": "pearly_clear"},
    {"pregnancy": "pregnant", "actives": ["retinoid"]}, {"pregnancy": "pregnant", "medicines": ["isotretinoin_now"]},
]


@pytest.mark.parametrize("sign", SIGNS, ids=str)
def test_a_sign_decides_in_every_topic(sign: Facts) -> None:
    """The level does not depend on the question, and where a doctor is due no treatment stands in any topic."""
    level = rank(KB.infer({**CLEAR, **sign, "topic": "symptoms"}))
    for question in questions(OF_EACH_KIND):
        facts = {**CLEAR, **sign, **question}
        result = KB.infer(facts)
        assert rank(result) >= level, question
        assert not (level >= LEVELS.index("doctor_soon") and treatments(result)), question
        assert not broken(facts, result), question


@pytest.mark.parametrize("plan", [*PROCEDURES, "honey"])
def test_home_tools_are_refused_to_everybody(plan: str) -> None:
    """Squeezing, needles, steam, scrubs and peels at home are refused; a professional's work is left to one."""
    for known in ({}, CLEAR, *CHILDREN.values()):
        said = heard(KB.infer({**known, "topic": "action", "considering": [plan]}))
        assert said.first.startswith(("avoid_", "see_")) or plan == "honey", said


@pytest.mark.parametrize("question", list(questions(OF_EACH_KIND)), ids=str)
def test_every_question_of_a_stranger_and_of_a_well_adult_is_answered(question: Facts) -> None:
    for known in ({}, CLEAR):
        result = KB.infer({**known, **question})
        said = heard(result)
        assert said and result.level
        names = (said.flag,) if said.flag else (*said.verdicts, *said.conditions)
        assert texts(KB, result, names).strip(), said
