"""From one request to a turn: every word of it, read in the light of what was said before. `read_turn` puts it together."""
