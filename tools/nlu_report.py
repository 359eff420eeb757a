"""How well the simulator understands sentences that are in no sample: writes docs/nlu.md.

    python tools/nlu_report.py            measure and write
    python tools/nlu_report.py --misses   print the sentences that were not understood
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ruamel.yaml import YAML  # noqa: E402

from simulator.answer import Answer  # noqa: E402
from simulator.composition import compose  # noqa: E402
from simulator.nlu import FALLBACK, Interpretation, Nlu  # noqa: E402

SENTENCES = ROOT / "tests" / "utterances" / "en-US.yaml"
REPORT = ROOT / "docs" / "nlu.md"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence: what was wanted, what was understood, and whether its facts reached the rules."""

    say: str
    wanted: str
    found: Interpretation
    right: bool
    reached: bool
    red_flag: bool
    milliseconds: float


def read_sentences(path: Path = SENTENCES) -> list[dict[str, Any]]:
    """The authored test sentences."""
    return list(YAML(typ="safe").load(path.read_text(encoding="utf-8"))["utterances"])


def measure(entries: Iterable[Mapping[str, Any]]) -> list[Outcome]:
    """The outcome of each sentence, said as the first of a conversation with the skill."""
    parts = compose()
    nlu = Nlu(parts.model)
    return [_outcome(entry, nlu, parts.client_of(nlu).say(entry["say"])) for entry in entries]


def _outcome(entry: Mapping[str, Any], nlu: Nlu, answer: Answer) -> Outcome:
    start = time.perf_counter()
    found = nlu.understand(entry["say"])
    spent = 1000 * (time.perf_counter() - start)
    wanted = (entry["intent"], *entry.get("also", ()))
    return Outcome(entry["say"], entry["intent"], found, found.intent in wanted, _reached(entry, found, answer),
                   bool(entry.get("red_flag")), spent)


def _reached(entry: Mapping[str, Any], found: Interpretation, answer: Answer) -> bool:
    """True where every wanted id is in a slot, or among the facts the rules saw."""
    in_slots = {value.id for slot in found.reading.slots for value in slot.values or ()}
    facts = (answer.inference or {}).get("facts", {})
    return all(wanted in in_slots or _holds(facts, wanted) for wanted in entry.get("ids", ()))


def _holds(facts: Mapping[str, Any], term: str) -> bool:
    fact, _, value = term.partition(".")
    held = facts.get(fact)
    return value in held if isinstance(held, (list, tuple)) else held == value


def share(outcomes: Sequence[Outcome]) -> float:
    """The part of the sentences whose intent was understood."""
    return sum(outcome.right for outcome in outcomes) / (len(outcomes) or 1)


def red_flag_recall(outcomes: Sequence[Outcome]) -> float:
    """The part of the dangerous sentences that were understood with everything dangerous in them."""
    flagged = [outcome for outcome in outcomes if outcome.red_flag]
    return sum(outcome.right and outcome.reached for outcome in flagged) / (len(flagged) or 1)


def report(outcomes: Sequence[Outcome]) -> str:
    """The text of docs/nlu.md."""
    inside = [outcome for outcome in outcomes if outcome.wanted != FALLBACK]
    outside = [outcome for outcome in outcomes if outcome.wanted == FALLBACK]
    flagged = sum(outcome.red_flag for outcome in outcomes)
    return "\n".join((
        _HEAD,
        f"| sentences about the skill's subject, intent right | {share(inside):.3f} of {len(inside)} |",
        f"| dangerous sentences, understood with all that is dangerous in them | {red_flag_recall(outcomes):.3f} of {flagged} |",
        f"| sentences about anything else, refused | {share(outside):.3f} of {len(outside)} |",
        f"| sentences whose slots or facts all arrived | {sum(o.reached for o in outcomes) / len(outcomes):.3f} of {len(outcomes)} |",
        "", "## By intent", "", "| intent | sentences | right | instead |", "|---|---:|---:|---|",
        *_by_intent(outcomes),
        "", "## By layer", "", "| layer | sentences | median | 95 of 100 within |", "|---|---:|---:|---:|",
        *_by_layer(outcomes), ""))


def _by_intent(outcomes: Sequence[Outcome]) -> list[str]:
    rows = []
    for intent in sorted({outcome.wanted for outcome in outcomes}):
        mine = [outcome for outcome in outcomes if outcome.wanted == intent]
        instead = sorted({outcome.found.intent for outcome in mine if not outcome.right})
        rows.append(f"| {intent} | {len(mine)} | {sum(outcome.right for outcome in mine)} | {', '.join(instead)} |")
    return rows


def _by_layer(outcomes: Sequence[Outcome]) -> list[str]:
    rows = []
    for layer in sorted({outcome.found.layer for outcome in outcomes}):
        spent = sorted(outcome.milliseconds for outcome in outcomes if outcome.found.layer == layer)
        rows.append(f"| {layer} | {len(spent)} | {spent[len(spent) // 2]:.1f} ms | {spent[int(len(spent) * 0.95)]:.1f} ms |")
    return rows


_HEAD = """# How well the simulator understands

Alexa understands speech by a statistical model that cannot run here. The simulator stands in for it with three layers:

1. **exact**: the sentence is a sample of the interaction model, word for word, with values in its slots. Alexa will almost surely
   understand such a sentence the same way.
2. **paraphrase**: slot values are looked for in the sentence; what remains is compared with every sample, by words, by pairs of words and
   by the kind of question. Beside the samples stand authored paraphrases, everyday phrases that mean one word, and examples of sentences
   that are none of the skill's business (`simulator/nlu/*.txt`); none of them is sent to Alexa. Alexa is likely to understand the same.
3. **fallback**: nothing is near enough. The skill hears that something was said, not what.

The figures come from `tests/utterances/en-US.yaml`, sentences that no sample of the model can produce
(`python tools/nlu_report.py`). They say how the simulator does, not how Alexa does. Whoever wrote the paraphrases had seen earlier
versions of that file, so take the figures as the upper end; a test keeps its sentences out of the word lists. Red flags outside the
subject need their intent alone. Times depend on the machine.

| what | figure |
|---|---|"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description="Measure how well the simulator understands.")
    parser.add_argument("--misses", action="store_true", help="print what was not understood and write nothing")
    outcomes = measure(read_sentences())
    if parser.parse_args(arguments).misses:
        for outcome in outcomes:
            if not (outcome.right and outcome.reached):
                print(f"{outcome.say} | {outcome.wanted} | {outcome.found.intent} {outcome.found.reading.score:.2f}")
        return 0
    REPORT.write_text(report(outcomes), encoding="utf-8")
    print(f"intents {share(outcomes):.3f}, red flags {red_flag_recall(outcomes):.3f}; wrote {REPORT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
