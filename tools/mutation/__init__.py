"""Deliberate faults in the rules of a pack, and whether the tests of the pack notice them."""
