"""From conclusions to speech and card: the only code of the skill that makes text for people."""
