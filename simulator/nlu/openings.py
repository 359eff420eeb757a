"""How people begin when they set right what they said: "oops, I mean", "no hang on", "let me rephrase that"."""
from __future__ import annotations

from collections.abc import Iterator

from .cues import cue
from .text import Sentence, Token

_LONGEST = 6
_BEING = frozenset(("am", "is", "are", "so", "very", "not"))
"""After these it is no ending: "I am sorry"."""
_PLAIN = "sorry"
"""One word for all of them, as the samples have it."""


def plain_openings(sentence: Sentence) -> Iterator[Sentence]:
    """The same sentence with its opening put in one word, and without it; none where it begins otherwise or says nothing else."""
    end, strong = _opening(sentence.words)
    if not end or end == len(sentence.tokens):
        return
    first = sentence.tokens[0]
    yield Sentence(sentence.raw, (Token(_PLAIN, first.first, sentence.tokens[end - 1].last), *sentence.tokens[end:]))
    if strong:
        yield Sentence(sentence.raw, sentence.tokens[end:])


def without_ending(sentence: Sentence) -> Sentence:
    """The same sentence without what people say last who set right what they said: "no, two years I mean".

    >>> from .text import read
    >>> without_ending(read("no two years i mean")).words, without_ending(read("i am sorry")).words
    (('no', 'two', 'years'), ('i', 'am', 'sorry'))
    """
    words = sentence.words
    ends = next((one for one in sorted(cue("sets_right_last"), key=len, reverse=True) if words[-len(one):] == one), ())
    before = words[:len(words) - len(ends)]
    return Sentence(sentence.raw, sentence.tokens[:len(before)]) if ends and len(before) > 1 and before[-1] not in _BEING else sentence


def sets_right(sentence: Sentence) -> bool:
    """Whether it begins as people begin who set right what they said, and says more.

    >>> from .text import read
    >>> sets_right(read("sorry, not red")), sets_right(read("i have no fever"))
    (True, False)
    """
    return 0 < _opening(sentence.words)[0] < len(sentence.tokens)


def without_opening(sentence: Sentence) -> Sentence:
    """The same sentence without an opening that can mean nothing else: "hang on", not "wait" or "no".

    >>> from .text import read
    >>> without_opening(read("hang on, my son is ten")).words, without_opening(read("wait and see")).words
    (('my', 'son', 'is', 'ten'), ('wait', 'and', 'see'))
    """
    end, strong = _opening(sentence.words)
    return Sentence(sentence.raw, sentence.tokens[end:]) if strong and end < len(sentence.tokens) else sentence


def _opening(words: tuple[str, ...]) -> tuple[int, bool]:
    """Where the opening ends, and whether it can be nothing else; a "no" before what it denies is none of it."""
    end, strong = 0, False
    while length := _at(words, end):
        strong = strong or words[end:end + length] in cue("sets_right")
        end += length
    return (end - 1 if words[end - 1:end] == ("no",) else end), strong


def _at(words: tuple[str, ...], place: int) -> int:
    known = cue("sets_right") | cue("may_set_right")
    return next((length for length in range(_LONGEST, 0, -1) if place + length <= len(words) and words[place:place + length] in known), 0)
