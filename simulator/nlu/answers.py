"""Understands an answer to the skill's own question before anything else: the elicited slot, or yes and no."""
from __future__ import annotations

from collections.abc import Mapping

from .expectation import Expectation
from .gazetteer import Gazetteer
from .interaction_model import Intent, InteractionModel, Slot
from .reading import Filled, Reading
from .slot_values import SEARCH_QUERY, Choice, SlotValues
from .text import Sentence
from .words import DETERMINERS, word_list

_LEAD_INS = frozenset(word_list(
    "it is they are there i am i have think guess probably maybe perhaps about around roughly like more kind of sort mostly mainly just",
    "well oh hmm so yes yeah yep no nope and or both a an the on in at my has been for since would say",
    "that looks feels some also mine")) | DETERMINERS
YES = "AMAZON.YesIntent"
NO = "AMAZON.NoIntent"
_YES_WORDS = frozenset(("yes", "yeah", "yep", "yup", "sure", "okay", "definitely", "absolutely", "certainly", "right", "correct"))
_TAKEN_IN = frozenset(("okay", "right"))
"""Beside a thanks these only say that it was heard: "okay thanks"."""
_THANKS = frozenset(("thanks", "thank"))
_NO_WORDS = frozenset(("no", "nope", "nah", "never"))
_POLITE = frozenset(("please", "thanks", "thank", "you", "i", "do", "am", "it", "is", "not", "would", "that", "will", "have", "they", "are",
                     "does", "has", "like", "love", "to", "really", "think", "so", "go", "ahead", "then", "oh", "well", "of", "course"))


def elicited(expectation: Expectation, model: InteractionModel, sentence: Sentence, values: SlotValues,
             gazetteer: Gazetteer) -> Reading | None:
    """The reading that fills the elicited slot with a bare value, or None where the sentence is no such answer."""
    intent = model.intents.get(expectation.intent or "")
    slot = intent.slot(expectation.slot or "") if intent else None
    if intent is None or slot is None:
        return None
    choice = _bare(slot, sentence, values)
    if choice:
        filled = Filled(slot.name, slot.type, choice.text, choice.values)
        return Reading(intent.name, 1.0, (filled,), f"{{{slot.name}}}", choice.end)
    return _several(intent, slot, sentence, gazetteer)


def yes_or_no(sentence: Sentence, model: Mapping[str, Intent]) -> Reading | None:
    """Yes or No for a short answer that starts with one of their words."""
    first, rest = sentence.words[0], sentence.words[1:]
    if first in _TAKEN_IN and not _THANKS.isdisjoint(rest) and (_YES_WORDS - _TAKEN_IN | {"please"}).isdisjoint(rest):
        return None
    for intent, words in ((YES, _YES_WORDS), (NO, _NO_WORDS)):
        if first in words and intent in model and len(rest) <= 5 and all(word in _POLITE | words for word in rest):
            return Reading(intent, 1.0, (), first, len(sentence.tokens))
    return None


def _bare(slot: Slot, sentence: Sentence, values: SlotValues) -> Choice | None:
    last = len(sentence.tokens)
    for start in range(last):
        for choice in values.choices(slot.type, start, may_open=False):
            if choice.end == last:
                return choice
        if slot.type == SEARCH_QUERY or sentence.words[start] not in _LEAD_INS:
            return None
    return None


def _several(intent: Intent, slot: Slot, sentence: Sentence, gazetteer: Gazetteer) -> Reading | None:
    """Several values joined by small words fill the slot and its sisters of the same type."""
    sisters = [slot, *(other for other in intent.slots if other.type == slot.type and other != slot)]
    spans = [span for span in gazetteer.spans(sentence) if span.type == slot.type and not span.negated]
    chosen = [span for place, span in enumerate(spans) if not any(span.overlaps(other) for other in spans[:place])]
    covered = {place for span in chosen for place in range(span.start, span.end)}
    rest = {word for place, word in enumerate(sentence.words) if place not in covered}
    if not chosen or not rest <= _LEAD_INS:
        return None
    pairs = zip(sisters, sorted(chosen, key=lambda span: span.start), strict=False)
    filled = tuple(Filled(sister.name, sister.type, sentence.spoken(span.start, span.end), span.values) for sister, span in pairs)
    return Reading(intent.name, 1.0, filled, f"{{{slot.name}}}", len(covered))
