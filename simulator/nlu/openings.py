"""How people begin when they set right what they said: "oops, I mean", "no hang on", "let me rephrase that".

The phrases are those by which the skill itself hears a correction (`amends` in its locale), here as this package has words.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from skill.language import language, spread

from .text import Sentence, Token, normal_words

_NOT, _SHORT = "not", 3
_PLAIN = "sorry"
"""One word for all of them, as the samples have it."""


def _phrases(said: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(normal_words, said))


_TURNS, _AMENDS = language().turns, language().heard["amends"]
_SURE = _phrases(_TURNS.sure)
_ANY = _phrases((*_TURNS.all, *_AMENDS["hesitating"]))
_LAST = sorted(_phrases(_AMENDS["last"]), key=len, reverse=True)
_BEING = frozenset(_AMENDS["no_ending_after"])
"""After these it is no ending: "I am sorry"."""
_LONGEST = max(map(len, _ANY))
_LEAVING = _phrases(spread(language().heard["leaves_check"]["leaving"]))


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
    ends = next((one for one in _LAST if words[-len(one):] == one), ())
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


def leaves_off(sentence: Sentence) -> bool:
    """Whether it begins with what ends the questions that are put, and says more: that beginning is part of what is meant.

    >>> from .text import read
    >>> leaves_off(read("actually forget that, what is retinol")), leaves_off(read("forget that"))
    (True, False)
    """
    words, place = sentence.words, 0
    while not (ends := [place + len(one) for one in _LEAVING if words[place:place + len(one)] == one]):
        length = _at(words, place)
        if not length:
            return False
        place += length
    return min(ends) < len(words)


def past_opening(sentence: Sentence) -> Sentence:
    """The same sentence without its opening, however weak."""
    end = _opening(sentence.words)[0]
    return Sentence(sentence.raw, sentence.tokens[end:]) if end < len(sentence.tokens) else sentence


def _opening(words: tuple[str, ...]) -> tuple[int, bool]:
    """Where the opening ends, and whether it can be nothing else; a "no" before what it denies is none of it."""
    end, strong = 0, False
    while length := _at(words, end):
        strong = strong or words[end:end + length] in _SURE
        end += length
        if left := _left(words, end):
            end, strong = left, True
    return (end - 1 if words[end - 1:end] == ("no",) else end), strong


def _left(words: tuple[str, ...], place: int) -> int:
    """Where a thing ends that is not what is meant, with the words by which the speaker turns from it: "NOT CREAM, I MEAN"; 0 for none."""
    if words[place:place + 1] != (_NOT,):
        return 0
    sure = ((at, _at(words, at)) for at in range(place + 2, min(place + 2 + _SHORT, len(words))))
    return next((at + length for at, length in sure if length and words[at:at + length] in _SURE), 0)


def _at(words: tuple[str, ...], place: int) -> int:
    return next((length for length in range(min(_LONGEST, len(words) - place), 0, -1) if words[place:place + length] in _ANY), 0)
