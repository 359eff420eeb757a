"""Slots and free words to what one request said: terms, numbers, whom each is about. `skill.facts` puts it together."""
