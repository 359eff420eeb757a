"""From a typed sentence to an intent: state, exact samples, paraphrases, and Fallback when nothing is like it."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from .answers import elicited, yes_or_no
from .builtin_intents import LEAVING
from .exact import ExactMatcher
from .expectation import NOTHING, Expectation
from .gazetteer import Gazetteer
from .interaction_model import InteractionModel
from .mood import PAST, is_question, moods
from .openings import plain_openings, without_opening
from .paraphrase import ParaphraseMatcher
from .phrases import Rewriter
from .reading import FALLBACK, Interpretation, Reading, first_of_each
from .slot_filling import deniable_types, supposable_types
from .slot_values import SEARCH_QUERY, SlotValues
from .spelling import Speller
from .templates import Template, known_slots, templates_of
from .text import Sentence, normal_words, read
from .urgent import Urgent
from .urgent_slots import with_slots
from .weighing import LITTLE, Scales, Urgency, no_urgency
from .words import ASIDES, FILLERS, UNABLE

THRESHOLD = 0.38
"""A paraphrase less like any sample than this is no paraphrase."""
TOLD_THRESHOLD = 0.28
"""The same for a statement that names how the skin or the person is."""
ASKED_THRESHOLD = 0.55
"""The same for a sample that asks, where the sentence only tells and fills no slot: "i work outdoors" is no "how do you work"."""
STRONG = 0.7
"""A paraphrase this good needs no slot to speak for it."""
CLOSE = 0.8
"""A paraphrase this good is nearly the sample itself."""
_HERE = Path(__file__).parent

_ERASING = LEAVING | {"RetractIntent", "AMAZON.NoIntent", "SafeIntent", "AnimalIntent"}
"""What ends the talk, denies all, or takes back what was told, has to be said almost as it is known."""
_GRAVE = frozenset({"LossIntent"})
"""What nobody is to be told they said by mistake."""


class Nlu:
    """Understands sentences by one interaction model; unchanging after construction, so any thread may ask it."""

    def __init__(self, model: InteractionModel, today: Callable[[], date] = date.today, urgency: Urgency = no_urgency) -> None:
        """`urgency` tells how urgent what a reading carries is, by the ear of the skill itself."""
        self.model = model
        self._today = today
        samples = templates_of(model)
        extra = [*_paraphrases(model), *(Template(FALLBACK, line, normal_words(line)) for line in _lines("negatives.txt"))]
        common = frozenset(word for line in _lines("common_words.txt") for word in line.split())
        surfaces = _surface_words(model)
        self._speller = Speller({word for template in samples for word in template.parts} | surfaces,
                                common | {word for template in extra for word in template.parts})
        self._reported = supposable_types(model.intents.values())
        self._personal = deniable_types(model.intents.values())
        self._gazetteer = Gazetteer(model.types, normal_words, self._personal)
        self._exact = ExactMatcher(model, samples)
        self._urgent = Urgent(_lines("urgent.txt"), model.intents)
        self._scales = Scales(model, urgency, self._urgent.names)
        self._paraphrase = ParaphraseMatcher(model, [*samples, *extra], Rewriter(_lines("rewrites.txt")), common, self._urgent.names)

    def understand(self, text: str, expectation: Expectation = NOTHING) -> Interpretation:
        """The intent, layer, confidence, slots and runners-up of a sentence."""
        heard = read(text)
        if not heard.tokens:
            return Interpretation(Reading(FALLBACK, 0.0), "fallback", ())
        spelled = self._speller.correct(heard)
        if urgent := self._urgent.reading(self._scales.meant(spelled)):
            urgent = with_slots(urgent, self.model.intents[urgent.intent], spelled, self._gazetteer)
            return Interpretation(urgent, "paraphrase", (urgent,))
        for sentence in _attempts(heard, spelled):
            answer = self._by_state(sentence, expectation)
            if answer:
                return answer
        if answer := self._by_elicited_words(heard, spelled, expectation):
            return answer
        found = self._scales.lest_the_order_is_lost(self._by_likeness(self._told(spelled.without(FILLERS))), heard)
        found = self._scales.lest_a_denial_is_lost(self._scales.lest_a_sign_is_lost(found, heard), heard)
        return self._scales.lest_a_tale_is_taken(found, spelled)

    def _told(self, sentence: Sentence) -> Sentence:
        """The sentence without how a correction begins, unless free words follow a sample that begins so."""
        told = without_opening(sentence)
        if told == sentence:
            return sentence
        opened = self._exact.match(sentence, SlotValues(sentence, self._gazetteer, self._today), may_open=True)
        free = (normal_words(reading.sample) for reading in opened if any(slot.type == SEARCH_QUERY for slot in reading.slots))
        return sentence if any(words[:1] == sentence.words[:1] for words in free) else told

    def _by_state(self, sentence: Sentence, expectation: Expectation) -> Interpretation | None:
        """What the conversation makes likely, then the samples; any words at all fill a slot that takes any."""
        values = SlotValues(sentence, self._gazetteer, self._today)
        reading = elicited(expectation, self.model, sentence, values, self._gazetteer)
        free = reading is not None and any(slot.type == SEARCH_QUERY for slot in reading.slots)
        if (reading is None and expectation.yes_no) or free:
            reading = yes_or_no(sentence, self.model.intents) or reading
        if reading and not (free and any(slot.type == SEARCH_QUERY for slot in reading.slots)):
            return Interpretation(reading, "state", (reading,))
        return self._by_sample(sentence)

    def _by_elicited_words(self, heard: Sentence, spelled: Sentence, expectation: Expectation) -> Interpretation | None:
        """The words whole where any were asked for; where they ask something that is nearly a sample, what they ask."""
        values = SlotValues(heard, self._gazetteer, self._today)
        reading = elicited(expectation, self.model, heard, values, self._gazetteer)
        if reading is None:
            return None
        asked = spelled.without(FILLERS).past(ASIDES)
        found = self._by_likeness(asked) if is_question(asked.words) else None
        return found if found and self._asks_of_its_own(found) else Interpretation(reading, "state", (reading,))

    def _asks_of_its_own(self, found: Interpretation) -> bool:
        """Whether it is nearly a sample of an intent that asks about something, not about what was just said."""
        if found.intent == FALLBACK or found.reading.score < CLOSE:
            return False
        return bool(self.model.intents[found.intent].slots) and all(slot.type != SEARCH_QUERY for slot in found.reading.slots)

    def _by_sample(self, sentence: Sentence) -> Interpretation | None:
        readings = self._exact.match(sentence, SlotValues(sentence, self._gazetteer, self._today), may_open=False)
        closed = [reading for reading in readings if reading.words == len(sentence.tokens)]
        return Interpretation(closed[0], "exact", first_of_each(closed)) if closed else None

    def _least(self, best: Reading, sentence: Sentence) -> float:
        """How alike is enough: less where the sentence tells of a sign, so that danger said in odd words is not lost."""
        if not (best.slots or is_question(sentence.words)) and is_question(normal_words(best.sample)):
            return ASKED_THRESHOLD
        told = any(slot.type in self._reported and slot.values for slot in best.slots)
        return TOLD_THRESHOLD if told and not is_question(sentence.words) else THRESHOLD

    def _least_told(self, best: Reading, sentence: Sentence) -> float:
        """How alike a sample must be to win over free words: more where it catches nothing of how the skin or the person is."""
        if not best.slots:
            return STRONG
        told = any(slot.type in self._personal and slot.values for slot in best.slots)
        return THRESHOLD if told or is_question(sentence.words) else LITTLE

    def _names_no_danger(self, reading: Reading, sentence: Sentence) -> bool:
        """Whether a sample that needs a danger to be named, or tells what somebody cannot do, is like the sentence in all but that."""
        first = self.model.intents[reading.intent].slots[:1] if reading.intent in self._urgent.names else ()
        cannot = bool(first) and not UNABLE.isdisjoint(normal_words(reading.sample)) and UNABLE.isdisjoint(sentence.words)
        if cannot and reading.score < ASKED_THRESHOLD:
            return True
        return any(f"{{{slot.name}}}" in reading.sample and all(one.name != slot.name for one in reading.slots) for slot in first)

    def _may_be(self, reading: Reading, plainly: bool) -> bool:
        """Whether a reading may stand: no way of speaking is an emergency, and what erases is said almost as it is known."""
        return (plainly or reading.intent not in self._urgent.names) and (
            reading.intent not in _ERASING or reading.score >= CLOSE) and (reading.intent not in _GRAVE or reading.score >= ASKED_THRESHOLD)

    def _by_likeness(self, sentence: Sentence) -> Interpretation:
        meant = self._scales.meant(sentence)
        alike = [reading for reading in self._paraphrase.rank(sentence)
                 if not self._names_no_danger(reading, sentence) and self._may_be(reading, plainly=meant == sentence)]
        urgent = self._urgent.reading(meant)
        if urgent:
            urgent = with_slots(urgent, self.model.intents[urgent.intent], sentence, self._gazetteer)
            return Interpretation(urgent, "paraphrase", first_of_each((urgent, *alike)))
        open_readings = self._exact.match(sentence, SlotValues(sentence, self._gazetteer, self._today), may_open=True)
        candidates = first_of_each(sorted((*alike, *open_readings[:3]), key=lambda reading: -reading.score))
        best = alike[0] if alike else Reading(FALLBACK, 0.0)
        least = self._least_told(best, sentence)
        if open_readings and self._opens(sentence, best, open_readings[0], least):
            return Interpretation(open_readings[0], "exact", candidates)
        if best.intent == FALLBACK or max(best.score, _same(best, open_readings)) < self._least(best, sentence):
            return Interpretation(Reading(FALLBACK, best.score), "fallback", candidates)
        return Interpretation(best, "paraphrase", candidates)

    def _opens(self, sentence: Sentence, best: Reading, opened: Reading, least: float) -> bool:
        """Whether free words tell more of the sentence than the sample most alike."""
        if _prefers_open(best, opened, least) or _tells_of_before(sentence, best, opened):
            return True
        return best.score < CLOSE and self._scales.supposes_danger(opened, best)


def _same(best: Reading, opened: Sequence[Reading]) -> float:
    """How like the sentence a sample of the same intent is when its slots take unknown words."""
    return max((reading.score for reading in opened[:1] if reading.intent == best.intent), default=0.0)


def _prefers_open(best: Reading, opened: Reading, least: float) -> bool:
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


def _tells_of_before(sentence: Sentence, best: Reading, opened: Reading) -> bool:
    """True where the sentence and the carrier of the phrase slot both speak of the past, and no sample is close."""
    both = (moods(sentence.words), moods(normal_words(opened.sample)))
    return best.score < CLOSE and all(PAST in kinds for kinds in both)


def _known(reading: Reading) -> set[str]:
    """The words of the slots that matched an entry."""
    return {slot.text for slot in reading.slots if slot.values}


def _attempts(heard: Sentence, spelled: Sentence) -> Iterable[Sentence]:
    """The sentence as typed, with its spelling corrected, less fillers, less what comes before what is meant or corrected."""
    plain = spelled.without(FILLERS)
    return dict.fromkeys((heard, spelled, heard.without(FILLERS), plain, plain.past(ASIDES), *plain_openings(plain)))



def _paraphrases(model: InteractionModel) -> Iterable[Template]:
    for line in _lines("paraphrases.txt"):
        name, _, sample = line.partition(":")
        intent = model.intents.get(name.strip())
        if intent and known_slots(intent, sample):
            yield Template(intent.name, sample.strip(), normal_words(sample))


def _surface_words(model: InteractionModel) -> set[str]:
    values = [value for kind in model.types.values() for value in kind]
    return {word for value in values for surface in value.surfaces for word in normal_words(surface)}


def _lines(name: str) -> list[str]:
    """The lines of a word list, without comments."""
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
