"""Why, from where and how sure: read off the trace and the evidence of the last answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rules_core import Firing, KnowledgeBase, Result, Source

from ..fact_values import UNKNOWN
from .card import cited
from .pieces import BECAUSE, Pieces
from .plan import Plan
from .voice import Voice

_AUTHORS = re.compile(r"^(?:[A-Z][\w'’-]+ [A-Z]{1,3}(?:, | et al\.?|(?=\.)))+\.? ")
_MOST_FACTS = 3
_SPEAKER = ("who", "self")
_MOST_SOURCES = 2
_GRADES = ("guideline", "label", "review", "textbook", "case", "expert", "consumer", "project")


def why_lines(kb: KnowledgeBase, result: Result, plan: Plan, voice: Voice) -> list[str]:
    """The reason of the main conclusion, or of the condition that is there for this person: what they said, and why that counts."""
    held = next((one for one in plan.verdicts[: plan.at_once] if one.held), None)
    if held and not plan.flags:
        waits_for = [fact for one in result.withheld if one.conclusion.id == held.id for fact in one.facts]
        unsure = [fact for fact, value in result.facts.items() if value == UNKNOWN]
        because = next((kb.facts[fact].because for fact in (*unsure, *waits_for) if kb.facts[fact].because), "")
        return [voice("why_held", because=because) if because else voice("hold"), voice("disclaimer_short")]
    main = next((one for one in (*plan.spoken[:1], *plan.conditions) if told_facts(kb, result, one)), plan.spoken[0])
    told = [kb.name(fact, value) for fact, value in told_facts(kb, result, main)][:_MOST_FACTS]
    pieces = Pieces(kb, result.facts)
    reason = pieces.piece(main, BECAUSE).text
    lead = voice("why_told", facts=voice.listed(told)) if told else voice("why_general")
    return [lead, reason or source_line(kb, [main], voice), voice("disclaimer_short")]


def source_line(kb: KnowledgeBase, conclusions: Iterable[str], voice: Voice) -> str:
    """The best sources by title and publisher."""
    sources = cited(kb, conclusions)[:_MOST_SOURCES]
    if not sources:
        return voice("source_none")
    first, *others = (_named(one, voice) for one in sources)
    return " ".join([voice("source_first", source=first), *(voice("source_next", source=other) for other in others)])


def _named(source: Source, voice: Voice) -> str:
    """Title, publisher and year; the authors before a title are for reading, not for hearing."""
    title = _AUTHORS.sub("", source.title).rstrip(".")
    key = "source_entry_year" if source.year else "source_entry"
    return voice(key, title=title, publisher=source.publisher, year=str(source.year))


def sure_line(kb: KnowledgeBase, conclusions: Sequence[str], voice: Voice) -> str:
    """How strong the evidence of the main conclusion is, by its best grade."""
    grades = {evidence.grade for evidence in kb.entry(conclusions[0]).evidence}
    best = next((grade for grade in _GRADES if grade in grades), _GRADES[-1])
    return voice(f"sure_{best}")


def told_facts(kb: KnowledgeBase, result: Result, conclusion: str) -> list[tuple[str, str]]:
    """What the person said about somebody that led to a conclusion, each once, in the order of inference."""
    wanted: set[str] = {conclusion}
    told: dict[tuple[str, str], None] = {}
    for firing in reversed(result.trace):
        if wanted & _reached(firing):
            wanted.update(firing.conclusions)
            told.update(dict.fromkeys(_person_facts(kb, firing)))
    return list(reversed(told))


def _reached(firing: Firing) -> set[str]:
    """The conclusions a firing is about, however its effect is written."""
    return {word for effect in firing.effect for word in effect.replace(":", " ").split()}


def _person_facts(kb: KnowledgeBase, firing: Firing) -> Iterable[tuple[str, str]]:
    for fact, value in firing.facts.items():
        if kb.facts[fact].scope == "person" and kb.facts[fact].type != "int" and (fact, value) != _SPEAKER:
            for one in value if isinstance(value, tuple) else (value,):
                if one not in ("unknown", "none", "no", "not_applicable"):
                    yield fact, str(one)
