"""A tiny ask-sdk skill that shows what reached it; the simulator's tests talk to it."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type
from ask_sdk_model import Response
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective
from ask_sdk_model.ui import SimpleCard

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


def small_skill(observer: Callable[[Mapping[str, Any]], None] = lambda inference: None) -> Handler:
    """A handler that greets, counts turns, asks for a colour, fails on demand and says goodbye."""
    builder = SkillBuilder()

    @builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
    def greet(handler_input: Any) -> Response:
        return handler_input.response_builder.speak("Welcome to the <emphasis>garden</emphasis>.").ask("What shall we do?").response

    @builder.request_handler(can_handle_func=is_intent_name("CheckIntent"))
    def check(handler_input: Any) -> Response:
        colour = handler_input.request_envelope.request.intent.slots["colour"].value
        if colour:
            return handler_input.response_builder.speak(f"It is {colour}.").ask("Anything else?").response
        directive = ElicitSlotDirective(slot_to_elicit="colour")
        return handler_input.response_builder.speak("Which colour is it?").ask("Which colour?").add_directive(directive).response

    @builder.request_handler(can_handle_func=is_intent_name("AMAZON.StopIntent"))
    def stop(handler_input: Any) -> Response:
        return handler_input.response_builder.speak("Goodbye.").set_should_end_session(True).response

    @builder.request_handler(can_handle_func=is_intent_name("WaterIntent"))
    def fail(handler_input: Any) -> Response:
        raise RuntimeError("out of water")

    @builder.request_handler(can_handle_func=is_request_type("SessionEndedRequest"))
    def end(handler_input: Any) -> Response:
        return handler_input.response_builder.response

    @builder.request_handler(can_handle_func=is_request_type("Alexa.Presentation.APL.UserEvent"))
    def touched(handler_input: Any) -> Response:
        arguments = handler_input.request_envelope.request.arguments
        return handler_input.response_builder.speak(f"Touched {arguments}.").ask("What next?").response

    @builder.request_handler(can_handle_func=lambda handler_input: True)
    def show(handler_input: Any) -> Response:
        attributes = handler_input.attributes_manager.session_attributes
        attributes["turns"] = attributes.get("turns", 0) + 1
        intent = handler_input.request_envelope.request.intent
        observer({"level": "routine", "facts": {"intent": intent.name}, "conclusions": [], "vetoed": [], "withheld": [],
                  "trace": [f"turn {attributes['turns']}"], "asked": None})
        response = handler_input.response_builder.speak(f"{intent.name}, turn {attributes['turns']}.").ask("Shall we go on?")
        if handler_input.request_envelope.context.viewport:
            response.add_directive(RenderDocumentDirective(token="page", document={"type": "APL"}, datasources={"n": 1}))
        return response.set_card(SimpleCard("Card", intent.name)).response

    return builder.lambda_handler()
