"""How a term that was found is meant: as present, denied, over, or not told at all."""

from __future__ import annotations

from dataclasses import dataclass

from rules_core import Term

from .kinds import ATTACKS, CONDITIONS, EVENTS, LASTING
from .scope import ASKED, CUE, DENIED, HEARD, INTENDED, LONG_AGO, PAST, SUPPOSED


@dataclass(frozen=True)
class Mention:
    """A term found in free words, how it was said, and the places of its words.

    `denied` means taken away rather than said, `over` that it was so once and no longer is.
    """

    term: Term
    denied: bool
    places: tuple[int, ...] = ()
    over: bool = False
    lately: bool = False
    """True where nothing but the tense says that it is over: "she HAD a fever" may be an hour ago."""


@dataclass(frozen=True)
class Told:
    """What a text tells, as it was read.

    `mentions` are the terms, each with how it was said; `left` the words with a meaning of their own that none of them accounts for;
    `named` the ids of all that is named, however meant; `bygone` is true where something named is put in the past, as there then or not;
    `figure` where a way of speaking is used.
    """

    mentions: tuple[Mention, ...] = ()
    left: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    bygone: bool = False
    figure: bool = False

    @property
    def found(self) -> tuple[Mention, ...]:
        """Every term stated as present or denied, in the order of speaking, each once."""
        return tuple(one for one in self.mentions if not one.over)

    @property
    def over(self) -> tuple[Term, ...]:
        """Every term that was so once and no longer is ("I was pregnant last year")."""
        return tuple(one.term for one in self.mentions if one.over)

    @property
    def plain(self) -> tuple[Term, ...]:
        """Every term that is stated: of words that are only supposed, what they tell if said plainly ("if she HAD one")."""
        return tuple(one.term for one in self.mentions if not (one.denied or (one.over and not one.lately)))

    @property
    def unsaid(self) -> frozenset[str]:
        """The ids of the terms that are named and denied, supposed, told of a stranger or put long ago."""
        return self.named - {one.term.id for one in self.mentions if not one.denied and (one.lately or not one.over)}


def mention_of(term: Term, colours: frozenset[str], places: tuple[int, ...]) -> Mention | None:
    """What a term with these colours comes to; nothing when it is only supposed, or denied of the past."""
    if not colours.isdisjoint((SUPPOSED, HEARD, CUE)):
        return None
    if ASKED in colours and term.fact in CONDITIONS:
        return None
    if INTENDED in colours and term.fact in EVENTS:
        return None
    long_ago = LONG_AGO in colours and term.fact not in LASTING
    past = PAST in colours and term.fact not in LASTING | EVENTS and term.id not in ATTACKS
    if long_ago or past:
        return None if DENIED in colours else Mention(term, False, places, over=True, lately=not long_ago)
    return Mention(term, DENIED in colours, places)


def says_more(new: Mention, old: Mention) -> bool:
    """What is stated beats what is denied, and both beat what is over."""
    return old.over or not (new.denied or new.over)
