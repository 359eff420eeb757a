"""Join an authored pack into the compiled form the run time reads, refusing what does not fit.

The compiled form is plain JSON: names resolved, levels and kinds turned into conclusion ids, values of
facts completed from the vocabulary, conditions multiplied out, each rule in its place in the order of inference.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..compact import TestTable
from ..errors import PackError, Problem, nearest
from ..kernel import fnv1a
from ..model import FactSpec
from ..packs import FORMAT
from .authored import AuthoredPack, Refusals
from .link_facts import facts_of, vocabulary_of
from .link_rules import rules_of
from .order import LEVEL, Kinds


def compile_pack(authored: AuthoredPack) -> dict[str, Any]:
    """The compiled form of `authored`. Raises PackError listing every fault."""
    faults = Refusals(authored)
    compiled = _compile(authored, faults)
    if faults.problems:
        raise PackError(sorted(faults.problems, key=lambda p: (p.file, p.line, p.problem)))
    return compiled


def content_hash(compiled: dict[str, Any]) -> str:
    """SHA-256 of what the pack says and decides; where it stands in files does not count."""
    content = {key: value for key, value in compiled.items() if key not in ("hash", "sources_hash")}
    content["rules"] = [{k: v for k, v in rule.items() if k not in ("file", "line")} for rule in compiled["rules"]]
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _compile(authored: AuthoredPack, faults: Refusals) -> dict[str, Any]:
    data = authored.data
    for section in ("facts", "screens", "sources", "conclusions", "rules"):
        faults.unique(section)
    kinds = Kinds(data)
    vocabulary, wordings = vocabulary_of(authored, faults)
    facts = facts_of(authored, faults, vocabulary)
    specs = {raw["id"]: FactSpec(**{**raw, "values": tuple(raw["values"])}) for raw in facts}
    conclusions = _conclusions(authored, faults, kinds, specs)
    tests = TestTable()
    rules = rules_of(authored, faults, kinds, specs, tests)
    _check_translations(authored, faults, conclusions)
    _check_names(authored, faults)
    compiled = {
        "format": FORMAT,
        "pack": dict(data["pack"]),
        "levels": data["levels"],
        "strata": data["strata"],
        "decision": data.get("decision", {"level": True}),
        "opposites": data.get("opposites", []),
        "facts": facts,
        "screens": data["screens"],
        "vocabulary": vocabulary,
        "wordings": wordings,
        "sources": [{k: v for k, v in item.items() if k != "note"} for item in data["sources"]],
        "conclusions": conclusions,
        "tests": tests.rows(),
        "rules": rules,
        "translations": data["translations"],
        "omitted": data["omitted"],
    }
    compiled["hash"] = content_hash(compiled)
    return compiled


def _conclusions(authored: AuthoredPack, faults: Refusals, kinds: Kinds, specs: dict[str, FactSpec]) -> list[dict[str, Any]]:
    default = authored.data.get("checked", {})
    sources = {item["id"] for item, _ in authored.items("sources")}
    result = []
    for raw, place in authored.items("conclusions"):
        if raw["kind"] not in kinds.stratum_of:
            hint = nearest(raw["kind"], kinds.stratum_of)
            faults.refuse(place, "reference", f"the kind {raw['kind']!r} is in no stratum", hint, ("kind",))
        for number, cited in enumerate(raw.get("evidence", [])):
            if cited["source"] not in sources:
                hint = nearest(cited["source"], sources)
                faults.refuse(place, "reference", f"the source {cited['source']!r} is not in sources", hint, ("evidence", number))
        for fact, value in raw.get("offer", {}).get("facts", {}).items():
            if fact not in specs or value not in specs[fact].values:
                hint = nearest(str(value), specs[fact].values) if fact in specs else nearest(fact, specs)
                faults.refuse(place, "reference", f"offers {fact}: {value}, which is not declared", hint, ("offer",))
        role = "more" if raw.get("say") else "silent"
        result.append({"role": role, "priority": 50, "checked": default, **raw})
    known = {item["id"] for item in result}
    for level in authored.data["levels"]:
        if f"level_{level}" not in known:
            problem = Problem("pack.yaml", 1, "levels", f"no conclusion level_{level}", f"declare it with kind: {LEVEL}", "reference")
            faults.problems.append(problem)
    stop = authored.data.get("decision", {}).get("stops_at")
    if stop is not None and stop not in authored.data["levels"]:
        hint = nearest(stop, authored.data["levels"])
        faults.problems.append(Problem("pack.yaml", 1, "decision", f"stops at the level {stop!r}, which is none", hint, "reference"))
    return result


def _check_names(authored: AuthoredPack, faults: Refusals) -> None:
    """No two names have the hash by which the engine tells names apart. They never reach it; this is the second lock."""
    taken: dict[int, str] = {}
    for section in ("facts", "conclusions", "rules"):
        for item, place in authored.items(section):
            for name in (item["id"], *(item["then"].get("score", ()) if section == "rules" else ())):
                other = taken.setdefault(fnv1a(name), name)
                if other != name:
                    faults.refuse(place, "collision", f"{name!r} has the same 32-bit hash as {other!r}", "rename one of them")


def _check_translations(authored: AuthoredPack, faults: Refusals, conclusions: list[dict[str, Any]]) -> None:
    """A locale that has been started has every spoken text."""
    spoken = {item["id"] for item in conclusions if item.get("say")}
    done: dict[str, set[str]] = {}
    for item, place in authored.items("translations"):
        done.setdefault(item["locale"], set()).add(item["of"])
        if item["of"] not in spoken:
            faults.refuse(place, "reference", f"translates {item['of']!r}, which says nothing", nearest(item["of"], spoken), ("of",))
    for item, place in authored.items("conclusions"):
        for locale, names in done.items():
            if item["id"] in spoken and item["id"] not in names:
                faults.refuse(place, "translation", f"has no text in {locale}", "translate it, or leave the locale out")
