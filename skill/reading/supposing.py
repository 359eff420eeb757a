"""What was only supposed, and turns out to be so or not: "what if he got a fever" - "he doesn't have one", "he does"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from rules_core import Term

from ..free_words import said, statement, words_of
from ..guide import Guide
from ..hearing.slots import SUPPOSED
from ..hearing.wholes import Whole
from ..hearing.wordings import plain
from ..lexicon.kinds import IN_EYE
from ..remembering.session import Session
from ..standing import DANGER
from .of_animals import of_animals, tells_of_animal

NOT_SO, IS_SO = "supposed_not", "supposed_so"
"""The first is answered as it is; of the second the words that were supposed are heard as told."""
_WHAT_IF, _SIGN = "SupposedTalkIntent", "symptom"
_TOPIC, _HARMS = "topic", (DANGER, "injury", "allergy_signs", "unwell")
_THING = re.compile(r"(?:my|his|her|the) [a-z]+")
"""What is supposed to be so of: the throat of "if my throat swells"."""


def supposing(intent: Intent, session: Session, guide: Guide) -> Intent:
    """A question in free words that only supposes something, or the answer to what was supposed last; else the intent as it is.

    What is supposed is kept for the next turn, and no longer.
    """
    supposed, session.supposed = session.supposed[0][1] if session.supposed else "", ()
    intent = _what_if(of_animals(intent, session, supposed, guide), guide)
    if tells_of_animal(supposed, guide):
        supposed = ""
    slot = (intent.slots or {}).get(SUPPOSED)
    if intent.name == _WHAT_IF and slot and isinstance(slot.value, str):
        session.supposed = ((session.subject, slot.value),)
        return intent
    whole = guide.wholes.read(said(intent)) if said(intent) else None
    if whole and whole.kind == IS_SO:
        return _so_now(whole, supposed, session, guide) or intent
    if begun := _began(plain(said(intent)) or _only_sign(intent, guide), supposed, guide):
        return begun
    asked = str(session.turn.get(_TOPIC)) in guide.language.heard["amends"]["happened"]["asked"]
    return Intent(name=NOT_SO, slots={}) if (supposed or asked) and whole and whole.kind == NOT_SO else intent


def supposes_harm(words: str, guide: Guide) -> bool:
    """Whether words suppose what harms at once (it got into an eye, was swallowed or burned), or that somebody is ill or reacts to it."""
    found = guide.corrections.grammar.read("what_if", plain(words))
    return found is not None and any(map(_is_harm, guide.ear.hear(_supposed(found["told"])).supposed))


def _is_harm(term: Term) -> bool:
    return term.fact in _HARMS or term.id in IN_EYE


def _so_now(whole: Whole, supposed: str, session: Session, guide: Guide) -> Intent | None:
    """What was supposed, or asked about as if it might happen, told as it is now; None where that tells nothing."""
    happened: Mapping[str, Mapping[str, str]] = guide.language.heard["amends"]["happened"]
    now = " ".join(happened["now"].get(word, word) for word in plain(supposed).split())
    if now and guide.ear.hear(statement(now)).said:
        return statement(now)
    asked = happened["asked"].get(str(session.turn.get(_TOPIC)), "")
    return statement(f"{whole.wanted.get('who') or ''} {asked}".strip()) if asked else None


def _began(words: str, supposed: str, guide: Guide) -> Intent | None:
    """What "it" is doing now, told of the thing that was supposed to do so: "if my throat swells" - "it's swelling now"."""
    thing = _THING.search(plain(supposed))
    lead = next((one for one in guide.language.heard["amends"]["happened"]["it_is"] if words.startswith(f"{one} ")), "")
    if not (thing and lead):
        return None
    told = statement(f"{thing[0]} is {words.removeprefix(lead).strip()}")
    wanted = {(term.fact, term.value) for term in guide.ear.hear(_supposed(supposed)).supposed if term.fact in guide.ear.complaints}
    return told if any((term.fact, term.value) in wanted for term in guide.ear.hear(told).said) else None


def _only_sign(intent: Intent, guide: Guide) -> str:
    """What "it" does, where a request has nothing but a slot for that."""
    words = words_of(intent)
    return f"{guide.language.heard['amends']['happened']['it_is'][0]} {words[_SIGN]}" if words.keys() == {_SIGN} else ""


def _what_if(intent: Intent, guide: Guide) -> Intent:
    """Free words that suppose a sign and tell none, in the slot for them."""
    words = said(intent)
    found = guide.corrections.grammar.read("what_if", plain(words)) if words else None
    if found is None or any(term.fact != _TOPIC for term in guide.ear.hear(statement(words)).said):
        return intent
    put = _supposed(found["told"])
    return put if any(term.fact in guide.ear.complaints for term in guide.ear.hear(put).supposed) else intent


def _supposed(words: str) -> Intent:
    return Intent(name=_WHAT_IF, slots={SUPPOSED: Slot(name=SUPPOSED, value=words)})
