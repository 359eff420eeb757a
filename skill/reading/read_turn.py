"""Reads a request into a turn, before any handler runs: every slot of every request, whatever its intent."""

from __future__ import annotations

from dataclasses import replace

from ask_sdk_core.dispatch_components.request_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.intent import Intent

from rules_core import KnowledgeBase

from ..aided import AID, of_aid
from ..free_words import TALK, said, statement, words_of
from ..guide import Guide
from ..handlers.base import TURN
from ..hearing.amounts import Amounts
from ..hearing.focus import spoken_of
from ..hearing.harmless import Harmless
from ..hearing.heard import Heard
from ..hearing.people import INSTEAD
from ..language import spread
from ..remembering import session as sessions
from ..remembering.aside import turn_between_babies, turn_to
from ..remembering.changes import Update
from ..remembering.memory import take_in
from ..remembering.session import BABY, OTHER, UNDO, Facts, Session
from ..standing import OUTSIDE, emergencies
from ..turn import Turn
from .answering import NO, Answering
from .born import Born
from .correcting import corrected
from .hindsight import Hindsight
from .jesting import jested
from .long_over import long_over
from .misread import MEASURED, misread
from .narrated import Narrated
from .numbered import Numbered
from .of_animals import ITS_ANIMALS
from .of_babies import about as of_babies
from .other_place import of_other_place
from .plain_words import PlainWords
from .second_hand import SecondHand
from .several import each
from .supposing import supposing
from .talked_down import talked_down
from .thermometer import Thermometer
from .unborn import Unborn
from .unsaid import Unsaid
from .upheld import uphold
from .wellness import Wellness
from .whole_sentences import takes_back

_EXPLAIN, _DANGER = "ExplainIntent", "EmergencyIntent"
ABOUT = {"BabyIntent": BABY}
"""Whom an intent itself speaks of."""
_ASKS = frozenset({"ProductIntent", "ActionIntent", "ProcedureIntent", "HomeCareIntent", "RoadmapIntent", "ThatIntent"})
"""What people ask in the first person: what may I do? Of a child of theirs they ask it for the child."""
_TAKES_BACK = frozenset({"RetractIntent", "JestIntent", MEASURED, ITS_ANIMALS})
_CONSIDERED, _NOTHING = "considering", "wait"
"""Whether it may be left alone is asked, after a warning, of the one who was warned."""


class ReadTurn(AbstractRequestInterceptor):
    """Puts the turn where handlers find it."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        heard = guide.language.heard
        self._wards = frozenset(heard["wards"])
        self._hindsight = Hindsight(guide.ear, guide.kb.facts, heard["hindsight"], self._wards, guide.used)
        self._unsaid = Unsaid(guide.kb.vocabulary(), guide.ear, guide.repairs.by_same_words)
        self._unborn, self._born = Unborn(guide.ear, heard["unborn"]), Born(guide.kb.vocabulary(), guide.ear.kin, heard["born"])
        self._answering, self._thermometer = Answering(guide), Thermometer(guide)
        self._second_hand = SecondHand(guide.kb.vocabulary(), guide.ear, spread(heard["second_hand"]))
        self._harmless = Harmless(heard["harmless"], heard["contractions"])
        self._outside = tuple(term for kind in guide.kb.vocabulary() for term in kind.terms if term.id == ".".join(OUTSIDE))
        self._wellness = Wellness(guide.kb.vocabulary(), heard["wellness"])
        amounts = Amounts.from_locale(heard["numbers"], heard["amounts"], heard["measures"]["units"])
        self._numbered = Numbered(guide.kb.vocabulary(), amounts, heard["sides"])
        self._plain, self._narrated = PlainWords(guide, self._answering), Narrated(guide.ear, heard["narrated"])

    def process(self, handler_input: HandlerInput) -> None:
        """The turn of this request stands in the request attributes."""
        handler_input.attributes_manager.request_attributes[TURN] = self._read(handler_input)

    def _read(self, handler_input: HandlerInput) -> Turn:
        envelope = handler_input.request_envelope
        guide, request = self._guide, envelope.request
        session = sessions.read(envelope.session.attributes if envelope.session else None, guide.kb.facts)
        kind = str(getattr(request, "object_type", ""))
        intent = getattr(request, "intent", None)
        if not isinstance(intent, Intent):
            return Turn(guide, session, kind)
        intent = misread(supposing(self._narrated.told(intent), session, guide), guide)
        intent = of_other_place(long_over(talked_down(intent, session, guide), session, guide), session, guide)
        relieves, intent = guide.relief.reads(words_of(intent)), self._answering.put_plainly(self._description(intent, session), session)
        opens, by_now = self._opens(said(intent), session), guide.corrections.recovers(said(intent))
        stood = tuple(emergencies(guide.kb, session.facts)) if opens or intent.name in _TAKES_BACK or session.offer == UNDO else ()
        intent, name = self._meant(jested(intent, session, guide), session)
        before = {one: dict(known) for one, known in session.facts.items()}
        subject, facts, asked = session.subject, before[session.subject], dict(session.turn)
        if name == intent.name and (told := self._answering.beside_no(said(intent), session)):
            self._taken_in(told, "", session)
            intent, name = Intent(name=NO, slots={}), NO
        *others, (intent, about) = self._each(intent, name) or [(intent, ABOUT.get(name, ""))]
        beside = tuple(filter(None, [self._taken_in(one, whom, session) for one, whom in others]))
        heard = replace(self._hear(intent, name, session, opens, by_now), relieves=relieves)
        update = self._update(heard, name, session, about)
        if name == intent.name and not (heard.values(AID) or guide.relief.is_relief(said(intent))):
            update = self._in_hindsight(intent, heard, session, (subject, facts), update)
        if not opens:
            uphold(guide.kb, session, before, heard, update)
        if name == _DANGER:
            update = self._in_danger(session, update)
        stood = () if heard.moves or heard.mode == INSTEAD else stood
        return Turn(guide, session, kind, name, heard, replace(update, beside=beside), subject, facts, asked, stood=stood)

    def _opens(self, words: str, session: Session) -> bool:
        """Whether words begin as a correction, or say by themselves that a danger was none or elsewhere."""
        return self._guide.corrections.opens(words) or takes_back(words, session, self._guide)

    def _meant(self, intent: Intent, session: Session) -> tuple[Intent, str]:
        """The intent without what is said around what is meant, and its name, or what it amounts to as an answer."""
        if name := self._plain.amounts_to(intent, session):
            return intent, name
        intent = self._plain.without_asides(corrected(intent, session, self._guide, lambda: _in_danger(session, self._guide.kb)))
        return intent, self._plain.amounts_to(intent, session) or intent.name or ""

    def _hear(self, intent: Intent, name: str, session: Session, opens: bool, by_now: bool) -> Heard:
        """What the request tells, less what it takes back or cannot mean here; it `opens` as a correction or tells of what is `by_now`."""
        kb = self._guide.kb
        heard = spoken_of(self._guide.ear.hear(intent if name == intent.name else None, session.asking, session.weeks_untold))
        heard = replace(heard, free=heard.free or name == TALK, everyday=self._harmless.is_all(heard, words_of(intent)))
        heard = self._numbered.heard(self._wellness.heard(heard, said(intent), session), session)
        heard, stands = self._second_hand.heard(heard, said(intent)), lambda: () if opens else _in_danger(session, kb)
        heard = self._unsaid.heard(heard, session, stands, opens)
        amid = bool(heard.denied) and (by_now or not opens) and BABY in _in_danger(session, kb)
        born = self._born.heard(intent, self._unborn.heard(intent, heard, session), session)
        heard = self._thermometer.heard(intent, born, session, amid, opens and not by_now)
        return of_aid(heard, name, session, kb)

    def _update(self, heard: Heard, name: str, session: Session, about: str) -> Update:
        """What the session takes in of it."""
        leaves_be = bool(session.alarmed) and heard.values(_CONSIDERED) == [_NOTHING]
        asks = name in _ASKS and session.called not in self._wards and not leaves_be and not _waits(session, self._guide.kb)
        self._turn_to(heard, session)
        return take_in(heard, session, self._guide.kb.facts, about or of_babies(heard, name, session), asks)

    def _each(self, intent: Intent, name: str) -> list[tuple[Intent, str]]:
        """Each of several people who are told of in one breath, whoever is worst last; empty where nobody is told apart."""
        return each(intent, self._guide.breaths, self._guide.ear, self._guide.kb) if name == intent.name else []

    def _taken_in(self, intent: Intent, about: str, session: Session) -> str:
        """How somebody is called of whom it is noted what was told beside another; nothing where nothing was noted, or of no such name."""
        heard = spoken_of(self._guide.ear.hear(intent))
        self._turn_to(heard, session)
        update = take_in(heard, session, self._guide.kb.facts, about)
        return heard.called if update.changes else ""

    def _turn_to(self, heard: Heard, session: Session) -> None:
        kb, kin = self._guide.kb, self._guide.ear.kin
        turn_between_babies(heard, session, kin, lambda: OTHER in _in_danger(session, kb))
        turn_to(heard, session, kb.facts, kin, lambda: OTHER in _in_danger(session, kb))

    def _in_hindsight(self, intent: Intent, heard: Heard, session: Session, before: tuple[str, Facts], update: Update) -> Update:
        """The update with what the words tell now that it is known who they are about."""
        told, signs = session.told, self._hindsight.signs(intent, heard, session, before)
        if not signs:
            return update
        more = take_in(signs, session, self._guide.kb.facts, session.subject)
        session.told = (*told, *session.told)
        return replace(update, changes=(*update.changes, *more.changes), answered=tuple(dict.fromkeys((*update.answered, *more.answered))))

    def _in_danger(self, session: Session, update: Update) -> Update:
        """The update with an emergency even where its words name none that is known."""
        if _in_danger(session, self._guide.kb).intersection(update.subjects) or not self._outside:
            return update
        more = take_in(Heard(said=self._outside), session, self._guide.kb.facts, session.subject)
        return replace(update, changes=(*update.changes, *more.changes))

    def _description(self, intent: Intent, session: Session) -> Intent:
        """The intent, or free words where a question of the skin check is answered by what else names the subject ("small white bumps")."""
        filled = [slot.value for slot in (intent.slots or {}).values() if isinstance(slot.value, str)]
        if intent.name != _EXPLAIN or len(filled) != 1 or not session.check:
            return intent
        words = statement(filled[0])
        is_move = bool(self._plain.amounts_to(words, session)) or self._answering.leaves(filled[0], session)
        return words if is_move or self._guide.ear.answers(filled[0], session.asking) else intent


def _waits(session: Session, kb: KnowledgeBase) -> bool:
    """Whether what is asked now is held back: the talk is about somebody else who is in danger, and has no help yet."""
    return session.subject == OTHER and OTHER not in session.helped and OTHER in _in_danger(session, kb)


def _in_danger(session: Session, kb: KnowledgeBase) -> set[str]:
    """For whom an emergency stands."""
    return {one.subject for one in emergencies(kb, session.facts)}
