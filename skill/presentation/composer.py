"""Conclusions to one spoken answer: verdict, reason, every condition, and one question, in ninety words.

A flag is said alone. Conditions are said in full: where they do not fit beside a permission, they come first, and it follows after a yes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from rules_core import KnowledgeBase, Result

from ..remembering.session import MORE, Offer
from ..standing import own_steps
from .answer import Answer, Question
from .asking import asking_for
from .card import Card, cited, make_card
from .closing import anything_else, once_more
from .limits import WORDS_A_TURN, word_count
from .pieces import BECAUSE, HOLD, SAY, Piece, Pieces, fill, names, total
from .plan import Plan, Verdict, make_plan
from .reasons import careful
from .several import rest_line
from .voice import Voice

_REFUSES, _ALLOWS = "avoid_", "use_"
NETS_IN_SHORT = {"explain_safety_net": "net_short", "explain_safety_net_baby": "net_short_baby"}
"""The safety nets that have a short form, and its key."""
_CLOSING_WORDS = 9
"""Room for the skill's own closing questions."""
_VERDICT, _REASON, _OTHER, _CONDITION, _NEXT, _NET = range(6)


class Composer:
    """Makes answers from the results of one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def answer(
        self, result: Result, voice: Voice, opening: Sequence[str] = (), skipped: Collection[str] | None = (), then: Question | None = None,
        whom: Sequence[str] = (), apart: Collection[str] = (), before: str = "", again: str = "", short: bool = False,
    ) -> Answer | None:
        """The answer a result amounts to, or None when it amounts to nothing that can be said.

        `skipped` are facts not to be asked for, None stands for all. `then` is the question to come back to, instead of any other.
        `whom` names whom a warning is about; nothing else is said before one. `apart` are screening questions whose parts are asked one
        by one. What stood in the answer `before` is said in short, after the words `again`; with `short` so is the safety net.
        """
        plan = make_plan(self._kb, result, skipped, apart)
        pieces = Pieces(self._kb, result.facts)
        if plan.flags:
            return self._alarm(plan, result, pieces, voice, [*whom, *careful(self._kb, result, plan, voice)])
        if not plan.spoken:
            return None
        return self._advice(plan, pieces, voice, opening, then, result, before, again, short)

    def _alarm(self, plan: Plan, result: Result, pieces: Pieces, voice: Voice, whom: Sequence[str]) -> Answer:
        """The most important warning in full, and what any other asks for of its own: who bleeds and wants to die needs both."""
        top = plan.flags[0]
        question = once_more(voice)
        said = pieces.piece(top, SAY).text
        room = WORDS_A_TURN - word_count(" ".join((*whom, said, question.text)))
        others = [Piece("", step) for step in own_steps(self._kb, result, plan.flags)]
        lines, left = fill([*others, pieces.piece(top, BECAUSE), Piece("", voice("disclaimer_flag"))], room)
        more = [piece.name for piece in left if piece.name] + [piece.name for piece in pieces.more(top)]
        return Answer((*whom, said, *(line.text for line in lines)), question, self._card(plan, pieces, voice), tuple(more))

    def _advice(self, plan: Plan, pieces: Pieces, voice: Voice, opening: Sequence[str], then: Question | None, result: Result,
                before: str, said_again: str, short: bool) -> Answer:
        disclaimer = voice("disclaimer_short")
        asked = then or self._asked(plan, result, voice)
        closing = max(word_count(asked.text) if asked else 0, _CLOSING_WORDS)
        room = WORDS_A_TURN - closing - word_count(" ".join((*opening, disclaimer)))
        must = [self._verdict(plan, pieces, voice), *(pieces.piece(one, SAY, _CONDITION) for one in plan.conditions)]
        again = bool(plan.verdicts) and all(piece.text in before for piece in must)
        if again and plan.verdicts[0].held and asked and asked.asking:
            return Answer((*opening, voice("held_again")), asked, self._card(plan, pieces, voice))
        if again:
            opening = (*opening, said_again)
            room -= word_count(said_again)
        extras = self._extras(plan, pieces, voice, before, again, 0 if short else room - total(must))
        if total(must) > room and asked and asked.asking and not then:
            must, extras = must[:1], must[1:] + extras
        if total(must) > room:
            lines, more = self._in_turns(must, extras, plan, room, voice)
            asked = then or Question(voice("ask_go_on"), voice("ask_more_reprompt"), offer=MORE)
        else:
            room -= total(must)
            rest = partial(rest_line, self._kb, result, plan, voice=voice, room=room)
            said, left = fill(extras, room)
            if rest([*must, *said]):
                said, left = fill(extras, room - word_count(rest(must)))
            waiting = rest([*must, *said])
            lines = [*(piece.text for piece in sorted([*must, *said], key=lambda piece: piece.place)), waiting]
            more = names(sorted([*left, *self._further(plan, pieces)], key=lambda piece: piece.place != _OTHER))
        question = asked or _closing(voice, more)
        allows = any(one.id.startswith(_ALLOWS) and not one.held for one in plan.verdicts[: plan.at_once])
        return Answer((*opening, *lines, disclaimer), question, self._card(plan, pieces, voice), more, allows)

    def _in_turns(
        self, must: Sequence[Piece], extras: Sequence[Piece], plan: Plan, room: int, voice: Voice
    ) -> tuple[list[str], tuple[str, ...]]:
        """Conditions first, the permission after them; a refusal needs no condition and comes first."""
        refuses = bool(plan.verdicts) and plan.verdicts[0].id.startswith(_REFUSES)
        ordered = list(must) if refuses else [*must[1:], must[0]]
        lead = "" if refuses else voice("conditions_first")
        room -= word_count(lead) + word_count(voice("ask_go_on")) - _CLOSING_WORDS
        count, room = 1, room - ordered[0].words
        while count < len(ordered) - 1 and ordered[count].words <= room:
            room -= ordered[count].words
            count += 1
        return [lead, *(piece.text for piece in ordered[:count])], names([*ordered[count:], *extras])

    def next_question(self, plan: Plan, opening: Sequence[str], voice: Voice) -> Answer:
        """Only the next question for a verdict that still waits: its conditions were just said."""
        ask = asking_for(self._kb, plan.verdicts[0].missing, plan.apart)
        return Answer(tuple(opening), Question(voice.asks(ask.ask), asking=ask.facts))

    def more(self, waiting_names: Sequence[str], facts: Mapping[str, Any], voice: Voice, then: Question | None = None) -> Answer | None:
        """The next pieces that were left over; None when there are none. `then` is the question to come back to."""
        pieces = Pieces(self._kb, facts)
        waiting = [piece for piece in map(pieces.named, waiting_names) if piece and piece.text]
        if not waiting:
            return None
        warns = self._kb.entry(waiting[0].name.partition(":")[0]).role == "flag"
        disclaimer = voice("disclaimer_flag" if warns else "disclaimer_short")
        closing = max(word_count(then.text) if then else 0, _CLOSING_WORDS)
        room = WORDS_A_TURN - closing - word_count(disclaimer) - waiting[0].words
        count = 1
        while count < len(waiting) and waiting[count].words <= room:
            room -= waiting[count].words
            count += 1
        left = names(waiting[count:])
        shown = [piece.text for piece in waiting[:count]]
        spoken = dict.fromkeys(piece.name.partition(":")[0] for piece in waiting[:count])
        card = make_card(voice, shown, cited(self._kb, spoken))
        return Answer((*shown, disclaimer), then or _closing(voice, left), card, left)

    def _verdict(self, plan: Plan, pieces: Pieces, voice: Voice) -> Piece:
        if not plan.verdicts:
            return Piece("", "")
        piece = _told(plan.verdicts[0], pieces, _VERDICT)
        return piece if piece.text else Piece("", voice("hold"), _VERDICT)

    def _extras(self, plan: Plan, pieces: Pieces, voice: Voice, before: str, again: bool, room: int) -> list[Piece]:
        """What is said when there is room, the most useful first.

        A safety net that was just said is only recalled, a reason is not; one that matters most is put in short where it does not fit.
        """
        several = [_told(one, pieces, _OTHER) for one in plan.verdicts[1 : plan.at_once]]
        reasons = [pieces.piece(one.id, BECAUSE, _REASON) for one in plan.verdicts[:1] if not (one.held or again)]
        nets = [pieces.piece(one, SAY, _NET) for one in plan.safety_nets]
        recalled = any(net.text in before or voice("net_again") in before or voice("held_again") in before for net in nets)
        nets = [Piece("", voice("net_again"), _NET)] if nets and recalled else nets
        if plan.net_first and total(nets) > room and len(nets) == 1 and plan.safety_nets[0] in NETS_IN_SHORT:
            nets = [Piece("", voice(NETS_IN_SHORT[plan.safety_nets[0]]), _NET)]
        steps = [pieces.piece(one, SAY, _NEXT) for one in plan.next_steps]
        first, second = (nets, reasons) if plan.net_first else (reasons, nets)
        return [piece for piece in (*several, *first, *second, *steps) if piece.text]

    def _further(self, plan: Plan, pieces: Pieces) -> list[Piece]:
        """What is kept for "tell me more"."""
        standing = [one.id for one in plan.verdicts[: plan.at_once] if not one.held] or plan.conditions
        further = [_told(one, pieces, _OTHER) for one in plan.verdicts[plan.at_once :] if plan.at_once > 1]
        further += [piece for one in standing for piece in pieces.more(one)]
        return [*further, *(pieces.piece(one, SAY) for one in plan.others)]

    def _asked(self, plan: Plan, result: Result, voice: Voice) -> Question | None:
        """The question this answer has to end with: for a missing fact, or what the pack offers next."""
        for verdict in plan.verdicts[: plan.at_once]:
            if verdict.missing:
                ask = asking_for(self._kb, verdict.missing, plan.apart)
                return Question(voice.asks(ask.ask), asking=ask.facts)
        offer = self._kb.entry(plan.verdicts[0].id).offer if plan.verdicts else None
        if offer and any(result.facts.get(name) != value for name, value in offer.facts.items()):
            return Question(offer.ask, offer=Offer("ask", dict(offer.facts)))
        return None

    def _card(self, plan: Plan, pieces: Pieces, voice: Voice) -> Card:
        shown = plan.flags or (
            *(one.id for one in plan.verdicts[: plan.at_once] if not one.held),
            *plan.conditions,
            *plan.next_steps,
            *plan.safety_nets,
        )
        held = [pieces.piece(one.id, HOLD).text for one in plan.verdicts[: plan.at_once] if one.held]
        return make_card(voice, [*held, *map(pieces.shown, shown)], cited(self._kb, plan.spoken))


def _told(verdict: Verdict, pieces: Pieces, place: int) -> Piece:
    return pieces.piece(verdict.id, HOLD if verdict.held else SAY, place)


def _closing(voice: Voice, more: Sequence[str]) -> Question:
    """The question when nothing in particular has to be asked."""
    if more:
        return Question(voice("ask_more"), voice("ask_more_reprompt"), offer=MORE)
    return anything_else(voice)
