"""Two people in one breath: "my mother has them on her cheeks and my father under his eye"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .kin import Kin
from .wordings import either

Part = tuple[str, str]
"""Who somebody is, as the speaker says it, and what is told of them; nobody by name where it is the speaker."""


class Breaths:
    """Parts a sentence by the words of a language: `owning` ("my"), `joining` ("and"), `people` besides those of `kin`,
    `own`, how speakers begin to tell that they have bumps themselves, `turns`, by which one is named in place of another, `well` after
    `is`, how it is said that a baby is well, and `oneself`, how speakers then begin to tell of themselves. After who is meant instead may
    come `verbs`, `it` and `not_me`; where one of `denials` stands between, nobody is meant instead. `oneself_has` and `what_one_has` begin
    what speakers have who tell after it what somebody else `has`, unless that is one of `besides` or `the_same`."""

    def __init__(self, words: Mapping[str, Sequence[str]], kin: Kin, people: Iterable[str]) -> None:
        self._kin = kin
        grown = {*people, *kin.named}
        who, anybody = either(grown), either({*grown, *kin.young})
        owning, joining = either(words["owning"]), either(words["joining"])
        begins = rf"(?:^|\b(?:{joining}) )((?:{owning}) (?:[a-z]+ )?"
        self._others = re.compile(rf"{begins}({who})) (?!(?:{joining})\b)", re.IGNORECASE)
        self._person = re.compile(rf"{begins}({anybody})) ", re.IGNORECASE)
        self._own = re.compile(rf"\b(?:{joining}) (?=(?:{either(words['own'])})\b)", re.IGNORECASE)
        well = rf"(?:{either(words['is'])})? (?:[a-z]+ )?(?:{either(words['well'])})"
        young = rf"((?:(?:{either(words['owning'])}|the) )?(?:[a-z]+ )?(?:{either(kin.young)}))"
        self._well = re.compile(rf"{young}({well}),?(?: (?:{joining}),?)* (?=(?:{either(words['oneself'])})\b)", re.IGNORECASE)
        self._of_oneself_first(words, rf"(?:{owning}|the) (?:[a-z]+ )?(?:{anybody})")
        self._turned(words, rf"(?:{owning}) (?:[a-z]+ )?(?:{anybody})", rf"(?:{owning}) (?:{who})")

    def _of_oneself_first(self, words: Mapping[str, Sequence[str]], person: str) -> None:
        """How speakers tell what they have, and after it what somebody else has; what is so "too" or "as well" is nobody's alone."""
        joining, alike = either(words["joining"]), either((*words["besides"], *words["the_same"]))
        has, i_have = either(words["has"]), rf"(?:{either(words['oneself_has'])}) (?:{either(words['what_one_has'])})\b"
        self._own_first = re.compile(
            rf"(?P<own>{i_have}(?:(?!\b(?:{person}|{either(words['speaker'])})\b).)*?),? (?:{joining}),? "
            rf"(?P<who>{person})(?P<told>(?:{has}) (?!.*\b(?:{alike})\b).+)", re.IGNORECASE)

    def _turned(self, words: Mapping[str, Sequence[str]], person: str, named: str) -> None:
        """How another is named in place of somebody."""
        turn = rf"(?:{either(words['hesitating'])}|{either(words['turns'])})"
        turns = rf"(?: {turn},?)*? (?:{either(words['turns'])}),?(?: {turn},?)*"
        denies = rf"\b(?:{either(words['denials'])})\b|(?:{either(words['denial_ends'])})\b"
        speaker, ends = either(words["speaker"]), "".join(rf"(?:,? (?:{either(words[name])}))?" for name in ("verbs", "it", "not_me"))
        self._of_another = re.compile(
            rf"(?:{person}|{speaker})(?P<told> (?:(?!{denies}).)+?),?{turns} (?P<who>{person}|{words['speaker'][0]}){ends}", re.IGNORECASE)
        self._instead = re.compile(rf"\b{named},?(?: {turn},?)+ (?={named}\b)", re.IGNORECASE)
        joins, verb = either((*words["joining"], *words["it_is"])), either(words["verbs"])
        self._verb_alone = re.compile(rf"(?:{verb})(?=,? (?:{joins})\b)", re.IGNORECASE)
        that_is = rf"(?: (?:{either(words['that_has'])})(?: (?:{verb}))?)?"
        self._denying = re.compile(rf"^(?:{either(words['not_me'])})(?: the one)?{that_is}", re.IGNORECASE)
        self._not_mine = re.compile(
            rf"(?:{turn},? )*(?P<own>(?:{either(words['not_me'])}) .+?),?(?: (?:{joins}),?)* (?P<who>{person})"
            rf"(?: (?:{either(words['that_has'])}))? (?P<told>(?:{verb}) .+)", re.IGNORECASE)

    def meant(self, text: str) -> str:
        """The text without somebody in whose place another is named: "my mom, no, my aunt", "my son is ill, no, my husband is"."""
        another = self._of_another.fullmatch(text.strip(" .!?"))
        return f"{another['who']}{another['told']}" if another else self._instead.sub("", text)

    def not_of_oneself(self, text: str) -> tuple[Part, ...]:
        """Who has something, and after it what the speaker says not to have: "I don't have a fever, it's my brother who has the flu"."""
        found = self._not_mine.fullmatch(text.strip(" .!?"))
        return ((found["who"], self._with_what(found["told"], found["own"])), ("", found["own"])) if found else ()

    def _with_what(self, told: str, denied: str) -> str:
        """What is told of another, with what the speaker denies where a verb stands for it: "I'm not BLEEDING, my wife is, and ..."."""
        verb = self._verb_alone.match(told)
        return f"{verb[0]} {self._denying.sub('', denied).strip()}{told[verb.end():]}" if verb else told

    def parts(self, text: str) -> tuple[Part, ...]:
        """Everybody told of and what; nothing where one person is, or the speaker or a baby besides one who is not parted by a word."""
        starts = list(self._others.finditer(text))
        if len(starts) == 2 and not text[: starts[0].start()].strip() and not self._kin.is_same(starts[0][2], starts[1][2]):
            first, second = starts
            parts = ((first[1], text[first.end() : second.start()].strip()), (second[1], text[second.end() :].strip()))
            return parts if all(told for _, told in parts) else ()
        if well := self._well.match(text):
            return (well[1], well[2].strip()), ("", text[well.end() :])
        if both := self._own_first.fullmatch(text.strip(" .!?")):
            return ("", both["own"]), (both["who"], both["told"].strip())
        person = self._person.match(text)
        own = self._own.search(text, person.end()) if person else None
        return ((person[1], text[person.end() : own.start()].strip()), ("", text[own.end() :])) if person and own else ()
