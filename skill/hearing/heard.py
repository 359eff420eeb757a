"""What one request said, in terms of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rules_core import Term


@dataclass(frozen=True)
class Heard:
    """What one request said: terms stated and denied, numbers, and whom it named.

    `over` are terms that were so once and no longer are, `once` all that were, signs among them, `supposed` what is asked
    about as if it were so, `whose` the people a term was said of where more than one was
    named, `mode` how a person came in, `pronoun` the "he" or "she" that was said. `called` is how the speaker calls somebody else
    ("my husband"), `kin` who a baby or child belongs to, or what it is to the speaker, where it is not theirs ("my sister's baby").
    `words` is true when any slot carried words, understood or not. `left` are words of free speech that say something and were not
    understood, `everyday` tells that they are all of everyday life; `free` is true where the sentence itself was heard: of one that
    came as slots the words around are not known.
    `is_open` tells that a length of time was asked for, and one told that has no number ("a while") or no unit; `bygone` that free
    words put something in the past, `figure` that a way of speaking is among them, `asks` that they ask something, `is_man` that who is
    `called` so is a man or a boy, `is_young` a child of a family.
    `corrects` tells that something is set right by name, `replaces` are facts that are told in place
    of what was told before, `moves` tells that what was told last is somebody else's instead, `likewise` that it is so of the speaker too,
    `of_told` that what is denied was told last of whoever the talk is about, `is_year` that a correction tells a year and nothing
    besides, `owns` that a place is named as somebody's ("my baby's face"), `is_measured` that it sets right what a thermometer read,
    `reads_normal` that it reads no fever now where there was one, `relieves` that it sounds as if what was told had been none.
    """

    said: tuple[Term, ...] = ()
    denied: tuple[Term, ...] = ()
    over: tuple[Term, ...] = ()
    once: tuple[Term, ...] = ()
    supposed: tuple[Term, ...] = ()
    whose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    subject: str = ""
    mode: str = ""
    pronoun: str = ""
    called: str = ""
    kin: str = ""
    words: bool = False
    relieves: bool = False
    left: tuple[str, ...] = ()
    everyday: bool = False
    free: bool = False
    is_open: bool = False
    bygone: bool = False
    figure: bool = False
    asks: bool = False
    is_man: bool = False
    is_young: bool = False
    is_year: bool = False
    is_measured: bool = False
    owns: bool = False
    reads_normal: bool = False
    corrects: bool = False
    replaces: tuple[str, ...] = ()
    moves: bool = False
    likewise: bool = False
    of_told: bool = False

    def __bool__(self) -> bool:
        return bool(self.said or self.denied or self.numbers or self.mode)

    @property
    def whole(self) -> bool:
        """Whether the sentence itself was heard and nothing of it is left that was not understood."""
        return self.free and not self.left

    @property
    def renames(self) -> bool:
        """Whether a child is named in place of another, and nothing else is told: "my daughter, I mean"."""
        put_right = self.moves or self.mode == "instead"
        return put_right and self.is_young and not (self.denied or self.numbers) and all(one.fact == "who" for one in self.said)

    def without(self, fact: str) -> Heard:
        """The same without what was stated for a fact."""
        return replace(self, said=tuple(term for term in self.said if term.fact != fact))

    def values(self, fact: str) -> list[str]:
        """The values stated for a fact, each once, in the order of speaking."""
        return list(dict.fromkeys(term.value for term in self.said if term.fact == fact))


def unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms in their order, each once."""
    return tuple({term.id: term for term in terms}.values())
