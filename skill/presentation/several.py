"""Several things in one breath: which of them still wait to be told about, and one answer for two people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules_core import KnowledgeBase, Result

from ..fact_values import UNKNOWN
from .answer import Answer, Question
from .limits import WORDS_A_TURN, word_count
from .pieces import HOLD, SAY, Piece, Pieces
from .plan import Plan, make_plan
from .voice import Voice

_SEVERAL = "ingredient"


def rest_line(kb: KnowledgeBase, result: Result, plan: Plan, said: Iterable[Piece], voice: Voice) -> str:
    """Which of the things asked about are not in these pieces, and how to hear of them; empty where all of them are."""
    told = {piece.name.partition(":")[0] for piece in said}
    untold = {one.id for one in plan.verdicts} - told
    asked = [one for one in _asked(result) if one != UNKNOWN]
    if not untold or len(asked) < 2:
        return ""
    names = [kb.name(_SEVERAL, one) for one in asked if untold & _verdicts_on(kb, result, one)]
    return voice("rest_waits", names=voice.listed(names)) if names else ""


def for_each(kb: KnowledgeBase, told: Sequence[tuple[str, Result]], voice: Voice) -> Answer:
    """The verdict for each of several people, said behind whom it is for; with its conditions, where there is room for all."""
    shorter, longer = [], []
    for whom, result in told:
        plan, pieces = make_plan(kb, result, None), Pieces(kb, result.facts)
        first = [pieces.piece(one.id, HOLD if one.held else SAY).text for one in plan.verdicts[:1]]
        shorter.append(" ".join((whom, *first)))
        longer.append(" ".join((whom, *first, *(pieces.piece(one, SAY).text for one in plan.conditions))))
    disclaimer, question = voice("disclaimer_short"), Question(voice("ask_open"), voice("ask_open_reprompt"))
    whole = Answer((*longer, disclaimer), question, more=())
    return whole if word_count(whole.speech) <= WORDS_A_TURN else Answer((*shorter, voice("each_alone"), disclaimer), question, more=())


def _asked(result: Result) -> tuple[str, ...]:
    value = result.facts.get(_SEVERAL, ())
    return value if isinstance(value, tuple) else (str(value),)


def _verdicts_on(kb: KnowledgeBase, result: Result, one: str) -> set[str]:
    """What is concluded, or held back, where this one thing is asked about alone."""
    facts = {name: value for name, value in result.facts.items() if not kb.facts[name].derived_from}
    alone = kb.infer({**facts, _SEVERAL: [one]})
    return {conclusion.id for conclusion in (*alone.conclusions, *(held.conclusion for held in alone.withheld))}
