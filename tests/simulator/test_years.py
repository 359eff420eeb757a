"""Ages as bare numbers of years, and what a question asks about rather than tells."""
from __future__ import annotations

import pytest

from simulator.composition import compose
from simulator.nlu import Nlu


@pytest.fixture(scope="module")
def milia() -> Nlu:
    composition = compose()
    return Nlu(composition.model, urgency=composition.urgency)


def slots(nlu: Nlu, text: str) -> dict[str, str]:
    return {slot.name: slot.text for slot in nlu.understand(text).reading.slots}


@pytest.mark.parametrize(
    ("text", "name", "years"),
    [
        ("can my daughter who's 8 use retinol", "age", "8"), ("my boy just turned seven, is lanolin okay for him", "age", "7"),
        ("I'm 12 and have little white bumps", "own_age", "12"), ("can I use adapalene at 45", "own_age", "45"),
        ("we are both 60, is lanolin fine", "own_age", "60"), ("my girl is 9 with tiny white bumps", "age", "9"),
    ],
)
def test_an_age_in_the_same_breath_fills_its_slot(milia: Nlu, text: str, name: str, years: str) -> None:
    assert slots(milia, text).get(name) == years


@pytest.mark.parametrize(
    "text",
    ["I'm 8 months pregnant, is retinol ok", "I'm one of those people, can I use retinol", "is 5 percent lactic acid ok", "i have 3 bumps"],
)
def test_another_number_is_no_age(milia: Nlu, text: str) -> None:
    assert not {"age", "own_age"} & slots(milia, text).keys()


@pytest.mark.parametrize(
    "text", ["can I use glycolic acid with niacinamide, squalane and azelaic acid", "should I use accutane", "is isotretinoin ok"],
)
def test_what_is_asked_about_fills_no_slot_for_what_is_told(milia: Nlu, text: str) -> None:
    assert "circumstance" not in slots(milia, text)


@pytest.mark.parametrize("text", ["I use glycolic acid, can I use retinol", "can I use retinol while I'm on isotretinoin"])
def test_what_is_told_beside_a_question_stays_told(milia: Nlu, text: str) -> None:
    assert "circumstance" in slots(milia, text)
