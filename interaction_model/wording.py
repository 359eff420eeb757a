"""How sentences of the model are read: slots in braces, and when two sayings count as the same."""

from __future__ import annotations

import re

SLOT = re.compile(r"\{(\w+)\}")
SEARCH_QUERY = "AMAZON.SearchQuery"

# Only forms with one reading: "it's" may be "it has", but the two never part intents here.
CONTRACTIONS = (
    (re.compile(r"\bcan't\b"), "cannot"),
    (re.compile(r"\bcan not\b"), "cannot"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\b(it|that|what|there|how|he|she|who|where|here|why|when)'s\b"), r"\1 is"),
)


def slots_of(sample: str) -> list[str]:
    """Return the slot names of a sample in order."""
    return SLOT.findall(sample)


def normalise(text: str) -> str:
    """Return the wording under which two sayings are one.

    >>> normalise("What's  over-the-counter B.H.A.?")
    'what is over the counter b h a'
    >>> normalise("on my {who}'s nose")
    "on my {who} 's nose"
    """
    text = text.lower()
    for pattern, written_out in CONTRACTIONS:
        text = pattern.sub(written_out, text)
    text = re.sub(r"(?<=[\w}])'s\b", " 's", text)
    return " ".join(re.sub(r"[^\w{}']+", " ", text).split())
