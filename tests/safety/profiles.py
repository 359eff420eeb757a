"""People by the thousand: deterministic profiles of facts, drawn so that every pair of fact values occurs together.

Four kinds are drawn. `anyone` mixes all values, contradictions included. `calm` people have no warning sign, so that advice is
exercised and not only triage; `warned` people have one or two. `clear` people are well adults who ask for an active, with at most
three things in its way.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from rules_core import FactSpec, KnowledgeBase

Facts = dict[str, Any]
Token = tuple[str, str | int]
"""One fact and one value of it, for instance ("symptoms", "pus"): what coverage is counted in."""

SEED = 20261123
COUNT = int(os.environ.get("SAFETY_PROFILES", "20000"))
UNKNOWN, NONE = "unknown", "none"
TOPIC, INGREDIENT = "topic", "ingredient"

CLEAR: Facts = {
    "unwell": [NONE], "danger_signs": [NONE], "allergy_signs": [NONE], "eye_signs": [NONE], "age_group": "adult", "symptoms": [NONE],
    "site": ["face"], "number": "few", "change": ["stable"], "pregnancy": "no", "medicines": [NONE], "allergies": [NONE],
    "skin_conditions": [NONE], "actives": [NONE], "irritation": NONE, "skin_tone": "light", "blister_fragile": "no", "injury": NONE,
    "duration_weeks": 8, "surface": "smooth", "colour": "white", "feel": "hard_bead", "size": "pinhead", "onset": "gradual",
    "recent_skin_event": NONE, "steroid_cream": NONE, "immune_weak": "no", "family_syndrome": "no", "heavy_products": "no",
    "gave_birth": "no", "sun_protection": "daily", "care_weeks": 0, "wants": "understand", "who": "self",
}
"""A well adult with a few typical beads: everything asked, nothing wrong."""

CALM: Mapping[str, Sequence[str]] = {
    "unwell": [NONE], "danger_signs": [NONE], "allergy_signs": [NONE], "eye_signs": [NONE], "symptoms": [NONE, "itch"],
    "change": ["stable", "shrinking"], "blister_fragile": ["no"], "injury": [NONE], "steroid_cream": [NONE, "short"],
    "medicines": [NONE, "isotretinoin_6m", "photosensitiser", "blood_thinner"], "family_syndrome": ["no"], "number": ["few", "many"],
    "onset": ["birth", "gradual", "after_injury", "after_product"],
    "surface": ["smooth", "dimple", "dark_dot", "hair_in_centre", "flat_top"],
    "site": ["eyelid_skin", "under_eye", "face", "behind_ear", "lips", "mouth", "arms_thighs", "trunk_scalp", "genital"],
    "actives": [NONE, "aha", "bha", "benzoyl_peroxide", "scrub"],
    "pregnancy": ["no", "pregnant", "planning", "breastfeeding", "not_applicable"],
}
"""The values that raise no warning, for the facts that can."""

LOOK = ("surface", "colour", "feel", "size")
"""What makes beads look like milia."""

URGENT = ("unwell", "danger_signs", "allergy_signs", "eye_signs")
"""Facts whose signs decide alone; anyone denies them more often than not, so that the rest decides too."""

QUESTIONS: Sequence[Facts] = (
    *({"topic": "product", "ingredient": [name]} for name in (
        "retinol", "adapalene", "tretinoin", "salicylic_acid", "glycolic_acid", "lactic_acid", "mandelic_acid", "azelaic_acid",
        "benzoyl_peroxide",
    )),
    {"topic": "symptoms", "wants": "home_care"}, {"topic": "habit_exfoliate"}, {"topic": "action", "considering": ["retinol"]},
    {"topic": "action", "considering": ["acid"]}, {"topic": "home_care", "wants": "home_care"},
)
"""What brings up each treatment."""


class People:
    """Draws profiles for one knowledge base; the same seed draws the same people."""

    def __init__(self, kb: KnowledgeBase, seed: int = SEED) -> None:
        self._dice = random.Random(seed)
        self._specs = [spec for spec in kb.facts.values() if not spec.derived_from]
        self._specs_by_id = {spec.id: spec for spec in self._specs}
        self._person = [spec for spec in self._specs if spec.scope == "person"]
        self._bounds = boundaries(kb)
        self._considered = [value for value in kb.facts["considering"].values if value != NONE]
        self._topics = list(kb.facts[TOPIC].values)
        self._queues = {topic: self._shuffled(kb.facts[INGREDIENT].values) for topic in self._topics}

    def draw(self, count: int) -> list[Facts]:
        """So many people: of ten three are anyone, three calm, two warned, two clear."""
        kinds = (self.anyone, self.calm, self.clear, self.warned, self.anyone, self.calm, self.anyone, self.warned, self.calm, self.clear)
        return [kinds[number % len(kinds)]() for number in range(count)]

    def anyone(self) -> Facts:
        """Each fact is left out, not known, or any of its values."""
        facts: Facts = {}
        for spec in self._person:
            chance = self._dice.random()
            if chance >= 0.1:
                facts[spec.id] = UNKNOWN if chance < 0.17 else self._value(spec)
        return {**facts, **self.question()}

    def calm(self) -> Facts:
        """Nothing warns; all else is as varied as with anyone. Two of three have beads that look like milia, so that advice is due."""
        facts = self.anyone()
        for name, values in CALM.items():
            value = self._dice.choice(values)
            facts[name] = [value] if isinstance(CLEAR[name], list) else value
        for name in ("age_group", "colour"):
            if facts.get(name) in ("newborn", "infant", "pearly_clear", "red"):
                facts[name] = CLEAR[name]
        facts.pop("age_weeks", None)
        if self._dice.random() < 0.67:
            facts |= {name: CLEAR[name] for name in LOOK}
        return {**facts, "who": "self"}

    def warned(self) -> Facts:
        """A calm person but for one or two warning signs."""
        facts = self.calm()
        for name in self._dice.sample(sorted(CALM), self._dice.choice((1, 1, 2))):
            value = self._dice.choice([value for value in self._specs_by_id[name].values if value not in CALM[name]] or CALM[name])
            is_list = isinstance(CLEAR[name], list)
            facts[name] = [value, *([UNKNOWN] if self._dice.random() < 0.3 else [])] if is_list else value
        return facts

    def clear(self) -> Facts:
        """A well adult who asks for an active; up to three facts are otherwise, not known, or were not asked."""
        facts = {**CLEAR, **self._dice.choice(QUESTIONS)}
        others = [spec for spec in self._person if spec.id not in ("age_weeks", "wants")]
        for spec in self._dice.sample(others, self._dice.choice((0, 0, 1, 2, 3))):
            chance = self._dice.random()
            if chance < 0.2:
                facts.pop(spec.id, None)
            else:
                facts[spec.id] = UNKNOWN if chance < 0.3 else self._value(spec)
        return facts

    def question(self) -> Facts:
        """A topic, mostly with products, often with something the person considers."""
        topic = self._dice.choice(self._topics)
        facts: Facts = {TOPIC: topic}
        if self._dice.random() < 0.85:
            facts[INGREDIENT] = sorted({self._next_ingredient(topic) for _ in range(self._dice.choice((1, 1, 2, 3)))})
        if self._dice.random() < 0.5:
            facts["considering"] = self._dice.sample(self._considered, self._dice.choice((1, 1, 2)))
        return facts

    def _next_ingredient(self, topic: str) -> str:
        queue = self._queues[topic]
        queue.insert(0, queue.pop())
        return queue[0]

    def _value(self, spec: FactSpec) -> Any:
        if spec.type == "int":
            return self._dice.choice(self._bounds[spec.id])
        if spec.type != "multi":
            return self._dice.choice(spec.values)
        if NONE in spec.values and self._dice.random() < (0.6 if spec.id in URGENT else 0.15):
            return [NONE]
        values = self._dice.sample([value for value in spec.values if value != NONE], self._dice.choice((1, 1, 2)))
        return [*values, UNKNOWN] if self._dice.random() < 0.4 else values

    def _shuffled(self, values: Iterable[str]) -> list[str]:
        queue = [value for value in values if value != NONE]
        self._dice.shuffle(queue)
        return queue


def boundaries(kb: KnowledgeBase) -> dict[str, list[int]]:
    """For each number the values on both sides of every limit that a rule draws, and the ends of its range."""
    found: dict[str, set[int]] = {spec.id: {spec.min, spec.max} for spec in kb.facts.values() if spec.type == "int"}
    for unit in kb._units:
        for alternative in unit.alternatives:
            for test, _ in alternative:
                name, limit = getattr(test, "fact", ""), getattr(test, "value", None)
                if name in found and isinstance(limit, int):
                    found[name] |= {limit - 1, limit, limit + 1}
    specs = kb.facts
    return {name: sorted(n for n in values if specs[name].min <= n <= specs[name].max) for name, values in found.items()}


# --- Coverage -----------------------------------------------------------------------------------------------------------


def tokens(facts: Mapping[str, Any]) -> Iterator[Token]:
    """What a profile holds, value by value; a list that is open holds its values and no "unknown"."""
    for name, value in facts.items():
        for one in value if isinstance(value, list) else [value]:
            if one != UNKNOWN or value in (UNKNOWN, [UNKNOWN]):
                yield name, one


def universe(kb: KnowledgeBase, names: Iterable[str]) -> list[Token]:
    """Every value that the named facts can have, not known included; for numbers the values at the limits."""
    bounds = boundaries(kb)
    found: list[Token] = []
    for name in names:
        spec = kb.facts[name]
        values: Sequence[str | int] = bounds[name] if spec.type == "int" else spec.values
        found += [(name, value) for value in values]
        if spec.scope == "person":
            found.append((name, UNKNOWN))
    return found


def occurrences(profiles: Sequence[Facts], wanted: Sequence[Token]) -> dict[Token, int]:
    """For each value the profiles that hold it, as the bits of one number."""
    rows = {token: bytearray((len(profiles) + 7) // 8) for token in wanted}
    for number, facts in enumerate(profiles):
        for token in tokens(facts):
            if token in rows:
                rows[token][number >> 3] |= 1 << (number & 7)
    return {token: int.from_bytes(row, "little") for token, row in rows.items()}


def compatible(one: Token, other: Token) -> bool:
    """Whether two values can be said of one person at all: of one fact only list values can, and nothing beside "none"."""
    return one[0] != other[0]


def missing_pairs(profiles: Sequence[Facts], wanted: Sequence[Token]) -> list[tuple[Token, Token]]:
    """The pairs of values that no profile holds together."""
    rows = occurrences(profiles, wanted)
    return [(a, b) for a, b in combinations(wanted, 2) if compatible(a, b) and not rows[a] & rows[b]]


def triple_coverage(profiles: Sequence[Facts], wanted: Sequence[Token]) -> tuple[int, int]:
    """How many triples of values of three facts some profile holds together, and how many there are."""
    rows = occurrences(profiles, wanted)
    held = total = 0
    for a, b in combinations(wanted, 2):
        if not compatible(a, b):
            continue
        both = rows[a] & rows[b]
        third = [rows[c] for c in wanted[wanted.index(b) + 1 :] if compatible(b, c)]
        total += len(third)
        held += sum(1 for row in third if both & row)
    return held, total


def with_pairs(profiles: list[Facts], wanted: Sequence[Token], kb: KnowledgeBase) -> list[Facts]:
    """The profiles, and as many more as it takes until every pair of values occurs."""
    people, found = People(kb, SEED + 1), list(profiles)
    for a, b in missing_pairs(found, wanted):
        facts = {**people.anyone()}
        for name, value in (a, b):
            facts[name] = [value] if kb.facts[name].type == "multi" and value != UNKNOWN else value
        found.append(facts)
    return found


# --- People whom nothing sends to a doctor ---------------------------------------------------------------------------------

QUIET_COUNT = int(os.environ.get("SAFETY_QUIET", "4500"))
SOON = ("doctor_soon", "same_day", "emergency")
SETTINGS: tuple[Facts, ...] = (
    CLEAR,
    {**CLEAR, "age_group": "infant", "age_weeks": 8, "who": "baby", "pregnancy": "not_applicable", "duration_weeks": 4},
    {**CLEAR, "age_group": "newborn", "age_weeks": 0, "who": "baby", "pregnancy": "not_applicable", "duration_weeks": 0, "colour": "red",
     "symptoms": ["redness"]},
    {**CLEAR, "age_group": "teen", "feel": "soft", "symptoms": ["pain"], "duration_weeks": 3, "change": ["shrinking"]},
    {**CLEAR, "surface": "hair_in_centre", "symptoms": ["pus", "pain"], "duration_weeks": 2},
    {**CLEAR, "site": ["eyelid_edge"], "number": "single", "symptoms": ["pain", "redness"], "duration_weeks": 1},
    {**CLEAR, "onset": "sudden_crop", "number": "many", "colour": "red", "duration_weeks": 1, "symptoms": ["itch"]},
)
"""Settings in which a sign that mostly worries may be harmless: a baby's first rash, a pimple, a hair root, a stye, heat rash."""


def quieted(kb: KnowledgeBase, facts: Facts, dice: random.Random) -> Facts | None:
    """The same person with what sends to a doctor taken back, one answer at a time; None where that does not end."""
    for _ in range(12):
        result = kb.infer(facts)
        if result.level not in SOON:
            return facts
        raising = [firing for firing in result.trace if any(one.startswith("level_") and one[6:] in SOON for one in firing.effect)]
        behind = sorted({name for firing in raising for name in firing.facts if name in CLEAR and facts.get(name) != CLEAR[name]})
        worries = sorted(name for name in CALM if facts.get(name) not in (CLEAR[name], None))
        if not (behind or worries):
            return None
        name = dice.choice(behind or worries)
        facts = {**facts, name: CLEAR[name]}
    return None


def put(kb: KnowledgeBase, facts: Facts, wanted: Iterable[Token]) -> Facts:
    """The same person with these values said."""
    said = {name: [value] if kb.facts[name].type == "multi" and value != UNKNOWN else value for name, value in wanted}
    return {**facts, **said}


def _together(options: Sequence[Token], most: int) -> list[Token]:
    """The first of these values of one fact with as many more as can be said beside it."""
    alone = (UNKNOWN, NONE)
    return [token for token in options if token == options[0] or (options[0][1] not in alone and token[1] not in alone)][:most]


class Quiet:
    """People who need no doctor soon, in whom every pair of values occurs that can occur in such people, and nearly every triple.

    `alarming` are the values with which somebody is sent to a doctor in every setting, `ruled_out` the pairs. First some are drawn
    from anybody, then one for each pair that is still missing, then `count` from all values that may stand together.
    """

    def __init__(self, kb: KnowledgeBase, wanted: Sequence[Token], count: int = QUIET_COUNT) -> None:
        self._kb, self._people, self._dice = kb, People(kb, SEED + 2), random.Random(SEED + 3)
        self.people: list[Facts] = []
        self._take(self._people.anyone() for _ in range(600))
        self.alarming = {token for token in wanted if self._somebody(kb, (token,)) is None}
        self.ruled_out: set[tuple[Token, Token]] = set()
        for pair in missing_pairs(self.people, wanted):
            facts = None if self.alarming & set(pair) else self._somebody(kb, pair)
            if facts is None:
                self.ruled_out.add(pair)
            else:
                self.people.append(facts)
        apart = {token: others for token, others in self._apart(wanted).items() if token not in self.alarming}
        self._take(self._mixed(apart) for _ in range(count))

    def _take(self, drawn: Iterable[Facts]) -> None:
        """Add them, less what sends them to a doctor."""
        self.people += [facts for facts in (quieted(self._kb, facts, self._dice) for facts in drawn) if facts is not None]

    def _apart(self, wanted: Sequence[Token]) -> dict[Token, set[Token]]:
        """For each value those that cannot stand beside it in somebody who needs no doctor soon."""
        return {token: {other for pair in self.ruled_out if token in pair for other in pair} for token in wanted}

    def _mixed(self, apart: Mapping[Token, set[Token]]) -> Facts:
        """Somebody in one of the settings with as many values of each fact as may stand beside those chosen before."""
        choices: dict[str, list[Token]] = {}
        for token in apart:
            choices.setdefault(token[0], []).append(token)
        facts, chosen = dict(self._dice.choice(SETTINGS)), list[Token]()
        for name in self._dice.sample(sorted(choices), len(choices)):
            is_list = self._kb.facts[name].type == "multi"
            options = [token for token in choices[name] if apart[token].isdisjoint(chosen)]
            self._dice.shuffle(options)
            taken = _together(options, self._dice.choice((1, 2, 3)) if is_list else 1)
            chosen += taken
            facts.pop(name, None)
            if taken:
                facts[name] = [value for _, value in taken] if is_list and taken[0][1] != UNKNOWN else taken[0][1]
        return {**facts, **self._people.question()}

    @staticmethod
    def _somebody(kb: KnowledgeBase, values: Sequence[Token]) -> Facts | None:
        """Somebody who says these values and needs no doctor soon, in the first setting that allows it."""
        people = (put(kb, setting, values) for setting in SETTINGS)
        return next((facts for facts in people if kb.infer(facts).level not in SOON), None)

    def triples(self, wanted: Sequence[Token]) -> tuple[int, int, int]:
        """How many triples occur, how many can, and how many are ruled out because a pair in them is."""
        rows = occurrences(self.people, wanted)
        apart = self._apart(wanted)
        held = total = out = 0
        for place, a in enumerate(wanted):
            for number, b in enumerate(wanted[place + 1 :], place + 1):
                if not compatible(a, b):
                    continue
                both = rows[a] & rows[b]
                third = [c for c in wanted[number + 1 :] if compatible(a, c) and compatible(b, c)]
                can = [] if b in apart[a] else [c for c in third if c not in apart[a] and c not in apart[b]]
                out += len(third) - len(can)
                total += len(can)
                held += sum(1 for c in can if both & rows[c])
        return held, total, out


@cache
def quiet() -> Quiet:
    """The quiet people that the safety tests run over."""
    kb = KnowledgeBase.load("milia")
    names = [spec.id for spec in kb.facts.values() if spec.scope == "person" and not spec.derived_from]
    return Quiet(kb, universe(kb, names))


@cache
def everyone() -> list[Facts]:
    """The profiles that the safety tests run over."""
    kb = KnowledgeBase.load("milia")
    names = [spec.id for spec in kb.facts.values() if not spec.derived_from]
    return with_pairs(People(kb).draw(COUNT), universe(kb, names), kb)
