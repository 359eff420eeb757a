"""Reads a request into a turn, before any handler runs: every slot of every request, whatever its intent."""

from __future__ import annotations

from ask_sdk_core.dispatch_components.request_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.intent import Intent

from . import session as sessions
from .changes import Update
from .guide import Guide
from .handlers.base import TURN
from .heard import Heard
from .hindsight import Hindsight
from .memory import take_in
from .session import BABY, OTHER, Facts, Session
from .standing import OUTSIDE, emergencies
from .turn import Turn

_TALK, _FREE = "TalkIntent", "words"
ABOUT = {"BabyIntent": BABY}
"""Whom an intent itself speaks of."""
_ASKS = frozenset({"ProductIntent", "ActionIntent", "ProcedureIntent", "HomeCareIntent", "RoadmapIntent", "ThatIntent"})
"""What people ask in the first person: what may I do? Of a child of theirs they ask it for the child."""
_DANGER = "EmergencyIntent"
_AID, _OF_AID = "aid", "AidIntent"
"""What is asked or told of help means that only where an emergency stands: "the whole bottle" may be one of shampoo."""
_PREGNANCY, _NEVER = "pregnancy", "not_applicable"
"""Of a husband or a son nobody asks whether they are pregnant."""
_CONSIDERED, _NOTHING = "considering", "wait"
"""Whether it may be left alone is asked, after a warning, of the one who was warned."""


class ReadTurn(AbstractRequestInterceptor):
    """Puts the turn where handlers find it."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._hindsight = Hindsight(guide.ear, guide.kb.facts, guide.language.heard["hindsight"])
        self._wards, self._men = (frozenset(guide.language.heard[name]) for name in ("wards", "men"))
        self._outside = tuple(term for kind in guide.kb.vocabulary() for term in kind.terms if term.id == ".".join(OUTSIDE))
        self._answers = {words: name for name, ways in guide.language.heard["answers"].items() for words in ways}

    def process(self, handler_input: HandlerInput) -> None:
        """The turn of this request stands in the request attributes."""
        handler_input.attributes_manager.request_attributes[TURN] = self._read(handler_input)

    def _read(self, handler_input: HandlerInput) -> Turn:
        envelope = handler_input.request_envelope
        request = envelope.request
        guide, specs = self._guide, self._guide.kb.facts
        session = sessions.read(envelope.session.attributes if envelope.session else None, specs)
        kind = str(getattr(request, "object_type", ""))
        intent = getattr(request, "intent", None)
        if not isinstance(intent, Intent):
            return Turn(guide, session, kind)
        name = self._plain_answer(intent) or intent.name or ""
        heard = guide.ear.hear(intent if name == intent.name else None, session.asking, session.weeks_untold)
        if heard.values(_AID) and name != _OF_AID and not any(emergencies(guide.kb, session.facts)):
            heard = heard.without(_AID)
        subject, facts = session.subject, dict(session.known)
        leaves_be = bool(session.alarmed) and heard.values(_CONSIDERED) == [_NOTHING]
        asks = name in _ASKS and session.called not in self._wards and not leaves_be
        update = take_in(heard, session, specs, ABOUT.get(name, ""), asks)
        if session.subject == OTHER and session.called in self._men:
            session.known.setdefault(_PREGNANCY, _NEVER)
        if name == intent.name:
            update = self._in_hindsight(intent, heard, session, (subject, facts), update)
        if name == _DANGER:
            update = self._in_danger(session, update)
        return Turn(guide, session, kind, name, heard, update, subject, facts)

    def _in_hindsight(self, intent: Intent, heard: Heard, session: Session, before: tuple[str, Facts], update: Update) -> Update:
        """The update with what the words tell now that it is known who they are about."""
        told, signs = session.told, self._hindsight.signs(intent, heard, session, before)
        if not signs:
            return update
        more = take_in(signs, session, self._guide.kb.facts, session.subject)
        session.told = (*told, *session.told)
        return Update((*update.changes, *more.changes), tuple(dict.fromkeys((*update.answered, *more.answered))))

    def _in_danger(self, session: Session, update: Update) -> Update:
        """The update with an emergency even where its words name none that is known."""
        in_danger = {one.subject for one in emergencies(self._guide.kb, session.facts)}
        if in_danger.intersection(update.subjects) or not self._outside:
            return update
        more = take_in(Heard(said=self._outside), session, self._guide.kb.facts, session.subject)
        return Update((*update.changes, *more.changes), update.answered)

    def _plain_answer(self, intent: Intent) -> str:
        """The intent that free words amount to when they are just "no", "not sure" or the like; empty otherwise.

        An elicited answer reaches the skill as free words, whatever was said.
        """
        slot = (intent.slots or {}).get(_FREE) if intent.name == _TALK else None
        words = slot.value.lower().strip(" .,!?") if slot and isinstance(slot.value, str) else ""
        return str(self._answers.get(words, ""))
