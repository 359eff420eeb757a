"""What a short question asks about after the last one: "will it leave a mark" means the removal where that was talked about."""

from __future__ import annotations

from collections.abc import Mapping

from ..remembering.fact_values import listed
from ..remembering.session import Facts

_TOPIC = "topic"
_REMOVAL = frozenset(
    {"professional", "extraction", "cryotherapy", "laser", "curettage", "who_removes", "after_removal", "treatment_pain", "removal_time",
     "it_takes"}
)
_ACTIVES = frozenset({"product", "retinoids", "acids", "patch_test", "retinoid_strength"})
_DONE_TO_SKIN = frozenset({"extraction", "peel", "laser", "cryo", "curettage"})
_COSMETIC = frozenset({"cause_heavy_products", "mistake_eye_cream", "habit_products", "step_moisturise"})
_EXTRACTION = "extraction"
_LOOKALIKE = "lookalike_"
_HEALS, _MAKEUP = "after_removal", frozenset({"makeup", "foundation"})
_HABITS = ("step_", "habit_")
_AFTER: Mapping[str, Mapping[str, frozenset[str]]] = {
    "scarring": {"removal_marks": _REMOVAL},
    "symptomless": {"removal_bleeding": _REMOVAL},
    "stop_medicine": {"stop_cosmetic": _COSMETIC},
    "how_often": {"costs": _REMOVAL | {"costs", "where_to_buy"}},
    "which_doctor": {"who_removes": _REMOVAL},
    "no_success": {"recurrence": _REMOVAL},
    "sunbathing": {"after_removal": _REMOVAL},
    "activities": {"after_removal": _REMOVAL},
    "where_to_buy": {"who_removes": _REMOVAL},
    "treatment_pain": {"product_stings": _ACTIVES},
    "diagnosis": {"lookalike_xanthelasma": frozenset({"lookalike_xanthelasma"})},
    "roadmap": {"works": frozenset({"before_event"})},
}
"""The topic that is meant instead, by what was talked about."""
_UNLESS: Mapping[str, tuple[frozenset[str], str]] = {
    "makeup_off": (_MAKEUP, "home_removal"), "it_takes": (_REMOVAL | {"removal_marks", "costs"}, "timeline"),
}
"""What is meant instead where none of these was talked about: "how do I take it off" is asked of makeup, or else of the bump."""
_KINDS = {"sunscreen_cause": "habit_sun", "mistake_sunscreen": "habit_sun", **dict.fromkeys(_COSMETIC - {"step_moisturise"}, "use_instead"),
          "stop_cosmetic": "use_instead", "step_exfoliate": "acids", "habit_exfoliate": "acids"}
"""Which one to take, where a kind of product was talked about and none by name."""
_PRODUCT_OF = dict.fromkeys(("sunscreen_cause", "mistake_sunscreen", "habit_sun", "mineral_sunscreen"), ("sunscreen",))
"""The product that is talked about where none was asked about by its name."""
_KINDS_OF_THING = {"sunscreen": "habit_sun"}
"""The same where a whole kind of product was asked about by its name."""


def following(before: Facts, asked: Facts, named: bool = False) -> Facts:
    """The question as it is meant after the last one; one that names more than a topic stands for itself.

    "How do I tell", which is `named` by its own words, means the look-alike that was talked about; "so is it milia" does not.
    """
    topic, last, things = str(asked.get(_TOPIC)), str(before.get(_TOPIC)), frozenset(listed(before.get("ingredient")))
    if _DONE_TO_SKIN.intersection(listed(before.get("considering"))):
        last = _EXTRACTION
    if last == _HEALS and _MAKEUP.issuperset(listed(asked.get("ingredient")) or [last]):
        return {_TOPIC: _HEALS}  # makeup is asked for the skin that heals
    if set(asked) != {_TOPIC}:
        return asked
    if topic == "how_often" and (kind := _how_often(before, last)):
        return kind
    if topic in _UNLESS and not _UNLESS[topic][0].intersection((*things, last)):
        return {_TOPIC: _UNLESS[topic][1]}
    if topic == "lookalikes" and last.startswith(_LOOKALIKE) and named:
        return {_TOPIC: last}
    return next(({_TOPIC: meant} for meant, known in _AFTER.get(topic, {}).items() if last in known), asked)


def _how_often(before: Facts, last: str) -> Facts:
    """What was talked about whose answer says how often; how often to steam is answered as steaming is: never."""
    if "considering" in before:
        return {_TOPIC: "action", "considering": before["considering"]}
    return kinds_of(before) if listed(before.get("ingredient")) else _habit(last)


def _habit(last: str) -> Facts:
    """The question about the habit that was talked about last; empty after anything else."""
    return {_TOPIC: last} if last.startswith(_HABITS) else {}


def kinds_of(before: Facts) -> Facts:
    """The question which kind to take, after a kind of product was talked about; empty after anything else."""
    things = listed(before.get("ingredient"))
    meant = _KINDS_OF_THING.get(things[0]) if len(things) == 1 else _KINDS.get(str(before.get(_TOPIC)))
    return {_TOPIC: meant} if meant else {}


def at_a_place(before: Facts) -> Facts:
    """The question about the product that was talked about, where only a place is named after it; empty after anything else."""
    things = listed(before.get("ingredient")) or _PRODUCT_OF.get(str(before.get(_TOPIC)), ())
    return {_TOPIC: "product", "ingredient": [*things]} if things else {}
