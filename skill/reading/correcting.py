"""What free words set right of what was told before, put as the slots in which a correction is heard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot

from ..free_words import TALK, WORDS, said, statement, words_of
from ..guide import Guide
from ..hearing.correction import Correction
from ..hearing.slots import MOVED
from ..hearing.wordings import plain
from ..lexicon.kinds import CALM
from ..remembering.fact_values import NONE
from ..remembering.memory import retract
from ..remembering.session import SELF, Session
from ..standing import tells_of_despair
from .exchanged import asked_instead
from .misheard import misheard
from .number_right import counted, so_old, told_last
from .other_place import other_place
from .violence import of_violence
from .whole_sentences import put_whole

_PREGNANCY, _PREGNANT = "pregnancy", "pregnant"
_WAS, _OVER = "CorrectionTalkIntent", "corrected_words"
_TOPIC, _OF_THINGS = "topic", ("product", "action")
"""The topics that ask about a thing to use or to do."""
_ABOUT, _RETRACT, _WHO_TWO = "AboutMeIntent", "RetractIntent", "who_two"


def corrected(intent: Intent, session: Session, guide: Guide, in_danger: Callable[[], Collection[str]]) -> Intent:
    """The intent, or the one that its free words amount to where they set something right.

    What is denied whole is taken back in `session`; but a bare denial answers the question that is open, and ends nobody's emergency.
    """
    words = said(intent)
    if was := _was(intent, guide):
        return was
    if never_said := misheard(words, session, guide):
        return never_said
    found = guide.corrections.read(words) or _called_off(words, guide)
    if other := _in_whole(words, session, guide) or _tested(words, session, guide) or counted(intent, session, guide):
        return other
    if found is None:
        return _turned(words, guide) or intent
    if so_now := _plainly(found, session, guide):
        return so_now
    if found.maybe:
        return statement(guide.language.heard["amends"]["maybe_pregnant"]) if _denies_pregnancy(session) else intent
    if found.over:
        return _intent(_WAS, {_OVER: found.over})
    if found.now or found.instead or found.unit or found.weaned or found.aged:
        return intent
    if found.own and _is_told_of_others(session):
        return statement(found.told) if _tells(found.told, guide) else intent
    if not found.retracts:
        return _about({MOVED: found.moved}, _news(found, session, guide))
    return _taken_back(found, intent, session, guide, in_danger)


def _in_whole(words: str, session: Session, guide: Guide) -> Intent | None:
    """What a sentence amounts to that puts one thing in place of another, or is known whole."""
    return put_whole(words, session, guide) or asked_instead(words, session, guide) or other_place(words, session, guide)


def _taken_back(found: Correction, intent: Intent, session: Session, guide: Guide, in_danger: Callable[[], Collection[str]]) -> Intent:
    """What was denied whole, taken back, and what is so instead; the intent as it is where that would end too much."""
    if (session.asking and not found.is_sure) or tells_of_despair(session) or of_violence(session, guide):
        return intent
    instead = found.told if found.told and _tells(found.told, guide) else ""
    if session.subject in in_danger() and (not found.is_sure or _tells_more(said(intent), session, guide)):
        return intent
    if found.of and not _narrowed(session, guide.language.heard["amends"]["concerns"], found.of):
        return intent
    if not instead or session.subject in in_danger():
        return _intent(_RETRACT, {})
    retract(session, guide.kb.facts)
    return statement(instead)


def _was(intent: Intent, guide: Guide) -> Intent | None:
    """That it was long ago, where the slot for somebody holds when: "no, that was LAST WEEK"."""
    when = words_of(intent).get(MOVED, "")
    is_past = bool(when) and guide.corrections.grammar.read("past_only", plain(when)) is not None
    return _intent(_WAS, {_OVER: when}) if is_past else None


def _tested(words: str, session: Session, guide: Guide) -> Intent | None:
    """That nobody is pregnant, where a test was negative of whoever was told to be; of nobody else is it known what was tested."""
    is_negative = session.known.get(_PREGNANCY) == _PREGNANT and guide.corrections.grammar.read("tested", plain(words)) is not None
    return statement(guide.language.heard["amends"]["not_pregnant"]) if is_negative else None


def _turned(words: str, guide: Guide) -> Intent | None:
    """Somebody else whom the talk turns to, with what is told of them."""
    turned = guide.corrections.turns_to(words)
    return _about({_WHO_TWO: turned[0]}, turned[1]) if turned else None


def _plainly(found: Correction, session: Session, guide: Guide) -> Intent | None:
    """What is so now, put as it would be told or asked by itself; None where it is not clear what that is."""
    amends = guide.language.heard["amends"]
    if found.now:
        return statement(found.now)
    if found.unit:
        length = told_last(session, *found.unit, guide.language.heard)
        return statement(length) if length else None
    if found.aged:
        return so_old(found.aged, session, guide)
    if found.weaned and _nursed(found.weaned, session, guide):
        return _intent(_WAS, {_OVER: amends["nursing"]})
    if not found.instead or session.turn.get(_TOPIC) not in _OF_THINGS or session.check:
        return None
    asked = statement(f"{amends['asked']} {found.instead}")
    heard = guide.ear.hear(asked)
    return asked if heard.said and not heard.denied and all(guide.kb.facts[term.fact].scope == "turn" for term in heard.said) else None


def _nursed(who: str, session: Session, guide: Guide) -> bool:
    """Whether it is a woman who stopped breastfeeding, not a baby that stopped drinking."""
    amends, named = guide.language.heard["amends"], who.rpartition(" ")[2]
    if who in amends["speaker"]:
        return session.subject == SELF
    return guide.ear.kin.is_grown(named) or (session.subject != SELF and session.known.get(_PREGNANCY) == amends["nursing"])


def _denies_pregnancy(session: Session) -> bool:
    return session.known.get(_PREGNANCY) == "no"


def _is_told_of_others(session: Session) -> bool:
    """Whether nothing of what was told last is the speaker's: "my husband is ill", "oh wait, I'm not" takes back none of it."""
    return bool(session.told) and all(whose != SELF for whose, _, _ in session.told)


def _about(person: dict[str, str], told: str) -> Intent:
    """Who is meant, with what is told of them where anything is."""
    return _intent(TALK, person | {WORDS: told}) if told else _intent(_ABOUT, person)


def _tells(words: str, guide: Guide) -> bool:
    return bool(guide.ear.hear(statement(words)).said)


def _called_off(words: str, guide: Guide) -> Correction | None:
    """That the alarm was false, where no complaint is told with it: "false alarm, he's still not breathing" is none."""
    if not guide.relief.calls_off(words):
        return None
    complains = any(one.fact in guide.ear.complaints - CALM for one in guide.ear.hear(statement(words)).said)
    return None if complains else Correction(retracts=True, is_sure=True)


def _tells_more(words: str, session: Session, guide: Guide) -> bool:
    """Whether words tell a complaint that was not told last: with that, a danger is not over."""
    told, complaints = {one[1:] for one in session.told}, guide.ear.complaints - CALM
    said = (term for term in guide.ear.hear(statement(words)).said if term.value != NONE)
    return any(term.fact in complaints and (term.fact, term.value) not in told for term in said)


def _narrowed(session: Session, concerns: Mapping[str, Collection[str]], word: str) -> bool:
    """Whether what was told last is, in part, what the word concerns; nothing but that part is taken back then."""
    told = tuple(one for one in session.told if not {word}.isdisjoint({*concerns.get(one[1], ()), *concerns.get(".".join(one[1:]), ())}))
    if told:
        session.told = told
    return bool(told)


def _news(found: Correction, session: Session, guide: Guide) -> str:
    """What is told besides who it is; nothing where that was told last ("no, my husband has the fever") or it tells nothing.

    An age is told of who it is: "is fourteen" alone is none.
    """
    is_aged = guide.corrections.grammar.read("so_old_alone", f"{found.moved} {found.told}") is not None
    told = f"{found.moved} {found.told}" if is_aged else found.told
    heard = guide.ear.hear(statement(told)) if told else None
    known = {(fact, value) for _, fact, value in session.told}
    personal = {(term.fact, term.value) for term in heard.said if guide.kb.facts[term.fact].scope == "person"} if heard else set()
    return told if heard and (heard.numbers or heard.denied or not personal <= known) else ""


def _intent(name: str, slots: dict[str, str]) -> Intent:
    return Intent(name=name, slots={slot: Slot(name=slot, value=value) for slot, value in slots.items()})
