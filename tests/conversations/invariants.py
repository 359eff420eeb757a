"""What holds for every turn of every conversation, whatever is talked about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rules_core import KnowledgeBase
from skill.language import language, spread
from skill.presentation.limits import CARD_CHARACTERS, WORDS_A_TURN, word_count

FLAGGED = ("doctor_soon", "same_day", "emergency")
HELP = re.compile(r"doctor|emergency|poison|crisis|hospital|urgent", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z/]|&[a-z]+;|[{}]")
_REPEATS = ("AMAZON.RepeatIntent", "AMAZON.YesIntent", "AnswerAgainIntent", "AMAZON.PreviousIntent", "ProgressIntent", "ThatIntent")


class Invariants:
    """The rules of the house, for one knowledge base and one language."""

    def __init__(self, kb: KnowledgeBase) -> None:
        texts = {one: kb.text(one) for one in kb.entries}
        parts = {one: (text.say, text.because, text.hold, *text.more) for one, text in texts.items()}
        self._clinical = {sentence for said in parts.values() for part in said for sentence in _plain_sentences(part)}
        self._advice = {
            sentence for one in texts if one.startswith("use_") for part in parts[one] for sentence in _plain_sentences(part)
        }
        said = language().said
        self._disclaimers = [said["disclaimer_full"], *said["disclaimer_short"], said["disclaimer_flag"], said["emergency"]]
        self._again = frozenset(spread(language().heard["answers"]["AMAZON.RepeatIntent"]))
        self._apology = said["apology"]
        self._variants = [entry for key, entry in said.items() if isinstance(entry, list) and not key.endswith("reprompt")]

    def check(self, answer: Mapping[str, Any], before: str) -> None:
        """Raise AssertionError, with the sentence, where a turn breaks a rule; `before` is what was said before."""
        speech, response = answer["speech"], (answer["response"] or {}).get("response", {})
        assert speech, "a turn without speech"
        assert self._apology not in speech, "the skill failed"
        assert word_count(speech) <= WORDS_A_TURN, f"{word_count(speech)} words: {speech}"
        assert not _MARKUP.search(speech), speech
        assert speech.endswith("?") == (not answer["ended"]), f"a question is asked exactly when the microphone is open: {speech}"
        assert bool(answer["reprompt"]) == (not answer["ended"])
        assert word_count(answer["reprompt"]) < word_count(speech), f"{answer['reprompt']!r} is no shorter than {speech!r}"
        card = response.get("card", {})
        assert not _MARKUP.search(card.get("content", "")), card
        assert len(card.get("title", "")) + len(card.get("content", "")) <= CARD_CHARACTERS
        self._safe(answer)
        if not self._says_again(answer["intent"] or {}):
            self._fresh(speech, before)

    def _says_again(self, intent: Mapping[str, Any]) -> bool:
        """Whether it was asked to hear the same once more, by an intent or in free words."""
        said = intent.get("slots", {}).get("words", {}).get("value", "")
        return intent.get("name") in _REPEATS or said in self._again

    def _safe(self, answer: Mapping[str, Any]) -> None:
        speech, inference = answer["speech"], answer["inference"] or {}
        clinical = [sentence for sentence in self._clinical if sentence in speech]
        if clinical:
            held = _was_disclaimed(answer) or any(one in speech for one in self._disclaimers)
            assert held or HELP.search(speech), f"a clinical reply without its disclaimer: {speech}"
        flagged = inference.get("level") in FLAGGED and any(name.startswith("see_") for name in inference["conclusions"])
        if flagged and not inference["asked"]:
            advised = [sentence for sentence in self._advice if sentence in speech]
            assert not advised, f"advice on products beside a warning: {advised}"

    def _fresh(self, speech: str, before: str) -> None:
        for entry in self._variants:
            for line in entry:
                fixed = line.partition("{")[0]
                twice = len(fixed.split()) > 1 and fixed in speech and fixed in before
                assert not twice, f"said twice running: {fixed!r}"


def _was_disclaimed(answer: Mapping[str, Any]) -> bool:
    """Whether it was said before in this session that this is no medical advice."""
    session = (answer.get("request") or {}).get("session") or {}
    return (session.get("attributes") or {}).get("disclaimed") is True


def _plain_sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough to be known again and hold no blank."""
    return [one for one in re.split(r"(?<=[.?!])\s+", text or "") if len(one.split()) > 4 and "{" not in one]
