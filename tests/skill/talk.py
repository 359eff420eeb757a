"""Talks to a skill as the voice service does, and checks after every turn what holds for all responses."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

from rules_core import KnowledgeBase, Term
from skill.hearing.slots import slot_type
from skill.presentation.limits import CARD_CHARACTERS, SPEECH_CHARACTERS, WORDS_A_TURN, word_count

AUTHORITY = "amzn1.er-authority.echo-sdk.amzn1.ask.skill.test"
RESPONSE_BYTES = 24_000


class Vocabulary:
    """Finds the terms that a spoken word resolves to, as entity resolution would."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for kind in kb.vocabulary():
            for term in kind.terms:
                for surface in (term.name, *term.says):
                    self._terms.setdefault((kind.id, surface), []).append(term)

    def slot(self, name: str, words: str) -> dict[str, Any]:
        """A filled slot with its resolution."""
        slot: dict[str, Any] = {"name": name, "value": words, "confirmationStatus": "NONE"}
        kind = slot_type(name)
        if kind == "WORDS" or kind.endswith("_WORDS"):
            return slot
        terms = self._terms.get((kind, words), [])
        return {**slot, "resolutions": {"resolutionsPerAuthority": [authority(kind, terms)]}}


def authority(kind: str, terms: list[Term], code: str = "") -> dict[str, Any]:
    """One authority's resolution to these terms."""
    entry: dict[str, Any] = {"authority": f"{AUTHORITY}.{kind}"}
    entry["status"] = {"code": code or ("ER_SUCCESS_MATCH" if terms else "ER_SUCCESS_NO_MATCH")}
    if terms:
        entry["values"] = [{"value": {"name": term.name, "id": term.id}} for term in terms]
    return entry


def envelope(request: Mapping[str, Any], attributes: Any = None, new: bool = False) -> dict[str, Any]:
    """A request envelope around a request."""
    application = {"applicationId": "amzn1.ask.skill.test"}
    return {
        "version": "1.0",
        "session": {
            "new": new,
            "sessionId": "amzn1.echo-api.session.1",
            "application": application,
            "user": {"userId": "amzn1.ask.account.CANARY"},
            "attributes": {} if attributes is None else attributes,
        },
        "context": {
            "System": {
                "application": application,
                "user": {"userId": "amzn1.ask.account.CANARY"},
                "device": {"deviceId": "d", "supportedInterfaces": {}},
            }
        },
        "request": {"requestId": "r", "timestamp": "2026-11-23T10:00:00Z", "locale": "en-US", **request},
    }


class Talk:
    """One conversation. Each call is a turn and returns what was said."""

    def __init__(self, handler: Callable[[Any, Any], dict[str, Any]], kb: KnowledgeBase, opened: bool = True) -> None:
        self._handler = handler
        self._vocabulary = Vocabulary(kb)
        self.new = not opened
        self.attributes: dict[str, Any] = {}
        self.response: dict[str, Any] = {}
        self.said = ""

    def __call__(self, intent: str, /, **slots: str) -> str:
        filled = {name: self._vocabulary.slot(name, words) for name, words in slots.items()}
        body = {"name": intent, "confirmationStatus": "NONE", "slots": filled}
        return self.send({"type": "IntentRequest", "intent": body})

    def launch(self) -> str:
        """Open the skill."""
        return self.send({"type": "LaunchRequest"})

    def send(self, request: Mapping[str, Any]) -> str:
        """Send any request; the response is checked and its speech returned as plain text."""
        envelope_out = self._handler(envelope(request, self.attributes, self.new), None)
        self.new, self.attributes = False, envelope_out.get("sessionAttributes", {})
        self.response = envelope_out["response"]
        self.said = plain(self.response.get("outputSpeech"))
        check(envelope_out)
        return self.said

    @property
    def ended(self) -> bool:
        """Whether the session is over."""
        return self.response.get("shouldEndSession") is True

    @property
    def reprompt(self) -> str:
        """The reprompt as plain text."""
        return plain(self.response.get("reprompt", {}).get("outputSpeech"))

    @property
    def card(self) -> str:
        """The card's text."""
        content = self.response.get("card", {}).get("content", "")
        assert isinstance(content, str)
        return content

    def facts(self, subject: str = "self") -> dict[str, Any]:
        """What the session knows about somebody."""
        facts = self.attributes.get("facts", {}).get(subject, {})
        assert isinstance(facts, dict)
        return facts


def plain(speech: Mapping[str, Any] | None) -> str:
    """The text of an SSML speech."""
    return html.unescape(re.sub(r"<[^>]+>", "", speech["ssml"])) if speech else ""


def check(envelope_out: Mapping[str, Any]) -> None:
    """What holds for every response that says something."""
    response = envelope_out["response"]
    said, again = plain(response.get("outputSpeech")), plain(response.get("reprompt", {}).get("outputSpeech"))
    assert said, "a turn without speech"
    ElementTree.fromstring(response["outputSpeech"]["ssml"])
    assert len(response["outputSpeech"]["ssml"]) <= SPEECH_CHARACTERS
    assert word_count(said) <= WORDS_A_TURN, f"{word_count(said)} words: {said}"
    stays_open = response["shouldEndSession"] is False
    assert stays_open == said.endswith("?"), f"a question is asked exactly when the microphone is open: {said}"
    assert stays_open == bool(again)
    if stays_open:
        assert again.endswith("?")
        assert again != said
        assert word_count(again) < word_count(said), f"{again!r} is no shorter than {said!r}"
    card = response.get("card", {})
    assert len(card.get("title", "")) + len(card.get("content", "")) <= CARD_CHARACTERS
    assert not re.search(r"<[a-z/]|&[a-z]+;|\{", card.get("content", "")), card
    assert "{" not in said
    assert "  " not in said
    assert len(json.dumps(envelope_out)) <= RESPONSE_BYTES
