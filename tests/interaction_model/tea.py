"""The tiny skill: an authored source and the vocabulary that goes with it."""

from __future__ import annotations

from dataclasses import dataclass

TEA = """
invocation: tea corner
intents:
  BrewIntent:
    slots: {tea: TEA, pot: POT}
    samples: |
      # how people ask for it
      (brew|make|pour) {tea}
      (brew|make|pour) me {tea} [in {pot}] please
      (could|can) you (brew|make|pour) {tea}
      [i would] like (some|a cup of) {tea}
      {tea}
      {tea} in {pot}
  NoteIntent:
    slots: {words: AMAZON.SearchQuery}
    samples: |
      (note|write|jot) (down|that|this) {words}
      (remember|recall|keep|store|save|put) (that|this) {words}
      my note is {words}
  AMAZON.HelpIntent: {samples: what can i drink}
  AMAZON.StopIntent:
  AMAZON.CancelIntent:
  AMAZON.NavigateHomeIntent:
  AMAZON.FallbackIntent:
elicit:
  BrewIntent:
    tea:
      prompts: [Which tea would you like?]
      answers: |
        {tea}
        some {tea}
"""


@dataclass(frozen=True)
class Term:
    """A stand-in for a vocabulary term of a pack."""

    id: str
    name: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlotType:
    """A stand-in for a vocabulary slot type of a pack."""

    id: str
    terms: tuple[Term, ...]


VOCABULARY = (
    SlotType("TEA", (Term("tea.green", "green tea", ("sencha", "matcha")), Term("tea.black", "black tea"))),
    SlotType("POT", (Term("pot.small", "the small pot"), Term("pot.large", "the large pot", ("the big pot",)))),
    SlotType("CAKE", (Term("cake.plum", "plum cake"),)),
)
