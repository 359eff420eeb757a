"""Sight that was veiled by a lash, or was without its glasses: no danger, where that alone was told of the eye."""

from __future__ import annotations

from ..remembering.fact_values import NONE, is_known, listed
from ..remembering.session import Facts, Session

VEILED = "sight_was_veiled"
"""The sentence that tells the cause, and that all is seen again."""
_EYE, _SIGHT = "eye_signs", frozenset({"vision_loss", "vision_change"})
_MAY_HARM = ("injury", "recent_skin_event", "irritation", "actives", "symptoms")
"""What may have harmed the eye, or tells that it hurts: beside any of these a lash accounts for nothing."""
_ONSET, _PRODUCT = "onset", "after_product"


def told_of_sight(session: Session) -> tuple[tuple[str, str, str], ...]:
    """The change of sight that was told last; nothing where anything else is known that may have come to the eye."""
    told = tuple(one for one in session.told if one[1] == _EYE and one[2] in _SIGHT)
    return () if any(_may_be_harmed(session.facts[one[0]]) for one in told) else told


def _may_be_harmed(known: Facts) -> bool:
    """Whether a thing that may harm an eye, or any other sign of one, is known of somebody."""
    of_eye = {value for value in listed(known.get(_EYE)) if is_known(value)} - _SIGHT - {NONE}
    besides = any(value != NONE and is_known(value) for fact in _MAY_HARM for value in listed(known.get(fact)))
    return bool(of_eye) or besides or known.get(_ONSET) == _PRODUCT
