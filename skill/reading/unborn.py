"""A baby that is not born yet, or that is nursed: what is told or asked of it is told or asked of its mother."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ask_sdk_model.intent import Intent

from rules_core import Term

from ..facts import Ear
from ..free_words import statement
from ..hearing.heard import Heard
from ..hearing.people import WHO
from ..remembering.session import BABY, Session

_PREGNANCY, _PREGNANT, _NURSES = "pregnancy", "pregnant", "breastfeeding"
_ASKED = frozenset({"ingredient", "topic", "symptoms"})


class Unborn:
    """Hears again what is told of a baby of whom nothing is known, where she who is talked about is with child.

    By the words of a language: `carrier` tells that she is with child, `hers` is the sign that is hers then, and `babys` what the same
    words tell of a baby that is born ("the baby has not moved").
    """

    def __init__(self, ear: Ear, words: Mapping[str, str]) -> None:
        self._ear, self._carrier, self._hers, self._babys = ear, words["carrier"], words["hers"], words["babys"]

    def heard(self, intent: Intent, heard: Heard, session: Session) -> Heard:
        """What was heard, as a sign of hers where it is one, and without a baby of whom nothing is told but that it is expected."""
        if _is_expected(heard):
            return replace(heard, said=tuple(one for one in heard.said if one.fact == _PREGNANCY), subject="", whose={})
        if _is_nursed(heard):
            return replace(heard, said=tuple(one for one in heard.said if one.fact not in WHO), subject="", whose={})
        if heard.subject != BABY or heard.numbers or session.facts[BABY] or session.known.get(_PREGNANCY) != _PREGNANT:
            return heard
        complaints = [term for term in heard.said if term.fact in self._ear.complaints]
        if any(term.id != self._babys for term in complaints) or any(term.fact in WHO and term.fact != "who" for term in heard.said):
            return heard
        hers = self._sign_of_hers(intent)
        return replace(heard, said=hers, denied=(), whose={}, subject="", mode="", kin="", called="") if hers else heard

    def _sign_of_hers(self, intent: Intent) -> tuple[Term, ...]:
        told = " ".join(slot.value for slot in (intent.slots or {}).values() if isinstance(slot.value, str))
        again = self._ear.hear(statement(f"{self._carrier} {told}"))
        return tuple(term for term in again.said if term.id == self._hers)


def _is_expected(heard: Heard) -> bool:
    """Whether nothing is told of a baby beside a pregnancy: "I'm pregnant, the baby comes in March"."""
    facts = {term.fact for term in heard.said}
    return heard.subject == BABY and heard.values(_PREGNANCY) == [_PREGNANT] and not heard.numbers and facts <= {_PREGNANCY, *WHO}


def _is_nursed(heard: Heard) -> bool:
    """Whether a product is asked about of which a nursed baby may get something: "does retinol harm the baby if I breastfeed"."""
    facts = {term.fact for term in heard.said}
    of_a_product = "ingredient" in facts and facts <= {_PREGNANCY, *_ASKED, *WHO}
    return heard.subject == BABY and heard.values(_PREGNANCY) == [_NURSES] and not heard.numbers and of_a_product
