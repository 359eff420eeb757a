"""What a question asks about, where the same words could also tell it of the speaker: "can I use retinol" uses none yet."""
from __future__ import annotations

from collections.abc import Collection, Sequence

from .gazetteer import Span
from .mood import question_start
from .words import word_list

_ASKING = frozenset(word_list("can could should may might would will do does must shall is are"))
_WHO = frozenset(word_list("i we she he they you it someone anybody anyone"))
_TELLING = frozenset(word_list("while when if since because using on taking already am been had"))
_REACH = 2
_USING = (("use",), ("try",), ("wear",), ("apply",))


def only_asked(words: Sequence[str], spans: Collection[Span], told: Collection[str]) -> frozenset[Span]:
    """Spans of the types that are `told` of a person, but stand in a question for the very thing that another type names."""
    start = 0 if words and words[0] in _ASKING else question_start(words)
    named = [span for span in spans if span.type not in told]
    return frozenset(span for span in spans if span.type in told and any(
        other.overlaps(span) and _is_asked(words, span, other, start) for other in named))


def _is_asked(words: Sequence[str], span: Span, other: Span, start: int) -> bool:
    first = span.start - (words[span.start - 1:span.start] in _USING)
    before = tuple(words[max(0, first - 2):first])
    if words[span.start] in _WHO:
        return before[-1:] != () and before[-1] in _ASKING
    if before[-1:] == ("to",) or (len(before) == 2 and before[0] in _ASKING and before[1] in _WHO):
        return True
    asks = span.start >= start or (before[-1:] and before[-1] in ("is", "are"))
    return bool(asks) and span.place == other.place and _TELLING.isdisjoint(words[max(0, span.start - _REACH):span.start])
