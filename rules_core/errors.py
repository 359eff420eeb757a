"""What can go wrong, said so that the reader knows the thing, the problem and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class RulesCoreError(Exception):
    """Any error this package raises on purpose."""


class Problem(NamedTuple):
    """One fault of a pack, at one place.

    `where` is the path inside the file (``rules[retinoid_asked].when``), `hint` the way out.
    """

    file: str
    line: int
    where: str
    problem: str
    hint: str = ""
    check: str = ""

    def __str__(self) -> str:
        text = f"{self.file}:{self.line} {self.where}: {self.problem}"
        if self.check:
            text += f" [{self.check}]"
        return f"{text}; {self.hint}" if self.hint else text


class PackError(RulesCoreError):
    """A pack was refused. `problems` lists every fault found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems) or "the pack was refused")

    def __reduce__(self) -> tuple[type[PackError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class FactError(RulesCoreError, ValueError):
    """A fact was refused: not declared, of a wrong type, or with a value it cannot have."""


class UnknownIdError(RulesCoreError, KeyError):
    """An id that the pack does not declare was asked for."""

    def __str__(self) -> str:
        return str(self.args[0])


class ReplayError(RulesCoreError):
    """A record cannot be replayed: it was made by another pack, or another version of this one."""


class EngineError(RulesCoreError):
    """The rule engine refused a definition or failed while inferring."""


class WorkerError(RulesCoreError):
    """A process that shared the work of `infer_many` died."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest declared word, or lists a few.

    >>> nearest("pregnant_", ["pregnancy", "site"])
    "did you mean 'pregnancy'?"
    """
    import difflib  # only a refusal needs it: not part of a cold start

    names = sorted(known)
    close = difflib.get_close_matches(word[:80], names, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return f"declared are: {shown}" if names else "nothing is declared"
