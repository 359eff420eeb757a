"""How alike is enough: what a sample must reach before its intent is taken for what was meant."""
from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from .builtin_intents import LEAVING
from .cues import cue_words, says
from .interaction_model import Intent
from .mood import PAST, is_question, moods
from .reading import FALLBACK, Reading
from .slot_values import SEARCH_QUERY
from .text import Sentence, normal_words
from .weighing import CLOSE, LITTLE
from .words import UNABLE

THRESHOLD = 0.38
"""A paraphrase less like any sample than this is no paraphrase."""
TOLD_THRESHOLD = 0.28
"""The same for a statement that names how the skin or the person is."""
ASKED_THRESHOLD = 0.55
"""The same for a sample that asks, where the sentence only tells and fills no slot: "i work outdoors" is no "how do you work"."""
STRONG = 0.7
"""A paraphrase this good needs no slot to speak for it."""

_ERASING = (*LEAVING, "RetractIntent", "AMAZON.NoIntent", "SafeIntent", "AnimalIntent")
_BARE, _NAMED = ("AMAZON.YesIntent", "UnsureIntent"), ("LossIntent", "EachIntent", "AnswerAgainIntent", "JestIntent")
_LEAST: Mapping[str, float] = {**dict.fromkeys(_ERASING, CLOSE), **dict.fromkeys(_BARE, STRONG), **dict.fromkeys(_NAMED, ASKED_THRESHOLD)}
"""Of what ends the talk, denies all, takes back what was told or only answers, and of what nobody is to be told they said by mistake."""
_FOLLOWING, _MORE_WORDS = ("ThatIntent", "AnswerAgainIntent"), 2
"""What only follows an answer is longer than a sample by no more words than these: "i take aspirin every day" tells something."""
_LOOKED_OVER, _LOOKING = ("SkinCheckIntent", "LookAlikeIntent"), "looking_over"
"""What takes signs beside what it asks for: a statement of signs, or a question that is not nearly one of its own, is none of it."""
_AID = "AidIntent"
"""What was done about a danger has to be named: who "went to the beach" has called nobody."""
_WHO = ("i", "we", "he", "she")
_OF = {"LossIntent": ("lost_ones", "losing"), "BabyIntent": ("young_ones",)}
"""What has to be named for an intent, by words of each kind in cues.txt: a phone that died is no child, a boy who hates creams not lost."""
_NOT_OF = {"LossIntent": "unreal", "EmergencyIntent": "of_skin", "AMAZON.StopIntent": "going_on"}
"""What must not be said beside it, by phrases of cues.txt: whom one lost in a dream or a film is well, sore skin is no harmed child, and
a throat that "is closing" ends no talk."""


class Enough:
    """Tells of a reading whether it is like enough, for one model."""

    def __init__(self, intents: Mapping[str, Intent], urgent: Container[str], reported: Container[str], personal: Container[str]) -> None:
        """`urgent` are the intents that one phrase decides, `reported` and `personal` the types of what people tell."""
        self._intents, self._urgent, self._reported, self._personal = intents, urgent, reported, personal

    def may_be(self, reading: Reading, sentence: Sentence, plainly: bool) -> bool:
        """Whether a reading may stand: no way of speaking is an emergency, and what erases is said almost as it is known."""
        if not (plainly or reading.intent not in self._urgent) or self.names_no_danger(reading, sentence):
            return False
        if reading.intent in _FOLLOWING and len(sentence.words) > len(normal_words(reading.sample)) + _MORE_WORDS:
            return False
        if reading.intent in _LOOKED_OVER and self._only_tells(reading, sentence):
            return False
        if reading.intent == _AID and not any(slot.values for slot in reading.slots):
            return False
        if reading.intent in _NOT_OF and says(sentence.words, _NOT_OF[reading.intent]):
            return False
        named = _OF.get(reading.intent, ())
        return reading.score >= _LEAST.get(reading.intent, 0.0) and not any(cue_words(one).isdisjoint(sentence.words) for one in named)

    def _only_tells(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether what a reading takes for a wish to have signs looked over does no more than tell them."""
        tells = any(slot.type in self._reported and slot.values for slot in reading.slots)
        asks = not cue_words(_LOOKING).isdisjoint(sentence.words) or (is_question(sentence.words) and reading.score >= CLOSE)
        return tells and not asks

    def least(self, best: Reading, sentence: Sentence) -> float:
        """How alike is enough: less where the sentence tells of a sign, so that danger said in odd words is not lost."""
        if not (best.slots or is_question(sentence.words)) and is_question(normal_words(best.sample)):
            return ASKED_THRESHOLD
        told = any(slot.type in self._reported and slot.values for slot in best.slots)
        return TOLD_THRESHOLD if told and not is_question(sentence.words) else THRESHOLD

    def least_told(self, best: Reading, sentence: Sentence) -> float:
        """How alike a sample must be to win over free words: more where it catches nothing of how the skin or the person is."""
        if not best.slots:
            return STRONG
        told = any(slot.type in self._personal and slot.values for slot in best.slots)
        return THRESHOLD if told or is_question(sentence.words) else LITTLE

    def names_no_danger(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sample that needs a danger to be named, or tells what somebody cannot do, is like the sentence in all but that."""
        first = self._intents[reading.intent].slots[:1] if reading.intent in self._urgent else ()
        cannot = bool(first) and not UNABLE.isdisjoint(normal_words(reading.sample)) and UNABLE.isdisjoint(sentence.words)
        if cannot and reading.score < ASKED_THRESHOLD:
            return True
        named = {slot.name for slot in reading.slots if slot.values}
        return any(f"{{{slot.name}}}" in reading.sample and slot.name not in named for slot in first)


def same(best: Reading, opened: Sequence[Reading]) -> float:
    """How like the sentence a sample of the same intent is when its slots take unknown words."""
    return max((reading.score for reading in opened[:1] if reading.intent == best.intent), default=0.0)


def prefers_open(best: Reading, opened: Reading, least: float) -> bool:
    """True where a sample with free words in a slot is the better reading than the most alike sample.

    Free words reach the skill whole, so they win over a sample less alike than `least`.
    """
    if best.intent == FALLBACK:
        return best.score < STRONG
    if best.intent == opened.intent:
        return _known(best) <= _known(opened)
    if any(slot.type == SEARCH_QUERY for slot in opened.slots):
        return best.score < least
    return best.score < opened.score


def is_bare(opened: Reading) -> bool:
    """Whether free words stand behind nothing but who it is, as in "i {words}": that takes any statement."""
    who, _, rest = opened.sample.partition(" ")
    return who in _WHO and rest.startswith("{") and rest.endswith("}")


def tells_of_before(sentence: Sentence, best: Reading, opened: Reading) -> bool:
    """True where the sentence and the carrier of the phrase slot both speak of the past, and no sample is close."""
    both = (moods(sentence.words), moods(normal_words(opened.sample)))
    return best.score < CLOSE and all(PAST in kinds for kinds in both)


def _known(reading: Reading) -> set[str]:
    """The words of the slots that matched an entry."""
    return {slot.text for slot in reading.slots if slot.values}
