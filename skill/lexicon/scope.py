"""Whether words are said as present, or denied, past, or only supposed.

A cue colours the words after it up to the end of its clause ("no fever but ..."); a few colour the words before it
("the fever is gone"). Where a sentence can be read both ways, the words count as present: a red flag may not be lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .clauses import VERB_REACHES, asked_of_somebody, clause_end, figures, says_whose, still_so, tells_which, told_as_cue, unreal, was_doing
from .cues import Cues
from .graver import says_worse
from .words import is_break

DENIED, PAST, LONG_AGO, SUPPOSED, INTENDED, HEARD, ASKED = "denied", "past", "long_ago", "supposed", "intended", "heard", "asked"
CUE = "cue"
"""The words belong to a cue ("as a child") and say nothing themselves."""

_NAME_REACHES = 2
"""Words of "my baby", after which it is told what they are or do."""
_FORWARD = {"deny": DENIED, "suppose": SUPPOSED, "intend": INTENDED, "past": PAST, "long_ago": LONG_AGO, "hearsay": HEARD}
_BACKWARD = {"deny_before": DENIED, "past_before": PAST, "long_ago_before": LONG_AGO}


@dataclass
class _Walk:
    """Where the reading of a sentence stands: the colours in force since when, and the clause they belong to."""

    known: frozenset[int]
    content: frozenset[int]
    colours: list[set[str]]
    active: dict[str, int] = field(default_factory=dict)
    clause: int = 0
    before: int = 0
    heard: bool = False
    current: list[tuple[int, int]] = field(default_factory=list)

    def cut(self, index: int) -> None:
        """A new clause begins here; nothing said before reaches into it."""
        if self.heard:
            self.before, self.heard = self.clause, False
        self.active.clear()
        self.clause = index

    @property
    def about(self) -> int:
        """Where that begins what a cue looks back on: this clause, or the last one that named something."""
        return self.clause if self.heard else self.before


def statuses(words: Sequence[str], spans: Iterable[Iterable[int]], content: Iterable[int], cues: Cues) -> tuple[frozenset[str], ...]:
    """For each word the colours that hold for it; none at all means said as present.

    `spans` are the places of known terms: a cue inside one ("not feeding") is part of the term and colours nothing.
    `content` are the places of words that carry meaning.
    """
    known = frozenset(index for span in spans for index in span) - told_as_cue(words, cues)
    walk = _Walk(known, frozenset(content), [set() for _ in words])
    skip_to = 0
    for index in range(len(words)):
        if index in known:
            if walk.active and (_somebody_has_not(words, index, cues, walk) or says_worse(words, index, cues)):
                walk.cut(index)
            if cues.at("present", words, index):  # "doubled SINCE last month" tells of today, being one sign or not
                walk.current.append((walk.about, clause_end(words, index, cues)))
            walk.heard = True
            walk.colours[index].update(walk.active)
        elif index >= skip_to:
            skip_to = index + _read(words, index, cues, walk)
    for start, end in walk.current:
        for colours in walk.colours[start:end]:
            colours.discard(PAST)
    for colours in walk.colours[: still_so(words, cues)]:
        colours.difference_update((PAST, LONG_AGO))
    for clauses, colour in ((unreal, SUPPOSED), (figures, CUE), (asked_of_somebody, ASKED)):
        for start, end in clauses(words, cues):
            for colours in walk.colours[start:end]:
                colours.add(colour)
    return tuple(frozenset(colours) for colours in walk.colours)


def _read(words: Sequence[str], index: int, cues: Cues, walk: _Walk) -> int:
    """Take in one word that is part of no term; return how many words were used up."""
    if length := cues.at("neutral", words, index):
        return length
    if is_break(words[index]) or cues.at("cut", words, index) or _answers_first(words, index, cues):
        walk.cut(index)
        return 1
    if cues.at("present", words, index):
        walk.current.append((walk.about, clause_end(words, index, cues)))
    if length := max(_look_back(words, index, cues, walk), _look_ahead(words, index, cues, walk)):
        for place in range(index, min(index + length, len(words))):
            walk.colours[place].add(CUE)
        return length
    _end_scopes(words, index, cues, walk)
    return 1


def _answers_first(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a word is the answer before a statement: the "no" of "no I stopped last year"."""
    return index == 0 and bool(cues.at("answer", words, index)) and bool(words[1:2]) and words[1] in cues.subjects


def _look_back(words: Sequence[str], index: int, cues: Cues, walk: _Walk) -> int:
    for kind, colour in _BACKWARD.items():
        if length := cues.at(kind, words, index) or (colour == DENIED and _ends_all(words, index, cues)):
            for colours in walk.colours[walk.about : index]:
                colours.add(colour)
            return length
    return 0


def _ends_all(words: Sequence[str], index: int, cues: Cues) -> int:
    """The length of a word that denies only as the last of its clause: "the fever is GONE", not "it has gone red"."""
    length = cues.at("deny_at_end", words, index)
    after = index + length
    ends = after == len(words) or is_break(words[after]) or words[after] in cues.joins or bool(cues.at("cut", words, after))
    return length if length and ends else 0


def _look_ahead(words: Sequence[str], index: int, cues: Cues, walk: _Walk) -> int:
    """The longest phrase counts: "not sure" leaves open what "not" would deny."""
    length, colour = max((cues.at(kind, words, index), colour) for kind, colour in _FORWARD.items())
    if length:
        walk.active[colour] = index + length
    return length


def _end_scopes(words: Sequence[str], index: int, cues: Cues, walk: _Walk) -> None:
    """End what a comma, an "and" or a new subject ends, unless the cue stands right before it."""
    word, previous = words[index], words[index - 1] if index else ""
    latest = max(walk.active.values(), default=index)
    names = _is_subject(word, previous, cues) and not (LONG_AGO in walk.active and says_whose(words, index, cues))
    anew = names and not walk.content.isdisjoint(range(latest, index))
    if tells_which(words, index, cues):
        walk.active.pop(SUPPOSED, None)  # "would it clear a bump that keeps bleeding" asks of one that bleeds
    if word == "and" and _goes_on_now(words, index + 1, cues):
        for colour in (PAST, LONG_AGO, HEARD):
            walk.active.pop(colour, None)
    if word == "and" and was_doing(words, walk.active.get(PAST, 0), cues):
        walk.active.pop(PAST)
    for colour, start in list(walk.active.items()):
        named_none = walk.known.isdisjoint(range(start, index))
        if anew and not (previous == "and" and colour in (SUPPOSED, LONG_AGO)):
            walk.cut(index)
            return
        list_over = word == "," and not _list_goes_on(words, index, cues)
        afresh = named_none or _starts_anew(words, index + 1, cues) or _goes_on_now(words, index + 1, cues)
        list_ends = word == "and" and colour == DENIED and afresh
        says_how_much = colour == DENIED and not named_none and bool(cues.at("softly", words, index)) and previous not in cues.joins
        if list_over or list_ends or says_how_much:
            walk.active.pop(colour)


def _somebody_has_not(words: Sequence[str], index: int, cues: Cues, walk: _Walk) -> bool:
    """Whether somebody who is named begins a new statement: "how long does it take MY BABY has not fed"."""
    new = _is_subject(words[index], words[index - 1] if index else "", cues)
    told = not walk.content.isdisjoint(range(max(walk.active.values()), index))
    return new and told and index + _NAME_REACHES < len(words) and bool(cues.at("now_not", words, index + _NAME_REACHES))


def _goes_on_now(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether what follows an "and" tells of today: "I had a peel and my face is raw", "no pain and i can not speak"."""
    if words[index:index + 1] and cues.at("now_not", words, index):
        return True
    if words[index:index + 1] and words[index] not in cues.subjects:
        return False
    for place, word in enumerate(words[index:index + VERB_REACHES], index):
        if is_break(word) or word == "and" or cues.at("past", (word,), 0):
            return False
        if word in cues.now or cues.at("now_not", words, place):
            return True
    return False


def _is_subject(word: str, previous: str, cues: Cues) -> bool:
    """Whether a new statement begins: "it" does in "no pus it is hot", not in "no pus around it"."""
    return word in cues.subjects and previous not in (cues.joins if word in cues.nominative else cues.prepositions)


def _list_goes_on(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether an "or" still comes in this part: "no pus, pain or fever" denies all three."""
    for place in range(index + 1, len(words)):
        if is_break(words[place]) or cues.at("cut", words, place):
            return False
        if words[place] in ("or", "nor"):
            return True
    return False


def _starts_anew(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether what follows an "and" describes afresh ("and is hot", "and spreading"), not one more thing denied."""
    while index < len(words) and words[index] in cues.skips:
        index += 1
    return index < len(words) and (words[index] in cues.verbs or words[index].endswith("ing"))
