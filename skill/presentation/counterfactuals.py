"""Why not, and what would change it: what stands against an answer, and the fewest answers that would turn it."""

from __future__ import annotations

from collections.abc import Mapping

from rules_core import KnowledgeBase, Result
from rules_core.model import FactValue

from ..remembering.fact_values import NONE, UNKNOWN
from .pieces import BECAUSE, Pieces
from .plan import Plan
from .reasons import told_facts
from .voice import Voice

_DO = "use_"
_TRIES = 600
"""Combinations tried: well under a second, Alexa waits eight."""
_MOST_ANSWERS = 2
_MOST_LISTED = 3
LEVEL = "level"


def treatment_in_question(result: Result) -> str:
    """The treatment the last answer was about, refused ones first; empty where it was about none."""
    refused = [one.conclusion.id for one in result.vetoed] + [one.conclusion.id for one in result.withheld]
    standing = [one.id for one in result.conclusions]
    return next((name for name in (*refused, *standing) if name.startswith(_DO)), "")


def why_not_lines(kb: KnowledgeBase, result: Result, plan: Plan, treatment: str, voice: Voice) -> list[str]:
    """What rules a treatment out or holds it back: the answers that did it, or the ones still missing."""
    proof = kb.why(result, treatment)
    if proof.state == "vetoed":
        against = [veto for veto in proof.vetoes if veto.holds]
        told = dict.fromkeys(name for veto in against for fact, value in veto.facts.items() for name in _names(kb, fact, value))
        line = voice("why_not_told", facts=voice.listed(list(told)[:_MOST_LISTED])) if told else voice("why_not_rule")
        reason = Pieces(kb, result.facts).piece(plan.spoken[0], BECAUSE).text if plan.spoken else ""
        return [line, reason]
    if proof.state == "withheld":
        missing = next(one.facts for one in result.withheld if one.conclusion.id == treatment)
        because = next((kb.facts[fact].because for fact in missing if kb.facts[fact].because), "")
        own = dict.fromkeys(kb.name(*one) for name in plan.conditions for one in told_facts(kb, result, name))
        also = [voice("why_held_told", facts=voice.listed(list(own)[:_MOST_LISTED]))] if own else []
        return [*also, voice("why_held", because=because) if because else voice("hold")]
    if proof.state == "concluded":
        return [voice("why_not_allowed")]
    return [voice("why_not_unreached")]


def change_lines(kb: KnowledgeBase, result: Result, plan: Plan, voice: Voice) -> list[str]:
    """The fewest changed answers that would flip the treatment in question or move the level, each tried out.

    What is held back waits for answers that were not given yet; those are what would change it. Where no answer that was given
    would, new signs would: the safety net names them.
    """
    target = treatment_in_question(result) or LEVEL
    if any(one.conclusion.id == target for one in result.withheld):
        return why_not_lines(kb, result, plan, target, voice)
    told = kb.what_if(result, target, most=_MOST_ANSWERS, tries=_TRIES, lifts=True)
    by_facts: dict[tuple[str, ...], str] = {}
    for change in told.changes:
        text = _change(kb, result, change.facts, voice) if _was_told(result, change.facts) else ""
        if text:
            by_facts.setdefault(tuple(change.facts), text)
    useful = list(by_facts.values())[:_MOST_LISTED]
    if not useful:
        nets = " ".join(kb.text(one, facts=result.facts).say for one in plan.safety_nets)
        return [voice("change_signs", signs=nets) if nets else voice("change_none")]
    lifted = all(change.state == "withheld" for change in told.changes)
    key = "change_level" if target == LEVEL else "change_to_no" if target in result else "change_lifted" if lifted else "change_to_yes"
    return [voice(key, changes=voice.listed(useful, "or"))]


def _was_told(result: Result, changed: Mapping[str, object]) -> bool:
    """Whether all that would be different was told otherwise: what nobody mentioned, or denied having at all, is no answer to turn."""
    return all(result.facts.get(fact, UNKNOWN) not in (UNKNOWN, (NONE,)) for fact in changed)


def _change(kb: KnowledgeBase, result: Result, facts: object, voice: Voice) -> str:
    assert isinstance(facts, dict)
    parts = [part for fact, value in facts.items() for part in _instead(kb, result, fact, value, voice)]
    return voice.listed([part for part in parts if part])


def _instead(kb: KnowledgeBase, result: Result, fact: str, value: FactValue, voice: Voice) -> list[str]:
    """The names of a changed answer; of one choice also what was told instead of it."""
    names = _names(kb, fact, value)
    if not names:
        return [_denial(kb, result, fact, voice)]
    old = result.facts.get(fact)
    if isinstance(old, str) and isinstance(value, str) and old != UNKNOWN:
        return [voice("change_instead", new=names[0], old=kb.name(fact, old))]
    return names


def _denial(kb: KnowledgeBase, result: Result, fact: str, voice: Voice) -> str:
    """How "none of that" is said for a fact: against what was told of it, by its label, or in general."""
    told = _names(kb, fact, result.facts.get(fact, UNKNOWN))
    if told:
        return voice("change_not", facts=voice.listed(told, "or"))
    label = kb.facts[fact].labels.get(NONE) or kb.facts[fact].labels.get("no")
    return label or voice("change_denied", fact=fact.replace("_", " "))


def _names(kb: KnowledgeBase, fact: str, value: FactValue) -> list[str]:
    values = value if isinstance(value, tuple) else (value,)
    if kb.facts[fact].scope != "person" or kb.facts[fact].derived_from or isinstance(value, int):
        return []
    return [kb.name(fact, str(one)) for one in values if one not in (UNKNOWN, NONE)]
