"""What may be said around what is meant: "hang on, ...", "..., please"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .wordings import longest_first


@dataclass(frozen=True)
class Asides:
    """Phrases `before` and `after` what is meant; before one of `goes_on` the first word is no aside ("wait and see"), but for what begins
    with one of `surely` ("no wait it is red")."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    goes_on: frozenset[str] = frozenset()
    surely: frozenset[str] = frozenset()

    @classmethod
    def of(cls, before: Iterable[str], after: Iterable[str], goes_on: Iterable[str], surely: Iterable[str]) -> Asides:
        """The asides of a locale's lists; longer phrases count before shorter ones."""
        return cls(longest_first(before), longest_first(after), frozenset(goes_on), frozenset(surely))

    def without(self, words: str) -> str:
        """The words without the asides around them, unless nothing would be left.

        >>> Asides(("never mind", "wait"), ("please",), frozenset({"and"})).without("never mind start again please")
        'start again'
        >>> Asides(("wait",), (), frozenset({"and"})).without("wait and see")
        'wait and see'
        """
        rest = next((words[len(one) + 1 :] for one in self.before if words.startswith(f"{one} ")), "")
        if rest and (rest.split()[0] not in self.goes_on or words.split()[0] in self.surely):
            return self.without(rest)
        rest = next((words[: -len(one) - 1] for one in self.after if words.endswith(f" {one}")), "")
        return self.without(rest) if rest else words
