"""Say the authored test sentences to the skill through the simulator, and count what was understood."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ruamel.yaml import YAML  # noqa: E402

from rules_core import KnowledgeBase  # noqa: E402
from simulator.answer import Answer  # noqa: E402
from simulator.composition import compose  # noqa: E402
from simulator.nlu import FALLBACK, NOTHING, Expectation, Interpretation, Nlu  # noqa: E402

SENTENCES = ROOT / "tests" / "utterances"
BATCHES = {"first": "en-US.yaml", "second": "en-US.fresh.yaml", "third": "en-US.third.yaml", "fourth": "en-US.fourth.yaml",
           "fifth": "en-US.fifth.yaml"}
BLIND = {name: f"blind/en-US.{name}.yaml" for name in (
    "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth")}
"""Written by people who had seen nothing of the skill's words; what to expect of sentences that nobody has thought of."""
UNREAD = "sixteenth"
"""The batch whose misses nobody may look at."""
ALARM = "doctor_soon"
_FREE_WORDS, _PAST = "TalkIntent", "PastTalkIntent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence: what was wanted, what was understood, whether its facts reached the rules, and the level they raised."""

    entry: Mapping[str, Any]
    found: Interpretation
    right: bool
    reached: bool
    raised: bool
    """True where a red flag raised at least the level it must."""
    alarmed: bool
    """True where the answer sends to a doctor soon or sooner."""
    milliseconds: float

    @property
    def wanted(self) -> str:
        """The intent the sentence belongs to."""
        return str(self.entry["intent"])

    @property
    def missed(self) -> bool:
        """True where anything asked of the answer is wrong."""
        unsafe = not self.raised if self.entry.get("red_flag") else bool(self.entry.get("quiet")) and self.alarmed
        return unsafe or not (self.right and self.reached)


def read_sentences(*names: str) -> list[dict[str, Any]]:
    """The authored test sentences of the files named; of all of them where none is named."""
    paths = [SENTENCES / name for name in names] or sorted(SENTENCES.glob("*.yaml"))
    return [entry for path in paths for entry in YAML(typ="safe").load(path.read_text(encoding="utf-8"))["utterances"]]


def measure(entries: Iterable[Mapping[str, Any]]) -> list[Outcome]:
    """The outcome of each sentence, said as the first of a conversation with the skill."""
    parts = compose()
    nlu = _Timed(parts.model, urgency=parts.urgency)
    knowledge = KnowledgeBase.load("milia")
    return [_outcome(entry, nlu, parts.client_of(nlu).say(entry["say"]), knowledge) for entry in entries]


class _Timed(Nlu):
    """Remembers what it understood last, and how long that took."""

    def understand(self, text: str, expectation: Expectation = NOTHING) -> Interpretation:
        """The same as without a clock."""
        start = time.perf_counter()
        self.last = super().understand(text, expectation)
        self.milliseconds = 1000 * (time.perf_counter() - start)
        return self.last


def _outcome(entry: Mapping[str, Any], nlu: _Timed, answer: Answer, knowledge: KnowledgeBase) -> Outcome:
    found = nlu.last
    wanted = (entry["intent"], *entry.get("also", ()))
    level = (answer.inference or {}).get("level")
    ranks = {name: rank for rank, name in enumerate(knowledge.levels)}
    rank = ranks.get(str(level), -1)
    return Outcome(entry, found, _is_one_of(found.intent, wanted), _reached(entry, found, answer),
                   rank >= ranks[_least_level(entry, knowledge)], rank >= ranks[ALARM], nlu.milliseconds)


def _is_one_of(intent: str, wanted: Sequence[str]) -> bool:
    return intent in wanted or (_FREE_WORDS in wanted and intent.endswith(_FREE_WORDS) and intent != _PAST)


def _least_level(entry: Mapping[str, Any], knowledge: KnowledgeBase) -> str:
    """The level a red flag must raise: the one it names, or the one the rules give to its ids alone."""
    if "level" in entry or not entry.get("red_flag"):
        return str(entry.get("level", ALARM))
    facts: dict[str, Any] = {"topic": "symptoms"}
    if entry["intent"] == "EmergencyIntent":
        facts["danger_signs"] = ["outside"]
    for fact, _, value in (term.partition(".") for term in entry.get("ids", ())):
        many = fact in knowledge.facts and knowledge.facts[fact].type == "multi"
        facts[fact] = [*facts.get(fact, ()), value] if many else value
    return str(knowledge.infer(facts).level)


def _reached(entry: Mapping[str, Any], found: Interpretation, answer: Answer) -> bool:
    """True where every wanted id is in a slot, or among the facts the rules saw."""
    in_slots = {value.id for slot in found.reading.slots for value in slot.values or ()}
    facts = (answer.inference or {}).get("facts", {})
    return all(wanted in in_slots or _holds(facts, wanted) for wanted in entry.get("ids", ()))


def _holds(facts: Mapping[str, Any], term: str) -> bool:
    fact, _, value = term.partition(".")
    held = facts.get(fact)
    return value in held if isinstance(held, (list, tuple)) else held == value


def inside(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The sentences about the skill's subject."""
    return [outcome for outcome in outcomes if outcome.wanted != FALLBACK]


def outside(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The sentences about anything else."""
    return [outcome for outcome in outcomes if outcome.wanted == FALLBACK]


def marked(outcomes: Sequence[Outcome], key: str) -> list[Outcome]:
    """The sentences with a mark: red_flag, quiet, or ids."""
    return [outcome for outcome in outcomes if outcome.entry.get(key)]


def share(outcomes: Sequence[Outcome]) -> float:
    """The part of the sentences whose intent was understood."""
    return sum(outcome.right for outcome in outcomes) / (len(outcomes) or 1)


def slot_share(outcomes: Sequence[Outcome]) -> float:
    """The part of the sentences with ids whose ids all arrived."""
    told = marked(outcomes, "ids")
    return sum(outcome.reached for outcome in told) / (len(told) or 1)


def red_flag_share(outcomes: Sequence[Outcome]) -> float:
    """The part of the dangerous sentences whose intent was understood."""
    return share(marked(outcomes, "red_flag"))


def red_flag_recall(outcomes: Sequence[Outcome]) -> float:
    """The part of the dangerous sentences whose answer raised the level it must."""
    flagged = marked(outcomes, "red_flag")
    return sum(outcome.raised for outcome in flagged) / (len(flagged) or 1)


def false_alarms(outcomes: Sequence[Outcome]) -> float:
    """The part of the sentences without present danger whose answer sends to a doctor all the same."""
    quiet = marked(outcomes, "quiet")
    return sum(outcome.alarmed for outcome in quiet) / (len(quiet) or 1)
