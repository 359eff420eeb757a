"""What a sentence sets right, once it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Age:
    """An age set right, as it was said: whose with the verb ("he's"), how many, and the unit where one was told."""

    lead: str
    count: str
    unit: str


@dataclass(frozen=True)
class Correction:
    """`moved` is who it is that it is true of, as it was said, `told` what is told besides; it `retracts` where it is not so at all,
    and `is_sure` where it can be meant in no other way; `over` is what was so, and is no more, and `maybe` tells that what was denied may
    be so. `now` is all that is so, and `instead` a thing that was asked about; `unit` is a unit of time in place of another, and
    `weaned` who breastfeeds no more; `aged` is an age, and `own` tells that the speaker denies it of themselves. `of` is the word for
    what alone it sets right: who sees fine may have a fever."""

    moved: str = ""
    told: str = ""
    retracts: bool = False
    is_sure: bool = False
    over: str = ""
    maybe: bool = False
    now: str = ""
    instead: str = ""
    unit: tuple[str, str] | None = None
    weaned: str = ""
    aged: Age | None = None
    own: bool = False
    of: str = ""
