"""Whose thing somebody used: "I used my mom's peel" is about who used it, not about the mom."""
from __future__ import annotations

from functools import cache

from skill.hearing.kin import Kin
from skill.language import language


@cache
def _kin() -> Kin:
    return Kin(language().heard["kin"])


def without_owner_of_thing(text: str) -> str:
    """The text without whose the thing is that was used, as the skill itself puts it.

    >>> without_owner_of_thing("i used my mom's chemical peel and my face burns")
    'i used the chemical peel and my face burns'
    >>> without_owner_of_thing("my mom's face burns")
    "my mom's face burns"
    """
    return _kin().without_owner_of_thing(text)
