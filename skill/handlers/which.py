"""What is asked when a yes says too little: which of the things that were named."""

from __future__ import annotations

from rules_core import FactSpec

from ..remembering import fact_values
from ..turn import Turn

_MOST_CHOICES = 8
_NO_CHOICE = ("no", "none", "unknown", "not_applicable")
_GROWN = 18


def which(turn: Turn, spec: FactSpec) -> str:
    """The choices of a fact as one question; its own question again where it has none, or too many to listen to."""
    choices = named_choices(turn, spec)
    if not 0 < len(choices) <= _MOST_CHOICES or len(turn.session.asking) > 1:
        return turn.voice("which_of", ask=turn.voice.asks(spec.ask))
    return turn.voice("which", choices=turn.voice.listed(choices, "or"))


def closest(turn: Turn) -> str:
    """What is asked after a "no" that answers nothing: the nearest choice, or a rough answer, or else to leave it."""
    voice, names = turn.voice, turn.session.asking
    choices = named_choices(turn, turn.guide.kb.facts[names[0]])
    if len(names) == 1 and 0 < len(choices) <= _MOST_CHOICES:
        return voice("no_asking", choices=voice.listed(choices, "or"))
    return voice("no_asking_open", examples=voice.listed([f'"{one}"' for one in examples(turn, 2)[:2]], "or"))


def examples(turn: Turn, each: int) -> list[str]:
    """Some answers that would be understood, so many for each fact that is asked for; yes and no where it has none."""
    kb, said = turn.guide.kb, turn.guide.language.said["examples"]
    named = [one for name in turn.session.asking for one in (said.get(name) or named_choices(turn, kb.facts[name]))[:each]]
    return named or [turn.voice("yes_word"), turn.voice("no_word")]


def named_choices(turn: Turn, spec: FactSpec) -> list[str]:
    """The names of what a person can choose from; of somebody grown, no age of a child."""
    none = fact_values.none_of(spec)
    values = [one for one in fact_values.choices(spec) if one not in _NO_CHOICE and none not in (one, [one])]
    if spec.bands and turn.is_grown:
        values = [one for one in values if spec.bands.get(one, 0) >= _GROWN]
    return [] if spec.type == "yes_no" else [turn.guide.kb.name(spec.id, one) for one in values]
