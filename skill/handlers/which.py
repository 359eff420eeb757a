"""What is asked when a yes says too little: which of the things that were named."""

from __future__ import annotations

from rules_core import FactSpec

from .. import fact_values
from ..turn import Turn

_MOST_CHOICES = 8
_NO_CHOICE = ("no", "none", "unknown", "not_applicable")


def which(turn: Turn, spec: FactSpec) -> str:
    """The choices of a fact as one question; its own question again where it has none, or too many to listen to."""
    choices = [one for one in fact_values.choices(spec) if one not in _NO_CHOICE]
    if not 0 < len(choices) <= _MOST_CHOICES or len(turn.session.asking) > 1:
        return turn.voice("which_of", ask=turn.voice.asks(spec.ask))
    return turn.voice("which", choices=turn.voice.listed([turn.guide.kb.name(spec.id, one) for one in choices], "or"))
