"""Asked before anybody speaks to the skill: could it answer this? Nothing is remembered, nothing is said."""

from __future__ import annotations

from ask_sdk_core.dispatch_components.request_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.canfulfill.can_fulfill_intent import CanFulfillIntent
from ask_sdk_model.canfulfill.can_fulfill_intent_request import CanFulfillIntentRequest
from ask_sdk_model.canfulfill.can_fulfill_intent_values import CanFulfillIntentValues
from ask_sdk_model.canfulfill.can_fulfill_slot import CanFulfillSlot
from ask_sdk_model.canfulfill.can_fulfill_slot_values import CanFulfillSlotValues
from ask_sdk_model.canfulfill.can_understand_slot_values import CanUnderstandSlotValues
from ask_sdk_model.intent import Intent
from ask_sdk_model.response import Response
from ask_sdk_model.slot import Slot

from ..guide import Guide
from ..hearing.slot_mentions import UNLISTED
from ..hearing.slots import OWNER
from .base import turn_of
from .follow_up import Both
from .knowledge import TOPICS
from .statements import Statement

_FREE = "words"
_HEARD_AS = {OWNER: "who"}
"""Slots of whom nothing is told, judged by those that hold the same."""
_ANSWERED = frozenset({*TOPICS, *Both.intents, "SkinCheckIntent"})
"""Intents that are whole questions; what needs a conversation around it (yes, next, why) cannot start one."""


class CanFulfill(AbstractRequestHandler):
    """Yes to a question whose slots are all understood, maybe to one with other words in it, no to the rest."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is that question."""
        return isinstance(handler_input.request_envelope.request, CanFulfillIntentRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        """The verdict on the intent and on each filled slot."""
        guide, request = turn_of(handler_input).guide, handler_input.request_envelope.request
        intent = getattr(request, "intent", None) or Intent(name="")
        slots = {name: _slot(guide, name, slot) for name, slot in (intent.slots or {}).items() if slot.value}
        verdict = CanFulfillIntent(_verdict(guide, intent.name or "", slots), slots)
        return handler_input.response_builder.set_can_fulfill_intent(verdict).response


def _verdict(guide: Guide, name: str, slots: dict[str, CanFulfillSlot]) -> CanFulfillIntentValues:
    known = name in _ANSWERED or (name in Statement.intents and bool(slots))
    if not known or (name == "SkinCheckIntent" and not guide.skin_check):
        return CanFulfillIntentValues.NO
    understood = all(slot.can_understand == CanUnderstandSlotValues.YES for slot in slots.values())
    return CanFulfillIntentValues.YES if understood else CanFulfillIntentValues.MAYBE


def _slot(guide: Guide, name: str, slot: Slot) -> CanFulfillSlot:
    """What is in the vocabulary is understood; free words may hold something, apart from the phrase they follow."""
    name = _FREE if name.endswith(f"_{_FREE}") else _HEARD_AS.get(name, name)
    heard = guide.ear.hear(Intent(slots={name: slot}))
    if heard and not any(term.id in UNLISTED for term in (*heard.said, *heard.denied)):
        return CanFulfillSlot(CanUnderstandSlotValues.YES, CanFulfillSlotValues.YES)
    return CanFulfillSlot(CanUnderstandSlotValues.MAYBE, CanFulfillSlotValues.NO)
