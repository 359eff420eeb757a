"""Rules of an authored pack: conditions read and multiplied out, effects resolved to conclusions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..compact import TestTable
from ..conditions import Condition
from ..dnf import MAX_ALTERNATIVES, Alternative, TooManyAlternatives, alternatives
from ..errors import nearest
from ..model import FactSpec
from .authored import AuthoredPack, Place, Refusals
from .order import LEVEL, Kinds, check_order, put_in_order
from .parse import ConditionError, Declared, parse_condition


@dataclass
class DraftRule:
    """A rule on its way to the compiled form; `earliest` is the first stratum in which its condition can be judged."""

    id: str
    place: Place
    condition: Condition
    alternatives: tuple[Alternative, ...]
    conclude: list[str]
    veto: list[str]
    score: dict[str, int]
    earliest: int = 0


def rules_of(
    authored: AuthoredPack, faults: Refusals, kinds: Kinds, specs: Mapping[str, FactSpec], tests: TestTable
) -> list[dict[str, Any]]:
    """The compiled rules; `tests` then holds every single test they make."""
    scores = {name for rule, _ in authored.items("rules") for name in rule["then"].get("score", {})}
    declared = Declared(specs, kinds.of, scores, tuple(kinds.levels))
    drafts = []
    for raw, place in authored.items("rules"):
        draft = _draft(raw, place, faults, kinds, declared)
        if draft is not None:
            drafts.append(draft)
    put_in_order(drafts, kinds)
    for draft in drafts:
        check_order(draft, faults, kinds)
    return [_compiled(draft, tests) for draft in drafts]


def _compiled(draft: DraftRule, tests: TestTable) -> dict[str, Any]:
    document, path = draft.place.document, draft.place.path
    return {
        "id": draft.id, "when": tests.tree(draft.condition), "alternatives": tests.codes(draft.alternatives),
        "conclude": draft.conclude, "veto": draft.veto, "score": draft.score, "earliest": draft.earliest,
        "file": document.file, "line": document.line(path),
    }


def _draft(raw: dict[str, Any], place: Place, faults: Refusals, kinds: Kinds, declared: Declared) -> DraftRule | None:
    conclude, veto = _conclusions(raw["then"], place, faults, kinds), _vetoes(raw["then"], place, faults, kinds)
    for name in (*conclude, *veto):
        if name not in kinds.of:
            faults.refuse(place, "reference", f"the conclusion {name!r} is not declared", nearest(name, kinds.of), ("then",))
    try:
        condition = parse_condition(raw["when"], declared)
        flat = alternatives(condition)
    except ConditionError as error:
        faults.refuse(place, "condition", error.problem, error.hint, ("when", *error.path))
        return None
    except TooManyAlternatives:
        problem = f"multiplies out to more than {MAX_ALTERNATIVES} alternatives"
        faults.refuse(place, "alternatives", problem, "split it into several rules", ("when",))
        return None
    if not flat:
        faults.refuse(place, "unreachable", "contradicts itself and can never hold", "remove one of the clashing tests", ("when",))
    return DraftRule(raw["id"], place, condition, flat, conclude, veto, raw["then"].get("score", {}))


def _conclusions(then: dict[str, Any], place: Place, faults: Refusals, kinds: Kinds) -> list[str]:
    names = _several(then.get("conclude", []))
    if "level" not in then:
        return names
    if then["level"] not in kinds.levels:
        faults.refuse(place, "reference", f"{then['level']!r} is not a level", nearest(then["level"], kinds.levels), ("then", "level"))
        return names
    return [*names, f"level_{then['level']}"]


def _vetoes(then: dict[str, Any], place: Place, faults: Refusals, kinds: Kinds) -> list[str]:
    veto = then.get("veto", [])
    names = _several(veto)
    if isinstance(veto, dict):
        wanted = _several(veto["kind"])
        for kind in wanted:
            if kind not in kinds.stratum_of:
                faults.refuse(place, "reference", f"the kind {kind!r} is in no stratum", nearest(kind, kinds.stratum_of), ("then", "veto"))
        names = [name for name, kind in kinds.of.items() if kind in wanted]
    for name in names:
        if kinds.of.get(name) == LEVEL:
            hint = "levels only rise; make the level's rule narrower"
            faults.refuse(place, "monotone", f"vetoes the level {name!r}", hint, ("then", "veto"))
    return names


def _several(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return list(value) if isinstance(value, list) else []
