"""What stands behind a person with an apostrophe: "my daughter's fourteen" is what she is, "it's my daughter's" is whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .wordings import either


class Apostrophes:
    """Writes out, for `owning` words and `people`, what is said of them (`after_is`), and whose a thing is that is not named
    (`after_whose`, or nothing)."""

    def __init__(self, owning: Iterable[str], people: Iterable[str], after_is: Iterable[str], after_whose: Iterable[str]) -> None:
        person = rf"\b((?:(?:{either(tuple(owning))})|the) (?:[a-z]+ )?(?:{either(tuple(people))}))'s"
        self._is = re.compile(rf"{person}(?= (?:{either(tuple(after_is))})\b)")
        self._whose = re.compile(rf"{person}(?=$| (?:{either(tuple(after_whose))})\b)")

    def written_out(self, words: str) -> str:
        """The words without such an apostrophe.

        >>> written = Apostrophes(["my"], ["baby", "daughter"], ["fourteen", "not"], ["it's"]).written_out
        >>> written("not my baby's it's my daughter's"), written("my daughter's fourteen"), written("my daughter's face")
        ("not my baby it's my daughter", 'my daughter is fourteen', "my daughter's face")
        """
        return self._whose.sub(r"\1", self._is.sub(r"\1 is", words))
