"""What can go wrong, said so that the reader knows the thing, the problem and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class RulesCoreError(Exception):
    """Any error this package raises on purpose.

    >>> from rules_core import KnowledgeBase, RulesCoreError
    >>> try:
    ...     KnowledgeBase.load("plant_doctor")
    ... except RulesCoreError as error:
    ...     print(error)
    plant_doctor:1 pack: there is no such pack; declared are: milia
    """


class Problem(NamedTuple):
    """One fault of a pack, at one place.

    `where` is the path inside the file (``rules[retinoid_asked].when``), `hint` the way out.

    >>> from rules_core import Problem
    >>> print(Problem("pack.yaml", 7, "rules[a].when", "the fact 'sole' is not declared", "did you mean 'soil'?", "condition"))
    pack.yaml:7 rules[a].when: the fact 'sole' is not declared [condition]; did you mean 'soil'?
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
    """A pack was refused. `problems` lists every fault found, not only the first.

    >>> from rules_core import KnowledgeBase, PackError
    >>> try:
    ...     KnowledgeBase.load("no_such_folder/pack.json")
    ... except PackError as error:
    ...     error.problems[0].problem
    'cannot be read: No such file or directory'
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems) or "the pack was refused")

    def __reduce__(self) -> tuple[type[PackError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class FactError(RulesCoreError, ValueError):
    """A fact was refused: not declared, of a wrong type, or with a value it cannot have.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> from rules_core import FactError
    >>> try:
    ...     kb.infer({"soil": "wett"})
    ... except FactError as error:
    ...     print(error)
    'soil' cannot be 'wett'; did you mean 'wet'?
    """


class UnknownIdError(RulesCoreError, KeyError):
    """An id that the pack does not declare was asked for.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> from rules_core import UnknownIdError
    >>> try:
    ...     kb.entry("is_thirst")
    ... except UnknownIdError as error:
    ...     print(error)
    there is no conclusion 'is_thirst'; did you mean 'is_thirsty'?
    """

    def __str__(self) -> str:
        return str(self.args[0])


class ReplayError(RulesCoreError):
    """A record cannot be replayed, or a result explained: it was made by another pack, or another version of this one.

    >>> from rules_core import KnowledgeBase
    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> from rules_core import ReplayError
    >>> record = {"pack": {"id": "plants", "version": "0.9.0", "hash": "0" * 64}, "facts": {}}
    >>> try:
    ...     kb.replay(record)
    ... except ReplayError as error:
    ...     str(error).startswith("the record was made by plants 0.9.0 (000000000000), this is plants 1.0.0")
    True
    """


class EngineError(RulesCoreError):
    """The rule engine refused a definition or failed while inferring.

    `KnowledgeBase.infer` never raises it: it counts the fault and answers by the Python evaluator.

    >>> from rules_core import EngineError, RulesCoreError
    >>> issubclass(EngineError, RulesCoreError)
    True
    """


class WorkerError(RulesCoreError):
    """A process that shared the work of `infer_many` died.

    >>> from rules_core import RulesCoreError, WorkerError
    >>> issubclass(WorkerError, RulesCoreError)
    True
    """


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
