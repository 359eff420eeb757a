"""No danger is lost for want of a slot."""
from __future__ import annotations

import pytest

from simulator.composition import Composition, compose
from simulator.nlu import Nlu, Reading


@pytest.fixture(scope="module")
def milia() -> Composition:
    return compose()


@pytest.mark.parametrize("sentence", [
    "can i put aloe on it the peel took the skin right off my cheek",
    "on my third towel here from one little bump i cut",
])
def test_a_sentence_that_tells_of_more_than_its_slots_is_handed_on_whole(milia: Composition, sentence: str) -> None:
    with_ear, without = Nlu(milia.model, urgency=milia.urgency).understand(sentence), Nlu(milia.model).understand(sentence)
    assert milia.urgency(with_ear.reading) > milia.urgency(without.reading)
    assert with_ear.reading.slots[0].text == sentence


@pytest.mark.parametrize("sentence", [
    "can retinol make my eyelid swell", "what if it gets infected", "years ago my lip swelled up", "what are milia",
    "is lanolin okay for me",
])
def test_what_is_only_supposed_or_over_changes_nothing(milia: Composition, sentence: str) -> None:
    assert milia.urgency(Nlu(milia.model, urgency=milia.urgency).understand(sentence).reading) == 0


def test_a_reading_without_slots_is_not_urgent(milia: Composition) -> None:
    assert milia.urgency(Reading("AMAZON.YesIntent", 1.0)) == 0
