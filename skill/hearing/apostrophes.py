"""What stands behind a person with an apostrophe: "my daughter's fourteen" is what she is, "it's my daughter's" is whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .wordings import either


class Apostrophes:
    """Writes out, for `owning` words and `people`, what is said of them, by words of a language (`after_is`, and `numbers`), and whose a
    thing is: one that is not named (`after_whose`, or nothing), or one of `parts_of_body` of whom another has not (`after_part`)."""

    def __init__(self, words: Mapping[str, Iterable[str]], people: Iterable[str], numbers: Iterable[str]) -> None:
        owning, after_is, after_whose = words["owning"], (*words["after_is"], *numbers), words["after_whose"]
        person = rf"\b((?:(?:{either(tuple(owning))})|the) (?:[a-z]+ )?(?:{either(tuple(people))}))'s"
        self._is = re.compile(rf"{person}(?= (?:{either(tuple(after_is))})\b)")
        part = rf" (?:left |right )?(?:{either(tuple(words['parts_of_body']))})(?= (?:{either(tuple(words['after_part']))})\b)"
        self._part = re.compile(f"{person}{part}")
        self._whose = re.compile(rf"{person}(?=$| (?:{either(tuple(after_whose))})\b)")

    def written_out(self, words: str) -> str:
        """The words without such an apostrophe.

        >>> words = {"owning": ["my"], "after_is": ["not"], "after_whose": ["it's"], "parts_of_body": ["hand"], "after_part": ["not"]}
        >>> written = Apostrophes(words, ["baby", "daughter"], ["fourteen"]).written_out
        >>> written("not my baby's it's my daughter's"), written("my daughter's fourteen"), written("my daughter's face")
        ("not my baby it's my daughter", 'my daughter is fourteen', "my daughter's face")
        >>> written("my daughter's hand not mine")
        'my daughter not mine'
        """
        return self._whose.sub(r"\1", self._part.sub(r"\1", self._is.sub(r"\1 is", words)))
