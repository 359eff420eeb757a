"""What one sentence sets right of what was told before: of whom it is true ("no, I mean my husband"), or that it is not so at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .kin import Kin
from .wordings import either

_ME = "me"


@dataclass(frozen=True)
class Correction:
    """`moved` is who it is that it is true of, as it was said, `told` what is told besides; it `retracts` where it is not so at all,
    and `is_sure` where it can be meant in no other way; `over` is what was so, and is no more, and `maybe`
    tells that what was denied may be so."""

    moved: str = ""
    told: str = ""
    retracts: bool = False
    is_sure: bool = False
    over: str = ""
    maybe: bool = False


class Corrections:
    """Reads by the words of a language: `turns` and `hesitating`, with which people begin, `sure` ones among them, `owning` and `people`
    besides those of `kin`, `oneself_instead` for the speaker, `denied_whole` for what is not so, `anew` for how it goes on, `besides`
    for what is so as well, `leaving` for how one is left for another, `mistaken` for who was thought of, `nothing_after_all` for what takes
    all back, `sorry_after` for what may come last, and `past` for when it was."""

    def __init__(self, words: Mapping[str, Sequence[str]], kin: Kin, people: Iterable[str], past: Iterable[str] = ()) -> None:
        anybody = either({*people, *kin.named, *kin.young})
        person = rf"(?:(?:{either(words['owning'])}|the) (?:[a-z]+ )?(?:{anybody})(?: in law)?)(?!'s)"
        self._besides = frozenset(words["besides"])
        self._opened(words)
        self._somebody(words, person, anybody)
        self._not_at_all(words, person, either(past))

    def _opened(self, words: Mapping[str, Sequence[str]]) -> None:
        """How it begins, and how sure that is."""
        turn, pause = either(words["turns"]), either(words["hesitating"])
        self._opening = re.compile(rf"(?:(?:{pause}),? )*(?:{turn})(?:,? (?:{turn}|{pause}))*,? ")
        self._anew, self._sure = re.compile(rf"(?:{either(words['anew'])})\b"), re.compile(rf"\b(?:{either(words['sure'])})\b")
        self._denies = re.compile(r"\b(?:no|not|never|without|none)\b|n't\b")

    def _somebody(self, words: Mapping[str, Sequence[str]], person: str, anybody: str) -> None:
        """How it is said who it is."""
        others, is_one = rf"(?:{person}|me|him|her|them)", r"(?:it's |it is |it was |that's |that is |that was |this is )?"
        verb, told = r"(?:is|has|does|did|was|had|have|am|do|'s)", "(?P<told>(?:,| ).*)?"
        mistaken = either(words["mistaken"])
        self._ends = re.compile(rf",? (?:and )?(?:not {others}|{either(words['sorry_after'])})$")
        self._person = re.compile(
            rf"(?:{is_one}|(?:{mistaken}) )({person})(?: (?:who |that )?{verb})?(?: (?:it|them|that|one|instead))?{told}")
        self._self = re.compile(rf"{is_one}(?:{either(words['oneself_instead'])}){told}")
        self._not = re.compile(rf"{is_one}(?P<who>{person}|me),? (?:and )?not {others}\b,?(?: (?:who|that))?(?: {verb})?{told}")
        instead = r"(?:but |it's |it is |it was |i mean |i meant |that's )*"
        self._but = re.compile(rf"{is_one}not {others},? {instead}(?P<who>{person}|me)\b{told}")
        has_not = r"(?:i|he|she) (?:don't|doesn't|do not|does not) have (?P<told>[a-z ]+?)"
        has = rf"(?:(?P<who>{person}) (?:has|does)(?: (?:it|that|the|a|an)(?: [a-z]+)?)?|(?:that's|it's|that is|it is) (?P<other>{person}))"
        self._has = re.compile(rf"{has_not},? (?:but )?{has}")
        said = rf"i said (?:(?:{either(words['owning'])}|the) )?(?:{anybody}),? (?:but |and )?"
        self._said = re.compile(rf"{said}(?:i meant|i mean|it's|it is|it was) (?P<who>{person}|me){told}")
        self._mistaken = re.compile(rf"(?:{mistaken}) (?P<who>{person}){told}")
        self._of_self, self._whose = re.compile(r"(?:and )?(?:i'm|i am|i don't|i do not) .*"), re.compile(rf"({person}|me)")
        left = rf"(?:{either(words['leaving'])})(?: about)? {others},? (?:but |and |now )*"
        self._leaves = re.compile(rf"{left}(?:(?:what|how) about )?(?P<who>{person}|me|i(?:'m|'ve)?|anymore|any more)\b(?P<told>.*)")

    def _not_at_all(self, words: Mapping[str, Sequence[str]], person: str, when: str) -> None:
        """How it is said that it is not so, or was."""
        that, anew = "(?:that|it|this|they|those)", rf"(?=(?:{either(words['anew'])})\b)"
        alone = r"(?: have)?(?: (?:it|that|them|one|any)(?! (?:was|were|is)\b))?(?: anymore| any more| now| at all)?"
        self._denied = re.compile(rf"(?:{either(words['denied_whole'])}){alone}(?:,? {anew}(?P<rest>.+))?")
        done = r"(?:he|she|it|i|they|we) (?:didn't|did not|never|hasn't|haven't) [a-z]+"
        others = rf"(?:{person}|me|him|her|them|it|that|any|one|anything)"
        self._undone = re.compile(rf"{done}(?: {others})?(?:,? (?P<rest>{anew}.*))?")
        used = rf"(?:i|he|she|they) (?:was|were|had|used|took) (?:on |taking |using )?{that}"
        self._used = re.compile(rf"{used},?(?: .*)?\b(?:{when}|stopped|finished)\b.*")
        self._was = re.compile(rf"{that} (?:was|were|is)(?: only| just)? (?P<whose>.+)")
        self._past = re.compile(rf"(?:(?:and |but )?{that} (?:was|were|happened) )?(?:only |just )?(?:in |on )?(?:{when})(?:,? .*)?")
        self._had = re.compile(r"(?:i|he|she|they|we) (?:had|was|were|used to be|used to have) (?P<told>.+)")
        self._nothing = re.compile(rf"(?:{either(words['nothing_after_all'])})(?:,? .*)?")
        self._well = re.compile(rf"(?:^|.* )(?:{either(words['well_again'])})")
        self._maybe = re.compile(rf"(?:{either(words['maybe'])})(?:,? .*)?")

    def turns_to(self, text: str) -> tuple[str, str] | None:
        """Whom the speaker turns to from somebody who is named, as it was said, and what is told: "forget the baby, I have one"."""
        found = self._leaves.fullmatch(text.lower().strip(" .!?"))
        if found is None:
            return None
        who = _ME if found["who"].startswith(("i", "any")) else found["who"]
        return who, f"{found['who']}{found['told']}" if found["told"].strip(" ,") else ""

    def opens(self, text: str) -> bool:
        """Whether it begins as people begin who set something right, and goes on as a sentence."""
        words = text.lower()
        opening = self._opening.match(words)
        return opening is not None and self._anew.match(words, opening.end()) is not None

    def read(self, text: str) -> Correction | None:
        """What the words set right; None where they set nothing right, or only what they name themselves."""
        words = text.lower().strip(" .!?")
        opening = self._opening.match(words)
        rest = words[opening.end():] if opening else words
        if found := self._not.fullmatch(rest) or self._but.fullmatch(rest) or self._said.fullmatch(rest):
            return self._moved(found["who"], found["told"])
        if self._used.fullmatch(rest):
            return Correction(retracts=True, is_sure=True)
        if found := self._has.fullmatch(rest):
            return self._moved(found["who"] or found["other"], found["told"])
        ended = self._ends.sub("", rest)
        is_sure = opening is not None and bool(self._sure.search(opening[0]) or ended != rest)
        if not opening or not ended or not self._besides.isdisjoint(ended.split()):
            return None
        had = self._had.fullmatch(ended) if is_sure else None
        return self._not_so(ended, is_sure) or self._of_another(ended, is_sure) or (Correction(over=had["told"]) if had else None)

    def _not_so(self, rest: str, is_sure: bool) -> Correction | None:
        """That it is not so; of whom or when it was, where that is told, and what is so instead."""
        if self._maybe.fullmatch(rest):
            return Correction(maybe=True)
        undone = self._undone.fullmatch(rest)
        surely = undone or self._past.fullmatch(rest) or self._well.fullmatch(rest)
        if self._nothing.fullmatch(rest) or (undone and undone["rest"]) or (is_sure and surely):
            return Correction(retracts=True, is_sure=True)
        denied = self._denied.fullmatch(rest)
        if denied is None:
            return None
        instead = _plain(denied["rest"])
        if self._past.fullmatch(instead):
            return Correction(retracts=True, is_sure=True)
        if thought := self._mistaken.fullmatch(instead):
            return self._moved(thought["who"], thought["told"])
        was = self._was.fullmatch(instead)
        if was and (whose := self._whose.fullmatch(was["whose"])):
            return Correction(whose[1])
        return Correction(retracts=True, told=instead, is_sure=is_sure) if instead or is_sure else None

    def _of_another(self, rest: str, is_sure: bool) -> Correction | None:
        """That it is so of somebody else, or of the speaker: always where nothing more is told, else only where that is sure."""
        if own := self._self.fullmatch(rest):
            told = rest if _plain(own["told"]) else ""
            return self._moved(_ME, told) if is_sure or not told else None
        found = self._person.fullmatch(rest)
        told = _plain(found["told"]) if found else ""
        told = "" if self._of_self.fullmatch(told) else told  # "that's my brother, I'm not allergic": it is not the speaker's any more
        return self._moved(found[1], told) if found and (is_sure or not told) else None

    def _moved(self, who: str, told: str | None) -> Correction | None:
        """That it is so of somebody; no more so at all where it was long ago, and nothing certain where something is denied besides."""
        if self._denies.search(told or ""):
            return None
        was = bool(told) and self._past.fullmatch(_plain(told)) is not None
        return Correction(who, retracts=True, is_sure=True) if was else Correction(who, _plain(told))


def _plain(told: str | None) -> str:
    return (told or "").strip(" ,")
