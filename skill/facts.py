"""From one request to facts: what `skill.hearing` reads in slots and `skill.lexicon` in free words, put together.

Every slot of every request is read, whatever the intent, so that nothing said in passing is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ask_sdk_model.intent import Intent

from rules_core import FactSpec, SlotType, Term

from .hearing.ages import AgeReader
from .hearing.amends import Amends, corrects, moves, replaced
from .hearing.answers import LASTS, Answers
from .hearing.choices import Choices
from .hearing.figures import MEASURED, Count, Figures, without_babys_years
from .hearing.heard import Heard, unique
from .hearing.kin import Kin
from .hearing.lasting import Lasting
from .hearing.minds import Minds
from .hearing.people import called, mode, named, pronoun, whose
from .hearing.slot_mentions import SlotMentions, lists_products
from .hearing.slots import Reading, SlotReader, owns
from .hearing.years import YearReader
from .lexicon import numbers
from .lexicon.lexicon import Lexicon
from .lexicon.mentions import Mention, Told
from .remembering.session import BABY

_SYMPTOM, _SITE = "SYMPTOM", "SITE"
_SUPPOSED = "supposed_words"
"""The slot of words that follow a "what if": nothing in them is so."""
_CORRECTION = "corrected_words"
"""The slot of words that set right what was said before, where even a sign may turn out to be long over."""


class Ear:
    """Understands the slots of intents in terms of one vocabulary and one language."""

    def __init__(self, vocabulary: tuple[SlotType, ...], specs: Mapping[str, FactSpec], lexicon: Lexicon, carriers: Mapping[str, str],
                 ages: AgeReader, kin: Kin | None = None, answers: Answers | None = None, nameless: Iterable[str] = (),
                 years: YearReader | None = None, amends: Amends | None = None, minds: Minds | None = None) -> None:
        self._slots = SlotReader(vocabulary)
        self._complaints, self._sites = (
            frozenset(term.fact for kind in vocabulary if kind.id == name for term in kind.terms) for name in (_SYMPTOM, _SITE)
        )
        self._specs, self._lexicon = specs, lexicon
        self._carriers, self._ages = carriers, ages
        self.kin = kin or Kin({"young": (), "relatives": ()})
        self._answers, self._years, self._amends, self._minds = answers, years, amends, minds or Minds()
        self._lasting = Lasting(answers.amounts, ages, specs[LASTS]) if answers and LASTS in specs else None
        self._figures = Figures(vocabulary, specs, ages)
        self._choices = Choices(vocabulary, specs, lexicon.stems)
        self._mentions = SlotMentions(vocabulary, specs, lexicon, nameless)

    @property
    def places(self) -> frozenset[str]:
        """The facts that tell where it is, and nothing of what."""
        return self._sites - self._complaints

    @property
    def signs(self) -> frozenset[str]:
        """The facts that tell signs, and where they are."""
        return self._complaints | self._sites

    @property
    def complaints(self) -> frozenset[str]:
        """The facts that tell signs, not where they are."""
        return self._complaints - self._sites

    def hear(self, intent: Intent | None, asking: Iterable[str] = (), weeks_of: str = "") -> Heard:
        """Everything the slots of an intent say; `asking` tells what a bare number answers, `weeks_of` what a length of time else tells."""
        readings, kin = self._readings(intent)
        asked, lengths, is_open = tuple(asking), dict[str, int](), False
        if self._answers:
            readings, lengths, is_open = self._answers.lengths(readings, self._carriers, asked, weeks_of)
        free = {reading: self._read(reading) for reading in readings if reading.name in self._carriers}
        if self._lasting and not (lengths or is_open):
            readings, free, lengths = self._lasting.heard(
                readings, free, self._read, lambda bare, told: self._mentioned(bare, told, True, False), bool(asked))
        found = self._minds.without_whom(
            [(one, tuple(self._mentioned(one, free.get(one), bool(asked), lists_products(readings)))) for one in readings])
        mentions, counts = self._told(readings, found, asked, weeks_of, lengths)
        said = unique(mention.term for mention in mentions if not mention.denied)
        subject, person = self._subject(said) or self._minds.subject(found), called(found, self.kin)
        return Heard(
            said=said,
            denied=tuple(term for term in unique(one.term for one in mentions if one.denied) if term not in said),
            over=tuple(term for reading, told in free.items() for term in self._over(reading, told) if term not in said),
            once=tuple(term for told in free.values() for term in told.over if term not in said),
            supposed=tuple(term for reading in readings if reading.name == _SUPPOSED for term in self._lexicon.read(reading.words).plain),
            whose=self._minds.owners(found, whose(found)),
            numbers=dict(count for count in counts if count) | lengths,
            is_open=is_open,
            bygone=any(told.bygone for told in free.values()), figure=any(told.figure for told in free.values()),
            asks=any(self.asks(self._sentence(reading)) for reading in free),
            subject=subject, mode=mode(found, subject), pronoun=pronoun(found),
            **self._set_right(found),
            called=person, owns=owns(readings), is_man=self.kin.is_man(person), is_young=self.kin.is_young(person), kin=kin,
            left=tuple(word for reading, told in free.items() for word in self._beside(reading.words, told.left)),
            words=bool(readings), free=bool(readings) and all(reading in free for reading in readings),
        )

    def _beside(self, said: str, words: Iterable[str]) -> tuple[str, ...]:
        left = () if self._ages.alone(said) else self._ages.beside(said, words)
        return self._amends.beside(said, left) if self._amends else tuple(left)

    def _set_right(self, found: list[tuple[Reading, tuple[Mention, ...]]]) -> dict[str, Any]:
        """What is heard of a correction."""
        alike = self._amends is not None and self._amends.likewise(found)
        corrected = [one.words for one, _ in found if one.name == _CORRECTION] if self._years else []
        return {"corrects": corrects(found), "moves": moves(found), "likewise": alike,
                "replaces": replaced(found, self._specs.keys() - self.complaints),
                "is_year": any(map(self._years.is_year, corrected)) if self._years else False,
                "is_measured": any(one.name == MEASURED for one, _ in found)}

    def _mentioned(self, reading: Reading, told: Told | None, answers: bool, listed: bool) -> Iterator[Mention]:
        """What a slot mentions; `told` is what its words tell where they are free speech."""
        return self._mentions.of_free_words(self._sentence(reading), told, answers) if told else self._mentions.of(reading, listed)

    def _told(self, readings: tuple[Reading, ...], found: list[tuple[Reading, tuple[Mention, ...]]], asked: tuple[str, ...],
              weeks_of: str, lengths: Mapping[str, int]) -> tuple[list[Mention], list[Count | None]]:
        """All that is mentioned and counted, what only the question gives a meaning among it; whom something is not about is left out."""
        mentions = [mention for _, several in found for mention in several]
        counts = [self._figures.number(reading, asked, weeks_of) for reading in readings]
        for reading in without_babys_years(readings, mentions):
            if reading.name in self._carriers or self._figures.may_be_age(reading):
                terms, weeks = self._figures.age(reading, asked, weeks_of)
                mentions += [Mention(term, denied=False) for term in terms if not any(one.term.fact == term.fact for one in mentions)]
                counts += weeks
        if asked and not (any(counts) or mentions or lengths):
            mentions = self._named(readings, asked)
        if asked and self._answers:
            mentions += [Mention(term, False) for term in self._answers.chosen(readings, asked, {one.term.fact for one in mentions})]
        return [one for one in mentions if not (one.denied and one.term.fact == "who" and "who" not in asked)], counts

    def named(self, words: str) -> list[tuple[str, frozenset[int]]]:
        """The ids of the terms that words name, each with the places of its words."""
        return [(one.term.id, frozenset(one.places)) for one in self._lexicon.find(words)]

    def answers(self, words: str, asked: Collection[str]) -> bool:
        """Whether words tell one of the facts that are asked for."""
        return bool(asked) and any(not one.denied for one in self._lexicon.find(words, asked))

    def is_choice(self, words: str, asked: Collection[str]) -> bool:
        """Whether words are the short name of a choice of what is asked for."""
        return self._answers is not None and self._answers.is_choice(words, asked)

    def asks(self, words: str) -> bool:
        """Whether a sentence begins as a question."""
        return self._answers is not None and self._answers.asks(words)

    def last_said(self, words: str) -> str:
        """The words without what is set right in the same breath."""
        return self._amends.last_said(words) if self._amends else words

    def unsaid(self, words: str, facts: Collection[str] | None = None) -> frozenset[str]:
        """The ids of what words name and deny, suppose, tell of a stranger or put long ago; only of these `facts` if given."""
        return self._lexicon.read(words, facts).unsaid

    def plainly(self, words: str) -> str:
        """The words without what is no more than a way of speaking."""
        return self._lexicon.plainly(words)

    def _subject(self, said: Iterable[Term]) -> str:
        """Who is named; what holds because of somebody near is told of the baby ("granny kissed the baby with a cold sore")."""
        people = [person for term in said if (person := named(term))]
        return BABY if people and any(self._specs[term.fact].near for term in said) else next(iter(people), "")

    def _readings(self, intent: Intent | None) -> tuple[tuple[Reading, ...], str]:
        """The slots in which something was said, and whose the baby or child is."""
        readings = self._slots.read(intent) if intent else ()
        return self.kin.without_owner(self.kin.with_ages([replace(one, words=self.last_said(one.words)) for one in readings], self._ages))

    def _named(self, readings: Iterable[Reading], asked: tuple[str, ...]) -> list[Mention]:
        """What an answer names in the words of the question, or by a number ("one")."""
        named: list[Term] = []
        for reading in readings:
            number = numbers.whole_number(reading.words)
            if number is None:
                named += self._choices.find(reading.words, asked)
            else:
                named += [one.term for one in self._lexicon.find(self._ages.word(number), asked)]
        return [Mention(term, denied=False) for term in named]

    def _read(self, reading: Reading) -> Told:
        return self._lexicon.read(self._sentence(reading))

    def _sentence(self, reading: Reading) -> str:
        """The words of free speech, those before its slot included."""
        return f"{self._carriers[reading.name]} {reading.words}"

    def _over(self, reading: Reading, told: Told) -> Iterable[Term]:
        """What free words say is over. A sign is taken back only by a correction: a fever of last week rules out none of today."""
        return told.over if reading.name == _CORRECTION else (term for term in told.over if term.fact not in self._complaints)
