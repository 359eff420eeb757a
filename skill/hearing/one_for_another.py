"""One thing denied and another told behind the same little word: "not a burn a sunburn" is heard as "not a burn but a sunburn"."""

from __future__ import annotations

import re
from collections.abc import Sequence


class OneForAnother:
    """Hears by groups of little words (`articles`) of a language, what denies before the first, and what parts the two (`but`)."""

    def __init__(self, articles: Sequence[str], denying: Sequence[str], but: str) -> None:
        self._but, denies = but, "|".join(denying)
        self._ways = tuple(re.compile(rf"\b((?:{denies}) (?:{one}) \w+(?: \w+)?),? (?=(?:{one}) \w)", re.IGNORECASE) for one in articles)

    def meant(self, text: str) -> str:
        """The text with what is denied parted from what is told.

        >>> OneForAnother(("a|an", "the"), ("not",), "but").meant("it is not a burn a sunburn")
        'it is not a burn but a sunburn'
        """
        for way in self._ways:
            text = way.sub(rf"\1 {self._but} ", text)
        return text
