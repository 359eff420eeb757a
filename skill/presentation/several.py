"""Several things in one breath: which still wait to be told about, a verdict on each, and one answer for two people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules_core import KnowledgeBase, Result

from ..remembering.fact_values import UNKNOWN
from .answer import Answer
from .closing import anything_else
from .limits import WORDS_A_TURN, word_count
from .pieces import HOLD, SAY, Piece, Pieces, fill
from .plan import Plan, make_plan
from .voice import Voice

_SEVERAL = "ingredient"
_BY_VERDICT = (("avoid_", "each_avoid"), ("see_", "each_see"), ("use_", "each_use"))
"""What the name of a verdict begins with, and how several things of that verdict are spoken of; a verdict that explains says it itself."""


def rest_line(
    kb: KnowledgeBase, result: Result, plan: Plan, said: Iterable[Piece], voice: Voice, room: int = WORDS_A_TURN
) -> str:
    """Which of the things asked about are not in these pieces, and how to hear of them; empty where all of them are.

    They are named where there is room for their names.
    """
    told = {piece.name.partition(":")[0] for piece in said}
    untold = {one.id for one in plan.verdicts} - told
    asked = [one for one in _asked(result) if one != UNKNOWN]
    if not untold or len(asked) < 2:
        return ""
    names = [kb.name(_SEVERAL, one) for one in asked if untold & _verdicts_on(kb, result, one)]
    line = voice("rest_waits", names=voice.listed(names)) if names else ""
    return line if word_count(line) <= room else voice("rest_waits_unnamed")


def for_each(kb: KnowledgeBase, told: Sequence[tuple[str, Result]], voice: Voice) -> Answer:
    """The verdict for each of several people, behind whom it is for; said once where it is the same.

    Conditions are said where there is room for all. Where there is none even for the verdicts, one that waits for an answer is put
    short.
    """
    disclaimer, question = voice("disclaimer_short"), anything_else(voice)
    texts = [_texts(kb, result) for _, result in told]
    held = [text[0] if not waits else voice("hold") for text, waits in texts]
    ways = (
        [" ".join(text) for text, _ in texts],
        [*(text[0] for text, _ in texts), voice("each_alone")],
        [*held, voice("each_alone")],
    )
    answers = [Answer((*_behind([whom for whom, _ in told], way, voice), disclaimer), question, more=()) for way in ways]
    return next((answer for answer in answers if answer.words <= WORDS_A_TURN), answers[-1])


def each_thing(kb: KnowledgeBase, alone: Mapping[str, Result], voice: Voice) -> Answer:
    """The verdict on each of several things, asked about alone: which to leave out, to ask about first, to try, and what else is known.

    `alone` are the things and what is concluded for each. The conditions of all are said where there is room for them.
    """
    names: dict[str, list[str]] = {}
    explained, conditions = [], {}
    for one, result in alone.items():
        plan, pieces = make_plan(kb, result, None), Pieces(kb, result.facts)
        verdict = next(iter(plan.verdicts), None)
        kind = next((key for prefix, key in _BY_VERDICT if verdict and verdict.id.startswith(prefix)), "")
        if kind:
            names.setdefault(kind, []).append(kb.name(_SEVERAL, one))
        elif verdict:
            explained.append(_first_sentence(pieces.piece(verdict.id, SAY).text))
        conditions.update({name: pieces.piece(name, SAY) for name in plan.conditions})
    told = [*(voice(key, names=voice.listed(names[key])) for _, key in _BY_VERDICT if key in names), *dict.fromkeys(explained)]
    disclaimer, question = voice("disclaimer_short"), anything_else(voice)
    room = WORDS_A_TURN - word_count(" ".join((*told, disclaimer, question.text)))
    said, _ = fill(conditions.values(), room)
    return Answer((*told, *(piece.text for piece in said), disclaimer), question, more=())


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."


def _texts(kb: KnowledgeBase, result: Result) -> tuple[list[str], bool]:
    """The first verdict with its conditions, and whether it waits for an answer."""
    plan, pieces = make_plan(kb, result, None), Pieces(kb, result.facts)
    first = [pieces.piece(one.id, HOLD if one.held else SAY).text for one in plan.verdicts[:1]] or [""]
    return [*first, *(pieces.piece(one, SAY).text for one in plan.conditions)], any(one.held for one in plan.verdicts[:1])


def _behind(whom: Sequence[str], texts: Sequence[str], voice: Voice) -> list[str]:
    """The texts behind whom they are for; one for all where they are the same."""
    own, rest = texts[: len(whom)], texts[len(whom) :]
    if len(set(own)) == 1:
        return [f"{voice('about_both')} {own[0]}", *rest]
    return [*(f"{one} {text}" for one, text in zip(whom, own, strict=True)), *rest]


def _asked(result: Result) -> tuple[str, ...]:
    value = result.facts.get(_SEVERAL, ())
    return value if isinstance(value, tuple) else (str(value),)


def _verdicts_on(kb: KnowledgeBase, result: Result, one: str) -> set[str]:
    """What is concluded, or held back, where this one thing is asked about alone."""
    facts = {name: value for name, value in result.facts.items() if not kb.facts[name].derived_from}
    alone = kb.infer({**facts, _SEVERAL: [one]})
    return {conclusion.id for conclusion in (*alone.conclusions, *(held.conclusion for held in alone.withheld))}
