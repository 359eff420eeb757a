"""The composition root: everything the skill is made of, in the order in which it is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_model.request_envelope import RequestEnvelope

from rules_core import KnowledgeBase

from . import envelope
from .errors import Apology, log_fault
from .guide import Guide, Observer
from .handlers import (
    asking_back,
    basics,
    ends,
    explain,
    follow_up,
    itself,
    knowledge,
    lost,
    manners,
    offers,
    pending,
    setting_right,
    skin_check,
    statements,
    steps,
    supposed,
    urgent,
)
from .language import Language, language
from .presentation.speech import ssml
from .presentation.voice import Voice
from .reading.read_turn import ReadTurn

Handler = Callable[[Any, Any], dict[str, Any]]
"""What AWS Lambda calls: event and context in, the response envelope out."""

# The first that takes a request answers it. Danger is asked before everything that talks.
HANDLERS = (
    offers.CanFulfill,
    ends.Silent,
    urgent.RedFlag,
    urgent.Emergency,
    urgent.Aid,
    urgent.Waiting,
    setting_right.Loss,
    asking_back.AskBack,
    setting_right.Jest,
    setting_right.FigureMeant,
    setting_right.Retract,
    setting_right.Animal,
    skin_check.Begin,
    skin_check.CheckAnswer,
    basics.Launch,
    basics.Home,
    basics.Help,
    basics.Goodbye,
    basics.Repeat,
    basics.AnswerAgain,
    basics.StartOver,
    pending.Yes,
    pending.No,
    pending.Unsure,
    steps.Next,
    steps.Previous,
    steps.Progress,
    manners.Thanks,
    manners.Greeting,
    manners.SmallTalk,
    manners.Pause,
    manners.OfTheTalk,
    manners.Safe,
    itself.Trust,
    itself.Privacy,
    explain.Why,
    explain.WhyNot,
    explain.Change,
    explain.Source,
    explain.Sure,
    explain.More,
    follow_up.Together,
    follow_up.Each,
    follow_up.That,
    follow_up.Both,
    knowledge.Knowledge,
    supposed.WhatIf,
    supposed.AfterBirth,
    statements.Statement,
    lost.Lost,
    ends.Unexpected,
)


def create_skill(
    knowledge_base: KnowledgeBase, *, skill_id: str | None = None, observer: Observer | None = None, skin_check: bool = True
) -> Handler:
    """The handler of the skill for one knowledge base.

    With `skill_id` given, requests of any other application raise ForeignRequest. `observer` is called with the
    inference of every turn that has one; nothing of it enters the response. `skin_check` turns the interview off for
    operators who read the policy on health information strictly; everything else stays.
    """
    spoken = language()
    guide = Guide.of(knowledge_base, spoken, observer, skin_check)
    builder = CustomSkillBuilder()
    for handler in HANDLERS:
        builder.add_request_handler(handler())
    builder.add_global_request_interceptor(ReadTurn(guide))
    builder.add_exception_handler(Apology(spoken))
    skill = builder.create()

    def handle(event: Any, context: Any = None) -> dict[str, Any]:
        if isinstance(event, Mapping):
            envelope.check_owner(event, skill_id)
        if not envelope.is_known(event):
            return _way_on(event, spoken)
        try:
            request = skill.serializer.deserialize(json.dumps(envelope.repaired(event)), RequestEnvelope)
        except Exception as fault:  # whatever the envelope holds, the person gets an answer
            log_fault(fault)
            return _way_on(event, spoken)
        return cast(dict[str, Any], skill.serializer.serialize(skill.invoke(request, context)))

    return handle


def _way_on(event: Any, spoken: Language) -> dict[str, Any]:
    """The answer to what cannot be read: in a session a sentence and a question, elsewhere nothing."""
    session = envelope.session_of(event)
    if session is None:
        return {"version": "1.0", "response": {}}
    voice, pronunciation = Voice(spoken, {}), spoken.pronunciation
    attributes = session.get("attributes")
    return {
        "version": "1.0",
        "sessionAttributes": dict(attributes) if isinstance(attributes, Mapping) else {},
        "response": {
            "outputSpeech": {"type": "SSML", "ssml": f"<speak>{ssml(voice('unexpected'), pronunciation)}</speak>"},
            "reprompt": {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{ssml(voice('ask_reprompt'), pronunciation)}</speak>"}},
            "shouldEndSession": False,
        },
    }
