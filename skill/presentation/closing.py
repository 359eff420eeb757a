"""The questions that end most turns: what else somebody would like to know, and whether a warning shall be said again."""

from __future__ import annotations

from ..remembering.session import AGAIN
from .answer import Question
from .voice import Voice


def anything_else(voice: Voice) -> Question:
    """Asks what else somebody would like to know; nothing waits for the answer."""
    return Question(voice("ask_open"), voice("ask_open_reprompt"))


def once_more(voice: Voice) -> Question:
    """Offers to say again what was just said."""
    return Question(voice("ask_again"), voice("ask_again_reprompt"), offer=AGAIN)
