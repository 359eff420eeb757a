"""Join an authored pack into the compiled form the run time reads, refusing what does not fit.

The compiled form is plain JSON: names resolved, levels and kinds turned into conclusion ids,
values of facts completed from the vocabulary, each rule given its place in the order of inference.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from .authoring import AuthoredPack, Place
from .conditions import LevelTest, Not, ScoreTest, StateTest, atoms
from .dnf import MAX_ALTERNATIVES, TooManyAlternatives, alternatives
from .errors import PackError, Problem, nearest
from .model import FactSpec
from .parse import WORDS, ConditionError, Declared, parse_condition

FORMAT = 1
LEVEL = "level"
RESERVED = {*WORDS, "always", "id", "sid"}


def compile_pack(authored: AuthoredPack) -> dict[str, Any]:
    """The compiled form of `authored`. Raises PackError listing every fault."""
    linker = _Linker(authored)
    compiled = linker.compile()
    if linker.problems:
        raise PackError(sorted(linker.problems, key=lambda p: (p.file, p.line, p.problem)))
    return compiled


def content_hash(compiled: dict[str, Any]) -> str:
    """SHA-256 of what the pack says and decides; where it stands in files does not count."""
    content = {key: value for key, value in compiled.items() if key not in ("hash", "sources_hash")}
    content["rules"] = [{k: v for k, v in rule.items() if k not in ("file", "line")} for rule in compiled["rules"]]
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


class _Linker:
    def __init__(self, authored: AuthoredPack) -> None:
        self.authored = authored
        self.problems: list[Problem] = []
        data = authored.data
        self.levels: list[str] = data["levels"]
        self.stratum_of_kind: dict[str, int] = {}
        for number, stratum in enumerate(data["strata"]):
            for kind in stratum["kinds"]:
                self.stratum_of_kind[kind] = number

    def refuse(self, place: Place, check: str, problem: str, hint: str = "", inside: tuple[str | int, ...] = ()) -> None:
        self.problems.append(place.problem(check, problem, hint, inside))

    def unique(self, section: str, key: Callable[[dict[str, Any]], str]) -> None:
        seen: dict[str, Place] = {}
        for item, place in self.authored.items(section):
            name = key(item)
            if name in seen:
                first = seen[name]
                at = f"{first.document.file}:{first.document.line(first.path)}"
                self.refuse(place, "unique", f"{name!r} is declared twice in {section}", f"the first stands at {at}")
            seen.setdefault(name, place)

    def compile(self) -> dict[str, Any]:
        data = self.authored.data
        for section in ("facts", "screens", "sources", "conclusions", "rules"):
            self.unique(section, lambda item: str(item["id"]))
        vocabulary = self.vocabulary()
        facts = self.facts(vocabulary)
        specs = {raw["id"]: FactSpec(**{**raw, "values": tuple(raw["values"])}) for raw in facts}
        self.check_vocabulary(specs)
        self.check_screens(specs)
        conclusions = self.conclusions(specs)
        rules = self.rules(specs)
        self.check_translations(conclusions)
        compiled = {
            "format": FORMAT,
            "pack": dict(data["pack"]),
            "levels": self.levels,
            "strata": data["strata"],
            "decision": data.get("decision", {"level": True}),
            "opposites": data.get("opposites", []),
            "facts": facts,
            "screens": data["screens"],
            "vocabulary": vocabulary,
            "sources": [{k: v for k, v in item.items() if k != "note"} for item in data["sources"]],
            "conclusions": conclusions,
            "rules": rules,
            "translations": data["translations"],
            "omitted": data["omitted"],
        }
        compiled["hash"] = content_hash(compiled)
        return compiled

    def vocabulary(self) -> list[dict[str, Any]]:
        types: dict[str, dict[str, dict[str, Any]]] = {}
        for section, place in self.authored.items("vocabulary"):
            terms = types.setdefault(section["type"], {})
            for number, term in enumerate(section["terms"]):
                fact, value = term["id"].split(".")
                if term["id"] in terms:
                    self.refuse(place, "unique", f"the term {term['id']!r} stands twice in {section['type']}", "join them", ("terms", number))
                terms[term["id"]] = {
                    "id": term["id"], "fact": fact, "value": value, "name": term["name"],
                    "says": term.get("says", []), "classes": term.get("classes", []), "subject": term.get("subject", ""),
                }
        return [{"id": name, "terms": list(terms.values())} for name, terms in types.items()]

    def facts(self, vocabulary: list[dict[str, Any]]) -> list[dict[str, Any]]:
        spoken: dict[str, list[str]] = {}
        for slot_type in vocabulary:
            for term in slot_type["terms"]:
                spoken.setdefault(term["fact"], []).append(term["value"])
        result = []
        for raw, place in self.authored.items("facts"):
            fact = {k: v for k, v in raw.items() if k not in ("values_from", "unit")}
            values = ["yes", "no"] if raw["type"] == "yes_no" else list(raw.get("values", []))
            if raw.get("values_from"):
                values += spoken.get(raw["id"], [])
            fact["values"] = list(dict.fromkeys(v for v in values if v != "unknown"))
            self.check_fact(raw, fact, place)
            result.append(fact)
        return result

    def check_fact(self, raw: dict[str, Any], fact: dict[str, Any], place: Place) -> None:
        if raw["id"] in RESERVED:
            self.refuse(place, "form", f"{raw['id']!r} is a word of the rule language", "choose another name")
        if raw["type"] == "int":
            if "min" not in raw or "max" not in raw or raw["min"] >= raw["max"] or abs(raw["max"]) > 2**31 or abs(raw["min"]) > 2**31:
                self.refuse(place, "form", "a whole number needs min < max within 32 bits", "add min: and max:")
        elif not fact["values"]:
            self.refuse(place, "form", "has no values", "list them, or say values_from: vocabulary")
        for value in (*raw.get("bands", {}), *([raw["no"]] if "no" in raw else [])):
            if value not in fact["values"]:
                self.refuse(place, "form", f"{value!r} is not one of its values", nearest(value, fact["values"]))
        for value in raw.get("labels", {}):
            if value not in fact["values"] and value not in ("none", "unknown"):
                self.refuse(place, "form", f"labels the value {value!r} it does not have", nearest(value, fact["values"]), ("labels",))

    def check_vocabulary(self, specs: dict[str, FactSpec]) -> None:
        for section, place in self.authored.items("vocabulary"):
            for number, term in enumerate(section["terms"]):
                fact, value = term["id"].split(".")
                spec = specs.get(fact)
                if spec is None:
                    self.refuse(place, "reference", f"{term['id']!r}: no fact {fact!r}", nearest(fact, specs), ("terms", number))
                elif spec.type != "int" and value not in (*spec.values, "none"):
                    self.refuse(place, "reference", f"{term['id']!r}: {fact!r} has no value {value!r}", nearest(value, spec.values), ("terms", number))
        for raw, place in self.authored.items("facts"):
            source = raw.get("derived_from")
            if source and (source not in specs or specs[source].type != "multi" or raw["type"] != "multi"):
                self.refuse(place, "reference", f"cannot be derived from {source!r}", "both must be declared list facts")

    def check_screens(self, specs: dict[str, FactSpec]) -> None:
        for screen, place in self.authored.items("screens"):
            for fact in screen["facts"]:
                if fact not in specs:
                    self.refuse(place, "reference", f"the fact {fact!r} is not declared", nearest(fact, specs), ("facts",))

    def conclusions(self, specs: dict[str, FactSpec]) -> list[dict[str, Any]]:
        default = self.authored.data.get("checked", {})
        sources = {item["id"]: item for item, _ in self.authored.items("sources")}
        result = []
        for raw, place in self.authored.items("conclusions"):
            if raw["kind"] not in self.stratum_of_kind:
                self.refuse(place, "reference", f"the kind {raw['kind']!r} is in no stratum", nearest(raw["kind"], self.stratum_of_kind), ("kind",))
            for number, evidence in enumerate(raw.get("evidence", [])):
                if evidence["source"] not in sources:
                    self.refuse(place, "reference", f"the source {evidence['source']!r} is not in sources", nearest(evidence["source"], sources), ("evidence", number))
            for fact, value in raw.get("offer", {}).get("facts", {}).items():
                if fact not in specs or value not in specs[fact].values:
                    hint = nearest(str(value), specs[fact].values) if fact in specs else nearest(fact, specs)
                    self.refuse(place, "reference", f"offers {fact}: {value}, which is not declared", hint, ("offer",))
            result.append({**raw, "checked": raw.get("checked", default)})
        known = {item["id"] for item in result}
        for level in self.levels:
            if f"level_{level}" not in known:
                self.problems.append(Problem("pack.yaml", 1, "levels", f"no conclusion level_{level}", "declare it with kind: level", "reference"))
        return result

    def check_translations(self, conclusions: list[dict[str, Any]]) -> None:
        spoken = {item["id"]: item for item in conclusions if item.get("say")}
        done: dict[str, set[str]] = {}
        for item, place in self.authored.items("translations"):
            done.setdefault(item["locale"], set()).add(item["of"])
            if item["of"] not in spoken:
                self.refuse(place, "reference", f"translates {item['of']!r}, which says nothing", nearest(item["of"], spoken), ("of",))
        for item, place in self.authored.items("conclusions"):
            for locale, names in done.items():
                if item["id"] in spoken and item["id"] not in names:
                    self.refuse(place, "translation", f"has no text in {locale}", "translate it, or leave the locale out")

    def rules(self, specs: dict[str, FactSpec]) -> list[dict[str, Any]]:
        kinds = {item["id"]: item["kind"] for item, _ in self.authored.items("conclusions")}
        scores = {name for rule, _ in self.authored.items("rules") for name in rule["then"].get("score", {})}
        declared = Declared(specs, kinds, scores, tuple(self.levels))
        result = []
        for raw, place in self.authored.items("rules"):
            rule = self.rule(raw, place, kinds)
            try:
                rule["condition"] = parse_condition(raw["when"], declared)
                if not alternatives(rule["condition"]):
                    self.refuse(place, "unreachable", "contradicts itself and can never hold", "remove one of the clashing tests", ("when",))
            except ConditionError as error:
                self.refuse(place, "condition", error.problem, error.hint, ("when", *error.path))
                continue
            except TooManyAlternatives:
                self.refuse(place, "alternatives", f"multiplies out to more than {MAX_ALTERNATIVES} alternatives", "split it into several rules", ("when",))
                continue
            rule["place"] = place
            result.append(rule)
        self.order(result, kinds)
        return [{k: v for k, v in rule.items() if k not in ("condition", "place")} for rule in result]

    def rule(self, raw: dict[str, Any], place: Place, kinds: dict[str, str]) -> dict[str, Any]:
        then = raw["then"]
        conclude = _several(then.get("conclude", []))
        if "level" in then:
            if then["level"] not in self.levels:
                self.refuse(place, "reference", f"{then['level']!r} is not a level", nearest(then["level"], self.levels), ("then", "level"))
            else:
                conclude.append(f"level_{then['level']}")
        veto = then.get("veto", [])
        if isinstance(veto, dict):
            wanted = _several(veto["kind"])
            for kind in wanted:
                if kind not in self.stratum_of_kind:
                    self.refuse(place, "reference", f"the kind {kind!r} is in no stratum", nearest(kind, self.stratum_of_kind), ("then", "veto"))
            vetoes = [name for name, kind in kinds.items() if kind in wanted]
        else:
            vetoes = _several(veto)
        for name in (*conclude, *vetoes):
            if name not in kinds:
                self.refuse(place, "reference", f"the conclusion {name!r} is not declared", nearest(name, kinds), ("then",))
        for name in vetoes:
            if kinds.get(name) == LEVEL:
                self.refuse(place, "monotone", f"vetoes the level {name!r}", "levels only rise; make the level's rule narrower", ("then", "veto"))
        return {
            "id": raw["id"], "when": raw["when"], "conclude": conclude, "veto": vetoes, "score": then.get("score", {}),
            "file": place.document.file, "line": place.document.line(place.path),
        }

    def order(self, rules: list[dict[str, Any]], kinds: dict[str, str]) -> None:
        """Give every rule the first stratum in which its condition can be judged; refuse looking ahead."""
        stratum = {name: self.stratum_of_kind.get(kind, 0) for name, kind in kinds.items()}
        level_at = max((number for name, number in stratum.items() if kinds[name] == LEVEL), default=-1)
        score_at = dict.fromkeys((name for rule in rules for name in rule["score"]), 0)
        for _ in range(len(score_at) + len(self.authored.data["strata"]) + 1):
            for rule in rules:
                rule["earliest"] = self.earliest(rule, stratum, level_at, score_at)
            moved = {n: max(r["earliest"] for r in rules if n in r["score"]) for n in score_at}
            if moved == score_at:
                break
            score_at = moved
        for rule in rules:
            self.check_order(rule, stratum, kinds)

    def earliest(self, rule: dict[str, Any], stratum: dict[str, int], level_at: int, score_at: dict[str, int]) -> int:
        latest = -1
        for atom in atoms(rule["condition"]):
            if isinstance(atom, StateTest):
                latest = max(latest, stratum[atom.conclusion])
            elif isinstance(atom, ScoreTest):
                latest = max(latest, score_at[atom.score])
            elif isinstance(atom, LevelTest):
                latest = max(latest, level_at)
        return latest + 1

    def check_order(self, rule: dict[str, Any], stratum: dict[str, int], kinds: dict[str, str]) -> None:
        place: Place = rule["place"]
        names = [s["id"] for s in self.authored.data["strata"]]
        if rule["score"] and rule["earliest"] >= len(names):
            self.refuse(place, "order", "adds to a score after the last stratum, or in a circle", "score from earlier conclusions", ("then",))
        for name in (*rule["conclude"], *rule["veto"]):
            if name in stratum and stratum[name] < rule["earliest"]:
                self.refuse(
                    place, "order", f"{name!r} is decided in stratum {names[stratum[name]]!r}, before what the rule looks at",
                    "look only at earlier strata (this also rules out circles)", ("then",),
                )
        if any(kinds.get(name) == LEVEL for name in rule["conclude"]) and _negates_conclusions(rule["condition"]):
            self.refuse(place, "monotone", "reaches a level through `not` over a conclusion, vetoed or score", "state what raises the level", ("when",))


def _negates_conclusions(condition: Any, negated: bool = False) -> bool:
    if isinstance(condition, Not):
        return _negates_conclusions(condition.part, not negated)
    parts = getattr(condition, "parts", None)
    if parts is not None:
        return any(_negates_conclusions(part, negated) for part in parts)
    return negated and isinstance(condition, StateTest | ScoreTest | LevelTest)


def _several(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value] if value else []
