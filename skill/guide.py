"""What all turns share: the knowledge, the ear, the composer, and who watches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rules_core import KnowledgeBase

from .facts import Ear
from .hearing.amends import Amends
from .hearing.amounts import Amounts
from .hearing.answers import Answers
from .hearing.breaths import Breaths
from .hearing.corrections import Corrections
from .hearing.instead import Instead
from .hearing.mentioned import Mentioned
from .hearing.minds import Minds
from .hearing.one_for_another import OneForAnother
from .hearing.relief import Relief
from .hearing.repairs import Repairs
from .hearing.reversals import Reversals
from .hearing.used import Used
from .hearing.wholes import Wholes
from .hearing.years import YearReader
from .language import Language
from .presentation.composer import Composer

Observer = Callable[[Mapping[str, Any]], None]
"""Called once in every turn that inferred, with the inference as plain data."""

_STEP = "STEP"


@dataclass(frozen=True)
class Guide:
    """The parts of the skill that do not change between turns; safe to share between threads."""

    kb: KnowledgeBase
    language: Language
    ear: Ear
    breaths: Breaths
    corrections: Corrections
    repairs: Repairs
    instead: Instead
    wholes: Wholes
    relief: Relief
    composer: Composer
    steps: tuple[str, ...]
    used: Used
    observer: Observer | None = None
    skin_check: bool = True

    @classmethod
    def of(cls, kb: KnowledgeBase, language: Language, observer: Observer | None = None, skin_check: bool = True) -> Guide:
        """A guide for one knowledge base and one language; without `skin_check` it interviews nobody."""
        vocabulary = kb.vocabulary()
        heard = language.heard
        amounts = Amounts.from_locale(heard["numbers"], heard["amounts"], heard["measures"]["units"])
        answers = Answers(vocabulary, kb.facts, amounts, heard["short"], heard["openers"])
        lexicon, kin = language.lexicon(vocabulary), language.kin
        turns = language.turns
        amends = heard["amends"] | {"turns": turns.all}
        breaths = Breaths(amends, kin, amends["people"])
        past = tuple(dict.fromkeys((*language.cues["past"], *language.cues["long_ago"])))
        corrections = Corrections(amends, turns, kin, past, heard["numbers"])
        repairs = Repairs.of(amends, lexicon, vocabulary, kb.facts)
        instead = Instead(turns, amends["thing_leads"], lexicon, kb.facts)
        wholes, relief = Wholes(corrections, amends["wholes"]), Relief(corrections, heard["relief"])
        parted = OneForAnother(**amends["one_for_another"])
        mending = (Reversals(amends, amends["denying"]), breaths, repairs, parted)
        mentioned = Mentioned(heard["mentioned"], kin.speaking, kin.mentioned, lexicon.words, heard["carriers"])
        ear = Ear(vocabulary, kb.facts, lexicon, heard["carriers"], language.ages(), kin, answers,
                  heard["nameless"], YearReader(heard["numbers"], **heard["years"]),
                  Amends(amends, heard["numbers"], heard["ages"], mending),
                  Minds(heard["minds"], kin.named.union(amends["people"]), lexicon.words, heard["carriers"], mentioned))
        used = Used(heard["hindsight"]["used"], vocabulary, heard["hindsight"]["told"], heard["hindsight"]["skin"])
        steps = (term.value for kind in vocabulary if kind.id == _STEP for term in kind.terms if term.fact == "topic")
        composer, topics = Composer(kb), tuple(dict.fromkeys(steps))
        return cls(kb, language, ear, breaths, corrections, repairs, instead, wholes, relief, composer, topics, used, observer, skin_check)
