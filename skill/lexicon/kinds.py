"""Kinds of facts, by how people speak of them: what a sentence tells depends on the kind of what it names.

The ids are those of the pack; where a pack lacks one, the kind is empty and all else is heard the same.
"""

from __future__ import annotations

TOPIC = "topic"
"""What is asked about, and tells nothing of anybody."""

EVENTS = frozenset({
    "injury", "recent_skin_event", "event_weeks_ago", "onset", "medicines", "rash_medicine", "steroid_cream", "actives", "near_cold_sore",
    "gave_birth"})
"""Facts that are about the past: "I had a peel" counts; long ago it does not."""

ATTACKS = frozenset({"unwell.fit", "allergy_signs.faint"})
"""Terms of what is over in a moment and no less urgent: one had a seizure, one fainted."""

OF_BABIES = frozenset({"unwell.poor_feeding", "unwell.jaundice", "danger_signs.no_urine", "unwell.dry_diapers"})
"""Signs that mothers tell of a baby."""

LASTING = frozenset({"skin_conditions", "allergies", "family_syndrome", "immune_weak", "skin_tone", "who", "age_group"})
"""Facts that do not wear off."""

CONDITIONS = frozenset({"pregnancy", "skin_conditions", "allergies", "family_syndrome", "immune_weak", "skin_tone"})
"""Facts that are not told where it is asked whether they hold ("is she pregnant"); a sign counts all the same."""

IN_USE = frozenset({"medicines", "rash_medicine", "steroid_cream", "actives"})
"""What somebody uses: "can I use retinol" asks about it, and tells of none in use."""

APPLIED = frozenset({"actives"})
"""What is in use and has the name of what may be asked about: "on retinol" tells of one in use, "retinol" alone only names it."""

JOINED, REACTIONS = frozenset({"danger_signs", "allergy_signs", "injury"}), frozenset({"allergy_signs"})
"""What may be told in two breaths, the cause in one and what it does in the other; and what a product does wherever it was put."""

NOSE_SHUT, BREATH = "unwell.nose_shut", "allergy_signs.breathing_trouble"
"""Breath that does not go through the nose, and trouble breathing."""
WOUND, OF_WOUNDS = "change.small_wound", frozenset({"change", "surface"})
"""A bump that was opened just now, and the facts for what a bump does and looks like."""

BURNED, BURNS_NOW = "recent_skin_event.burn", "injury.chemical_burn"
"""A burn as people deny it ("it isn't burned"), and as it is heard of skin that burns from what was put on it."""
STINGS = "irritation.mild"
"""What may have been meant by a burn."""
INJURY, HURT_SKIN = "injury", frozenset({"irritation", "surface"})
"""What was done to skin, and the facts for how hurt skin is or looks."""

IN_EYE = ("eye_signs.chemical_in_eye", "eye_signs.product_in_eye")
"""What got into an eye."""

SWOLLEN_FACE, JAUNDICE = "allergy_signs.face_swelling", "unwell.jaundice"
"""The sign that names the place where bumps are, too: "the bump on my FACE is swollen" does not tell it."""

LOOKS = frozenset({"colour", "feel", "size", "number"})
"""Facts for what bumps look and feel like."""

CALM = LOOKS | {"onset"}
"""Facts for signs that warn of nothing by themselves."""

OF_BUMPS = LOOKS | {"site", "change", "surface"}
"""Facts for bumps themselves: how long is told of what is told so."""

MINUTES_ON, LONG_MINUTES = "danger_signs.minutes_on", 10
"""That something has been going on for minutes: what bleeds after ten of them does not stop by itself."""
