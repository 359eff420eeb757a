"""What one request changed in what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One fact that was stated or taken back, and about whom."""

    subject: str
    fact: str
    value: str
    denied: bool = False


@dataclass(frozen=True)
class Update:
    """What a request changed. `answered` are the facts of the pending question that are now known, `beside` how those are called of whom
    something was told besides."""

    changes: tuple[Change, ...] = ()
    answered: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Everybody something was said about."""
        return tuple(dict.fromkeys(change.subject for change in self.changes))


Rows = tuple[tuple[str, str, str], ...]
"""Subject, fact and value of several changes."""
NO = "no"


def told_in(changes: Iterable[Change]) -> Rows:
    """What is told in them."""
    return tuple((one.subject, one.fact, one.value) for one in changes if not one.denied)


def ruled_out_in(changes: Iterable[Change]) -> Rows:
    """What is told in them not to be so."""
    return tuple((one.subject, one.fact, one.value) for one in changes if one.denied or one.value == NO)
