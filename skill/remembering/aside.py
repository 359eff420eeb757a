"""Several others in one talk: what is known of each is kept apart under the name the speaker calls them by.

So is what is known of a friend's baby and of the speaker's own: the one the talk turns away from is somebody else from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rules_core import FactSpec

from ..hearing.heard import Heard
from ..hearing.kin import OWN, Kin
from ..hearing.people import INSTEAD, THIRD
from .amends import hand_on
from .session import BABY, OTHER, Session

MOST_ASIDE = 3
_PREGNANCY = "pregnancy"


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
    if heard.renames and not (taken_up or kin.is_grown(left)):
        known = session.aside.pop(left)
        session.facts[OTHER] = {fact: value for fact, value in known.items() if fact != _PREGNANCY}
    elif heard.moves or heard.mode == INSTEAD:
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


def turn_between_babies(heard: Heard, session: Session, kin: Kin, is_bound: Callable[[], bool]) -> None:
    """Where the talk turns from a friend's baby to the speaker's own, or back, neither has what was told of the other.

    The baby that is left is the other of whom the talk may be from now on, so that its emergency stands under its name. While another
    emergency stands there (`is_bound`), or in a skin check, both are taken for one.
    """
    turns = heard.subject == BABY and heard.kin and session.kin and heard.kin != session.kin and not heard.moves
    if not turns or OWN not in (heard.kin, session.kin) or session.check:
        return
    left, met = map(kin.baby_of, (session.kin, heard.kin))
    known = session.facts[OTHER] if session.called == met else session.aside.pop(met, {})
    if session.called != met and session.facts[OTHER]:
        if is_bound():
            return
        session.aside[session.called or OTHER] = session.facts[OTHER]
    session.facts[BABY], session.facts[OTHER] = known, session.facts[BABY]
    session.called, session.told, session.words, session.kin = left, (), (), heard.kin
    session.helped = tuple({BABY: OTHER, OTHER: BABY}[one] if one in (BABY, OTHER) else one for one in session.helped)
    session.aside = dict(list(session.aside.items())[-MOST_ASIDE:])
