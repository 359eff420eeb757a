"""Weighs a reading against the whole sentence: no danger is lost for want of a slot, and none is made by one."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from .bygone import bygone_places, tells_of_elsewhere
from .cues import says
from .interaction_model import InteractionModel, Slot
from .mood import is_question
from .openings import sets_right, without_opening
from .reading import FALLBACK, Filled, Interpretation, Reading, first_of_each
from .slot_values import SEARCH_QUERY
from .supposition import only_supposed, supposed_places
from .text import Sentence, normal_words, read
from .words import NEGATORS

LITTLE, CLOSE = 0.6, 0.8
"""A statement of which only the place or the person is caught needs to be as near as the first; from the second on it is nearly one."""
_TAKING_BACK = ("RetractIntent", "JestIntent", "SafeIntent", "AidIntent")
_SETTING_RIGHT = ("moved", "wrong", "right", "instead", "who_two")
_URGES = "UrgencyIntent"
_BREAK, DENIES, _TELLS, _ABOUT, _SHORT = ".", "DenyIntent", "SymptomIntent", "AboutMeIntent", 6
_NOT_DONE = re.compile(r"\b(?:did|has|have|had)(?:n't|nt| not)\b")
_WHEN = "when"
"""Behind it a sentence may tell: "when I was little I had ..."."""
_THIRD = frozenset(("he", "she", "his", "her", "him"))
"""Of whom these speak may have been told before, or may be told later."""
_TODAY = frozenset(("now", "today", "tonight", "mine"))


class Urgency(Protocol):
    """How a skill weighs what is said to it."""

    def __call__(self, reading: Reading) -> int:
        """How high a level the words of a reading raise; 0 where no doctor is needed soon."""

    def at_worst(self, reading: Reading) -> int:
        """The same if the words were said of somebody for whom they are gravest."""

    def is_emergency(self, reading: Reading) -> bool:
        """Whether they tell of an emergency, by name or not."""

    def names_danger(self, reading: Reading) -> bool:
        """Whether they tell by name what the emergency is."""

    def tells_of_two(self, reading: Reading) -> bool:
        """Whether they tell of two people, and whose a sign is."""

    def unsaid(self, words: str) -> frozenset[str]:
        """The ids of what the words name and deny, suppose, tell of a stranger or put long ago."""

    def plainly(self, words: str) -> str:
        """The words without what is no more than a way of speaking."""

    def is_figure(self, words: str) -> bool:
        """Whether a way of speaking is among the words."""

    def denied(self, reading: Reading) -> frozenset[str]:
        """The ids of the complaints, or of the places, that a reading says not to be there, beside others that are."""

    def sets_right(self, words: str) -> bool:
        """Whether they say that what was told, in this breath or before it, is somebody else's or not so."""

    def is_known_whole(self, words: str) -> bool:
        """Whether they are a sentence that sets a danger, or the talk itself, right, and is known whole."""

    def opens(self, words: str) -> bool:
        """Whether they begin as people begin who set something right, and go on as a sentence."""

    def relieves(self, words: str) -> bool:
        """Whether they tell that all is well, or was nothing: of an alarm that stands that has to be heard whole."""

    def parts(self, words: str) -> bool:
        """Whether two people are told of in them."""

    def looks_back(self, words: str) -> bool:
        """Whether they tell that something was used that was named before, or that bumps came where the skin was hurt once."""

    def needs_order(self, words: str, denies: bool) -> bool:
        """Whether the order of words counts: something is set right, two people told of or, where one `denies`, one thing of two denied."""


class _NoUrgency:
    def __call__(self, reading: Reading) -> int:
        return 0

    at_worst = __call__

    def is_emergency(self, reading: Reading) -> bool:
        return False

    names_danger = tells_of_two = is_emergency

    def unsaid(self, words: str) -> frozenset[str]:
        return frozenset()

    def plainly(self, words: str) -> str:
        return words

    def is_figure(self, words: str) -> bool:
        return False

    def denied(self, reading: Reading) -> frozenset[str]:
        return frozenset()

    def sets_right(self, words: str) -> bool:
        return False

    def is_known_whole(self, words: str) -> bool:
        return False

    def opens(self, words: str) -> bool:
        return False

    def relieves(self, words: str) -> bool:
        return False

    def parts(self, words: str) -> bool:
        return False

    def looks_back(self, words: str) -> bool:
        return False

    def needs_order(self, words: str, denies: bool) -> bool:
        return False


no_urgency: Urgency = _NoUrgency()
"""Of a skill of which nothing is known, nothing is urgent."""


class Scales:
    """What a reading carries on one side, what the sentence says on the other; the weights are those of the skill."""

    def __init__(self, model: InteractionModel, urgency: Urgency, settled: frozenset[str]) -> None:
        """`settled` are the intents that one phrase decides: nothing is weighed against them."""
        self._free = next(iter(free_slots(model)), None)
        self._urgency, self._settled = urgency, settled

    def lest_a_sign_is_lost(self, found: Interpretation, sentence: Sentence) -> Interpretation:
        """The same, unless its slots tell of less danger than the whole sentence does: then its words are handed on whole."""
        if self._free is not None and self._is_vague(found):
            whole = _in_free_words(*self._free, " ".join(sentence.raw), found.reading.score)
            return _handed_on(whole, found) if self._urgency.names_danger(whole) else found
        if self._free is None or found.intent in self._settled or (found.intent == FALLBACK and found.reading.score >= LITTLE):
            return found
        told, whole = (_in_free_words(*self._free, words, found.reading.score)
                       for words in (_as_said_to_be(sentence), " ".join(sentence.raw)))
        tale = _is_a_tale(sentence.words, theirs=False) and not (says(sentence.words, "swallows") or self._is_still_so(whole, sentence))
        unsure = (tale or is_question(sentence.words)) and not self._urgency.names_danger(whole)
        heard = (told,) if unsure else (told, whole)
        is_graver = max(map(self._urgency, heard)) > self._urgency(found.reading)
        if not (is_graver or self._is_graver_of_somebody(told, found.reading, sentence)):
            return found
        return _handed_on(whole, found)

    def _is_still_so(self, whole: Reading, sentence: Sentence) -> bool:
        """Whether it is not over because somebody is fine: one of two people is ("but the baby is fine"), or it was grave and was today."""
        if says(sentence.words, "this_day"):
            return self._urgency.is_emergency(whole) or self._urgency.tells_of_two(whole)
        return not says(sentence.words, "remote") and self._urgency.tells_of_two(whole)

    def _is_vague(self, found: Interpretation) -> bool:
        """Whether an emergency is only likened to one, or known by a phrase, and no slot tells which: the words themselves may tell it."""
        return found.intent in self._settled and not found.reading.slots and found.layer != "exact"

    def plain_parts(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """What is left of a sentence around ways of speaking, tales and dreams, part by part; the sentence itself where it holds none."""
        words = " ".join(sentence.raw)
        plain = self._urgency.plainly(words)
        return (sentence,) if plain == words else tuple(read(part) for part in plain.split(_BREAK) if part.strip())

    def whole(self, sentence: Sentence, found: Interpretation, taken: bool) -> Interpretation:
        """The words handed on whole, ahead of what was found, where that was `taken` from a way of speaking or a tale, or is little."""
        words = " ".join(sentence.raw)
        if self._free is None or not (taken or self._urgency.is_figure(words)):
            return found
        return _handed_on(_in_free_words(*self._free, words, found.reading.score), found)

    def meant(self, sentence: Sentence) -> Sentence:
        """The sentence without what is no more than a way of speaking ("nearly gave me a heart attack")."""
        words = " ".join(sentence.raw)
        plain = self._urgency.plainly(words)
        return sentence if plain == words else read(plain)

    @staticmethod
    def supposes(opened: Reading) -> bool:
        """Whether a sample only supposes what its free words tell."""
        return only_supposed(normal_words(opened.sample)) and any(slot.type == SEARCH_QUERY for slot in opened.slots)

    def supposes_danger(self, opened: Reading, found: Reading) -> bool:
        """Whether a sample that only supposes what its free words tell holds a danger that the slots found do not."""
        return self.supposes(opened) and self._urgency(found) == 0 < self._urgency.at_worst(opened)

    def _is_graver_of_somebody(self, told: Reading, found: Reading, sentence: Sentence) -> bool:
        """Whether words about "her" tell of a danger that the slots do not hold, were she whom it is gravest for."""
        return not _THIRD.isdisjoint(sentence.words) and self._urgency.at_worst(told) > self._urgency.at_worst(found)

    def lest_a_tale_is_taken(self, found: Interpretation, sentence: Sentence) -> Interpretation:
        """The same, unless a danger in it is denied, over, supposed, a stranger's or was not done ("didn't swallow it" is no "can't
        swallow"): then the words are handed on, which say so."""
        if self._free is None:
            return found
        words = " ".join(sentence.raw)
        whole = _in_free_words(*self._free, words, found.reading.score)
        if self._is_vague(found) and says(sentence.words, "remote") and self._urgency(whole) == 0:
            return _handed_on(whole, found)
        if self._urgency(found.reading) == 0:
            return _handed_on(whole, found) if self._is_told_of_long_ago(found, sentence) else found
        not_done = any(_NOT_DONE.search(" ".join(read(slot.text).raw)) for slot in found.reading.slots)
        urgency = self._urgency(whole)
        is_tale = urgency == 0 and (not_done or _is_a_tale(sentence.words))
        return _handed_on(whole, found) if is_tale or self._is_taken_back(found.reading, urgency, words) else found

    def _is_told_of_long_ago(self, found: Interpretation, sentence: Sentence) -> bool:
        """Whether what was only likened to a question tells, and asks nothing, of a sign that was there long ago."""
        words = sentence.words
        asks = is_question(words[3:] if words[:1] == (_WHEN,) else words)
        likened = found.layer == "paraphrase" and found.reading.score < CLOSE and is_question(normal_words(found.reading.sample))
        return likened and not asks and says(words, "remote") and bool(self._urgency.unsaid(" ".join(sentence.raw)))

    def lest_a_denial_is_lost(self, found: Interpretation, sentence: Sentence) -> Interpretation:
        """The same, unless a statement tells of one complaint and denies another ("no blood, it is just pink"), or so of places ("my cheek,
        not my lid"), and its slots do not."""
        if self._free is None or found.intent in self._settled or is_question(sentence.words):
            return found
        whole = _in_free_words(*self._free, " ".join(sentence.raw), found.reading.score)
        denied = self._urgency.denied(whole)
        if not denied or denied <= self._urgency.denied(found.reading):
            return found
        return _handed_on(whole, found)

    def lest_the_order_is_lost(self, found: Interpretation, sentence: Sentence) -> Interpretation:
        """The same, unless the words have to be heard in their order: what is set right in one breath or afterwards, two people told
        of in one, and harm by something that was named before ("I put some on and ...").

        No danger that the slots hold is lost by that, but for one that is said to be somebody else's.
        """
        words = " ".join(sentence.raw)
        denies = not NEGATORS.isdisjoint(sentence.words)
        told_anew = found.intent in (_TELLS, _URGES) and denies and self._urgency.opens(words)  # "no I mean it tingles, it isn't burned"
        takes_back = told_anew or (found.intent == DENIES and (sets_right(sentence) or self._urgency.opens(words)))
        told = without_opening(sentence)
        may = denies or (told != sentence and found.reading.score < CLOSE)
        takes_back = takes_back or (may and len(told.words) <= _SHORT and self._asks_nothing(found, sentence, opened=told != sentence))
        takes_back = takes_back or self._relieves(found, sentence)
        of_two = found.intent in self._settled and self._urgency.parts(words)
        if self.supposes(found.reading):
            return found
        plain = found.intent in self._settled and not (of_two or self.is_known_whole(sentence))
        back = found.intent == _TELLS and not is_question(sentence.words) and self._urgency.looks_back(words)
        if self._free is None or plain or not (takes_back or of_two or back or self._urgency.needs_order(words, denies)):
            return found
        whole = _in_free_words(*self._free, words, found.reading.score)
        less = self._urgency(found.reading) > self._urgency(whole)
        set_right = self._urgency.sets_right(words) or self._urgency.relieves(words)
        return found if less and not set_right else _handed_on(whole, found)

    def _asks_nothing(self, found: Interpretation, sentence: Sentence, opened: bool) -> bool:
        """Whether what was only likened to a question is no question, but opens as a correction: "sorry, it doesn't bleed"."""
        likened = found.layer == "paraphrase" and found.intent not in (DENIES, _TELLS, _ABOUT)
        asks = is_question(sentence.words) or is_question(sentence.words[1:])  # "stop, can I use it"
        return likened and not asks and (opened or self._urgency.opens(" ".join(sentence.raw)))

    def _relieves(self, found: Interpretation, sentence: Sentence) -> bool:
        """Whether what was only likened to something, or is caught by free words, tells that all is well or opens as a correction."""
        free = any(slot.type == SEARCH_QUERY for slot in found.reading.slots)
        likened = found.intent == FALLBACK or free or (found.layer == "paraphrase" and found.intent not in _TAKING_BACK)
        words = " ".join(sentence.raw)
        if not likened or is_question(sentence.words):
            return False
        return self._urgency.relieves(words) or (found.intent == FALLBACK and self._urgency.opens(words))

    def is_known_whole(self, sentence: Sentence) -> bool:
        """Whether no phrase of an emergency in it decides: the skill knows the sentence whole."""
        return self._free is not None and self._urgency.is_known_whole(" ".join(sentence.raw))

    def sets_right(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sentence says that somebody else was meant, or nothing at all, and no slot of the reading was made for that."""
        slotted = self.supposes(reading) or any(slot.name.startswith(_SETTING_RIGHT) for slot in reading.slots)
        return not slotted and reading.intent not in self._settled and self._urgency.sets_right(" ".join(sentence.raw))

    def _is_taken_back(self, reading: Reading, urgency: int, words: str) -> bool:
        """Whether a reading, without what the whole sentence does not say to be so, is no more urgent than that sentence: `urgency`."""
        unsaid, plain = self._urgency.unsaid(words), self._urgency.plainly(words)
        said = None if plain == words else frozenset(read(plain).words)
        kept = tuple(slot for slot in reading.slots if unsaid.isdisjoint(value.id for value in slot.values or ())
                     and (said is None or said.issuperset(read(slot.text).words)))
        return len(kept) < len(reading.slots) and self._urgency(replace(reading, slots=kept)) <= urgency


def _is_a_tale(words: Sequence[str], theirs: bool = True) -> bool:
    """Whether a sentence says of all it tells that it is not so here and now; what comes to today does not.

    What a neighbor has is a tale where it is told as `theirs`.
    """
    if not _TODAY.isdisjoint(words) and not says(words, "over"):
        return False
    return tells_of_elsewhere(words, theirs) or only_supposed(words) or says(words, "well") or says(words, "remote")


def free_slots(model: InteractionModel) -> Iterable[tuple[str, Slot]]:
    """The slots that take any words, in the order of the model, each with its intent."""
    return ((intent.name, slot) for intent in model.intents.values() for slot in intent.slots if slot.type == SEARCH_QUERY)


def _handed_on(whole: Reading, found: Interpretation) -> Interpretation:
    """The words whole, ahead of what was found in them."""
    return Interpretation(whole, "paraphrase", first_of_each((whole, *found.candidates)))


def _in_free_words(intent: str, slot: Slot, words: str, score: float) -> Reading:
    return Reading(intent, score, (Filled(slot.name, slot.type, words, None),))


def _as_said_to_be(sentence: Sentence) -> str:
    """The words of a sentence less what is only supposed, over, or heard of somebody else."""
    words = sentence.words
    each = [(place, place + 1) for place in range(len(words))]
    unsaid = {sentence.tokens[place].first for place, _ in supposed_places(words, each) | bygone_places(words, each)}
    return " ".join(_BREAK if place in unsaid else word for place, word in enumerate(sentence.raw))
