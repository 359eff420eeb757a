"""From a typed sentence to an intent: state, exact samples, paraphrases, and Fallback when nothing is like it."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from skill.language import language

from .answers import NO, YES, elicited, yes_or_no
from .bygone import tells_of_elsewhere
from .enough import Enough, is_bare, prefers_open, same, tells_of_before
from .exact import ExactMatcher
from .expectation import NOTHING, Expectation
from .gazetteer import Gazetteer
from .interaction_model import InteractionModel
from .mood import is_question
from .openings import leaves_off, plain_openings, without_ending, without_opening
from .opinions import without_opinion_holder
from .paraphrase import ParaphraseMatcher
from .phrases import Rewriter
from .questions import asked_instead, questions
from .reading import FALLBACK, Interpretation, Reading, first_of_each
from .slot_filling import deniable_types, supposable_types
from .slot_values import SEARCH_QUERY, SlotValues
from .spelling import Speller
from .templates import templates_of
from .text import Sentence, normal_words, read
from .urgent import Urgent
from .urgent_slots import ids_of, with_slots, with_told
from .weighing import CLOSE, DENIES, Scales, Urgency, no_urgency
from .word_files import lines_of, paraphrases, surface_words
from .words import ASIDES, FILLERS

_LONG, _WAITS = 14, "PauseIntent"
"""From so many words on a sentence that tells much is taken for what it asks."""
_TELLS = ("SymptomIntent", "AboutMeIntent")
"""Intents that take nothing of what is asked beside what they are told."""
_MAY_SET_RIGHT, _STATES = (DENIES, YES, NO), frozenset(("AboutMeIntent", "DenyIntent"))
"""Plain answers, by which something may be set right."""


class Nlu:
    """Understands sentences by one interaction model; unchanging after construction, so any thread may ask it."""

    def __init__(self, model: InteractionModel, today: Callable[[], date] = date.today, urgency: Urgency = no_urgency) -> None:
        """`urgency` tells how urgent what a reading carries is, by the ear of the skill itself."""
        self.model = model
        self._today = today
        samples = templates_of(model)
        extra = list(paraphrases(model))
        common = frozenset(word for line in lines_of("common_words.txt") for word in line.split())
        surfaces = surface_words(model)
        self._speller = Speller({word for template in samples for word in template.parts} | surfaces,
                                common | {word for template in extra for word in template.parts})
        personal, reported = deniable_types(model.intents.values()), supposable_types(model.intents.values())
        self._personal = personal - reported
        self._gazetteer = Gazetteer(model.types, normal_words, personal)
        self._exact = ExactMatcher(model, samples)
        self._urgent = Urgent(lines_of("urgent.txt"), model.intents)
        self._scales = Scales(model, urgency, self._urgent.names)
        self._enough = Enough(model.intents, self._urgent.names, reported, personal)
        self._paraphrase = ParaphraseMatcher(model, [*samples, *extra], Rewriter(lines_of("rewrites.txt")), common, self._urgent.names)

    def understand(self, text: str, expectation: Expectation = NOTHING) -> Interpretation:
        """The intent, layer, confidence, slots and runners-up of a sentence."""
        heard = self._heard(text)
        if not heard.tokens:
            return Interpretation(Reading(FALLBACK, 0.0), "fallback", ())
        spelled = self._speller.correct(heard)
        if not self._scales.is_known_whole(heard) and (urgent := self._urgent.reading(self._scales.meant(spelled))):
            told = with_slots(urgent, self.model.intents[urgent.intent], spelled, self._gazetteer)
            return Interpretation(told, "paraphrase", (told,))
        if leaves_off(heard) and (whole := self._whole(heard, expectation)):
            return Interpretation(whole, "state", (whole,))
        answers = (self._by_state(sentence, expectation) for sentence in _attempts(heard, spelled))
        if answer := next(filter(None, answers), None):
            may = answer.intent in _MAY_SET_RIGHT or self._scales.sets_right(answer.reading, heard)
            return self._scales.lest_the_order_is_lost(answer, heard) if may else answer
        if answer := self._by_elicited_words(heard, spelled, expectation):
            return answer
        found = self._scales.lest_the_order_is_lost(self._by_plain_words(self._told(spelled.without(FILLERS)), heard), heard)
        found = self._scales.lest_a_denial_is_lost(self._scales.lest_a_sign_is_lost(found, heard), heard)
        return self._in_any_words(self._scales.lest_a_tale_is_taken(found, spelled), spelled)

    def _heard(self, text: str) -> Sentence:
        """The sentence, without who said so or whose it is, but where that is a sample: "my aunt says so" may play a warning down."""
        whole, plain = read(text), language().kin.without_bystanders(text)
        thought = without_opinion_holder(whole if plain == text else read(plain))
        return whole if thought == whole or self._by_sample(whole) else thought

    def _in_any_words(self, found: Interpretation, sentence: Sentence) -> Interpretation:
        """What was found; free words behind "i" or "she" where that is nothing, or a statement that tells nothing and is no tale."""
        if (found.intent != FALLBACK and (found.intent not in _STATES or found.reading.slots)) or tells_of_elsewhere(sentence.words):
            return found
        slots = SlotValues(sentence, self._gazetteer, self._today)
        bare = next(filter(is_bare, self._exact.match(sentence, slots, may_open=True)), None)
        return Interpretation(bare, "exact", first_of_each((bare, *found.candidates))) if bare else found

    def _by_plain_words(self, sentence: Sentence, heard: Sentence) -> Interpretation:
        """What is asked beside what is told, a way of speaking or a tale; where nothing is, no intent is made of words of these."""
        parts = self._scales.plain_parts(heard)
        is_plain = parts == (heard,)
        plain = sentence if is_plain else self._scales.meant(heard)
        alike = self._by_likeness(plain)
        tells = any(slot.values for slot in alike.reading.slots) or alike.reading.score >= CLOSE
        may_ask = alike.intent in _STATES or (alike.intent in _TELLS and alike.reading.score < CLOSE)
        if not is_plain or may_ask or not tells or len(plain.tokens) >= _LONG:
            asked = (self._asked(part, plain, alike) for part in ((sentence,) if is_plain else parts))
            if found := next(filter(None, asked), None):
                return found
        if is_plain:
            return alike
        found, left = self._by_likeness(sentence), {word for part in parts for word in part.words}
        taken = any(not left.issuperset(normal_words(slot.text)) for slot in found.reading.slots)
        lost = not found.reading.slots and found.reading.score < CLOSE
        return self._scales.whole(heard, found, taken) if taken or lost else found

    def _asked(self, part: Sentence, whole: Sentence, alike: Interpretation) -> Interpretation | None:
        """What a part of a sentence asks that is nearly a sample, with what the whole tells; the words whole where any would be lost."""
        for question in questions(part.past(ASIDES)):
            found = alike if question == whole else self._by_sample(question) or self._by_likeness(question)
            if self._asks_of_its_own(found):
                reading = with_told(found.reading, alike.reading, self.model.intents[found.intent], whole, self._gazetteer)
                told = ids_of(alike.reading, self._personal, but=frozenset(question.words))
                kept = told <= ids_of(reading, self._personal)
                kept_all = Interpretation(reading, found.layer, first_of_each((reading, *found.candidates)))
                return kept_all if kept else self._scales.whole(whole, alike, taken=alike.intent in _TELLS)
        return None

    def _told(self, sentence: Sentence) -> Sentence:
        """The sentence without how a correction begins, unless free words follow a sample that begins so."""
        if (told := without_opening(sentence)) == sentence:
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
        reading = self._whole(heard, expectation)
        if reading is None:
            return None
        plain = spelled.without(FILLERS)
        asked = plain.past(ASIDES)
        found = self._by_likeness(asked if is_question(asked.words) else plain)
        waits = found.intent == _WAITS and found.reading.score >= CLOSE
        asks = is_question(asked.words) and self._asks_of_its_own(found)
        turned = None if waits or asks else self._by_what_is_asked_instead(plain)
        return turned or (found if waits or asks else Interpretation(reading, "state", (reading,)))

    def _whole(self, heard: Sentence, expectation: Expectation) -> Reading | None:
        """The words as they were said, as an answer to what was asked for."""
        return elicited(expectation, self.model, heard, SlotValues(heard, self._gazetteer, self._today), self._gazetteer)

    def _by_what_is_asked_instead(self, plain: Sentence) -> Interpretation | None:
        """What is asked after the words with which people turn from what they were asked: "actually no, can you tell me if ..."."""
        found = (self._by_sample(question) for question in asked_instead(plain))
        return next((one for one in found if one and self.model.intents[one.intent].name not in _STATES), None)

    def _asks_of_its_own(self, found: Interpretation) -> bool:
        """Whether it is nearly a sample of an intent that asks about something, not about what was just said."""
        if found.intent == FALLBACK or found.reading.score < CLOSE:
            return False
        return bool(self.model.intents[found.intent].slots) and all(slot.type != SEARCH_QUERY for slot in found.reading.slots)

    def _by_sample(self, sentence: Sentence) -> Interpretation | None:
        readings = self._exact.match(sentence, SlotValues(sentence, self._gazetteer, self._today), may_open=False)
        closed = [reading for reading in readings if reading.words == len(sentence.tokens)]
        return Interpretation(closed[0], "exact", first_of_each(closed)) if closed else None

    def _by_likeness(self, sentence: Sentence) -> Interpretation:
        meant = self._scales.meant(sentence)
        alike = [reading for reading in self._paraphrase.rank(sentence)
                 if self._enough.may_be(reading, sentence, plainly=meant == sentence)]
        urgent = self._urgent.reading(meant)
        if urgent:
            urgent = with_slots(urgent, self.model.intents[urgent.intent], sentence, self._gazetteer)
            return Interpretation(urgent, "paraphrase", first_of_each((urgent, *alike)))
        open_readings = self._open_readings(sentence)
        candidates = first_of_each(sorted((*alike, *open_readings[:3]), key=lambda reading: -reading.score))
        best = alike[0] if alike else Reading(FALLBACK, 0.0)
        least = self._enough.least_told(best, sentence)
        if open_readings and self._opens(sentence, best, open_readings[0], least):
            return Interpretation(open_readings[0], "exact", candidates)
        if best.intent == FALLBACK or max(best.score, same(best, open_readings)) < self._enough.least(best, sentence):
            return Interpretation(Reading(FALLBACK, best.score), "fallback", candidates)
        return Interpretation(best, "paraphrase", candidates)

    def _open_readings(self, sentence: Sentence) -> list[Reading]:
        """The samples with open words that say something of their own, and name the danger where they are of one."""
        opened = self._exact.match(sentence, SlotValues(sentence, self._gazetteer, self._today), may_open=True)
        return [reading for reading in opened if not (is_bare(reading) or self._enough.names_no_danger(reading, sentence))]

    def _opens(self, sentence: Sentence, best: Reading, opened: Reading, least: float) -> bool:
        """Whether free words tell more of the sentence than the sample most alike."""
        if prefers_open(best, opened, least) or tells_of_before(sentence, best, opened):
            return True
        if self._scales.supposes(opened) and ((best.intent in _STATES and best.slots) or opened.score > best.score):
            return True
        return best.score < CLOSE and self._scales.supposes_danger(opened, best)


def _attempts(heard: Sentence, spelled: Sentence) -> Iterable[Sentence]:
    """The sentence as typed, with its spelling corrected, less fillers, less what comes before what is meant or corrected."""
    plain = spelled.without(FILLERS)
    return dict.fromkeys((heard, spelled, heard.without(FILLERS), plain, plain.past(ASIDES), without_ending(plain), *plain_openings(plain)))

