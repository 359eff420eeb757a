"""A blow or a threat is no false alarm: who told of one may not be free to speak, and it stays a danger."""

from __future__ import annotations

from ..guide import Guide
from ..remembering.session import Session
from ..standing import OUTSIDE, VIOLENCE


def of_violence(session: Session, guide: Guide) -> bool:
    """Whether the danger that was told last is somebody's violence, known as such or by the words that told it."""
    if any(one[1:] == VIOLENCE for one in session.told):
        return True
    return any(one[1:] == OUTSIDE for one in session.told) and any(guide.relief.is_violence(text) for _, text in session.words)
