"""What one sentence sets right of what was told before: of whom it is true ("no, I mean my husband"), or that it is not so at all.

The sentences themselves are patterns of the language (`amends.grammar`); here stands what each of them means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..lexicon.own_years import OLDEST
from .apostrophes import Apostrophes
from .correction import Age, Correction
from .grammar import Grammar
from .kin import Kin
from .turns import Turns
from .wordings import either, plain

_ME, _OWN = "me", ("i ", "i'm ")


class Corrections:
    """Reads by the words of a language: `turns` and `hesitating`, with which people begin, the patterns of its `grammar` with the words
    for somebody (`owning`, `groups`, `animals`, and `people` besides those of `kin`), for `numbers` and for when it was (`past`), `anew`
    for how it goes on, `besides` for what is so as well, `last` for what may come last, and `denials` and `denial_ends` for what denies."""

    def __init__(self, words: Mapping[str, Any], turns: Turns, kin: Kin, past: Iterable[str] = (),
                 numbers: Iterable[str] = ()) -> None:
        anybody = {*words["people"], *kin.named, *kin.young}
        lists = {"owning": words["owning"], "anybody": anybody, "past": past, "groups": words["groups"],
                 "animals": words["animals"], "animals_own": [f"{one}'s" for one in words["animals"]],
                 "number": {*numbers, *map(str, range(OLDEST))}}
        self.grammar = Grammar(words["grammar"], lists, either(words["anew"]))
        self._besides, self._denials, self._denial_ends = (tuple(words[name]) for name in ("besides", "denials", "denial_ends"))
        self._opened(turns, words["hesitating"], words["last"])
        self._anew = re.compile(rf"(?:{either(words['anew'])})\b")
        self._apostrophes = Apostrophes(words, anybody, map(str, lists["number"]))

    def _opened(self, turns: Turns, hesitating: Sequence[str], last: Sequence[str]) -> None:
        """How it begins and ends, and how sure that is."""
        turn, pause = either(turns.all), either(hesitating)
        self._opening = re.compile(rf"(?:(?:{pause}) )*(?:{turn})(?: (?:{turn}|{pause}))* ")
        self._sure = re.compile(rf"\b(?:{either(turns.no_answer)})\b")
        self._ends = re.compile(rf" (?:{self.grammar.pattern('not_another')}|(?:{either(last)}) )$")

    def turns_to(self, text: str) -> tuple[str, str] | None:
        """Whom the speaker turns to from somebody who is named, as it was said, and what is told: "forget the baby, I have one"."""
        found = self.grammar.read("left", plain(text))
        if found is None:
            return None
        who = _ME if found["who"].startswith(("i", "any", _ME)) else found["who"]
        return who, f"{found['who']} {found['told']}" if found["told"] else ""

    def opens(self, text: str) -> bool:
        """Whether it begins as people begin who set something right, and goes on as a sentence, or ends so ("I was wrong")."""
        words = plain(text)
        opening = self._opening.match(words)
        anew = opening is not None and self._anew.match(words, opening.end()) is not None
        return anew or self.grammar.read("was_wrong", words) is not None

    def after_opening(self, words: str) -> str:
        """What follows the words with which people begin a correction; empty where it begins otherwise."""
        return words[opening.end():] if (opening := self._opening.match(words)) else ""

    def closes(self, text: str) -> bool:
        """Whether it ends as people end who set something right: "the bump, I mean"."""
        return self._ends.search(f" {plain(text)} ") is not None

    def recovers(self, text: str) -> bool:
        """Whether it tells how somebody is by now: that sets nothing right of how they were, unless it says that this was long ago."""
        words, read = plain(text), self.grammar.read
        return read("recovered", words) is not None and read("dated", words) is None

    def read(self, text: str) -> Correction | None:
        """What the words set right; None where they set nothing right, or only what they name themselves."""
        words, read = self._apostrophes.written_out(plain(text)), self.grammar.read
        opening = self._opening.match(words)
        rest = words[opening.end():] if opening else words
        if found := read("moved", rest):
            return self._moved(found)
        if stated := self._stated(rest):
            return stated
        if read("used", rest) is not None or (read("was_wrong", rest) is not None and not self._denies(rest)):
            return Correction(retracts=True, is_sure=True)
        if found := read("told_of_oneself", rest):
            return self._moved(found)
        ended = self._ends.sub("", f" {rest} ").strip()
        is_sure = opening is not None and bool(self._sure.search(opening[0]) or ended != rest)
        if ended != rest and (alone := read("so_old_alone", ended)):
            return Correction(aged=Age(alone["who"], alone["count"], alone["unit"]))
        if not opening or not ended or not set(self._besides).isdisjoint(ended.split()):
            return None
        if alone := read("so_old_alone", ended):
            return Correction(aged=Age(alone["who"], alone["count"], alone["unit"]))
        if is_sure and (unit := read("unit_alone", ended)):
            return Correction(unit=("", unit["right"]))
        right = self._in_part(ended, is_sure) or self._not_so(ended, is_sure) or self._of_another(ended, is_sure)
        had, instead = read("had", ended) if is_sure else None, read("instead", ended)
        return right or (Correction(over=had["told"]) if had else Correction(instead=instead["told"]) if instead else None)

    def _stated(self, rest: str) -> Correction | None:
        """What is so now, told whole: it needs no word that begins a correction."""
        read = self.grammar.read
        if (past := read("no_more", rest)) and self._denies(past["told"]):
            return Correction(now=past["told"])
        if now := read("did_i_say", rest):
            return Correction(now=now["told"])
        if grown := read("grown", rest):
            return Correction(now=grown["rest"])
        if units := read("units", rest):
            return Correction(unit=(units["wrong"], units["right"]))
        if aged := read("aged", rest):
            return Correction(aged=Age(aged.get("who", ""), aged["count"], aged["unit"] or aged.get("wrong", "")))
        weaned = read("weaned", rest)
        return Correction(weaned=weaned["who"]) if weaned else None

    def _in_part(self, rest: str, is_sure: bool) -> Correction | None:
        """That one thing is not so: it was not done, is in order, or was meant otherwise. That it is well by now is no such thing."""
        read = self.grammar.read
        found = read("not_done", rest)
        if not found and is_sure:
            found = read("meant_else", rest)
        if not found and not self._denies(rest):
            found = read("rested", rest) or (read("works", rest) if not self.recovers(rest) else None)
        return Correction(retracts=True, is_sure=True, of=found["of"]) if found else None

    def _not_so(self, rest: str, is_sure: bool) -> Correction | None:
        """That it is not so; of whom or when it was, where that is told, and what is so instead."""
        read = self.grammar.read
        if read("maybe", rest) is not None:
            return Correction(maybe=True)
        undone = read("undone", rest)
        if is_sure and (once := read("had_once", rest)):
            return Correction(retracts=True, told=once["rest"], is_sure=True)
        past = read("past_only", rest)
        surely = undone is not None or past is not None or read("well_again", rest) is not None
        if read("nothing", rest) is not None or (undone and undone["rest"]) or (is_sure and surely):
            return Correction(retracts=True, told=(past or {}).get("told", ""), is_sure=True)
        denied = read("denied", rest)
        if denied is None:
            return None
        instead = denied["rest"]
        if self._is_past(instead):
            return Correction(retracts=True, is_sure=True)
        if thought := read("thought", instead):
            return self._moved(thought)
        if was := read("was_whose", instead):
            return Correction(was["who"])
        own = rest.startswith(_OWN)
        return Correction(retracts=True, told=instead, is_sure=is_sure, own=own) if instead or is_sure else None

    def _of_another(self, rest: str, is_sure: bool) -> Correction | None:
        """That it is so of somebody else, or of the speaker: always where nothing more is told, else only where that is sure."""
        if thought := self.grammar.read("thought", rest):
            return self._moved(thought)
        if own := self.grammar.read("oneself", rest):
            told = rest if own["told"] else ""
            return self._moved({"who": _ME, "told": told}) if is_sure or not told else None
        if is_sure and (group := self.grammar.read("of_group", rest)):
            return self._moved(group)
        found = self.grammar.read("somebody", rest)
        if found and self.grammar.read("of_oneself", found["told"]) is not None:
            found["told"] = ""  # "that's my brother, I'm not allergic": it is not the speaker's any more
        return self._moved(found) if found and (is_sure or not found["told"]) else None

    def _moved(self, found: Mapping[str, str]) -> Correction | None:
        """That it is so of somebody; no more so at all where it was long ago, and nothing certain where something is denied besides."""
        told = found.get("told", "")
        if self.grammar.read("mine", found["who"]) is not None:
            return Correction(_ME, told)
        if self._denies(told):
            return None
        was = bool(told) and self._is_past(told)
        return Correction(found["who"], retracts=True, is_sure=True) if was else Correction(found["who"], told)

    def _denies(self, words: str) -> bool:
        return any(word in self._denials or word.endswith(self._denial_ends) for word in words.split())

    def _is_past(self, words: str) -> bool:
        return self.grammar.read("past_only", words) is not None
