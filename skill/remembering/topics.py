"""Which topics ask for something to use or to do: their answer depends on every sign."""

OF_A_PRODUCT = ("product", "how_often", "stop_medicine")
"""Topics that ask about a product; without one named, about the last."""

TO_DO = frozenset({*OF_A_PRODUCT, "action", "home_care", "professional", "roadmap"})
"""Topics whose answer is something to use or to do."""

MILK_SPOTS = frozenset({"newborn_milia", "milk_spots_last", "baby_bath", "baby_teeth"})
"""Topics about a baby's skin that are no question for anybody older."""

OF_BABIES = MILK_SPOTS | {"lookalike_baby_acne", "lookalike_erythema_toxicum"}
"""Topics that only a baby's skin has: what is asked next without anybody named is asked of a baby."""
