"""What family or friends make of the bumps: "my mum says it's just milk spots" is about whoever the talk is about, not about the mum."""
from __future__ import annotations

from .cues import cue, cue_words
from .text import Sentence

_HOLDERS, _OPINES, _BEING = cue_words("holders"), cue_words("opines"), cue("opined")
_OPINION = cue_words("opinion")
_LATEST, _LONGEST = 5, 2


def without_opinion_holder(sentence: Sentence) -> Sentence:
    """The same sentence without who thinks so, where all that is thought is that it is nothing bad.

    >>> from .text import read
    >>> without_opinion_holder(read("my mother thinks they're just milia")).words
    ('they', 'are', 'just', 'milia')
    >>> without_opinion_holder(read("my mother says it is swollen")).words
    ('my', 'mother', 'says', 'it', 'is', 'swollen')
    """
    words = sentence.words
    thinks = next((place for place, word in enumerate(words[:_LATEST]) if word in _OPINES), 0)
    thinks = 0 if _HOLDERS.isdisjoint(words[:thinks]) else thinks
    thought = words[thinks + 1:]
    opined = thinks and thought[:_LONGEST] in _BEING and _OPINION.issuperset(thought[_LONGEST:]) and thought[_LONGEST:]
    return Sentence(sentence.raw, sentence.tokens[thinks + 1:]) if opined else sentence
