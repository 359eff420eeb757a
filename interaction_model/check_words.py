"""The checks on words: what is said to Alexa, and whether two intents lay claim to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from interaction_model.access import intents, language, repeated, samples
from interaction_model.conflicts import conflicts
from interaction_model.model import Json
from interaction_model.wording import SEARCH_QUERY, normalise, slots_of

WAKE_WORDS = frozenset(["alexa", "amazon", "echo", "computer", "ziggy"])
LAUNCH_WORDS = frozenset([
    "ask", "begin", "enable", "give", "launch", "load", "open", "play", "resume", "run", "start", "talk", "tell", "use"])
CONNECTING_WORDS = frozenset(["about", "and", "by", "for", "from", "if", "in", "that", "to", "using", "whether", "with"])
LITTLE_WORDS = frozenset(["a", "about", "an", "at", "by", "for", "of", "off", "the", "to", "up", "with"])
BANNED_WORDS = frozenset(("skill", "app"))
WORD = r"[a-z]+(?:['.-][a-z]+)*['.]?"
SAYABLE = re.compile(rf"{WORD}(?: {WORD})*")
# Values may be names with a digit in them ("co2 laser"); in samples numbers are spelled out.
SURFACE = re.compile(SAYABLE.pattern.replace("a-z", "a-z0-9"))
FEWEST_SAMPLES = 20
LONGEST_VALUE = 140
LONGEST_SAMPLE = 200
LONGEST_ID = 100


def invocation_name(model: Json) -> Iterator[str]:
    """Amazon's rules for the name people open the skill with."""
    name = language(model)["invocationName"]
    words = name.replace(".", " ").split()
    if not re.fullmatch(r"[a-z][a-z'. ]*", name):
        yield f"invocation name {name!r}: lower-case letters, spaces, apostrophes and periods only"
    if len(words) < 2:
        yield f"invocation name {name!r}: at least two words"
    forbidden = WAKE_WORDS | LAUNCH_WORDS | CONNECTING_WORDS | BANNED_WORDS
    forbidden |= LITTLE_WORDS if len(words) == 2 else frozenset()
    for word in sorted(forbidden.intersection(words)):
        yield f"invocation name {name!r}: {word!r} is not allowed in it"


def sample_characters(model: Json) -> Iterator[str]:
    """Samples are what a person can say: lower-case words, numbers spelled out."""
    for intent, sample in samples(model):
        words = re.sub(r"\{[a-z_]+\}", "slot", sample)
        if not SAYABLE.fullmatch(words):
            yield f"{intent}: {sample!r}: lower-case letters, apostrophes, periods, hyphens and single spaces only"
        if len(sample) > LONGEST_SAMPLE:
            yield f"{intent}: {sample[:40]!r}...: longer than {LONGEST_SAMPLE} characters"


def search_query(model: Json) -> Iterator[str]:
    """A free-text slot stands alone in its sample, behind a carrier phrase, one to an intent."""
    for intent in intents(model):
        free = {s["name"] for s in intent.get("slots", ()) if s["type"] == SEARCH_QUERY}
        if len(free) > 1:
            yield f"{intent['name']}: more than one {SEARCH_QUERY} slot"
        for sample in intent.get("samples", ()):
            slots = slots_of(sample)
            if free.intersection(slots) and len(slots) > 1:
                yield f"{intent['name']}: {sample!r}: a {SEARCH_QUERY} slot beside another slot"
            if free.intersection(slots) and not re.sub(r"\{\w+\}", "", sample).strip():
                yield f"{intent['name']}: {sample!r}: a {SEARCH_QUERY} slot without a carrier phrase"


def surfaces(model: Json) -> Iterator[str]:
    """What people say for a value can be said, is short enough, and is unique inside its type."""
    for slot_type in language(model)["types"]:
        said = [(v["id"], s) for v in slot_type["values"] for s in (v["name"]["value"], *v["name"].get("synonyms", ()))]
        for value, surface in said:
            if not SURFACE.fullmatch(surface) or len(surface) > LONGEST_VALUE:
                yield f"{slot_type['name']}: {value}: {surface!r} cannot be said or is too long"
            if len(value) > LONGEST_ID:
                yield f"{slot_type['name']}: id {value!r} is longer than {LONGEST_ID} characters"
        yield from repeated(f"{slot_type['name']}: surface", (surface for _, surface in said))
        yield from _shared_surfaces(slot_type["name"], said)


def _shared_surfaces(type_name: str, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the words that would resolve to two values; spellings of one value may read alike ("bha", "b. h. a.")."""
    owner: dict[str, str] = {}
    for value, surface in said:
        first = owner.setdefault(normalise(surface), value)
        if first != value:
            yield f"{type_name}: {surface!r} is said for {first} and for {value}"


def samples_unique(model: Json) -> Iterator[str]:
    """No sample twice in an intent, and none in two intents, contractions and slot names aside."""
    seen: dict[str, str] = {}
    for intent in intents(model):
        yield from repeated(f"{intent['name']}: sample", intent.get("samples", ()))
        for shape in dict.fromkeys(_shape(intent, sample) for sample in intent.get("samples", ())):
            if shape in seen and seen[shape] != intent["name"]:
                yield f"{shape!r} is a sample of {seen[shape]} and of {intent['name']}"
            seen.setdefault(shape, intent["name"])


def _shape(intent: Json, sample: str) -> str:
    """Return the sample with slot types for slot names, in the wording that counts."""
    shape = normalise(sample)
    for slot in intent.get("slots", ()):
        shape = shape.replace("{" + slot["name"] + "}", "{" + slot["type"] + "}")
    return shape


def no_conflicts(model: Json, same_meaning: Collection[frozenset[str]] = ()) -> Iterator[str]:
    """No sentence belongs to two intents once slots are filled in, unless either means the same."""
    for conflict in conflicts(language(model)):
        if frozenset((conflict.one.intent, conflict.other.intent)) not in same_meaning:
            yield str(conflict)


def enough_samples(model: Json) -> Iterator[str]:
    """People say a thing in many ways: every intent of our own has at least twenty samples."""
    for intent in intents(model):
        count = len(intent.get("samples", ()))
        if not intent["name"].startswith("AMAZON.") and count < FEWEST_SAMPLES:
            yield f"{intent['name']}: {count} samples, at least {FEWEST_SAMPLES}"
