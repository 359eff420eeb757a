"""The card: what was said and a little more, with sources and disclaimer, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules_core import KnowledgeBase, Source

from .limits import CARD_CHARACTERS
from .voice import Voice

_UNREAD = "known"


@dataclass(frozen=True)
class Card:
    """Title and text of a simple card."""

    title: str
    text: str


def cited(kb: KnowledgeBase, conclusions: Iterable[str]) -> tuple[Source, ...]:
    """The sources behind conclusions, each once, best known first; what nobody opened is never cited."""
    ids = dict.fromkeys(evidence.source for one in conclusions for evidence in kb.entry(one).evidence)
    return tuple(source for source in map(kb.source, ids) if source.status != _UNREAD)


def make_card(voice: Voice, paragraphs: Sequence[str], sources: Sequence[Source] = ()) -> Card:
    """A card with these paragraphs; whole paragraphs are left out from the end when it would grow too long."""
    title = voice("card_title")
    tail = [*_source_lines(voice, sources), voice("disclaimer_full")]
    kept = [part for part in paragraphs if part]
    while kept and len(title) + len("\n\n".join([*kept, *tail])) > CARD_CHARACTERS:
        kept.pop()
    return Card(title, "\n\n".join([*kept, *tail]))


def _source_lines(voice: Voice, sources: Sequence[Source]) -> list[str]:
    if not sources:
        return []
    lines = [_line(voice, source) for source in sources]
    return ["\n".join([voice("card_sources") + ":", *lines])]


def _line(voice: Voice, source: Source) -> str:
    key = "card_source" if source.year else "card_source_undated"
    return voice(key, title=source.title, publisher=source.publisher, year=str(source.year))
