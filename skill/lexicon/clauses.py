"""Which clauses are meant as a whole: a question about anybody, a case that is painted, what is told of a stranger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .cues import Cues
from .words import is_break

VERB_REACHES = 8
"""Words among which the verb of a statement is looked for."""
TRIFLE_REACHES = 4
"""Words among which it is said that no more than a trifle is meant."""
HAVING_REACHES = 7
"""Words from a "got" to where the bumps are that somebody has got."""
_DOING = "ing"


def told_as_cue(words: Sequence[str], cues: Cues) -> frozenset[int]:
    """The places of phrases of three words and more that say when it was: the "back" of "back in school" is no part of the body."""
    kinds = ("long_ago", "long_ago_before", "suppose")
    lengths = ((index, max(cues.at(kind, words, index) for kind in kinds)) for index in range(len(words)))
    return frozenset(place for index, length in lengths if length > 2 for place in range(index, index + length))


def still_so(words: Sequence[str], cues: Cues) -> int:
    """The place up to which what was so long ago is so today as well: "years ago I wanted to die AND I STILL DO"; 0 where nothing is."""
    ends = ((index, index + cues.at("still_so", words, index)) for index in range(len(words)))
    return max((index for index, end in ends if end > index and _says_no_more(words, end, cues)), default=0)


def was_doing(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a "was" before this place tells what somebody was doing as something happened: "I was mixing cement AND IT SPLASHED"."""
    doing = 0 < index < len(words) and words[index].endswith(_DOING) and len(words[index]) > len(_DOING) + 1
    return doing and not any(cues.at("past", words, place) for place in range(index - 1))


def _says_no_more(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a clause ends here, or only says "so"."""
    return index >= len(words) or is_break(words[index]) or bool(cues.at("so", words, index)) or words[index] in cues.joins


def general(words: Sequence[str], cues: Cues) -> Iterator[tuple[int, int]]:
    """The clauses that ask about anybody ("can steam burn skin"): a question that names no person and seeks no help."""
    for index in range(len(words)):
        if index == 0 or is_break(words[index - 1]):
            end = clause_end(words, index, cues)
            begins = cues.at("general", words, index)
            clause = frozenset(words[index + begins : end])
            asks = begins or _asks(words[index:end], cues)
            length = cues.at("case", words, index)
            if length:
                yield index, _case_end(words, index + length, end, cues)
            elif asks and cues.persons.isdisjoint(clause) and cues.helping.isdisjoint(clause):
                yield index, next((place for place in range(index, end) if tells_which(words, place, cues)), end)


def says_whose(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether what was done is done to something of theirs, so that nothing new begins: the "my" of "i burned MY cheek"."""
    return index > 1 and words[index] not in cues.nominative and words[index - 2] in cues.nominative


def tells_which(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether what is asked about is described here as it is: "would it clear a bump THAT KEEPS bleeding"."""
    return words[index] in cues.relatives and bool(words[index + 1 : index + 2]) and words[index + 1] in cues.verbs


def _asks(clause: Sequence[str], cues: Cues) -> bool:
    """Whether it asks: "can steam burn" does, "can barely breathe" leaves out who; "is a burn dangerous" does, "is a bad burn" does not."""
    if len(clause) < 2:
        return False
    verdict = clause[-1] in cues.verdicts and len(clause) > 3
    judges = clause[0] == "is" and clause[1] in cues.skips and (verdict or not cues.judging.isdisjoint(clause))
    return judges or (clause[0] in cues.asking and clause[1] not in cues.bare)


def tales(words: Sequence[str], cues: Cues) -> Iterator[tuple[int, int]]:
    """What is told of a stranger and of nobody else ("some girl on tiktok burned her face"), and what was dreamt.

    "Some lady burned MY face" is no tale. Neither is what somebody had and still suffers from: "my friend had a stroke AND CAN NOT speak",
    nor what is so after a dream: "I dreamt that my face burned AND WOKE UP and it burns".
    """
    for index in range(len(words)):
        if length := cues.at("dream", words, index):
            yield index, _dream_end(words, index + length, cues)
        elif length := cues.at("tale", words, index):
            end = _question(words, index + length, clause_end(words, index + length, cues), cues)
            if cues.at("past", words, index + length - 1) and any(_is_now(words, place, cues) for place in range(index + length, end - 1)):
                continue
            if cues.speaker.isdisjoint(words[index + length : end]):
                yield index, end


def unreal(words: Sequence[str], cues: Cues) -> tuple[tuple[int, int], ...]:
    """What is not told of anybody here as it is: asked of anybody, told of a stranger or a dream, or thought by mistake."""
    return (*general(words, cues), *tales(words, cues), *mistaken(words, cues))


def mistaken(words: Sequence[str], cues: Cues) -> Iterator[tuple[int, int]]:
    """What somebody thought that was not so: "I thought HE WAS BLUE but it was just the light". What comes after it counts as it is."""
    for index in range(len(words)):
        if length := cues.at("thought", words, index):
            end = next((place for place in range(index + length + 1, len(words)) if _turned_out(words, place, cues)), 0)
            if end:
                yield index, end


def _turned_out(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether it is told here what it was instead, and not that it was so a little, or in part ("it was only HIS LIPS")."""
    length = cues.at("was_only", words, index)
    return length > 0 and not any(cues.at(kind, (*words, ""), index + length) for kind in ("softly", "only_how"))


def of_bumps(words: Sequence[str], cues: Cues) -> frozenset[int]:
    """The places of words that tell where a bump is of which something is said: the "face" of "the bump ON MY FACE is swollen"."""
    ends = ((index, index + cues.at("bump_at", words, index)) for index in range(len(words)))
    return frozenset(place for index, end in ends if end > index and words[end + 1 : end + 2] and words[end + 1] in cues.verbs
                     for place in range(index, end + 1))


def beside_eyes(words: Sequence[str], cues: Cues) -> frozenset[int]:
    """The places of words that tell of the skin beside the eyes, not of the eyes: "UNDER MY EYES"."""
    return frozenset(place for index in range(len(words)) for place in range(index, index + cues.at("beside_eyes", words, index)))


def bumps_beside_eyes(words: Sequence[str], cues: Cues) -> Iterator[tuple[int, range]]:
    """Where somebody is said to have bumps beside the eyes: the place of the "got" and those of "under my eyes"."""
    for index in range(1, len(words)):
        if length := cues.at("beside_eyes", words, index) if cues.at("bump_at", words, index - 1) else 0:
            having = (place for place in range(max(0, index - HAVING_REACHES), index) if words[place] in cues.having)
            yield from ((place, range(index, index + length)) for place in having)


def _question(words: Sequence[str], start: int, end: int, cues: Cues) -> int:
    """Where the speaker begins to ask after a tale: "a man on tv went blind IS IT contagious"; the end where nothing is asked."""
    asking = cues.asking | cues.inverted | cues.advising
    return next((place for place in range(start + 1, end - 1) if words[place] in asking and words[place + 1] in cues.nominative), end)


def _dream_end(words: Sequence[str], index: int, cues: Cues) -> int:
    """Where what was dreamt ends: with its clause, or where somebody is awake."""
    end = _question(words, index, clause_end(words, index, cues), cues)
    return next((place for place in range(index, end) if cues.at("awake", words, place)), end)


def figures(words: Sequence[str], cues: Cues) -> Iterator[tuple[int, int]]:
    """What is no more than a way of speaking: "nearly gave me a heart attack", "drowning in creams".

    A few say so only together with what is a trifle: "overdosed on CHOCOLATE", not on pills, and not on both. What has its harmless
    cause told with it ("my eyes get red from the screen") is one too, as long as nothing is added: "AND they hurt".
    """
    for index in range(len(words)):
        if length := cues.at("figure", words, index) or _in_passing(words, index, cues):
            yield index, index + length
        elif length := cues.at("figure_of", words, index):
            end = next((place + 1 for place in range(index + length, min(index + length + TRIFLE_REACHES, len(words)))
                        if words[place] in cues.trifles), 0)
            if end and "and" not in words[end : end + 1]:
                yield index, end


def _in_passing(words: Sequence[str], index: int, cues: Cues) -> int:
    """How many words tell something with its harmless cause and nothing added; 0 where none do."""
    length = cues.at("passing", words, index)
    return 0 if length and cues.at("adding", (*words, ""), index + length) else length


def _is_now(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether what comes next is so now."""
    return words[index] in cues.joins and bool(cues.at("now_not", words, index + 1))


def asked_of_somebody(words: Sequence[str], cues: Cues) -> Iterator[tuple[int, int]]:
    """The clauses that ask whether something holds for somebody: "is she pregnant", "am I allergic"."""
    for index in range(len(words) - 1):
        if (index == 0 or is_break(words[index - 1])) and words[index] in cues.inverted and words[index + 1] in cues.nominative:
            yield index, clause_end(words, index, cues)


def _case_end(words: Sequence[str], index: int, end: int, cues: Cues) -> int:
    """Where a case that is painted ends: before the next statement that is not joined to it ("what if it is bad, my eye IS red")."""
    for place in range(index + 1, end):
        follows = frozenset(words[place + 1 : min(place + VERB_REACHES - 1, end)])
        if words[place] in cues.subjects and words[place - 1] not in cues.prepositions and not cues.now.isdisjoint(follows):
            return place
    return end


def clause_end(words: Sequence[str], index: int, cues: Cues) -> int:
    while index < len(words) and not is_break(words[index]) and not cues.at("cut", words, index):
        index += 1
    return index
