"""That something was used which only the question before named: "can I use vinegar on my baby", "I already put some on"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rules_core import SlotType

from .heard import Heard
from .wordings import either

_PRODUCT = "ingredient"


class Used:
    """Hears by the words of a language: `put` are verbs of using, `some` what stands for the thing used, `did` whole phrases that say it
    was, `denies` words before a verb that say it was not; `told` names it, and `skin` is where it went of nobody in particular."""

    def __init__(self, words: Mapping[str, Sequence[str]], vocabulary: Iterable[SlotType], told: str, skin: str) -> None:
        put, some, did, denies = (either(words[name]) for name in ("put", "some", "did", "denies"))
        self._says = re.compile(rf"\b(?:(?:{put}) (?:{some})|{did})\b", re.IGNORECASE)
        self._denied = re.compile(rf"(?:{denies}|\w+n't)(?: \w+)? (?:{put})\b", re.IGNORECASE)
        terms = (term for kind in vocabulary for term in kind.terms if term.fact == _PRODUCT)
        self._names = {term.value: term.name for term in terms}
        self._told, self._skin = told, skin

    def is_told(self, words: str) -> bool:
        """Whether words tell that something was used, and not what."""
        return self._says.search(words) is not None and self._denied.search(words) is None

    def named(self, words: str, heard: Heard, asked: Mapping[str, object], person: str) -> str:
        """What was asked about, told as put on the person's skin, where words say that it was used; empty where they name it themselves."""
        if heard.values(_PRODUCT) or heard.asks or not self.is_told(words):
            return ""
        return next(iter(self.asked(asked, person)), "")

    def asked(self, asked: Mapping[str, object], person: str = "") -> list[str]:
        """What was asked about, told as put on the person's skin; none where no product was."""
        values = asked.get(_PRODUCT)
        names = [self._names[value] for value in values if value in self._names] if isinstance(values, list) else []
        return [self._told.format(product=" ".join(names), skin=person or self._skin)] if names else []
