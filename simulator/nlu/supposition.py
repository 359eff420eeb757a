"""Which mentions in a sentence are only supposed ("what if it gets infected", "it might start to bleed")."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cues import cue, cue_words, says
from .mood import is_question
from .negation import Place

_IF_REACHES = 6
_MAY_REACHES = 4
_BREAKS = frozenset(("but", "because", "now", "since", "so", "already"))
_GENERAL = frozenset(("can", "could", "will", "would", "does", "do", "might", "may"))
_KINDS = frozenset(("these", "those", "they"))
"""Whoever asks what these do asks what milia do."""
_ABLE = frozenset(("can", "could", "might", "may"))
_FUTURE = frozenset(("will", "would"))
_MAY = frozenset(("may", "might"))
_HERE_NOW = frozenset(("be", "have"))
_MAY_I = frozenset(("can", "could", "should", "may", "shall", "would"))
_TOOLS = frozenset(("with", "using", "needle", "pin", "tweezers"))
_TOOL_REACHES = 6
_SPEAKERS = frozenset(("i", "we", "you"))
_HERE = frozenset(("i", "it", "he", "she", "we", "they", "you", "my", "his", "her", "our", "their", "this", "these", "that", "those",
                   "there"))
_CAUSING = frozenset(("make", "makes", "give", "gives", "cause", "causes", "leave", "leaves", "bring", "turn"))
_HAVING = frozenset(("my", "his", "her", "our", "their", "this", "these", "help", "helps", "work", "treat", "stop", "soothe", "calm", "dry",
                     "remove", "for", "with"))
_STATING = frozenset(("i", "he", "she", "it", "we", "there", "that", "which"))
_VERBS = frozenset(("is", "am", "are", "has", "have", "was", "had", "keeps", "keep", "says", "said", "looks", "feels", "got", "bled",
                    "just", "started", "will", "cannot", "used", "put", "never"))
_OPENING = frozenset(("if", "when", "say", "suppose", "after", "once", "unless", "how", "what", "think", "mean", "means"))
_PERSONS = _HERE | {"me", "mine", "him", "them", "us"}
_HELPING = frozenset(("help", "helps", "treat", "heal", "soothe", "calm", "fix", "cure", "relieve", "need", "needs", "today", "still"))
_MAY_COME = frozenset(("could", "might", "may", "will", "would"))
_CONDITION = frozenset(("would", "told", "said"))
_WHETHER = frozenset(("know", "sure", "see", "tell", "unsure", "wonder", "check"))


def supposed_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places after an "if" in a question, or after a "may" or "might".

    "I am not sure if it is infected" and "if I press it pus comes out" speak of something that is there.
    """
    asking = is_question(words)
    general = _asks_in_general(words)
    stated = _states(words, general)
    return {place for place in places if (asking and _after_if(words, place[0])) or _after_may(words, place[0])
            or (general and general < place[1] <= stated and _BREAKS.isdisjoint(words[:place[0]])
                and not _asks_for_help(words[general:place[0]]))}


def _states(words: Sequence[str], general: int) -> int:
    """Where a question about anybody comes to what is there: "can it wait HE IS hot", "will it clear one THAT IS growing"."""
    return next((place for place in range(general + 1, len(words) - 1)
                 if words[place] in _STATING and words[place + 1] in _VERBS and words[place - 1] not in _OPENING), len(words))


def _asks_in_general(words: Sequence[str]) -> int:
    """Where it begins to ask what may happen, or 0: "can milia bleed", "will the acid burn"; "does it bleed" asks of what is there."""
    for length in range(5, 0, -1):
        if tuple(words[:length]) in cue("supposing"):
            return length
    return 2 if len(words) > 2 and words[0] in _GENERAL and words[1] != "not" and _is_general(*words[:3]) else 0


def _is_general(verb: str, subject: str, following: str) -> bool:
    """"Will it scar" and "can it bleed" ask what may come; "could it be infected" and "can I treat my swollen lid" of what is there."""
    if subject not in _HERE or subject in _KINDS:
        return following != "be" or subject not in _HERE
    if verb in _FUTURE:
        return subject != "you"
    return verb in _ABLE and subject not in _SPEAKERS and following != "be"


def _asks_for_help(before: Sequence[str]) -> bool:
    """"Can the acid help my swollen lid" speaks of what is there; "can the acid make my lid swell" does not."""
    return _CAUSING.isdisjoint(before) and not _HAVING.isdisjoint(before)


def _after_if(words: Sequence[str], start: int) -> bool:
    for back in range(start - 1, max(start - 1 - _IF_REACHES, -1), -1):
        if words[back] in _BREAKS:
            return False
        if words[back] == "if":
            return _WHETHER.isdisjoint(words[max(back - 2, 0):back])
    return False


def _after_may(words: Sequence[str], start: int) -> bool:
    """"It might bleed" is supposed; "I might be having trouble breathing" says that something is there, perhaps this."""
    near = words[max(start - _MAY_REACHES, 0):start]
    return any(near[place] in _MAY and _HERE_NOW.isdisjoint(near[place + 1:place + 2]) for place in range(len(near))) and (
        _BREAKS.isdisjoint(near))


def only_supposed(words: Sequence[str]) -> bool:
    """True of a whole sentence that asks about anybody, paints a case or fears what may come.

    "Can steam burn skin", "suppose he had a fever", "I worry that he might get one".
    """
    words = words[:_turned_down(words)]
    fears = says(words, "dreading") or (not cue_words("fearing").isdisjoint(words) and not _MAY_COME.isdisjoint(words))
    return _BREAKS.isdisjoint(words) and (_begins(words, "imagining") > 0 or _asks_about_anybody(words) or fears or _after_condition(words))


def _turned_down(words: Sequence[str]) -> int:
    """Where the sentence says that it is not so: "I would worry if she stopped, but she has not"."""
    return next((place for place in range(len(words) - 2) if words[place] == "but" and "not" in words[place + 1:place + 4]), len(words))


def _begins(words: Sequence[str], name: str) -> int:
    """How many words the phrase of that name takes with which the sentence begins; 0 where there is none."""
    return next((length for length in range(6, 0, -1) if tuple(words[:length]) in cue(name)), 0)


def _asks_about_anybody(words: Sequence[str]) -> bool:
    begins = (words[:1] and words[0] in _GENERAL and "not" not in words[1:2]) or _begins(words, "general")
    return bool(begins) and _PERSONS.isdisjoint(words[_begins(words, "general"):]) and _HELPING.isdisjoint(words)


def _after_condition(words: Sequence[str]) -> bool:
    """"I would worry if he had a fever", "come back if it gets hot"; "I would like to know if it is infected" asks of what is there."""
    if "if" not in words:
        return False
    before = words[:words.index("if")]
    if not before:
        return "would" in words or ("what" in words and words[-1] == "do")
    return not _CONDITION.isdisjoint(before) and _WHETHER.isdisjoint(before) and _HELPING.isdisjoint(before)


def intended_places(words: Sequence[str], places: Iterable[Place]) -> set[Place]:
    """The places of what is only wished or asked about: "how do I pop it with a needle", "can I use retinol"."""
    return {place for place in places if _is_intended(words, place[0])}


def _is_intended(words: Sequence[str], start: int) -> bool:
    if words[start] == "use" and not _MAY_I.isdisjoint(words[:start]) and _BREAKS.isdisjoint(words[:start]):
        return True
    reach = _TOOL_REACHES if words[start] in _TOOLS else 1
    return any(tuple(words[begin:begin + length]) in cue("intending") and _BREAKS.isdisjoint(words[begin:start])
               for length in (2, 3, 4) for begin in range(max(start - length - reach + 1, 0), start - length + 1))
