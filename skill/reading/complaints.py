"""Whether anything is told that may warn of something."""

from __future__ import annotations

from ..facts import Ear
from ..hearing.heard import Heard
from ..lexicon.kinds import CALM
from ..remembering.fact_values import NONE


def complains(heard: Heard, ear: Ear) -> bool:
    """Whether a complaint is stated: neither how bumps look, nor that there is none of it."""
    complaints = ear.complaints - CALM
    return any(term.fact in complaints and term.value != NONE for term in heard.said)
