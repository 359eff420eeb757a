"""What is remembered within one session, and nowhere else: it travels in the session attributes and ends with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rules_core import FactSpec

from ..lexicon.kinds import OF_BUMPS
from . import check_state
from .attributes import count, mapping, one_of, texts, word
from .check_state import Check
from .fact_values import Value, is_valid
from .said import Said, said_in
from .topics import TO_DO

VERSION, GAVE_BIRTH = 1, "gave_birth"
SELF, BABY, OTHER = SUBJECTS = ("self", "baby", "other")
NOT_FOR = {SELF: ("age_weeks", "near_cold_sore"), BABY: ("pregnancy", GAVE_BIRTH), OTHER: ("age_weeks", "near_cold_sore")}
"""Facts that say nothing about some: weeks of age belong to a baby, a birth never does."""
MORE_SIGNS = "more_signs"
"""The fact of a turn whether there is more wrong than was told: asked where a statement may not have been heard whole."""
TOO_YOUNG = ("newborn", "infant", "child")
WEEKS_OLD, _LASTS, _TOPIC, _AGE, _ONLY_LATER = "age_weeks", "duration_weeks", "topic", "age_group", ("pregnancy", GAVE_BIRTH)
_NEED_SIGNS = ("symptoms", *TO_DO)
_MOST_MORE, MOST_EARLIER = 40, 5
_LISTS = ("asking", "more", "skipped", "apart", "helped")
_PAIRS = ("words", "settled", "supposed")
_PLAIN = ("turn", "place", "disclaimed", "questions", "errors", "alarmed", "third", "called", "kin", "variants")

Facts = dict[str, Value]


@dataclass(frozen=True)
class Offer:
    """What a yes stands for: asking `facts`, hearing the last answer again or more of it, or taking back an alarm."""

    kind: str
    facts: Mapping[str, Value] = field(default_factory=dict)


NAMED, OPEN = "named", "open"
"""A warning about somebody who was named with it, and about whoever the talk was about."""
AGAIN, MORE, UNDO = Offer("again"), Offer("more"), Offer("undo")


@dataclass
class Session:
    """The state of one conversation.

    `last` is what was said last, `told_last` the last answer itself, not its reason or source, `place` the home step that was told last,
    `disclaimed` whether it was said that this is no medical advice. `skipped` are facts the person could not tell, `apart` screening
    questions asked part by part, `questions` counts what was asked for the answer being worked on. `alarmed` tells that a warning was the
    last thing said unasked, and how its person is known. `third` is who "she" is, `called` how the speaker calls somebody else, `aside`
    what is known of others by how they are called, `kin` whose baby or child it is where it is not theirs, `told` what was told last:
    subject, fact and value, `ruled_out` what was told not to be so. `words` are the last words that told something, each with whom they
    are about. `helped` are those for whom help was called, `settled` their signs, to which somebody sees, `earlier` what was answered
    before the last answer and about whom, the latest last, `supposed` what was only supposed last, as `words` are kept.
    """

    subject: str = SELF
    facts: dict[str, Facts] = field(default_factory=lambda: {subject: {} for subject in SUBJECTS})
    turn: Facts = field(default_factory=dict)
    asking: tuple[str, ...] = ()
    offer: Offer | None = None
    last: Said | None = None
    told_last: Said | None = None
    place: str = ""
    disclaimed: bool = False
    more: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    questions: int = 0
    errors: int = 0
    check: Check | None = None
    alarmed: str = ""
    third: str = ""
    called: str = ""
    kin: str = ""
    aside: dict[str, Facts] = field(default_factory=dict)
    earlier: tuple[tuple[str, Facts], ...] = ()
    told: tuple[tuple[str, str, str], ...] = ()
    ruled_out: tuple[tuple[str, str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    helped: tuple[str, ...] = ()
    settled: tuple[tuple[str, str], ...] = ()
    supposed: tuple[tuple[str, str], ...] = ()
    variants: dict[str, int] = field(default_factory=dict)

    @property
    def known(self) -> Facts:
        """What is known about the subject being talked about."""
        return self.facts[self.subject]

    def holding(self, spec: FactSpec) -> Facts:
        """Where a fact is kept: with the question of the moment, or with the person talked about."""
        return self.turn if spec.scope == "turn" else self.known

    @property
    def weeks_untold(self) -> str:
        """What a bare length of time tells: what was told last if that is one, a baby's age not known yet, or how long bumps are there."""
        subject = self.check.subject if self.check else self.subject
        told = [fact for whom, fact, _ in self.told if whom == subject and not self.check]
        if again := [fact for fact in told if fact in (_LASTS, WEEKS_OLD, _AGE)]:
            return again[0]
        unnamed = subject == OTHER and not self.called and bool(self.alarmed) and _AGE not in self.known
        if unnamed or (subject == BABY and WEEKS_OLD not in self.facts[BABY]):
            return WEEKS_OLD
        return "" if OF_BUMPS.isdisjoint(told) else _LASTS

    @property
    def not_to_ask(self) -> tuple[str, ...]:
        """Facts that make no sense for this subject or were asked in vain."""
        return (*self.skipped, *NOT_FOR[self.subject], *(_ONLY_LATER if self.known.get(_AGE) in TOO_YOUNG else ()))

    def question(self) -> Facts:
        """All that the rules are given for the last question: what was asked, and about whom; no sign that is seen to, where only
        something is to be known."""
        told = {**self.turn, **self.known}
        if not self.settled or self.turn.get(_TOPIC) in _NEED_SIGNS:
            return told
        return {name: value for name, value in told.items() if (self.subject, name) not in self.settled}


def read(attributes: Any, specs: Mapping[str, FactSpec]) -> Session:
    """The session in these attributes; what is foreign, outdated or damaged is left out."""
    if not isinstance(attributes, Mapping) or attributes.get("v") != VERSION:
        return Session()
    session = Session(subject=one_of(attributes.get("subject"), SUBJECTS))
    session.facts = {subject: _facts(mapping(attributes.get("facts")).get(subject), specs, "person") for subject in SUBJECTS}
    session.turn = _facts(attributes.get("turn"), specs)
    session.asking = tuple(name for name in texts(attributes.get("asking")) if name in specs)
    session.offer = _offer(attributes.get("offer"), specs)
    session.last = said_in(attributes.get("last"))
    session.told_last = said_in(attributes.get("told_last"))
    session.place = str(_facts({_TOPIC: attributes.get("place")}, specs).get(_TOPIC, ""))
    session.disclaimed = attributes.get("disclaimed") is True
    session.skipped = tuple(name for name in texts(attributes.get("skipped")) if name in specs)
    session.apart = texts(attributes.get("apart"))[:_MOST_MORE]
    session.earlier = tuple(_earlier(attributes.get("earlier"), specs))
    session.check = check_state.read(attributes.get("check"), specs, SUBJECTS)
    session.more = texts(attributes.get("more"))[:_MOST_MORE]
    session.alarmed = one_of(attributes.get("alarmed"), ("", NAMED, OPEN))
    session.third = one_of(attributes.get("third"), ("", BABY, OTHER))
    session.called, session.kin = word(attributes.get("called")), word(attributes.get("kin"))
    session.told, session.ruled_out = (
        tuple((whom, fact, value) for whom, fact, value in _rows(attributes.get(key), 3) if fact in specs) for key in ("told", "ruled_out"))
    session.words, session.settled, session.supposed = (tuple((who, one) for who, one in _rows(attributes.get(key), 2)) for key in _PAIRS)
    session.aside = {word(name): _facts(known, specs, "person") for name, known in mapping(attributes.get("aside")).items()}
    session.helped = tuple(subject for subject in texts(attributes.get("helped")) if subject in SUBJECTS)
    session.questions, session.errors = count(attributes.get("questions")), count(attributes.get("errors"))
    session.variants = {key: count(value) for key, value in list(mapping(attributes.get("variants")).items())[:_MOST_MORE]}
    return session


def write(session: Session) -> dict[str, Any]:
    """The attributes that hold this session; empty parts are left out."""
    offer = session.offer
    parts: dict[str, Any] = {
        "facts": {subject: facts for subject, facts in session.facts.items() if facts},
        "offer": {"kind": offer.kind, "facts": dict(offer.facts)} if offer else None,
        "last": asdict(session.last) if session.last else None,
        "told_last": asdict(session.told_last) if session.told_last else None,
        "check": check_state.write(session.check) if session.check else None,
        **{name: [list(one) for one in getattr(session, name)] for name in ("told", "ruled_out", *_PAIRS)},
        "earlier": [{"subject": subject, "turn": turn} for subject, turn in session.earlier],
        "aside": session.aside,
        **{name: list(getattr(session, name)) for name in _LISTS},
        **{name: getattr(session, name) for name in _PLAIN},
    }
    return {"v": VERSION, "subject": session.subject, **{name: part for name, part in parts.items() if part}}


def _facts(raw: Any, specs: Mapping[str, FactSpec], scope: str = "") -> Facts:
    return {
        name: value
        for name, value in mapping(raw).items()
        if name in specs and not specs[name].derived_from and scope in ("", specs[name].scope) and is_valid(specs[name], value)
    }


def _rows(raw: Any, length: int) -> Iterator[tuple[str, ...]]:
    """The rows of texts of this length that begin with somebody the talk may be about."""
    rows = map(texts, raw[:_MOST_MORE] if isinstance(raw, list) else ())
    return (row for row in rows if len(row) == length and row[0] in SUBJECTS)


def _earlier(raw: Any, specs: Mapping[str, FactSpec]) -> Iterator[tuple[str, Facts]]:
    rows = map(mapping, raw[-MOST_EARLIER:] if isinstance(raw, list) else ())
    return ((one_of(row.get("subject"), SUBJECTS), facts) for row in rows if (facts := _facts(row.get("turn"), specs)))


def _offer(raw: Any, specs: Mapping[str, FactSpec]) -> Offer | None:
    kind = mapping(raw).get("kind")
    if kind in (AGAIN.kind, MORE.kind, UNDO.kind):
        return Offer(kind)
    facts = _facts(mapping(raw).get("facts"), specs)
    return Offer("ask", facts) if kind == "ask" and facts else None
