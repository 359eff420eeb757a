"""Validate a pack of English words with the checks that its language and its cases bring, beside those of the kernel.

    python tools/pack_checks.py rules_core/packs/milia [--cases tests/cases/milia]

`grade`: a text harder to follow than US grade six. `breath`: a sentence too long for one breath. `uncased`: an alarm,
a level or a conclusion of the pack's decision that no case of a person expects. Each problem names file, line and way out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from readability import glossary, grade, longest_sentence
from ruamel.yaml import YAML

from rules_core.authoring.authored import AuthoredPack, Place
from rules_core.authoring.lint import Check, validate
from rules_core.errors import Problem

MAX_GRADE = 6.0
MAX_SENTENCE = 25
SPOKEN = {"conclusions": ("say", "because", "hold", "more"), "facts": ("ask", "because", "unsure"), "screens": ("ask", "because")}


def spoken(authored: AuthoredPack) -> Iterator[tuple[str, Place, tuple[str | int, ...]]]:
    """Each text that can be heard, and where it stands."""
    for section, keys in SPOKEN.items():
        for item, place in authored.items(section):
            for key in keys:
                value = item.get(key, ())
                texts = [(value, (key,))] if isinstance(value, str) else [(one, (key, number)) for number, one in enumerate(value)]
                yield from ((text, place, at) for text, at in texts)
            if "offer" in item:
                yield item["offer"]["ask"], place, ("offer", "ask")


def hard_to_follow(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """A text above US grade six; the terms of the glossary count as it says."""
    terms = glossary()
    for text, place, at in spoken(authored):
        if (found := grade(text, terms)) > MAX_GRADE:
            hint = "use shorter words and sentences, or explain the term in tools/glossary.yaml"
            yield place.problem("grade", f"reads at grade {found:.1f}, at most {MAX_GRADE:.0f}: {text}", hint, at)


def out_of_breath(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
    """A sentence that cannot be said in one breath."""
    for text, place, at in spoken(authored):
        if (count := longest_sentence(text)) > MAX_SENTENCE:
            yield place.problem("breath", f"has a sentence of {count} words, at most {MAX_SENTENCE}: {text}", "make it two", at)


def uncased(cases: Path) -> Check:
    """The check for what decides and that no case in these files expects."""
    documents = [YAML(typ="safe").load(path.read_text(encoding="utf-8")) for path in sorted(cases.glob("*.yaml"))]
    expected = {name for document in documents for name in _expected(document)}

    def check(authored: AuthoredPack, compiled: dict[str, Any]) -> Iterator[Problem]:
        kinds = {"level", *compiled["decision"].get("kinds", ())}
        for entry, place in authored.items("conclusions"):
            decides = entry.get("role") == "flag" or entry["kind"] in kinds
            if decides and entry.get("say") and entry["id"] not in expected:
                yield place.problem("uncased", "no case expects it", f"add a person to {cases} who gets it, or make it silent")

    return check


def _expected(document: dict[str, Any]) -> Iterator[str]:
    for case in document.get("cases", ()):
        yield f"level_{case['level']}"
        yield from (*case.get("concludes", ()), *case.get("waits", ()))


def main(arguments: list[str] | None = None) -> int:
    """0 when nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--cases", type=Path)
    options = parser.parse_args(arguments)
    more = [hard_to_follow, out_of_breath, *([uncased(options.cases)] if options.cases else [])]
    problems = validate(options.pack, more=more)
    print(*problems, f"{options.pack.name}: {len(problems)} problem(s)", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
