"""The least that ask-sdk-core can be asked to do: one handler, one sentence. The yardstick of benchmarks/skill.py."""

from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder

builder = SkillBuilder()


@builder.request_handler(can_handle_func=lambda handler_input: True)
def greet(handler_input: Any) -> Any:
    """Greets, whatever was asked, and leaves the session open."""
    return handler_input.response_builder.speak("Welcome.").ask("What would you like?").response


handler = builder.lambda_handler()
