"""Facts that hold for one person because of somebody else in the conversation: a cold sore near a newborn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rules_core import FactSpec

from .changes import Change
from .fact_values import Value, listed
from .session import NOT_FOR

_YES = "yes"


def noted(facts: Mapping[str, dict[str, Value]], specs: Mapping[str, FactSpec], changes: Iterable[Change]) -> list[Change]:
    """Set every such fact for everybody whom it now concerns; where the reason was taken back in `changes`, forget it."""
    made: list[Change] = []
    withdrawn = {(one.fact, one.value) for one in changes if one.denied}
    for spec in specs.values():
        causes = {(fact, value) for fact, values in spec.near.items() for value in values}
        for subject, known in facts.items() if causes else ():
            if spec.id in NOT_FOR[subject]:
                continue
            others = [other for name, other in facts.items() if name != subject]
            if any(value in listed(other.get(fact)) for fact, value in causes for other in others):
                if known.get(spec.id) != _YES:
                    known[spec.id] = _YES
                    made.append(Change(subject, spec.id, _YES))
            elif causes & withdrawn and known.get(spec.id) == _YES:
                del known[spec.id]
                made.append(Change(subject, spec.id, _YES, denied=True))
    return made
