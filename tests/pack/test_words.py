"""Every word the milia pack can say: short, plain, honest, with evidence behind it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from readability import words
from ruamel.yaml import YAML

import rules_core

PACK = Path(rules_core.__file__).parent / "packs" / "milia"

MAX_WORDS = {"say": 35, "because": 20, "hold": 40, "more": 45, "ask": 30, "offer": 14, "unsure": 25}
MAX_FLAG_WORDS = 60

BANNED_CLAIMS = re.compile(
    r"\b(cure[ds]?|curing|guarantee\w*|dissolv\w+|melt\w*|proven|miracle\w*|most people|instant(ly)?|100 percent|risk[- ]free"
    r"|completely safe|perfectly safe|always works|scar[- ]free|permanent(ly)? remov\w+)\b",
    re.IGNORECASE,
)
BRANDS = re.compile(
    r"\b(differin|cerave|cetaphil|la roche|neutrogena|the ordinary|paula'?s choice|vaseline|aquaphor|retin-?a|accutane|roaccutane|eucerin"
    r"|nivea|bioderma|olay|clinique|aveeno|sudocrem|epiduo|tazorac|stridex|bepanthen|drunk elephant|elizavecca|vanicream|dermalogica"
    r"|proactiv|skinceuticals|kiehl'?s|l'?oreal|garnier|botox|google|alexa|amazon)\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b(colou?red?(?<=our)|colours?|moisturis\w+|tumou?r(?<=our)|oestrogen|an?aesthetic(?!ian)\w*|paediatric\w*|centre|grey|recognis\w+"
    r"|programme|mum|nappy|plaster|paracetamol|fibre|litres?)\b",
    re.IGNORECASE,
)
DROPPED_FIGURES = re.compile(r"\b(two|2) lit(er|re)s?\b|\beight glasses\b|\b\d+ ?(%|percent) of\b", re.IGNORECASE)

Text = tuple[str, str, str, str]
"""(file, owner, key, text)"""


@cache
def documents() -> dict[str, dict[str, Any]]:
    """Each file of the pack by name."""
    yaml = YAML(typ="safe")
    return {path.name: yaml.load(path.read_text(encoding="utf-8")) for path in sorted(PACK.glob("*.yaml"))}


def conclusions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every conclusion with the file it stands in."""
    for file, document in documents().items():
        for conclusion in document.get("conclusions", []):
            yield file, conclusion


def spoken_by_conclusions() -> Iterator[Text]:
    """Whatever a conclusion can say aloud."""
    for file, conclusion in conclusions():
        for key in ("say", "because", "hold"):
            if key in conclusion:
                yield file, conclusion["id"], key, conclusion[key]
        for chunk in conclusion.get("more", []):
            yield file, conclusion["id"], "more", chunk
        if "offer" in conclusion:
            yield file, conclusion["id"], "offer", conclusion["offer"]["ask"]


def spoken_by_facts() -> Iterator[Text]:
    """Questions, why they are asked, and what not being sure means."""
    for file, document in documents().items():
        for item in (*document.get("facts", []), *document.get("screens", [])):
            for key in ("ask", "because", "unsure"):
                if key in item:
                    yield file, item["id"], key, item[key]


def spoken() -> Iterator[Text]:
    """Everything that can be heard."""
    yield from spoken_by_conclusions()
    yield from spoken_by_facts()


def shown() -> Iterator[Text]:
    """Card texts: may be longer, but are bound by the same honesty."""
    for file, conclusion in conclusions():
        if "show" in conclusion:
            yield file, conclusion["id"], "show", conclusion["show"]


def report(found: list[str]) -> None:
    """Fails with one line for each fault."""
    assert not found, f"{len(found)} fault(s):\n" + "\n".join(found)


def test_the_pack_speaks() -> None:
    assert sum(1 for _ in spoken()) > 300


def test_every_text_keeps_to_its_length() -> None:
    flags = {conclusion["id"] for _, conclusion in conclusions() if conclusion.get("role") == "flag"}
    found = []
    for file, owner, key, text in spoken():
        limit = MAX_FLAG_WORDS if key == "say" and owner in flags else MAX_WORDS[key]
        if len(words(text)) > limit:
            found.append(f"{file} {owner}.{key}: {len(words(text))} words, at most {limit}: {text}")
    report(found)


@pytest.mark.parametrize("pattern", [BANNED_CLAIMS, BRANDS, BRITISH, DROPPED_FIGURES], ids=["claim", "brand", "spelling", "figure"])
def test_nothing_banned_is_said_or_shown(pattern: re.Pattern[str]) -> None:
    report([
        f"{file} {owner}.{key}: {match.group()!r}: {text}"
        for file, owner, key, text in (*spoken(), *shown())
        if (match := pattern.search(text))
    ])


def test_questions_end_with_a_question_mark() -> None:
    report([f"{file} {owner}.{key}: {text}" for file, owner, key, text in spoken() if key in ("ask", "offer") and not text.endswith("?")])


def test_statements_are_whole_sentences() -> None:
    whole = ("say", "hold", "more")
    report([
        f"{file} {owner}.{key}: {text}"
        for file, owner, key, text in spoken_by_conclusions()
        if key in whole and not (re.match(r"[A-Z{]", text) and text[-1] in ".!?")
    ])


def test_whatever_is_said_has_evidence_that_was_read() -> None:
    status = {source["id"]: source["status"] for document in documents().values() for source in document.get("sources", [])}
    found = []
    for file, conclusion in conclusions():
        evidence = conclusion.get("evidence", [])
        if "say" in conclusion and not evidence:
            found.append(f"{file} {conclusion['id']}: says something without evidence")
        found += [
            f"{file} {conclusion['id']}: cites {item['source']}, which is {status.get(item['source'], 'not listed')}"
            for item in evidence
            if status.get(item["source"]) not in ("seen", "mirror")
        ]
    report(found)


def test_whatever_is_cited_can_be_found() -> None:
    """Title, publisher, a grade for each use, and an address: of the page, or of the site where it is found by its title."""
    sources = {source["id"]: source for document in documents().values() for source in document.get("sources", [])}
    cited = [(conclusion["id"], item) for _, conclusion in conclusions() for item in conclusion.get("evidence", [])]
    assert not [name for name, item in cited if not (item.get("grade") and item.get("locator"))]
    used = {item["source"] for _, item in cited}
    assert not [name for name in used if not (sources[name]["title"] and sources[name]["publisher"])]
    assert not [name for name in used if not sources[name]["url"]]
    assert all(re.match(r"https?://[\w.-]+(/|$)", source["url"]) for source in sources.values() if source["url"])


def test_whoever_can_be_held_back_says_so() -> None:
    vetoed: set[str] = set()
    for document in documents().values():
        for rule in document.get("rules", []):
            veto = rule["then"].get("veto", [])
            vetoed |= {veto} if isinstance(veto, str) else set(veto) if isinstance(veto, list) else set()
    report([
        f"{file} {conclusion['id']}: has vetoes but no hold"
        for file, conclusion in conclusions()
        if conclusion["id"] in vetoed and conclusion.get("role") == "verdict" and "hold" not in conclusion
    ])


def test_a_source_has_one_grade() -> None:
    """What an entry draws from it by itself is graded `project` instead."""
    graded: dict[str, set[str]] = {}
    for _, conclusion in conclusions():
        for item in conclusion.get("evidence", []):
            graded.setdefault(item["source"], set()).add(item["grade"])
    assert not {source: grades for source, grades in graded.items() if len(grades - {"project"}) > 1}
