"""Signs that are denied one by one in a skill check: said back, kept for the question that asks for them, and added up."""

from __future__ import annotations

from .. import denied_apart
from ..presentation.paraphrase import absent
from ..remembering import fact_values
from ..remembering.changes import Change
from ..turn import Turn


def new(turn: Turn) -> list[Change]:
    """What is denied beside the question and was not denied before."""
    check, ear = turn.session.check, turn.guide.ear
    told = denied_apart.newly(check, turn.update.changes, turn.session.asking, ear.complaints) if check else []
    return [one for one in told if one.value not in (fact_values.NONE, turn.guide.kb.facts[one.fact].no)]


def said_back(turn: Turn) -> str:
    """What is denied beside the question, said back; it is kept for the question that will ask for it."""
    check, told = turn.session.check, new(turn)
    assert check is not None
    turn.session.check = denied_apart.noted(check, turn.update.changes)
    return absent(turn.guide.kb, told, turn.voice)


def covered(turn: Turn) -> tuple[str, ...]:
    """The facts of the question all of whose signs were denied one by one, which are noted as denied."""
    session, kb = turn.session, turn.guide.kb
    assert session.check is not None
    facts = session.facts[session.check.subject]
    names = denied_apart.covered(kb, turn.guide.ear, session.check, session.asking, facts)
    facts.update({name: fact_values.none_of(kb.facts[name]) for name in names})
    return names
