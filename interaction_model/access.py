"""Short ways to the parts of an interaction model that the checks look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from interaction_model.model import Json


def language(model: Json) -> Json:
    """The language model: invocation name, intents and types."""
    found: Json = model["interactionModel"]["languageModel"]
    return found


def intents(model: Json) -> list[Json]:
    """All intents."""
    found: list[Json] = language(model)["intents"]
    return found


def samples(model: Json) -> Iterator[tuple[str, str]]:
    """Yield every sample, those of slots included, with its intent."""
    for intent in intents(model):
        yield from ((intent["name"], sample) for sample in intent.get("samples", ()))
        yield from ((intent["name"], a) for slot in intent.get("slots", ()) for a in slot.get("samples", ()))


def repeated(what: str, values: Iterable[Hashable]) -> Iterator[str]:
    """Yield a problem for every value that is there more than once."""
    yield from (f"{what} {value!r} is there {n} times" for value, n in Counter(values).items() if n > 1)
