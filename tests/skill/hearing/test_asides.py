"""What is said around what is meant."""

from __future__ import annotations

import pytest

from skill.hearing.asides import Asides
from skill.language import language, spread


@pytest.fixture(scope="module")
def asides() -> Asides:
    words = language().heard["asides"]
    before, *other = (spread(words[kind]) for kind in ("before", "after", "goes_on", "surely"))
    return Asides.of((*before, *language().turns.aside), *other)


@pytest.mark.parametrize(("said", "meant"), [
    ("never mind start again", "start again"),
    ("hang on a second what's milia please", "what's milia"),
    ("okay wait can you repeat that", "can you repeat that"),
    ("wait and see", "wait and see"),
    ("well", "well"),
    ("sorry", "sorry"),
])
def test_what_is_meant_is_left(asides: Asides, said: str, meant: str) -> None:
    assert asides.without(said) == meant
