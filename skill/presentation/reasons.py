"""Why, from where and how sure: read off the trace and the evidence of the last answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rules_core import Firing, KnowledgeBase, Result, Source

from ..remembering.fact_values import UNKNOWN
from .card import cited
from .limits import WORDS_A_TURN, word_count
from .pieces import BECAUSE, SAY, Pieces
from .plan import Plan
from .voice import Voice

_AUTHORS = re.compile(r"^(?:[A-Z][\w'’-]+ [A-Z]{1,3}(?:, | et al\.?|(?=\.)))+\.? ")
_MOST_FACTS = 3
_SPEAKER = ("who", "self")
_MOST_SOURCES = 2
_SCORE, _LEVEL = "score", "level"
_TREATMENT, _EXPLAINS = "treatment", "explanation"
_LABEL = "label"
"""Tells how a product is to be used, and nothing of how milia come and go."""
_OF_USE, _STEP = ("product", "home_care"), "step_"
"""Questions about what somebody may use or do at home, of which no trial tells whether it helps."""
_A_CLAIM, _LONGEST_CLAIM = 3, 32
"""Words of the shortest sentence that says something by itself, and of the longest that is said once more."""
_ROOM = WORDS_A_TURN - 10
"""For a flag and what is said before it; the rest is the question after it."""
_GRADES = ("guideline", "label", "review", "textbook", "case", "expert", "consumer", "project")
_FIRM = _GRADES[:4]
"""The grades of which somebody who was warned is told how sure they make it; the others are no reason to wait."""


def why_lines(kb: KnowledgeBase, result: Result, plan: Plan, voice: Voice) -> list[str]:
    """The reason of the main conclusion, or of the condition that is there for this person: what they said, and why that counts."""
    held = next((one for one in plan.verdicts[: plan.at_once] if one.held), None)
    if held and not plan.flags:
        waits_for = [fact for one in result.withheld if one.conclusion.id == held.id for fact in one.facts]
        unsure = [fact for fact, value in result.facts.items() if value == UNKNOWN]
        because = next((kb.facts[fact].because for fact in (*unsure, *waits_for) if kb.facts[fact].because), "")
        return [voice("why_held", because=because) if because else voice("hold"), voice("disclaimer_short")]
    main = next((one for one in (*plan.spoken[:1], *plan.conditions) if told_facts(kb, result, one)), plan.spoken[0])
    return [_lead(kb, result, main, voice), _reason(kb, result, plan, main) or source_line(kb, [main], voice), voice("disclaimer_short")]


def _reason(kb: KnowledgeBase, result: Result, plan: Plan, main: str) -> str:
    """Why the main conclusion holds; where it gives no reason of its own, the condition that goes with it is one."""
    pieces = Pieces(kb, result.facts)
    return pieces.piece(main, BECAUSE).text or next((pieces.piece(one, SAY).text for one in plan.conditions if one != main), "")


def _lead(kb: KnowledgeBase, result: Result, main: str, voice: Voice) -> str:
    """What the conclusion rests on in what this person said or was not sure about; empty where it holds whoever asks."""
    told = list(dict.fromkeys(kb.name(fact, value) for fact, value in told_facts(kb, result, main)))[:_MOST_FACTS]
    if told:
        return voice("why_told", facts=voice.listed(told))
    unsure = next((kb.facts[fact].because for fact in unsure_facts(result, main) if kb.facts[fact].because), "")
    return voice("why_unsure", because=unsure) if unsure else ""


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


def sure_line(kb: KnowledgeBase, conclusions: Sequence[str], facts: Mapping[str, Any], voice: Voice) -> str:
    """Of what it is how sure: the main conclusion, and the best grade of its evidence.

    What is allowed on the skin is one thing and whether it helps another: a label tells how to use it, and no trial what it does.
    """
    entry, topic = kb.entry(conclusions[0]), str(facts.get("topic", ""))
    grades = {evidence.grade for evidence in entry.evidence}
    grades = grades - {_LABEL} or grades if entry.kind == _EXPLAINS else grades
    best = next((grade for grade in _GRADES if grade in grades), _GRADES[-1])
    if entry.kind == _TREATMENT or (entry.kind == _EXPLAINS and (topic in _OF_USE or topic.startswith(_STEP))):
        return voice("sure_untested", use=voice(f"use_{best}"))
    if entry.role == "flag" and best not in _FIRM:
        return voice("sure_flag")
    claim = _claim(Pieces(kb, facts).piece(conclusions[0], SAY).text)
    return voice("sure_of", claim=claim, sure=voice(f"sure_{best}")) if claim else voice(f"sure_{best}")


def _claim(text: str) -> str:
    """The first sentence of a text that says something, a "yes", "no" or "maybe" before it among it; empty where it is long."""
    first, _, rest = text.partition(". ")
    said = text if not rest else f"{first}. {rest.partition('. ')[0].rstrip('.')}." if word_count(first) < _A_CLAIM else f"{first}."
    return said if word_count(said) <= _LONGEST_CLAIM else ""


def careful(kb: KnowledgeBase, result: Result, plan: Plan, voice: Voice) -> list[str]:
    """That a flag rests on what the person was not sure about alone; nothing where it rests on more, or would get too long."""
    top, line = plan.flags[0], voice("check_careful")
    rests_on_doubt = bool(unsure_facts(result, top)) and not told_facts(kb, result, top)
    return [line] if rests_on_doubt and word_count(f"{line} {kb.text(top, facts=result.facts).say}") <= _ROOM else []


def told_facts(kb: KnowledgeBase, result: Result, conclusion: str) -> list[tuple[str, str]]:
    """What the person said about somebody that led to a conclusion, each once, in the order of inference."""
    told: dict[tuple[str, str], None] = {}
    for firing in _behind(result, conclusion):
        told.update(dict.fromkeys(_person_facts(kb, firing)))
    return list(reversed(told))


def unsure_facts(result: Result, conclusion: str) -> list[str]:
    """The facts a conclusion rests on because the person was not sure about them."""
    return [fact for firing in _behind(result, conclusion) for fact, value in firing.facts.items() if value == UNKNOWN]


def _behind(result: Result, conclusion: str) -> Iterator[Firing]:
    """The firings that led to a conclusion, the last first: by what they conclude, the points they give and the level they set."""
    wanted: set[str] = {conclusion}
    for firing in reversed(result.trace):
        if wanted & _reached(firing):
            yield firing
            for test in firing.conclusions:
                kind, _, rest = test.partition(" ")
                wanted.add(rest.partition(" ")[0] if kind == _SCORE else f"{_LEVEL}_{result.level}" if kind == _LEVEL else test)


def _reached(firing: Firing) -> set[str]:
    """The conclusions a firing is about, however its effect is written; points taken off lead to nothing."""
    effects = (effect.replace(":", " ").split() for effect in firing.effect)
    return {word for words in effects if not words[-1].startswith("-") for word in words}


def _person_facts(kb: KnowledgeBase, firing: Firing) -> Iterable[tuple[str, str]]:
    for fact, value in firing.facts.items():
        if kb.facts[fact].scope == "person" and kb.facts[fact].type != "int" and (fact, value) != _SPEAKER:
            for one in value if isinstance(value, tuple) else (value,):
                if one not in ("unknown", "none", "no", "not_applicable"):
                    yield fact, str(one)
