"""A loaded pack: ask it what follows from facts, why, and what to ask next."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from .errors import PackError, Problem, ReplayError
from .explaining.explain import prove
from .explaining.explain_not import why_not
from .explaining.proof import Proof
from .explaining.what_if import LEVEL, MAX_TRIES, WhatIf, what_if
from .explaining.why_not import WhyNot
from .facts import FactReader, classes_of
from .inference import Outcome, infer
from .interview import Question, next_question
from .kernel import Engine
from .library import Library
from .many import Refusal, infer_many
from .model import PackInfo
from .packs import load_compiled
from .program import Program
from .result import Result
from .units import Unit


class KnowledgeBase(Library):
    """One pack, compiled and ready. Immutable; safe to share between threads; pickles.

    >>> kb = KnowledgeBase.load("examples/packs/plants")
    >>> kb.infer({"leaf": "yellow", "soil": "wet"}).level
    'act_now'
    """

    def __init__(self, compiled: Mapping[str, Any], *, warm: bool = True) -> None:
        super().__init__(compiled)
        self._reader = FactReader(self.facts, classes_of(compiled))
        self._program = Program(compiled, self.facts)
        self._engine = Engine(self._program.rulesets, warm=warm)

    @classmethod
    def load(cls, pack: str | os.PathLike[str], *, warm: bool = True) -> KnowledgeBase:
        """The knowledge base of a built-in pack (by name), a pack folder, a compiled JSON file, or ``package:pack``.

        The last is a folder or compiled file inside an installed package, read as data: no code of it is run.

        `warm`: the rule engine is ready for any facts. Otherwise what it needs for some is built when such facts
        first come, for processes whose start somebody waits for.

        >>> KnowledgeBase.load("milia").levels
        ('self_care', 'routine', 'doctor_soon', 'same_day', 'emergency')

        Raises PackError with every fault found, each with file, line and a hint.
        """
        compiled = load_compiled(pack)
        try:
            return cls(compiled, warm=warm)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            problem = f"is a damaged pack ({type(error).__name__}: {error})"
            raise PackError([Problem(os.path.basename(pack), 1, "file", problem, "compile it again")]) from error

    def infer(self, facts: Mapping[str, Any]) -> Result:
        """What follows from `facts`; nothing follows from none. Pure, deterministic, thread-safe.

        `facts` maps fact ids to text (enum, yes_no), booleans (yes_no), whole numbers in the fact's unit
        (int) or a list of text (multi). Leave out what was not asked; say "unknown" for what is not known.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> kb.infer({"soil": "dry", "leaf": "brown", "pests": ["none"]})
        Result(level='act_soon', conclusions=['is_thirsty', 'level_act_soon', 'level_watch'])

        Raises FactError for a fact that is not declared, of a wrong type, or out of range.
        """
        outcome = infer(self._program, self._engine, self._reader.normalise(facts))
        return self._restore(outcome)

    def infer_in_python(self, facts: Mapping[str, Any]) -> Result:
        """The same inference without the engine: the reference it is tested against.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> facts = {"leaf": "yellow", "soil": "wet"}
        >>> kb.infer_in_python(facts).to_dict() == kb.infer(facts).to_dict()
        True
        """
        return self._restore(infer(self._program, None, self._reader.normalise(facts)))

    def infer_many(self, profiles: Iterable[Any], *, workers: int = 0) -> Iterator[Result | Refusal]:
        """A Result for each profile, in order and as a stream; a Refusal where the facts were refused.

        With two or more `workers`, that many processes share the work.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> [type(answer).__name__ for answer in kb.infer_many([{"soil": "wet"}, {"sole": "wet"}])]
        ['Result', 'Refusal']
        """
        return infer_many(self, profiles, workers)

    def replay(self, record: Mapping[str, Any]) -> Result:
        """The inference that `record` (a `Result.to_dict()`) came from, again: the same bytes.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> record = kb.infer({"leaf": "yellow"}).to_dict()
        >>> kb.replay(record).to_dict() == record
        True

        Raises ReplayError when it is no record, or one made by another pack or another version of it.
        """
        try:
            made, facts = PackInfo(**{"title": "", "language": "", **record["pack"]}), record["facts"]
        except (KeyError, TypeError) as error:
            raise ReplayError("this is not a record; give what Result.to_dict() gave") from error
        self._check_made_here("record", made)
        return self.infer(facts)

    def why(self, result: Result, conclusion: str) -> Proof:
        """The proof of `conclusion` in `result`, down to what was said.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> print(kb.why(kb.infer({"soil": "dry", "leaf": "brown"}), "is_thirsty"))
        is_thirsty stands [G1 textbook]
          by dry_soil (plants 1.0.0, plants.yaml:51): soil = dry and leaf = brown

        Raises UnknownIdError, and ReplayError for a result of another pack or version.
        """
        self._check_made_here("result", result.pack)
        self.entry(conclusion)
        return prove(self, result, conclusion)

    def why_not(self, result: Result, conclusion: str) -> WhyNot:
        """For each rule that reaches `conclusion`: what refutes it, or what it still waits for.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> print(kb.why_not(kb.infer({"soil": "wet"}), "is_thirsty"))
        is_thirsty was not reached
          dry_soil: refuted: soil is wet, needs dry

        Raises UnknownIdError, and ReplayError for a result of another pack or version.
        """
        self._check_made_here("result", result.pack)
        self.entry(conclusion)
        return why_not(self._program, result, conclusion)

    def what_if(self, result: Result, target: str, *, most: int = 3, tries: int = MAX_TRIES, lifts: bool = False) -> WhatIf:
        """The fewest changed answers (up to `most`) that flip `target`, each verified by running it.

        An answer to a list fact is any list where up to four of its values matter, else a list that differs by
        one value. It gives up after `tries` combinations and says so (`complete` is False then).

        `target` is a conclusion, or ``"level"`` for any move of the level.

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> print(kb.what_if(kb.infer({"leaf": "brown", "soil": "wet"}), "is_thirsty"))
        soil = dry -> concluded

        Raises UnknownIdError, and ReplayError for a result of another pack or version.
        """
        self._check_made_here("result", result.pack)
        if target != LEVEL:
            self.entry(target)
        return what_if(self._program, self._reader, result, target, most, tries, lifts)

    def next_question(self, result: Result, asked: Collection[str] = ()) -> Question | None:
        """What to ask next, most dangerous first; None when no answer can change the decision any more.

        None too at the level from which on the pack asks nothing (`decision: {stops_at: ...}`).
        `asked`: facts not to be asked again, say because the answer was "not sure".

        >>> kb = KnowledgeBase.load("examples/packs/plants")
        >>> question = kb.next_question(kb.infer({"leaf": "yellow"}))
        >>> question.ask, question.facts, question.decides[0]
        ('How does the soil feel?', ('soil',), 'level_act_now')
        """
        self._check_made_here("result", result.pack)
        return next_question(self._program, self.screens, result, (asked,) if isinstance(asked, str) else asked)

    def _check_made_here(self, what: str, made: PackInfo) -> None:
        """Raises ReplayError for what another pack, or another version of this one, has made."""
        if made.hash != self.pack.hash:
            raise ReplayError(f"the {what} was made by {made}, this is {self.pack}")

    def _restore(self, outcome: Outcome) -> Result:
        """The result of an outcome that another process found on the same pack."""
        return Result(outcome, self._program, self.pack)

    @property
    def _units(self) -> list[Unit]:
        """The pack's rules by stratum, numbered: the same in every process."""
        return self._program.units

    @property
    def engine_faults(self) -> int:
        """How often the rule engine failed and was rebuilt since loading; 0 when healthy.

        >>> KnowledgeBase.load("examples/packs/plants").engine_faults
        0
        """
        return self._engine.faults

    def close(self) -> None:
        """Give the engine's memory back; no inference may be running or follow.

        >>> KnowledgeBase.load("examples/packs/plants").close()
        """
        self._engine.close()

    def __reduce__(self) -> tuple[type[KnowledgeBase], tuple[Mapping[str, Any]]]:
        return type(self), (self._compiled,)
