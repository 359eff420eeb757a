"""What a locale brings: the sentences the skill says, and the words by which it understands free speech."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any

from rules_core import SlotType

from .hearing.ages import AgeReader
from .hearing.kin import Kin
from .hearing.turns import Turns
from .lexicon.cues import Cues
from .lexicon.lexicon import Lexicon
from .lexicon.measures import Measures
from .lexicon.own_years import OwnYears
from .lexicon.surfaces import Fillers
from .lexicon.temperatures import Temperatures
from .lexicon.words import Spelling
from .presentation.speech import Pronunciation

_FOLDER = Path(__file__).with_name("locales")
_DEFAULT = "en-US"
_CHOICE = re.compile(r"[()]")
_CHOSEN = re.compile(r"\$(\d)")


@dataclass(frozen=True)
class Language:
    """One locale's words. `said` maps a key to its variants, `heard` holds the word lists of free speech."""

    locale: str
    said: Mapping[str, Any]
    heard: Mapping[str, Any]

    def lexicon(self, vocabulary: tuple[SlotType, ...]) -> Lexicon:
        """A lexicon of the vocabulary that follows this locale's spelling and cues."""
        heard = self.heard
        numbers = {number: word for word, number in heard["numbers"].items()}
        temperatures = Temperatures.from_locale(heard["numbers"], heard["temperature"])
        rewrites, after_is = written_out(heard["rewrites"]), frozenset(heard["after_is"])
        spelling = Spelling(heard["contractions"], heard["irregular"], rewrites, numbers, after_is)
        cues = Cues.from_locale(self.cues)
        fillers = Fillers(*(frozenset(heard[name]) for name in ("fillers", "light", "plain", "everyday", "weak", "intensifiers")))
        return Lexicon(vocabulary, spelling, fillers, cues, (temperatures, self.measures, self.own_years))

    @cached_property
    def cues(self) -> Mapping[str, tuple[str, ...]]:
        """The cues of this locale by kind, written out; those of `ago` may stand before or behind what was long ago."""
        cues = {kind: spread(ways) for kind, ways in self.heard["cues"].items()}
        ago = cues.pop("ago")
        return cues | {side: (*ago, *cues[side]) for side in ("long_ago", "long_ago_before")}

    @cached_property
    def measures(self) -> Measures:
        """How this locale tells sizes by a measure."""
        return Measures.from_locale(self.heard["numbers"], self.heard["measures"])

    @cached_property
    def own_years(self) -> OwnYears:
        """How speakers of this locale tell how old they are."""
        return OwnYears.from_locale(self.heard["numbers"], self.heard["own_years"])

    @cached_property
    def turns(self) -> Turns:
        """How people begin in this locale to say what they mean instead."""
        return Turns.of(self.heard["amends"]["turns"], spread)

    @cached_property
    def kin(self) -> Kin:
        """Whose child, pills or cream something is, by this locale's words for people and things."""
        return Kin(self.heard["kin"])

    @cached_property
    def pronunciation(self) -> Pronunciation:
        """How this locale's hard words sound."""
        return Pronunciation(self.said["pronounce"])

    def ages(self) -> AgeReader:
        """A reader of ages by this locale's numbers and units."""
        heard = self.heard
        return AgeReader(heard["numbers"], heard["ages"], heard["age_leads"], heard["age_ends"], heard["age_around"], heard["age_carriers"],
                         self.own_years)


def written_out(patterns: Mapping[str, str]) -> dict[str, str]:
    """Each way to say what a pattern stands for: "(my|an) eye cream" is "my eye cream" and "an eye cream".

    What it stands for may repeat what was chosen, the first choice as `$1`.

    >>> written_out({"hurt her (eye|lip)": "hurts the $1"})
    {'hurt her eye': 'hurts the eye', 'hurt her lip': 'hurts the lip'}
    """
    ways = {pattern: (part.split("|") for part in _CHOICE.split(pattern)) for pattern in patterns}
    every = ((pattern, way) for pattern, parts in ways.items() for way in product(*parts))
    return {" ".join("".join(way).split()): _filled(patterns[pattern], way[1::2]) for pattern, way in every}


def _filled(text: str, chosen: Sequence[str]) -> str:
    return _CHOSEN.sub(lambda found: chosen[int(found[1]) - 1], text) if "$" in text else text


def spread(ways: Iterable[str]) -> tuple[str, ...]:
    """All ways to say something, each pattern among them written out."""
    return tuple(written_out(dict.fromkeys(ways, "")))


@cache
def language(locale: str | None = None) -> Language:
    """The language of a locale; any other English, and any locale without files, is spoken to in US English."""
    name = locale if locale and _is_here(locale) else _DEFAULT
    return Language(name, _read(f"{name}.json"), _read(f"{name}.heard.json"))


def _is_here(locale: str) -> bool:
    return locale in {path.name.removesuffix(".heard.json") for path in _FOLDER.glob("*.heard.json")}


def _read(name: str) -> Any:
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))
