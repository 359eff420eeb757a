"""Several others in one talk: what is known of each is kept apart under the name the speaker calls them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rules_core import FactSpec

from .amends import hand_on
from .hearing.heard import Heard
from .hearing.kin import Kin
from .hearing.people import INSTEAD, THIRD
from .session import OTHER, Session

MOST_ASIDE = 3


def turn_to(heard: Heard, session: Session, specs: Mapping[str, FactSpec], kin: Kin, is_bound: Callable[[], bool]) -> None:
    """Where the talk turns from one other to another, what is known of the first is put aside, and of the second taken up again.

    It is left as it is in a skin check and while `is_bound` tells of an emergency that stands: no turn of the talk may put that aside.
    """
    name, left = _name(heard, session, kin), session.called
    if not name or not left or kin.is_same(name, left) or session.check or is_bound():
        return
    kept = next((one for one in session.aside if kin.is_same(one, name)), name)
    taken_up = session.aside.pop(kept, {})
    session.aside[left], session.facts[OTHER] = session.facts[OTHER], taken_up
    if heard.moves or heard.mode == INSTEAD:
        session.aside[left] = hand_on(session, specs, session.aside[left])
    session.aside = dict(list(session.aside.items())[-MOST_ASIDE:])
    session.called, session.words = kept, tuple(one for one in session.words if one[0] != OTHER)


def _name(heard: Heard, session: Session, kin: Kin) -> str:
    """Who is meant: whoever is named, or the one put aside whom "he" or "she" fits, where it does not fit the one talked about."""
    if heard.subject == OTHER:
        return heard.called
    if heard.mode != THIRD or not heard.pronoun or not session.called or kin.fits(heard.pronoun, session.called):
        return ""
    fitting = [one for one in reversed(session.aside) if kin.fits(heard.pronoun, one)]
    return fitting[0] if fitting else ""
